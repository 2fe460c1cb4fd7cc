"""Numbers of a firm's lists: every form, levels that start elsewhere, and lists without room."""

import pytest

from slaeditor.blocks import Document, Paragraph, Part, Reference, Role
from slaeditor.document.formats import FORMS, Count, Format, Formats, in_form
from slaeditor.document.house import in_house
from slaeditor.word.house.opening import opened
from slaeditor.word.house.roles import proposed
from slaeditor.word.house.writing import house_of
from tests.unit.word.building import document, paragraph
from tests.unit.word.house import firms


def numbers(shown: Document) -> list[str]:
    """All numbers of paragraphs, in order."""
    return [each.number for each in shown.paragraphs()]


def clauses(*roles: Role) -> Document:
    """A document with a paragraph of each role, and a reference to all of them in the last."""
    blocks = [paragraph(role, f"p{number}", "Text") for number, role in enumerate(roles)]
    references = [Reference(block.id) for block in blocks]
    return document(Part("scope", (*blocks, Paragraph(Role.BODY, "end", tuple(references)))))


def referred(shown: Document) -> list[str]:
    """What the references to the paragraphs show, in order."""
    return [span.text for span in shown.paragraphs()[-1].spans]


def firm(*levels: str, numbered: int = 0) -> bytes:
    """A firm with one list; each level has a style, or only the first `numbered` ones."""
    count = numbered or len(levels)
    styles = "".join(
        firms.paragraph_style(f"L{n}", f"Level {n}", firms.numbered(1, n) + _outline(n))
        for n in range(count)
    )
    return firms.package(styles, firms.abstract(0, *levels) + firms.instance(1, 0))


def _outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level}"/>'


def shown(data: bytes, *roles: Role) -> Document:
    """A document of these roles as numbered in a template with its proposed styles."""
    template = opened(data, "firm.dotx")
    return in_house(clauses(*roles), house_of(template, proposed(template.sheet)))


def test_counts_are_written_in_every_form() -> None:
    written = {form: [in_form(count, form) for count in (1, 4, 27)] for form in FORMS}
    assert written == {
        "decimal": ["1", "4", "27"],
        "decimalZero": ["01", "04", "27"],
        "lowerLetter": ["a", "d", "aa"],
        "upperLetter": ["A", "D", "AA"],
        "lowerRoman": ["i", "iv", "xxvii"],
        "upperRoman": ["I", "IV", "XXVII"],
        "ordinal": ["1st", "4th", "27th"],
    }
    assert [in_form(count, "ordinal") for count in (2, 3, 11, 12, 13, 112)] == [
        *("2nd", "3rd", "11th", "12th", "13th", "112th")
    ]


def test_words_are_left_out_of_what_a_sentence_says() -> None:
    article = Format(("Article ", Count(Role.HEADING), "."))
    assert article.number(lambda _role: 3) == "Article 3."
    assert article.referred(lambda _role: 3) == "3."
    assert article.has_words
    assert Formats().format(Role.HEADING, in_schedule=False) is None


def test_a_full_stop_ends_a_number_but_not_a_reference_to_it() -> None:
    data = firm(
        firms.level(0, "decimal", "%1.", "L0"),
        firms.level(1, "lowerLetter", "(%2)", "L1"),
        firms.level(2, "lowerRoman", "%3.", "L2"),
    )
    found = shown(data, Role.HEADING, Role.CLAUSE, Role.ITEM, Role.ITEM)
    assert numbers(found)[:4] == ["1.", "(a)", "i.", "ii."]
    assert referred(found) == ["1", "1.(a)", "1.(a)i", "1.(a)ii"]


def test_a_list_may_start_at_another_number() -> None:
    data = firm(
        firms.level(0, "decimal", "%1", "L0", start=5),
        firms.level(1, "decimal", "%1.%2", "L1", start=0),
    )
    found = shown(data, Role.HEADING, Role.CLAUSE, Role.CLAUSE, Role.HEADING, Role.CLAUSE)
    assert numbers(found)[:5] == ["5", "5.0", "5.1", "6", "6.0"]


