"""Export to Word against plain python-docx that writes the same texts into the same tables."""

import io
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from statistics import median

import docx

from slaeditor.blocks import Document, Paragraph, Table
from slaeditor.document.compose import compose
from slaeditor.word.write import docx_bytes
from tests.benchmarks import drafts
from tests.benchmarks.table import Line, compared, written

SIZES = {100: 5, 1000: 3}
"""Numbers of service levels, and rounds for each."""
TODAY = date(2026, 11, 24)


def lines() -> list[Line]:
    """From the composed document to the bytes of the file; composing is shown for itself."""
    found = []
    for levels, rounds in SIZES.items():
        agreement = drafts.agreement_with(levels)
        document = compose(agreement, TODAY)
        composing = _seconds(partial(compose, agreement, TODAY), rounds)
        ours, plain = [], []
        for _ in range(rounds):
            ours += _seconds(partial(docx_bytes, document, today=TODAY), 1)
            plain += _seconds(partial(_plain_docx, document), 1)
        what = f"write a Word file with {levels:,} levels"
        found.append(compared(what, ours, "python-docx, add_row()", plain))
        found.append(Line(f"compose {levels:,} levels", written(median(composing))))
    return found


def _seconds(work: Callable[[], object], rounds: int) -> list[float]:
    found = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        found.append(time.perf_counter() - begun)
    return found


def _plain_docx(document: Document) -> bytes:
    """Texts alone: no numbering, bookmarks, styles of ours, header or footer."""
    file = docx.Document()
    for part in document.parts:
        for block in part.blocks:
            if isinstance(block, Paragraph):
                file.add_paragraph(f"{block.number}\t{block.text}")
            elif isinstance(block, Table):
                _plain_table(file.add_table(rows=1, cols=len(block.header)), block)
            else:
                for person in block.people:
                    for name, spans in person.lines:
                        file.add_paragraph(name + "".join(span.text for span in spans))
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def _plain_table(written_table: "docx.table.Table", table: Table) -> None:
    for cell, name in zip(written_table.rows[0].cells, table.header, strict=True):
        cell.text = name
    for row in table.rows:
        cells = written_table.add_row().cells  # type: ignore[no-untyped-call]
        for cell, content in zip(cells, row.cells, strict=True):
            cell.text = content.text
