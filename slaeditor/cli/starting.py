"""The verbs `templates` and `new`."""

import time

from slaeditor.cli.desk import Desk, Words, assigned, print_json
from slaeditor.editing import templates as starts
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.shelf import store


def templates(desk: Desk, words: Words) -> None:
    """Print the templates: id, kind and title of each."""
    found = starts.templates()
    if words.json:
        print_json([{"id": t.id, "kind": t.kind.value, "title": t.title} for t in found])
        return
    for template in found:
        print(f"{template.id:32} {template.kind.value:16} {template.title}")


def new(desk: Desk, words: Words) -> None:
    """Make a draft from a template; nothing is made where a value can't be read."""
    draft = OpenDraft(starts.new_agreement(starts.template(words.template)), time.monotonic)
    assigned(draft, words.settings)
    draft_id = store(desk.library, draft.agreement, desk.today)
    if words.json:
        print_json({"id": draft_id})
    else:
        print(draft_id)
