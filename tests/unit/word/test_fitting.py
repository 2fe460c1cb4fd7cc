"""Long words in narrow columns: made smaller and narrower, never broken at any letter."""

import re

import pytest

from slaeditor.word import markup
from slaeditor.word.fitting import NARROWEST, SMALLEST, fitted_runs

ROOM = 3000
SHORT = "ines.roth@northwind.example"
LONG = "maximiliane.oberhuber@operations.northwind.example"


def sizes(xml: str) -> list[int]:
    return [int(size) for size in re.findall(r'<w:sz w:val="(\d+)"/>', xml)]


def text(xml: str) -> str:
    return "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", xml))


def test_an_address_that_fits_is_one_plain_run() -> None:
    assert fitted_runs(SHORT, "", ROOM) == markup.runs(SHORT)


def test_an_address_that_is_too_long_is_made_smaller_and_stays_as_it_was_written() -> None:
    xml = fitted_runs(f"Jan Weber {LONG} by day", "", ROOM)
    assert text(xml) == f"Jan Weber {LONG} by day"
    (size,) = sizes(xml)
    assert SMALLEST <= size < 18
    assert '<w:r><w:t xml:space="preserve">Jan Weber </w:t></w:r>' in xml


def test_it_is_narrowed_where_the_smallest_letters_are_still_too_wide() -> None:
    xml = fitted_runs(LONG, "", ROOM)
    (scale,) = re.findall(r'<w:w w:val="(\d+)"/>', xml)
    assert NARROWEST <= int(scale) < 100


def test_nothing_gets_too_small_to_read() -> None:
    xml = fitted_runs("w" * 200, "", ROOM)
    assert sizes(xml) == [SMALLEST]
    assert f'<w:w w:val="{NARROWEST}"/>' in xml


def test_a_line_may_end_behind_a_hyphen() -> None:
    assert sizes(fitted_runs("bartholomew.fitzgerald@northwind-hosting.example", "", ROOM)) == []


def test_without_a_narrow_column_nothing_changes() -> None:
    assert fitted_runs(LONG, "", 0) == markup.runs(LONG)


@pytest.mark.parametrize(
    ("properties", "order"),
    [
        (markup.BOLD, ["b", "bCs", "w", "sz", "szCs"]),
        (markup.HIGHLIGHT, ["w", "sz", "szCs", "highlight"]),
    ],
)
def test_the_properties_of_a_run_keep_the_order_of_the_schema(
    properties: str, order: list[str]
) -> None:
    xml = fitted_runs(LONG, properties, ROOM)
    assert (
        re.findall(r"<w:(\w+)[ /]", xml.partition("<w:rPr>")[2].partition("</w:rPr>")[0]) == order
    )
