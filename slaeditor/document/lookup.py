"""Values and places of one agreement, each walked to once: clauses ask again and again."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from slaeditor.agreement import Agreement
from slaeditor.errors import UnknownPath
from slaeditor.field import Field, Record
from slaeditor.paths import Place, place_at, value_at


class Lookup:
    """The values and places asked for so far. The agreement never changes."""

    def __init__(self, agreement: Agreement) -> None:
        self._agreement = agreement
        self._values: dict[str, Any] = {}
        self._places: dict[str, Place] = {}
        self._above: dict[str, tuple[tuple[str, Field], ...]] = {}
        self._watching: list[set[str]] = []

    @contextmanager
    def watched(self) -> Iterator[set[str]]:
        """The paths that are asked for meanwhile, but for those within a watch of its own."""
        found: set[str] = set()
        self._watching.append(found)
        try:
            yield found
        finally:
            self._watching.pop()

    def note(self, paths: Iterable[str]) -> None:
        """Take paths as asked for: what depends on them was found elsewhere."""
        if self._watching:
            self._watching[-1].update(paths)

    def value(self, path: str) -> Any:
        """The value at a path; `None` where nothing is set. Raises UnknownPath."""
        if self._watching:
            self._watching[-1].add(path)
        return self._value(path)

    def _value(self, path: str) -> Any:
        if path not in self._values:
            at, _, name = path.rpartition("/")
            around = self._value(at) if at else None
            within = (around, name) if isinstance(around, Record) else (self._agreement, path)
            self._values[path] = value_at(*within)
        return self._values[path]

    def place(self, path: str) -> Place:
        """The place with this path. Raises UnknownPath where there is none now."""
        if self._watching:
            self._watching[-1].add(path)
        if path not in self._places:
            self._places[path] = self._found_place(path)
        return self._places[path]

    def place_or_none(self, path: str) -> Place | None:
        """The place with this path, `None` where there is none now."""
        try:
            return self.place(path)
        except UnknownPath:
            return None

    def _found_place(self, path: str) -> Place:
        """Places of one record differ in little, so the way to it is walked for the first only."""
        at, _, name = path.rpartition("/")
        if at not in self._above:
            found = place_at(self._agreement, path)
            self._above[at] = found.above
            return found
        found = place_at(self._value(at) if at else self._agreement, name)
        return Place(path, at, found.spec, found.field, found.value, self._above[at])
