"""A short list on the form: every item is a card of its own."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from slaeditor.editing.open_draft import Changed, OpenDraft
from slaeditor.i18n import _
from slaeditor.paths import value_at
from slaeditor.readiness.questions import Question
from ui.form.fields import ListMaker, focus
from ui.form.item_card import ItemCard
from ui.form.layout import asked_of_item, planned
from ui.form.scrolling import bring_into_view
from ui.tab_order import line_up
from ui.theme.notices import announce
from ui.theme.tokens import MEDIUM, SMALL
from ui.theme.widgets import Button, Words, hint, row_of

_MANY, _LONG = 3, 6
"""So many items, each with so many fields in view, begin closed."""


class Items(QWidget):
    """A list with its items on cards, one below the other; implements `ui.form.fields.ListPanel`.

    The cards are open, but many long ones begin closed: they would bury what comes after them.
    """

    removed = Signal(str)
    comparison_requested = Signal(str)

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
        self._show_items(None)
        self.add_button = Button(_("Add {item}").format(item=self._word), "add")
        self.add_button.clicked.connect(self._on_add_clicked)
        column.addLayout(row_of(self.add_button))
        self.add_button.setEnabled(draft.permission.is_given)

    @property
    def path(self) -> str:
        """The path of the list."""
        return self._question.path

    def refresh(self, changed: Changed | None) -> None:
        """Show the items as they are now, keeping the cards of those that stay."""
        before = tuple(self._cards)
        self._show_items(changed)
        if tuple(self._cards) != before:
            line_up([*self._cards.values(), self.add_button])

    def _show_items(self, changed: Changed | None) -> None:
        ids: tuple[str, ...] = value_at(self._draft.agreement, self.path) or ()
        for gone in self._cards.keys() - set(ids):
            card = self._cards.pop(gone)
            self._items.removeWidget(card)
            card.hide()
            card.deleteLater()
        for index, item_id in enumerate(ids):
            if item_id in self._cards:
                self._cards[item_id].refresh(changed)
            else:
                self._cards[item_id] = self._card(item_id, is_many=len(ids) >= _MANY)
            if self._items.indexOf(self._cards[item_id]) != index:
                self._items.removeWidget(self._cards[item_id])
                self._items.insertWidget(index, self._cards[item_id])
                self._cards[item_id].show()  # at once, so that it can take the focus
            self._cards[item_id].show_place(index + 1, len(ids))
        self._cards = {item_id: self._cards[item_id] for item_id in ids}

    def _card(self, item_id: str, *, is_many: bool) -> ItemCard:
        path = f"{self.path}/{item_id}"
        card = ItemCard(
            self._draft,
            self._today,
            path,
            self._word,
            self._make_list,
            self._folds,
            self,
            can_close=self._is_long(path),
            is_open=self._folds.get(path, not is_many),
        )
        card.comparison_requested.connect(self.comparison_requested)
        card.up.clicked.connect(lambda: self._move(path, -1))
        card.down.clicked.connect(lambda: self._move(path, 1))
        card.copy.clicked.connect(lambda: self._duplicate(path))
        card.remove.clicked.connect(lambda: self._remove(path))
        return card

    def _is_long(self, path: str) -> bool:
        plans = planned(asked_of_item(self._draft.view(self._today), path), path, is_short=True)
        return sum(len(line) for plan in plans for line in plan.asked) >= _LONG

    def suggestions(self) -> tuple[str, ...]:
        """The paths of the fields of all items whose values are suggested."""
        return tuple(p for card in self._cards.values() for p in card.suggestions())

    def reveal(self, path: str) -> QWidget | None:
        """The widget of a field within an item, or the button that adds the first one."""
        for item_id, card in self._cards.items():
            at = f"{self.path}/{item_id}"
            if path == at or path.startswith(f"{at}/"):
                return card.reveal(path)
        first = next(iter(self._cards.values()), None)
        if first is not None:
            return first.first()
        return self.add_button if self.add_button.isEnabled() else None

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
        if not self._draft.permission.is_given:
            return
        focused = QApplication.focusWidget()
        self._draft.move(path, by)
        item_id = path.rpartition("/")[2]
        if focused is None or not focused.isEnabled():
            self._focus_item(item_id)
        bring_into_view(QApplication.focusWidget() or self._cards[item_id])
        number = list(self._cards).index(item_id) + 1
        words = _("Moved to place {number} of {count}")
        announce(self, words.format(number=number, count=len(self._cards)))

    def _duplicate(self, path: str) -> None:
        self._show_new(self._draft.duplicate(path))

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
        first = self._cards[item_id].first() if item_id in self._cards else None
        if first is not None:
            focus(first)

    @Slot()
    def _on_add_clicked(self) -> None:
        self._show_new(self._draft.add(self.path))

    def _show_new(self, item_id: str) -> None:
        """Open the card of an item that just came, with the focus in it."""
        self._cards[item_id].open()
        self._focus_item(item_id)
