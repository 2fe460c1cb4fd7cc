"""The days that follow from the duration: last day, last day for notice, first review."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from slaeditor.blocks import Spans
from slaeditor.figures.dates import end_date, first_review_date, last_notice_day
from slaeditor.sections.duration.ending import TermType
from slaeditor.sections.duration.fields import NoticeReference, RenewalType
from slaeditor.units import NoticeUnit
from slaeditor.values.dates import printed_date
from slaeditor.view import Sees

START = "duration/effective_date"
TERM = "duration/term"
NOTICE = "duration/notice"
REVIEW = "duration/review"


@dataclass(frozen=True, slots=True)
class Day:
    """A day as written; its spans lead to the values that it stands for or rests on."""

    date: date
    spans: Spans


def _entered(see: Sees, path: str) -> Day | None:
    """The day that somebody typed at a path."""
    if not see.has(path):
        return None
    return Day(cast(date, see.value(path)), see.spans(path))


def _computed(see: Sees, day: date | None, *sources: str) -> Day | None:
    """A day worked out from other values; none where it lies outside the calendar."""
    if day is None:
        return None
    return Day(day, (see.derived(printed_date(day, see.language), *sources),))


def effective_date(see: Sees) -> Day | None:
    """The first day of the agreement, unless the last signature fixes it."""
    return _entered(see, START)


def service_start(see: Sees) -> Day | None:
    """The first day of the services where it is later than that of the agreement."""
    return _entered(see, "duration/service_start")


def last_day(see: Sees) -> Day | None:
    """The End Date of the first term, included; none while a part of it is missing."""
    if see.value(f"{TERM}/type") is TermType.UNTIL_DATE:
        return _entered(see, f"{TERM}/until")
    sources = (START, f"{TERM}/length", f"{TERM}/unit")
    if not all(see.has(path) for path in sources):
        return None
    start, length, unit = (see.value(path) for path in sources)
    return _computed(see, end_date(start, length, unit.value), *sources)


def last_notice(see: Sees) -> Day | None:
    """The last day on which notice against the first renewal is in time.

    None where the notice is counted in Business Days: the public holidays aren't known here.
    """
    end = last_day(see)
    sources: tuple[str, ...] = (f"{NOTICE}/length", f"{NOTICE}/unit")
    renews = see.value("duration/renewal/type") is RenewalType.AUTOMATIC
    if end is None or not renews or not all(see.has(path) for path in sources):
        return None
    length, unit = (see.value(path) for path in sources)
    if unit is NoticeUnit.BUSINESS_DAYS or end.date == date.max:
        return None
    reference = end.date
    if see.value(f"{NOTICE}/reference") is NoticeReference.RENEWAL_DATE:
        reference += timedelta(days=1)
        sources = (*sources, f"{NOTICE}/reference")
    day = last_notice_day(reference, length, unit.value)
    return _computed(see, day, *_sources_of(end), *sources)


def first_review(see: Sees) -> Day | None:
    """The day of the first review: as typed, or one rhythm after the start."""
    if typed := _entered(see, f"{REVIEW}/first"):
        return typed
    sources = (START, f"{REVIEW}/every")
    if not all(see.has(path) for path in sources):
        return None
    start, every = (see.value(path) for path in sources)
    return _computed(see, first_review_date(start, every, "months"), *sources)


def _sources_of(day: Day) -> tuple[str, ...]:
    """The paths that a day rests on."""
    found: list[str] = []
    for span in day.spans:
        found.extend(getattr(span, "sources", None) or [getattr(span, "path", "")])
    return tuple(path for path in found if path)
