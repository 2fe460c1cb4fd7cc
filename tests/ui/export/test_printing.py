"""Printing: the pages before it, the paper of the printer, and only the pages that are wanted."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from slaeditor.document.compose import compose
from slaeditor.document.copies import Form
from slaeditor.document.running import FOR_READING
from slaeditor.editing import shelf
from slaeditor.editing.templates import finished_example
from slaeditor.library.drafts import Library
from tests.agreements import TODAY
from tests.ui.window.opened import Person
from ui.export.printing import Sheets, new_printer


def printed(sheets: Sheets, folder: Path, *, first: int = 0, last: int = 0) -> list[str]:
    """What stands on each page that a printer gets."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is needed to read a PDF")
    printer = to_file(folder)
    printer.setFromTo(first, last)
    sheets.print_to(printer)
    file = folder / "printed.pdf"
    told = subprocess.run(["pdftotext", "-layout", str(file), "-"], check=True, capture_output=True)
    return [" ".join(page.split()) for page in told.stdout.decode().split("\f")[:-1]]


def to_file(folder: Path) -> QPrinter:
    """A printer that prints into a PDF."""
    printer = new_printer("Example")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(folder / "printed.pdf"))
    return printer


@pytest.fixture
def sheets(qtbot: QtBot) -> Sheets:
    """The example for a printer."""
    return Sheets(compose(finished_example(), TODAY), Form(watermark="DRAFT"))


def test_the_preview_shows_every_page(
    show: Callable[[], Person], library: Library, qtbot: QtBot
) -> None:
    shelf.store(library, finished_example(), TODAY)
    person = show()
    person.press(Qt.Key.Key_Return)
    person.window.actions_by_name["print_preview"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QPrintPreviewDialog)
    (shown,) = dialog.findChildren(QPrintPreviewWidget)
    qtbot.waitUntil(lambda: shown.pageCount() > 8, timeout=5000)
    dialog.reject()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None, timeout=5000)


@pytest.mark.slow
def test_all_pages_are_printed_with_what_runs_along(sheets: Sheets, tmp_path: Path) -> None:
    pages = printed(sheets, tmp_path)
    assert pages[2].startswith("Internal – legal review. Do not forward. Parties")
    assert pages[2].endswith(f"Page 3 of {len(pages)} {FOR_READING}")


@pytest.mark.slow
def test_only_the_pages_that_are_wanted_are_printed(sheets: Sheets, tmp_path: Path) -> None:
    first, second = printed(sheets, tmp_path, first=2, last=3)
    assert "Contents" in first
    assert "Parties" in second


def test_another_paper_is_laid_out_anew(sheets: Sheets, tmp_path: Path) -> None:
    printer = to_file(tmp_path)
    sheets.print_to(printer)
    on_a4 = (tmp_path / "printed.pdf").read_bytes().count(b"/Type /Page\n")
    printer = to_file(tmp_path)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    sheets.print_to(printer)
    assert (tmp_path / "printed.pdf").read_bytes().count(b"/Type /Page\n") > on_a4
