"""The cards of one screen, or of one list item: rows that follow the draft in place."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Protocol

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from slaeditor.agreement import SECTIONS
from slaeditor.editing.open_draft import Changed, OpenDraft
from slaeditor.i18n import _
from slaeditor.paths import place_at, value_at
from slaeditor.readiness.questions import Question
from slaeditor.reading import choices_at
from ui.fields.choice import ChoiceEditor
from ui.fields.row import FieldRow
from ui.fields.side_by_side import SideBySide
from ui.fields.together import Together
from ui.form.clash_marks import mark_clashes
from ui.form.fold import Fold
from ui.form.layout import CardPlan, Line, asked_of_item, asked_on_screen, planned, row_spec
from ui.tab_order import line_up
from ui.theme.tokens import WIDE
from ui.theme.widgets import Card, section_title


class ListPanel(Protocol):
    """What the form needs of the widget that shows a list; it shows it from the beginning."""

    def refresh(self, changed: Changed | None) -> None:
        """Show the list as it is now."""

    def suggestions(self) -> tuple[str, ...]:
        """The paths of the fields shown in it whose values are suggested."""

    def reveal(self, path: str) -> QWidget | None:
        """The widget to focus for a path below the list; opens what hides it."""


ListMaker = Callable[[Question], tuple[QWidget, ListPanel]]


class FormFields(QWidget):
    """All fields of a screen (or of the item at `item_path`) as cards.

    Rows of fields that don't apply stay hidden, so that an answer elsewhere can bring them in
    without building anything anew. What is folded is built when it is first opened; where
    `is_short`, little is folded. `comparison_requested` (path) comes from a field that two
    computers changed differently.
    """

    comparison_requested = Signal(str)

    def __init__(
        self,
        draft: OpenDraft,
        today: date,
        screen: str,
        item_path: str,
        make_list: ListMaker,
        folds: dict[str, bool],
        is_short: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self._today = today
        self._make_list = make_list
        self._folds = folds
        self._item_path = item_path
        self._is_short = is_short
        self._key = item_path.rpartition("/")[0] or screen
        self._typing = ""
        self._shown_errors: set[str] = set(draft.agreement.entered)
        self.rows: dict[str, FieldRow] = {}
        self.lists: dict[str, ListPanel] = {}
        self._widgets: dict[str, QWidget] = {}
        self._groups: list[tuple[QWidget, tuple[str, ...]]] = []
        self._together: list[Together] = []
        self._folded: dict[str, Fold] = {}
        self._fold_cards: dict[Fold, str] = {}
        self._name = ""
        view = draft.view(today)
        found = asked_of_item(view, item_path) if item_path else asked_on_screen(view, screen)
        self._questions = {each.path: each for each in found}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(WIDE)
        self._build(planned(found, item_path, is_short))
        self._show_rows(None)

    def _build(self, plans: tuple[CardPlan, ...]) -> None:
        self._add_cards(self._column, [plan for plan in plans if not plan.is_detail])
        details = [plan for plan in plans if plan.is_detail]
        if details:
            titles = " · ".join(plan.title for plan in details if plan.title)
            self._add_fold(
                self._column,
                titles if self._is_short else "",
                "details",
                [line for plan in details for line in plan.folded],
                lambda fold: self._add_cards(fold.body, details),
                "" if self._is_short else titles,
            )

    def _add_fold(
        self,
        column: QBoxLayout,
        card: str,
        key: str,
        lines: Sequence[Line],
        fill: Callable[[Fold], None],
        about: str = "",
    ) -> None:
        """A fold for the lines of a card; `fill` makes its content when it is first opened."""
        fold = Fold(_("More detail"), self._fold_name(card), about)
        self._fold_cards[fold] = card
        paths = _paths(lines)
        self._folded.update(dict.fromkeys(paths, fold))
        self._groups.append((fold, paths))
        column.addWidget(fold)
        full_key = f"{self._key}:{key}"

        def toggled(is_open: bool) -> None:
            self._folds[full_key] = is_open
            if is_open and not fold.is_filled:
                fold.is_filled = True
                fill(fold)
                line_up([fold.button, fold.inner])
                self._show_rows(None)

        fold.toggled.connect(toggled)
        fold.set_open(self._folds.get(full_key, False))

    def _add_card(self, column: QBoxLayout, plan: CardPlan) -> None:
        box = QWidget()
        outer = QVBoxLayout(box)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(WIDE // 2 if plan.title else WIDE)
        if plan.title:
            outer.addWidget(section_title(plan.title))
        body = self._body(outer, plan)
        column.addWidget(box)
        self._groups.append((box, _paths((*plan.asked, *plan.folded))))
        self._add_lines(body, plan.asked or plan.folded)
        if plan.asked and plan.folded:
            self._add_fold(
                body,
                plan.title or ("" if self._is_short else self._word()),
                plan.title,
                plan.folded,
                lambda fold: self._add_lines(fold.body, plan.folded),
            )

    def set_name(self, name: str) -> None:
        """Say in the name of each fold which item the fields are of."""
        self._name = name
        for fold, card in self._fold_cards.items():
            fold.set_name(self._fold_name(card))

    def _fold_name(self, card: str) -> str:
        about = ", ".join(part for part in (card, self._name) if part)
        return _("More detail: {card}").format(card=about) if about else _("More detail")

    def _word(self) -> str:
        """What a person calls the screen or the kind of item that the fields are of."""
        if not self._item_path:
            return _(SECTIONS[self._key])
        return place_at(self._draft.agreement, self._key).field.item

    def _body(self, outer: QVBoxLayout, plan: CardPlan) -> QVBoxLayout:
        """Where the lines go: a card, but a short item stands in one already."""
        if self._is_short and not plan.title:
            return outer
        card = Card()
        outer.addWidget(card)
        return card.body

    def _add_cards(self, column: QBoxLayout, plans: Iterable[CardPlan]) -> None:
        for plan in plans:
            self._add_card(column, plan)

    def _add_lines(self, column: QBoxLayout, lines: Iterable[Line]) -> None:
        for line in lines:
            self._add_line(column, line)

    def _add_line(self, column: QBoxLayout, line: Line) -> None:
        parts = [self._part(each, stands_alone=len(line) == 1) for each in line]
        if len(parts) == 1:
            column.addWidget(parts[0])
            return
        rows = [part for part in parts if isinstance(part, FieldRow)]
        together = Together(rows) if len(rows) == len(parts) else SideBySide(parts)
        if isinstance(together, Together):
            together.confirmed.connect(lambda paths: self._draft.confirm(*paths))
            self._together.append(together)
        column.addWidget(together)
        self._groups.append((together, _paths((line,))))

    def _part(self, each: Question, *, stands_alone: bool) -> QWidget:
        if each.place.is_list:
            widget, panel = self._make_list(each)
            self.lists[each.path] = panel
        else:
            widget = self._row(each, stands_alone=stands_alone)
        self._widgets[each.path] = widget
        return widget

    def _row(self, each: Question, *, stands_alone: bool) -> FieldRow:
        view = self._draft.view(self._today)
        spec = row_spec(view, each, tuple(self._questions.values()))
        row = FieldRow(spec, asks_itself=stands_alone)
        if self._draft.permission.is_given:
            row.set_proposed(each.path in self._draft.agreement.proposed)
        else:
            row.set_read_only()
        row.value_edited.connect(self._on_value_edited)
        row.left.connect(self._on_left)
        row.confirmed.connect(self._draft.confirm)
        row.comparison_requested.connect(self.comparison_requested)
        self.rows[each.path] = row
        return row

    def refresh(self, changed: Changed | None) -> None:
        """Show what changed, or everything; the field being typed in keeps its text."""
        for path, panel in self.lists.items():
            if changed is None or changed.touches(path) or changed.touches("clashes"):
                panel.refresh(changed)
        self._show_rows(changed)

    def _show_rows(self, changed: Changed | None) -> None:
        view = self._draft.view(self._today)
        for path, row in self.rows.items():
            if changed is None or changed.touches(path):
                self._show_value(path, row)
            if changed is not None and self._refers(path, changed):
                self._offer_choices(path, row)
        applying = {p for p, each in self._questions.items() if each.place.applies(view)}
        for path, widget in self._widgets.items():
            widget.setVisible(path in applying)
        for group, paths in self._groups:
            group.setVisible(not applying.isdisjoint(paths))
        for together in self._together:
            together.show_suggestion()
        agreement = self._draft.agreement
        if changed is None or agreement.clashes or changed.touches("clashes"):
            mark_clashes(agreement, self._item_path, self.rows)

    def suggestions(self) -> tuple[str, ...]:
        """The paths of the fields shown whose values a template proposed and nobody confirmed.

        Those in a fold that was never opened are not among them: nobody has seen them. None while
        the draft can only be read.
        """
        if not self._draft.permission.is_given:
            return ()
        proposed = self._draft.agreement.proposed
        rows = (p for p, row in self.rows.items() if p in proposed and not row.isHidden())
        below = (p for panel in self.lists.values() for p in panel.suggestions())
        return (*rows, *below)

    def _refers(self, path: str, changed: Changed) -> bool:
        """Whether the field names an item of a list that changed."""
        list_path = self._questions[path].place.field.refers_to
        return bool(list_path) and changed.touches(list_path)

    def _offer_choices(self, path: str, row: FieldRow) -> None:
        if isinstance(row.editor, ChoiceEditor):
            place = self._questions[path].place
            row.editor.set_choices(choices_at(place, self._draft.view(self._today)))

    def _show_value(self, path: str, row: FieldRow) -> None:
        error = self._draft.error_at(path)
        if not error:
            self._shown_errors.discard(path)
        shown = error if path in self._shown_errors else ""
        text = row.editor.text() if path == self._typing else self._draft.text_at(path)
        row.set_value(text, shown)
        may_keep = self._draft.permission.is_given
        row.set_proposed(may_keep and path in self._draft.agreement.proposed)

    @Slot(str, str)
    def _on_value_edited(self, path: str, text: str) -> None:
        self._typing = path
        try:
            self._draft.enter(path, text)
        finally:
            self._typing = ""

    @Slot(str)
    def _on_left(self, path: str) -> None:
        self._draft.leave_field()
        if path in self.rows and self._is_there():
            self._shown_errors.add(path)
            self._show_value(path, self.rows[path])

    def _is_there(self) -> bool:
        """Whether the item that the fields are of still exists; removing it takes the focus too."""
        item = self._item_path
        return not item or value_at(self._draft.agreement, item) is not None

    def reveal(self, path: str) -> QWidget | None:
        """The widget that shows a path, with everything opened that hid it."""
        around = next((at for at in self._questions if path == at or path.startswith(f"{at}/")), "")
        if not around:
            return None
        while around not in self._widgets:
            self._folded[around].set_open(True)
        self._unfold(self._widgets[around])
        if self._widgets[around].isHidden():  # it doesn't apply now
            return None
        if around in self.lists:
            return self.lists[around].reveal(path)
        return self._widgets[around] if path == around else None

    def _unfold(self, widget: QWidget) -> None:
        above: QWidget | None = widget
        while above is not None and above is not self:
            if isinstance(above, Fold):
                above.set_open(True)
            above = above.parentWidget()

    def first(self) -> QWidget | None:
        """The first thing that a person can fill in."""
        shown = (path for path, widget in self._widgets.items() if not widget.isHidden())
        path = next(shown, "")
        return self.reveal(path) if path else None


def _paths(lines: Iterable[Line]) -> tuple[str, ...]:
    return tuple(each.path for line in lines for each in line)


def focus(widget: QWidget) -> None:
    """Give a row, or the control that stands for a list, the focus."""
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
