"""What a draft's file looks like, as bytes, and telling apart the ways in which it can be damaged.

A file is one line of JSON, the tables of a TinyDB: `_file` (format, schema, sum, lineage …) and
`draft`. The sum covers every byte of the file with the sum itself taken as "". A file that some
tool has laid out anew is taken as whole when its content, laid out our way, fits the sum.
"""

import hashlib
import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NoReturn

from slaeditor.errors import Damaged, TooNew
from slaeditor.library.limits import is_deep
from slaeditor.library.migrations import Draft

FORMAT = "slaeditor-draft"
LINEAGE_LENGTH = 64
_LONGEST_NAME = 60  # signs of a computer's name
Tables = dict[str, dict[str, Any]]

_SUM = re.compile(rb'"sum":"([0-9a-f]{32})"')
_SAVE = re.compile(r"([0-9a-z]{1,16}):([0-9]{1,18})")
_SUM_PLACE = 200  # the sum stands within the first bytes of a file that we laid out
_MERGE_MARKS = re.compile(rb"^(<{7} |={7}$|>{7} )", re.MULTILINE)
_STAYS = "It was left as it is."


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says about itself: schema number, time of saving (UTC), lineage, completeness.

    `lineage` holds the digests of the drafts it descends from, oldest first: one per opening and
    per version joined. `known` names the newest save of each computer that went into it, `origin`
    the computer that saved it: see `slaeditor.library.lineage`.
    """

    schema: int
    saved: datetime
    lineage: tuple[str, ...] = ()
    complete: str = ""
    known: Mapping[str, int] = field(default_factory=dict)
    origin: str = ""


def dumped(value: Any) -> bytes:
    """JSON in UTF-8 on one line; escaped to ASCII only where UTF-8 can't hold the text.

    Raises `TypeError` or `ValueError` for what JSON has no word for (also NaN).
    """
    try:
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value, separators=(",", ":"), allow_nan=False).encode("ascii")


def digest(draft: Draft) -> str:
    """32 hex digits that name this content, whatever the order of its keys."""
    text = json.dumps(draft, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return _hash(text.encode("ascii"))


def packed(header: Header, tables: bytes) -> bytes:
    """A file's bytes; `tables` is the dumped dict of the tables other than `_file`."""
    meta = {
        "format": FORMAT,
        "schema": header.schema,
        "sum": "",
        "saved": header.saved.astimezone(UTC).isoformat(timespec="microseconds"),
        "origin": header.origin,
        "complete": header.complete,
        "lineage": list(header.lineage),
        "known": [f"{name}:{number}" for name, number in header.known.items()],
    }
    blank = b'{"_file":' + dumped({"1": meta})
    blank += b"," + tables[1:] if tables != b"{}" else b"}"
    return blank.replace(b'"sum":""', b'"sum":"' + _hash(blank).encode("ascii") + b'"', 1)


def unpacked(raw: bytes, name: str, newest: int) -> tuple[Header, Tables]:
    """The header and the tables of a file's bytes; `name` is for the sentences.

    Raises `Damaged`, or `TooNew` for a schema above `newest`.
    """
    tables = _parsed(raw, name)
    meta = _meta(tables, name)
    schema = meta.get("schema")
    if type(schema) is not int or schema < 1:
        _refuse(name, "doesn't say by which version it was written")
    if schema > newest:
        raise TooNew(
            f"{name} was written by a newer version of SLA Editor (schema {schema}, this version "
            f"knows {newest}). {_STAYS} Open it with the newer version."
        )
    if not is_whole(raw) and not _fits_when_laid_out(tables, meta):
        _refuse(name, "doesn't fit its checksum: at least one character has changed")
    if not isinstance(tables.get("draft", {}).get("1"), dict):
        _refuse(name, "holds no draft")
    return _header(meta, schema), tables


def is_whole(raw: bytes) -> bool:
    """Whether the bytes, as we lay them out, fit their sum. Quick; parses nothing."""
    found = _SUM.search(raw, 0, _SUM_PLACE)
    if not found:
        return False
    blank = raw[: found.start()] + b'"sum":""' + raw[found.end() :]
    return _hash(blank).encode("ascii") == found[1]


