"""What reviewers said and what was decided: comments, and the record of the negotiation.

Both belong to the draft and are never printed in it. Dates are ISO 8601 as the reviewer's file has
them, without a time zone.
"""

from slaeditor.field import Record


class Said(Record, frozen=True):
    """One entry of a comment: what somebody said."""

    id: str
    author: str | None = None
    date: str | None = None
    text: str | None = None


class Comment(Record, frozen=True):
    """A comment with its replies.

    `path` is the value, `clauses/<clause-id>/text`, the item or the section that it is about;
    `where` names that to a person, `quoted` is the text that was commented.
    """

    id: str
    path: str | None = None
    where: str | None = None
    quoted: str | None = None
    resolved: bool | None = None
    said: tuple[Said, ...] = ()


class Decision(Record, frozen=True):
    """One proposal of a reviewer and what became of it.

    `kind` is "value", "clause", "row" or "unplaced"; `decided` is the day of the decision, `file`
    the file that proposed it, `taken` what was decided, `reason` why, where somebody typed it.
    """

    id: str
    path: str | None = None
    kind: str | None = None
    where: str | None = None
    label: str | None = None
    before: str | None = None
    after: str | None = None
    author: str | None = None
    date: str | None = None
    file: str | None = None
    taken: bool | None = None
    reason: str | None = None
    decided: str | None = None
