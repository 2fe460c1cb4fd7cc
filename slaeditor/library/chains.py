"""What a point holds: the whole draft, packed, or what changed since the point before it.

Whole ones are `packed` (JSON, zlib, base64), in older files `full`; others have a `delta` and the
number of their `base`, in the same file. Every 16th is whole. Each has the `digest` of its draft,
and no draft is given out that doesn't fit it.
"""

import base64
import binascii
import json
import zlib
from collections.abc import Iterator, Mapping
from typing import Any

from slaeditor.library.deltas import applied, delta
from slaeditor.library.draftfile import digest, dumped
from slaeditor.library.limits import DRAFT_BYTES, is_deep
from slaeditor.library.migrations import Draft
from slaeditor.library.points import Document, number_in

SNAPSHOT_EVERY = 16
_LONGEST_CHAIN = 4 * SNAPSHOT_EVERY  # of a file that this program wrote it is SNAPSHOT_EVERY


class States:
    """The drafts behind the points of one file, as they were stored: not brought up to date."""

    def __init__(self, documents: Mapping[int, Document]) -> None:
        """`documents` are what the file says of its points, by number."""
        self._documents = documents
        self._last: tuple[int, Draft] = (0, {})

    def at(self, number: int) -> Draft | None:
        """The draft of a point from its nearest whole one on; None when the chain is broken."""
        chain: list[Document] = []
        draft: Any = None
        for each, document in self._linked(number):
            if each == self._last[0]:  # most often the base, where one asks for all in their order
                draft = self._last[1]
                break
            chain.append(document)
        try:
            if draft is None:
                draft = whole_draft(chain.pop())
            for document in reversed(chain):
                draft = applied(draft, document["delta"])
            if isinstance(draft, dict) and digest(draft) == self._documents[number].get("digest"):
                self._last = number, draft
                return draft
        except (LookupError, TypeError, ValueError, AttributeError, RecursionError):
            return None
        return None

    def chain(self, number: int) -> Iterator[Document]:
        """The point and its bases, up to one that holds the whole draft or has no base here."""
        return (document for _number, document in self._linked(number))

    def _linked(self, number: int) -> Iterator[tuple[int, Document]]:
        for _ in range(_LONGEST_CHAIN):
            document = self._documents.get(number)
            if document is None:
                return
            yield number, document
            base = number_in(document, "base")
            if not 0 < base < number:
                return
            number = base


def whole_draft(document: Document) -> Any:
    """The draft that stands in full in a line. Raises `ValueError`, `KeyError`, `TypeError`."""
    found = document["full"] if "full" in document else _unpacked(document["packed"])
    if is_deep(found):
        raise ValueError("nested deeper than any draft")
    return found


def content_of(draft: Draft, base: int, before: Draft | None, depth: int) -> dict[str, Any]:
    """The draft in full, or its difference from `before`, the draft of `base`, if that is smaller.

    `depth` says how many differences are between this point and a whole one.
    """
    if before is not None and depth < SNAPSHOT_EVERY:
        change = delta(before, draft)
        part = {"delta": change, "base": base, "depth": depth}
        is_small = 2 * len(dumped(part)) < len(dumped(draft))
        if is_small and digest(applied(before, change)) == digest(draft):
            return part
    return {"packed": _packed(draft), "depth": 0}


def _packed(draft: Draft) -> str:
    return base64.b64encode(zlib.compress(dumped(draft), 9)).decode("ascii")


def _unpacked(packed: str) -> Any:
    """The draft again. Raises `ValueError` for what isn't one, however large it would be."""
    unpacking = zlib.decompressobj()
    try:
        raw = unpacking.decompress(base64.b64decode(packed, validate=True), DRAFT_BYTES)
    except (zlib.error, binascii.Error) as error:
        raise ValueError(str(error)) from error
    if not unpacking.eof:
        raise ValueError("cut, or larger than any draft")
    return json.loads(raw)
