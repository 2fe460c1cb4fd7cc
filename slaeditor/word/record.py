"""The record of a negotiation as a Word file: one table on A4 in landscape."""

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from importlib import resources

import docx
from docx.document import Document as WordFile
from docx.oxml.ns import qn

from slaeditor.blocks import Cell as TextCell
from slaeditor.blocks import Fixed, Row, Table
from slaeditor.document.text import printable
from slaeditor.i18n import _
from slaeditor.negotiation import Decision
from slaeditor.textdiff import Fate, Stretch, changes
from slaeditor.values.dates import printed_date
from slaeditor.word import markup
from slaeditor.word.paragraphs import direction, styled
from slaeditor.word.parsing import parsed
from slaeditor.word.tables import (
    HEADER_ROW,
    framed,
    head_cell,
    row_properties,
    row_xml,
    text_cell,
)

_LONG, _SHORT, _MARGIN = 16838, 11906, 1134
"""Edges of an A4 page and its margins, in twentieths of a point."""

_WIDTHS = (1500, 1800, 3400, 3400, 1800, 1100, 1570)
"""Of the columns; together the width between the margins."""

_STRUCK, _UNDERLINED = "<w:strike/>", '<w:u w:val="single"/>'
_LONGEST_TITLE = 255


def record_bytes(
    decisions: Sequence[Decision], title: str, today: date, language: str = "en-GB"
) -> bytes:
    """Write the decisions, in their order, as the record of the agreement called `title`.

    Removed words are struck through in what stood before, added ones underlined in what was
    proposed. `today` stands above the table, in `language`.
    """
    word_file = _base()
    _turn(word_file)
    _number_pages(word_file)
    _describe(word_file, title, today, language)
    _set_body(word_file, _body(decisions, title, today, language))
    stream = io.BytesIO()
    word_file.save(stream)
    return stream.getvalue()


def decision_words(decision: Decision) -> str:
    """What became of a proposal."""
    if decision.taken:
        return _("Taken")
    return _("Not placed") if decision.kind == "unplaced" else _("Kept")


def _base() -> WordFile:
    with resources.files("resources").joinpath("word", "base.docx").open("rb") as file:
        return docx.Document(io.BytesIO(file.read()))


def _body(decisions: Sequence[Decision], title: str, today: date, language: str) -> str:
    name = title or _("Agreement without a title")
    heading = _("Record of the negotiation")
    about = _("As of {day}. Decisions recorded: {count}.").format(
        day=printed_date(today, language), count=len(decisions)
    )
    top = "".join(
        styled(style, markup.runs(text), direction(text))
        for style, text in (
            ("SLAPlainHeading", f"{heading}: {name}"),
            ("SLAText", about),
        )
    )
    return top + _table(decisions, name, language) + styled("SLASpacer", "")


def _table(decisions: Iterable[Decision], name: str, language: str) -> str:
    names = (
        _("Decided"),
        _("Place"),
        _("Before"),
        _("Proposed"),
        _("By"),
        _("Decision"),
        _("Reason"),
    )
    header = row_xml(
        [
            head_cell(width, text, markup.runs(text))
            for width, text in zip(_WIDTHS, names, strict=True)
        ],
        HEADER_ROW,
    )
    rows = "".join(_row(each, language) for each in decisions)
    caption = _("Record of the negotiation: {title}").format(title=name)
    about = _("One row for each proposal of a reviewer, with what was decided about it.")
    return framed(Table("record", names, (), caption, about), list(_WIDTHS), header + rows)


def _row(each: Decision, language: str) -> str:
    before, after = each.before or "", each.after or ""
    texts = (
        _day(each.decided, language),
        "\n".join(part for part in (each.where, each.label) if part),
        before,
        after,
        "\n".join(part for part in (each.author, _day(each.date, language), each.file) if part),
        decision_words(each),
        each.reason or "",
    )
    found = changes(before, after)
    marked = {
        2: _marked(found, Fate.REMOVED, _STRUCK),
        3: _marked(found, Fate.ADDED, _UNDERLINED),
    }
    cells = [
        text_cell(width, text, marked.get(column, markup.runs(text)))
        for column, (width, text) in enumerate(zip(_WIDTHS, texts, strict=True))
    ]
    lengths = Row("", tuple(TextCell((Fixed(text),)) for text in texts))
    return row_xml(cells, row_properties(lengths))


def _marked(found: Iterable[Stretch], fate: Fate, look: str) -> str:
    """One side of a change: what was kept as it is, what was removed or added with a look."""
    return "".join(
        markup.runs(each.text, look if each.fate is fate else "")
        for each in found
        if each.fate in (Fate.KEPT, fate)
    )


def _day(written: str | None, language: str) -> str:
    """The day of a date as it is stored; one that can't be read stands as it is."""
    try:
        return printed_date(datetime.fromisoformat(written).date(), language) if written else ""
    except ValueError:
        return written or ""


def _turn(word_file: WordFile) -> None:
    section = word_file.element.body.find(qn("w:sectPr"))
    size, margins = section.find(qn("w:pgSz")), section.find(qn("w:pgMar"))
    size.set(qn("w:w"), str(_LONG))
    size.set(qn("w:h"), str(_SHORT))
    size.set(qn("w:orient"), "landscape")
    for side in ("top", "right", "bottom", "left"):
        margins.set(qn(f"w:{side}"), str(_MARGIN))
    section.remove(section.find(qn("w:titlePg")))


def _number_pages(word_file: WordFile) -> None:
    footer = word_file.sections[0].footer._element.find(qn("w:p"))
    page, pages = markup.field("PAGE", "1"), markup.field("NUMPAGES", "1")
    content = markup.runs(f"{_('Page')} ") + page + markup.runs(f" {_('of')} ") + pages
    for element in list(parsed(f"<w:p {markup.NAMESPACES}>{content}</w:p>")):
        footer.append(element)


def _describe(word_file: WordFile, title: str, today: date, language: str) -> None:
    core = word_file.core_properties
    core.title = printable(title)[:_LONGEST_TITLE]
    core.subject = _("Record of the negotiation")
    core.language = language
    core.created = core.modified = datetime(today.year, today.month, today.day, tzinfo=UTC)
    for element in word_file.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), language)


def _set_body(word_file: WordFile, content: str) -> None:
    old = word_file.element.body
    new = parsed(f"<w:body {markup.NAMESPACES}>{content}</w:body>")
    new.append(old.find(qn("w:sectPr")))
    word_file.element.replace(old, new)
