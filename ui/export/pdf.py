"""A document as PDF: its pages and what runs along with them, painted into memory.

All of it may be done by a worker thread.
"""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QPagedPaintDevice, QPageSize, QPainter, QPdfWriter

from slaeditor.blocks import Document
from slaeditor.document.contents import Pages as HeadingPages
from slaeditor.document.copies import Form, copy_of
from slaeditor.errors import ExportCancelled
from slaeditor.settings import PROGRAM
from ui.export.pages import A4, POINTS_PER_INCH, Pages
from ui.export.running import Running

_DOTS_PER_INCH = 600


def heading_pages(
    document: Document, form: Form, cancelled: Callable[[], bool] = lambda: False
) -> HeadingPages:
    """The page of each heading, as Qt lays them out: near to what Word does, one off at the most.

    Raises ExportCancelled, and what `copy_of` raises.
    """
    return Pages(copy_of(document, form.copy), A4, cancelled).of_headings


def pdf_bytes(
    document: Document,
    form: Form,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> bytes:
    """The PDF of a document on A4; `progress` is told pages done and pages in all.

    Raises ExportCancelled, and what `copy_of` raises.
    """
    shown = copy_of(document, form.copy)
    pages = Pages(shown, A4, cancelled)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setCreator(PROGRAM)
    writer.setTitle(document.title)
    paint_pages(writer, pages, Running(shown, form, A4), progress, cancelled)
    return bytes(buffer.data().data())


def paint_pages(
    device: QPagedPaintDevice,
    pages: Pages,
    running: Running,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    wanted: range | None = None,
) -> None:
    """Paint pages onto a device without margins; `wanted` counts from 0, all of them without.

    Raises ExportCancelled once `cancelled` is true.
    """
    wanted = range(pages.count) if wanted is None else wanted
    painter = QPainter(device)
    try:
        scale = device.logicalDpiY() / POINTS_PER_INCH
        painter.scale(scale, scale)
        for done, page in enumerate(wanted):
            if cancelled():
                raise ExportCancelled
            if done:
                device.newPage()
            running.paint_under(painter)
            pages.paint(painter, page)
            running.paint_over(painter, page, pages.count)
            if progress is not None:
                progress(done + 1, len(wanted))
    finally:
        painter.end()
