"""Bringing a stored draft together with every version of it that it doesn't descend from.

Other versions come about in three ways: the file was changed while the draft is open here; a sync
tool has put another computer's version in the place of ours; it has left a conflict copy. Each
step can be interrupted: first the versions are kept in the ledger and in the history, then the
draft is saved, then copies are moved away. Doing it once more gives the same.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime

from slaeditor.agreement import Agreement, decode, encode
from slaeditor.bidi import isolated
from slaeditor.changes import diff
from slaeditor.document.view import View
from slaeditor.editing.folding import Folding, is_agreement, origin_of
from slaeditor.editing.merging import Origin, merge
from slaeditor.editing.outside import Joined
from slaeditor.errors import ChangedOutside, SlaError, UnknownDraft
from slaeditor.i18n import _
from slaeditor.library.draftfile import digest
from slaeditor.library.drafts import Draft, Library, StoredDraft
from slaeditor.library.lineage import Version, newest_of
from slaeditor.library.storage import reason
from slaeditor.library.versions import Copy
from slaeditor.readiness.questions import completeness

_TRIES = 5


def open_draft(library: Library, draft_id: str) -> tuple[StoredDraft, Joined | None]:
    """The draft with everything in it that waits to be merged, and what that was.

    Where its own file is gone, a copy of it takes its place. Raises what `Library.open` and
    `reconcile` raise.
    """
    try:
        stored = library.open(draft_id)
    except UnknownDraft:
        if not library.adopt_copy(draft_id):
            raise
        stored = library.open(draft_id)
    return stored, reconcile(library, stored)


def reconcile(
    library: Library, stored: StoredDraft, mine: Agreement | None = None
) -> Joined | None:
    """Bring all versions together and store what comes of it; None when nothing was missing.

    `mine` is the open agreement with edits that may not be saved, based on what `stored` has read
    or saved last; without it that counts. Afterwards `stored` stands for the merged draft. Nothing
    else may be saving it meanwhile (`Writer.flush`). Raises `SaveFailed`, `ChangedOutside` when
    the file goes on changing, `Damaged`, `TooNew` or `UnknownDraft` when it can't be read; then
    nothing is merged, and `stored` is as it was. A copy that is no agreement stays where it is.
    """
    for _try in range(_TRIES):
        with suppress(ChangedOutside):
            return _Reconciling(library, stored, mine).outcome()
    raise ChangedOutside(
        _(
            "{file} is being changed by another program all the time. Nothing was overwritten."
        ).format(file=stored.path)
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """The versions from which no other descends, the copies they were in, and what is wrong."""

    file: Version
    newest: list[Version]
    copies: list[Copy]
    problems: list[str]

    @property
    def is_joined(self) -> bool:
        """Whether anything has to go into what the file says."""
        return [each.digest for each in self.newest] != [self.file.digest]


class _Reconciling:
    """One attempt; `fresh` is the file as it is now, `opened` what mine is based on."""

    def __init__(self, library: Library, stored: StoredDraft, mine: Agreement | None) -> None:
        self._library = library
        self._stored = stored
        self._opened = stored.version
        self._mine = mine
        is_read = mine is None and stored.looks_unchanged
        self._fresh = stored if is_read else stored.read_anew()

    def outcome(self) -> Joined | None:
        """Merge, store, move away. Raises what `reconcile` raises, after an attempt."""
        found = self._found()
        if self._mine is None and not found.is_joined and self._fresh is self._stored:
            self._put_away(found.copies)  # nothing in them is new
            return None
        known = [*self._fresh.others.states(), *found.newest, self._opened]
        history = self._library.history(self._stored.id)
        folded, before = Folding(known, history).folded(found.newest), self._before()
        result, is_edited = folded, False
        if self._mine is not None:
            base = decode(self._opened.draft)
            origins = Origin(self._fresh.writer_name, _now()), origin_of(found.newest[-1])
            result = merge(base, self._mine, folded, origins).record
            is_edited = result != folded
        self._store(found, result, before, is_edited=is_edited)
        self._stored.follow(self._fresh)
        found.problems.extend(self._put_away(found.copies))
        return self._told(found, result, before)

    def _found(self) -> _Found:
        fresh, problems, copies = self._fresh, list[str](), list[Copy]()
        try:
            copies = fresh.others.copies(fresh.id)
        except OSError as error:
            problems.append(f"{fresh.path.parent} can't be read: {reason(error)}.")
        versions = [fresh.version, *filter(is_agreement, fresh.others.missed_by(fresh.version))]
        if not fresh.version.descends_from(self._opened):
            versions.append(self._opened)
        good = [copy for copy in copies if is_agreement(copy.version)]
        problems += [
            _("{file} is no version that can be read; it was left as it is.").format(file=copy.path)
            for copy in copies
            if copy not in good
        ]
        newest = newest_of([*versions, *(copy.version for copy in good)])
        return _Found(fresh.version, newest, good, problems)

    def _before(self) -> Agreement:
        """What the person knows: the open agreement, else what was here last, else the file."""
        if self._mine is not None:
            return self._mine
        fresh = self._fresh
        missed = list(filter(is_agreement, fresh.others.missed_by(fresh.version)))
        return decode(missed[-1].draft if missed else self._opened.draft)

    def _store(
        self, found: _Found, result: Agreement, before: Agreement, *, is_edited: bool
    ) -> None:
        fresh, draft = self._fresh, encode(result)
        if not found.is_joined and not is_edited:
            return
        for each in found.newest:
            fresh.others.note(each)
        if found.is_joined or before != decode(fresh.draft):
            found.problems.extend(self._points(found.newest, encode(before), draft))
        complete = completeness(View(result, date.today()))
        if found.is_joined:
            fresh.save_joined(draft, found.newest, complete, is_edited=is_edited)
        else:
            fresh.save(draft, complete)

    def _points(self, versions: list[Version], before: Draft, draft: Draft) -> list[str]:
        """Points of the history for what goes into the merge and what comes of it.

        A state that the history has already gets no second one.
        """
        problems = dict[str, None]()
        points = [(before, _("Before bringing versions together"))]
        points += [(each.draft, _label(each)) for each in versions if each.draft != before]
        points.append((draft, _("Versions brought together")))
        history = self._library.history(self._stored.id)
        for state, label in points:
            try:
                if history.with_digest(digest(state)) is None:
                    history.add(state, label, "merged")
            except SlaError as error:
                problems[str(error)] = None
        return list(problems)

    def _put_away(self, copies: list[Copy]) -> list[str]:
        """Move the merged copies away; a sentence for each that can't be."""
        problems = []
        for copy in copies:
            try:
                self._fresh.others.put_away(copy)
            except OSError as error:
                sentence = _("{file} is merged but could not be moved away: {reason}.")
                problems.append(sentence.format(file=copy.path, reason=reason(error)))
        return problems

    def _told(self, found: _Found, result: Agreement, before: Agreement) -> Joined | None:
        taken = diff(before, result)
        if not taken:
            return None
        known = {each.id for each in before.clashes}
        fresh = tuple(each for each in result.clashes if each.id not in known)
        here = self._fresh.writer_name
        origins = tuple(each.origin for each in found.newest if each.origin != here)
        return Joined(result, taken, fresh, origins, tuple(found.problems))


def _label(version: Version) -> str:
    if not version.origin:
        return _("Changed elsewhere")
    return _("Changed on {computer}").format(computer=isolated(version.origin))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
