"""Saving one draft among many: the library against TinyDB’s own storage, one file for all."""

import json
import os
import time
from pathlib import Path
from typing import Any

from tinydb import TinyDB

from slaeditor.agreement import encode
from slaeditor.editing.templates import finished_example
from slaeditor.library.drafts import Library
from tests.benchmarks import drafts
from tests.benchmarks.places import own_folders
from tests.benchmarks.table import Line, compared

SIZES = (100, 10_000)
ROUNDS = {100: 15, 10_000: 3}


def lines() -> list[Line]:
    """A save that changes one field of one draft, ours with both its flushes to the disk."""
    found, ours_by_size = [], {}
    for size in SIZES:
        with own_folders() as (folder, local):
            ours = _ours(folder, local, size)
            theirs = _theirs(folder.parent / "all.json", size)
        ours_by_size[size] = ours
        beside = "TinyDB’s JSONStorage"
        found.append(compared(f"save one of {size:,} drafts", ours, beside, theirs))
    few, many = SIZES
    found.append(
        compared(
            f"save one of {many:,} drafts",
            ours_by_size[many],
            f"the same among {few:,}",
            ours_by_size[few],
            "≤ 1.2",
        )
    )
    return found


def _ours(folder: Path, local: Path, size: int) -> list[float]:
    draft_id = drafts.fill(folder, local, size)
    stored = Library(folder, local).open(draft_id)
    seconds = []
    for number in range(100):
        draft = {**stored.draft, "title": f"Title {number}"}
        begun = time.perf_counter()
        stored.save(draft)
        seconds.append(time.perf_counter() - begun)
    return seconds


def _theirs(file: Path, size: int) -> list[float]:
    draft: dict[str, Any] = dict(encode(finished_example()))
    table = {str(number): draft for number in range(1, size + 1)}
    with file.open("w", encoding="utf-8") as stream:
        json.dump({"_default": table}, stream)
        stream.flush()
        os.fsync(stream.fileno())
    seconds = []
    with TinyDB(file, encoding="utf-8") as database:
        for number in range(ROUNDS[size]):
            begun = time.perf_counter()
            database.update({"title": f"Title {number}"}, doc_ids=[size // 2])
            seconds.append(time.perf_counter() - begun)
    return seconds
