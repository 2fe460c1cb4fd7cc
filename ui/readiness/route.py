"""The way through the findings with next and previous, also while they come and go."""

from collections.abc import Sequence


class Route:
    """The places to check in order, and where on this way the person is.

    A place that was mended vanishes from the list; the next one is then the one that stood behind
    it, not the first.
    """

    def __init__(self) -> None:
        self._paths: tuple[str, ...] = ()
        self._at = ""
        self._between = False

    def set_paths(self, paths: Sequence[str]) -> None:
        """The places there are now; each counts once."""
        new = tuple(dict.fromkeys(path for path in paths if path))
        if self._at and self._at not in new:
            self._at, self._between = self._successor(new), True
        self._paths = new

    def _successor(self, new: tuple[str, ...]) -> str:
        if self._at not in self._paths:
            return ""
        behind = self._paths[self._paths.index(self._at) :]
        return next((path for path in behind if path in new), "")

    def next(self, here: str) -> str:
        """The place after `here`, from the last one to the first; empty where there is none."""
        return self._go(here, 1)

    def previous(self, here: str) -> str:
        """The place before `here`, from the first one to the last; empty where there is none."""
        return self._go(here, -1)

    def _go(self, here: str, by: int) -> str:
        if not self._paths:
            return ""
        if here in self._paths:
            index = self._paths.index(here) + by
        elif self._at in self._paths:
            index = self._paths.index(self._at) + (min(by, 0) if self._between else by)
        else:
            index = 0 if by > 0 else -1
        self._at, self._between = self._paths[index % len(self._paths)], False
        return self._at
