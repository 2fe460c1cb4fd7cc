"""The verbs `fields` and `set`."""

import time
from typing import Any

from slaeditor.agreement import encode
from slaeditor.cli.desk import Desk, Words, assigned, print_json
from slaeditor.cli.streams import on_one_line, warn
from slaeditor.document.view import View
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.sitting import add_status, status_of
from slaeditor.errors import SlaError
from slaeditor.readiness.questions import Question, all_questions, completeness
from slaeditor.reading import type_name, write_value


def fields(desk: Desk, words: Words) -> None:
    """Print the fields of a draft in the order of asking, those that don't apply now included.

    What doesn't apply is never required.
    """
    _, agreement = desk.agreement(words.draft)
    view = View(agreement, desk.today)
    rows = [_row(view, question) for question in all_questions(view)]
    if words.json:
        print_json(rows)
        return
    for row in rows:
        value = row["value"] if isinstance(row["value"], str) else ", ".join(row["value"] or ())
        mark = "*" if row["required"] else " "
        print(f"{mark} {row['path']:48} {row['label']}: {on_one_line(value)}")


def _row(view: View, question: Question) -> dict[str, Any]:
    place = question.place
    written = view.agreement.entered.get(place.path) or write_value(
        place, None if place.is_list else place.value, view.language
    )
    return {
        "path": place.path,
        "label": place.field.label,
        "type": type_name(place.spec),
        "value": list(place.value) if place.is_list else written or None,
        "required": question.is_required and place.applies(view),
    }


def assign(desk: Desk, words: Words) -> None:
    """Set fields of a draft, all of them or none; a new status is noted in the history."""
    stored, agreement = desk.agreement(words.draft)
    draft = OpenDraft(agreement, time.monotonic)
    assigned(draft, words.settings)
    before = status_of(stored.draft)
    stored.save(encode(draft.agreement), completeness(draft.view(desk.today)))
    if status_of(stored.draft) != before:
        try:
            add_status(desk.library.history(stored.id), stored.draft)
        except SlaError as error:
            warn(f"The draft is saved, but its status is not noted in the history. {error}")
