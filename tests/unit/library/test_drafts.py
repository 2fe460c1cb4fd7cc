"""Creating, opening, saving, moving and deleting drafts of a library."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from slaeditor.errors import ChangedOutside, Refused, SaveFailed, UnknownDraft
from slaeditor.library.device import this_device
from slaeditor.library.draftfile import digest, unpacked
from slaeditor.library.drafts import Library, new_id
from slaeditor.library.migrations import SCHEMA
from slaeditor.library.stored import checked_id
from tests.unit.library.samples import sample, titled


def names_in(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_a_library_whose_folder_is_missing_is_empty(library: Library, folder: Path) -> None:
    listing = library.summaries()
    assert (listing.drafts, listing.damaged) == ((), ())
    assert library.trashed().drafts == ()
    assert library.find("anything") == []
    assert library.recoveries() == []
    assert not folder.exists()


def test_a_new_draft_is_found_by_another_library_object(
    library: Library, folder: Path, local: Path
) -> None:
    draft = sample()
    assert library.create(draft) == "one"
    assert Library(folder, local).open("one").draft == draft


def test_only_the_three_named_files_bear_an_id(library: Library, folder: Path) -> None:
    for name in ("one", "two"):
        library.create(sample(name))
        library.history(name).add(sample(name), "Opened", "opened")
    library.trash("two")
    computer = this_device(library.local).id
    assert names_in(folder) == {
        "drafts/one.json", f"history/one.{computer}.jsonl",
        "trash/two.json", f"history/two.{computer}.jsonl",
    }  # fmt: skip


def test_a_summary_shows_what_the_list_needs(library: Library) -> None:
    library.create(sample())
    (summary,) = library.summaries().drafts
    assert (summary.id, summary.title, summary.kind, summary.status) == (
        "one", "Hosting", "external", "draft",
    )  # fmt: skip
    assert (summary.provider, summary.customer) == ("Nordlicht GmbH", "Café Zürich AG")
    assert timedelta() <= datetime.now(UTC) - summary.changed < timedelta(minutes=1)
    assert summary.complete == ""
    assert library.open("one").summary == summary


def test_a_summary_tells_the_other_party_from_ours(library: Library) -> None:
    draft = sample()
    draft["introduction"]["ours"] = "customer"
    library.create(draft)
    (summary,) = library.summaries().drafts
    assert (summary.ours, summary.other) == ("customer", "Nordlicht GmbH")
    assert library.open("one").summary == summary
    for words in ("nordlicht", "zurich"):
        assert [each.id for each in library.find(words)] == ["one"]


def test_a_summary_of_a_draft_that_says_nothing_is_empty(library: Library) -> None:
    library.create({"id": "bare"})
    (summary,) = library.summaries().drafts
    assert (summary.title, summary.provider, summary.customer) == ("", "", "")


def test_the_list_shows_the_completeness_that_was_saved_last(library: Library) -> None:
    library.create(sample())
    stored = library.open("one")
    stored.save(sample(), complete="3/5")
    stored.save(titled(sample(), "Later"))
    assert library.summaries().drafts[0].complete == "3/5"


def test_the_draft_saved_last_comes_first(library: Library) -> None:
    for name in ("one", "two", "three"):
        library.create(sample(name))
    library.save("one", titled(sample("one"), "Changed"))
    assert [each.id for each in library.summaries().drafts] == ["one", "three", "two"]


def test_an_id_in_use_is_refused(library: Library) -> None:
    library.create(sample())
    with pytest.raises(Refused, match="exists already"):
        library.create(titled(sample(), "Another"))
    library.trash("one")
    with pytest.raises(Refused, match="in the trash"):
        library.create(sample())
    library.restore("one")
    assert library.open("one").draft["title"] == "Hosting"


def test_a_place_that_can_not_be_used_is_what_a_new_draft_is_refused_for(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    library = Library(tmp_path / "file" / "library", tmp_path / "local")
    with pytest.raises(SaveFailed, match="its folder is a file"):
        library.create(sample())


@pytest.mark.parametrize("bad", ["", "A", "../x", "a" * 41, "ä", "a.b", "con", "com1", None, 7])
def test_an_id_that_can_not_name_a_file_is_refused(library: Library, bad: object) -> None:
    with pytest.raises(Refused, match="can't be the id"):
        library.create({"id": bad})
    if isinstance(bad, str):
        with pytest.raises(UnknownDraft):
            library.open(bad)


def test_made_ids_are_usable_and_differ() -> None:
    made = {new_id() for _ in range(200)}
    assert len(made) == 200
    assert {checked_id(each) for each in made} == made


def test_an_unknown_draft_is_named(library: Library) -> None:
    for call in (library.open, library.trash, lambda name: library.save(name, sample(name))):
        with pytest.raises(UnknownDraft, match='no draft "nobody"'):
            call("nobody")
    for call in (library.restore, library.delete_for_good):
        with pytest.raises(UnknownDraft, match='trash holds no draft "nobody"'):
            call("nobody")


def test_trash_and_restore_keep_the_draft_and_its_history(library: Library) -> None:
    library.create(sample())
    library.history("one").add(sample(), "Opened", "opened")
    library.trash("one")
    assert library.summaries().drafts == ()
    assert [each.id for each in library.trashed().drafts] == ["one"]
    with pytest.raises(UnknownDraft):
        library.open("one")
    library.restore("one")
    assert library.trashed().drafts == ()
    assert library.open("one").draft == sample()
    assert len(library.history("one").points()) == 1


def test_restoring_never_replaces_a_draft(library: Library, folder: Path) -> None:
    library.create(sample())
    library.trash("one")
    (folder / "drafts" / "one.json").write_bytes(b"something")
    with pytest.raises(Refused, match="exists already"):
        library.restore("one")
    assert (folder / "drafts" / "one.json").read_bytes() == b"something"


def test_deleting_for_good_takes_the_history_along(library: Library, folder: Path) -> None:
    library.create(sample())
    library.history("one").add(sample(), "Opened", "opened")
    with pytest.raises(UnknownDraft):
        library.delete_for_good("one")
    library.trash("one")
    library.delete_for_good("one")
    assert names_in(folder) == set()


def test_saving_another_draft_under_an_id_is_refused(library: Library) -> None:
    library.create(sample())
    with pytest.raises(Refused, match="can't be saved as"):
        library.save("one", sample("two"))


def test_saving_what_is_stored_already_writes_nothing(library: Library, folder: Path) -> None:
    library.create(sample())
    before = (folder / "drafts" / "one.json").stat()
    library.open("one").save(sample())
    after = (folder / "drafts" / "one.json").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_a_change_by_another_window_is_never_overwritten(
    library: Library, folder: Path, local: Path
) -> None:
    library.create(sample())
    mine = library.open("one")
    Library(folder, local).open("one").save(titled(sample(), "Theirs"))
    with pytest.raises(ChangedOutside, match="Nothing was overwritten"):
        mine.save(titled(sample(), "Mine"))
    with pytest.raises(ChangedOutside):
        library.save("one", titled(sample(), "Mine"))
    assert mine.load()["title"] == "Theirs"
    mine.save(titled(sample(), "Mine"))
    assert Library(folder, local).open("one").draft["title"] == "Mine"


def test_a_new_time_stamp_alone_is_no_change(library: Library, folder: Path) -> None:
    library.create(sample())
    stored = library.open("one")
    os.utime(folder / "drafts" / "one.json")
    stored.save(titled(sample(), "Mine"))
    assert library.open("one").draft["title"] == "Mine"


def test_a_draft_deleted_outside_is_written_again(library: Library, folder: Path) -> None:
    library.create(sample())
    stored = library.open("one")
    (folder / "drafts" / "one.json").unlink()
    stored.save(sample())
    assert stored.was_recreated
    assert library.open("one").draft == sample()


def test_files_and_folders_are_their_owners_alone(library: Library, folder: Path) -> None:
    library.create(sample())
    library.history("one").add(sample(), "Opened", "opened")
    for path in (folder, *folder.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0


def test_text_that_utf_8_can_not_hold_stays_in_the_draft(library: Library) -> None:
    draft = titled(sample(), "lone \ud800 surrogate, \0 zero, \x1b escape, 🙂, שלום, \u2028")
    library.create(draft)
    assert library.open("one").draft == draft
    library.history("one").add(draft, "Named", "named")
    assert library.history("one").at(library.history("one").points()[0].id) == draft
    assert library.summaries().drafts[0].title == draft["title"]
    assert [each.id for each in library.find("surrogate")] == ["one"]


def test_the_lineage_names_what_each_opening_found(library: Library, folder: Path) -> None:
    library.create(sample())
    for title in ("A", "B"):
        stored = library.open("one")
        for change in range(3):
            stored.save(titled(sample(), f"{title}{change}"))
    header, _ = unpacked((folder / "drafts" / "one.json").read_bytes(), "x", SCHEMA)
    assert header.lineage == (digest(sample()), digest(titled(sample(), "A2")))
