"""Tables as CSV: written so that no spreadsheet takes a text for a formula, and read back.

UTF-8 with a mark at its beginning, which spreadsheets need to know it by. A cell that begins with a
sign that starts a formula gets an apostrophe before it, which reading takes away again (see the
OWASP page "CSV Injection"). Plain numbers are left alone.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence

from slaeditor.errors import SlaError

MOST_BYTES = 8 * 1024**2
MOST_ROWS = 10_000
MOST_CELLS = 200  # of a row
SEPARATORS = ",;\t"
_BOM = "\ufeff"
_OTHERS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # how .xlsx, .ods and .xls begin
_STARTS = "=+-@\t\r\n＝＋－＠"
_NUMBER = re.compile(r"[+-]?\d{1,30}(?:[.,]\d{1,30})?")

Row = Sequence[str]


class NoTable(SlaError):
    """A file can't be read as a table; the sentence says why."""


def guarded(cell: str) -> str:
    """The cell as it can stand in a file that a spreadsheet opens."""
    if not cell or _NUMBER.fullmatch(cell) or cell[0] not in _STARTS + "'":
        return cell
    return f"'{cell}"


def unguarded(cell: str) -> str:
    """What `guarded` made of, else the cell itself."""
    is_guarded = cell[:1] == "'" and cell[1:2] and cell[1] in _STARTS + "'"
    return cell[1:] if is_guarded else cell


def written(rows: Iterable[Row], separator: str = ",") -> bytes:
    """The table as a file's bytes."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    for row in rows:
        writer.writerow([guarded(cell) for cell in row])
    return (_BOM + out.getvalue()).encode("utf-8", "replace")


def read(raw: bytes, name: str) -> list[list[str]]:
    """The rows of a file's bytes, without empty ones; `name` is for the sentences.

    Its separator is found out from the first line. Raises `NoTable`.
    """
    rows = [cells for cells in _rows(_text_of(raw, name), name) if any(cells)]
    if not rows:
        raise NoTable(f"{name} holds no table.")
    return rows


def _rows(text: str, name: str) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    try:
        for number, row in enumerate(reader):
            if len(row) > MOST_CELLS or number >= MOST_ROWS:
                raise NoTable(f"{name} has more rows or columns than any table that can be read.")
            yield [unguarded(cell.strip(" ")) for cell in row]
    except csv.Error as error:
        raise NoTable(f"{name} can't be read as a table: {error}.") from error


def _text_of(raw: bytes, name: str) -> str:
    if len(raw) > MOST_BYTES:
        raise NoTable(f"{name} is larger than any table that can be read ({MOST_BYTES:,} bytes).")
    text = _decoded(raw)
    if raw.startswith(_OTHERS) or "\0" in text:
        raise NoTable(f"{name} is no CSV file: save the table as CSV in your spreadsheet first.")
    return text


def _decoded(raw: bytes) -> str:
    """The text: UTF-8, UTF-16 by its mark, else what Windows writes in western Europe."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _separator(text: str) -> str:
    """The separator that stands most often in the first line, outside quotation marks."""
    first = re.sub(r'"[^"]*"', "", text[:10_000].lstrip("\r\n").partition("\n")[0])
    return max(SEPARATORS, key=lambda sign: (first.count(sign), -SEPARATORS.index(sign)))
