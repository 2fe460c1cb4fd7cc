"""The draft on the desk: what a person does goes in as text at a path, what changed comes out."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from slaeditor.agreement import Agreement
from slaeditor.bidi import isolated
from slaeditor.changes import Change, diff
from slaeditor.document.view import View
from slaeditor.editing.fitting import Fitted
from slaeditor.editing.names import change_name
from slaeditor.editing.permission import Permission
from slaeditor.editing.undo import UndoStack
from slaeditor.errors import Refused, Unreadable
from slaeditor.i18n import _
from slaeditor.paths import (
    Place,
    Sort,
    inserted,
    parent,
    place_at,
    replaced,
    spec_at,
    specs,
    value_at,
    with_items,
)
from slaeditor.reading import read_value, write_value
from slaeditor.values import storable


@dataclass(frozen=True, slots=True)
class Changed:
    """The agreement changed. `structure` tells that items came, went or moved."""

    changes: tuple[Change, ...]
    label: str

    @property
    def structure(self) -> bool:
        """Whether a form has to be built anew rather than refreshed."""
        return any(
            isinstance(value, msgspec.Struct | tuple)
            for change in self.changes
            for value in (change.before, change.after)
        )

    def touches(self, path: str) -> bool:
        """Whether the value at the path, or anything below it, changed."""
        marks = (path, f"entered/{path}", f"proposed/{path}")
        return any(
            change.path in marks or change.path.startswith(f"{path}/") for change in self.changes
        )


Listener = Callable[[Changed], None]


class OpenDraft:
    """An agreement being edited. Every edit is one labelled step that can be undone.

    `clock` gives seconds; it decides which keys belong to one step of typing. Whatever changes the
    agreement raises `ReadOnly` while `permission` is refused, but for what comes from elsewhere.
    """

    def __init__(self, agreement: Agreement, clock: Callable[[], float]) -> None:
        self._agreement = agreement
        self._undo = UndoStack(clock)
        self._listeners: list[Listener] = []
        self.permission = Permission()

    @property
    def agreement(self) -> Agreement:
        """The agreement as it stands."""
        return self._agreement

    @property
    def undo_stack(self) -> UndoStack:
        """The steps of this sitting."""
        return self._undo

    def view(self, today: date) -> View:
        """The agreement as clauses and conditions see it."""
        return View(self._agreement, today)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after each change; the result ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def text_at(self, path: str) -> str:
        """What the field shows: the text as typed where it can't be read, else the value."""
        if path in self._agreement.entered:
            return self._agreement.entered[path]
        place = place_at(self._agreement, path)
        return write_value(place, place.value, self._agreement.language_tag)

    def error_at(self, path: str) -> str:
        """What is wrong with the text typed at a path and how to mend it; empty if nothing is."""
        text = self._agreement.entered.get(path)
        if text is None:
            return ""
        try:
            self._read(place_at(self._agreement, path), text)
        except Unreadable as error:
            return str(error)
        return ""

    def _read(self, place: Place, text: str) -> Any:
        return read_value(place, text, self._agreement.language_tag, View(self._agreement, _DAY))

    def enter(self, path: str, text: str) -> None:
        """Take the text of a field: as a value, or kept as typed until it can be read.

        Raises UnknownPath.
        """
        place = place_at(self._agreement, path)
        try:
            value, kept = self._read(place, text), None
        except Unreadable:
            value, kept = None, storable(text)
        new = replaced(self._agreement, path, value)
        new = replaced(new, f"entered/{path}", kept)
        self._commit(replaced(new, f"proposed/{path}", None), place.field.label, field=path)

    def set_text(self, path: str, text: str) -> None:
        """Set a value from text, as the command line does; a new id in a list makes its item.

        An empty text clears, at the path of an item removes it. Raises UnknownPath, Refused, or
        Unreadable, and then changes nothing.
        """
        spec = spec_at(Agreement, path)
        if spec.sort is Sort.LIST:
            raise Unreadable(f"This is a list: set a field of an item, as in {path}/<id>/….")
        if spec.sort is Sort.MAP:
            raise Refused(f"“{path}” is kept by the program itself.")
        if spec.sort is Sort.RECORD:
            self._set_whole(path, text)
            return
        new = with_items(self._agreement, path)
        place = place_at(new, path)
        value = self._read(place, text)
        new = replaced(new, path, value)
        for name in ("entered", "proposed"):
            new = replaced(new, f"{name}/{path}", None)
        self._commit(new, place.field.label)

    def _set_whole(self, path: str, text: str) -> None:
        if text.strip():
            names = ", ".join(specs(spec_at(Agreement, path).hint))
            raise Unreadable(f"This has several fields, set one of them: {names}.")
        if spec_at(Agreement, parent(path)).sort is not Sort.LIST:
            raise Refused(f"Clear the fields of “{path}” one by one.")
        self.remove(path)

    def confirm(self, path: str, *others: str) -> None:
        """Agree to a value that the template proposed, or to several in one step."""
        new = self._agreement
        for each in (path, *others):
            new = replaced(new, f"proposed/{each}", None)
        label = place_at(self._agreement, path).field.label
        self._commit(new, f"Keep {len(others) + 1} suggestions" if others else f"Keep {label}")

    def leave_field(self) -> None:
        """The person left a field: the next edit is a step of its own."""
        self._undo.close_step()

    def add(
        self,
        list_path: str,
        after: str | None = None,
        texts: Mapping[str, str] | None = None,
        item_id: str = "",
    ) -> str:
        """A new item behind the item `after` (last by default); its id.

        `texts` are first values by field name. Raises Refused for an id that is taken or unfit.
        """
        spec = spec_at(Agreement, list_path)
        if spec.sort is not Sort.LIST or spec.field is None:
            raise Refused(f"“{list_path}” is no list.")
        new_id = item_id or f"{_word(list_path)}-{secrets.token_hex(3)}"
        new = inserted(self._agreement, list_path, spec.hint(id=new_id), after)
        for name, text in (texts or {}).items():
            path = f"{list_path}/{new_id}/{name}"
            place = place_at(new, path)
            value = read_value(place, text, new.language_tag, View(new, _DAY))
            new = replaced(new, path, value)
        self._commit(new, f"Add {spec.field.item or 'item'}")
        return new_id

    def duplicate(self, item_path: str) -> str:
        """A copy of an item behind it; the copy's id. Raises Refused where there is none."""
        item, list_path, word = self._item(item_path)
        new_id = f"{_word(list_path)}-{secrets.token_hex(3)}"
        changes: dict[str, Any] = {"id": new_id}
        if getattr(item, "name", None):
            changes["name"] = f"{item.name} (copy)"
        copy = msgspec.structs.replace(item, **changes)
        new = inserted(self._agreement, list_path, copy, item.id)
        for path, text in self._agreement.entered.items():
            if path.startswith(f"{item_path}/"):
                new = replaced(new, f"entered/{list_path}/{new_id}{path[len(item_path) :]}", text)
        self._commit(new, f"Duplicate {word}")
        return new_id

    def remove(self, item_path: str) -> None:
        """Take an item out of its list. Raises Refused where there is none."""
        word = self._item(item_path)[2]
        new = replaced(self._agreement, item_path, None)
        for name in ("entered", "proposed"):
            for path in getattr(new, name):
                if path.startswith(f"{item_path}/"):
                    new = replaced(new, f"{name}/{path}", None)
        self._commit(new, f"Remove {word}")

    def move(self, item_path: str, by: int) -> None:
        """Move an item by that many places, as far as the list goes."""
        item, list_path, word = self._item(item_path)
        order = list(value_at(self._agreement, list_path))
        at = order.index(item.id)
        to = min(max(at + by, 0), len(order) - 1)
        order.insert(to, order.pop(at))
        self._commit(replaced(self._agreement, list_path, tuple(order)), f"Move {word}")

    def replace(self, agreement: Agreement, label: str) -> None:
        """Another state of the same agreement, as one step: going back, a merge, a review."""
        self._commit(msgspec.structs.replace(agreement, id=self._agreement.id), label)

    def undo(self) -> str:
        """Take the last step back, on top of whatever came from elsewhere since.

        Answers a sentence about what of the step doesn't fit any more; empty where all does.
        """
        self.permission.require()
        label = self._undo.undo_label
        found = self._undo.undo(self._agreement)
        self._announce_made(found, f"Undo {label}")
        return _left_sentence(found, label)

    def redo(self) -> str:
        """Make the step last undone again; answers like `undo`."""
        self.permission.require()
        label = self._undo.redo_label
        found = self._undo.redo(self._agreement)
        self._announce_made(found, f"Redo {label}")
        return _left_sentence(found, label)

    def take_outside(self, agreement: Agreement) -> None:
        """Show a state that was merged with changes from elsewhere; no step of mine."""
        changes = diff(self._agreement, agreement)
        self._undo.note_outside(changes)
        self._announce(agreement, changes, "Changed elsewhere")

    def _item(self, item_path: str) -> tuple[Any, str, str]:
        list_path = parent(item_path)
        item = value_at(self._agreement, item_path)
        spec = spec_at(Agreement, list_path)
        if item is None or spec.field is None:
            raise Refused(f"There is no item “{item_path}”.")
        return item, list_path, spec.field.item or "item"

    def _commit(self, new: Agreement, label: str, field: str = "") -> None:
        changes = diff(self._agreement, new)
        if changes:
            self.permission.require()
            self._undo.push(label, changes, field)
            self._announce(new, changes, label)

    def _announce_made(self, found: Fitted[Agreement], label: str) -> None:
        if found.made:
            self._announce(found.record, found.made, label)

    def _announce(self, new: Agreement, changes: tuple[Change, ...], label: str) -> None:
        self._agreement = new
        for listener in tuple(self._listeners):
            listener(Changed(changes, label))


_DAY = date(2000, 1, 1)  # reading a value never looks at the day


def _left_sentence(found: Fitted[Agreement], label: str) -> str:
    """What of a step could not be undone, or made again, because of changes from elsewhere."""
    if not label or (found.made and not found.left):
        return ""
    if not found.left:
        return _("Nothing is left to do of “{step}”: it is so already.").format(step=label)
    names = dict.fromkeys(isolated(change_name(found.record, each)) for each in found.left)
    sentence = (
        _("Of “{step}”, this was changed elsewhere since and stays as it is: {names}.")
        if found.made
        else _("“{step}” doesn’t fit any more. This was changed elsewhere since: {names}.")
    )
    return sentence.format(step=label, names=", ".join(names))


def _word(list_path: str) -> str:
    """A short word for the ids of a list: "levels" makes `level-…`."""
    return list_path.rpartition("/")[2].rstrip("s").replace("_", "-")
