"""One proposal of a reviewer: what it is about, and the edits that taking it makes."""

from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from slaeditor.returned import Author


class Kind(StrEnum):
    """What a proposal changes."""

    VALUE = "value"
    CLAUSE = "clause"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class SetText:
    """Enter a text at a path. What can't be read there is kept as typed, like any input."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class SetLine:
    """Change one line of a text with one item a line: `before` to `after`.

    An empty `after` takes the line out, an empty `before` puts a line behind the line `behind`.
    """

    path: str
    before: str
    after: str
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Reword:
    """Word a clause in another way; `base` is what it said, both with placeholders."""

    clause: str
    text: str
    base: str


@dataclass(frozen=True, slots=True)
class LeaveOut:
    """Leave a clause out; `base` is what it said."""

    clause: str
    base: str


@dataclass(frozen=True, slots=True)
class AddClause:
    """Add a clause of one's own behind the paragraph `behind`, which looks like a `place`.

    `above` is the nearest paragraph above that was exported: it stands behind that one where
    `behind` is new itself and wasn't taken.
    """

    clause: str
    text: str
    behind: str
    place: str
    above: str = ""


@dataclass(frozen=True, slots=True)
class AddItem:
    """Add an item to a list, behind the item `behind`, with texts for its fields."""

    list_path: str
    item: str
    texts: tuple[tuple[str, str], ...]
    behind: str | None = None


@dataclass(frozen=True, slots=True)
class RemoveItem:
    """Take an item out of its list."""

    path: str


@dataclass(frozen=True, slots=True)
class Reorder:
    """Put the items of a list in this order; ids that it doesn't name stay where they are."""

    list_path: str
    order: tuple[str, ...]


Edit = SetText | SetLine | Reword | LeaveOut | AddClause | AddItem | RemoveItem | Reorder


@dataclass(frozen=True, slots=True)
class Proposal:
    """One intention of a reviewer, to be taken or refused as a whole.

    `path` is the value, `clauses/<clause-id>/text`, or the item that it is about. `where` names
    the place for a person ("Clause 3.3"), `label` what is changed there ("Notice period").
    `before` and `after` are what stood there and what shall, in the words of the document;
    `passage` is the whole paragraph before and after, for showing. `now` is what the draft says
    today where that is neither: then both sides changed it (`conflict`). `authors` is empty for
    an untracked edit. `trivial`: blanks, quotes, capitals. `hint` is a sentence for the person;
    `also` names the other places it concerns.
    """

    kind: Kind
    path: str
    before: str
    after: str
    where: str
    label: str
    edits: tuple[Edit, ...]
    authors: tuple[Author, ...] = ()
    passage: tuple[str, str] = ("", "")
    hint: str = ""
    also: tuple[str, ...] = ()
    trivial: bool = False
    conflict: bool = False
    now: str = ""
    rivals: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Eight letters and digits, the same whenever the same file is read."""
        text = "\n".join((self.kind, self.path, self.before, self.after))
        return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]

    @property
    def author(self) -> str:
        """The names of all who made it, in the order of the file; empty if nobody is known."""
        return ", ".join(dict.fromkeys(each.name for each in self.authors if each.name))

    @property
    def date(self) -> str:
        """When it was made last, ISO 8601; empty if that is unknown."""
        dates = [each.date for each in self.authors if each.date is not None]
        return max(dates).isoformat() if dates else ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment with its replies, or something marked by hand, at a place of the agreement.

    `path` is the value, `clauses/<clause-id>/text`, the item or the section that it is about,
    empty where its place is not known. Each entry is who said what.
    """

    path: str
    where: str
    quoted: str
    entries: tuple[tuple[Author, str], ...]
    resolved: bool = False

    @property
    def id(self) -> str:
        """Eight letters and digits, the same whenever the same file is read."""
        said = "\n".join(f"{author.name}: {text}" for author, text in self.entries)
        text = "\n".join((self.path, self.quoted, said))
        return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Unmatched:
    """What has no place in the agreement, as it stands in the file; `near` is what is above it."""

    text: str
    near: str
    what: str
    authors: tuple[Author, ...] = ()


@dataclass(frozen=True, slots=True)
class Review:
    """All that a returned file proposes. `warnings` are sentences about the file."""

    name: str
    proposals: tuple[Proposal, ...] = ()
    remarks: tuple[Remark, ...] = ()
    unmatched: tuple[Unmatched, ...] = ()
    warnings: tuple[str, ...] = field(default=())