def test_legal_numbers_show_all_counts_as_digits() -> None:
    data = firm(
        firms.level(0, "upperRoman", "Article %1", "L0"),
        firms.level(1, "decimal", "%1.%2", "L1", "<w:isLgl/>"),
    )
    found = shown(data, *[Role.HEADING] * 4, Role.CLAUSE)
    assert numbers(found)[3:5] == ["Article IV", "4.1"]
    assert referred(found)[3:] == ["IV", "4.1"]


def test_our_clauses_below_roman_articles_have_digits() -> None:
    data = firm(firms.level(0, "upperRoman", "Article %1", "L0"), numbered=1)
    found = shown(data, Role.HEADING, Role.HEADING, Role.CLAUSE, Role.ITEM, Role.SUBITEM)
    assert numbers(found)[1:5] == ["Article II", "2.1", "(a)", "(i)"]
    assert referred(found)[2:] == ["2.1", "2.1(a)", "2.1(a)(i)"]


def test_a_level_may_be_begun_again_by_the_first_level_only() -> None:
    data = firm(
        firms.level(0, "decimal", "%1", "L0"),
        firms.level(1, "decimal", "%1.%2", "L1"),
        firms.level(2, "lowerLetter", "(%3)", "L2", '<w:lvlRestart w:val="1"/>'),
    )
    roles = (Role.HEADING, Role.CLAUSE, Role.ITEM, Role.CLAUSE, Role.ITEM, Role.HEADING)
    found = shown(data, *roles, Role.CLAUSE, Role.ITEM)
    assert [n for n in numbers(found) if n.startswith("(")] == ["(a)", "(b)", "(a)"]


def test_bullets_and_unknown_forms_are_not_taken_for_numbers() -> None:
    for form, text in (("bullet", "•"), ("chicago", "%1"), ("decimal", "§")):
        template = opened(firm(firms.level(0, form, text, "L0")), "firm.dotx")
        assert template.sheet.numbers("L0") is None


def test_a_level_that_a_style_is_bound_to_counts_whatever_the_style_says() -> None:
    styles = firms.paragraph_style("A", "A", firms.numbered(1)) + firms.paragraph_style(
        "B", "B", based_on="A"
    )
    lists = firms.abstract(
        0, firms.level(0, "decimal", "%1", "A"), firms.level(1, "decimal", "%1.%2", "B")
    )
    sheet = opened(firms.package(styles, lists + firms.instance(1, 0)), "firm.dotx").sheet
    binding = sheet.binding("B")
    assert binding is not None
    assert binding.level == 1


def test_a_list_style_is_followed_to_its_list() -> None:
    style = (
        '<w:style w:type="numbering" w:styleId="Clauses"><w:name w:val="Clauses"/><w:pPr><w:numPr>'
        '<w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    )
    linked = (
        '<w:abstractNum w:abstractNumId="1"><w:nsid w:val="00000001"/>'
        '<w:multiLevelType w:val="multilevel"/><w:numStyleLink w:val="Clauses"/></w:abstractNum>'
    )
    real = firms.abstract(0, firms.level(0, "decimal", "§ %1", "H"))
    lists = real + linked + firms.instance(1, 1) + firms.instance(2, 0)
    styles = firms.paragraph_style("H", "H", firms.numbered(1) + _outline(0)) + style
    found = shown(firms.package(styles, lists), Role.HEADING)
    assert numbers(found)[0] == "§ 1"


@pytest.mark.parametrize("wanted", ["", "L0"])
def test_a_place_without_room_in_the_firms_list_keeps_our_numbers(wanted: str) -> None:
    data = firm(firms.level(0, "decimal", "%1", "L0"), firms.level(1, "lowerLetter", "(%2)", "L1"))
    template = opened(data, "firm.dotx")
    house = house_of(template, {"heading": "L0", "item": "L1", "clause": wanted})
    found = in_house(clauses(Role.HEADING, Role.CLAUSE, Role.ITEM), house)
    assert numbers(found)[:3] == ["1", "1.1", "(a)"]
