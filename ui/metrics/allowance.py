"""What a percentage of availability allows, in minutes that anybody can picture."""

from decimal import Decimal

from slaeditor.document.view import View
from slaeditor.figures.availability import MINUTES_OF_30_DAYS, downtime_budget
from slaeditor.i18n import _
from slaeditor.sections.metrics.choices import Category, Clock, Direction
from slaeditor.units import TargetUnit
from slaeditor.values import NUMBER, Week

_HUNDRED = Decimal(100)
_DAYS = Decimal(30)


def allowance(view: View, level_path: str) -> str:
    """What the target of the level at a path allows in a month of 30 days; empty where it has none.

    Holds for at-least percentages of availability. The minutes are those of the hours in which the
    clock of the level runs (F1, `slaeditor.figures.availability`).
    """
    target = view.value(f"{level_path}/target") if view.has(f"{level_path}/target") else None
    if not isinstance(target, Decimal) or not _is_availability(view, level_path):
        return ""
    if not 0 < target <= _HUNDRED:
        return ""
    week = _hours(view, level_path)
    minutes = MINUTES_OF_30_DAYS if week is None else Decimal(week.minutes) * _DAYS / 7
    budget = downtime_budget(target, minutes)
    words = {"time": _duration(budget)}
    if budget == 0:
        return _("What it allows: no downtime at all.")
    if minutes == MINUTES_OF_30_DAYS:
        return _(
            "What it allows: at most {time} of downtime in a month of 30 days, around the clock."
        ).format(**words)
    hours = NUMBER.write((minutes / 60).quantize(Decimal(1)), view.language)
    return _(
        "What it allows: at most {time} of downtime in a month of 30 days, which has {hours} such "
        "hours."
    ).format(hours=hours, **words)


def _is_availability(view: View, level_path: str) -> bool:
    return (
        view.value(f"{level_path}/category") is Category.AVAILABILITY
        and view.value(f"{level_path}/unit") is TargetUnit.PERCENT
        and view.value(f"{level_path}/direction") is not Direction.AT_MOST
    )


def _hours(view: View, level_path: str) -> Week | None:
    """The weekly hours of the level's clock; None for around the clock or hours not known."""
    clock = view.value(f"{level_path}/clock")
    path = "scope/service_hours/week"
    if clock is Clock.SUPPORT and view.value("scope/support_hours/same") is False:
        path = "scope/support_hours/week"
    week = view.value(path) if clock in (Clock.SERVICE, Clock.SUPPORT) else None
    return week if isinstance(week, Week) else None


def _duration(minutes: Decimal) -> str:
    """Minutes in words, rounded down: a promise is not stretched by rounding."""
    seconds = int(minutes * 60)
    hours, seconds = divmod(seconds, 3600)
    whole, seconds = divmod(seconds, 60)
    if hours:
        return _("{hours} h {minutes} min").format(hours=hours, minutes=whole)
    if whole:
        return _("{minutes} min {seconds} s").format(minutes=whole, seconds=seconds)
    return _("{seconds} s").format(seconds=seconds)
