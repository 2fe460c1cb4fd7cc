"""A short list on the form: every item is a card of its own, open to be filled in."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from slaeditor.editing.open_draft import Changed, OpenDraft
from slaeditor.i18n import _
from slaeditor.paths import value_at
from slaeditor.readiness.questions import Question
from ui.fields.row import FieldRow
from ui.form.fields import FormFields, ListMaker, focus
from ui.theme.tokens import MEDIUM, SMALL
from ui.theme.widgets import Button, ToolButton, Words, hint, row_of


class ItemCard(QFrame):
    """One item: a line with its number and what can be done with it, then its fields."""

    def __init__(
        self,
        draft: OpenDraft,
        today: date,
        path: str,
        word: str,
        make_list: ListMaker,
        folds: dict[str, bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self.path = path
        self._word = word
        self.setProperty("surface", "item")
        self._title = Words("", "label")
        self.up = ToolButton("up", _("Move up"))
        self.down = ToolButton("down", _("Move down"))
        self.copy = ToolButton("duplicate", _("Duplicate"))
        self.remove = ToolButton("trash", _("Remove"))
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._title, 1)
        for button in (self.up, self.down, self.copy, self.remove):
            button.make_small()
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, MEDIUM)
        column.setSpacing(SMALL)
        column.addLayout(head)  # before the fields are made: Tab follows this order
        self.fields = FormFields(
            draft, today, "", path, make_list, folds, is_short=True, parent=self
        )
        column.addWidget(self.fields)

    def show_place(self, number: int, count: int) -> None:
        """Say which item of how many this is, and what can be done with it."""
        title = f"{self._word[:1].upper()}{self._word[1:]} {number}"
        self._title.setText(title)
        names = (
            (self.up, _("Move up: {item}"), "Alt+↑"),
            (self.down, _("Move down: {item}"), "Alt+↓"),
            (self.copy, _("Duplicate: {item}"), ""),
            (self.remove, _("Remove: {item}"), ""),
        )
        for button, words, key in names:
            text = words.format(item=title)
            button.set_words(text)
            button.setToolTip(f"{text} ({key})" if key else text)
        self.up.setEnabled(number > 1)
        self.down.setEnabled(number < count)


class Items(QWidget):
    """A list whose items are all open; implements `ui.form.fields.ListPanel`."""

    removed = Signal(str)

    def __init__(
        self,
        draft: OpenDraft,
        today: date,
        question: Question,
        make_list: ListMaker,
        folds: dict[str, bool],
    ) -> None:
        super().__init__()
        self._draft = draft
        self._today = today
        self._question = question
        self._make_list = make_list
        self._folds = folds
        self._cards: dict[str, ItemCard] = {}
        field = question.place.field
        self._word = field.item
        self.add_button = Button(_("Add {item}").format(item=self._word), "add")
        self.add_button.clicked.connect(self._on_add_clicked)
        self._items = QVBoxLayout()
        self._items.setSpacing(MEDIUM)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        label = Words(field.label, "label")
        column.addWidget(label)
        if not question.is_needed:
            column.addWidget(hint(_("optional")))
        if field.guidance:
            column.addWidget(hint(field.guidance))
        if field.why:
            column.addWidget(hint(field.why))
        column.addLayout(self._items)
        column.addLayout(row_of(self.add_button))

    @property
    def path(self) -> str:
        """The path of the list."""
        return self._question.path

    def refresh(self, changed: Changed | None) -> None:
        """Show the items as they are now, keeping the cards of those that stay."""
        ids: tuple[str, ...] = value_at(self._draft.agreement, self.path) or ()
        for gone in self._cards.keys() - set(ids):
            card = self._cards.pop(gone)
            self._items.removeWidget(card)
            card.hide()
            card.deleteLater()
        for index, item_id in enumerate(ids):
            if item_id in self._cards:
                self._cards[item_id].fields.refresh(changed)
            else:
                self._cards[item_id] = self._card(item_id)
            if self._items.indexOf(self._cards[item_id]) != index:
                self._items.removeWidget(self._cards[item_id])
                self._items.insertWidget(index, self._cards[item_id])
                self._cards[item_id].show()  # at once, so that it can take the focus
            self._cards[item_id].show_place(index + 1, len(ids))

    def _card(self, item_id: str) -> ItemCard:
        path = f"{self.path}/{item_id}"
        card = ItemCard(
            self._draft, self._today, path, self._word, self._make_list, self._folds, self
        )
        card.up.clicked.connect(lambda: self._move(path, -1))
        card.down.clicked.connect(lambda: self._move(path, 1))
        card.copy.clicked.connect(lambda: self._duplicate(path))
        card.remove.clicked.connect(lambda: self._remove(path))
        return card

    def suggestions(self) -> tuple[str, ...]:
        """The paths of the fields of all items whose values are suggested."""
        return tuple(p for card in self._cards.values() for p in card.fields.suggestions())

    def reveal(self, path: str) -> QWidget | None:
        """The widget of a field within an item, or the button that adds the first one."""
        for item_id, card in self._cards.items():
            at = f"{self.path}/{item_id}"
            if path.startswith(f"{at}/"):
                return card.fields.reveal(path)
            if path == at:
                return card.fields.first()
        ids: tuple[str, ...] = value_at(self._draft.agreement, self.path) or ()
        return self._cards[ids[0]].fields.first() if ids else self.add_button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with up or down moves the item that holds the focus."""
        has_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        path = self._focused_item()
        if has_alt and path and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._move(path, -1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def _focused_item(self) -> str:
        focused = QApplication.focusWidget()
        if focused is None:
            return ""
        return next((c.path for c in self._cards.values() if c.isAncestorOf(focused)), "")

    def _move(self, path: str, by: int) -> None:
        focused = QApplication.focusWidget()
        self._draft.move(path, by)
        if focused is None or not focused.isEnabled():
            self._focus_item(path.rpartition("/")[2])

    def _duplicate(self, path: str) -> None:
        self._focus_item(self._draft.duplicate(path))

    def _remove(self, path: str) -> None:
        at = path.rpartition("/")[2]
        order: tuple[str, ...] = value_at(self._draft.agreement, self.path)
        index = order.index(at)
        neighbours = [*order[index + 1 :], *reversed(order[:index])]
        self._draft.remove(path)
        if neighbours:
            self._focus_item(neighbours[0])
        else:
            focus(self.add_button)
        self.removed.emit(self._word)

    def _focus_item(self, item_id: str) -> None:
        first = self._cards[item_id].fields.first() if item_id in self._cards else None
        if isinstance(first, FieldRow):
            focus(first)

    @Slot()
    def _on_add_clicked(self) -> None:
        self._focus_item(self._draft.add(self.path))
