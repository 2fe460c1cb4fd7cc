"""Agreements and libraries of a size of one's choice, to measure with."""

import os
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import msgspec

from slaeditor.agreement import Agreement, encode
from slaeditor.editing.templates import finished_example, new_agreement, template
from slaeditor.library.drafts import Library, new_id
from slaeditor.sections.metrics.level import Level

LONG = 74
"""Service levels of an agreement of 40 pages, as LibreOffice counts those of its Word file."""


def short_agreement() -> Agreement:
    """The smallest agreement there is: 6 pages with its cover and its approvals."""
    return new_agreement(template("internal-blank"))


def agreement_with(levels: int) -> Agreement:
    """The finished example with that many service levels, taken from its own in turn.

    Each has a name and a target of its own, so that no two sheets or rows are the same.
    """
    example = finished_example()
    metrics = msgspec.structs.replace(
        example.metrics, levels=tuple(_levels(example.metrics.levels, levels))
    )
    return msgspec.structs.replace(example, metrics=metrics)


def _levels(patterns: tuple[Level, ...], count: int) -> Iterator[Level]:
    for number in range(count):
        pattern = patterns[number % len(patterns)]
        yield msgspec.structs.replace(
            pattern,
            id=f"level-{number + 1}",
            name=f"{pattern.name} at site {number + 1}",
            target=(pattern.target or Decimal(0)) + Decimal(number % 40) / 100,
        )


def fill(folder: Path, local: Path, drafts: int) -> str:
    """Put so many copies of the finished example into a library; the id of one of them."""
    library = Library(folder, local)
    example = finished_example()
    draft_id = ""
    for number in range(drafts):
        named = msgspec.structs.replace(example, id=new_id(), title=f"Order portal {number + 1}")
        draft_id = library.create(encode(named), "3/4")
    return draft_id


def make_older(folder: Path) -> None:
    """Date the drafts of a library an hour back: what was written just now is read again."""
    for file in (folder / "drafts").iterdir():
        then = file.stat().st_mtime - 3600
        os.utime(file, (then, then))
