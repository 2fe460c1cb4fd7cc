"""What can be done with stored agreements as a whole: start, copy, rename, trash one."""

from collections.abc import Collection
from contextlib import suppress
from datetime import date
from pathlib import Path

import msgspec

from slaeditor.agreement import Agreement, decode, encode
from slaeditor.document.view import View
from slaeditor.editing.duplicating import LeaveOut, duplicate
from slaeditor.editing.reconciling import open_draft
from slaeditor.errors import Damaged, TooNew
from slaeditor.i18n import _
from slaeditor.library.drafts import Library, create_file, new_id, overwrite_file
from slaeditor.readiness.questions import completeness


def store(library: Library, agreement: Agreement, today: date) -> str:
    """Store a new agreement; its id. Raises what `Library.create` raises."""
    return library.create(encode(agreement), completeness(View(agreement, today)))


def copy(library: Library, draft_id: str, leave_out: Collection[LeaveOut], today: date) -> str:
    """Store a copy of a draft without what is to be left out; its id.

    Raises what `Library.open` and `Library.create` raise.
    """
    taken = {each.title for each in library.summaries().drafts}
    agreement = decode(open_draft(library, draft_id)[0].draft)
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
    stored, _joined = open_draft(library, draft_id)
    agreement = msgspec.structs.replace(decode(stored.draft), title=title.strip() or None)
    stored.save(encode(agreement))


def trash(library: Library, draft_id: str) -> None:
    """Move a draft to the trash, together with what copies beside it hold.

    A damaged one goes as it is. Raises `UnknownDraft`, `SaveFailed`, `ChangedOutside`.
    """
    with suppress(Damaged, TooNew):
        open_draft(library, draft_id)
    library.trash(draft_id)


def store_again(library: Library, agreement: Agreement, today: date) -> str:
    """Store a recovered agreement beside what stands under its id; its new id."""
    title = _("{title} (recovered)").format(title=agreement.title or "").strip()
    copy_of = msgspec.structs.replace(agreement, id=new_id(), title=title)
    return store(library, copy_of, today)
