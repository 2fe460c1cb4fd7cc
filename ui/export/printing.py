"""Printing the open draft, and looking at the pages before: laid out as the PDF is."""

from PySide6.QtCore import QMarginsF, QObject, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog

from slaeditor.blocks import Document
from slaeditor.document.compose import compose
from slaeditor.document.copies import Copy, Form, copy_of, default_copy
from slaeditor.editing.export_choices import remembered
from slaeditor.errors import SlaError
from slaeditor.i18n import _
from ui.bench import Bench
from ui.export.gaps import gaps_of
from ui.export.pages import Pages
from ui.export.pdf import paint_pages
from ui.export.running import Running
from ui.theme.notices import InfoBar

ABOUT = "print"


class Printing(QObject):
    """The copy is the one that was exported last; with gaps in it, it is no clean one."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._printer: QPrinter | None = None  # Qt's dialogs don't keep theirs alive

    def preview(self) -> None:
        """Show the pages of the open agreement as the printer would print them."""
        sheets = self._sheets()
        if sheets is None:
            return
        self._printer = printer = new_printer(sheets.title)
        dialog = QPrintPreviewDialog(printer, self._bench.frame)
        dialog.setWindowTitle(_("Print preview"))
        dialog.resize(self._bench.frame.size() * 0.9)
        dialog.paintRequested.connect(sheets.print_to)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def print(self) -> None:
        """Ask for a printer, and print the open agreement."""
        sheets = self._sheets()
        if sheets is None:
            return
        self._printer = printer = new_printer(sheets.title)
        dialog = QPrintDialog(printer, self._bench.frame)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.accepted.connect(lambda: sheets.print_to(printer))
        dialog.finished.connect(dialog.deleteLater)
        dialog.setModal(True)
        dialog.show()

    def _sheets(self) -> "Sheets | None":
        desk = self._bench.desk
        if desk is None:
            return None
        try:
            document = compose(desk.draft.agreement, desk.today)
            chosen = remembered(self._bench.places.of(desk.id).choices, default_copy(document))
            is_open = chosen.copy is Copy.CLEAN and bool(gaps_of(document))
            copy = Copy.REVIEW if is_open else chosen.copy
            return Sheets(document, Form(copy, watermark=chosen.watermark))
        except SlaError as error:
            self._bench.frame.notices.put(ABOUT, InfoBar(str(error), "danger"))
            return None


class Sheets:
    """A document for a printer, laid out for the paper that is in it."""

    def __init__(self, document: Document, form: Form) -> None:
        """Raises what `copy_of` raises."""
        self.title = document.title
        self._document = copy_of(document, form.copy)
        self._form = form
        self._pages: Pages | None = None
        self._paper = QSizeF()

    def print_to(self, printer: QPrinter) -> None:
        """Paint the pages that are wanted, or all of them."""
        printer.setFullPage(True)
        paper = printer.pageLayout().fullRect(QPageLayout.Unit.Point).size()
        if self._pages is None or paper != self._paper:
            self._pages, self._paper = Pages(self._document, paper), paper
        first, last = printer.fromPage() or 1, printer.toPage() or self._pages.count
        wanted = range(first - 1, min(last, self._pages.count))
        paint_pages(printer, self._pages, Running(self._document, self._form, paper), wanted=wanted)


def new_printer(title: str) -> QPrinter:
    """The usual printer, with A4 in it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    printer.setDocName(title)
    return printer
