"""The verb `levels`: the service levels of a draft as a table, out and in."""

import sys
import time
from pathlib import Path

from slaeditor.agreement import encode
from slaeditor.cli.desk import BadUse, Desk, Words
from slaeditor.cli.streams import warn
from slaeditor.document.view import View
from slaeditor.editing.level_sheets import sheet, with_sheet
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.readiness.questions import completeness
from slaeditor.replace_file import replace_file
from slaeditor.tabular import MOST_BYTES, NoTable, read, written

_OUTPUT = "-"


def levels(desk: Desk, words: Words) -> int:
    """Print the service levels as CSV, write them to a file, or take them from one.

    1 when a cell could not be read; it is kept as typed.
    """
    stored, agreement = desk.agreement(words.draft)
    if words.source is None:
        write_table(sheet(agreement), words.csv or _OUTPUT)
        return 0
    if words.csv is not None:
        raise BadUse("Either `--csv` (out) or `--from` (in), not both.")
    path = Path(words.source)
    if path.stat().st_size > MOST_BYTES:
        raise NoTable(f"{path} is larger than any table that can be read ({MOST_BYTES:,} bytes).")
    taken = with_sheet(agreement, read(path.read_bytes(), path.name))
    draft = OpenDraft(agreement, time.monotonic)
    draft.replace(taken.agreement, "Service levels from a spreadsheet")
    new = draft.agreement
    stored.save(encode(new), completeness(View(new, desk.today)))
    for heading in taken.ignored:
        warn(f"The column “{heading[:60]}” is no field of a service level; it was left out.")
    for problem in taken.problems:
        warn(problem)
    print(f"Service levels added: {taken.added}, already there: {taken.changed}.")
    return 1 if taken.problems else 0


def write_table(rows: list[list[str]], target: str) -> None:
    """Write a table to a file, or to the output for “-”."""
    raw = written(rows)
    if target != _OUTPUT:
        replace_file(Path(target), raw)
        return
    sys.stdout.write(raw.decode("utf-8").replace("\r\n", "\n").removeprefix("\ufeff"))
