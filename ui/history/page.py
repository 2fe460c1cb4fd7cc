"""The page of an agreement's history: its versions at the left, what changed between two beside."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from slaeditor.editing.undo import UndoStack
from slaeditor.i18n import _
from ui.compare.job import NOW, Found
from ui.compare.view import MarkedView
from ui.compare.words import heading, position_words
from ui.elided import Elided
from ui.history.foot import Foot
from ui.history.head import Head
from ui.history.offers import offers
from ui.history.side import Side
from ui.theme.notices import EmptyState, InfoBar, announce
from ui.theme.tokens import MEDIUM, PAGE, SMALL
from ui.theme.widgets import ToolButton, section_title, set_surface

_SIDE = 264  # pixels at first
_PATIENCE = 200  # ms that what was shown before may stay without a word


class HistoryPage(QWidget):
    """Shows what it is given; the signals are wishes of the person.

    `go_requested` carries the path of a field.
    """

    back_requested = Signal()
    go_requested = Signal(str)
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_surface(self, "window")
        self._found: Found | None = None
        self._pair: tuple[str, str] | None = None
        self.next = self._action(_("&Next change"), "F3", "F8", "Alt+Right")
        self.previous = self._action(_("&Previous change"), "Shift+F3", "Shift+F8", "Alt+Left")
        self._undo = self._action(_("&Undo"), "Ctrl+Z")
        self._redo = self._action(_("&Redo"), "Ctrl+Y", "Ctrl+Shift+Z")
        self._leave = self._action(_("&Back to the agreement"), "Esc")
        self.side = Side()
        self.head = Head(self.previous, self.next)
        self.view = MarkedView()
        self.foot = Foot()
        self._same = EmptyState(
            "check-circle", _("No changes"), _("Both versions say the same, word for word.")
        )
        self._paper = QStackedWidget()
        self._problem = InfoBar("", "warning", closable=False)
        self._problem.hide()
        self._title = Elided("hint")
        self._waiting = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._connect()
        self._lay_out()

    @property
    def menus(self) -> dict[str, tuple[QAction, ...]]:
        """The page's actions by the letter of the menu they belong to."""
        return {
            "E": (self._undo, self._redo),
            "V": (self.next, self.previous),
            "A": (self._leave,),
        }

    @property
    def found(self) -> Found | None:
        """The comparison shown; None before the first one, and where it could not be made."""
        return self._found

    @Slot()
    def focus_first(self) -> None:
        """Give the keys to the list of versions."""
        self.side.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_title(self, title: str) -> None:
        """Say whose history this is."""
        self._title.set_whole(title or _("Agreement without a title"))

    def show_steps(self, stack: UndoStack) -> None:
        """Let undo and redo be used where there is something to undo."""
        self._undo.setEnabled(bool(stack.undo_label))
        self._redo.setEnabled(bool(stack.redo_label))

    def let_change(self, may_change: bool) -> None:
        """Offer to go back and to copy back, unless the agreement can only be read."""
        self.foot.may_change = may_change
        self.side.let_go_back(may_change)

    def show_waiting(self) -> None:
        """A comparison is under way."""
        self._waiting.start()

    def show_problem(self, sentence: str) -> None:
        """Say why there is no comparison."""
        self._waiting.stop()
        self._found = self._pair = None
        self._tell(sentence)
        self.head.show_found(self._heading(), "", 0, is_alone=True)
        self._paper.hide()
        self._on_reached(0)

    def show_found(self, found: Found) -> None:
        """Show a comparison; where it is the same pair as before, the place in it stays."""
        self._waiting.stop()
        pair = self.side.pair()
        is_new, self._pair, self._found = pair != self._pair, pair, found
        self._tell(" ".join(dict.fromkeys((found.old.sentence, found.new.sentence))).strip())
        self._show_paper(anew=is_new)
        summary = self._summary(found)
        is_alone = pair[0] == pair[1]
        self.head.show_found(self._heading(), summary, len(found.laid.places), is_alone=is_alone)
        self.view.paper.setAccessibleDescription(f"{self._heading()}. {summary}")
        self.foot.redline.setEnabled(not is_alone)
        self._on_reached(self.view.current)
        if is_new:
            announce(self, f"{self._heading()}. {summary}")

    def step(self, by: int) -> None:
        """Go to the next change (1) or the one before (-1), from the last one to the first."""
        count = len(self._found.laid.places) if self._found is not None else 0
        if not count:
            return
        at = self.view.current or (0 if by > 0 else 1)
        number = (at + by - 1) % count + 1
        if self.view.go_to(number):
            announce(self, self.foot.position.text())

    # Putting it together.

    def _action(self, words: str, *keys: str) -> QAction:
        action = QAction(words, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(action)
        return action

    def _connect(self) -> None:
        self.next.triggered.connect(lambda: self.step(1))
        self.previous.triggered.connect(lambda: self.step(-1))
        self._undo.triggered.connect(self.undo_requested)
        self._redo.triggered.connect(self.redo_requested)
        self._leave.triggered.connect(self.back_requested)
        self._waiting.timeout.connect(self.head.show_busy)
        self.head.shown_changed.connect(self._on_shown_changed)
        self.view.reached.connect(self._on_reached)
        self.view.field_requested.connect(self.go_requested)

    def _lay_out(self) -> None:
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setChildrenCollapsible(False)
        panes.setHandleWidth(1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(PAGE, MEDIUM, PAGE, MEDIUM)
        column.setSpacing(MEDIUM)
        self._paper.addWidget(self.view)
        self._paper.addWidget(self._same)
        column.addWidget(self.head)
        column.addWidget(self._problem)
        column.addWidget(self._paper, 1)
        column.addWidget(self.foot)
        for pane in (self.side, right):
            panes.addWidget(pane)
        panes.setStretchFactor(1, 1)
        panes.setSizes([_SIDE, 1000])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._bar())
        outer.addWidget(panes, 1)

    def _bar(self) -> QWidget:
        bar = QWidget()
        set_surface(bar, "bar")
        back = ToolButton("back", _("Back to the agreement"), QKeySequence("Esc"))
        back.clicked.connect(self.back_requested)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(section_title(_("Compare versions")))
        names.addWidget(self._title)
        row = QHBoxLayout(bar)
        row.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(back)
        row.addLayout(names, 1)
        return bar

    # What is shown.

    def _heading(self) -> str:
        older, newer = self.side.pair()
        return heading(self.side.label_of(older), self.side.label_of(newer))

    def _summary(self, found: Found) -> str:
        older, newer = self.side.pair()
        if older == newer:
            return (
                _("As it stands. Choose an earlier version to see what changed since.")
                if newer == NOW
                else _("As it was then.")
            )
        parts = [found.summary]
        others = found.laid.other_fields
        if others:
            parts.append(others)
        if found.laid.places:
            parts.append(_("removed text is struck through, added text is underlined"))
        return " · ".join(parts)

    def _show_paper(self, *, anew: bool) -> None:
        if self._found is None:
            return
        older, newer = self.side.pair()
        laid = self._found.laid
        is_whole = self.head.shows_whole or older == newer
        self.view.show_pieces(laid.whole if is_whole else laid.changes, anew=anew)
        self._paper.setCurrentWidget(self.view if is_whole or laid.places else self._same)
        self._paper.show()

    def _tell(self, sentence: str) -> None:
        self._problem.set_text(sentence, "warning")
        self._problem.setVisible(bool(sentence))

    @Slot()
    def _on_shown_changed(self) -> None:
        number = self.view.current
        self._show_paper(anew=True)
        if number:
            self.view.go_to(number)

    @Slot(int)
    def _on_reached(self, number: int) -> None:
        """Say where the person is, and what of that can be copied back."""
        found = self._found
        older, newer = self.side.pair()
        places = found.laid.places if found is not None else ()
        is_at_one = 0 < number <= len(places)
        words = position_words(number, places) if is_at_one else ""
        if not words and places:
            words = _("A click on a passage shows its field; Next change goes through them all.")
        self.foot.show_position(words)
        paths = places[number - 1].paths if is_at_one else ()
        source = self.side.label_of(older)
        self.foot.show_offers(source, offers(found, paths) if found and older != newer else ())
