"""The verbs `list`, `duplicate`, `trash` and `restore`."""

from slaeditor.cli.desk import BadUse, Desk, Words, print_json
from slaeditor.cli.levels import write_table
from slaeditor.cli.streams import on_one_line, warn
from slaeditor.editing.duplicating import LeaveOut, duplicate
from slaeditor.editing.list_sheets import list_sheet
from slaeditor.editing.shelf import store, trash
from slaeditor.errors import Damaged

LEAVE_OUT = {what.value: what for what in LeaveOut}


def listed(desk: Desk, words: Words) -> None:
    """Print the drafts, newest first, and name damaged files on the error output."""
    listing = desk.library.summaries()
    for damaged in listing.damaged:
        if not damaged.id:  # the folder itself
            raise Damaged(damaged.sentence)
        warn(f"{damaged.id}: {damaged.sentence} {damaged.recoverable}")
    if words.csv:
        write_table(list_sheet(listing.drafts), words.csv)
        return
    if words.json:
        print_json(
            [
                {
                    "id": draft.id,
                    "title": draft.title,
                    "kind": draft.kind,
                    "status": draft.status,
                    "changed": draft.changed.isoformat(timespec="seconds"),
                }
                for draft in listing.drafts
            ]
        )
        return
    for draft in listing.drafts:
        changed = draft.changed.astimezone().strftime("%Y-%m-%d %H:%M")
        title = on_one_line(draft.title)
        print(f"{draft.id:16} {changed}  {draft.kind:16} {draft.status:12} {title}")


def duplicated(desk: Desk, words: Words) -> None:
    """Copy a draft, without what the words leave out, and print the id of the copy."""
    wanted = [word.strip() for word in words.leave_out.split(",") if word.strip()]
    unknown = [word for word in wanted if word not in LEAVE_OUT]
    if unknown:
        raise BadUse(f"“{unknown[0]}” can't be left out. Choose from {', '.join(LEAVE_OUT)}.")
    _, agreement = desk.agreement(words.draft)
    taken = {each.title for each in desk.library.summaries().drafts}
    copy = duplicate(agreement, [LEAVE_OUT[word] for word in wanted], taken)
    copy_id = store(desk.library, copy, desk.today)
    if words.json:
        print_json({"id": copy_id})
    else:
        print(copy_id)


def trashed(desk: Desk, words: Words) -> None:
    """Move a draft to the trash, whence it can be restored."""
    draft_id = desk.id_in_library(words.draft)
    trash(desk.library, draft_id)
    print(f"Moved to the trash: {draft_id}")


def restored(desk: Desk, words: Words) -> None:
    """Take a draft back from the trash."""
    print(f"Restored: {desk.restore(words.draft)}")
