"""What was said the last time, kept from one composing to the next.

While somebody types, a document is composed again and again, and nearly all of it says the same.
A piece is taken from memory as long as nothing changed at any path that was looked at while it was
made. What is worked out from such a piece is kept as long as the piece is the same object.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from slaeditor.agreement import Agreement
from slaeditor.document.lookup import Lookup
from slaeditor.document.touched import touched

S = TypeVar("S")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Piece:
    """What was made, the paths looked at meanwhile, and the pieces that it was made of."""

    made: Any
    looked_at: frozenset[str]
    within: "dict[Hashable, _Piece]"


class Kept(Generic[S, T]):
    """What `make` worked out from objects that never change, for as long as they are in use.

    An object is told apart by being itself. What isn't asked for between two `begin` is forgotten.
    For one thread at a time.
    """

    def __init__(self, make: Callable[[S], T]) -> None:
        self._make = make
        self._known: dict[int, tuple[S, T]] = {}
        self._fresh: dict[int, tuple[S, T]] = {}

    def begin(self) -> None:
        """A new round; what the last one asked for is still known."""
        self._known, self._fresh = self._fresh, {}

    def of(self, sources: Iterable[S]) -> list[T]:
        """What was made of each object."""
        known, fresh, found = self._known, self._fresh, list[T]()
        for source in sources:
            at = id(source)  # nothing else gets this number while the source is kept here
            entry = known.get(at) or fresh.get(at) or (source, self._make(source))
            fresh[at] = entry
            found.append(entry[1])
        return found


class Memory:
    """The pieces of one agreement's last document. For one thread at a time."""

    def __init__(self) -> None:
        self._kept: dict[Callable[[Any], Any], Kept[Any, Any]] = {}
        self._agreement: Agreement | None = None
        self._common: Hashable = None
        self._pieces: dict[Hashable, _Piece] = {}
        self._fresh: dict[Hashable, _Piece] = {}
        self._around: list[dict[Hashable, _Piece]] = []

    def begin(self, agreement: Agreement, common: Hashable) -> None:
        """A new document is composed. What looked at something that changed is forgotten.

        `common` is whatever any piece may depend on besides what is at paths; all is forgotten
        unless it is what it was.
        """
        self._pieces = {}
        if self._agreement is not None and common == self._common:
            changed = touched(self._agreement, agreement)
            self._pieces = {
                key: piece
                for key, piece in self._fresh.items()
                if piece.looked_at.isdisjoint(changed)
            }
        self._agreement, self._common = agreement, common
        self._fresh, self._around = {}, []
        for kept in self._kept.values():
            kept.begin()

    def kept(self, make: Callable[[S], T]) -> Kept[S, T]:
        """What `make` worked out while the last document was composed."""
        return self._kept.setdefault(make, Kept(make))

    def recalled(self, key: Hashable, lookup: Lookup, make: Callable[[], T]) -> T:
        """The piece of that name, from memory or made now. Pieces may be made of pieces."""
        piece = self._pieces.get(key)
        if piece is None:
            piece = self._made(lookup, make)
        lookup.note(piece.looked_at)
        for pieces in (self._fresh, *self._around[-1:]):
            pieces[key] = piece
            pieces.update(piece.within)
        return cast(T, piece.made)

    def _made(self, lookup: Lookup, make: Callable[[], T]) -> _Piece:
        within: dict[Hashable, _Piece] = {}
        self._around.append(within)
        with lookup.watched() as looked_at:
            made = make()
        self._around.pop()
        return _Piece(made, frozenset(looked_at), within)
