"""A disk in memory that loses power: what was not synced may be there, torn, zeroed or gone.

Content that wasn't synced comes back as before, as written, cut at a page, followed by zeros, or
as zeros. Names that weren't synced (new, renamed, removed) come back in every subset.
"""

import errno
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

from slaeditor.files import OWNER_FILE, Entry, FileSystem, Identity

PAGE = 256  # small, so that a draft of a test spans several


class PowerCut(BaseException):
    """The power is gone: nothing may act after this."""


class _Node:
    """A file or a folder, with what is written and what is safe on the disk."""

    def __init__(self, number: int, is_folder: bool = False) -> None:
        self.number = number
        self.is_folder = is_folder
        self.content = b""
        self.safe = b""
        self.changed = number

    def after_the_cut(self) -> set[bytes]:
        """Every content the disk may have for it."""
        if self.content == self.safe:
            return {self.safe}
        kept = self.content[: len(self.safe)] == self.safe
        start = len(self.safe) if kept else 0  # appending leaves what is safe alone
        states = {self.safe, self.content}
        states.add(self.content[:start] + bytes(len(self.content) - start))
        for end in range((start // PAGE + 1) * PAGE, len(self.content), PAGE):
            states.add(self.content[:end])
            states.add(self.content[:end] + bytes(len(self.content) - end))
        return states


class SimulatedDisk(FileSystem):
    """A file system in memory. `cut_at` is the number of the call that never happens."""

    def __init__(self, cut_at: int = 1_000_000) -> None:
        self.cut_at = cut_at
        self.calls = 0
        self._names: dict[Path, _Node] = {Path("/"): _Node(0, is_folder=True)}
        self._safe_names = dict(self._names)
        self._unsafe: list[dict[Path, _Node | None]] = []  # each a change of names, in order
        self._open: list[_Node] = []
        self._count = 0

    def states(self) -> Iterator["SimulatedDisk"]:
        """Every disk that may be found after the power comes back."""
        for chosen in product((False, True), repeat=len(self._unsafe)):
            names = dict(self._safe_names)
            for is_chosen, change in zip(chosen, self._unsafe, strict=True):
                if is_chosen:
                    _apply(change, names)
            paths = [path for path in names if _is_reachable(path, names)]
            choices = [sorted(names[path].after_the_cut()) for path in paths]
            for contents in product(*choices):
                yield self._restarted(names, dict(zip(paths, contents, strict=True)))

    def read(self, path: Path) -> bytes:
        return self._file(path).content

    def identity(self, path: Path) -> Identity:
        node = self._node(path)
        return Identity(node.changed, len(node.content), node.number)

    def entries(self, folder: Path) -> list[Entry]:
        self._node(folder)
        return [
            Entry(path.name, Identity(node.changed, len(node.content), node.number))
            for path, node in self._names.items()
            if path.parent == folder and not node.is_folder
        ]

    def names(self, folder: Path) -> list[str]:
        return [entry.name for entry in self.entries(folder)]

    def hold(self, lock: Path, seconds: float) -> Callable[[], None]:
        """Nobody else is there, and a lock leaves nothing on the disk."""
        return lambda: None

    def create(self, path: Path, mode: int = OWNER_FILE) -> int:
        if path in self._names:
            raise FileExistsError(errno.EEXIST, "exists", str(path))
        return self._opened(path)

    def append(self, path: Path) -> int:
        if path not in self._names:
            return self._opened(path)
        self._tick()
        self._open.append(self._file(path))
        return len(self._open) - 1

    def write(self, descriptor: int, data: bytes) -> int:
        self._tick()
        node = self._open[descriptor]
        node.content += data
        self._count += 1
        node.changed = self._count
        return len(data)

    def sync(self, descriptor: int) -> None:
        self._tick()
        node = self._open[descriptor]
        node.safe = node.content

    def close(self, descriptor: int) -> None:
        self._tick()

    def replace(self, source: Path, target: Path) -> None:
        self._tick()
        self._node(target.parent)
        self._change({source: None, target: self._file(source)})

    def remove(self, path: Path) -> None:
        self._tick()
        self._file(path)
        self._change({path: None})

    def sync_folder(self, folder: Path) -> None:
        self._tick()
        self._node(folder)
        waiting = []
        for change in self._unsafe:
            if any(path.parent == folder for path in change):
                _apply(change, self._safe_names)
            else:
                waiting.append(change)
        self._unsafe = waiting

    def make_folder(self, folder: Path) -> None:
        self._tick()
        self._node(folder.parent)
        if folder in self._names:
            raise FileExistsError(errno.EEXIST, "exists", str(folder))
        self._count += 1
        self._change({folder: _Node(self._count, is_folder=True)})

    def overwrite(self, path: Path, data: bytes) -> int:
        """What this program never does: replace a file's content in place (for a mutant)."""
        self._tick()
        node = self._file(path)
        node.content = data
        self._open.append(node)
        return len(self._open) - 1

    def _tick(self) -> None:
        if self.calls >= self.cut_at:
            raise PowerCut
        self.calls += 1

    def _node(self, path: Path) -> _Node:
        if path not in self._names:
            raise FileNotFoundError(errno.ENOENT, "missing", str(path))
        return self._names[path]

    def _file(self, path: Path) -> _Node:
        node = self._node(path)
        if node.is_folder:
            raise IsADirectoryError(errno.EISDIR, "a folder", str(path))
        return node

    def _opened(self, path: Path) -> int:
        self._tick()
        self._node(path.parent)
        self._count += 1
        node = _Node(self._count)
        self._change({path: node})
        self._open.append(node)
        return len(self._open) - 1

    def _change(self, change: dict[Path, _Node | None]) -> None:
        _apply(change, self._names)
        self._unsafe.append(change)

    def _restarted(self, names: dict[Path, _Node], contents: dict[Path, bytes]) -> "SimulatedDisk":
        disk = SimulatedDisk()
        disk._count = self._count
        disk._names = {}
        for path, content in contents.items():
            node = _Node(names[path].number, names[path].is_folder)
            node.content = node.safe = content
            disk._names[path] = node
        disk._safe_names = dict(disk._names)
        return disk


def _apply(change: dict[Path, _Node | None], names: dict[Path, _Node]) -> None:
    """Change the names; one that takes away what another file bears by now does nothing there."""
    for path, node in change.items():
        if node is None:
            names.pop(path, None)
        else:
            names[path] = node


def _is_reachable(path: Path, names: dict[Path, _Node]) -> bool:
    return all(parent in names for parent in path.parents)
