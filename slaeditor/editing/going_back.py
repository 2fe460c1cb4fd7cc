"""Going back to a point of the history: of a draft, of one in the trash, or of one that is lost."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

import msgspec

from slaeditor.agreement import Agreement, decode, encode
from slaeditor.document.view import View
from slaeditor.editing import shelf
from slaeditor.editing.revisions import revision
from slaeditor.errors import SlaError, UnknownDraft
from slaeditor.i18n import _
from slaeditor.library.drafts import Library, Point, Restored, StoredDraft
from slaeditor.readiness.questions import completeness


class Was(Enum):
    """Where the draft was before it went back."""

    IN_LIBRARY = "library"
    IN_TRASH = "trash"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class WentBack:
    """What a draft went back to; `sentence` says so when it isn't the point asked for."""

    draft_id: str
    point: Point
    was: Was
    sentence: str = ""


def before_going_back() -> str:
    """What the point is called that is made of what stands before going back."""
    return _("Before going back")


def go_back(library: Library, draft_id: str, name: str, today: date) -> WentBack:
    """Make the draft say again what it said at a point, after a point of what it says now.

    A draft in the trash comes out of it; one whose file is gone is stored anew. Raises what
    `revision`, `History.restored`, `Library.open`, `History.add` and saving raise; then nothing
    was changed.
    """
    restored, agreement = _agreement_at(library, draft_id, name)
    stored, was = _opened(library, draft_id)
    if stored is None:
        shelf.store(library, msgspec.structs.replace(agreement, id=draft_id), today)
    else:
        _put_back(library, stored, agreement, today)
    return WentBack(draft_id, restored.point, was, restored.sentence)


def go_back_in_file(library: Library, stored: StoredDraft, name: str, today: date) -> WentBack:
    """The same for a draft that is a file of its own."""
    restored, agreement = _agreement_at(library, stored.id, name)
    _put_back(library, stored, agreement, today)
    return WentBack(stored.id, restored.point, Was.IN_LIBRARY, restored.sentence)


def _agreement_at(library: Library, draft_id: str, name: str) -> tuple[Restored, Agreement]:
    history = library.history(draft_id)
    restored = history.restored(revision(history, name).id)
    return restored, decode(restored.draft)


def _put_back(library: Library, stored: StoredDraft, agreement: Agreement, today: date) -> None:
    library.history(stored.id).add(stored.draft, before_going_back(), "restored")
    agreement = msgspec.structs.replace(agreement, id=stored.id)
    stored.save(encode(agreement), completeness(View(agreement, today)))


def _opened(library: Library, draft_id: str) -> tuple[StoredDraft | None, Was]:
    """The draft, out of the trash if need be; None for one that is lost.

    Raises what `Library.open` raises; a damaged one of the trash stays there.
    """
    try:
        return library.open(draft_id), Was.IN_LIBRARY
    except UnknownDraft:
        pass
    try:
        library.restore(draft_id)
    except UnknownDraft:
        return None, Was.LOST
    try:
        return library.open(draft_id), Was.IN_TRASH
    except SlaError:
        library.trash(draft_id)
        raise
