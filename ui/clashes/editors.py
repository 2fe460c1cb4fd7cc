"""An editor of the form for one value, outside the form."""

from datetime import date

from slaeditor.editing.open_draft import OpenDraft
from slaeditor.errors import UnknownPath
from slaeditor.paths import place_at
from slaeditor.readiness.questions import question
from ui.fields.editor import FieldEditor
from ui.fields.registry import editor_for
from ui.form.layout import row_spec


def editor_at(draft: OpenDraft, today: date, path: str) -> FieldEditor | None:
    """An editor that shows what stands at a path; None where that is no single value."""
    view = draft.view(today)
    try:
        place = place_at(view.agreement, path)
    except UnknownPath:
        return None
    if place.is_list or place.field.together:
        return None
    editor = editor_for(row_spec(view, question(view, place), ()))
    editor.set_value(draft.text_at(path))
    return editor
