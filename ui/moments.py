"""Moments in words, as the list, the status bar and the history say them: "today, 14:32"."""

from datetime import datetime, timedelta

from slaeditor.i18n import _

_MONTHS = (
    _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"),
    _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
)  # fmt: skip


def moment_words(moment: datetime, now: datetime) -> str:
    """The moment as seen from `now`, both with a time zone: "yesterday, 09:10", "12 Nov"."""
    here, today = moment.astimezone(), now.astimezone()
    time = f"{here:%H:%M}"
    if here.date() == today.date():
        return _("today, {time}").format(time=time)
    if here.date() == today.date() - timedelta(days=1):
        return _("yesterday, {time}").format(time=time)
    words = _("{day} {month}").format(day=here.day, month=_MONTHS[here.month - 1])
    return words if here.year == today.year else f"{words} {here.year}"


def moment_in_full(moment: datetime) -> str:
    """The moment with its day and time: "12 Nov 2026, 14:32"."""
    here = moment.astimezone()
    return _("{day} {month} {year}, {time}").format(
        day=here.day, month=_MONTHS[here.month - 1], year=here.year, time=f"{here:%H:%M}"
    )
