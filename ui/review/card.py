"""A card to decide: what shall change, who says so, and the buttons to take it or keep mine."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from slaeditor.i18n import _
from ui.review.decisions import Answer
from ui.theme.tokens import INSIDE, MEDIUM, SMALL
from ui.theme.widgets import Button, Card, Chip, Tone, Words, hint, row_of

_STATES: dict[Answer, tuple[str, Tone]] = {
    Answer.OPEN: (_("To decide"), "info"),
    Answer.TAKE: (_("Taken"), "success"),
    Answer.KEEP: (_("Kept mine"), "plain"),
}
_ANSWER_KEYS = {
    Qt.Key.Key_A: Answer.TAKE,
    Qt.Key.Key_T: Answer.TAKE,
    Qt.Key.Key_K: Answer.KEEP,
}
_STEP_KEYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class CardButton(Button):
    """A button of a card: the arrow keys go from card to card."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys of the card to the card."""
        if event.key() in _STEP_KEYS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class QuietCardButton(CardButton):
    """The same in the look of a link."""

    kind = "quiet"
    icon_role = "accent"


class ReviewCard(Card):
    """One entry of a review. It takes the focus itself; the arrow keys go to its neighbours."""

    stepped = Signal(QWidget, int)
    focused = Signal(QWidget)
    go_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("role", "review")
        self.body.setContentsMargins(INSIDE, MEDIUM + 2, INSIDE, MEDIUM + 2)
        self.body.setSpacing(SMALL + 2)

    def add_head(self, title: str, where: str, chip: Chip | None = None) -> None:
        """The line with what it is about; `chip` stands at its end."""
        words = Words(title, "label")
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(words)
        if where:
            column.addWidget(hint(where))
        row = QHBoxLayout()
        row.setSpacing(MEDIUM)
        row.addLayout(column, 1)
        if chip is not None:
            row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def go_button(self, path: str, where: str) -> QuietCardButton:
        """A button that shows the place in the agreement."""
        button = QuietCardButton(_("Go to"))
        button.setAccessibleName(_("Go to {place}").format(place=where))
        button.setToolTip(_("Show it in the agreement; the review stays open"))
        button.clicked.connect(lambda: self.go_requested.emit(path))
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys go to the neighbours."""
        step = _STEP_KEYS.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() in _PLAIN:
            self.stepped.emit(self, step)
        else:
            super().keyPressEvent(event)

    def holds_focus(self) -> bool:
        """Whether the focus is in the card."""
        focused = QApplication.focusWidget()
        return focused is not None and (self is focused or self.isAncestorOf(focused))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell who has the focus, so that it comes into view."""
        super().focusInEvent(event)
        self.focused.emit(self)


class DecisionCard(ReviewCard):
    """A card with a decision; `answered` carries its key and the answer.

    `by_key` says whether the person used the keyboard, who then wants to go on to the next one.
    """

    answered = Signal(str, str, bool)
    explained = Signal(str, str)

    def __init__(self, key: str, spoken: str) -> None:
        super().__init__()
        self.key = key
        self.answer = Answer.OPEN
        self._spoken = spoken
        self.state = Chip("")
        self.keep = CardButton(_("Keep mine"), "close")
        self.keep.setToolTip(_("Leave the draft as it is (K)"))
        self.take = CardButton(_("Take"), "check")
        self.take.setToolTip(_("Take this change at Finish (A or T)"))
        for button, answer in ((self.keep, Answer.KEEP), (self.take, Answer.TAKE)):
            button.setCheckable(True)
            button.clicked.connect(lambda _checked, a=answer: self._give(a, by_key=False))
        self._why = QuietCardButton(_("Add a reason"))
        self._why.clicked.connect(self._on_why_clicked)
        self._reason = QLineEdit()
        self._reason.setMaxLength(500)
        self._reason.setAccessibleName(_("Reason, for the record"))
        self._reason.setPlaceholderText(_("Why, for the record of the negotiation"))
        self._reason.textChanged.connect(lambda text: self.explained.emit(self.key, text))
        self._reason.hide()

    def add_foot(self, about: str, *buttons: QWidget) -> None:
        """Who said it, and the buttons at the end of the card."""
        who = hint(about)
        row = row_of(stretch=False)
        row.addWidget(who, 1)
        for button in (*buttons, self._why, self.keep, self.take):
            row.addWidget(button)
        self.body.addWidget(self._reason)
        self.body.addLayout(row)

    def show_answer(self, answer: Answer, reason: str) -> None:
        """Show what was decided, and why."""
        self.answer = answer
        words, tone = _STATES[answer]
        self.state.setText(words)
        self.state.set_tone(tone)
        self.state.setVisible(answer is not Answer.OPEN)
        self.take.setChecked(answer is Answer.TAKE)
        self.keep.setChecked(answer is Answer.KEEP)
        self.setAccessibleName(f"{self._spoken}. {words}")
        if reason and self._reason.text() != reason:
            self._reason.setText(reason)
            self._show_reason()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Letters decide."""
        answer = _ANSWER_KEYS.get(Qt.Key(event.key()))
        if answer is not None and event.modifiers() in _PLAIN:
            self._give(answer, by_key=True)
        else:
            super().keyPressEvent(event)

    def _give(self, answer: Answer, *, by_key: bool) -> None:
        """Decide; the same button pressed again opens it again."""
        again = answer is self.answer and not by_key
        self.answered.emit(self.key, Answer.OPEN if again else answer, by_key)

    def _show_reason(self) -> None:
        self._reason.show()
        self._why.hide()

    @Slot()
    def _on_why_clicked(self) -> None:
        self._show_reason()
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
