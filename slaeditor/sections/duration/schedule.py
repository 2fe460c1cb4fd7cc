"""The schedule of key dates: the days that clauses state or lead to, seen at once."""

from collections.abc import Callable

from slaeditor.blocks import Block, Cell, Fixed, Paragraph, Reference, Role, Row, Spans, Table
from slaeditor.sections.duration import key_dates
from slaeditor.sections.duration.fields import RenewalType
from slaeditor.sections.duration.key_dates import Day
from slaeditor.view import Sees

SCHEDULE = "schedule-dates"
WORDING = "duration.key-dates"

ENTRIES: tuple[tuple[str, Callable[[Sees], Day | None], str, str], ...] = (
    ("effective-date", key_dates.effective_date, "duration.start", "duration/effective_date"),
    ("service-start", key_dates.service_start, "duration.start", "duration/service_start"),
    ("end-date", key_dates.last_day, "duration.term", "duration/term"),
    ("last-notice", key_dates.last_notice, "duration.renewal", "duration/notice"),
    ("first-review", key_dates.first_review, "duration.review", "duration/review"),
)
"""Each row's name, its day, the clause that states or causes it, and where a click leads."""


def blocks(see: Sees) -> tuple[Block, ...]:
    """The schedule; nothing while no day is known."""
    rows = tuple(
        _row(see, name, day.spans, clause, path)
        for name, find, clause, path in ENTRIES
        if (day := find(see)) is not None
    )
    if not rows:
        return ()
    renews = (
        see.applies("duration/renewal/type")
        and see.value("duration/renewal/type") is not RenewalType.NONE
        and see.has("duration/renewal/type")
    )
    lead = see.phrase(WORDING, "lead-first-term" if renews else "lead")
    return (
        Paragraph(Role.SCHEDULE, SCHEDULE, see.phrase(WORDING, "title"), path="duration"),
        Paragraph(Role.BODY, f"{SCHEDULE}@lead", lead, path="duration"),
        Table(
            id=f"{SCHEDULE}@table",
            header=tuple(_text(see, key) for key in ("event", "day", "source")),
            rows=rows,
            caption=_text(see, "caption"),
            description=_text(see, "description"),
            widths=(0.5, 0.3, 0.2),
            path="duration",
        ),
    )


def _row(see: Sees, name: str, day: Spans, clause: str, path: str) -> Row:
    stated_in = see.phrase(WORDING, "clause", ref=(Reference(clause),))
    event: Spans = (Fixed(_text(see, name)),)
    return Row(f"{SCHEDULE}@{name}", (Cell(event, path), Cell(day, path), Cell(stated_in, path)))


def _text(see: Sees, key: str) -> str:
    return "".join(span.text for span in see.phrase(WORDING, key))
