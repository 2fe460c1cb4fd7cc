"""Which fields of a form say that two computers changed a value differently."""

from collections.abc import Mapping, Sequence

from slaeditor.agreement import Agreement
from slaeditor.clashes import open_clashes
from ui.fields.row import FieldRow


def mark_clashes(agreement: Agreement, item_path: str, rows: Mapping[str, FieldRow]) -> None:
    """Mark the first row shown of each value with two versions, and none but these.

    The form is that of the item at `item_path`, empty for a screen. What is about something around
    the item is marked there, once.
    """
    shown = [path for path, row in rows.items() if not row.isHidden()]
    marked = _to_mark(agreement, item_path, shown)
    for path, row in rows.items():
        row.set_has_other(path in marked)


def has_clash_within(agreement: Agreement, path: str) -> bool:
    """Whether something at or below a path has two versions."""
    return any(_is_within(clash.path, path) for clash in open_clashes(agreement))


def _to_mark(agreement: Agreement, item_path: str, shown: Sequence[str]) -> set[str]:
    marked = set()
    for clash in open_clashes(agreement):
        path = clash.path
        if item_path and not _is_within(path, item_path):
            continue
        marked.add(next((each for each in shown if _is_within(each, path)), ""))
    return marked


def _is_within(path: str, around: str) -> bool:
    return path == around or path.startswith(f"{around}/")
