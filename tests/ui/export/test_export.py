"""Exporting: a file that legal can open, the way back to it, and sentences where it fails."""

import stat
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from slaeditor.agreement import Agreement
from slaeditor.editing import shelf
from slaeditor.editing.export_choices import Choices
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.templates import finished_example
from slaeditor.library.drafts import Library
from tests.ui.window.opened import CTRL, SHIFT, TODAY, AnsweringDesktop, Person, internal, stored
from ui.export.bar import ExportBar
from ui.export.job import ExportJob, Order

Show = Callable[[], Person]


@pytest.fixture
def payroll(library: Library) -> str:
    """One agreement."""
    return stored(library, "Pay/roll: 2027")


@pytest.fixture
def person(show: Show, payroll: str) -> Person:
    """A person who has opened it."""
    someone = show()
    someone.press(Qt.Key.Key_Return)
    return someone


def asks_to_export(person: Person) -> None:
    """Ask for an export with Ctrl+E, and take what the dialog proposes."""
    person.press(Qt.Key.Key_E, CTRL)
    person.press(Qt.Key.Key_Return)


def export_to(person: Person, desktop: AnsweringDesktop, target: Path) -> None:
    """Export with Ctrl+E and wait until it is told."""
    desktop.answer = target
    asks_to_export(person)
    person.waits_to_see("Exported to")
    person.qtbot.waitUntil(lambda: not person.window.workshop.exporter.is_running, timeout=10000)


def with_many_levels() -> Agreement:
    """An agreement whose export takes a while."""
    draft = OpenDraft(internal("Many levels"), float)
    for number in range(150):
        draft.add("metrics/levels", texts={"name": f"Level {number}"})
    return draft.agreement


def test_ctrl_e_writes_a_word_document(
    person: Person, desktop: AnsweringDesktop, tmp_path: Path
) -> None:
    target = tmp_path / "payroll.docx"
    export_to(person, desktop, target)
    assert "Pay/roll: 2027" in "".join(docx.Document(str(target)).element.itertext())
    assert person.obstacles() == []


def test_the_name_proposed_is_the_title_without_what_no_file_name_holds(
    person: Person, desktop: AnsweringDesktop, tmp_path: Path
) -> None:
    asks_to_export(person)
    assert desktop.proposed == tmp_path / "Pay roll 2027.docx"


def test_no_answer_writes_nothing(
    person: Person, desktop: AnsweringDesktop, tmp_path: Path
) -> None:
    asks_to_export(person)
    assert not person.window.workshop.exporter.is_running
    assert list(tmp_path.glob("*.docx")) == []


def test_the_document_and_its_folder_can_be_opened(
    person: Person, desktop: AnsweringDesktop, tmp_path: Path
) -> None:
    target = tmp_path / "payroll.docx"
    export_to(person, desktop, target)
    person.click("Open the exported document")
    person.click("Show in folder")
    assert desktop.opened == [target, tmp_path]


def test_a_document_that_cannot_be_opened_is_told(
    person: Person, desktop: AnsweringDesktop, tmp_path: Path
) -> None:
    target = tmp_path / "payroll.docx"
    export_to(person, desktop, target)
    desktop.has_programs = False
    person.click("Open the exported document")
    assert person.sees("No program on this computer opens")
    target.unlink()
    person.click("Open the exported document")
    assert person.sees("isn’t there any more")


def test_each_export_makes_a_point_of_the_history(
    person: Person, desktop: AnsweringDesktop, tmp_path: Path, library: Library, payroll: str
) -> None:
    export_to(person, desktop, tmp_path / "payroll.docx")
    newest = library.history(payroll).points()[0]
    assert (newest.label, newest.kind) == ("Sent to legal, draft 1 (payroll.docx)", "export")


@pytest.mark.parametrize("name", ["payroll.html", "payroll.txt"])
def test_web_page_and_text_are_written_too(
    person: Person, desktop: AnsweringDesktop, tmp_path: Path, name: str
) -> None:
    export_to(person, desktop, tmp_path / name)
    assert "Pay/roll: 2027" in (tmp_path / name).read_text(encoding="utf-8")


def test_exporting_again_asks_nothing(
    person: Person, desktop: AnsweringDesktop, tmp_path: Path
) -> None:
    target = tmp_path / "payroll.docx"
    export_to(person, desktop, target)
    target.unlink()
    person.click("Close this notice")
    desktop.answer, desktop.proposed = None, None
    person.press(Qt.Key.Key_E, CTRL | SHIFT)
    person.waits_to_see("Exported to")
    assert target.exists()
    assert desktop.proposed is None


def test_exporting_again_without_an_export_before_asks(
    person: Person, desktop: AnsweringDesktop
) -> None:
    person.press(Qt.Key.Key_E, CTRL | SHIFT)
    person.press(Qt.Key.Key_Return)
    assert desktop.proposed is not None


def test_a_read_only_target_is_told_and_stays_as_it_was(
    person: Person, desktop: AnsweringDesktop, tmp_path: Path
) -> None:
    target = tmp_path / "payroll.docx"
    target.write_bytes(b"mine")
    target.chmod(stat.S_IRUSR)
    desktop.answer = target
    asks_to_export(person)
    person.waits_to_see("is read-only")
    assert target.read_bytes() == b"mine"
    desktop.answer = tmp_path / "other.docx"
    person.click("Export to another file…")
    person.waits_to_see("Exported to")


def test_a_document_that_is_open_elsewhere_is_told(
    person: Person, desktop: AnsweringDesktop, tmp_path: Path
) -> None:
    (tmp_path / ".~lock.payroll.docx#").write_text("somebody")
    desktop.answer = tmp_path / "payroll.docx"
    asks_to_export(person)
    person.waits_to_see("is open in LibreOffice")


def test_cancel_leaves_the_old_file(
    show: Show, library: Library, desktop: AnsweringDesktop, tmp_path: Path
) -> None:
    shelf.store(library, with_many_levels(), TODAY)
    person = show()
    person.press(Qt.Key.Key_Return)
    target = tmp_path / "payroll.docx"
    target.write_bytes(b"mine")
    desktop.answer = target
    where = QApplication.focusWidget()
    asks_to_export(person)
    cancel = person.find("Cancel the export")
    cancel.setFocus(Qt.FocusReason.TabFocusReason)
    person.press(Qt.Key.Key_Return)
    person.waits_to_see("The export was stopped; nothing was written.")
    assert target.read_bytes() == b"mine"
    assert QApplication.focusWidget() is where


def test_closing_the_window_stops_an_export(
    person: Person, desktop: AnsweringDesktop, tmp_path: Path
) -> None:
    desktop.answer = tmp_path / "payroll.docx"
    asks_to_export(person)
    person.window.close()
    assert not person.window.isVisible()


def test_an_export_tells_how_far_it_is(tmp_path: Path, person: Person) -> None:
    desk = person.window.workshop.bench.desk
    assert desk is not None
    order = Order(finished_example(), tmp_path / "example.docx", desk.today, Choices())
    job = ExportJob(order)
    seen: list[int] = []
    job.progressed.connect(seen.append)
    with person.qtbot.waitSignal(job.ended, timeout=20000):
        job.start()
    assert seen == sorted(seen)
    assert seen[-1] == 100
    assert job.wait(5)


def test_the_bar_of_a_running_export_can_be_used_without_a_mouse(person: Person) -> None:
    person.window.notices.put("export", ExportBar("payroll.docx"))
    person.find("Cancel the export")
    assert person.obstacles() == []
