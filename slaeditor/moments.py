"""Moments in words and in local time, as lists and sentences say them: "today, 14:32"."""

from datetime import UTC, datetime, timedelta

from slaeditor.i18n import _

_MONTHS = (
    _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"),
    _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"),
)  # fmt: skip


def moment_words(moment: datetime, now: datetime) -> str:
    """The moment as seen from `now`, both with a time zone: "yesterday, 09:10", "12 Nov"."""
    here, today = moment.astimezone(), now.astimezone()
    if here.date() == today.date():
        return _("today, {time}").format(time=_time(here))
    if here.date() == today.date() - timedelta(days=1):
        return _("yesterday, {time}").format(time=_time(here))
    return _day(here, today)


def moment_in_full(moment: datetime) -> str:
    """The moment with its day and time: "12 Nov 2026, 14:32"."""
    here = moment.astimezone()
    return _("{day} {month} {year}, {time}").format(
        day=here.day, month=_MONTHS[here.month - 1], year=here.year, time=_time(here)
    )


def moment_in_sentence(moment: datetime, now: datetime | None = None) -> str:
    """The moment as a part of a sentence: "today at 14:32", "12 Nov at 09:10".

    Seen from `now`, which is this moment unless given; both have a time zone.
    """
    here, today = moment.astimezone(), (now or datetime.now(UTC)).astimezone()
    if here.date() == today.date():
        return _("today at {time}").format(time=_time(here))
    if here.date() == today.date() - timedelta(days=1):
        return _("yesterday at {time}").format(time=_time(here))
    return _("{day} at {time}").format(day=_day(here, today), time=_time(here))


def _time(here: datetime) -> str:
    return f"{here:%H:%M}"


def _day(here: datetime, today: datetime) -> str:
    """The day, with its year where that isn't this one."""
    words = _("{day} {month}").format(day=here.day, month=_MONTHS[here.month - 1])
    return words if here.year == today.year else f"{words} {here.year}"
