"""What can still be read of a damaged draft, checked record by record. The file is not touched.

A copy is made of it: values that can be read stand in it, typed text that is no value of its
field is kept as typed, and what is lost is named by its path. A file with the marks of a merge
holds several versions; each is one copy.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, cast

import msgspec

from slaeditor.agreement import Agreement, decode
from slaeditor.errors import SlaError
from slaeditor.field import Record
from slaeditor.library.draftfile import FORMAT, unpacked
from slaeditor.library.limits import DRAFT_BYTES, is_deep
from slaeditor.library.mending import mended
from slaeditor.library.migrations import CURRENT, Draft, Migrations
from slaeditor.paths import Sort, Spec, is_item_id, joined, specs
from slaeditor.values import is_sound, json_load

_MARK = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?: (.{0,80}))?\r?$", re.MULTILINE)
_MOST_ITEMS = 5_000  # of one list
_SHOWN = 80  # characters of a lost text that are repeated
_ID = "salvaged"


class Lost(NamedTuple):
    """A place whose value could not be read; `text` is what stands there, where that is text."""

    path: str
    text: str = ""


class Salvaged(NamedTuple):
    """A draft made of what could be read.

    `side` names the version where a merge left several; `is_cut` says that the end is missing;
    `is_certain` that every value in it is as it was saved.
    """

    draft: Draft
    lost: tuple[Lost, ...]
    side: str = ""
    is_cut: bool = False
    is_certain: bool = False


def salvaged(raw: bytes, migrations: Migrations = CURRENT) -> tuple[Salvaged, ...]:
    """The versions that can be made of a damaged file's bytes; none where nothing can be read.

    Nor is there one for a file of a newer version of the program. Raises nothing.
    """
    if len(raw) > DRAFT_BYTES:
        return ()
    text = _text_of(raw)
    versions = [_version(side, part, migrations) for side, part in _sides(text)]
    found: list[Salvaged] = []
    for each in versions:
        if each is not None and each.draft not in [other.draft for other in found]:
            found.append(each)
    return tuple(found)


def _text_of(raw: bytes) -> str:
    """The bytes as text: UTF-8, UTF-16 by its mark, or what Windows wrote in western Europe."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("utf-8", "replace")
    if any(sign > "\x7f" and sign != "\ufffd" for sign in text):
        return text
    return raw.decode("cp1252", "replace")


def _sides(text: str) -> list[tuple[str, str]]:
    """The versions in a text with marks of a merge by their names; else the text itself."""
    parts = _MARK.split(text)  # text, mark, label, text, mark, label, text …
    if len(parts) == 1:
        return [("", text)]
    sides = {"<": [parts[0]], ">": [parts[0]]}
    names = {"<": "", ">": ""}
    inside = ""
    for mark, label, body in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        if mark[0] in names:
            names[mark[0]] = names[mark[0]] or (label or "").strip()
        inside = {"<": "<", "|": "|", "=": ">", ">": ""}[mark[0]]
        for side, pieces in sides.items():
            if inside in ("", side):
                pieces.append(body)
    return [(names[side], "".join(pieces)) for side, pieces in sides.items()]


def _version(side: str, text: str, migrations: Migrations) -> Salvaged | None:
    """One version made sound; None where it holds nothing that a draft has."""
    whole = _whole(text, migrations)
    found = mended(text) if whole is None else None
    tables = whole if found is None else found.value
    draft, schema = _draft_in(tables)
    if draft is None or schema > migrations.schema or is_deep(draft):
        return None
    try:
        draft = migrations.brought_up_to_date(draft, schema)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    lost = [] if found is None else [Lost(_within_draft(path)) for path in found.breaks]
    sound = _Sound()
    data = sound.record(Agreement, draft, "")
    if not data:
        return None
    own = draft.get("id")
    data["id"] = own if isinstance(own, str) and is_item_id(own) else _ID
    if sound.entered:
        data["entered"] = {**data.get("entered", {}), **sound.entered}
    if not _can_be_read(data):
        return None
    lost += [each for each in sound.lost if each.path not in {other.path for other in lost}]
    is_cut = found is not None and found.is_cut
    return Salvaged(data, tuple(lost), side, is_cut, whole is not None and not lost)


def _whole(text: str, migrations: Migrations) -> Any:
    """The tables of a version that fits its checksum; None for any other."""
    try:
        return unpacked(text.strip().encode("utf-8"), "", migrations.schema)[1]
    except (SlaError, UnicodeEncodeError):
        return None


def _draft_in(tables: Any) -> tuple[Draft | None, int]:
    """The draft in what could be read of a file, and its schema number; 1 where it isn't said."""
    about = _in(tables, "_file", "1")
    named = about.get("format", FORMAT) if isinstance(about, dict) else FORMAT
    if named != FORMAT and not _differ_in_one_sign(str(named), FORMAT):
        return None, 0  # another program's
    objects = _objects(tables) if isinstance(tables, dict | list) else ()
    draft = max(objects, key=_likeness, default=None)
    if draft is None or not _likeness(draft):
        return None, 0
    schema = about.get("schema") if isinstance(about, dict) else None
    return draft, schema if type(schema) is int and schema >= 1 else 1


