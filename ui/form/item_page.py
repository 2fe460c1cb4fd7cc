"""The page of one list item: its fields, and the way back to the list."""

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from slaeditor.editing.open_draft import Changed, OpenDraft
from slaeditor.i18n import _
from slaeditor.paths import place_at, value_at
from slaeditor.reading import item_name
from ui.form.fields import FormFields, ListMaker, focus
from ui.form.keeping import KeepAll
from ui.form.pictures import PICTURES
from ui.form.scrolling import FormArea
from ui.theme.widgets import QuietButton, ToolButton, page_title, row_of


class ItemPage(QWidget):
    """`back_requested` asks for the list, `item_requested` (path) for the page of another item."""

    back_requested = Signal()
    item_requested = Signal(str)
    removed = Signal(str)
    comparison_requested = Signal(str)

    def __init__(
        self,
        draft: OpenDraft,
        today: date,
        path: str,
        make_list: ListMaker,
        folds: dict[str, bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self._today = today
        self.path = path
        self._list_path, _slash, self._id = path.rpartition("/")
        self._word = place_at(draft.agreement, self._list_path).field.item
        self._title = page_title("")
        self.keep_all = KeepAll()
        self.keep_all.kept.connect(self._on_kept)
        self.back = QuietButton("", "back")
        self.back.clicked.connect(self.back_requested)
        self.copy = ToolButton("duplicate", _("Duplicate {item}").format(item=self._word))
        self.copy.clicked.connect(self._on_duplicate_clicked)
        self.remove = ToolButton("trash", _("Remove {item}").format(item=self._word))
        self.remove.clicked.connect(self._on_remove_clicked)
        for button in (self.copy, self.remove):
            button.setEnabled(draft.permission.is_given)
        self.area = FormArea(self._word, self)
        self._lay_out_head()
        inside = self.area.inner
        self.fields = FormFields(draft, today, "", path, make_list, folds, parent=inside)
        self.fields.comparison_requested.connect(self.comparison_requested)
        self._picture = self._make_picture()
        self._lay_out_rest()
        self.refresh(None)

    def _make_picture(self) -> QWidget | None:
        make = PICTURES.get(self._list_path)
        return make(self._draft, self.path, self.area.inner) if make is not None else None

    def _lay_out_head(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area)
        head = row_of(self.back)
        head.addWidget(self.copy)
        head.addWidget(self.remove)
        self.area.column.addLayout(head)
        self.area.column.addWidget(self._title)
        self.area.column.addWidget(self.keep_all)

    def _lay_out_rest(self) -> None:
        self.area.column.addWidget(self.fields)
        if self._picture is not None:
            self.area.column.addWidget(self._picture)
        self.area.column.addStretch(1)

    def refresh(self, changed: Changed | None) -> None:
        """Show what changed."""
        view = self._draft.view(self._today)
        name = item_name(view, self._list_path, self._id)
        self._title.setText(name if name != self._id else _("New {item}").format(item=self._word))
        count = len(value_at(self._draft.agreement, self._list_path))
        self.back.setText(_("All {item}s ({n})").format(item=self._word, n=count))
        self.fields.refresh(changed)
        self.keep_all.show_count(len(self.fields.suggestions()))

    @Slot()
    def _on_kept(self) -> None:
        first = self.fields.first()
        if first is not None:  # the button that was pressed goes
            focus(first)
        self._draft.confirm(*self.fields.suggestions())

    @Slot()
    def _on_duplicate_clicked(self) -> None:
        new_id = self._draft.duplicate(self.path)
        self.item_requested.emit(f"{self._list_path}/{new_id}")

    @Slot()
    def _on_remove_clicked(self) -> None:
        word = self._word
        self._draft.remove(self.path)
        self.removed.emit(word)
