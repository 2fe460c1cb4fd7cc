"""A real file of every schema there was: read, brought up to date, kept before the first save."""

from pathlib import Path

import pytest

from slaeditor.agreement import decode, encode
from slaeditor.library.draftfile import unpacked
from slaeditor.library.drafts import Library
from slaeditor.library.history import History
from slaeditor.library.migrations import SCHEMA, Migrations
from slaeditor.paths import replaced

FILES = sorted((Path(__file__).parent / "drafts_of_old").iterdir())


def test_there_is_a_file_of_every_schema_before_todays() -> None:
    assert [file.name for file in FILES] == [f"schema-{number}.json" for number in range(1, SCHEMA)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_old_draft_opens_saves_and_is_kept_as_it_was(
    file: Path, library: Library, folder: Path, local: Path
) -> None:
    raw = file.read_bytes()
    header, tables = unpacked(raw, file.name, SCHEMA)
    draft_id = tables["draft"]["1"]["id"]
    path = folder / "drafts" / f"{draft_id}.json"
    path.parent.mkdir(parents=True)
    path.write_bytes(raw)
    (summary,) = library.summaries().drafts
    stored = library.open(draft_id)
    agreement = decode(stored.draft)
    assert (summary.title, summary.complete) == (agreement.title, header.complete)
    assert agreement.entered == {"duration/notice/length": "sixty or so"}
    assert path.read_bytes() == raw
    stored.save(encode(replaced(agreement, "title", "Saved anew")))
    kept = local / "backups" / f"{draft_id}.schema-{header.schema}.json"
    assert kept.read_bytes() == raw
    header, tables = unpacked(path.read_bytes(), file.name, SCHEMA)
    assert header.schema == SCHEMA
    assert decode(tables["draft"]["1"]) == replaced(agreement, "title", "Saved anew")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_history_of_that_time_comes_back_in_todays_schema(
    file: Path, library: Library, folder: Path, local: Path
) -> None:
    header, tables = unpacked(file.read_bytes(), file.name, SCHEMA)
    old = tables["draft"]["1"]
    then = Migrations(header.schema, {})
    for title in ("First", "Second"):
        history = History(folder / "history", old["id"], local, migrations=then)
        history.add({**old, "title": title}, title, "named")
    now = library.history(old["id"])
    newest = decode(now.at(now.points()[0].id))
    now.add(encode(replaced(newest, "title", "Third")), "Third", "named")
    found = [decode(now.at(point.id)) for point in now.points()]
    assert [each.title for each in found] == ["Third", "Second", "First"]
    assert found[0] == replaced(found[2], "title", "Third")
