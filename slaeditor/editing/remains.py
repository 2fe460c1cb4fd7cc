"""What is left of a draft that can't be opened: history, ledger, recovery copies, the file itself.

Each is a whole agreement that can be stored as a copy. Nothing here changes the damaged file.
"""

from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from slaeditor.agreement import Agreement, decode, encode
from slaeditor.bidi import isolated
from slaeditor.document.view import View
from slaeditor.editing.names import place_name
from slaeditor.errors import Damaged, SlaError, UnknownPath
from slaeditor.files import FileSystem
from slaeditor.i18n import _, ngettext
from slaeditor.library.drafts import Library, new_id
from slaeditor.library.ledger import LEDGERS, Ledger
from slaeditor.library.limits import DRAFT_BYTES, read_within
from slaeditor.library.salvage import Salvaged, salvaged
from slaeditor.moments import moment_in_full, moment_in_sentence
from slaeditor.paths import value_at
from slaeditor.readiness.questions import completeness
from slaeditor.values.choices import Choice

_MOST_NAMED = 6


class Source(Choice):
    """Where something of a damaged draft is left."""

    HISTORY = "history", _("Its history")
    RECOVERY = "recovery", _("A recovery copy")
    LEDGER = "ledger", _("What this computer saved last")
    FILE = "file", _("The damaged file")


class Remain(NamedTuple):
    """A state that can be had as a copy.

    `moment` is when it was saved, in UTC; `lost` names the places that could not be read.
    """

    source: Source
    moment: datetime
    agreement: Agreement
    lost: tuple[str, ...] = ()
    side: str = ""
    is_cut: bool = False
    is_certain: bool = True

    @property
    def words(self) -> str:
        """What it is called as one of several."""
        when = moment_in_sentence(self.moment)
        if self.source is Source.HISTORY:
            return _("The version of {when} from its history").format(when=when)
        if self.source is Source.LEDGER:
            return _("The version of {when} that this computer saved").format(when=when)
        if self.source is Source.RECOVERY:
            return _("The recovery copy of {when}").format(when=when)
        if self.side:
            return _("The version “{side}” in the file").format(side=isolated(self.side))
        return _("What can be read of the file")

    @property
    def verb(self) -> str:
        """The words of a button that takes a state kept elsewhere at once."""
        when = moment_in_sentence(self.moment)
        if self.source is Source.HISTORY:
            return _("Take the version of {when} from its history").format(when=when)
        if self.source is Source.LEDGER:
            return _("Take the version of {when} that this computer saved").format(when=when)
        return _("Take the recovery copy of {when}").format(when=when)

    @property
    def sentence(self) -> str:
        """What it is and what it lacks, for the person."""
        if self.source is not Source.FILE:
            when = moment_in_full(self.moment)
            return _("{source}: the state of {when}.").format(source=self.source.label, when=when)
        parts = [_("What can be read of the file.")]
        if self.side:
            parts = [_("The version “{side}” in the file.").format(side=isolated(self.side))]
        if self.is_cut:
            parts.append(_("Its end is missing."))
        if self.lost:
            parts.append(_("Not readable: {names}.").format(names=_listed(self.lost)))
        if not self.is_certain and not self.lost:
            parts.append(_("At least one character in it isn’t as it was saved; please read it."))
        return " ".join(parts)


def remains_of(
    library: Library, draft_id: str, files: FileSystem | None = None
) -> tuple[Remain, ...]:
    """Everything that is left of a draft, the recommended one first. Raises nothing.

    Recommended is the newest of what was kept elsewhere; then comes the file itself.
    """
    if Path(draft_id).name != draft_id:
        return ()  # no name of a file, but a way to somewhere
    files = files or FileSystem()
    kept = [
        *_of_history(library, draft_id),
        *_of_ledger(library, draft_id, files),
        *_of_recoveries(library, draft_id),
    ]
    kept.sort(key=lambda each: each.moment, reverse=True)
    found: list[Remain] = []
    for each in kept:
        if each.agreement not in [other.agreement for other in found]:
            found.append(each)
    return (*found, *_of_file(library, draft_id, files))


