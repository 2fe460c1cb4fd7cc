"""Which stored version of a draft descends from which, told by what the versions say themselves.

Each save of a computer has a number, larger than all before (milliseconds since 1970, or the next
after the newest known). A file names the newest save of each computer that went into it, and the
digests of the drafts that it was opened from or joined with. That stays small, however long two
computers have a draft open at once.
"""

import platform
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

from slaeditor.files import FileSystem
from slaeditor.library.device import known_device, this_device
from slaeditor.library.draftfile import LINEAGE_LENGTH, Header, digest
from slaeditor.library.migrations import Draft

MOST_WRITERS = 40
"""Computers, and joinings of versions, that a file names; those of long ago are left out."""
_NEVER = datetime.fromtimestamp(0, UTC)
_JOINED = "j"  # before the name of a writer that is no computer; theirs are hexadecimal


@dataclass(frozen=True, slots=True)
class Writer:
    """Who saves: an id that two computers don't share, and the computer's name."""

    id: str
    name: str


@dataclass(frozen=True)
class Version:
    """A draft as it was stored at one time, here or elsewhere. `path` is a copy's file.

    `source` is the draft, or reads it when it is asked for; what is told of it is known before.
    """

    source: Draft | Callable[[], Draft] = field(compare=False, repr=False)
    digest: str
    known: Mapping[str, int] = field(default_factory=dict)
    lineage: tuple[str, ...] = ()
    saved: datetime = _NEVER
    origin: str = ""
    path: Path | None = None

    @property
    def draft(self) -> Draft:
        """The content. Raises `Damaged` where it can't be read back."""
        return self.source if isinstance(self.source, dict) else self.source()

    def descends_from(self, earlier: "Version") -> bool:
        """Whether all of `earlier` went into this version, or they are the same.

        Going back to what an earlier version said makes a later one all the same: digests of the
        lineage count only for files from before saves had numbers.
        """
        if self.digest == earlier.digest:
            return True
        if not earlier.known:
            return earlier.digest in self.lineage
        return self.known != earlier.known and covers(self, earlier)

    def with_all_of(self, other: "Version") -> "Version":
        """What stands for both once they are merged, as far as descent and time go."""
        known = dict(self.known)
        for name, number in other.known.items():
            known[name] = max(number, known.get(name, 0))
        later = max(self, other, key=lambda each: (each.saved, each.origin))
        lineage = (*self.lineage, self.digest, *other.lineage, other.digest)
        return replace(later, digest="", known=known, lineage=lineage, path=None)


def version_of(draft: Draft, header: Header, path: Path | None = None) -> Version:
    """The version that a file with that header and draft holds."""
    return Version(
        draft, digest(draft), header.known, header.lineage, header.saved, header.origin, path
    )


def covers(later: Version, earlier: Version) -> bool:
    """Whether every save that went into `earlier` went into `later`."""
    return all(later.known.get(name, 0) >= number for name, number in earlier.known.items())


def newest_of(versions: list[Version]) -> list[Version]:
    """The versions from which no other one descends, in an order that all computers share."""
    left: list[Version] = []
    for each in sorted(versions, key=lambda version: (version.digest, version.saved)):
        if not any(other.descends_from(each) for other in left):
            left = [other for other in left if not each.descends_from(other)]
            left.append(each)
    return left


def common_states(one: Version, other: Version, known: list[Version]) -> list[Version]:
    """The newest of the `known` versions from which both descend; several after merges crosswise.

    None descends from another of them; in an order that all computers share.
    """
    shared = [each for each in known if one.descends_from(each) and other.descends_from(each)]
    return newest_of(shared)


def joined_header(draft: Draft, versions: list[Version], about: Header) -> Header:
    """The header of a draft in which all those versions went; `about` gives what else it says.

    It is the same on every computer that brings the same versions together, so that a sync tool
    finds equal files on both sides. The save counts as one by a writer named after the content.
    """
    known: dict[str, int] = {}
    lineage = {each.digest for each in versions}
    for each in versions:
        lineage |= set(each.lineage)
        for name, number in each.known.items():
            known[name] = max(number, known.get(name, 0))
    last = max(versions, key=lambda each: (each.saved, each.origin))
    number = max(known.values(), default=0) + 1
    own = [each.digest for each in versions]
    old = sorted(lineage - set(own))[: max(0, LINEAGE_LENGTH - len(own))]
    return replace(
        about,
        known=_with(known, f"{_JOINED}{digest(draft)[:11]}", number),
        lineage=(*old, *sorted(own)),
        saved=last.saved,
        origin=last.origin,
    )


def after_save(known: Mapping[str, int], writer: str, now: datetime) -> dict[str, int]:
    """What is known after one more save of that writer."""
    number = max(int(now.timestamp() * 1000), max(known.values(), default=0) + 1)
    return _with(known, writer, number)


def _with(known: Mapping[str, int], writer: str, number: int) -> dict[str, int]:
    """With one more save; of computers, and of joinings, those of long ago are left out."""
    all_of_them = {**known, writer: number}
    for is_joining in (True, False):
        names = [name for name in all_of_them if name.startswith(_JOINED) is is_joining]
        names.sort(key=lambda name: (all_of_them[name], name))
        for name in names[:-MOST_WRITERS]:
            del all_of_them[name]
    return dict(sorted(all_of_them.items()))


def this_writer(local: Path, files: FileSystem, *, is_made_known: bool) -> Writer:
    """This computer as a writer of drafts; `local` is its folder for the library.

    Its name and number are kept for the next time if `is_made_known`.

    The computer's name goes into the id: a disk that was cloned for a second computer has the
    same `device.json`, and two writers with one id would seem to descend from each other.
    """
    device = this_device(local, files) if is_made_known else known_device(local, files)
    text = f"{device.id}\0{platform.node()}".encode("utf-8", "surrogateescape")
    return Writer(blake2b(text, digest_size=6).hexdigest(), device.name)
