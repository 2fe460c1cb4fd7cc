"""A large library, as the design was measured: finding, sorting, searching, merging, going back.

Each figure stands beside that of the design (another computer, so look at its own ratios), and
beside what the same work costs in plain Python here, taken by turns in the same run.
"""

import gc
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import msgspec

from slaeditor.agreement import decode, encode
from slaeditor.editing.merging import Origin, merge
from slaeditor.files import FileSystem
from slaeditor.library.drafts import Library
from slaeditor.library.migrations import CURRENT
from slaeditor.library.remembered import DRAFTS, remembered
from slaeditor.library.search import SearchIndex
from tests.benchmarks.drafts import agreement_with
from tests.benchmarks.libraries import LEVELS_OF_30_KB, RARE, Filled, fill_quickly
from tests.benchmarks.places import own_folders
from tests.benchmarks.table import Line, written
from ui.library.catalogue import Catalogue
from ui.library.rows import Column, rows_of

SIZES = (10_000, 50_000)
PAPER = {
    10_000: (42, 30, 1877, 18, 319, 14, 10, 0.28),
    50_000: (277, 159, 9641, 92, 1620, 33, 26, 0.29),
}
"""Milliseconds of the design: index load, refresh, rebuild, search by the index and by scanning,
filter, sort, open."""
_ROUNDS = 5


def lines() -> list[Line]:
    """What a library of 10,000 and of 50,000 drafts of 30 KB costs, and what one draft does."""
    found = []
    for size in SIZES:
        with own_folders() as (folder, local):
            filled = fill_quickly(folder, size, LEVELS_OF_30_KB)
            found += _of_library(folder, local, filled)
    return [*found, *_of_draft()]


def _of_library(folder: Path, local: Path, filled: Filled) -> list[Line]:
    count = f"{len(filled.ids):,} drafts"
    load, refresh, rebuild, indexed, scan, keystroke, sort, opening = PAPER[len(filled.ids)]
    library = Library(folder, local)
    built = _seconds(library.summaries, rounds=1)
    library.keep_lists()
    loaded = _seconds(lambda: Library(folder, local).summaries(), rounds=3)
    refreshed = _seconds(library.summaries)
    first = _seconds(lambda: remembered(folder / DRAFTS, local))
    ids = [each.id for each in library.summaries().drafts]
    scanned = _seconds(lambda: list(library.search(RARE, ids)), rounds=1)
    library.keep_index()
    files = FileSystem()
    index = SearchIndex(folder / DRAFTS, local, files, CURRENT)
    entries = files.entries(folder / DRAFTS)
    index.names(RARE, entries)  # loads it
    searched = _seconds(lambda: index.names(RARE, entries))
    plain_scan = _seconds(lambda: _scan(folder, RARE.encode()), rounds=1)
    catalogue = Catalogue(rows_of(library.summaries()))
    catalogue.prepare()
    every = catalogue.numbers_of("", "")
    filtered = _seconds(lambda: catalogue.in_order(catalogue.having("contoso", every), *_NEWEST))
    sorting = _seconds(lambda: catalogue.in_order(None, Column.TITLE, False))
    titles = [row.title for row in catalogue.rows]
    plain_sort = _seconds(lambda: sorted(titles, key=str.casefold))
    opened = _seconds(lambda: library.open(ids[len(ids) // 2]))
    return [
        _line(f"list at the start, before the first painting, {count}", first, 0, 0),
        _line(f"list from its cache, compared with the folder, {count}", loaded, load + refresh, 0),
        _line(f"list refreshed, {count}", refreshed, refresh, 0),
        _line(f"list from nothing, {count}", built, rebuild, 0),
        _line(f"words in titles and parties, one key, {count}", filtered, keystroke, 0),
        _line(f"sorted by title, {count}", sorting, sort, plain_sort),
        _line(f"words in all texts, indexed, {count}", searched, indexed, 0),
        _line(f"words in all texts, never searched before, {count}", scanned, scan, plain_scan),
        _line(f"one draft opened among {count}", opened, opening, 0),
    ]


_NEWEST = (Column.CHANGED, True)


def _of_draft() -> list[Line]:
    base = agreement_with(60)
    ours = msgspec.structs.replace(base, title="Ours")
    theirs = msgspec.structs.replace(base, reference="SLA-7")
    origins = Origin("here"), Origin("there")
    merged = _seconds(lambda: merge(base, ours, theirs, origins))
    with own_folders() as (folder, local):
        library = Library(folder, local)
        history = library.history("one")
        for number in range(80):
            history.add({**encode(base), "id": "one", "title": f"State {number}"}, "", "named")
        point = history.points()[40].id
        restored = _seconds(lambda: library.history("one").at(point))
        size = sum(path.stat().st_size for path in (folder / "history").iterdir()) / 1024
    decoded = _seconds(lambda: decode(encode(base)))
    return [
        _line("two edited versions of 60 KB merged", merged, 0.08, decoded),
        _line(f"one of 80 points of 60 KB gone back to ({size:,.0f} KB in all)", restored, 0, 0),
    ]


def _line(what: str, ours: float, paper: float, plain: float) -> Line:
    beside = f"in the design {paper:,} ms" if paper else ""
    other = f"{written(plain)} in plain Python" if plain else ""
    return Line(what, written(ours), beside, other, f"{ours / plain:.2f}" if plain else "")


def _seconds(work: Callable[[], object], rounds: int = _ROUNDS) -> float:
    """The median of the processor's time, in seconds, without the search for garbage."""
    taken = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds):
            begun = time.process_time()
            work()
            taken.append(time.process_time() - begun)
    finally:
        gc.enable()
    return median(taken)


def _scan(folder: Path, word: bytes) -> int:
    """What looking through all files takes at the least: no accents, no structure."""
    return sum(word in path.read_bytes() for path in (folder / DRAFTS).iterdir())
