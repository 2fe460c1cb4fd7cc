"""The clauses of time: Service Hours, Support Hours, Planned Maintenance."""

from typing import Any

from slaeditor.blocks import Block, Spans, without_stop
from slaeditor.field import Form
from slaeditor.sections.scope.hours import EmergencyWork
from slaeditor.values import Week, is_none_stated
from slaeditor.view import Sees

Blocks = tuple[Block, ...]

HOURS = "scope/service_hours"
SUPPORT = "scope/support_hours"
MAINTENANCE = "scope/maintenance"


def internal_hours(see: Sees) -> Blocks:
    """Service Hours and Support Hours in one clause."""
    return see.clause(
        "scope.hours", path=f"{HOURS}/week", **_service_names(see), support=support_hours(see)
    )


def service_hours(see: Sees) -> Blocks:
    """The Service Hours alone."""
    return see.clause("scope.hours", path=f"{HOURS}/week", **_service_names(see))


def _service_names(see: Sees) -> dict[str, Any]:
    days: Spans = ()
    if see.has(f"{HOURS}/own_days"):
        own = without_stop(see.spans(f"{HOURS}/own_days"))
        days = see.phrase("scope.hours", "own-days", days=own)
    return {
        "week": see.spans(f"{HOURS}/week"),
        "zone": see.phrase("scope.hours", "zone", zone=see.spans(f"{HOURS}/time_zone")),
        "holidays": _service_holidays(see),
        "own_days": days,
    }


def _service_holidays(see: Sees) -> Spans:
    """Which holidays are left out.

    Around the clock none are; the place is still needed, for its holidays are no Business Days.
    """
    path = f"{HOURS}/holidays"
    if see.value(f"{HOURS}/week") == Week.always and not is_none_stated(see.value(path)):
        return see.phrase("scope.hours", "every-day", place=without_stop(see.spans(path)))
    return _holidays(see, "scope.hours", path)


def _holidays(see: Sees, key: str, path: str) -> Spans:
    if is_none_stated(see.value(path)):
        return see.phrase(key, "no-holidays")
    return see.phrase(key, "holidays", place=without_stop(see.spans(path)))


def business_days(see: Sees) -> str:
    """Where the place stands whose holidays are no Business Days: the variant of the definition.

    "text": beside the Service Hours; "support": beside the Support Hours; "anywhere": nowhere.
    """
    own = see.value(f"{SUPPORT}/holidays") if see.has(f"{SUPPORT}/holidays") else None
    if not is_none_stated(see.value(f"{HOURS}/holidays")):
        return "text"
    return "anywhere" if own is None or is_none_stated(own) else "support"


def support_hours(see: Sees) -> Spans:
    """The sentences on Support Hours.

    Where nobody has said whether they are the same, a contract takes them as the same; between
    departments it is a gap.
    """
    same = see.value(f"{SUPPORT}/same")
    if same is True or (same is None and see.form is Form.EXTERNAL):
        return see.phrase("scope.support-hours", "same")
    if same is None:
        gap = see.spans(f"{SUPPORT}/same", "Support Hours")
        return see.phrase("scope.support-hours", "own", week=gap, zone=(), holidays=(), rest=())
    return _own_support_hours(see)


def _own_support_hours(see: Sees) -> Spans:
    zone: Spans = ()
    if see.has(f"{SUPPORT}/time_zone"):
        spans = see.spans(f"{SUPPORT}/time_zone")
        zone = see.phrase("scope.support-hours", "zone", zone=spans)
    holidays: Spans = ()
    if has_holidays := see.has(f"{SUPPORT}/holidays"):
        holidays = _holidays(see, "scope.support-hours", f"{SUPPORT}/holidays")
    is_whole = has_holidays and not see.has(f"{HOURS}/own_days")
    return see.phrase(
        "scope.support-hours",
        "own",
        week=see.spans(f"{SUPPORT}/week"),
        zone=zone,
        holidays=holidays,
        rest=() if is_whole else see.phrase("scope.support-hours", "rest"),
    )


def maintenance(see: Sees) -> Blocks:
    """Planned Maintenance and its limits; only where a level of availability exists.

    A contract needs window, notice and cap; between departments what is set is printed.
    """
    if not see.applies(f"{MAINTENANCE}/window"):
        return ()
    entries = _limits(see)
    if not entries:
        return ()
    emergency: Spans = ()
    if see.value(f"{MAINTENANCE}/emergency") is EmergencyWork.EXCLUDED:
        emergency = see.phrase("scope.maintenance", "emergency")
    return see.listed(
        "scope.maintenance", entries, path=f"{MAINTENANCE}/window", emergency=emergency
    )


def _limits(see: Sees) -> list[tuple[str, Spans]]:
    window, cap = f"{MAINTENANCE}/window", f"{MAINTENANCE}/cap_hours"
    freeze = f"{MAINTENANCE}/freeze"
    is_needed = see.form is Form.EXTERNAL
    limits = []
    if is_needed or see.has(window):
        limits.append(("window", {"window": see.spans(window)}))
    if is_needed or see.has(f"{MAINTENANCE}/notice_length"):
        notice = see.length(MAINTENANCE, "notice_length", "notice_unit")
        limits.append(("notice", {"notice": notice}))
    if is_needed or see.has(cap):
        limits.append(("cap", {"cap": see.amount(cap, "hours")}))
    if see.has(freeze):
        limits.append(("freeze", {"times": without_stop(see.spans(freeze))}))
    return [(name, see.phrase("scope.maintenance", name, **names)) for name, names in limits]
