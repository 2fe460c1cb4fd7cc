"""Bringing together what I have written and what was stored elsewhere at the same time."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from slaeditor.agreement import Agreement, decode
from slaeditor.bidi import isolated
from slaeditor.changes import Change
from slaeditor.clashes import Clash
from slaeditor.editing.merging import Origin, merge
from slaeditor.editing.names import place_name
from slaeditor.i18n import _, ngettext
from slaeditor.library.drafts import Draft

_MOST_NAMED = 4
_INTERNAL = "clashes/"


@dataclass(frozen=True, slots=True)
class Joined:
    """All versions in one agreement, and what that means for mine.

    `taken` are the changes that came from elsewhere, `clashes` the new ones: both values are kept
    until somebody chooses. `origins` names the computers, where known. `problems` are sentences
    about what could not be done on the side.
    """

    agreement: Agreement
    taken: tuple[Change, ...]
    clashes: tuple[Clash, ...]
    origins: tuple[str, ...] = ()
    problems: Sequence[str] = field(default_factory=tuple)

    @property
    def sentence(self) -> str:
        """What happened, for the person."""
        parts = [self._beginning()]
        count = self._count_taken()
        if count:
            parts.append(
                ngettext(
                    "{count} change from there was taken over.",
                    "{count} changes from there were taken over.",
                    count,
                ).format(count=count)
            )
        if self.clashes:
            parts.append(
                _("Changed on both sides, both versions are kept: {names}.").format(
                    names=self._names()
                )
            )
        parts.append(_("The other version is in the history."))
        return " ".join([*parts, *self.problems])

    def _beginning(self) -> str:
        named = [isolated(each) for each in dict.fromkeys(self.origins) if each]
        if not named:
            return _("This agreement was changed elsewhere at the same time.")
        return _("This agreement was changed on {computers} at the same time.").format(
            computers=", ".join(named)
        )

    def _count_taken(self) -> int:
        """Changes that are no clash's doing."""
        clashing = [clash.path for clash in self.clashes]
        return sum(
            not change.path.startswith(_INTERNAL)
            and not any(_belongs(change.path, path) for path in clashing)
            for change in self.taken
        )

    def _names(self) -> str:
        paths = list(dict.fromkeys(each.path for each in self.clashes))
        names = [isolated(place_name(self.agreement, path)) for path in paths[:_MOST_NAMED]]
        rest = len(paths) - len(names)
        if rest:
            names.append(ngettext("{count} more", "{count} more", rest).format(count=rest))
        return ", ".join(names)


def joined(
    base: Draft,
    mine: Agreement,
    theirs: Draft,
    origins: tuple[Origin, Origin] = (Origin(), Origin()),
) -> Joined:
    """A three-way merge of stored drafts with the open agreement. Raises `Damaged`.

    `origins` are those of mine and theirs.
    """
    merged = merge(decode(base), mine, decode(theirs), origins)
    return Joined(merged.record, merged.taken, merged.clashes, (origins[1].name,))


def _belongs(path: str, clash: str) -> bool:
    path = path.removeprefix("entered/").removeprefix("proposed/")
    return path == clash or path.startswith(f"{clash}/")
