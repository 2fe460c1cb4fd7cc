"""Bringing together what I have written and what was stored elsewhere at the same time."""

from dataclasses import dataclass

from slaeditor.agreement import Agreement, decode
from slaeditor.bidi import isolated
from slaeditor.changes import Conflict, merge
from slaeditor.editing.names import place_name
from slaeditor.i18n import _, ngettext
from slaeditor.library.drafts import Draft

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
        named = self.conflicts[:_MOST_NAMED]
        names = [isolated(place_name(self.agreement, each.path)) for each in named]
        rest = len(self.conflicts) - len(names)
        if rest:
            names.append(ngettext("{count} more", "{count} more", rest).format(count=rest))
        return ", ".join(names)


def joined(base: Draft, mine: Agreement, theirs: Draft) -> Joined:
    """A three-way merge of stored drafts with the open agreement. Raises `Damaged`."""
    merged = merge(decode(base), mine, decode(theirs))
    return Joined(merged.record, len(merged.taken), merged.conflicts)
