"""One process for a library: who holds the seat, and what a second start asks of it. No Qt here.

The seat is a lock on a file in this computer's own folder of the library. The system frees it when
its process ends, however it ends, so it is never stale. Another library has another seat.
"""

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Self

from slaeditor.settings import name_of_folder

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LARGEST = 32_768
"""Bytes that a request may have: the longest path of a file, each letter of it spelt out."""
_LONGEST_TOKEN = 500
_VERSION = 1
_DIGITS = 20  # that the number of a process is written with
_BEYOND = 1_000_000
"""The byte that is locked on Windows, where nobody can read a locked byte: behind all others."""


class Misread(ValueError):
    """The bytes that came are no request of this program."""


class Request(NamedTuple):
    """What a second start asks for: the window in front, with a draft's file if one is named.

    `token` is what the desktop gave the second start so that a window may come to the front.
    """

    file: Path | None = None
    token: str = ""

    @classmethod
    def of_this_start(cls, file: Path | None) -> Self:
        """The request of this process, with the whole path of the file."""
        names = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
        token = next((found for each in names if (found := os.environ.get(each))), "")
        return cls(None if file is None else file.absolute(), token[:_LONGEST_TOKEN])


def packed(request: Request) -> bytes:
    """The request as one line of JSON in ASCII."""
    file = None if request.file is None else str(request.file)
    words = {"slaeditor": _VERSION, "file": file, "token": request.token}
    return json.dumps(words).encode("ascii") + b"\n"


def unpacked(raw: bytes) -> Request:
    """The request in these bytes; raises `Misread` for anything that `packed` doesn't make."""
    if len(raw) > LARGEST or not raw.endswith(b"\n"):
        raise Misread
    try:
        words = json.loads(raw.decode("ascii"))
    except (ValueError, RecursionError) as error:
        raise Misread from error
    if not isinstance(words, dict) or set(words) != {"slaeditor", "file", "token"}:
        raise Misread
    version, file, token = words["slaeditor"], words["file"], words["token"]
    if type(version) is not int or version != _VERSION:
        raise Misread
    if not isinstance(token, str) or len(token) > _LONGEST_TOKEN or not token.isprintable():
        raise Misread
    if file is None:
        return Request(None, token)
    if not isinstance(file, str) or "\0" in file or not Path(file).is_absolute():
        raise Misread
    return Request(Path(file), token)


def address(local: Path) -> str:
    """Where the holder of the seat listens: one name for each user and library.

    A whole path where the system has a folder for the sockets of this user alone, else a name that
    Qt puts into the folder for temporary files (on Windows it is the name of a pipe).
    """
    user = os.environ.get("USERNAME", "") if sys.platform == "win32" else str(os.getuid())
    name = f"slaeditor-{user}-{name_of_folder(local)}"
    own = Path(os.environ.get("XDG_RUNTIME_DIR", ""))
    return str(own / name) if own.is_absolute() and own.is_dir() else name


class Seat:
    """The seat of the one process of a library; `local` is this computer's folder for it."""

    def __init__(self, local: Path) -> None:
        self._local = local
        self._file = local / "window.lock"
        self._descriptor: int | None = None

    @property
    def address(self) -> str:
        """Where its holder listens."""
        return address(self._local)

    @property
    def is_held(self) -> bool:
        """Whether this process holds it."""
        return self._descriptor is not None

    def take(self) -> bool:
        """Take the seat without waiting; False where another process holds it.

        True also where nobody can know: a folder that can't be written, a disk without locks.
        """
        if self._descriptor is not None:
            return True
        try:
            self._local.mkdir(mode=0o700, parents=True, exist_ok=True)
            descriptor = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return True
        try:
            _lock(descriptor)
        except (BlockingIOError, PermissionError):
            os.close(descriptor)
            return False
        except OSError:
            os.close(descriptor)
            return True
        self._descriptor = descriptor
        with suppress(OSError):  # the number is for a sentence only
            os.write(descriptor, f"{os.getpid():<{_DIGITS}}".encode("ascii"))
        return True

    def leave(self) -> None:
        """Give the seat back; nothing happens where it isn't held."""
        descriptor, self._descriptor = self._descriptor, None
        if descriptor is not None:
            os.close(descriptor)  # which frees the lock

    def holder(self) -> int | None:
        """The number of the process that holds it, if that can be read."""
        try:
            with self._file.open("rb") as file:
                return int(file.read(_DIGITS))
        except (OSError, ValueError):
            return None


def _lock(descriptor: int) -> None:
    """Lock the file without waiting; raises `OSError`."""
    if sys.platform == "win32":
        os.lseek(descriptor, _BEYOND, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, 0, os.SEEK_SET)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
