"""One line of the list: a summary in words, or a file that can't be opened."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import IntEnum
from pathlib import Path

from slaeditor.i18n import _
from slaeditor.kinds import KIND_WORDS, Kind, Status
from slaeditor.library.drafts import DamagedDraft, Listing, Summary
from slaeditor.moments import moment_words


class Column(IntEnum):
    """The columns of the list, in their order."""

    TITLE = 0
    KIND = 1
    OTHER = 2
    STATUS = 3
    READY = 4
    CHANGED = 5


HEADINGS = {
    Column.TITLE: _("Title"),
    Column.KIND: _("Kind"),
    Column.OTHER: _("Other party"),
    Column.STATUS: _("Status"),
    Column.READY: _("Ready"),
    Column.CHANGED: _("Changed"),
}
NEVER = datetime.fromtimestamp(0, UTC)


@dataclass(frozen=True, slots=True)
class Row:
    """What the list shows of one draft; `damage` says what is wrong with one that can't be opened.

    `done` of `total` screens are complete; a total of 0 means that nobody has counted.
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
    path: Path = field(default_factory=Path)

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
            return status_label(self.status)
        if column is Column.READY:
            return self.ready_words
        return moment_words(self.changed, now)

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

    def sort_key(self, column: Column, now: datetime) -> tuple[object, ...]:
        """What to sort by in that column; equal ones follow by title."""
        title = self.title.casefold()
        if column is Column.CHANGED:
            return self.changed, title
        if column is Column.READY:
            return (self.done / self.total if self.total else -1.0), title
        return self.text(column, now).casefold(), title


def kind_label(kind: str) -> str:
    """A stored kind in short words; a word that isn't known as it is."""
    known = {each.value: each for each in Kind}
    return KIND_WORDS[known[kind]].short if kind in known else kind


def status_label(status: str) -> str:
    """A stored status as a person says it."""
    labels = {each.value: each.label for each in Status}
    return labels.get(status or Status.DRAFT.value, status)


def row_of(summary: Summary) -> Row:
    """The line of a draft."""
    done, _slash, total = summary.complete.partition("/")
    counted = done.isascii() and done.isdigit() and total.isascii() and total.isdigit()
    return Row(
        id=summary.id,
        title=summary.title,
        kind=summary.kind,
        other=summary.other,
        status=summary.status,
        done=int(done) if counted else 0,
        total=int(total) if counted else 0,
        changed=summary.changed,
    )


def row_of_damaged(damaged: DamagedDraft) -> Row:
    """The line of a file that can't be opened."""
    return Row(
        id=damaged.id,
        title=damaged.path.name,
        damage=damaged.sentence,
        recoverable=damaged.recoverable,
        path=damaged.path,
    )


def rows_of(listing: Listing) -> list[Row]:
    """All lines of a listing, damaged files first: they need somebody."""
    damaged = [row_of_damaged(each) for each in listing.damaged]
    return damaged + [row_of(each) for each in listing.drafts]
