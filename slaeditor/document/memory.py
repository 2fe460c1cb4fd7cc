"""What was said about the items of long lists, kept from one composing to the next.

While somebody types, a document is composed again and again, and nearly all of it says the same.
A piece is taken from memory as long as its item is the same record, and every other value that
was looked at while the piece was made is the same.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from slaeditor.document.lookup import Lookup

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Piece:
    item: Any
    elsewhere: tuple[tuple[str, Any], ...]
    made: Any


class Memory:
    """The pieces of one agreement's last document. For one thread at a time."""

    def __init__(self) -> None:
        self._common: Hashable = None
        self._pieces: dict[Hashable, _Piece] = {}
        self._fresh: dict[Hashable, _Piece] = {}

    def begin(self, common: Hashable) -> None:
        """A new document is composed. All is forgotten unless `common` is what it was.

        `common` is whatever any piece may depend on besides values at paths.
        """
        self._pieces = self._fresh if common == self._common else {}
        self._common, self._fresh = common, {}

    def recalled(self, key: Hashable, item: str, lookup: Lookup, make: Callable[[], T]) -> T:
        """The piece named `key` about the item at a path, from memory or made now."""
        piece = self._pieces.get(key)
        if piece is None or not _holds(piece, item, lookup):
            piece = _made(item, lookup, make)
        self._fresh[key] = piece
        return cast(T, piece.made)


def _holds(piece: _Piece, item: str, lookup: Lookup) -> bool:
    return lookup.value(item) is piece.item and all(
        _same(lookup.value(path), value) for path, value in piece.elsewhere
    )


def _same(value: Any, before: Any) -> bool:
    """Identical, as what no edit touched stays; or equal lists, whose ids are read anew."""
    return value is before or (isinstance(value, tuple) and value == before)


def _made(item: str, lookup: Lookup, make: Callable[[], T]) -> _Piece:
    with lookup.watched() as looked_at:
        made = make()
    within = f"{item}/"
    elsewhere = [path for path in looked_at if path != item and not path.startswith(within)]
    values = tuple((path, lookup.value(path)) for path in elsewhere)
    return _Piece(lookup.value(item), values, made)
