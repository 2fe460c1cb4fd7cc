"""Exporting a composed document to a file, in the form that the file's suffix names.

The whole file is made in memory first and then put in place in one step, so that the old file
stays whole whatever goes wrong. Everything that stands in the way is one clear sentence.
"""

import os
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path

from slaeditor.blocks import Document
from slaeditor.document.copies import Form, copy_of, default_copy
from slaeditor.document.house import in_house
from slaeditor.document.html import html_page
from slaeditor.document.text import plain_text
from slaeditor.errors import ExportCancelled, ExportFailed
from slaeditor.replace_file import replace_file

SUFFIXES = (".docx", ".pdf", ".html", ".txt")
"""The forms that a document can be exported in."""

_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def export(
    document: Document,
    target: Path,
    *,
    today: date,
    form: Form | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write a document to `target` as Word file, PDF, HTML page or plain text (UTF-8).

    `form` says for whom and how it is marked, `default_copy` where it is not given. `progress` is
    told blocks done and blocks in all while a Word file is written; `cancelled` is asked in
    between and last before the old file is replaced. Raises ExportFailed with the reason as one
    sentence, ExportCancelled if the person stopped it; then the old file is as it was.
    """
    check_target(target)
    form = form or Form(default_copy(document))
    suffix = target.suffix.lower()
    put(_written(document, suffix, today, form, progress, cancelled), target, cancelled)


def put(data: bytes, target: Path, cancelled: Callable[[], bool] | None = None) -> None:
    """Put a whole file in place in one step, unless the person stopped it. Raises as `export`."""
    if cancelled is not None and cancelled():
        raise ExportCancelled
    check_target(target)
    try:
        replace_file(target, data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportFailed(
            f"“{target}” could not be written ({reason}). Choose another name or folder."
        ) from error


def check_target(target: Path) -> None:
    """Raise ExportFailed if a document can't be written to `target` as things stand."""
    obstacle = _obstacle(target)
    if obstacle:
        raise ExportFailed(obstacle)


def _written(
    document: Document,
    suffix: str,
    today: date,
    form: Form,
    progress: Callable[[int, int], None] | None,
    cancelled: Callable[[], bool] | None,
) -> bytes:
    read = in_house(document, form.house)
    if suffix == ".html":
        return html_page(copy_of(read, form.copy)).encode("utf-8")
    if suffix == ".txt":
        return plain_text(copy_of(read, form.copy)).encode("utf-8")
    from slaeditor.word.layout import pdf_bytes, with_pages
    from slaeditor.word.write import docx_bytes  # python-docx stays out of the start

    def write(form: Form) -> bytes:
        return docx_bytes(document, today=today, form=form, progress=progress, cancelled=cancelled)

    if suffix == ".pdf":
        return pdf_bytes(document, form, write)
    return write(with_pages(document, form, write))


def _obstacle(target: Path) -> str:
    """The sentence about the first thing that stands in the way; empty if nothing does."""
    if target.suffix.lower() not in SUFFIXES:
        return (
            f"“{target.name}” doesn't say in which form to export: "
            "end the name with .docx, .pdf, .html or .txt."
        )
    try:
        return _folder_obstacle(target.parent) or _file_obstacle(target)
    except OSError as error:
        reason = error.strerror or str(error)
        return f"“{target}” can't be used ({reason}). Choose another name or folder."


def _folder_obstacle(folder: Path) -> str:
    if not folder.exists():
        return f"The folder “{folder}” doesn't exist. Choose a folder that does."
    if not folder.is_dir():
        return f"“{folder}” is a file, not a folder. Choose a folder."
    if _is_read_only(folder) or not os.access(folder, os.W_OK):
        return f"The folder “{folder}” is read-only. Choose another folder."
    return ""


def _file_obstacle(target: Path) -> str:
    if target.is_dir():
        return f"“{target}” is a folder. Choose a name for the file."
    if target.exists() and not target.is_file():  # a pipe or a device would be replaced by a file
        return f"“{target}” is no ordinary file. Choose another name."
    lock = _lock(target)
    if lock:
        program, name = lock
        return (
            f"“{target.name}” is open in {program}. Close it there, or choose another name. "
            f"(If nobody has it open, delete “{name}” beside it.)"
        )
    if target.exists() and (_is_read_only(target) or not os.access(target, os.W_OK)):
        return f"“{target}” is read-only. Choose another name, or allow changes to the file."
    return ""


def _is_read_only(path: Path) -> bool:
    """Whether the mode bits forbid writing, even to one whom the system would let write."""
    return not path.stat().st_mode & _WRITABLE


def _lock(target: Path) -> tuple[str, str] | None:
    """The program that has a file open, and the name of the file by which it says so.

    LibreOffice puts `.~lock.NAME#` beside it. Word puts `~$NAME`, where it leaves out the first
    two letters of a name of eight letters and more, and the first one of a name of seven.
    """
    dropped = min(max(len(target.stem) - 6, 0), 2)
    names = {
        f".~lock.{target.name}#": "LibreOffice",
        f"~${target.name}": "Word",
        f"~${target.name[dropped:]}": "Word",
    }
    for name, program in names.items():
        if target.with_name(name).exists():
            return program, name
    return None
