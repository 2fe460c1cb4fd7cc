"""An agreement goes to the trash as a whole, and nothing of another version is lost by it."""

from pathlib import Path

from slaeditor.agreement import Agreement, encode
from slaeditor.editing import shelf
from slaeditor.library.drafts import Draft, Library


def agreement(title: str) -> Draft:
    return encode(Agreement(id="one", title=title))


def drafts_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_conflict_copy_does_not_bring_it_back_into_the_list(tmp_path: Path) -> None:
    library = Library(tmp_path / "library", tmp_path / "local")
    library.create(agreement("Payroll"))
    drafts = library.folder / "drafts"
    copy = drafts / "one.sync-conflict-20261124-101500-ABCDEFG.json"
    copy.write_bytes((drafts / "one.json").read_bytes())
    shelf.trash(library, "one")
    assert drafts_in(drafts) == []
    assert library.summaries().drafts == ()
    assert [each.id for each in library.trashed().drafts] == ["one"]


def test_an_older_file_in_the_trash_makes_way_and_is_kept(tmp_path: Path) -> None:
    library = Library(tmp_path / "library", tmp_path / "local")
    library.create(agreement("Old"))
    library.trash("one")
    trashed = library.folder / "trash" / "one.json"
    older = trashed.read_bytes()
    library.restore("one")
    library.save("one", agreement("New"))
    trashed.write_bytes(older)  # as it comes when another computer has deleted it meanwhile
    shelf.trash(library, "one")
    assert [each.title for each in library.trashed().drafts] == ["New"]
    assert (library.local / "merged" / "one.json").read_bytes() == older
    library.restore("one")
    assert library.open("one").draft["title"] == "New"


def test_a_damaged_file_goes_as_it_is(tmp_path: Path) -> None:
    library = Library(tmp_path / "library", tmp_path / "local")
    library.create(agreement("Payroll"))
    path = library.folder / "drafts" / "one.json"
    path.write_bytes(path.read_bytes()[:200])
    torn = path.read_bytes()
    shelf.trash(library, "one")
    assert (library.folder / "trash" / "one.json").read_bytes() == torn
