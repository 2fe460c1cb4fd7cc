"""A card with both versions of one value side by side, and the ways to settle it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from slaeditor.bidi import isolated
from slaeditor.i18n import _
from ui.clashes.side import SideText
from ui.fields.editor import FieldEditor
from ui.review.card import CardButton, QuietCardButton, ReviewCard
from ui.theme.tokens import SMALL, WIDE
from ui.theme.widgets import Chip, Tone, Words, hint, row_of


class Outcome(StrEnum):
    """What was decided about a clash."""

    OPEN = "open"
    HERE = "here"
    OTHER = "other"
    EDITED = "edited"
    SETTLED = "settled"


_STATES: dict[Outcome, tuple[str, Tone]] = {
    Outcome.OPEN: (_("To decide"), "warning"),
    Outcome.HERE: (_("Kept as it is"), "success"),
    Outcome.OTHER: (_("Other version taken"), "success"),
    Outcome.EDITED: (_("Edited"), "success"),
    Outcome.SETTLED: (_("Settled"), "plain"),
}
_KEYS = {
    Qt.Key.Key_K: Outcome.HERE,
    Qt.Key.Key_A: Outcome.OTHER,
    Qt.Key.Key_T: Outcome.OTHER,
}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


@dataclass(frozen=True, slots=True)
class Versions:
    """Both versions of the value at `path` in words; None where it is gone on that side.

    `where` and `name` say which value it is; `origin` names the other side and when it wrote.
    """

    id: str
    path: str
    where: str
    name: str
    here: str | None
    other: str | None
    origin: str


class ClashCard(ReviewCard):
    """`decided` carries the id of the clash and the `Outcome`; `edited` the id and a text.

    `make_editor` makes an editor for the value, None where it isn't a single one: then it is
    edited in the agreement.
    """

    decided = Signal(str, str, bool)
    edited = Signal(str, str)

    def __init__(
        self, versions: Versions, make_editor: Callable[[str], FieldEditor | None]
    ) -> None:
        super().__init__()
        self.versions = versions
        self.outcome = Outcome.OPEN
        self._make_editor = make_editor
        self._state = Chip("")
        self.add_head(versions.name, versions.where, self._state)
        self.keep = CardButton(_("Keep this"), "check")
        self.keep.setToolTip(_("Keep what is in place now (K)"))
        self.take = CardButton(_("Take this"), "swap")
        self.take.setToolTip(_("Take the other version (A or T)"))
        self.keep.clicked.connect(lambda: self._decide(Outcome.HERE, by_key=False))
        self.take.clicked.connect(lambda: self._decide(Outcome.OTHER, by_key=False))
        self._edit = QuietCardButton(_("Edit…"))
        self._edit.setToolTip(_("Write a third version (E)"))
        self._edit.clicked.connect(self.open_editor)
        self.go = self.go_button(versions.path, versions.name)
        self.go.setToolTip(_("Show it in the agreement; nothing is decided by that"))
        self._area: _EditArea | None = None
        self._in_place = hint("")
        self._lay_out()
        self.show_outcome(Outcome.OPEN)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show what was decided, or that it is open again."""
        self.outcome = outcome
        words, tone = _STATES[outcome]
        self._state.setText(words)
        self._state.set_tone(tone)
        was_replaced = outcome in (Outcome.OTHER, Outcome.EDITED)
        self._in_place.setText(_("Was in place") if was_replaced else _("In place now"))
        is_open = outcome is Outcome.OPEN
        held = self.holds_focus()
        for button in (self.keep, self.take, self._edit):
            button.setVisible(is_open)
        if not is_open and self._area is not None:
            self._area.hide()
        if held and not self.hasFocus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setAccessibleName(self._spoken(words))

    @Slot()
    def open_editor(self) -> None:
        """Offer to write a third version, beginning with what stands here."""
        if self._area is None:
            editor = self._make_editor(self.versions.path)
            if editor is None:
                self.go_requested.emit(self.versions.path)
                return
            self._area = _EditArea(editor, self.versions.name)
            self._area.wanted.connect(lambda text: self.edited.emit(self.versions.id, text))
            self._area.left.connect(self._on_editing_left)
            self.body.addWidget(self._area)
        self._area.show()
        self._area.focus_editor()

    def show_error(self, sentence: str) -> None:
        """Say why a text can't be taken."""
        if self._area is not None:
            self._area.show_error(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters decide, E edits."""
        key, plain = Qt.Key(event.key()), event.modifiers() in _PLAIN
        is_open = self.outcome is Outcome.OPEN
        if plain and is_open and key in _KEYS:
            self._decide(_KEYS[key], by_key=True)
        elif plain and is_open and key == Qt.Key.Key_E:
            self.open_editor()
        else:
            super().keyPressEvent(event)

    def _decide(self, outcome: Outcome, *, by_key: bool) -> None:
        self.decided.emit(self.versions.id, outcome, by_key)

    @Slot()
    def _on_editing_left(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(WIDE)
        grid.setVerticalSpacing(SMALL // 2)
        here, other = self.versions.here, self.versions.other
        sides = (
            (_("In place now"), here, other, _("Removed"), self.keep),
            (self.versions.origin, other, here, _("Removed there"), self.take),
        )
        for column, (heading, text, against, gone, button) in enumerate(sides):
            label = self._in_place if column == 0 else hint(heading)
            grid.addWidget(label, 0, column)
            grid.addWidget(_side(text, against, gone), 1, column, Qt.AlignmentFlag.AlignTop)
            quiet = (self._edit, self.go) if button is self.take else ()
            grid.addLayout(_buttons(button, *quiet), 2, column)
            grid.setColumnStretch(column, 1)
            button.setAccessibleName(
                _("{verb}: {name}, {side}").format(
                    verb=button.text(), name=self.versions.name, side=heading
                )
            )
        grid.setRowStretch(1, 1)
        grid.setRowMinimumHeight(1, self.fontMetrics().height())
        self._edit.setAccessibleName(_("Edit: {name}").format(name=self.versions.name))
        self.body.addLayout(grid)

    def _spoken(self, state: str) -> str:
        here = self.versions.here
        other = self.versions.other
        return _("{name}, {where}. In place now: {here}. {origin}: {other}. {state}").format(
            name=self.versions.name,
            where=self.versions.where,
            here=_("removed") if here is None else here or _("empty"),
            origin=self.versions.origin,
            other=_("removed") if other is None else other or _("empty"),
            state=state,
        )


def _buttons(first: QWidget, *others: QWidget) -> QHBoxLayout:
    """The first button at the left, the others at the end of the line."""
    row = row_of(first)
    for button in others:
        row.addWidget(button)
    return row


def _side(text: str | None, against: str | None, gone: str) -> QWidget:
    """One version; where there is nothing to compare with, without marks."""
    if not text:
        return Words(gone if text is None else _("Empty"), "muted")
    return SideText(text, against or text)


def _is_escape(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape


class _EditArea(QWidget):
    """An editor for the third version, with the button that takes it."""

    wanted = Signal(str)
    left = Signal()

    def __init__(self, editor: FieldEditor, name: str) -> None:
        super().__init__()
        self._editor = editor
        self._error = Words("", "error")
        self._error.hide()
        take = CardButton(_("Use this text"), "check")
        take.setAccessibleName(_("Use this text for {name}").format(name=isolated(name)))
        take.clicked.connect(lambda: self.wanted.emit(editor.text()))
        drop = QuietCardButton(_("Cancel"))
        drop.setAccessibleName(_("Cancel editing {name}").format(name=isolated(name)))
        drop.clicked.connect(self._on_dropped)
        editor.describe(_("Another text for {name}").format(name=name), "")
        column = QGridLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setVerticalSpacing(SMALL)
        column.addWidget(editor, 0, 0)
        column.addWidget(self._error, 1, 0)
        column.addLayout(row_of(take, drop), 2, 0)

    def focus_editor(self) -> None:
        """Give the keys to the editor."""
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, sentence: str) -> None:
        """Say why a text can't be taken."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        self._editor.set_value(self._editor.text(), sentence)

    def event(self, event: QEvent) -> bool:
        """Keep Escape from the action of the page."""
        if event.type() == QEvent.Type.ShortcutOverride and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the editor; letters are for the text, not for the card."""
        if _is_escape(event):
            self._on_dropped()
        event.accept()

    @Slot()
    def _on_dropped(self) -> None:
        self.hide()
        self.left.emit()
