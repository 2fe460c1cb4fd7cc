"""The verbs `templates` and `new`."""

import time

from slaeditor.cli.desk import BadUse, Desk, Words, assigned, print_json
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
    template, settings = _sorted(words)
    draft = OpenDraft(starts.new_agreement(starts.template(template)), time.monotonic)
    assigned(draft, settings)
    draft_id = store(desk.library, draft.agreement, desk.today)
    if words.json:
        print_json({"id": draft_id})
    else:
        print(draft_id)


def _sorted(words: Words) -> tuple[str, list[str]]:
    """The template and the settings; after `--set`, the template is the last word without “=”."""
    if words.template is not None:
        return words.template, words.settings
    if not words.settings or "=" in words.settings[-1]:
        raise BadUse("Which template? `slaeditor templates` lists them.")
    return words.settings[-1], words.settings[:-1]
