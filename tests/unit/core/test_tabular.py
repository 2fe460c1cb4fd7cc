"""Tables as CSV: nothing a spreadsheet would run, and every text read back as it was."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as some

from slaeditor.tabular import MOST_CELLS, NoTable, guarded, read, unguarded, written

texts = some.text(
    some.characters(exclude_categories=("Cs", "Cc")) | some.sampled_from("=+-@'\",;\n"), max_size=12
).map(lambda text: text.strip(" "))


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1", "=HYPERLINK()"],
)
def test_a_formula_gets_an_apostrophe_and_loses_it_again(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize("cell", ["-5", "+99.95", "-1,5", "99.9 %", "plain", "", "a=b"])
def test_numbers_and_plain_texts_stay_as_they_are(cell: str) -> None:
    assert guarded(cell) == cell


def test_a_text_that_begins_with_an_apostrophe_comes_back() -> None:
    assert unguarded("'tis so") == "'tis so"
    assert unguarded(guarded("'tis so")) == "'tis so"
    assert unguarded(guarded("'=1")) == "'=1"


@given(some.lists(some.lists(texts, min_size=2, max_size=4), min_size=1, max_size=5))
def test_what_is_written_is_read_back(rows: list[list[str]]) -> None:
    width = max(len(row) for row in rows)
    whole = [["a"] * width] + [row + [""] * (width - len(row)) for row in rows]
    wanted = [row for row in whole if any(row)]
    for separator in ",;\t":
        raw = written(whole, separator)
        assert read(raw, "x.csv") == wanted
        for row in csv.reader(
            io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=separator
        ):
            assert all(cell == guarded(unguarded(cell)) for cell in row)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_other_programs_tables_are_read(encoding: str, separator: str) -> None:
    text = f"Name{separator}Target\r\nZürich{separator}99,5\r\n\r\n"
    cells = ["Zürich", "99,5"] if separator != "," else ["Zürich", "99", "5"]
    assert read(text.encode(encoding), "x") == [["Name", "Target"], cells]


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "holds no table"),
        (b"\r\n ,,\r\n", "holds no table"),
        (b"PK\x03\x04 xlsx", "save the table as CSV"),
        (b"a\0b", "save the table as CSV"),
        (b"a," * (MOST_CELLS + 2), "more rows or columns"),
        (b"a\n" * 10_002, "more rows or columns"),
        (b"a" * (9 * 1024**2), "larger than any table"),
        (b'"' + b"a" * 200_000, "can't be read as a table"),
    ],
)
def test_what_is_no_table_is_named(raw: bytes, sentence: str) -> None:
    with pytest.raises(NoTable, match=sentence):
        read(raw, "x.csv")


@given(some.binary(max_size=200))
def test_any_bytes_are_a_table_or_a_sentence(raw: bytes) -> None:
    try:
        assert read(raw, "x")
    except NoTable as error:
        assert str(error).startswith("x ")