def stored_copy(library: Library, remain: Remain, today: date) -> str:
    """Store it as a new draft, "… (restored)", beside everything else; its id.

    Raises `SaveFailed`.
    """
    title = _("{title} (restored)").format(title=remain.agreement.title or "").strip()
    copy = msgspec.structs.replace(remain.agreement, id=new_id(), title=title)
    return library.create(encode(copy), completeness(View(copy, today)))


def restore(library: Library, draft_id: str, today: date) -> tuple[str, Remain]:
    """Store the best that is left of a draft as a copy; its id, and what it was made of.

    Raises `Damaged` when nothing is left, and `SaveFailed`.
    """
    found = remains_of(library, draft_id)
    if not found:
        raise Damaged(
            _(
                "Nothing of “{id}” can be read: neither a history, nor a recovery copy, nor the "
                "file. A back-up may have it."
            ).format(id=isolated(draft_id))
        )
    return stored_copy(library, found[0], today), found[0]


def _of_history(library: Library, draft_id: str) -> list[Remain]:
    """The newest state of the history that is an agreement."""
    try:
        history = library.history(draft_id)
        points = history.points()
        restored = history.restored(points[0].id) if points else None
        if restored is None:
            return []
        return [Remain(Source.HISTORY, restored.point.moment, decode(restored.draft))]
    except (SlaError, ValueError):
        return []


def _of_ledger(library: Library, draft_id: str, files: FileSystem) -> list[Remain]:
    """The last state that this computer read or saved, which no sync tool can touch."""
    ledger = Ledger(library.local / LEDGERS / f"{draft_id}.jsonl", files)
    for version in sorted(ledger.versions(), key=lambda each: each.saved, reverse=True):
        try:
            return [Remain(Source.LEDGER, version.saved, decode(version.draft))]
        except SlaError:
            continue
    return []


def _of_recoveries(library: Library, draft_id: str) -> list[Remain]:
    found = []
    for copy in library.recoveries():
        if copy.id != draft_id:
            continue
        try:
            found.append(Remain(Source.RECOVERY, copy.date, decode(copy.draft)))
        except SlaError:
            continue
    return found


def remains_in(path: Path, files: FileSystem) -> tuple[Remain, ...]:
    """What can be read of a damaged file; nothing where it can't be read at all."""
    try:
        raw = read_within(path, files, DRAFT_BYTES)
        moment = datetime.fromtimestamp(files.identity(path).changed / 1e9, UTC)
    except (OSError, SlaError):
        return ()
    return tuple(_remain(each, moment) for each in salvaged(raw))


def _of_file(library: Library, draft_id: str, files: FileSystem) -> tuple[Remain, ...]:
    """What can be read of the draft's file, in the list or else in the trash."""
    paths = [library.folder / folder / f"{draft_id}.json" for folder in ("drafts", "trash")]
    return next(filter(None, (remains_in(path, files) for path in paths)), ())


def _remain(found: Salvaged, moment: datetime) -> Remain:
    agreement = decode(found.draft)
    return Remain(
        Source.FILE,
        moment,
        agreement,
        tuple(dict.fromkeys(_name(agreement, each.path) for each in found.lost)),
        found.side,
        found.is_cut,
        found.is_certain,
    )


def _name(agreement: Agreement, path: str) -> str:
    """What a person calls the place, with the item that it belongs to, else its path."""
    if not path:
        return _("the rest of it")
    try:
        label = place_name(agreement, path)
    except UnknownPath:
        return path
    parts = path.split("/")
    for length in range(len(parts) - 1, 1, -1):
        with suppress(UnknownPath):
            name = getattr(value_at(agreement, "/".join(parts[:length])), "name", None)
            if isinstance(name, str) and name:
                return f"{name}: {label}"
    return label


def _listed(names: tuple[str, ...]) -> str:
    told = [isolated(name) for name in names[:_MOST_NAMED]]
    rest = len(names) - len(told)
    if rest:
        told.append(ngettext("{count} more", "{count} more", rest).format(count=rest))
    return ", ".join(told)
