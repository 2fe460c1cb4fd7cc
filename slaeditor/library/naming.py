"""What a point is called: given a name, called as before without it, copied to be named here.

A point keeps what it was called before (`said`) and which kind it was (`was`), and `renamed` says
when its name was given, so that of the names given on several computers the last one counts.
"""

from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

from slaeditor.errors import Damaged, Refused
from slaeditor.i18n import _
from slaeditor.library.chains import content_of
from slaeditor.library.draftfile import digest
from slaeditor.library.historyfiles import Entry
from slaeditor.library.points import AUTOMATIC, Document, number_in, text_in

_ABOUT = ("label", "kind", "date", "computer", "renamed", "said", "was")
_CONTENT = ("schema", "digest", "packed", "full", "delta", "base", "depth")


def named(document: Document, label: str) -> dict[str, Any]:
    """What a point says of itself once it has that name; an automatic one is one by name then."""
    kind = text_in(document, "kind")
    was, said = kind, text_in(document, "label")
    if "said" in document:
        was, said = text_in(document, "was"), text_in(document, "said")
    kind = "named" if kind in AUTOMATIC else kind
    return {"label": label, "kind": kind, "said": said, "was": was}


def unnamed(document: Document) -> dict[str, Any]:
    """What a point says of itself without its name; one made by name is an automatic one then.

    Raises `Refused` for a point that has no name.
    """
    kind = text_in(document, "kind")
    if "said" in document:
        kind, label = text_in(document, "was") or kind, text_in(document, "said")
    elif kind != "named":
        raise Refused(f'The point "{text_in(document, "label")}" has no name of its own.')
    if kind == "named":
        kind, label = "automatic", _("Saved version")
    return {"label": label, "kind": kind, "said": None, "was": None}


def renamed(
    entries: Sequence[Entry], own: Document | None, change: dict[str, Any], now: datetime
) -> dict[str, Any]:
    """The document of a point with what changed; `own` is what this computer's file has of it.

    Where that has nothing it is a copy that holds the whole draft. Raises `Damaged` when there is
    a copy to be made of what can't be read back.
    """
    document = {**entries[0].document, **change}
    document["renamed"] = _later(now, text_in(entries[0].document, "renamed"))
    document["computer"] = entries[0].point.computer or None
    content = _copied(entries) if own is None else own
    about = {key: document.get(key) for key in _ABOUT}
    whole = about | {key: content.get(key) for key in _CONTENT}
    return {key: each for key, each in whole.items() if each is not None}


def _copied(entries: Sequence[Entry]) -> dict[str, Any]:
    """What a copy of a point of another file holds."""
    for entry in entries:
        draft = entry.draft
        if draft is not None:
            schema = number_in(entry.document, "schema")
            return {"schema": schema, "digest": digest(draft), **content_of(draft, 0, None, 0)}
    raise Damaged(f'The point "{entries[0].point.label}" can\'t be read back.')


def _later(now: datetime, before: str) -> str:
    """This moment as a text that sorts behind the one from before."""
    with suppress(ValueError, OverflowError):
        now = max(now, datetime.fromisoformat(before).astimezone(UTC) + timedelta(microseconds=1))
    return now.astimezone(UTC).isoformat(timespec="microseconds")
