"""How much a file may hold that came from anywhere, each limit declared once.

They lie far above what people write (a draft with 1,000 service levels has about 1 MB) and low
enough that reading a file made to do harm takes neither all memory nor all day.
"""

from pathlib import Path
from typing import Any

from slaeditor.errors import Damaged
from slaeditor.files import FileSystem

DRAFT_BYTES = 8 * 1024**2
"""A draft's file. What is larger is neither read nor written."""
HISTORY_BYTES = 256 * 1024**2
"""One file of a draft's history."""
DEPTH = 40
"""How deep the values of a draft may stand within each other; ours have about ten levels."""
ARCHIVE_BYTES = 2 * 1024**3
"""A whole library in one file, packed."""
ARCHIVE_ENTRIES = 400_000
"""The files in a packed library: 100,000 drafts with a few histories each."""
ARCHIVE_LIST = 64 * 1024**2
"""The list of those files at its end, which has to be read whole."""
ARCHIVE_CONTENT = 16 * 1024**3
"""What a packed library may come to when it is unpacked."""
ARCHIVE_RATIO = 300
"""How many times larger an entry may be than it is packed; texts of ours come to about 30."""


def in_megabytes(size: int) -> str:
    """A size in bytes in words: "8 MB", never "0 MB"."""
    return f"{max(1, round(size / 1024**2)):,} MB"


def read_within(path: Path, files: FileSystem, most: int) -> bytes:
    """The content of a file that holds at most so many bytes; a larger one isn't touched.

    Raises `OSError`, and `Damaged` for a larger one.
    """
    refuse_larger(path, files.identity(path).size, most)
    return files.read(path)


def refuse_larger(path: Path, size: int, most: int) -> None:
    """Raise `Damaged` for a file of `size` bytes where at most `most` are allowed."""
    if size > most:
        raise Damaged(
            f"{path} has {in_megabytes(size)}, more than any file of its kind "
            f"({in_megabytes(most)} at most). It was left as it is."
        )


def is_deep(value: object, most: int = DEPTH) -> bool:
    """Whether lists and objects stand within each other more than `most` levels deep."""
    level: list[Any] = [[value]]
    for _ in range(most + 1):
        inside = [each.values() if type(each) is dict else each for each in level]
        level = [part for each in inside for part in each if type(part) in (dict, list)]
        if not level:
            return False
    return True
