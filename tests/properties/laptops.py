"""Two laptops with a library each, and something that keeps the libraries in step."""

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from slaeditor.agreement import Agreement, decode, encode
from slaeditor.changes import applied
from slaeditor.clashes import keep, open_clashes, parts, take_other
from slaeditor.editing.reconciling import open_draft, reconcile
from slaeditor.errors import ChangedOutside
from slaeditor.library.drafts import Library, StoredDraft
from slaeditor.paths import inserted, replaced, value_at
from slaeditor.sections.metrics.level import Level

DRAFT = "one"
LEVELS = "metrics/levels"
FIELDS = ("title", "reference", "introduction/purpose")


@dataclass
class Ledger:
    """Every text that was typed, and those that somebody has seen and put away."""

    typed: set[str] = field(default_factory=set)
    put_away: set[str] = field(default_factory=set)


class Laptop:
    """A person with the draft open, who types, saves, and lets the program bring in the rest."""

    def __init__(self, root: Path, name: str, texts: Ledger) -> None:
        self.name = name
        self.folder = root / name / "library"
        self.local = root / name / "local"
        self.texts = texts
        self.mine: Agreement | None = None
        self.stored: StoredDraft | None = None

    @property
    def drafts(self) -> Path:
        """The folder that is kept in step."""
        return self.folder / "drafts"

    def start(self) -> None:
        """Start the program anew and open the draft; what wasn't saved is saved before."""
        self.save()
        self.stored, _ = open_draft(Library(self.folder, self.local), DRAFT)
        self.mine = decode(self.stored.draft)

    def type_into(self, path: str, text: str) -> None:
        """Type a text that nobody else types; it replaces what is seen there."""
        mine = self._open()
        item = path.rpartition("/")[0]
        if item.startswith(f"{LEVELS}/") and value_at(mine, item) is None:
            mine = inserted(mine, LEVELS, Level(id=item.rpartition("/")[2]), None)
        self._put_away(value_at(mine, path))
        self.texts.typed.add(text)
        self.mine = replaced(mine, path, text)

    def remove(self, item_id: str) -> None:
        """Remove an item of the list, if it is there."""
        mine = self._open()
        item = value_at(mine, f"{LEVELS}/{item_id}")
        if item is not None:
            self._put_away(item.name)
            self.mine = replaced(mine, f"{LEVELS}/{item_id}", None)

    def settle(self, *, takes_other: bool) -> None:
        """Decide the first clash."""
        mine = self._open()
        for clash in open_clashes(mine)[:1]:
            for part in parts(mine, clash):
                self._put_away(part.here if takes_other else part.other)
            way = take_other if takes_other else keep
            self.mine = applied(mine, way(mine, clash.id))

    def save(self) -> None:
        """Save, and bring together what that finds changed."""
        if self.stored is None:
            return
        mine = self._open()
        with suppress(ChangedOutside):
            self.stored.save(encode(mine))
            return
        self.look()

    def look(self) -> None:
        """Bring in what came from elsewhere, as after a hint that files changed."""
        if self.stored is None:
            self.start()
            return
        joined = reconcile(Library(self.folder, self.local), self.stored, self._open())
        if joined is not None:
            self.mine = joined.agreement
        assert encode(self._open()) == self.stored.draft

    def _open(self) -> Agreement:
        if self.mine is None:
            self.start()
        assert self.mine is not None
        return self.mine

    def _put_away(self, value: object) -> None:
        if isinstance(value, str):
            self.texts.put_away.add(value)
        elif isinstance(value, Level) and value.name:
            self.texts.put_away.add(value.name)


class Sync:
    """Keeps the folders of two laptops in step, as an engine with version vectors does.

    Where both sides changed a file since they were in step, one wins; the other becomes a conflict
    copy on both sides, or is dropped.
    """

    def __init__(self, one: Laptop, other: Laptop, *, has_copies: bool) -> None:
        self._sides = (one, other)
        self._has_copies = has_copies
        self._in_step: dict[str, bytes] = {}
        self._copies = 0

    def connect(self, winner: int) -> None:
        """Exchange everything; `winner` is the side that wins this time."""
        contents = [_contents(side.drafts) for side in self._sides]
        for name in sorted({*contents[0], *contents[1], *self._in_step}):
            self._exchange(name, [each.get(name) for each in contents], winner)

    def _exchange(self, name: str, found: list[bytes | None], winner: int) -> None:
        before = self._in_step.get(name)
        if found[0] == found[1]:
            chosen = found[0]
        elif found[0] == before:
            chosen = found[1]
        elif found[1] == before:
            chosen = found[0]
        else:
            chosen, lost = found[winner], found[1 - winner]
            if chosen is None or lost is None:  # an edit wins over a removal
                chosen = chosen or lost
            elif self._has_copies:
                self._copies += 1
                stem = name.removesuffix(".json")
                copy = f"{stem}.sync-conflict-20261124-{self._copies:06}-ABCDEFG.json"
                self._put(copy, lost)
        self._put(name, chosen)

    def _put(self, name: str, content: bytes | None) -> None:
        if content is None:
            self._in_step.pop(name, None)
        else:
            self._in_step[name] = content
        for side in self._sides:
            path = side.drafts / name
            if content is None:
                path.unlink(missing_ok=True)
            elif not path.exists() or path.read_bytes() != content:
                path.parent.mkdir(parents=True, exist_ok=True)
                temporary = side.folder / "arriving"
                temporary.write_bytes(content)
                temporary.replace(path)


def _contents(folder: Path) -> dict[str, bytes]:
    if not folder.exists():
        return {}
    return {
        path.name: path.read_bytes() for path in folder.iterdir() if path.name.endswith(".json")
    }


def everything_in(agreement: Agreement) -> str:
    """All that an agreement says, clashes included, as one text to look for words in."""
    return msgspec.json.encode(encode(agreement)).decode()
