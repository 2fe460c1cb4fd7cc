"""Exporting a redline to a file, with the same care as any other export."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from slaeditor.blocks import Document
from slaeditor.document.copies import Copy
from slaeditor.document.house import House
from slaeditor.errors import ExportFailed
from slaeditor.word.export import check_target, put
from slaeditor.word.redline import redline_bytes


def export_redline(
    old: Document,
    new: Document,
    target: Path,
    *,
    author: str,
    when: datetime | date,
    copy: Copy = Copy.REVIEW,
    house: House | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write what became of the old document to `target`, a .docx file, as tracked changes.

    Arguments and errors are those of `redline_bytes` and `export`.
    """
    if target.suffix.lower() != ".docx":
        raise ExportFailed(
            f"“{target.name}” can't hold tracked changes: end the name with .docx for a redline."
        )
    check_target(target)
    data = redline_bytes(
        old,
        new,
        author=author,
        when=when,
        copy=copy,
        house=house,
        progress=progress,
        cancelled=cancelled,
    )
    put(data, target, cancelled)
