"""The schedule of service credits: a price adjustment, in contracts only."""

from slaeditor.blocks import Block, Cell, Paragraph, Role, Row, Spans, Table, without_stop
from slaeditor.field import Form
from slaeditor.sections.metrics.choices import Direction
from slaeditor.sections.metrics.fields import ConsequenceType
from slaeditor.sections.metrics.words import level_path, measured_at, text_of
from slaeditor.view import Sees, said

SCHEDULE = "schedule-credits"
WORDING = "metrics.credits"
CREDITS = "metrics/credits"
BANDS = f"{CREDITS}/bands"


def blocks(see: Sees) -> tuple[Block, ...]:
    """The schedule; nothing in an internal agreement or where another consequence was chosen."""
    chosen = see.value("metrics/consequence/type") is ConsequenceType.CREDITS
    if see.form is not Form.EXTERNAL or not chosen:
        return ()
    title = Paragraph(Role.SCHEDULE, SCHEDULE, see.phrase(WORDING, "title"), path=CREDITS)
    base = without_stop(see.spans(f"{CREDITS}/base"))
    return (
        title,
        *_paragraph(see, "base", f"{CREDITS}/base", base=base),
        _bands(see),
        *_cap(see),
        *_claim(see),
    )


def _paragraph(see: Sees, name: str, path: str, **names: Spans) -> tuple[Block, ...]:
    clause_id = f"{WORDING}@{name}"
    return see.clause(clause_id, name, path=path, role=Role.PARAGRAPH, **names)


def _bands(see: Sees) -> Block:
    bands = see.value(BANDS) or ()
    if not bands:
        return Paragraph(Role.BODY, f"{SCHEDULE}@empty", see.spans(BANDS), path=BANDS)
    return Table(
        id=f"{SCHEDULE}@table",
        header=tuple(text_of(see.phrase(WORDING, name)) for name in ("level", "result", "credit")),
        rows=tuple(_row(see, f"{BANDS}/{band}") for band in bands),
        caption=text_of(see.phrase(WORDING, "caption")),
        description=text_of(see.phrase(WORDING, "description")),
        widths=(0.5, 0.3, 0.2),
        path=BANDS,
    )


def _row(see: Sees, at: str) -> Row:
    cells = (see.spans(f"{at}/level"), _result(see, at), see.amount(f"{at}/percent", "percent"))
    return Row(at, tuple(Cell(spans, at) for spans in cells))


def _result(see: Sees, at: str) -> Spans:
    """From which result the credit is due: below a number, or above it."""
    level, path = see.value(f"{at}/level"), f"{at}/worse_than"
    if level not in (see.value("metrics/levels") or ()):
        return see.phrase(WORDING, "worse", value=see.spans(path))
    side = {Direction.AT_LEAST: "below", Direction.AT_MOST: "above"}
    variant = side.get(see.value(f"{level_path(level)}/direction"), "worse")
    return see.phrase(WORDING, variant, value=measured_at(see, path, level))


def _cap(see: Sees) -> tuple[Block, ...]:
    path = f"{CREDITS}/cap_percent"
    return _paragraph(see, "cap", path, cap=see.amount(path, "percent"))


def _claim(see: Sees) -> tuple[Block, ...]:
    """How a credit is given: by itself, or when it is claimed in time."""
    path = f"{CREDITS}/claim_days"
    if not said(see, path):
        return _paragraph(see, "given", path)
    return _paragraph(see, "claimed", path, days=see.amount(path, "days"))
