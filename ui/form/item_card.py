"""The card of one item of a short list: what can be done with it, and its fields."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from slaeditor.editing.open_draft import Changed, OpenDraft
from slaeditor.i18n import _, ngettext
from slaeditor.paths import value_at
from slaeditor.readiness.questions import Question
from slaeditor.reading import choices_at
from ui.elided import Elided
from ui.form.fields import FormFields, ListMaker
from ui.form.layout import asked_of_item
from ui.tab_order import line_up
from ui.theme.icons import icon
from ui.theme.tokens import MEDIUM, SMALL
from ui.theme.widgets import ToolButton, Words, tip

_SUMMED_UP = 4  # fields that the line of a closed card tells


class ItemCard(QFrame):
    """One item: a line with its number and what can be done with it, then its fields.

    A card that `can_close` begins closed unless `is_open`: it tells its first answers in a line,
    and makes its fields when it is first opened.
    """

    comparison_requested = Signal(str)

    def __init__(
        self,
        draft: OpenDraft,
        today: date,
        path: str,
        word: str,
        make_list: ListMaker,
        folds: dict[str, bool],
        parent: QWidget,
        *,
        can_close: bool = False,
        is_open: bool = True,
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self._today = today
        self.path = path
        self._word = word
        self._make_list = make_list
        self._folds = folds
        self.fields: FormFields | None = None
        self.is_open = is_open or not can_close
        self.setProperty("surface", "item")
        self._title = Words("", "label")
        self._summary = Elided("hint")
        self._lacks = Elided("hint")
        self.fold = ToolButton("chevron-right", _("Show or hide"))
        self.fold.setVisible(can_close)
        self.fold.clicked.connect(self._on_fold_clicked)
        self.up = ToolButton("up", _("Move up"))
        self.down = ToolButton("down", _("Move down"))
        self.copy = ToolButton("duplicate", _("Duplicate"))
        self.remove = ToolButton("trash", _("Remove"))
        self._lay_out()
        if can_close:
            for label in (self._title, self._summary):
                label.installEventFilter(self)
        self._show()

    def _lay_out(self) -> None:
        head = QGridLayout()
        head.setSpacing(0)
        buttons = (self.up, self.down, self.copy, self.remove)
        for number, part in enumerate((self.fold, self._title, self._lacks, *buttons)):
            head.addWidget(part, 0, number)
        head.addWidget(self._summary, 1, 1, 1, 2 + len(buttons))
        head.setColumnStretch(1, 1)
        for button in (self.fold, *buttons):
            button.make_small()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, SMALL, 0, MEDIUM)
        self._column.setSpacing(SMALL)
        self._column.addLayout(head)  # before the fields are made: Tab follows this order

    def open(self) -> None:
        """Show the fields."""
        if not self.is_open:
            self._on_fold_clicked()

    def refresh(self, changed: Changed | None) -> None:
        """Show what changed."""
        if self.fields is not None:
            self.fields.refresh(changed)
        self._sum_up()

    def show_place(self, number: int, count: int) -> None:
        """Say which item of how many this is, and what can be done with it."""
        title = f"{self._word[:1].upper()}{self._word[1:]} {number}"
        self._title.setText(title)
        self.setAccessibleName(title)
        names = (
            (self.up, _("Move up: {item}"), "Alt+↑"),
            (self.down, _("Move down: {item}"), "Alt+↓"),
            (self.copy, _("Duplicate: {item}"), ""),
            (self.remove, _("Remove: {item}"), ""),
        )
        for button, words, key in names:
            text = words.format(item=title)
            button.set_words(text)
            button.setToolTip(tip(f"{text} ({key})" if key else text))
        may_edit = self._draft.permission.is_given
        self.up.setEnabled(may_edit and number > 1)
        self.down.setEnabled(may_edit and number < count)
        self.copy.setEnabled(may_edit)
        self.remove.setEnabled(may_edit)
        self._name_parts()

    def suggestions(self) -> tuple[str, ...]:
        """The paths of the suggested values in view, those in the line of a closed card too."""
        if self.is_open and self.fields is not None:
            return self.fields.suggestions()
        return tuple(each.path for each in self._told() if each.is_proposed)

    def first(self) -> QWidget | None:
        """The first field; of a closed card the button that opens it."""
        if self.is_open and self.fields is not None:
            return self.fields.first()
        return self.fold

    def reveal(self, path: str) -> QWidget | None:
        """The widget of a field, in the opened card."""
        self.open()
        if self.fields is None:
            return None
        return self.fields.first() if path == self.path else self.fields.reveal(path)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a click on the title open and close the card."""
        is_release = event.type() == QEvent.Type.MouseButtonRelease
        left = Qt.MouseButton.LeftButton
        if is_release and isinstance(event, QMouseEvent) and event.button() is left:
            self._on_fold_clicked()
        return False

    @Slot()
    def _on_fold_clicked(self) -> None:
        self.is_open = not self.is_open
        self._folds[self.path] = self.is_open
        self._show()
        self._name_parts()

    def _show(self) -> None:
        if self.is_open and self.fields is None:
            self.fields = FormFields(
                self._draft,
                self._today,
                "",
                self.path,
                self._make_list,
                self._folds,
                is_short=True,
                parent=self,
            )
            self.fields.comparison_requested.connect(self.comparison_requested)
            self._column.addWidget(self.fields)
            line_up([self.remove, self.fields])
        if self.fields is not None:
            self.fields.setVisible(self.is_open)
        self.fold.setIcon(icon("chevron-down" if self.is_open else "chevron-right", "accent"))
        self._sum_up()

    def _sum_up(self) -> None:
        """Tell in the closed card what its first answers are, and how many are missing."""
        self._summary.setVisible(not self.is_open)
        self._lacks.setVisible(not self.is_open)
        if self.is_open:
            return
        answers = [self._words_at(each) for each in self._told()]
        self._summary.set_whole(" · ".join(answers) or _("Nothing is filled in yet."))
        missing = sum(each.is_needed and not each.is_answered for each in self._applying())
        words = ngettext("{n} answer missing", "{n} answers missing", missing).format(n=missing)
        self._lacks.set_whole(words if missing else "")

    def _name_parts(self) -> None:
        """Say in the name of the button and of each fold which item it is of."""
        title = self._title.text()
        name = getattr(value_at(self._draft.agreement, self.path), "name", None)
        called = f"{title} ({name})" if name else title
        state = _("shown") if self.is_open else _("hidden")
        self.fold.set_words(f"{called}, {state}")
        if self.fields is not None:
            self.fields.set_name(called)

    def _applying(self) -> list[Question]:
        view = self._draft.view(self._today)
        return [each for each in asked_of_item(view, self.path) if each.place.applies(view)]

    def _told(self) -> Sequence[Question]:
        """The first of the item's answers."""
        answered = [each for each in self._applying() if each.is_answered]
        return [each for each in answered if not each.place.is_list][:_SUMMED_UP]

    def _words_at(self, each: Question) -> str:
        text = self._draft.text_at(each.path)
        labels = dict(choices_at(each.place, self._draft.view(self._today)))
        return labels.get(text, text)
