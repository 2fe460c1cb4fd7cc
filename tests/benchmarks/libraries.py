"""Whole libraries of made-up agreements: different titles, parties, states and texts.

Written without waiting for the disk, so that 10,000 of them take seconds.
"""

import os
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from slaeditor.agreement import encode
from slaeditor.editing.templates import finished_example
from slaeditor.kinds import Kind, Status
from slaeditor.library.draftfile import Header, dumped, packed
from slaeditor.library.migrations import SCHEMA
from tests.benchmarks.drafts import agreement_with

RARE = "heliotrope"
"""A word in the text of one draft of a hundred."""
LEVELS_OF_30_KB = 27
"""Service levels of an agreement that takes 30 KB of JSON."""

_WHAT = ("Order portal", "Payroll", "Service desk", "Data lake", "Archive", "Leads", "Wide area")
_WHERE = ("Zürich", "Bristol", "Łódź", "Berlin", "São Paulo", "Cork", "Aarhus", "Turin")
_FIRST = ("Contoso", "Northwind", "Fabrikam", "Adventure", "Tailspin", "Wingtip", "Proseware")
_SECOND = ("Retail", "Hosting", "Logistics", "Foods", "Energy", "Health", "Media", "Marine")
_WORDS = (
    "network",
    "backup",
    "printer",
    "ticket",
    "release",
    "restore",
    "shop",
    "invoice",
    "probe",
)
_FIRST_SAVE = datetime(2026, 1, 1, tzinfo=UTC)
_YEAR_2026 = 1_767_225_600  # seconds since 1970


@dataclass(frozen=True, slots=True)
class Filled:
    """What was put into a folder: the ids in the order of making, and the bytes of all files."""

    ids: tuple[str, ...]
    size: int


def fill_quickly(folder: Path, drafts: int, levels: int = 0, seed: int = 1) -> Filled:
    """Write so many drafts into `folder`/drafts, dated in the past.

    Each has `levels` service levels; 0 takes the finished example with its own. The same `seed`
    makes the same library.
    """
    chance = random.Random(seed)
    pattern = encode(agreement_with(levels) if levels else finished_example())
    place = folder / "drafts"
    place.mkdir(parents=True, exist_ok=True)
    ids, size = [], 0
    for number, draft_id in zip(range(drafts), _ids(seed), strict=False):
        draft = _varied(pattern, draft_id, number, chance)
        saved = _FIRST_SAVE + timedelta(minutes=7 * number)
        header = Header(SCHEMA, saved, complete=f"{number % 6}/5" if number % 6 else "")
        raw = packed(header, dumped({"draft": {"1": draft}}))
        path = place / f"{draft_id}.json"
        path.write_bytes(raw)
        os.utime(path, (_YEAR_2026 + number, _YEAR_2026 + number))
        ids.append(draft_id)
        size += len(raw)
    return Filled(tuple(ids), size)


def _ids(seed: int) -> Iterator[str]:
    """Ids as the program makes them, but the same at each run."""
    return (f"d{seed}-{number:07d}" for number in count(1))


def _varied(
    pattern: dict[str, Any], draft_id: str, number: int, chance: random.Random
) -> dict[str, Any]:
    """A draft like the pattern with a title, parties, a state and a purpose of its own."""
    words = " ".join(chance.choices(_WORDS, k=12))
    rare = f" {RARE}" if number % 100 == 0 else ""
    introduction = {
        **pattern["introduction"],
        "provider": {**pattern["introduction"]["provider"], "name": _party(chance)},
        "customer": {**pattern["introduction"]["customer"], "name": _party(chance)},
        "purpose": f"The Parties agree on {words}{rare}, see ticket {number}.",
    }
    return {
        **pattern,
        "id": draft_id,
        "title": f"{chance.choice(_WHAT)} {chance.choice(_WHERE)} {number + 1}",
        "kind": chance.choice((Kind.INTERNAL, Kind.EXTERNAL)).value,
        "status": chance.choice(tuple(Status)).value,
        "introduction": introduction,
    }


def _party(chance: random.Random) -> str:
    return f"{chance.choice(_FIRST)} {chance.choice(_SECOND)} {chance.choice(_WHERE)}"
