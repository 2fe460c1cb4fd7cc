"""The schedule of contacts: who speaks for each side, and which way an escalation goes."""

from slaeditor.blocks import Block, Cell, Fixed, Gap, Paragraph, Role, Row, Spans, Table
from slaeditor.field import Form
from slaeditor.kinds import Side
from slaeditor.sections.introduction.people import Purpose
from slaeditor.view import Sees

CONTACTS = "introduction/contacts"
_WORDING = "introduction.contacts"
_COLUMNS = ("side", "purpose", "contact")
_NOTHING: Spans = (Fixed("–"),)
_NEXT_LINE: Spans = (Fixed("\n"),)


def blocks(see: Sees) -> tuple[Block, ...]:
    """Heading, table and the way of an escalation."""
    heading = Paragraph(
        Role.SCHEDULE, "schedule-contacts", see.phrase(_WORDING, "title"), path=CONTACTS
    )
    return (heading, _table(see), *_escalation(see))


def _items(see: Sees) -> tuple[str, ...]:
    found: tuple[str, ...] = see.value(CONTACTS) or ()
    return found


def _table(see: Sees) -> Table:
    substitutes = any(_has_substitute(see, f"{CONTACTS}/{item}") for item in _items(see))
    columns = (*_COLUMNS, "substitute") if substitutes else _COLUMNS
    rows = [_row(see, f"{CONTACTS}/{item}", columns) for item in _items(see)]
    rows += [_missing(see, side, columns) for side in Side if not _has_contact(see, side)]
    if see.form is Form.INTERNAL and not _for_purpose(see, Purpose.SUPERIOR):
        rows.append(_missing_superior(see, columns))
    return Table(
        "introduction.contacts",
        tuple(_text(see, column) for column in columns),
        tuple(rows),
        _text(see, "caption"),
        _text(see, "description"),
        (0.13, 0.17, 0.35, 0.35) if substitutes else (0.16, 0.28, 0.56),
        CONTACTS,
    )


def _for_purpose(see: Sees, purpose: Purpose) -> bool:
    return any(see.value(f"{CONTACTS}/{item}/purpose") is purpose for item in _items(see))


def _has_contact(see: Sees, side: Side) -> bool:
    return any(see.value(f"{CONTACTS}/{item}/side") is side for item in _items(see))


def _has_substitute(see: Sees, path: str) -> bool:
    return see.has(f"{path}/substitute") or see.has(f"{path}/substitute_reach")


def _row(see: Sees, path: str, columns: tuple[str, ...]) -> Row:
    spans = {
        "side": _side(see, path),
        "purpose": see.spans(f"{path}/purpose"),
        "contact": _contact(see, path),
        "substitute": _substitute(see, path),
    }
    return Row(path, tuple(Cell(spans[column], f"{path}/{column}") for column in columns))


def _side(see: Sees, path: str) -> Spans:
    """The side by its own label; the common superior stands above both."""
    side = see.value(f"{path}/side")
    if side is not None:
        return _label(see, side)
    if see.value(f"{path}/purpose") is Purpose.SUPERIOR:
        return see.phrase(_WORDING, "both")
    return see.spans(f"{path}/side")


def _label(see: Sees, side: Side) -> Spans:
    called = see.label(side)
    text = called[:1].upper() + called[1:]
    return (see.derived(text, f"introduction/{side}/short_name"),)


def _contact(see: Sees, path: str) -> Spans:
    """Name, function and how to reach them, a line each, so that long addresses fit.

    Name or function is enough; the name is a gap where both are missing.
    """
    lines = [
        see.spans(f"{path}/{part}") for part in ("name", "function") if see.has(f"{path}/{part}")
    ]
    lines = lines or [see.spans(f"{path}/name")]
    return _in_lines(*lines, _reach(see, path))


def _in_lines(*lines: Spans) -> Spans:
    found = lines[0]
    for line in lines[1:]:
        found = (*found, *_NEXT_LINE, *line)
    return found


def _reach(see: Sees, path: str) -> Spans:
    reach = see.spans(f"{path}/reach")
    if not see.has(f"{path}/hours"):
        return reach
    return see.phrase(_WORDING, "hours", reach=reach, hours=see.spans(f"{path}/hours"))


def _substitute(see: Sees, path: str) -> Spans:
    if not _has_substitute(see, path):
        return _NOTHING
    substitute = see.spans(f"{path}/substitute")
    if not see.has(f"{path}/substitute_reach"):
        return substitute
    return _in_lines(substitute, see.spans(f"{path}/substitute_reach"))


def _missing(see: Sees, side: Side, columns: tuple[str, ...]) -> Row:
    """The row of a side for which nobody has been entered."""
    return _gap_row(see, f"{CONTACTS}@{side}", columns, {"side": _label(see, side)})


def _missing_superior(see: Sees, columns: tuple[str, ...]) -> Row:
    known = {"side": see.phrase(_WORDING, "both"), "purpose": see.phrase(_WORDING, "superior")}
    return _gap_row(see, f"{CONTACTS}@superior", columns, known)


def _gap_row(see: Sees, row: str, columns: tuple[str, ...], known: dict[str, Spans]) -> Row:
    gaps = {column: _gap(see, column) for column in columns}
    gaps["contact"] = _in_lines(_gap(see, "name"), _gap(see, "reach"))
    return Row(row, tuple(Cell(known.get(each, gaps[each]), CONTACTS) for each in columns))


def _gap(see: Sees, name: str) -> Spans:
    return (Gap(_text(see, name), CONTACTS),)


def _escalation(see: Sees) -> tuple[Block, ...]:
    chosen = str(see.value("metrics/consequence/type")) == "escalation"
    is_possible = chosen or _for_purpose(see, Purpose.ESCALATION)
    if see.form is Form.EXTERNAL and not is_possible:
        return ()
    return see.clause(f"{_WORDING}@escalation", "escalation", path=CONTACTS, role=Role.PARAGRAPH)


def _text(see: Sees, variant: str) -> str:
    return "".join(span.text for span in see.phrase(_WORDING, variant))
