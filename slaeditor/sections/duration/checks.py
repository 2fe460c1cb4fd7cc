"""What is doubtful about start, term, renewal, notice, reviews and early ends."""

from collections.abc import Iterator
from datetime import date

from slaeditor.figures.dates import add_months, previous_business_day
from slaeditor.finding import Finding, Severity
from slaeditor.sections.duration import key_dates
from slaeditor.sections.duration.ending import TermType
from slaeditor.values import DATE
from slaeditor.view import Sees

START = "duration/effective_date"
REVIEW = "duration/review"
LATEST_REVIEW_MONTHS = 12
DECIDED = ("agreed", "in-force", "expired", "superseded")


def findings(see: Sees) -> Iterator[Finding]:
    """The findings of the duration."""
    yield from _start(see)
    yield from _end(see)
    yield from _notice(see)
    yield from _review(see)
    yield from _repeated_failure(see)


def _written(see: Sees, day: date) -> str:
    return DATE.write(day, see.language)


def _is_decided(see: Sees) -> bool:
    """Whether the agreement is past being written, so that days of the past are no surprise."""
    return see.value("status") in DECIDED


def _start_day(see: Sees) -> date | None:
    day = key_dates.effective_date(see)
    return day.date if day else None


def _end_day(see: Sees) -> date | None:
    """The End Date where the term has one."""
    if see.value("duration/term/type") in (TermType.OPEN_ENDED, TermType.WITH_GOVERNING):
        return None
    day = key_dates.last_day(see)
    return day.date if day else None


def _start(see: Sees) -> Iterator[Finding]:
    start = _start_day(see)
    services = key_dates.service_start(see)
    if start is not None and start < see.today and not _is_decided(see):
        yield Finding(
            START,
            Severity.WARNING,
            f"The agreement starts on {_written(see, start)}, which is past: the first "
            "period is being measured before anybody has signed. Choose a later day.",
            "start",
        )
    if start is None or services is None:
        return
    if services.date < start:
        yield Finding(
            "duration/service_start",
            Severity.WARNING,
            f"The Services begin on {_written(see, services.date)}, before the agreement itself "
            "does. Choose the same or a later day.",
            "R39",
        )
    end = _end_day(see)
    if end is not None and services.date > end:
        yield Finding(
            "duration/service_start",
            Severity.BLOCKER,
            f"The Services begin on {_written(see, services.date)}, after the last day of the "
            f"agreement, {_written(see, end)}.",
            "R39",
        )


def _end_path(see: Sees) -> str:
    is_date = see.value("duration/term/type") is TermType.UNTIL_DATE
    return "duration/term/until" if is_date else "duration/term/length"


def _end(see: Sees) -> Iterator[Finding]:
    start, end = _start_day(see), _end_day(see)
    if end is None:
        return
    if start is not None and end <= start:
        yield Finding(
            _end_path(see),
            Severity.BLOCKER,
            f"The agreement ends on {_written(see, end)}, which is not after its start on "
            f"{_written(see, start)}. Choose a later last day.",
            "R39",
        )
    elif end < see.today and not _is_decided(see):
        yield Finding(
            _end_path(see),
            Severity.WARNING,
            f"The agreement ended on {_written(see, end)}. Choose a later last day.",
            "R39",
        )


def _notice(see: Sees) -> Iterator[Finding]:
    """Only where a clause on notice prints, with a day that can be worked out."""
    path = "duration/notice/length"
    day = key_dates.last_notice(see) if see.has(path) else None
    if day is None:
        return
    start = _start_day(see)
    if start is not None and day.date < start:
        yield Finding(
            path,
            Severity.BLOCKER,
            f"Notice against the renewal would have to arrive by {_written(see, day.date)}, "
            "before the agreement starts. Shorten the notice or lengthen the term.",
            "R38",
        )
    elif day.date < see.today:
        severity = Severity.NOTE if _is_decided(see) else Severity.BLOCKER
        yield Finding(
            path,
            severity,
            f"The last day for notice against the renewal, {_written(see, day.date)}, is past. "
            "Check start, term and notice.",
            "R38",
        )
    else:
        yield from _weekend(see, path, day.date)


def _weekend(see: Sees, path: str, day: date) -> Iterator[Finding]:
    safe = previous_business_day(day)
    if safe is not None and safe != day:
        yield Finding(
            path,
            Severity.NOTE,
            f"The last day for notice, {_written(see, day)}, falls on a weekend. To be safe, "
            f"notice should arrive by {_written(see, safe)}.",
            "R38",
        )


def _review(see: Sees) -> Iterator[Finding]:
    every = see.value(f"{REVIEW}/every") if see.has(f"{REVIEW}/every") else None
    if every is not None and every > LATEST_REVIEW_MONTHS:
        yield Finding(
            f"{REVIEW}/every",
            Severity.WARNING,
            f"A review every {every} months is too rare: a promise that no one looks at is wrong "
            "within a year. Choose 12 months or less.",
            "R34",
        )
    yield from _first_review(see)


def _first_review(see: Sees) -> Iterator[Finding]:
    first, start, end = key_dates.first_review(see), _start_day(see), _end_day(see)
    if first is None:
        return
    path = f"{REVIEW}/first" if see.has(f"{REVIEW}/first") else f"{REVIEW}/every"
    if end is not None and first.date > end:
        yield Finding(
            path,
            Severity.BLOCKER,
            f"The first review, on {_written(see, first.date)}, comes after the agreement has "
            f"ended on {_written(see, end)}. Choose an earlier one.",
            "R34",
        )
    elif start is not None and first.date < start:
        yield Finding(
            path,
            Severity.WARNING,
            f"The first review, on {_written(see, first.date)}, comes before the agreement "
            "starts. Choose a later day.",
            "R34",
        )
    elif start is not None and _is_late(start, first.date):
        yield Finding(
            path,
            Severity.WARNING,
            f"The first review, on {_written(see, first.date)}, comes more than a year after the "
            "start. Choose an earlier day.",
            "R34",
        )


def _is_late(start: date, first: date) -> bool:
    latest = add_months(start, LATEST_REVIEW_MONTHS)
    return latest is not None and first > latest


def _repeated_failure(see: Sees) -> Iterator[Finding]:
    at = "duration/repeated_failure"
    misses, periods = see.value(f"{at}/misses"), see.value(f"{at}/periods")
    if see.form == "external" and misses is not None and periods is not None and misses > periods:
        yield Finding(
            f"{at}/misses",
            Severity.BLOCKER,
            f"{misses} misses in {periods} periods can’t happen. The right to end the agreement "
            "would never arise.",
            "R39",
        )
