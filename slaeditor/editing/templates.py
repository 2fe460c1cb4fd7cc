"""What a new agreement starts from: the templates and the finished example."""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from slaeditor.agreement import WORDING, Agreement, decode
from slaeditor.errors import Refused
from slaeditor.field import Asked
from slaeditor.kinds import Kind, Status
from slaeditor.library.drafts import new_id
from slaeditor.paths import walk
from slaeditor.reading import type_name

EXAMPLE = "example"
PLAIN_TEXT = ("text", "prose", "list")


@dataclass(frozen=True, slots=True)
class Template:
    """A start for an agreement. `data` is an agreement without id, as stored."""

    id: str
    kind: Kind
    title: str
    summary: str
    data: dict[str, Any]


@cache
def templates() -> tuple[Template, ...]:
    """All templates, richer ones first within a kind; the example is none of them."""
    found = [_loaded(entry) for entry in _entries() if entry["id"] != EXAMPLE]
    return tuple(found)


def template(template_id: str) -> Template:
    """The template with that id. Raises Refused with the ids that there are."""
    for found in templates():
        if found.id == template_id:
            return found
    names = ", ".join(found.id for found in templates())
    raise Refused(f"There is no template “{template_id}”. There are: {names}.")


def new_agreement(start: Template) -> Agreement:
    """A new draft from a template, its choices and numbers marked as suggestions."""
    agreement = decode({**start.data, "id": new_id(), "kind": start.kind.value})
    agreement = msgspec.structs.replace(agreement, status=Status.DRAFT, wording=WORDING)
    return msgspec.structs.replace(agreement, proposed=_suggestions(agreement))


def finished_example() -> Agreement:
    """A finished agreement to look at, with an id of its own."""
    entry = next(entry for entry in _entries() if entry["id"] == EXAMPLE)
    return decode({**entry["agreement"], "id": new_id(), "kind": entry["kind"]})


def _entries() -> list[dict[str, Any]]:
    folder = files("resources") / "templates"
    entries = [
        json.loads(file.read_text(encoding="utf-8"))
        for file in folder.iterdir()
        if file.name.endswith(".json")
    ]
    return sorted(entries, key=lambda entry: (entry["order"], entry["id"]))


def _loaded(entry: dict[str, Any]) -> Template:
    return Template(
        entry["id"], Kind.of(entry["kind"]), entry["title"], entry["summary"], entry["agreement"]
    )


def _suggestions(agreement: Agreement) -> dict[str, str]:
    """What somebody still has to decide: every choice, number, date and hour that is filled in."""
    return {
        place.path: ""
        for place in walk(agreement)
        if place.value not in (None, ())
        and _is_decision(place.field.asked(agreement.form), type_name(place.spec))
    }


def _is_decision(asked: Asked, type_name: str) -> bool:
    if asked in (Asked.DETAIL, Asked.NEVER):
        return False
    return asked is Asked.CONFIRM or type_name not in PLAIN_TEXT
