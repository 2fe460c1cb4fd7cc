"""Bringing together what I have written and what was stored elsewhere at the same time."""

from dataclasses import dataclass

from slaeditor.agreement import Agreement, decode
from slaeditor.changes import Conflict, merge
from slaeditor.errors import UnknownPath
from slaeditor.i18n import _, ngettext
from slaeditor.library.drafts import Draft
from slaeditor.paths import place_at, value_at

_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Joined:
    """Both versions in one agreement; where both changed the same value, mine is kept."""

    agreement: Agreement
    taken: int
    conflicts: tuple[Conflict, ...]

    @property
    def sentence(self) -> str:
        """What happened, for the person."""
        parts = [_("This agreement was changed elsewhere at the same time.")]
        if self.taken:
            parts.append(
                ngettext(
                    "{count} change from there was taken over.",
                    "{count} changes from there were taken over.",
                    self.taken,
                ).format(count=self.taken)
            )
        if self.conflicts:
            parts.append(
                _("Changed on both sides, kept as you wrote it: {names}.").format(
                    names=self._names()
                )
            )
        parts.append(_("The other version is in the history."))
        return " ".join(parts)

    def _names(self) -> str:
        names = [place_name(self.agreement, each.path) for each in self.conflicts[:_MOST_NAMED]]
        rest = len(self.conflicts) - len(names)
        if rest:
            names.append(ngettext("{count} more", "{count} more", rest).format(count=rest))
        return ", ".join(names)


def joined(base: Draft, mine: Agreement, theirs: Draft) -> Joined:
    """A three-way merge of stored drafts with the open agreement. Raises `Damaged`."""
    merged = merge(decode(base), mine, decode(theirs))
    return Joined(merged.record, len(merged.taken), merged.conflicts)


def place_name(agreement: Agreement, path: str) -> str:
    """A path in words: the field's label, the name of an item, or else the path itself.

    Text that can't be read, and the mark of a suggestion, are called after their field.
    """
    for about in ("entered/", "proposed/"):
        path = path.removeprefix(about)
    try:
        return place_at(agreement, path).gap_label
    except UnknownPath:
        name = getattr(value_at(agreement, path), "name", None)
        return str(name) if name else path
