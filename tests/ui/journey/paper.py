"""What stands on the pages of a Word file, as LibreOffice lays them out."""

import shutil
import subprocess
from pathlib import Path

from slaeditor.agreement import Agreement
from slaeditor.blocks import Table, Value
from slaeditor.document.compose import compose
from slaeditor.document.terms import spans_of
from tests.agreements import TODAY


def laid_out(document: Path, folder: Path) -> Path:
    """The pages of a .docx as a PDF in `folder`. Needs LibreOffice."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program("soffice"), profile, "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(folder), str(document)], check=True, capture_output=True
    )
    return folder / f"{document.stem}.pdf"


def text_of(pdf: Path) -> str:
    """The words of a PDF in the order of reading. Needs pdftotext."""
    reader = [program("pdftotext"), str(pdf), "-"]
    return subprocess.run(reader, check=True, capture_output=True).stdout.decode("utf-8")


def program(name: str) -> str:
    """Where a program is. Raises `FileNotFoundError` without it: nothing is skipped."""
    found = shutil.which(name)
    if found is None:
        raise FileNotFoundError(f"{name} is needed to lay out pages")
    return found


def squeezed(text: str) -> str:
    """A text without white space, for a comparison that doesn't mind where lines break."""
    return "".join(text.split())


def words_of_tables(agreement: Agreement) -> set[str]:
    """Every word that stands in a table, addresses of e-mail included."""
    tables = [
        block
        for part in compose(agreement, TODAY).parts
        for block in part.blocks
        if isinstance(block, Table)
    ]
    texts = [name for table in tables for name in table.header]
    texts += [cell.text for table in tables for row in table.rows for cell in row.cells]
    return {word for text in texts for word in text.split()}


def values_of(agreement: Agreement) -> set[str]:
    """Every value that the document of an agreement prints."""
    return {
        span.text
        for part in compose(agreement, TODAY).parts
        for block in part.blocks
        for span in spans_of(block)
        if isinstance(span, Value)
    }
