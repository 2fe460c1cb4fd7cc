"""A list whose items are shown one at a time: the list, and what can be done with an item."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from slaeditor.bidi import isolated
from slaeditor.document.view import View
from slaeditor.editing.open_draft import Changed, OpenDraft
from slaeditor.i18n import _, ngettext
from slaeditor.paths import value_at
from slaeditor.readiness.questions import Question
from slaeditor.reading import item_name
from ui.form.clash_marks import has_clash_within
from ui.form.layout import asked_of_item
from ui.form.lines import ABOUT, LACKS, MARK, LineDelegate, line_height
from ui.theme.tokens import SMALL, TIGHT
from ui.theme.widgets import Button, ToolButton, Words, hint, row_of, tip

Summary = Callable[[View, str], str]
"""A few words about the item with an id, for its line in the list."""

_ID = Qt.ItemDataRole.UserRole
_SHOWN_LINES = 8


class ItemView(QListView):
    """The lines of the list; Enter opens one, Alt with an arrow moves it, Delete removes it."""

    opened = Signal()
    moved = Signal(int)
    removal_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key asks for."""
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Delete:
            self.removal_requested.emit()
        else:
            super().keyPressEvent(event)


class PagedItems(QWidget):
    """The list; `opened` (path of the item) asks for its page. Implements `ListPanel`."""

    opened = Signal(str)
    removed = Signal(str)

    def __init__(
        self, draft: OpenDraft, today: date, question: Question, summary: Summary | None
    ) -> None:
        super().__init__()
        self._draft = draft
        self._today = today
        self._summary = summary
        self.path = question.path
        self._word = question.place.field.item
        self._model = QStandardItemModel(self)
        self.view = ItemView()
        self.view.setModel(self._model)
        self.view.setAccessibleName(question.place.field.label)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setUniformItemSizes(True)
        self.view.setItemDelegate(LineDelegate(self.view))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.opened.connect(self._on_opened)
        self.view.doubleClicked.connect(self._on_opened)
        self.view.moved.connect(self._move)
        self.view.removal_requested.connect(self._on_remove_clicked)
        self.view.selectionModel().currentChanged.connect(self._on_current_changed)
        self.add_button = Button(_("Add {item}").format(item=self._word), "add")
        self.add_button.clicked.connect(self._on_add_clicked)
        self._buttons = self._item_buttons()
        self._lay_out(question)
        self.refresh(None)

    def _item_buttons(self) -> tuple[QWidget, ...]:
        word = {"item": self._word}
        edit = Button(_("Open {item}").format(**word), "edit")
        edit.clicked.connect(self._on_opened)
        up = ToolButton("up", _("Move {item} up").format(**word))
        up.setToolTip(_("Move up (Alt+↑)"))
        up.clicked.connect(lambda: self._move(-1))
        down = ToolButton("down", _("Move {item} down").format(**word))
        down.setToolTip(_("Move down (Alt+↓)"))
        down.clicked.connect(lambda: self._move(1))
        copy = ToolButton("duplicate", _("Duplicate {item}").format(**word))
        copy.clicked.connect(self._on_duplicate_clicked)
        remove = ToolButton("trash", _("Remove {item}").format(**word))
        remove.setToolTip(_("Remove (Delete)"))
        remove.clicked.connect(self._on_remove_clicked)
        return (edit, up, down, copy, remove)

    def _lay_out(self, question: Question) -> None:
        field = question.place.field
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(Words(field.label, "label"))
        for text in (field.guidance, field.why):
            if text:
                column.addWidget(hint(text))
        column.addWidget(self.view)
        column.addLayout(row_of(*self._buttons))
        column.addLayout(row_of(self.add_button))

    def refresh(self, changed: Changed | None) -> None:
        """Show the items as they are now; the current one stays the current one."""
        ids: tuple[str, ...] = value_at(self._draft.agreement, self.path) or ()
        current = self.current()
        shown = [self._model.item(row).data(_ID) for row in range(self._model.rowCount())]
        if list(ids) != shown:
            self._model.clear()
            for item_id in ids:
                line = QStandardItem()
                line.setData(item_id, _ID)
                line.setSizeHint(QSize(0, self._line_height()))
                self._model.appendRow(line)
            self._choose(current if current in ids else "")
        view = self._draft.view(self._today)
        for row, item_id in enumerate(ids):
            is_new = changed is None or list(ids) != shown or changed.touches("clashes")
            if is_new or (changed is not None and changed.touches(f"{self.path}/{item_id}")):
                self._show_line(view, row, item_id)
        self.view.setVisible(bool(ids))
        for button in self._buttons:
            button.setVisible(bool(ids))
        lines = min(max(len(ids), 1), _SHOWN_LINES)
        self.view.setFixedHeight(lines * self._line_height() + 2 * TIGHT)
        self._enable()

    def _line_height(self) -> int:
        return line_height(self.view.fontMetrics().height())

    def _show_line(self, view: View, row: int, item_id: str) -> None:
        asked = asked_of_item(view, f"{self.path}/{item_id}")
        needed = [q for q in asked if q.is_needed and q.place.applies(view)]
        missing = sum(not q.is_answered for q in needed)
        line = self._model.item(row)
        name = item_name(view, self.path, item_id)
        name = name if name != item_id else _("Without a name")
        about = self._summary(view, item_id) if self._summary is not None else ""
        lacks = ngettext("{n} answer missing", "{n} answers missing", missing).format(n=missing)
        state = lacks if missing else _("complete")
        mark = ("dashed-circle", "accent") if missing else ("check-circle", "success")
        has_clash = has_clash_within(self._draft.agreement, f"{self.path}/{item_id}")
        if has_clash:
            lacks = state = _("changed on both sides")
            mark = ("swap", "warning")
        line.setText(name)
        line.setData(about, ABOUT)
        line.setData(lacks if missing or has_clash else "", LACKS)
        line.setData(f"{name}, {about}, {state}", Qt.ItemDataRole.AccessibleTextRole)
        line.setToolTip(tip(" · ".join(text for text in (isolated(name), about, state) if text)))
        line.setData(mark, MARK)

    def current(self) -> str:
        """The id of the current item, empty without one."""
        index = self.view.currentIndex()
        return str(index.data(_ID)) if index.isValid() else ""

    def _choose(self, item_id: str) -> None:
        rows = [
            r for r in range(self._model.rowCount()) if self._model.item(r).data(_ID) == item_id
        ]
        row = rows[0] if rows else 0
        self.view.setCurrentIndex(self._model.index(row, 0))

    def suggestions(self) -> tuple[str, ...]:
        """None: what the items hold is shown on their own pages."""
        return ()

    def reveal(self, path: str) -> QWidget | None:
        """The list itself, or the button that adds the first item; pages are the form's."""
        if self._model.rowCount() == 0:
            return self.add_button if self.add_button.isEnabled() else None
        rest = path.removeprefix(f"{self.path}/") if path != self.path else ""
        self._choose(rest.partition("/")[0])
        return self.view

    def _move(self, by: int) -> None:
        if self.current() and self._draft.permission.is_given:
            self._draft.move(f"{self.path}/{self.current()}", by)

    def _enable(self) -> None:
        row, count = self.view.currentIndex().row(), self._model.rowCount()
        may_edit = self._draft.permission.is_given
        _edit, up, down, *others = self._buttons
        up.setEnabled(may_edit and row > 0)
        down.setEnabled(may_edit and 0 <= row < count - 1)
        for button in (*others, self.add_button):
            button.setEnabled(may_edit)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        self._enable()

    @Slot()
    def _on_opened(self) -> None:
        if self.current():
            self.opened.emit(f"{self.path}/{self.current()}")

    @Slot()
    def _on_add_clicked(self) -> None:
        new_id = self._draft.add(self.path)
        self._choose(new_id)
        self.opened.emit(f"{self.path}/{new_id}")

    @Slot()
    def _on_duplicate_clicked(self) -> None:
        if self.current():
            self._choose(self._draft.duplicate(f"{self.path}/{self.current()}"))

    @Slot()
    def _on_remove_clicked(self) -> None:
        if not self.current() or not self._draft.permission.is_given:
            return
        row = self.view.currentIndex().row()
        self._draft.remove(f"{self.path}/{self.current()}")
        left = self._model.rowCount()
        if left:
            self.view.setCurrentIndex(self._model.index(min(row, left - 1), 0))
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.removed.emit(self._word)
