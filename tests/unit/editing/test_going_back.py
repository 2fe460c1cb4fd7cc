"""Going back to a point: of a draft, of one in the trash, of one whose file is gone."""

from datetime import date
from pathlib import Path

import pytest

from slaeditor.agreement import Agreement, encode
from slaeditor.editing.going_back import Was, go_back, go_back_in_file
from slaeditor.errors import Damaged, Refused
from slaeditor.library.drafts import Library, create_file, open_file

OLD, NEW = (encode(Agreement(id="one", title=title)) for title in ("Old", "New"))
TODAY = date(2026, 11, 24)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library with a draft that was another one before."""
    made = Library(tmp_path / "library", tmp_path / "local")
    made.create(NEW)
    made.history("one").add(OLD, "Draft 1", "named")
    return made


def kept(library: Library) -> list[str | None]:
    """The titles of what was kept before going back."""
    history = library.history("one")
    return [history.at(p.id)["title"] for p in history.points() if p.kind == "restored"]


def test_what_stands_now_becomes_a_point_first(library: Library) -> None:
    went = go_back(library, "one", "draft 1", TODAY)
    assert library.open("one").draft == OLD
    assert (went.was, went.point.label, went.sentence) == (Was.IN_LIBRARY, "Draft 1", "")
    assert kept(library) == ["New"]


def test_a_draft_in_the_trash_comes_back(library: Library) -> None:
    library.trash("one")
    assert go_back(library, "one", "Draft 1", TODAY).was is Was.IN_TRASH
    assert library.open("one").draft == OLD
    assert kept(library) == ["New"]
    assert library.trashed().drafts == ()


def test_a_draft_whose_file_is_gone_comes_back(library: Library) -> None:
    (library.folder / "drafts" / "one.json").unlink()
    assert go_back(library, "one", "Draft 1", TODAY).was is Was.LOST
    assert library.open("one").draft == OLD
    assert [each.title for each in library.summaries().drafts] == ["Old"]


def test_a_damaged_draft_stays_as_it_is_wherever_it_is(library: Library) -> None:
    path = library.folder / "drafts" / "one.json"
    path.write_bytes(b"damaged")
    with pytest.raises(Damaged):
        go_back(library, "one", "Draft 1", TODAY)
    library.trash("one")
    with pytest.raises(Damaged):
        go_back(library, "one", "Draft 1", TODAY)
    assert (library.folder / "trash" / "one.json").read_bytes() == b"damaged"
    assert kept(library) == []


def test_an_unknown_point_changes_nothing(library: Library) -> None:
    library.trash("one")
    with pytest.raises(Refused, match="no revision"):
        go_back(library, "one", "Draft 7", TODAY)
    assert [each.id for each in library.trashed().drafts] == ["one"]


def test_a_draft_that_is_a_file_of_its_own_goes_back_too(library: Library, tmp_path: Path) -> None:
    create_file(tmp_path / "own.sla", NEW, tmp_path / "local")
    went = go_back_in_file(library, open_file(tmp_path / "own.sla"), "Draft 1", TODAY)
    assert went.draft_id == "one"
    assert open_file(tmp_path / "own.sla").draft == OLD
