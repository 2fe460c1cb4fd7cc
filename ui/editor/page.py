"""The page of an open agreement: header, sections, form, preview and things to check."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from slaeditor.bidi import isolated
from slaeditor.editing.open_draft import Changed, OpenDraft
from slaeditor.i18n import _
from slaeditor.readiness.questions import Progress, progress
from ui.editor.actions import PageActions
from ui.editor.checking import Checked, Checker
from ui.editor.find_bar import FindBar
from ui.editor.forms import Forms
from ui.editor.guide import PreviewGuide
from ui.editor.header import Header
from ui.editor.matches import places_of
from ui.editor.navigator import Navigator
from ui.editor.panes import Panes
from ui.editor.section_box import SectionBox
from ui.editor.ways import Ways
from ui.readiness.counts import check_words
from ui.readiness.panel import ReadinessPanel
from ui.review.comments import CommentList
from ui.tab_order import put_behind
from ui.theme.notices import Toast


class EditorPage(QWidget):
    """Edits one draft. `preview` stands at the right; it follows the draft by itself.

    The signals are wishes that the window fulfils; `comparison_requested` carries the path of what
    two computers changed differently. `menus` holds the page's actions for the menus.
    """

    back_requested = Signal()
    export_requested = Signal()
    history_requested = Signal()
    comparison_requested = Signal(str)

    def __init__(
        self, draft: OpenDraft, today: date, preview: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._draft = draft
        self._today = today
        self.preview = preview
        self._actions = PageActions(self)
        self.header = Header(self._actions)
        self.navigator = Navigator()
        self.section_box = SectionBox()
        self.forms = Forms(draft, today)
        self.find_bar = FindBar(self._search)
        self.checks = ReadinessPanel()
        self.comments = CommentList(draft)
        self.checks.add_below(self.comments)
        self.panes = Panes(self.navigator, self.section_box, self._middle(), preview, self.checks)
        self._ways = Ways(draft, self.forms, self.panes, self.checks, self.find_bar, self._on_told)
        self.checker = Checker(draft, today, self)
        self._guide = PreviewGuide(preview, self.forms, self)
        self._toast = Toast(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.panes, 1)
        self._connect()
        self._follow_draft()
        self._show_progress(progress(draft.view(today)))
        self._on_screen_shown(self.forms.screen_name)
        self._on_arranged()

    # For the window.

    @property
    def menus(self) -> dict[str, tuple[QAction, ...]]:
        """The page's actions by the letter of the menu they belong to."""
        return self._actions.menus

    @property
    def undo_action(self) -> QAction:
        """Takes the last step back."""
        return self._actions.undo

    @property
    def redo_action(self) -> QAction:
        """Makes it again."""
        return self._actions.redo

    def reveal(self, path: str, select: str = "") -> bool:
        """Show what stands at a path, with the focus in it; False where nothing shows it.

        The wording of a clause stands on no screen, so the preview shows it.
        """
        return self.forms.reveal(path, select) or self._guide.show_clause(path, self.panes)

    def location(self) -> str:
        """The path of the field, item or screen where the person is; `reveal` leads back."""
        return self.forms.location()

    @Slot()
    def focus_first(self) -> None:
        """Give the keys to the first field of the section shown."""
        self.forms.form.focus_first()

    @Slot()
    def open_find(self) -> None:
        """Open the search."""
        self.find_bar.open_bar()

    def state(self) -> tuple[int, ...]:
        """Widths of the panes, to be kept for another time."""
        return self.panes.state()

    def restore_state(self, state: Sequence[int]) -> None:
        """Take the widths that `state` gave."""
        self.panes.restore(state)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go from pane to pane as they stand, whichever was built last."""
        put_behind(self.panes.middle, self.panes.right)
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape ends the search, from wherever it led."""
        if event.key() == Qt.Key.Key_Escape and not self.find_bar.isHidden():
            self.find_bar.close_bar()
        else:
            super().keyPressEvent(event)

    # Putting it together.

    def _middle(self) -> QWidget:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self.forms, 1)
        return middle

    def _connect(self) -> None:
        header, forms, checks = self.header, self.forms, self.checks
        header.back_requested.connect(self.back_requested)
        header.history_requested.connect(self.history_requested)
        header.export_requested.connect(self.export_requested)
        checks.export_requested.connect(self.export_requested)
        checks.close_requested.connect(self._on_checks_close_requested)
        checks.fix_requested.connect(self._on_fix_requested)
        self.comments.place_requested.connect(self._on_fix_requested)
        self.comments.deleted.connect(self._on_item_removed)
        self.navigator.section_chosen.connect(forms.show_screen)
        self.navigator.section_entered.connect(forms.enter_screen)
        self.section_box.section_chosen.connect(forms.show_screen)
        forms.screen_shown.connect(self._on_screen_shown)
        forms.item_removed.connect(self._on_item_removed)
        forms.comparison_requested.connect(self.comparison_requested)
        self.find_bar.found.connect(self.reveal)
        self.find_bar.closed.connect(forms.focus_back)
        self.panes.arranged.connect(self._on_arranged)
        self.checker.checked.connect(self._on_checked)
        self._ways.connect(self._actions, self.reveal)
        self.addActions(self._actions.all())
        self.destroyed.connect(self._draft.subscribe(self._on_changed))

    # What happens.

    def _on_changed(self, changed: Changed) -> None:
        if self._toast.isVisible():  # its Undo would take back something else from now on
            self._toast.dismiss()
        self._follow_draft()

    def _on_told(self, sentence: str) -> None:
        self._toast.show_message(sentence)
        self._follow_draft()

    def _follow_draft(self) -> None:
        self.header.show_agreement(self._draft.agreement)
        self._actions.show_steps(self._draft.undo_stack)

    def _search(self, wanted: str) -> tuple[str, ...]:
        return places_of(self._draft.view(self._today), wanted)

    @Slot(object)
    def _on_checked(self, checked: Checked) -> None:
        self._show_progress(checked.progress)
        self.checks.show_findings(checked.findings, checked.progress)
        self.header.show_checks(check_words(checked.findings))
        self.find_bar.refresh()

    def _show_progress(self, found: tuple[Progress, ...]) -> None:
        self.navigator.show_progress(found)
        self.section_box.show_progress(found)

    @Slot(str)
    def _on_fix_requested(self, path: str) -> None:
        if self.reveal(path):
            return
        if any(each.path == path for each in self._draft.agreement.clashes):
            self.comparison_requested.emit(path)
        else:
            self._on_told(_("That clause isn’t printed now, so there is no place to show."))

    @Slot(str)
    def _on_screen_shown(self, screen: str) -> None:
        self.navigator.set_current(screen)
        self.section_box.set_current(screen)

    @Slot(str)
    def _on_item_removed(self, item: str) -> None:
        self._toast.show_message(
            _("Removed {item}").format(item=isolated(item)), _("Undo"), self.undo_action.trigger
        )

    @Slot()
    def _on_arranged(self) -> None:
        self._actions.preview.setChecked(self.panes.shows_preview)
        self._actions.check.setChecked(self.panes.shows_checks)

    @Slot()
    def _on_checks_close_requested(self) -> None:
        self._ways.toggle_checks()
