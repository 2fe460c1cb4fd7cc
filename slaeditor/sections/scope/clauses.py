"""The clauses of the scope in their order: services, limits, hours, duties of the other side."""

from typing import Any

from slaeditor.blocks import Block, Spans, in_row, without_stop
from slaeditor.field import Form
from slaeditor.sections.scope import duty_clauses as duties
from slaeditor.sections.scope import hours_clauses as hours
from slaeditor.sections.scope.fields import Subcontracting
from slaeditor.values import is_none_stated
from slaeditor.view import Sees

Blocks = tuple[Block, ...]

SERVICES = "scope/services"
EXCLUDED = "scope/out_of_scope"
USERS = "scope/users"
CHANNELS = "scope/channels"


def internal(see: Sees) -> Blocks:
    """The clauses of a commitment between departments."""
    return (
        *_services(see),
        *_outcomes(see),
        *_excluded(see),
        *_users(see),
        *hours.internal_hours(see),
        *_requests(see),
        *hours.maintenance(see),
        *duties.volume(see),
        *duties.customer_duties(see),
        *duties.relief(see),
        *duties.assumptions(see),
        *duties.dependencies(see),
    )


def external(see: Sees) -> Blocks:
    """The clauses of a contract."""
    return (
        *_services(see),
        *_outcomes(see),
        *_excluded(see),
        *_users(see),
        *hours.service_hours(see),
        *_support(see),
        *hours.maintenance(see),
        *duties.volume(see),
        *duties.customer_duties(see),
        *duties.relief(see),
        *duties.assumptions(see),
        *_subcontractors(see),
        *_data(see),
    )


def _services(see: Sees) -> Blocks:
    items = see.value(SERVICES) or ()
    if not items:
        services = see.spans(SERVICES)
        return see.clause("scope.services", "empty", path=SERVICES, services=services)
    variant = "single" if len(items) == 1 else "item"
    entries = [(item, _service(see, f"{SERVICES}/{item}", variant)) for item in items]
    return see.listed("scope.services", entries, path=SERVICES)


def _service(see: Sees, path: str, variant: str) -> Spans:
    return see.phrase(
        "scope.services",
        variant,
        name=see.spans(f"{path}/name"),
        output=without_stop(see.spans(f"{path}/output")),
        description=_if_set(see, path, "description"),
        interfaces=_if_set(see, path, "interfaces"),
    )


def _if_set(see: Sees, path: str, name: str) -> Spans:
    """An optional detail of a service as it stands behind the rest; nothing where it is empty."""
    if not see.has(f"{path}/{name}"):
        return ()
    return see.phrase("scope.services", name, **{name: without_stop(see.spans(f"{path}/{name}"))})


def _outcomes(see: Sees) -> Blocks:
    """Internal: asked, so a gap; in a contract background that may be missing."""
    items = see.value(SERVICES) or ()
    is_asked = see.form is Form.INTERNAL
    shown = [i for i in items if is_asked or see.has(f"{SERVICES}/{i}/outcome")]
    entries = [(item, _outcome(see, f"{SERVICES}/{item}", len(items) > 1)) for item in shown]
    if not entries and is_asked:
        entries = [("none", see.spans(SERVICES, "Outcome"))]
    if not entries:
        return ()
    explains = is_asked or see.value("introduction/standing/explains_only") is not False
    variant = "" if explains else "plain"
    owners = any(see.has(f"{SERVICES}/{item}/outcome_owner") for item in shown)
    unless = see.phrase("scope.outcomes", "unless") if owners else ()
    return see.listed("scope.outcomes", entries, path=SERVICES, variant=variant, unless=unless)


def _outcome(see: Sees, path: str, is_one_of_many: bool) -> Spans:
    owner: Spans = ()
    if see.has(f"{path}/outcome_owner"):
        name = without_stop(see.spans(f"{path}/outcome_owner"))
        owner = see.phrase("scope.outcomes", "owner", owner=name)
    return see.phrase(
        "scope.outcomes",
        "named" if is_one_of_many else "unnamed",
        service=see.spans(f"{path}/name"),
        outcome=without_stop(see.spans(f"{path}/outcome")),
        owner=owner,
    )


def _excluded(see: Sees) -> Blocks:
    if is_none_stated(see.value(EXCLUDED)):
        return see.clause("scope.excluded", "none", path=EXCLUDED)
    entries = numbered(see.lines(EXCLUDED)) or [("none", see.spans(EXCLUDED))]
    return see.listed("scope.excluded", entries, path=EXCLUDED)


def numbered(lines: tuple[Spans, ...]) -> list[tuple[str, Spans]]:
    """The lines of a prose list as entries whose ids count from 1."""
    return [(str(number), line) for number, line in enumerate(lines, start=1)]


def _users(see: Sees) -> Blocks:
    places: Spans = ()
    if lines := see.lines("scope/locations"):
        places = see.phrase("scope.users", "places", places=in_row(lines))
    if see.form is Form.EXTERNAL and not see.has(USERS):
        return see.clause("scope.users", "staff", path=USERS, places=places)
    users = without_stop(see.spans(USERS))
    return see.clause("scope.users", path=USERS, users=users, places=places)


def _contents(see: Sees) -> Spans:
    """What a request must state, as a sentence of its own; nothing where it is empty."""
    lines = see.lines("scope/request_contents")
    return see.phrase("scope.requests", "contents", contents=in_row(lines)) if lines else ()


def _language(see: Sees) -> Spans:
    path = "scope/support_language"
    if not see.has(path):
        return ()
    return see.phrase("scope.requests", "language", language=without_stop(see.spans(path)))


def _requests(see: Sees) -> Blocks:
    channels = numbered(see.lines(CHANNELS)) or [("none", see.spans(CHANNELS))]
    return see.listed(
        "scope.requests",
        channels,
        path=CHANNELS,
        contents=_contents(see),
        language=_language(see),
    )


def _support(see: Sees) -> Blocks:
    """Support Hours, language and channels; without channels the contacts of the schedule."""
    names: dict[str, Any] = {
        "support": hours.support_hours(see),
        "contents": _contents(see),
        "language": _language(see),
    }
    channels = numbered(see.lines(CHANNELS))
    if not channels:
        return see.clause("scope.support", "contacts", path=CHANNELS, **names)
    return see.listed("scope.support", channels, path=CHANNELS, **names)


def _subcontractors(see: Sees) -> Blocks:
    path = "scope/subcontracting"
    chosen = see.value(path) or Subcontracting.ALLOWED
    blocks = see.clause("scope.subcontractors", chosen.value, path=path)
    agreed = "scope/subcontractors"
    if not (lines := see.lines(agreed)):
        return blocks
    return blocks + see.clause(
        "scope.subcontractors@agreed", "agreed", path=agreed, names=in_row(lines)
    )


def _data(see: Sees) -> Blocks:
    at = "scope/personal_data"
    if see.value(f"{at}/handled") is not True:
        return ()
    return see.clause(
        "scope.data",
        path=f"{at}/handled",
        title=see.spans(f"{at}/processing_agreement"),
        date=see.spans(f"{at}/processing_date"),
    )
