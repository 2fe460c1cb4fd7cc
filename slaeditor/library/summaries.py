"""What the list of drafts shows of each, taken from the plain dict a draft is stored as."""

from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from slaeditor.kinds import other_party
from slaeditor.library.migrations import Draft


class Summary(NamedTuple):
    """One draft in the list. What the draft doesn't say is an empty text.

    `changed` is when it was saved last, in UTC; `complete` is what its saver said ("3/5"); `ours`
    is the side that we are; `versions` counts the copies beside it that wait to be merged,
    `clashes` what was merged and has two versions still.
    """

    id: str
    title: str
    kind: str
    status: str
    provider: str
    customer: str
    changed: datetime
    complete: str = ""
    ours: str = ""
    versions: int = 0
    clashes: int = 0

    @property
    def other(self) -> str:
        """The name of the side that isn't ours."""
        return other_party(self.provider, self.customer, self.ours, self.kind)


class DamagedDraft(NamedTuple):
    """A file of the library that can't be opened as a draft.

    `sentence` says what is wrong with it, `recoverable` what is left of it and where.
    """

    id: str
    path: Path
    sentence: str
    recoverable: str


class Listing(NamedTuple):
    """The drafts of a folder, newest first, and the files that can't be opened, by name."""

    drafts: tuple[Summary, ...]
    damaged: tuple[DamagedDraft, ...]


def summary_of(draft: Draft, changed: datetime, complete: str = "") -> Summary:
    """The summary of a stored draft, whatever keys it has or lacks."""
    return Summary(
        id=_text(draft, "id"),
        title=_text(draft, "title"),
        kind=_text(draft, "kind"),
        status=_text(draft, "status"),
        provider=_text(draft, "introduction", "provider", "name"),
        customer=_text(draft, "introduction", "customer", "name"),
        changed=changed,
        complete=complete,
        ours=_text(draft, "introduction", "ours"),
        clashes=_length(draft, "clashes"),
    )


def _length(draft: Draft, key: str) -> int:
    found = draft.get(key)
    return len(found) if isinstance(found, list) else 0


def _text(draft: Draft, *keys: str) -> str:
    value: Any = draft
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, str) else ""