def _objects(value: Any) -> Iterator[Draft]:
    """Every object within a value, outermost first: a broken header may hold the draft."""
    level = [value]
    while level:
        yield from (each for each in level if isinstance(each, dict))
        parts = [each.values() if isinstance(each, dict) else each for each in level]
        level = [each for part in parts for each in part if isinstance(each, dict | list)]


def _likeness(data: Draft) -> int:
    """How many names of an agreement's fields it has."""
    return len(specs(Agreement).keys() & data.keys())


def _in(value: Any, *keys: str) -> Any:
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def _within_draft(path: str) -> str:
    """A path in the draft, of one in its file."""
    return path.removeprefix("draft").removeprefix("/").removeprefix("1").removeprefix("/")


def _can_be_read(data: Draft) -> bool:
    try:
        decode(data)
    except SlaError:
        return False
    return True


class _Sound:
    """Takes what fits its place; notes what doesn't."""

    def __init__(self) -> None:
        self.lost: list[Lost] = []
        self.entered: dict[str, str] = {}

    def record(self, kind: type[Record], data: dict[str, Any], at: str) -> dict[str, Any]:
        """What can be read of a record, without its id."""
        known = specs(kind)
        data = _with_names_mended(data, known)
        found: dict[str, Any] = {}
        for name, value in data.items():
            if name == "id":
                continue
            path = joined(at, name)
            spec = known.get(name)
            if spec is None:
                self._refused(path, value)
            elif (kept := self._kept(spec, value, path)) is not None:
                found[name] = kept
        return found

    def _kept(self, spec: Spec, value: Any, path: str) -> Any:
        if spec.sort is Sort.LEAF:
            return self._leaf(spec, value, path)
        if spec.sort is Sort.LIST and isinstance(value, list):
            return self._items(spec, value, path)
        if not isinstance(value, dict):
            self._refused(path, value)
            return None
        if spec.sort is Sort.MAP:
            return {key: text for key, text in value.items() if isinstance(text, str)}
        return self.record(cast(type[Record], spec.hint), value, path)

    def _leaf(self, spec: Spec, value: Any, path: str) -> Any:
        if value is None:
            return None
        try:
            is_good = is_sound(msgspec.convert(value, spec.hint, dec_hook=json_load))
        except (msgspec.ValidationError, ValueError, RecursionError, NotImplementedError):
            is_good = False
        if is_good:
            return value
        if isinstance(value, str) and value.strip() and spec.field is not None:
            self.entered[path] = value
        self._refused(path, value)
        return None

    def _items(self, spec: Spec, values: list[Any], path: str) -> list[dict[str, Any]]:
        kind = cast(type[Record], spec.hint)
        found: dict[str, dict[str, Any]] = {}
        for number, value in enumerate(values[:_MOST_ITEMS], 1):
            if not isinstance(value, dict):
                self._refused(joined(path, str(number)), value)
                continue
            own = value.get("id")
            if not isinstance(own, str) or not _may_name(own, path) or own in found:
                own = _free_id(number, found)
            item = {"id": own, **self.record(kind, value, joined(path, own))}
            if _is_item(item, kind):
                found[own] = item
            else:
                self._refused(joined(path, own), "")
        if len(values) > _MOST_ITEMS:
            self._refused(path, f"{len(values) - _MOST_ITEMS} more")
        return list(found.values())

    def _refused(self, path: str, value: Any) -> None:
        text = str(value)[:_SHOWN] if isinstance(value, str | int | float) else ""
        self.lost.append(Lost(path, text))


def _with_names_mended(data: dict[str, Any], known: dict[str, Spec]) -> dict[str, Any]:
    """The data with each unknown name that has one wrong sign under the name it must have had."""
    free = [name for name in known if name not in data]
    found = {}
    for name, value in data.items():
        near = [each for each in free if name not in known and _differ_in_one_sign(each, name)]
        found[near[0] if len(near) == 1 else name] = value
    return found


def _differ_in_one_sign(one: str, other: str) -> bool:
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    return one == other[1:] or one == other[:-1]


def _may_name(own: str, path: str) -> bool:
    """Whether it is an id that an item of that list can have; clauses have longer ones."""
    return is_item_id(own) or (path == "clauses" and 0 < len(own) <= 120)


def _free_id(number: int, taken: dict[str, dict[str, Any]]) -> str:
    own = f"{_ID}-{number}"
    while own in taken:
        own += "x"
    return own


def _is_item(item: dict[str, Any], kind: type[Record]) -> bool:
    try:
        msgspec.convert(item, kind, dec_hook=json_load)
    except (msgspec.ValidationError, ValueError, RecursionError):
        return False
    return True
