"""The clauses of what the other side does and what the Services rest on."""

from slaeditor.blocks import Block, Spans, without_stop
from slaeditor.kinds import Owner
from slaeditor.sections.scope.services import AboveLimit
from slaeditor.view import Sees

Blocks = tuple[Block, ...]

DUTIES = "scope/customer_duties"
NO_DUTIES = "scope/no_customer_duties"
WORKLOAD = "scope/workload"
ASSUMPTIONS = "scope/assumptions"
DEPENDENCIES = "scope/dependencies"


def volume(see: Sees) -> Blocks:
    """The volume that was planned for, and what follows above it."""
    entries = [
        (item, _volume(see, f"{WORKLOAD}/{item}"))
        for item in see.value(WORKLOAD) or ()
        if any(see.has(f"{WORKLOAD}/{item}/{name}") for name in ("what", "lower", "upper"))
    ]
    return see.listed("scope.volume", entries, path=WORKLOAD) if entries else ()


def _volume(see: Sees, path: str) -> Spans:
    return see.phrase(
        "scope.volume",
        "item",
        what=see.spans(f"{path}/what", "What is counted"),
        limits=_limits(see, path),
        period=_detail(see, path, "period"),
        growth=_detail(see, path, "growth"),
        above=_above(see, path),
    )


def _limits(see: Sees, path: str) -> Spans:
    lower, upper = see.spans(f"{path}/lower"), see.spans(f"{path}/upper", "Volume")
    if not see.has(f"{path}/lower"):
        return see.phrase("scope.volume", "at-most", upper=upper)
    if not see.has(f"{path}/upper"):
        return see.phrase("scope.volume", "at-least", lower=lower)
    return see.phrase("scope.volume", "between", lower=lower, upper=upper)


def _detail(see: Sees, path: str, name: str) -> Spans:
    if not see.has(f"{path}/{name}"):
        return ()
    return see.phrase("scope.volume", name, **{name: without_stop(see.spans(f"{path}/{name}"))})


def _above(see: Sees, path: str) -> Spans:
    """What follows above the limit; without an upper limit there is nothing above it."""
    if not see.has(f"{path}/upper"):
        return ()
    chosen = see.value(f"{path}/above") or AboveLimit.IN_FORCE
    return see.phrase("scope.volume", chosen.value)


def _duties(see: Sees) -> list[tuple[str, Spans]]:
    """The duties of the other side, each with its time, and those of its users."""
    items = see.value(DUTIES) or () if see.applies(DUTIES) else ()
    entries = [(item, _duty(see, f"{DUTIES}/{item}")) for item in items]
    users = enumerate(see.lines("scope/user_duties"), start=1)
    return entries + [
        (f"users-{number}", see.phrase("scope.customer-duties", "users", what=line))
        for number, line in users
    ]


def _duty(see: Sees, path: str) -> Spans:
    what = without_stop(see.spans(f"{path}/what"))
    by_when = without_stop(see.spans(f"{path}/by_when"))
    return see.phrase("scope.customer-duties", "item", what=what, by_when=by_when)


def customer_duties(see: Sees) -> Blocks:
    """What the other side does, "None." where nothing is needed, a gap where nobody has said."""
    entries = _duties(see)
    if not entries and see.value(NO_DUTIES) is True:
        return see.clause("scope.customer-duties", "none", path=NO_DUTIES)
    if not entries:
        entries = [("none", see.spans(DUTIES))]
    return see.listed("scope.customer-duties", entries, path=DUTIES)


def relief(see: Sees) -> Blocks:
    """What a missed duty of the other side excuses; only where there are duties.

    Where the other side owes a level too, it is relieved in the same way.
    """
    if not _duties(see):
        return ()
    owes = (see.value(f"metrics/levels/{level}/owed_by") for level in _levels(see))
    variant = "mutual" if any(owner is Owner.CUSTOMER for owner in owes) else "text"
    return see.clause("scope.relief", variant, path=DUTIES)


def _levels(see: Sees) -> tuple[str, ...]:
    found: tuple[str, ...] = see.value("metrics/levels") or ()
    return found


def assumptions(see: Sees) -> Blocks:
    """What both sides take for granted; optional."""
    lines = see.lines(ASSUMPTIONS)
    entries = [(str(number), line) for number, line in enumerate(lines, start=1)]
    return see.listed("scope.assumptions", entries, path=ASSUMPTIONS) if entries else ()


def dependencies(see: Sees) -> Blocks:
    """Services and teams that the provider relies on and answers for; optional."""
    entries = [
        (item, without_stop(see.spans(f"{DEPENDENCIES}/{item}/name")))
        for item in see.value(DEPENDENCIES) or ()
        if see.has(f"{DEPENDENCIES}/{item}/name")
    ]
    return see.listed("scope.dependencies", entries, path=DEPENDENCIES) if entries else ()
