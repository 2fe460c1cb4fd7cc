"""One export on a thread of its own: from the agreement as it stands to the file on the disk."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, Signal

from slaeditor.agreement import Agreement
from slaeditor.blocks import Document
from slaeditor.document.compose import compose
from slaeditor.document.copies import Form
from slaeditor.document.house import House
from slaeditor.editing.export_choices import Choices
from slaeditor.editing.exporting import form_of_export
from slaeditor.errors import SlaError
from slaeditor.i18n import _
from slaeditor.settings import PROGRAM
from slaeditor.word.export import check_target, export, put
from slaeditor.word.house.chosen import chosen
from ui.export.pdf import heading_pages, pdf_bytes


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be exported, where to and how; `old` is what a redline starts from."""

    agreement: Agreement
    target: Path
    today: date
    choices: Choices
    old: Agreement | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an export ended; without a problem the file is there."""

    order: Order
    problem: SlaError | None = None


class ExportJob(QObject):
    """`progressed` carries how far it is in percent, `ended` the `Outcome`; both in the window."""

    progressed = Signal(int)
    ended = Signal(object)

    def __init__(self, order: Order, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._order = order
        self._percent = -1
        self._is_cancelled = threading.Event()
        self._thread = threading.Thread(target=self._run, name="export", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def cancel(self) -> None:
        """Stop soon; `ended` comes all the same."""
        self._is_cancelled.set()

    def wait(self, seconds: float) -> bool:
        """Wait for the thread; whether it has ended."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        problem: SlaError | None = SlaError(
            _("The export failed for a reason that the program didn’t expect; nothing was written.")
        )
        timers = QEventLoop()  # laying out text starts timers, which a thread of Python's lacks
        try:
            write(self._order, self._on_progress, self._is_cancelled.is_set)
            problem = None
        except SlaError as error:
            problem = error
        finally:  # what nobody expected goes on to the last net, and the window hears of it here
            del timers
            self.ended.emit(Outcome(self._order, problem))

    def _on_progress(self, done: int, total: int) -> None:
        percent = 100 * done // max(total, 1)
        if percent != self._percent:
            self._percent = percent
            self.progressed.emit(percent)


def form_of(order: Order, document: Document) -> Form:
    """How the document of an order goes out, but for the pages of its headings."""
    choices = order.choices
    form = form_of_export(
        order.agreement,
        document,
        order.today,
        copy=choices.copy,
        profile=choices.profile,
        watermark=choices.watermark,
        with_comments=choices.with_comments,
    )
    if not choices.in_house or order.target.suffix.lower() != ".docx" or chosen() is None:
        return form
    from slaeditor.word.house.keeping import chosen_house  # loads python-docx

    return replace(form, house=chosen_house())


def write(
    order: Order, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
) -> None:
    """Write the file of an order. Raises what `export` raises."""
    document = compose(order.agreement, order.today)
    check_target(order.target)
    form = form_of(order, document)
    suffix = order.target.suffix.lower()
    if order.old is not None:
        _write_redline(order, order.old, document, form.house, progress, cancelled)
    elif suffix == ".pdf":
        data = pdf_bytes(document, form, progress=progress, cancelled=cancelled)
        put(data, order.target, cancelled)
    else:
        is_ours = suffix == ".docx" and form.house is None  # a firm's pages are not like ours
        if is_ours and not _is_laid_out_by_export(document):
            form = replace(form, pages=heading_pages(document, form, cancelled))
        export(
            document,
            order.target,
            today=order.today,
            form=form,
            progress=progress,
            cancelled=cancelled,
        )


def _is_laid_out_by_export(document: Document) -> bool:
    from slaeditor.word.layout import can_lay_out  # loads python-docx

    return can_lay_out(document)


def _write_redline(
    order: Order,
    old: Agreement,
    new: Document,
    house: House | None,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> None:
    from slaeditor.word.redline_file import export_redline  # loads python-docx

    export_redline(
        compose(old, order.today),
        new,
        order.target,
        author=PROGRAM,
        when=order.today,
        copy=order.choices.copy,
        house=house,
        progress=progress,
        cancelled=cancelled,
    )
