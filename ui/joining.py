"""Brings the open draft together with what other computers made of its file, as that comes."""

from collections.abc import Hashable
from dataclasses import dataclass
from enum import Enum, auto
from time import monotonic
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from slaeditor.agreement import Agreement, decode, encode
from slaeditor.changes import applied
from slaeditor.clashes import keep, open_clashes
from slaeditor.editing.open_draft import Changed, OpenDraft
from slaeditor.editing.reconciling import reconcile
from slaeditor.errors import Damaged, SaveFailed, SlaError, TooNew, UnknownDraft
from slaeditor.files import FileSystem, Identity
from slaeditor.i18n import _
from slaeditor.library.drafts import Library, StoredDraft
from slaeditor.library.writer import Writer
from ui.watching import PAUSE, Watch

_PAUSE_IN_TYPING = 0.8  # seconds without a change after which nobody is in the middle of a word
_LONGEST_WAIT = 8.0  # seconds that somebody who never pauses is waited for
_SOON = 30  # ms until the next look where a save is under way
_DOUBT = 1500  # ms that a file which can't be read may take to become whole


class Place(Enum):
    """What of the draft's place isn't there."""

    FILE_GONE = auto()
    FOLDER_GONE = auto()


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a merge made of the open agreement.

    `clashes` are the paths of values with two versions, `problems` sentences about what could not
    be done on the side.
    """

    before: Agreement
    after: Agreement
    clashes: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


class Host(Protocol):
    """What the joining needs of the desk."""

    draft: OpenDraft

    def hand_over(self) -> None:
        """Have the agreement saved as it stands."""

    def note_trouble(self, error: SlaError | None) -> None:
        """Take what is wrong with the file, or that nothing is any more."""


class Joining(QObject):
    """Watches the file of the open draft, and merges what comes while no save is under way.

    `arrived` carries an `Arrival`. `vanished` says that the file was taken away and whether it is
    in the trash now; where the person has changed the agreement, it is written again instead.
    """

    arrived = Signal(object)
    vanished = Signal(bool)

    def __init__(
        self,
        desk: Host,
        stored: StoredDraft,
        library: Library,
        writer: Writer,
        pause: float = PAUSE,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._draft = desk.draft
        self._stored = stored
        self._library = library
        self._writer = writer
        self._is_troubled = False
        self._has_vanished = False
        self._has_refused = False
        self._is_taking = False
        self._changed_at = float("-inf")
        self._waiting_since: float | None = None
        self._unsubscribe = desk.draft.subscribe(self._on_changed)
        self._doubted: Hashable = None
        self._known_copies: Hashable = None
        self._look = _Look(stored)
        self._watch = Watch(self._look.appearance, pause, self)
        self._watch.changed.connect(self.look)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self.look)

    def start(self) -> None:
        """Bring together what waits already, and watch from now on."""
        self._drop_settled()
        self.look()
        self._watch.start()

    def stop(self) -> None:
        """Neither look nor watch any more."""
        self._watch.stop()
        self._again.stop()
        self._unsubscribe()

    @property
    def is_in_trash(self) -> bool:
        """Whether the trash holds a file of this draft."""
        return (self._library.folder / "trash" / self._stored.path.name).exists()

    @Slot()
    def look(self) -> None:
        """See what stands on the disk, once no save is under way."""
        if not self._writer.is_resting or self._is_typing():
            self._again.start(_SOON)
            return
        place = self._look.appearance()
        if place is Place.FOLDER_GONE:
            self._trouble(_folder_gone(self._stored))
        elif place is Place.FILE_GONE:
            self._on_file_gone()
        else:
            self._has_vanished = False
            if self._is_news(place):
                self._join_unless_in_doubt(place)
            elif self._writer.pending:
                self._desk.hand_over()  # what could not be saved went into a merge meanwhile

    def _is_news(self, place: Hashable) -> bool:
        """Whether somebody else did something: not where the file is as this computer left it."""
        copies = place[1:] if isinstance(place, tuple) else ()
        is_known = copies == self._known_copies and not self._is_troubled
        self._known_copies = copies
        return not (is_known and self._stored.looks_unchanged)

    def _is_typing(self) -> bool:
        """Whether the person is in the middle of a word, which must not change under their fingers.

        Whoever never pauses is waited for some seconds only.
        """
        now = monotonic()
        if now - self._changed_at > _PAUSE_IN_TYPING:
            self._waiting_since = None
            return False
        if self._waiting_since is None:
            self._waiting_since = now
        return now - self._waiting_since < _LONGEST_WAIT

    def _on_changed(self, changed: Changed) -> None:
        if not self._is_taking:
            self._changed_at = monotonic()

    def _join(self) -> None:
        """Merge what stands in the file now. Raises `Damaged`, `TooNew`, `SaveFailed`."""
        before = self._draft.agreement
        if not self._draft.permission.is_given and not self._is_troubled:
            self._follow()
            return
        found = reconcile(self._library, self._stored, before)
        if found is not None:
            self._take(found.agreement)
            self._desk.hand_over()  # what waited to be saved was older
            clashes = tuple(each.path for each in found.clashes)
            self.arrived.emit(Arrival(before, found.agreement, clashes, tuple(found.problems)))
        elif self._writer.pending:
            self._desk.hand_over()  # a save that failed: the merge has stored the same

    def _follow(self) -> None:
        """Show what stands in the file of a draft that is open for reading only."""
        if not self._stored.looks_unchanged:
            self._take(decode(self._stored.load()))

    def _take(self, agreement: Agreement) -> None:
        self._is_taking = True
        try:
            self._draft.take_outside(agreement)
        finally:
            self._is_taking = False

    def _drop_settled(self) -> None:
        """Forget the other version of what says the same by now, or isn't there any more."""
        agreement = self._draft.agreement
        waiting = open_clashes(agreement)
        if waiting != agreement.clashes and self._draft.permission.is_given:
            settled = [each.id for each in agreement.clashes if each not in waiting]
            for clash_id in settled:
                agreement = applied(agreement, keep(agreement, clash_id))
            self._take(agreement)
            self._desk.hand_over()

    def require_folder(self) -> None:
        """Raise `SaveFailed` while the draft's folder is away, as none is to be made there."""
        if self._is_troubled and self._look.appearance() is Place.FOLDER_GONE:
            raise _folder_gone(self._stored)

    def _join_unless_in_doubt(self, place: Hashable) -> None:
        """Merge; what can't be read may be half a file that is just being written."""
        try:
            self._join()
        except Damaged as error:
            if self._doubted == place:
                self._trouble(error)
            else:
                self._doubted = place
                self._again.start(_DOUBT)
        except SlaError as error:
            self._trouble(error)
        else:
            self._doubted = None
            self._ease()

    def _on_file_gone(self) -> None:
        if not self._has_vanished:
            self._has_vanished = True
            if self._draft.undo_stack.undo_label and self._draft.permission.is_given:
                self._desk.hand_over()  # an edit wins over the removal
            else:
                self.vanished.emit(self.is_in_trash)

    def _trouble(self, error: SlaError) -> None:
        """Tell, once a copy of what shows is kept on this computer."""
        if self._is_troubled:
            return
        self._is_troubled = True
        words = _("What shows here is kept on this computer as a copy.")
        try:
            self._stored.keep_recovery(encode(self._draft.agreement))
        except SaveFailed as problem:
            words = str(problem)
        if isinstance(error, TooNew) and self._draft.permission.is_given:
            self._has_refused = True
            self._draft.permission.refuse(str(error))
        self._desk.note_trouble(type(error)(f"{error} {words}"))

    def _ease(self) -> None:
        if self._is_troubled:
            self._is_troubled = False
            if self._has_refused:
                self._has_refused = False
                self._draft.permission.give()
            self._desk.note_trouble(None)


