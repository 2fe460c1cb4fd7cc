"""The page of what another computer changed. It decides nothing itself."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from slaeditor.editing.undo import UndoStack
from slaeditor.i18n import _, ngettext
from ui.clashes.card import Outcome, Versions
from ui.clashes.cards import ClashCards, MakeEditor
from ui.clashes.taken import TakenOver
from ui.elided import Elided
from ui.theme.notices import announce
from ui.theme.tokens import MEDIUM, PAGE, SMALL
from ui.theme.widgets import (
    Button,
    QuietButton,
    ToolButton,
    Words,
    hairline,
    hint,
    section_title,
    set_surface,
)

_STEPS = (("up", "Shift+F8"), ("down", "F8"))


class ClashPage(QWidget):
    """Shows what it is given; the signals are wishes of the person.

    `decided` carries the id of a clash and the `Outcome` wished for; `edited` the id and a text;
    `all_decided` the same outcome for all that is open. `go_requested` carries a path.
    """

    back_requested = Signal()
    go_requested = Signal(str)
    decided = Signal(str, str)
    all_decided = Signal(str)
    edited = Signal(str, str)
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(
        self,
        title: str,
        clashes: Sequence[Versions],
        taken: Sequence[TakenOver],
        make_editor: MakeEditor,
    ) -> None:
        super().__init__()
        set_surface(self, "window")
        self.clashes = tuple(clashes)
        self.taken = tuple(taken)
        self._outcomes: Mapping[str, Outcome] = {}
        self._next = self._action(_("&Next change"), "F8")
        self._previous = self._action(_("&Previous change"), "Shift+F8")
        self._undo = self._action(_("&Undo"), "Ctrl+Z")
        self._redo = self._action(_("&Redo"), "Ctrl+Y", "Ctrl+Shift+Z")
        self._leave = self._action(_("&Back to the agreement"), "Esc")
        self.cards = ClashCards(clashes, taken, make_editor)
        self._count = Words("")
        self._count.setWordWrap(False)
        self._keep_all = Button(_("Keep all as they are"), "check")
        self._take_all = Button(_("Take all others"), "swap")
        self._undo_button = QuietButton(_("Undo"))
        self._undo_button.setToolTip(_("Take the last step back (Ctrl+Z)"))
        self._foot = self._make_foot()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._head(title), self._top(), hairline()):
            column.addWidget(part)
        column.addWidget(self.cards, 1)
        column.addWidget(self._foot)
        self.cards.stand_before(self._foot)
        self._connect()

    @property
    def menus(self) -> dict[str, tuple[QAction, ...]]:
        """The page's actions by the letter of the menu they belong to."""
        return {
            "E": (self._undo, self._redo),
            "V": (self._next, self._previous),
            "A": (self._leave,),
        }

    @property
    def open_ids(self) -> tuple[str, ...]:
        """The clashes on the page that nobody has decided."""
        return tuple(each for each, found in self._outcomes.items() if found is Outcome.OPEN)

    @Slot()
    def focus_first(self) -> None:
        """Give the keys to the first thing to decide, or to the first card."""
        self.cards.focus_first()

    def show_steps(self, stack: UndoStack) -> None:
        """Let undo and redo be used where there is something to undo."""
        self._undo.setEnabled(bool(stack.undo_label))
        self._undo_button.setVisible(bool(stack.undo_label) and self._progress_is_some)
        self._redo.setEnabled(bool(stack.redo_label))

    def show_outcomes(self, outcomes: Mapping[str, Outcome]) -> None:
        """Show what became of each clash by now."""
        self._outcomes = outcomes
        self.cards.show_outcomes(outcomes)
        is_any_open = bool(self.open_ids)
        for button in (self._keep_all, self._take_all):
            button.setEnabled(is_any_open)
        self._count.setText(self._progress())

    @property
    def _progress_is_some(self) -> bool:
        return len(self.open_ids) < len(self.clashes)

    def say_decided(self, words: str) -> None:
        """Let a screen reader say what was decided and how much is left."""
        announce(self, f"{words}. {self._progress()}")

    def _progress(self) -> str:
        """How many are decided, in words."""
        total = len(self.clashes)
        done = total - len(self.open_ids)
        if not total:
            return ""
        return _("{done} of {total} decided").format(done=done, total=total)

    def _action(self, words: str, *keys: str) -> QAction:
        action = QAction(words, self)
        action.setShortcuts([QKeySequence(key) for key in keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(action)
        return action

    def _connect(self) -> None:
        self._next.triggered.connect(lambda: self.cards.step(1))
        self._previous.triggered.connect(lambda: self.cards.step(-1))
        self._undo.triggered.connect(self.undo_requested)
        self._redo.triggered.connect(self.redo_requested)
        self._leave.triggered.connect(self.back_requested)
        self._undo_button.clicked.connect(self._undo.trigger)
        self._keep_all.clicked.connect(lambda: self.all_decided.emit(Outcome.HERE))
        self._take_all.clicked.connect(lambda: self.all_decided.emit(Outcome.OTHER))
        self.cards.decided.connect(self._on_decided)
        self.cards.edited.connect(self.edited)
        self.cards.go_requested.connect(self.go_requested)

    def _head(self, title: str) -> QWidget:
        bar = QWidget()
        set_surface(bar, "bar")
        back = ToolButton("back", _("Back to the agreement"), QKeySequence("Esc"))
        back.clicked.connect(self.back_requested)
        names = QVBoxLayout()
        names.setSpacing(0)
        about = Elided("hint")
        about.set_whole(title or _("Agreement without a title"))
        names.addWidget(section_title(_("Changes from another computer")))
        names.addWidget(about)
        row = QHBoxLayout(bar)
        row.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(back)
        row.addLayout(names, 1)
        words = (_("Previous change"), _("Next change"))
        for text, (picture, key), action in zip(
            words, _STEPS, (self._previous, self._next), strict=True
        ):
            button = ToolButton(picture, text, QKeySequence(key))
            button.clicked.connect(action.trigger)
            row.addWidget(button)
        return bar

    def _top(self) -> QWidget:
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(PAGE, MEDIUM, PAGE, SMALL)
        column.setSpacing(SMALL)
        column.addWidget(section_title(self._summary()))
        if self.clashes:
            explained = _(
                "What only one side says is underlined. K keeps what is in place, A takes the "
                "other version, E edits, ↑ and ↓ go from card to card. Both versions are kept "
                "until you choose."
            )
        else:
            explained = _("Removed words are struck through, added ones underlined.")
        column.addWidget(hint(explained))
        return top

    def _summary(self) -> str:
        """What came, in one line."""
        parts = []
        if self.clashes:
            parts.append(clashes_words(len(self.clashes)))
        if self.taken:
            parts.append(taken_words(len(self.taken)))
        return "; ".join(parts) or _("Nothing came from another computer.")

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        set_surface(foot, "side")
        self._keep_all.setToolTip(_("For all that is open; one step of Undo"))
        self._take_all.setToolTip(_("For all that is open; one step of Undo"))
        row = QHBoxLayout(foot)
        row.setContentsMargins(PAGE, SMALL, PAGE, SMALL)
        row.setSpacing(MEDIUM)
        row.addWidget(self._count)
        row.addWidget(self._undo_button)
        row.addStretch(1)
        for button in (self._keep_all, self._take_all):
            row.addWidget(button)
        if not self.clashes:
            foot.hide()
        return foot

    @Slot(str, str, bool)
    def _on_decided(self, clash_id: str, outcome: str, by_key: bool) -> None:
        self.decided.emit(clash_id, outcome)
        if by_key:
            self.cards.step(1, only_open=True)


def clashes_words(count: int) -> str:
    """ "1 value was changed on both sides", in the number that fits."""
    return ngettext(
        "{count} value was changed on both sides",
        "{count} values were changed on both sides",
        count,
    ).format(count=count)


def taken_words(count: int) -> str:
    """ "3 changes taken over", in the number that fits."""
    return ngettext("{count} change taken over", "{count} changes taken over", count).format(
        count=count
    )
