"""What can be done with stored agreements as a whole: start, copy, rename, rescue one."""

from collections.abc import Collection
from datetime import date
from pathlib import Path

import msgspec

from slaeditor.agreement import Agreement, decode, encode
from slaeditor.document.view import View
from slaeditor.editing.duplicating import LeaveOut, duplicate
from slaeditor.errors import Damaged, SlaError
from slaeditor.i18n import _
from slaeditor.library.drafts import Draft, Library, create_file, new_id, overwrite_file
from slaeditor.readiness.questions import completeness


def store(library: Library, agreement: Agreement, today: date) -> str:
    """Store a new agreement; its id. Raises what `Library.create` raises."""
    return library.create(encode(agreement), completeness(View(agreement, today)))


def copy(library: Library, draft_id: str, leave_out: Collection[LeaveOut], today: date) -> str:
    """Store a copy of a draft without what is to be left out; its id.

    Raises what `Library.open` and `Library.create` raise.
    """
    taken = {each.title for each in library.summaries().drafts}
    agreement = decode(library.open(draft_id).draft)
    return store(library, duplicate(agreement, leave_out, taken), today)


def save_copy(agreement: Agreement, path: Path, local: Path) -> None:
    """Write a copy into a file of its own, with an id of its own; a file that is there is replaced.

    The new file is whole before it takes the place of the old one. Raises `SaveFailed`.
    """
    data = encode(msgspec.structs.replace(agreement, id=new_id()))
    if path.exists():
        overwrite_file(path, data)
    else:
        create_file(path, data, local)


def rename(library: Library, draft_id: str, title: str) -> None:
    """Give a stored draft another title. Raises what `Library.open` and `Library.save` raise."""
    stored = library.open(draft_id)
    agreement = msgspec.structs.replace(decode(stored.draft), title=title.strip() or None)
    stored.save(encode(agreement))


def rescue(library: Library, draft_id: str, today: date) -> str:
    """Store the last good state of a damaged draft as a new one; its id.

    The damaged file stays as it is. Raises `Damaged` when there is no such state.
    """
    found = _last_good(library, draft_id)
    if found is None:
        raise Damaged(_("No earlier state of this agreement can be read."))
    return store_again(library, decode(found), today)


def store_again(library: Library, agreement: Agreement, today: date) -> str:
    """Store a recovered agreement beside what stands under its id; its new id."""
    title = _("{title} (recovered)").format(title=agreement.title or "").strip()
    copy_of = msgspec.structs.replace(agreement, id=new_id(), title=title)
    return store(library, copy_of, today)


def _last_good(library: Library, draft_id: str) -> Draft | None:
    """The newest state in the history or among the recovery copies that is an agreement."""
    states: list[tuple[str, Draft]] = []
    try:
        history = library.history(draft_id)
        points = history.points()
        if points:
            restored = history.restored(points[0].id)
            states.append((restored.point.date, restored.draft))
    except SlaError:  # no usable history: a recovery copy may do
        states.clear()
    states += [
        (each.date.isoformat(), each.draft) for each in library.recoveries() if each.id == draft_id
    ]
    for _date, draft in sorted(states, key=lambda state: state[0], reverse=True):
        if _is_agreement(draft):
            return draft
    return None


def _is_agreement(draft: Draft) -> bool:
    try:
        decode(draft)
    except SlaError:
        return False
    return True