def opened(library: Library, draft_id: str) -> StoredDraft:
    """A draft of the library; where only conflict copies of it are left, the newest one.

    Raises what `Library.open` raises.
    """
    try:
        return library.open(draft_id)
    except UnknownDraft:
        if not library.adopt_copy(draft_id):
            raise
    return library.open(draft_id)


class _Look:
    """How the file of a draft, and copies beside it, look from outside; for any thread.

    The names in the folder are read only where something came or went there.
    """

    def __init__(self, stored: StoredDraft) -> None:
        self._path = stored.path
        self._files = FileSystem()
        self._folder: Hashable = None
        self._copies: tuple[str, ...] = ()

    def appearance(self) -> Hashable:
        """A `Place` where something is missing, else what differs when something changed."""
        try:
            folder = self._files.identity(self._path.parent)
            if folder != self._folder:
                self._copies = self._found_copies()
                self._folder = folder
        except OSError:
            return Place.FOLDER_GONE
        mine = self._identity(self._path.name)
        copies = tuple(self._identity(name) for name in self._copies)
        return Place.FILE_GONE if mine is None else (mine, self._copies, copies)

    def _found_copies(self) -> tuple[str, ...]:
        """Names that may be those of other versions: the id inside decides, but is not read."""
        name, stem = self._path.name, self._path.stem
        found = self._files.names(self._path.parent)
        return tuple(sorted(each for each in found if stem in each and _may_be_copy(each, name)))

    def _identity(self, name: str) -> Identity | None:
        try:
            return self._files.identity(self._path.with_name(name))
        except OSError:
            return None


def _may_be_copy(name: str, own: str) -> bool:
    return name != own and not name.startswith(("~", "."))


def _folder_gone(stored: StoredDraft) -> SaveFailed:
    return SaveFailed(
        _(
            "The folder {folder} isn’t there any more: the disk or share it is on was taken away, "
            "or it was renamed. You can go on writing; it is saved once the folder is back."
        ).format(folder=stored.path.parent)
    )
