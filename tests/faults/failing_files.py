"""File systems for tests: in one the n-th call fails, in one the process dies before it."""

import errno
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from slaeditor.files import OWNER_FILE, Entry, FileSystem, Identity

Answer = TypeVar("Answer")


class Died(BaseException):
    """The process is gone: nothing may act after this, no `finally` either."""


class SteppingFiles(FileSystem):
    """Counts the calls and lets `step` decide what becomes of each."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def step(self, name: str, call: Callable[[], Answer]) -> Answer:
        """Make one call; overridden by what goes wrong."""
        self.calls.append(name)
        return call()

    def read(self, path: Path) -> bytes:
        return self.step("read", lambda: FileSystem.read(self, path))

    def identity(self, path: Path) -> Identity:
        return self.step("identity", lambda: FileSystem.identity(self, path))

    def entries(self, folder: Path) -> list[Entry]:
        return self.step("entries", lambda: FileSystem.entries(self, folder))

    def names(self, folder: Path) -> list[str]:
        return self.step("names", lambda: FileSystem.names(self, folder))

    def hold(self, lock: Path, seconds: float) -> Callable[[], None]:
        return self.step("hold", lambda: FileSystem.hold(self, lock, seconds))

    def create(self, path: Path, mode: int = OWNER_FILE) -> int:
        return self.step("create", lambda: FileSystem.create(self, path, mode))

    def append(self, path: Path) -> int:
        return self.step("append", lambda: FileSystem.append(self, path))

    def write(self, descriptor: int, data: bytes) -> int:
        """Write at most half of a longer text, so that every write takes several calls."""
        part = data[: max(100, len(data) // 2)]
        return self.step("write", lambda: FileSystem.write(self, descriptor, part))

    def sync(self, descriptor: int) -> None:
        self.step("sync", lambda: FileSystem.sync(self, descriptor))

    def close(self, descriptor: int) -> None:
        self.step("close", lambda: FileSystem.close(self, descriptor))

    def replace(self, source: Path, target: Path) -> None:
        self.step("replace", lambda: FileSystem.replace(self, source, target))

    def remove(self, path: Path) -> None:
        self.step("remove", lambda: FileSystem.remove(self, path))

    def sync_folder(self, folder: Path) -> None:
        self.step("sync_folder", lambda: FileSystem.sync_folder(self, folder))

    def make_folder(self, folder: Path) -> None:
        self.step("make_folder", lambda: FileSystem.make_folder(self, folder))

    def pause(self, seconds: float) -> None:
        self.calls.append("pause")


class FailingFiles(SteppingFiles):
    """Call number `fail_at` (from 0) fails once with `code`; the following ones work."""

    def __init__(self, fail_at: int, code: int = errno.EIO) -> None:
        super().__init__()
        self.fail_at = fail_at
        self.code = code
        self.failed = ""

    def step(self, name: str, call: Callable[[], Answer]) -> Answer:
        if len(self.calls) == self.fail_at:
            self.calls.append(name)
            self.failed = name
            if name == "close":
                call()  # a descriptor is given back even when closing reports an error
            raise OSError(self.code, "made to fail")
        return super().step(name, call)


class DyingFiles(SteppingFiles):
    """The process is killed before call number `die_at`."""

    def __init__(self, die_at: int) -> None:
        super().__init__()
        self.die_at = die_at

    def step(self, name: str, call: Callable[[], Answer]) -> Answer:
        if len(self.calls) >= self.die_at:
            if name == "close":
                call()  # the system does that for a dead process
            raise Died
        return super().step(name, call)
