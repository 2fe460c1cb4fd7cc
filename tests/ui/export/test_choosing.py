"""What is asked before an export: for whom, as what kind of file, with which marks."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox

from slaeditor.editing import shelf
from slaeditor.editing.templates import finished_example
from slaeditor.library.drafts import Library
from tests.ui.window.opened import CTRL, SHIFT, TODAY, AnsweringDesktop, Person, stored

Show = Callable[[], Person]

REVIEW = "For whom Review copy for our own legal department"
OTHER_SIDE = "For whom Copy for the other side"
CLEAN = "For whom Clean copy for signature"


@pytest.fixture
def person(show: Show, library: Library) -> Person:
    """A person who has opened an agreement with gaps."""
    stored(library, "Payroll")
    someone = show()
    someone.press(Qt.Key.Key_Return)
    return someone


@pytest.fixture
def signer(show: Show, library: Library) -> Person:
    """A person who has opened an agreement without gaps."""
    shelf.store(library, finished_example(), TODAY)
    someone = show()
    someone.press(Qt.Key.Key_Return)
    return someone


def asks(person: Person) -> None:
    """Ask for an export."""
    person.press(Qt.Key.Key_E, CTRL)
    person.find("Cancel")


def box_called(person: Person, name: str) -> QComboBox:
    """The box with that name, which Qt tells as a relation to its label."""
    (box,) = [b for b in person.before.findChildren(QComboBox) if b.accessibleName() == name]
    return box


def picks(person: Person, name: str, words: str) -> None:
    """Pick an entry of a box by how it begins."""
    box = box_called(person, name)
    (number,) = [at for at in range(box.count()) if box.itemText(at).startswith(words)]
    box.setCurrentIndex(number)
    box.activated.emit(number)


def exports(person: Person, desktop: AnsweringDesktop, target: Path) -> None:
    """Go on to the file, and wait until it is told."""
    desktop.answer = target
    person.click("Choose file…")
    exporter = person.window.workshop.exporter
    person.qtbot.waitUntil(lambda: not exporter.is_running, timeout=10000)
    person.waits_to_see(f"Exported to {target}")


def is_offered(person: Person, name: str) -> bool:
    """Whether something can be chosen."""
    boxes = [b for b in person.before.findChildren(QComboBox) if b.accessibleName() == name]
    return boxes[0].isEnabled() if boxes else person.find(name).isEnabled()


def parts(file: Path) -> dict[str, str]:
    """The parts of a Word file as text, by name."""
    with zipfile.ZipFile(io.BytesIO(file.read_bytes())) as package:
        return {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}


def test_it_can_be_used_without_a_mouse_or_a_screen(person: Person) -> None:
    asks(person)
    assert person.obstacles() == []
    person.click(CLEAN)
    assert person.obstacles() == []


def test_a_copy_for_the_other_side_has_no_comments(
    person: Person, desktop: AnsweringDesktop, tmp_path: Path, library: Library
) -> None:
    asks(person)
    person.click(OTHER_SIDE)
    assert not is_offered(person, "With comments and things to check")
    exports(person, desktop, tmp_path / "a.docx")
    assert "word/comments.xml" not in parts(tmp_path / "a.docx")
    (newest, *_others) = library.history(library.summaries().drafts[0].id).points()
    assert newest.label == "Sent to the other side, draft 1 (a.docx)"


def test_a_review_copy_goes_without_comments_where_they_are_not_wanted(
    person: Person, desktop: AnsweringDesktop, tmp_path: Path
) -> None:
    asks(person)
    exports(person, desktop, tmp_path / "with.docx")
    asks(person)
    box = person.find("With comments and things to check")
    assert isinstance(box, QCheckBox)
    box.setChecked(False)
    exports(person, desktop, tmp_path / "without.docx")
    assert "word/comments.xml" in parts(tmp_path / "with.docx")
    assert "word/comments.xml" not in parts(tmp_path / "without.docx")


def test_a_clean_copy_with_gaps_names_them_and_leads_to_the_first(person: Person) -> None:
    asks(person)
    person.click(CLEAN)
    assert person.sees("still open: [")
    assert not is_offered(person, "Choose file…")
    person.click("Go to the first gap")
    assert person.before is person.window
    editor = person.window.workshop.bench.editor
    assert editor is not None
    assert editor.isAncestorOf(person.window.focusWidget())


def test_a_clean_copy_is_made_where_nothing_is_open(
    signer: Person, desktop: AnsweringDesktop, tmp_path: Path
) -> None:
    asks(signer)
    signer.click(CLEAN)
    exports(signer, desktop, tmp_path / "a.docx")
    assert "trackRevisions" not in parts(tmp_path / "a.docx")["word/settings.xml"]


def test_the_contents_of_a_word_file_have_page_numbers(
    signer: Person, desktop: AnsweringDesktop, tmp_path: Path
) -> None:
    asks(signer)
    exports(signer, desktop, tmp_path / "a.docx")
    assert "PAGEREF" in parts(tmp_path / "a.docx")["word/document.xml"]


def test_profile_and_watermark_are_those_that_were_chosen(
    signer: Person, desktop: AnsweringDesktop, tmp_path: Path
) -> None:
    asks(signer)
    picks(signer, "Made for", "Word alone")
    signer.write("Watermark across every page", "SECRET")
    exports(signer, desktop, tmp_path / "a.docx")
    found = parts(tmp_path / "a.docx")
    assert "SECRET" in found["word/header1.xml"]
    assert "<w15:appearance" in found["word/document.xml"]


def test_exporting_again_takes_what_was_chosen(
    signer: Person, desktop: AnsweringDesktop, tmp_path: Path
) -> None:
    asks(signer)
    signer.click(OTHER_SIDE)
    signer.write("Watermark across every page", "SECRET")
    exports(signer, desktop, tmp_path / "a.docx")
    (tmp_path / "a.docx").unlink()
    signer.click("Close this notice")
    signer.press(Qt.Key.Key_E, CTRL | SHIFT)
    signer.waits_to_see("Exported to")
    assert "SECRET" in parts(tmp_path / "a.docx")["word/header1.xml"]
    signer.click("Close this notice")
    asks(signer)
    assert signer.find(OTHER_SIDE).isChecked()  # type: ignore[attr-defined]


def test_exporting_a_clean_copy_again_asks_once_there_is_a_gap(
    signer: Person, desktop: AnsweringDesktop, tmp_path: Path
) -> None:
    asks(signer)
    signer.click(CLEAN)
    exports(signer, desktop, tmp_path / "a.docx")
    desk = signer.window.workshop.bench.desk
    assert desk is not None
    desk.draft.set_text("duration/effective_date", "")
    signer.press(Qt.Key.Key_E, CTRL | SHIFT)
    assert signer.sees("One thing is still open")


def test_changes_since_a_point_are_tracked(
    signer: Person, desktop: AnsweringDesktop, tmp_path: Path
) -> None:
    desk = signer.window.workshop.bench.desk
    assert desk is not None
    desk.draft.set_text("title", "Another title")
    asks(signer)
    picks(signer, "Tracked changes since", "Opened")
    assert not is_offered(signer, "Made for")
    exports(signer, desktop, tmp_path / "a.docx")
    assert "<w:ins " in parts(tmp_path / "a.docx")["word/document.xml"]


@pytest.mark.parametrize(
    ("kind", "offered"),
    [
        ("PDF", ["Watermark across every page"]),
        ("Web page", []),
        ("Plain text", []),
        ("Word", ["Watermark across every page", "Made for", "Tracked changes since"]),
    ],
)
def test_only_what_makes_a_difference_can_be_chosen(
    person: Person, kind: str, offered: list[str]
) -> None:
    asks(person)
    picks(person, "File", kind)
    names = ("Watermark across every page", "Made for", "Tracked changes since")
    assert [name for name in names if is_offered(person, name)] == offered


def test_export_as_pdf_proposes_a_pdf(
    signer: Person, desktop: AnsweringDesktop, tmp_path: Path
) -> None:
    signer.window.actions_by_name["export_pdf"].trigger()
    exports(signer, desktop, tmp_path / "a.pdf")
    assert desktop.proposed is not None
    assert desktop.proposed.suffix == ".pdf"
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    signer.click("Open the exported document")
    assert desktop.opened == [tmp_path / "a.pdf"]
