"""The record of the negotiation: what was decided, listed and exported."""

from pathlib import Path

import docx
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableWidget

from tests.ui.review.conftest import Import, ReturningDesktop
from tests.ui.review.legal import ANNA, BEN, Legal
from tests.ui.window.opened import CTRL, Person


def decided(person: Person, legal: Legal, send_back: Import) -> None:
    """One change taken, one kept."""
    legal.replace("60", "90", ANNA, within="written notice against the renewal")
    legal.replace("Its last day", "Its final day", BEN)
    send_back(legal)
    person.press(Qt.Key.Key_K)
    person.press(Qt.Key.Key_A)
    person.press(Qt.Key.Key_Return, CTRL)
    person.waits_to_see("1 taken, 1 kept; recorded.")


def rows(person: Person) -> list[list[str]]:
    """The texts of the table."""
    table = person.find("Decisions, newest first")
    assert isinstance(table, QTableWidget)
    found = []
    for row in range(table.rowCount()):
        items = [table.item(row, column) for column in range(table.columnCount())]
        found.append([item.text() if item is not None else "" for item in items])
    return found


def test_the_record_lists_who_proposed_what_and_what_was_decided(
    person: Person, legal: Legal, send_back: Import
) -> None:
    decided(person, legal, send_back)
    person.click("Show the record")
    newest, oldest = rows(person)
    assert newest[1:6] == ["Clause 3.3\nNotice period", "60", "90", newest[4], "Taken"]
    assert newest[4] == "Anna Legal\n20 Nov 2026"
    assert (oldest[1], oldest[5]) == ("Clause 3.2\nWording", "Kept")
    assert person.sees("1 taken, 1 kept.")
    assert person.obstacles() == []


def test_the_record_can_be_exported_as_a_word_table(
    person: Person, legal: Legal, send_back: Import, desktop: ReturningDesktop, tmp_path: Path
) -> None:
    decided(person, legal, send_back)
    person.click("Show the record")
    desktop.answer = tmp_path / "record.docx"
    person.click("Export as Word table…")
    person.waits_to_see("Exported to")
    (table,) = docx.Document(str(desktop.answer)).tables
    assert [cell.text for cell in table.rows[2].cells][2:4] == ["60", "90"]
    assert desktop.proposed is not None
    assert desktop.proposed.suffix == ".docx"
    person.click("Open the exported record")
    assert desktop.opened == [desktop.answer]


def test_a_target_that_cannot_be_written_is_told(
    person: Person, legal: Legal, send_back: Import, desktop: ReturningDesktop, tmp_path: Path
) -> None:
    decided(person, legal, send_back)
    person.click("Show the record")
    desktop.answer = tmp_path / "nowhere" / "record.docx"
    person.click("Export as Word table…")
    assert person.sees("doesn't exist")


def test_an_empty_record_says_what_will_stand_there(person: Person) -> None:
    person.window.actions_by_name["record"].trigger()
    assert person.sees("Nothing is recorded yet.")
    assert not person.find("Export as Word table…").isEnabled()
    assert person.obstacles() == []
