"""Several versions of a draft in one, each merged on what it has in common with the others."""

from contextlib import suppress

from slaeditor.agreement import Agreement, decode
from slaeditor.editing.merging import Origin, merge
from slaeditor.errors import SlaError
from slaeditor.library.drafts import History
from slaeditor.library.lineage import Version, common_states

_DEEPEST = 4
_MOST_STATES = 6


class Folding:
    """Folds versions. `known` are the states that bases are taken from, before the history's."""

    def __init__(self, known: list[Version], history: History) -> None:
        self._known = known
        self._history = history

    def folded(self, versions: list[Version]) -> Agreement:
        """All versions in one; on every computer the same for the same versions in that order.

        Raises `Damaged` for one that is no agreement.
        """
        return self._fold(versions, 0)

    def _fold(self, versions: list[Version], depth: int) -> Agreement:
        whole, *others = versions
        agreement = decode(whole.draft)
        for each in others:
            base = self._base(whole, each, depth)
            origins = origin_of(whole), origin_of(each)
            agreement = merge(base, agreement, decode(each.draft), origins).record
            whole = whole.with_all_of(each)
        return agreement

    def _base(self, one: Version, other: Version, depth: int) -> Agreement | None:
        """What both come from, as a whole; None where nothing of it is left.

        After two computers have each merged the other's version there are several such states,
        and none of them says what both had: they are merged like any versions.
        """
        states = common_states(one, other, self._known)
        states = [each for each in states if is_agreement(each)]
        if not states:
            return self._in_history(one, other)
        if depth >= _DEEPEST or len(states) > _MOST_STATES:
            states = [max(states, key=lambda each: (each.saved, each.digest))]
        return self._fold(states, depth + 1)

    def _in_history(self, one: Version, other: Version) -> Agreement | None:
        shared = {other.digest, *other.lineage}
        with suppress(SlaError):
            for named in reversed(one.lineage):
                draft = self._history.with_digest(named) if named in shared else None
                if draft is not None:
                    return decode(draft)
        return None


def is_agreement(version: Version) -> bool:
    """Whether the version can be read as an agreement."""
    try:
        decode(version.draft)
    except SlaError:
        return False
    return True


def origin_of(version: Version) -> Origin:
    """Where a version comes from, for the clashes that it leads to."""
    return Origin(version.origin, version.saved.isoformat(timespec="seconds"))
