"""Whatever became of an agreement: accepting all of a redline gives the new text, rejecting all
the old one, and the file has none of the defects that Word takes offence at.
"""

from datetime import date

from hypothesis import HealthCheck, given, settings

from slaeditor.agreement import Agreement
from slaeditor.blocks import Document, Paragraph
from slaeditor.document.comparing import compare
from slaeditor.document.compose import compose
from slaeditor.returned import Line
from slaeditor.textdiff import Fate
from slaeditor.word.reading.read import read_returned
from slaeditor.word.redline import redline_bytes
from tests.properties.revised import revisions
from tests.unit.word.invariants import defects
from tests.unit.word.revisions import accepted, draft_lines, rejected, said, without

TODAY = date(2026, 11, 24)

FEW = 25
"""Documents for each property: to write one, read it back and compare takes a second in all."""

slow_to_draw = settings(max_examples=FEW, suppress_health_check=list(HealthCheck))


def composed(pair: tuple[Agreement, Agreement]) -> tuple[Document, Document]:
    """The documents of both revisions."""
    return compose(pair[0], TODAY), compose(pair[1], TODAY)


@slow_to_draw
@given(revisions())
def test_accepting_all_gives_the_new_text_and_rejecting_all_the_old(
    pair: tuple[Agreement, Agreement],
) -> None:
    old, new = composed(pair)
    redline = redline_bytes(old, new, author="Legal", when=TODAY)
    draft = draft_lines(new)
    assert without(accepted(redline), draft) == said(new, new)
    assert without(rejected(redline), draft) == said(old, new)
    assert defects(redline) == []


def seen(lines: tuple[Line, ...]) -> list[str]:
    """The texts of a view, each live reference as its bookmark's name in curly brackets."""
    found = []
    for line in lines:
        text = line.text
        for each in reversed(line.references):
            text = f"{text[: each.start]}{{{each.target}}}{text[each.end :]}"
        found.append(text)
    return [text for text in found if text]


@slow_to_draw
@given(revisions())
def test_a_redline_that_comes_back_is_read_as_the_two_texts(
    pair: tuple[Agreement, Agreement],
) -> None:
    old, new = composed(pair)
    back = read_returned(redline_bytes(old, new, author="Legal", when=TODAY), "redline.docx")
    draft = draft_lines(new)
    assert without(seen(back.after), draft) == said(new, new)
    assert without(seen(back.before), draft) == said(old, new)


@slow_to_draw
@given(revisions())
def test_the_comparison_holds_both_documents(pair: tuple[Agreement, Agreement]) -> None:
    old, new = composed(pair)
    found = compare(old, new)
    assert [b.id for p in old.parts for b in p.blocks] == [e.old.id for e in found.entries if e.old]
    assert [b.id for p in new.parts for b in p.blocks] == [e.new.id for e in found.entries if e.new]
    for entry in found.entries:
        if isinstance(entry.new, Paragraph):
            kept = [each.text for each in entry.passages if each.fate is not Fate.REMOVED]
            assert "".join(kept) == entry.new.text


@slow_to_draw
@given(revisions())
def test_a_document_has_no_difference_from_itself(pair: tuple[Agreement, Agreement]) -> None:
    _, new = composed(pair)
    assert compare(new, new).differences == ()
