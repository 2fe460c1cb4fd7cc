"""A document as plain text."""

import pytest

from slaeditor.blocks import Part, Role, Value
from slaeditor.document.text import is_right_to_left, plain_text, printable, text_levels
from tests.unit.word.building import document, paragraph
from tests.unit.word.rich_document import rich


def test_numbers_stand_before_their_paragraphs() -> None:
    lines = plain_text(rich()).splitlines()
    assert "2  Scope" in lines
    assert "2.1  The Provider shall provide:" in lines
    assert "        (i)  taking requests; and" in lines
    assert "Schedule 1  Service Levels" in lines


def test_a_table_row_is_one_line() -> None:
    assert "Daily business | Mira Holm / +49 40 1234 | –" in plain_text(rich()).splitlines()


def test_lines_to_sign_are_ruled() -> None:
    assert "Place: ______" in plain_text(rich())


def test_the_lines_of_a_value_stand_under_each_other() -> None:
    clause = paragraph(Role.CLAUSE, "c", Value("one\ntwo", "a/b"), number="1.1")
    assert plain_text(document(Part("scope", (clause,)))) == "1.1  one\n     two\n"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a\x0bb\x00", "a\ufffdb\ufffd"),
        ("\ud800\uffff", "\ufffd\ufffd"),
        ("a\r\nb\rc\td", "a\nb\nc\td"),
        ("a\u2028b\u2029c", "a\nb\nc"),
        ("🎉\N{NO-BREAK SPACE}é", "🎉\N{NO-BREAK SPACE}é"),
    ],
)
def test_what_xml_cannot_hold_is_replaced(typed: str, printed: str) -> None:
    assert printable(typed) == printed


def test_text_is_right_to_left_by_the_majority_of_its_letters() -> None:
    assert is_right_to_left("חברת שירות (IT)")
    assert not is_right_to_left("The company שרת Ltd")
    assert not is_right_to_left("12.3 – €")


def test_unnumbered_text_is_level_with_what_it_follows() -> None:
    blocks = (
        paragraph(Role.PLAIN_HEADING, "a", "Parties"),
        paragraph(Role.BODY, "b", "At the margin."),
        paragraph(Role.CLAUSE, "c", "A clause.", number="1.1"),
        paragraph(Role.ITEM, "d", "An item.", number="(a)"),
        paragraph(Role.BODY, "e", "Level with the clause."),
        paragraph(Role.PART, "f", "A part.", number="Part A"),
        paragraph(Role.BODY, "g", "At the margin."),
    )
    assert list(text_levels(blocks)) == [0, 0, 1, 2, 1, 0, 0]
