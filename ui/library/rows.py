"""One line of the list: a summary in words, or a file that can't be opened."""

from collections.abc import Sequence
from datetime import UTC, datetime
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple, overload

from slaeditor.i18n import _, ngettext
from slaeditor.kinds import KIND_WORDS, Kind, Status
from slaeditor.library.remembered import Remembered
from slaeditor.library.summaries import DamagedDraft, Listing, Summary
from slaeditor.moments import moment_words


class Column(IntEnum):
    """The columns of the list, in their order."""

    TITLE = 0
    KIND = 1
    OTHER = 2
    STATUS = 3
    READY = 4
    CHANGED = 5


COLUMNS = tuple(Column)
HEADINGS = {
    Column.TITLE: _("Title"),
    Column.KIND: _("Kind"),
    Column.OTHER: _("Other party"),
    Column.STATUS: _("Status"),
    Column.READY: _("Ready"),
    Column.CHANGED: _("Changed"),
}
NEVER = datetime.fromtimestamp(0, UTC)
_NO_PATH = Path()
_KIND_LABELS = {kind.value: KIND_WORDS[kind].short for kind in Kind}
_STATUS_LABELS = {status.value: status.label for status in Status}


class Row(NamedTuple):
    """What the list shows of one draft; `damage` says what is wrong with one that can't be opened.

    `done` of `total` screens are complete; a total of 0 means that nobody has counted. `parties`
    are the names of both sides. `versions` are copies that wait to be merged, `clashes` values of
    which both versions are kept until somebody chooses.
    """

    id: str
    title: str
    kind: str = ""
    other: str = ""
    status: str = ""
    done: int = 0
    total: int = 0
    changed: datetime = NEVER
    damage: str = ""
    recoverable: str = ""
    path: Path = _NO_PATH
    parties: str = ""
    versions: int = 0
    clashes: int = 0

    def text(self, column: Column, now: datetime) -> str:
        """The words of one cell."""
        if column is Column.TITLE:
            return self.title or _("Agreement without a title")
        if self.damage:
            return _("Damaged") if column is Column.STATUS else ""
        if column is Column.KIND:
            return kind_label(self.kind)
        if column is Column.OTHER:
            return self.other
        if column is Column.STATUS:
            return self.waiting_words or status_label(self.status)
        if column is Column.READY:
            return self.ready_words
        return moment_words(self.changed, now)

    @property
    def waiting_words(self) -> str:
        """What other computers wrote and nobody has looked at: "2 versions"; empty for nothing."""
        if self.versions:
            return _("{count} versions").format(count=self.versions + 1)
        if self.clashes:
            return ngettext("{count} to choose", "{count} to choose", self.clashes).format(
                count=self.clashes
            )
        return ""

    @property
    def waiting_tip(self) -> str:
        """What the words above mean."""
        if self.versions:
            return _("Another computer changed it too. Open it to bring both versions together.")
        if self.clashes:
            return _("Changed on both sides. Open it to choose between the versions.")
        return ""

    @property
    def ready_words(self) -> str:
        """How many screens are complete, in words."""
        if not self.total:
            return ""
        return _("{done} of {total}").format(done=self.done, total=self.total)

    @property
    def mark(self) -> tuple[str, str]:
        """The icon, and its colour, that say the same as the words under "Ready"."""
        if self.damage:
            return "error-circle", "danger"
        if self.total and self.done >= self.total:
            return "check-circle", "success"
        return ("dashed-circle", "accent") if self.done else ("circle", "muted")

    def spoken(self, now: datetime) -> str:
        """The whole line as a screen reader says it."""
        parts = [self.text(column, now) for column in Column]
        if self.total:
            parts[Column.READY] = _("{ready} sections ready").format(ready=self.ready_words)
        return ", ".join(part for part in parts if part)

    def sort_key(self, column: Column) -> str | float:
        """What to sort by in that column."""
        if column is Column.TITLE:
            return self.title.casefold()
        if column is Column.READY:
            return self.done / self.total if self.total else -1.0
        return self.text(column, NEVER).casefold()


def kind_label(kind: str) -> str:
    """A stored kind in short words; a word that isn't known as it is."""
    return _KIND_LABELS.get(kind, kind)


def status_label(status: str) -> str:
    """A stored status as a person says it."""
    return _STATUS_LABELS.get(status or Status.DRAFT.value, status)


def row_of(summary: Summary) -> Row:
    """The line of a draft."""
    done, total = _counted(summary.complete)
    return Row(
        id=summary.id,
        title=summary.title,
        kind=summary.kind,
        other=summary.other,
        status=summary.status,
        done=done,
        total=total,
        changed=summary.changed,
        parties=f"{summary.provider}\n{summary.customer}",
        versions=summary.versions,
        clashes=summary.clashes,
    )


@cache
def _counted(complete: str) -> tuple[int, int]:
    """The two numbers of "3/5"; zeros where nobody has counted."""
    done, _slash, total = complete.partition("/")
    counted = done.isascii() and done.isdigit() and total.isascii() and total.isdigit()
    return (int(done), int(total)) if counted else (0, 0)


def row_of_damaged(damaged: DamagedDraft) -> Row:
    """The line of a file that can't be opened."""
    return Row(
        id=damaged.id,
        title=damaged.path.name,
        damage=damaged.sentence,
        recoverable=damaged.recoverable,
        path=damaged.path,
    )


class RememberedRows(Sequence[Row]):
    """All lines of a list as it was last, in the order of `rows_of`; each made when looked at."""

    def __init__(self, told: Remembered) -> None:
        self._told = told
        self._damaged = [row_of_damaged(each) for each in told.damaged]
        self._made: dict[int, Row] = {}

    def __len__(self) -> int:
        """How many lines there are."""
        return len(self._damaged) + len(self._told)

    @overload
    def __getitem__(self, number: int) -> Row: ...

    @overload
    def __getitem__(self, number: slice) -> Sequence[Row]: ...

    def __getitem__(self, number: int | slice) -> Row | Sequence[Row]:
        """The line in that place."""
        if isinstance(number, slice):
            return [self[each] for each in range(*number.indices(len(self)))]
        place = range(len(self))[number]
        if place < len(self._damaged):
            return self._damaged[place]
        if place not in self._made:
            self._made[place] = row_of(self._told.summary(place - len(self._damaged)))
        return self._made[place]

    def __eq__(self, other: object) -> bool:
        """Whether others are the same lines in the same order."""
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]


def rows_of(listing: Listing) -> list[Row]:
    """All lines of a listing, damaged files first: they need somebody."""
    damaged = [row_of_damaged(each) for each in listing.damaged]
    return damaged + [row_of(each) for each in listing.drafts]
