"""What the page's actions do: a step back, the next pane, the next section, the next thing."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from slaeditor.editing.open_draft import Changed, OpenDraft
from ui.editor.actions import PageActions
from ui.editor.find_bar import FindBar
from ui.editor.forms import Forms
from ui.editor.panes import Panes
from ui.editor.places import changed_paths
from ui.readiness.panel import ReadinessPanel
from ui.signals import without_arguments
from ui.theme.notices import announce


class Ways:
    """Connects the actions; `tell` shows the person a sentence."""

    def __init__(
        self,
        draft: OpenDraft,
        forms: Forms,
        panes: Panes,
        checks: ReadinessPanel,
        find: FindBar,
        tell: Callable[[str], None],
    ) -> None:
        self._draft = draft
        self._tell = tell
        self._forms = forms
        self._panes = panes
        self._checks = checks
        self._find = find
        self._checked = ""

    def connect(self, actions: PageActions, reveal: Callable[[str], bool]) -> None:
        """Let each action do what it says; `reveal` shows what there is to check at a path."""
        handlers: dict[QAction, Callable[[], object]] = {
            actions.undo: lambda: self._step(self._draft.undo),
            actions.redo: lambda: self._step(self._draft.redo),
            actions.find: self._find.open_bar,
            actions.find_next: self._find.find_next,
            actions.find_previous: self._find.find_previous,
            actions.preview: self._panes.toggle_preview,
            actions.check: self.toggle_checks,
            actions.next_section: lambda: self._forms.step(1),
            actions.previous_section: lambda: self._forms.step(-1),
            actions.next_pane: lambda: self._go_to_pane(1),
            actions.previous_pane: lambda: self._go_to_pane(-1),
            actions.next_check: lambda: self._go_to_check(self._checks.next_path, reveal),
            actions.previous_check: lambda: self._go_to_check(self._checks.previous_path, reveal),
            actions.why: self._forms.toggle_why,
        }
        for action, handler in handlers.items():
            action.triggered.connect(without_arguments(handler))

    def toggle_checks(self) -> None:
        """Show the things to check with the focus in them, or go back to the form."""
        self._panes.toggle_checks()
        if self._panes.shows_checks:
            self._checks.focus_first()
        else:
            self._forms.focus_back()

    def _step(self, go: Callable[[], str]) -> None:
        """Undo or redo, show where something changed, and tell what didn't fit any more."""
        heard: list[Changed] = []
        stop = self._draft.subscribe(heard.append)
        try:
            sentence = go()
        finally:
            stop()
        if sentence:
            self._tell(sentence)
        for path in changed_paths(change for changed in heard for change in changed.changes):
            if self._forms.reveal(path):
                return

    def _go_to_pane(self, by: int) -> None:
        """Give the keys to the next pane that is in view."""
        panes = self._panes_in_view()
        focused = self._forms.window().focusWidget()
        held = [number for number, pane in enumerate(panes) if _holds(pane, focused)]
        at = held[0] if held else (-1 if by > 0 else 0)
        target = panes[(at + by) % len(panes)]
        if target is self._forms:
            self._forms.focus_back()
        elif target is self._checks:
            self._checks.focus_first()
        else:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _panes_in_view(self) -> list[QWidget]:
        right = self._panes.right.currentWidget()
        beside = [] if right is None or self._panes.right.isHidden() else [right]
        return [self._panes.sections, self._forms, *beside]

    def _go_to_check(self, neighbour: Callable[[str], str], reveal: Callable[[str], bool]) -> None:
        here = self._forms.location()
        if self._checked and not self._forms.holds_focus():
            here = self._checked  # a clause, which the preview shows
        path = neighbour(here)
        if path and reveal(path):
            self._checked = path
            announce(self._forms, self._checks.sentence_at(path))


def _holds(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))