def later_lineage(lineage: tuple[str, ...], opened: str) -> tuple[str, ...]:
    """The lineage of what descends from a draft with digest `opened` and that lineage."""
    line = tuple(item for item in lineage if item != opened)
    return (*line, opened)[-LINEAGE_LENGTH:]


def title_found_in(raw: bytes) -> str:
    """The title that can still be read in a damaged file, else an empty text."""
    found = re.search(rb'"title"\s*:\s*("(?:[^"\\\x00-\x1f]|\\.){1,300}")', raw)
    if not found:
        return ""
    try:
        return str(json.loads(found[1].decode("utf-8", "replace")))
    except ValueError:
        return ""


def _parsed(raw: bytes, name: str) -> Tables:
    if not raw:
        _refuse(name, "is empty (0 bytes)")
    if b"\0" in raw:
        what = "holds nothing but zeros" if not raw.strip(b"\0") else "holds a stretch of zeros"
        _refuse(name, f"{what}, as after a power cut or a full disk")
    if _MERGE_MARKS.search(raw):
        _refuse(name, "holds the marks of a merge (<<<<<<<) made by another program")
    found = _loaded(raw, name)
    if not isinstance(found, dict) or not all(isinstance(part, dict) for part in found.values()):
        _refuse(name, "holds data of another program, not a draft")
    if is_deep(found):
        _refuse(name, "is nested deeper than any draft")
    return found


def _loaded(raw: bytes, name: str) -> Any:
    try:
        return json.loads(raw.decode("utf-8-sig"), parse_constant=_no_constant, parse_float=_finite)
    except UnicodeDecodeError:
        _refuse(name, "isn't UTF-8: another program has stored it in another encoding")
    except json.JSONDecodeError as error:
        if error.pos >= len(error.doc.rstrip()) or "Unterminated" in error.msg:
            _refuse(name, "ends in the middle: the rest of it is missing")
        _refuse(name, f"can't be read from character {error.pos + 1} on")
    except ValueError:
        _refuse(name, "holds a number that no draft holds")
    except RecursionError:
        _refuse(name, "is nested deeper than any draft")


def _meta(tables: Tables, name: str) -> dict[str, Any]:
    meta = tables.get("_file", {}).get("1")
    if not isinstance(meta, dict) or not isinstance(meta.get("format"), str):
        _refuse(name, "holds data of another program, not a draft")
    if meta["format"] != FORMAT:
        _refuse(name, f'holds "{meta["format"][:40]}", not a draft')
    return meta


def _header(meta: dict[str, Any], schema: int) -> Header:
    """The header of a file whose sum fits; what it doesn't say is left empty."""
    try:
        saved = datetime.fromisoformat(str(meta.get("saved")))
    except ValueError:
        saved = datetime.fromtimestamp(0, UTC)
    lineage = meta.get("lineage")
    return Header(
        schema=schema,
        saved=saved if saved.tzinfo else saved.replace(tzinfo=UTC),
        lineage=tuple(str(item) for item in lineage) if isinstance(lineage, list) else (),
        complete=str(meta.get("complete") or ""),
        known=_known(meta.get("known")),
        origin=str(meta.get("origin") or "")[:_LONGEST_NAME],
    )


def _known(found: object) -> dict[str, int]:
    """The newest save of each computer; empty where that isn't told as we tell it."""
    told = [_SAVE.fullmatch(str(each)) for each in found] if isinstance(found, list) else []
    return {each[1]: int(each[2]) for each in told if each} if all(told) else {}


def _fits_when_laid_out(tables: Tables, meta: dict[str, Any]) -> bool:
    stated = meta.get("sum")
    blank = {**tables, "_file": {**tables["_file"], "1": {**meta, "sum": ""}}}
    return stated == _hash(dumped(blank))


def _hash(data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _no_constant(constant: str) -> NoReturn:
    raise ValueError(constant)


def _finite(digits: str) -> float:
    """The number; raises `ValueError` for one too large for JSON to be written again."""
    number = float(digits)
    if math.isinf(number):
        raise ValueError(digits)
    return number


def _refuse(name: str, what: str) -> NoReturn:
    raise Damaged(f"{name} {what}. {_STAYS}")
