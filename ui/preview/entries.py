"""The entries that the preview's text is made of, and the steps from one list of them to another.

An entry is a paragraph, a signature block or a stretch of a table: what is replaced at a time.
Nothing here touches the window, so a worker thread may do it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from slaeditor.blocks import Block, Role


@dataclass(frozen=True, slots=True)
class Look:
    """What decides how a piece looks besides its content.

    `level` is the indentation as `text_levels` gives it; `starts_page` marks the first piece of a
    part that begins on a new page. A table has to make the room below it by itself: `goes_on` if
    another stretch of it follows, else `below` is the role of what does, `ends_page` if that
    begins on a new page. `letters` is how many letters of its text a table needs side by side.
    """

    level: int
    starts_page: bool = False
    goes_on: bool = False
    below: Role | None = None
    ends_page: bool = False
    letters: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of the document.

    `key` stays while the piece is changed. `fingerprint` is a hash of block and look: within one
    run of the program, equal fingerprints are equal pieces.
    """

    part: str
    key: str
    block: Block
    look: Look
    fingerprint: int = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Step:
    """Replace the entries from `start` to before `end` by `entries`.

    With `in_place` there are as many new entries as old ones, and each is the same one changed.
    """

    start: int
    end: int
    entries: tuple[Entry, ...]
    in_place: bool = False


def steps(old: Sequence[Entry], new: Sequence[Entry]) -> list[Step]:
    """What turns the old list into the new one, from the end to the beginning.

    The numbers in each step count the old entries, and stay right while the steps are taken in
    this order.
    """
    found: list[Step] = []
    for kind, start, end, new_start, new_end in _alignment(old, new):
        if kind == "equal":
            found.extend(_changed(old, new, start, new_start, end - start))
        else:
            found.append(Step(start, end, tuple(new[new_start:new_end])))
    found.reverse()
    return found


def _alignment(
    old: Sequence[Entry], new: Sequence[Entry]
) -> Sequence[tuple[str, int, int, int, int]]:
    """Stretches of both lists with equal keys, and the stretches between them."""
    old_keys, new_keys = [entry.key for entry in old], [entry.key for entry in new]
    if old_keys == new_keys:
        return [("equal", 0, len(old), 0, len(new))]
    return SequenceMatcher(None, old_keys, new_keys, autojunk=False).get_opcodes()


def _changed(
    old: Sequence[Entry], new: Sequence[Entry], start: int, new_start: int, count: int
) -> Iterator[Step]:
    for offset in range(count):
        entry = new[new_start + offset]
        at = start + offset
        if old[at].fingerprint != entry.fingerprint:
            yield Step(at, at + 1, (entry,), in_place=True)
