"""The preview pane: a heading with zoom, a sentence when something is wrong, and the paper."""

from collections.abc import Sequence
from time import perf_counter

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from slaeditor.blocks import Document
from slaeditor.document.terms import spans_of
from slaeditor.i18n import _
from ui.preview.cutting import entries_of
from ui.preview.entries import Entry
from ui.preview.paper import Paper
from ui.preview.sheet import Sheet
from ui.preview.typesetting import Typesetting, is_from
from ui.theme.notices import InfoBar
from ui.theme.tokens import SMALL, WIDE, look
from ui.theme.widgets import ToolButton, Words, row_of, set_surface

SMALLEST, LARGEST, ZOOM_STEP = 50, 200, 10

_SLICE = 0.004
"""Seconds of writing after which the window gets its turn; one step more may follow."""


class PreviewView(QWidget):
    """Shows a document, changes only what changed, and asks for the field that is clicked.

    `field_requested` gives its path, `zoomed` the new zoom in per cent; `settled` tells that the
    document last given is shown whole.
    """

    field_requested = Signal(str)
    zoomed = Signal(int)
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, "desk")
        self._zoom = 100
        self._section = ""
        self._path = ""
        self._clause = ""
        self._is_led = True
        self._was_scrolled = False
        self._printed_path = ""
        self._printed: dict[int, bool] = {}
        self._wanted: Sequence[Entry] = ()
        self._back_to = ""
        self._paper = Paper()
        # The paper stays light, so its text looks the same in both schemes.
        self._sheet = Sheet(self._paper, Typesetting(look().light, self._zoom))
        self._problem = InfoBar("", "warning", closable=False)
        self._problem.hide()
        self._slices = QTimer(self, singleShot=True, interval=0)
        self._slices.timeout.connect(self._on_slice_due)
        self._paper.field_asked.connect(self.field_requested)
        self._paper.resized.connect(self._on_resized)
        self._paper.scrolled.connect(self._on_scrolled)
        self._paper.zoom_turned.connect(self._on_zoom_turned)
        self.setFocusProxy(self._paper)
        self._lay_out()

    def _lay_out(self) -> None:
        title = Words(_("Preview"), "label")
        what = Words(_("as it will read in Word"), "hint")
        for words in (title, what):
            words.setWordWrap(False)
        self._smaller = ToolButton("zoom-out", _("Smaller preview"))
        self._larger = ToolButton("zoom-in", _("Larger preview"))
        self._smaller.clicked.connect(self._on_smaller_clicked)
        self._larger.clicked.connect(self._on_larger_clicked)
        head = row_of(title, what, spacing=SMALL)
        head.addWidget(self._smaller)
        head.addWidget(self._larger)
        head.setContentsMargins(WIDE, SMALL, WIDE, SMALL)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        notice = row_of(self._problem, stretch=False)
        notice.setContentsMargins(WIDE, 0, WIDE, 0)
        column.addLayout(notice)
        column.addWidget(self._paper, 1)

    # The document.

    def show_document(self, document: Document) -> None:
        """Show a document: what is the same stays, the rest is changed where it stands."""
        self.show_entries(entries_of(document))

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """As `show_document`, for a document that was cut into entries elsewhere.

        The first milliseconds of the work are done at once; more goes on between events.
        """
        self._problem.hide()
        self._wanted = entries
        self._sheet.want(entries)
        self._write(_SLICE)

    def show_problem(self, sentence: str) -> None:
        """Say why the document can't be shown as it is now; what was shown stays."""
        self._problem.set_text(sentence, "warning")
        self._problem.show()

    def settle(self) -> None:
        """Write all that is still to be written, now."""
        self._write(float("inf"))

    @property
    def is_settled(self) -> bool:
        """Whether the document last given is shown whole."""
        return self._sheet.is_settled

    def _write(self, seconds: float) -> None:
        with self._paper.held():
            end = perf_counter() + seconds  # finding the place to hold may have taken longer
            while not self._sheet.is_settled and perf_counter() < end:
                self._sheet.advance()
        self._show_places()
        if not self._sheet.is_settled:
            self._slices.start()
            return
        self._slices.stop()
        self._paper.mark(self._marked_ranges())
        self._return_to_place()
        self._is_led, self._was_scrolled = not self._was_scrolled, False
        self.settled.emit()
        self._is_led = True

    @Slot()
    def _on_resized(self) -> None:
        self._sheet.fit()
        if not self._sheet.is_settled:
            self._slices.start()

    @Slot()
    def _on_slice_due(self) -> None:
        self._write(_SLICE)

    # What the person is at.

    def show_section(self, part: str) -> None:
        """Tint the part of this name, and scroll to it unless it is in view."""
        self._section = part
        self._show_places()
        found = self._sheet.part_range(part)
        if found is not None:
            self._lead_to([found])

    def highlight(self, path: str) -> None:
        """Underline what is printed from the field at a path, and bring it into view."""
        self._path, self._clause = path, ""
        ranges = self._marked_ranges()
        self._paper.mark(ranges)
        self._lead_to(ranges)

    def show_clause(self, clause_id: str) -> bool:
        """Underline a clause, with the text cursor in front of it; False where it doesn't print."""
        ranges = list(self._sheet.ranges_of_block(clause_id))
        if not ranges:
            return False
        self._path, self._clause = "", clause_id
        self._paper.mark(ranges)
        self._paper.go_to(ranges[0][0])
        return True

    def _lead_to(self, ranges: Sequence[tuple[int, int]]) -> None:
        """Scroll to what isn't in view; not while a person who waited has gone elsewhere."""
        if self._is_led and ranges and not any(self._paper.shows(*found) for found in ranges):
            self._paper.scroll_to(ranges[0][0])

    def _marked_ranges(self) -> list[tuple[int, int]]:
        if self._clause:
            return list(self._sheet.ranges_of_block(self._clause))
        return self._ranges_of(self._path)

    @Slot()
    def _on_scrolled(self) -> None:
        """Whoever scrolls while the text is still being written stays there when it is."""
        self._was_scrolled = not self._sheet.is_settled

    def _show_places(self) -> None:
        """Tint and gaps between pages, where the text stands now."""
        self._paper.set_page_starts(self._sheet.page_starts(), self._sheet.look.page_gap)
        self._paper.tint(self._sheet.part_range(self._section))

    def _ranges_of(self, path: str) -> list[tuple[int, int]]:
        """Where the text that comes from a field stands."""
        found: list[tuple[int, int]] = []
        for number, entry in enumerate(self._sheet.entries if path else ()):
            if self._prints(entry, path):
                start, end = self._sheet.start_of(number), self._sheet.start_of(number + 1)
                found.extend(self._paper.written_from(path, start, end))
        return found

    def _prints(self, entry: Entry, path: str) -> bool:
        """Whether something in an entry comes from a field; looked up once for each entry."""
        if self._printed_path != path:
            self._printed_path, self._printed = path, {}
        known = self._printed.get(entry.fingerprint)
        if known is None:
            known = any(is_from(span, path) for span in spans_of(entry.block))
            self._printed[entry.fingerprint] = known
        return known

    # Zoom.

    @property
    def zoom(self) -> int:
        """The size of the text, in per cent."""
        return self._zoom

    def set_zoom(self, percent: int) -> None:
        """Show the text in another size, from 50 to 200 per cent, and the same place of it."""
        percent = min(max(percent, SMALLEST), LARGEST)
        if percent == self._zoom:
            return
        self._zoom = percent
        entries = self._sheet.entries
        if entries:
            self._back_to = entries[self._sheet.entry_at(self._paper.first_visible())].key
        self._sheet.set_look(Typesetting(look().light, percent))
        self._sheet.want(self._wanted)
        self._smaller.setEnabled(percent > SMALLEST)
        self._larger.setEnabled(percent < LARGEST)
        self.zoomed.emit(percent)
        self._write(_SLICE)

    def _return_to_place(self) -> None:
        """Scroll to what was at the top before the zoom changed."""
        key, self._back_to = self._back_to, ""
        for number, entry in enumerate(self._sheet.entries if key else ()):
            if number and entry.key == key:
                self._paper.scroll_to(self._sheet.start_of(number))

    @Slot(int)
    def _on_zoom_turned(self, steps: int) -> None:
        self.set_zoom(self._zoom + steps * ZOOM_STEP)

    @Slot()
    def _on_smaller_clicked(self) -> None:
        self.set_zoom(self._zoom - ZOOM_STEP)

    @Slot()
    def _on_larger_clicked(self) -> None:
        self.set_zoom(self._zoom + ZOOM_STEP)
