"""Keeps the preview where the person is, and leads from a sentence to its field."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt, SignalInstance, Slot
from PySide6.QtWidgets import QWidget

from ui.editor.forms import Forms
from ui.editor.panes import Panes

_CLAUSES = "clauses/"

_PARTS = {"people": "signatures"}
"""Screens whose part of the document has another name."""


@runtime_checkable
class FollowsFields(Protocol):
    """What a preview offers for this; `settled` tells that a document is shown whole."""

    field_requested: SignalInstance
    settled: SignalInstance

    def show_section(self, part: str) -> None:
        """Tint a part of the document."""

    def highlight(self, path: str) -> None:
        """Mark what is printed from a field."""

    def show_clause(self, clause_id: str) -> bool:
        """Mark a clause and go to it; False where it doesn't print."""


class PreviewGuide(QObject):
    """Works for a preview that can follow; does nothing with any other widget."""

    def __init__(self, preview: QWidget, forms: Forms, parent: QObject) -> None:
        super().__init__(parent)
        self._widget = preview
        self._preview = preview if isinstance(preview, FollowsFields) else None
        self._forms = forms
        self._has_settled = False
        if self._preview is None:
            return
        self._preview.field_requested.connect(self._on_field_requested)
        self._preview.settled.connect(self._on_settled)
        forms.screen_shown.connect(self._on_screen_shown)
        forms.field_focused.connect(self._on_field_focused)
        self._on_screen_shown(forms.screen_name)

    def show_clause(self, path: str, panes: Panes) -> bool:
        """Go to the clause that a path leads to; False for any other path, and one not printed."""
        clause_id = path.removeprefix(_CLAUSES).removesuffix("/text")
        if self._preview is None or not path.startswith(_CLAUSES):
            return False
        if not self._preview.show_clause(clause_id):
            return False
        if not panes.shows_preview:
            panes.toggle_preview()
            self._preview.show_clause(clause_id)  # where it stands in the width that there is now
        self._widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @Slot(str)
    def _on_field_requested(self, path: str) -> None:
        self._forms.reveal(path)

    @Slot(str)
    def _on_screen_shown(self, screen: str) -> None:
        if self._preview is not None:
            self._preview.show_section(_PARTS.get(screen, screen))

    @Slot(str)
    def _on_field_focused(self, path: str) -> None:
        if self._preview is not None:
            self._preview.highlight(path)

    @Slot()
    def _on_settled(self) -> None:
        """Go to the place of the person once there is a document to go to it in."""
        if not self._has_settled:
            self._has_settled = True
            self._on_screen_shown(self._forms.screen_name)
            self._on_field_focused(self._forms.location())
