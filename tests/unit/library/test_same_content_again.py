"""Storing what is stored already, or was stored before, makes no version that others don't know."""

from dataclasses import replace
from pathlib import Path

import pytest

from slaeditor.library.draftfile import unpacked
from slaeditor.library.drafts import Library, StoredDraft
from slaeditor.library.ledger import Ledger
from slaeditor.library.lineage import common_states
from slaeditor.library.migrations import CURRENT

ID = "one"


@pytest.fixture
def stored(tmp_path: Path) -> StoredDraft:
    """A draft that was stored once, opened."""
    library = Library(tmp_path / "library", tmp_path / "local")
    library.create({"id": ID, "title": "first"})
    return library.open(ID)


def test_counting_what_is_complete_makes_no_other_version(stored: StoredDraft) -> None:
    before = stored.version
    stored.save(stored.draft, "3/5")
    header, _ = unpacked(stored.path.read_bytes(), "the file", CURRENT.schema)
    assert header.complete == "3/5"
    assert (header.known, header.saved, header.origin) == (
        before.known,
        before.saved,
        before.origin,
    )


def test_another_content_makes_another_version(stored: StoredDraft) -> None:
    before = stored.version
    stored.save({**stored.draft, "title": "second"})
    assert stored.version.known != before.known
    assert stored.version.descends_from(before)


def test_what_others_have_built_upon_is_known_after_going_back_to_it(
    stored: StoredDraft, tmp_path: Path
) -> None:
    """Here first, second, first again; elsewhere something was made of the first."""
    first = stored.version
    ledger = Ledger(tmp_path / "ledger.jsonl")
    ledger.note(first)
    for title in ("second", "first"):
        stored.save({**stored.draft, "title": title})
        ledger.note(stored.version)
    draft = {**stored.draft, "title": "elsewhere"}
    theirs = replace(first, source=draft, digest="other", known={**first.known, "them": 10**14})
    for known in (ledger, Ledger(tmp_path / "ledger.jsonl")):  # in memory, and read from the disk
        (base,) = common_states(stored.version, theirs, known.versions())
        assert base.digest == first.digest
        assert base.known == first.known
