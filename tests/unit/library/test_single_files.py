"""Drafts in a file of their own (FILE.sla), locks, and migrations."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from slaeditor.bidi import isolated
from slaeditor.errors import ChangedOutside, Damaged, Refused, SaveFailed, UnknownDraft
from slaeditor.library.drafts import Holder, Library, create_file, open_file
from slaeditor.library.migrations import CURRENT, SCHEMA, Migrations
from slaeditor.moments import moment_in_sentence
from tests.unit.library.samples import sample, titled


def test_a_single_file_is_opened_in_place_and_saved(tmp_path: Path, local: Path) -> None:
    path = tmp_path / "Mine & yours.sla"
    create_file(path, sample(), local)
    stored = open_file(path, local)
    assert (stored.id, stored.draft) == ("one", sample())
    stored.save(titled(sample(), "Changed"))
    assert open_file(path, local).draft["title"] == "Changed"
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_a_single_file_is_a_library_file_and_the_other_way_round(
    library: Library, folder: Path, tmp_path: Path, local: Path
) -> None:
    library.create(sample())
    path = tmp_path / "sent.sla"
    path.write_bytes((folder / "drafts" / "one.json").read_bytes())
    assert open_file(path, local).draft == sample()


def test_a_link_stays_a_link(tmp_path: Path, local: Path) -> None:
    path, link = tmp_path / "real.sla", tmp_path / "link.sla"
    create_file(path, sample(), local)
    link.symlink_to(path)
    open_file(link, local).save(titled(sample(), "Changed"))
    assert link.is_symlink()
    assert open_file(path, local).draft["title"] == "Changed"


def test_a_shared_file_keeps_its_mode(tmp_path: Path, local: Path) -> None:
    path = tmp_path / "shared.sla"
    create_file(path, sample(), local)
    assert path.stat().st_mode & 0o777 == 0o600
    path.chmod(0o664)
    open_file(path, local).save(titled(sample(), "Changed"))
    assert path.stat().st_mode & 0o777 == 0o664


def test_a_write_protected_file_is_not_replaced(tmp_path: Path, local: Path) -> None:
    path = tmp_path / "final.sla"
    create_file(path, sample(), local)
    path.chmod(0o444)
    with pytest.raises(SaveFailed, match="write-protected"):
        open_file(path, local).save(titled(sample(), "Changed"))
    assert open_file(path, local).draft == sample()


def test_a_missing_or_existing_file_is_named(tmp_path: Path, local: Path) -> None:
    with pytest.raises(UnknownDraft, match=r"nowhere\.sla"):
        open_file(tmp_path / "nowhere.sla", local)
    create_file(tmp_path / "here.sla", sample(), local)
    with pytest.raises(Refused, match="exists already"):
        create_file(tmp_path / "here.sla", sample(), local)
    with pytest.raises(Damaged):
        open_file(tmp_path, local)


def test_a_file_that_appears_while_one_is_made_is_not_replaced(tmp_path: Path, local: Path) -> None:
    first = create_file(tmp_path / "a.sla", sample(), local)
    (tmp_path / "a.sla").write_bytes(b"somebody else's")
    with pytest.raises(ChangedOutside):
        first.save(titled(sample(), "Changed"))
    assert (tmp_path / "a.sla").read_bytes() == b"somebody else's"


def test_who_has_it_on_another_computer_is_named() -> None:
    since = datetime(2026, 11, 24, 13, 32, tzinfo=UTC)
    sentence = Holder(4711, since, "ann", "laptop-7").sentence
    assert "in a window of" in sentence
    assert isolated("ann") in sentence and isolated("laptop-7") in sentence
    assert sentence.endswith("(process 4711).")


def test_a_second_window_is_told_who_has_the_draft(library: Library, local: Path) -> None:
    first, second = library.lock("one"), library.lock("one")
    assert first.acquire() is None
    assert first.acquire() is None
    holder = second.acquire()
    assert holder is not None
    assert holder.pid == os.getpid()
    assert holder.since is not None
    now = moment_in_sentence(holder.since)
    assert holder.sentence == (
        f"This draft is open in another window, since {now} (process {os.getpid()})."
    )
    assert first.is_held
    assert not second.is_held
    second.release()
    first.release()
    with second:
        assert second.acquire() is None
    assert first.acquire() is None
    first.release()


def test_another_process_is_told_and_a_killed_one_holds_nothing(
    library: Library, folder: Path, local: Path
) -> None:
    code = (
        "import sys, time; from pathlib import Path; from slaeditor.library.drafts import Library;"
        "lock = Library(Path(sys.argv[1]), Path(sys.argv[2])).lock('one');"
        "print(lock.acquire(), flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", code, str(folder), str(local)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "None\n"
        holder = library.lock("one").acquire()
        child.kill()
    assert holder is not None
    assert holder.pid == child.pid
    lock = library.lock("one")
    assert lock.acquire() is None
    lock.release()
    assert not (folder / "drafts").exists()


def with_status(draft: dict[str, Any]) -> dict[str, Any]:
    """A step of a migration: adds a key."""
    return {**draft, "status": "draft"}


def without_kind(draft: dict[str, Any]) -> dict[str, Any]:
    """Another: takes one away."""
    return {key: value for key, value in draft.items() if key != "kind"}


LATER = Migrations(SCHEMA + 2, {SCHEMA: with_status, SCHEMA + 1: without_kind})


def test_every_schema_up_to_todays_has_its_step() -> None:
    assert CURRENT.schema == SCHEMA
    assert set(CURRENT.steps) == set(range(1, SCHEMA))


def test_an_older_draft_is_brought_up_to_date_and_its_original_kept(
    folder: Path, local: Path
) -> None:
    old = {"id": "one", "title": "Old", "kind": "external"}
    Library(folder, local).create(old)
    Library(folder, local).history("one").add(old, "Opened", "opened")
    path = folder / "drafts" / "one.json"
    raw = path.read_bytes()
    library = Library(folder, local, migrations=LATER)
    new = {"id": "one", "title": "Old", "status": "draft"}
    stored = library.open("one")
    assert stored.draft == new
    assert library.summaries().drafts[0].status == "draft"
    assert library.history("one").at(library.history("one").points()[0].id) == new
    assert path.read_bytes() == raw
    assert not (local / "backups").exists()
    stored.save({**new, "title": "New"})
    stored.save({**new, "title": "Newer"})
    (backup,) = (local / "backups").iterdir()
    assert backup.read_bytes() == raw
    assert library.open("one").draft["title"] == "Newer"
    with pytest.raises(Exception, match="newer version"):
        Library(folder, local).open("one")


def test_without_a_copy_of_the_original_nothing_is_written(folder: Path, local: Path) -> None:
    Library(folder, local).create({"id": "one"})
    raw = (folder / "drafts" / "one.json").read_bytes()
    local.mkdir(exist_ok=True)
    (local / "backups").write_bytes(b"a file where the folder should be")
    stored = Library(folder, local, migrations=LATER).open("one")
    with pytest.raises(SaveFailed, match="copy of the original"):
        stored.save({"id": "one", "title": "New"})
    assert (folder / "drafts" / "one.json").read_bytes() == raw
