"""What changed between two versions: seen, gone through, taken back and exported."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit

from slaeditor.agreement import Agreement, decode, encode
from slaeditor.editing import shelf
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.templates import finished_example
from slaeditor.library.drafts import Library
from tests.ui.history.looking import (
    at_history,
    choose,
    page,
    paper,
    points,
    settle,
    text,
    to_history,
)
from tests.ui.window.opened import NO_KEYS, SHIFT, TODAY, AnsweringDesktop, Person

Show = Callable[[], Person]

EDITS = {
    "duration/notice/length": "75",
    "duration/review/every": "3",
    "metrics/levels/response/name": "First answer",
    "owner": "Head of IT",
}


@pytest.fixture
def portal(library: Library) -> str:
    """An agreement that changed in two sections, and in a field that isn't printed."""
    agreement = finished_example()
    draft_id = shelf.store(library, agreement, TODAY)
    library.history(draft_id).add(encode(agreement), "Sent to legal", "export")
    draft = OpenDraft(agreement, lambda: 0.0)
    for path, words in EDITS.items():
        draft.set_text(path, words)
    draft.remove("metrics/levels/restoration")
    library.save(draft_id, encode(draft.agreement))
    return draft_id


@pytest.fixture
def person(show: Show, portal: str) -> Person:
    """A person who compares what was sent with now."""
    return at_history(show())


def now(person: Person) -> Agreement:
    """The open agreement."""
    desk = person.window.workshop.bench.desk
    assert desk is not None
    return desk.draft.agreement


def look_at(shown: QTextEdit, words: str) -> QTextCharFormat:
    """How the first letter of some words looks."""
    cursor = QTextCursor(shown.document())
    cursor.setPosition(shown.toPlainText().index(words) + 1)
    return cursor.charFormat()


def where(person: Person) -> str:
    """What the foot says about the change that the person is at."""
    return page(person).foot.position.text()


def offered(person: Person) -> list[str]:
    """What can be copied back."""
    menu = page(person).foot.copy.menu()
    return [action.text() for action in menu.actions()]


def copy_back(person: Person, words: str) -> None:
    """Open the menu with the keyboard and choose what begins with these words."""
    row = next(n for n, each in enumerate(offered(person)) if each.startswith(words))
    menu = page(person).foot.copy.menu()
    menu.popup(page(person).mapToGlobal(page(person).rect().center()))
    for _step in range(row + 1):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    settle(person)


# Seeing.


def test_removed_words_are_struck_through_and_added_ones_underlined(person: Person) -> None:
    shown = paper(person)
    removed, added = look_at(shown, "60\N{SIX-PER-EM SPACE}75"), look_at(shown, "75")
    assert removed.fontStrikeOut()
    assert not removed.fontUnderline()
    assert added.fontUnderline()
    assert not added.fontStrikeOut()
    assert removed.foreground().color() != added.foreground().color()
    kept = look_at(shown, "written notice")
    assert not kept.fontUnderline()
    assert not kept.fontStrikeOut()


def test_only_changes_leaves_out_what_is_the_same(person: Person) -> None:
    assert "Term and termination" in text(person)
    assert "shall answer the Customer" not in text(person)
    assert "registered address" not in text(person)
    person.click("Whole document")
    settle(person)
    assert "registered address" in text(person)


def test_a_field_that_is_not_printed_is_told_as_well(person: Person) -> None:
    assert person.sees("1 other field")
    assert "Other fields that changed" in text(person)
    assert "Who keeps this agreement up to date: Head of IT" in text(person)
    assert look_at(paper(person), "Head of IT").fontUnderline()


def test_the_paper_stays_where_it_is_when_more_is_shown(person: Person) -> None:
    person.press(Qt.Key.Key_F3)
    before = where(person)
    person.click("Whole document")
    settle(person)
    assert where(person) == before


# Going through.


def test_the_keys_go_from_change_to_change_and_round(person: Person) -> None:
    found = page(person).found
    assert found is not None
    count = len(found.laid.places)
    person.press(Qt.Key.Key_F3)
    assert where(person).startswith(f"Change 1 of {count} · 3 Term and termination, 3.3: “60” ")
    person.press(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert where(person).startswith(f"Change 2 of {count}")
    person.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    person.press(Qt.Key.Key_F3, SHIFT)
    assert where(person).startswith(f"Change {count} of {count}")
    person.press(Qt.Key.Key_F3)
    assert where(person).startswith("Change 1 of")


def test_a_change_is_said_to_somebody_who_cannot_see_it(
    person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr("ui.history.page.announce", lambda _widget, words: heard.append(words))
    person.click("Next change")
    assert "3 Term and termination, 3.3: “60” became “75”" in heard[0]
    description = paper(person).accessibleDescription()
    assert description.startswith("“Sent to legal” compared with “Now”")


def test_the_arrow_keys_on_the_paper_reach_changes_too(person: Person) -> None:
    shown = paper(person)
    cursor = QTextCursor(shown.document())
    cursor.setPosition(text(person).index("75") - 5)
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    shown.setTextCursor(cursor)
    for _letter in range(5):
        person.press(Qt.Key.Key_Right)
    assert "“60” became “75”" in where(person)


def test_enter_on_a_change_goes_to_its_field(person: Person) -> None:
    person.press(Qt.Key.Key_F3)
    paper(person).setFocus(Qt.FocusReason.TabFocusReason)
    person.press(Qt.Key.Key_Return)
    editor = person.window.workshop.bench.editor
    assert editor is not None
    assert editor.isVisible()
    assert editor.location() == "duration/notice/length"
    to_history(person)
    assert "“60” became “75”" in where(person)


def test_a_click_on_a_passage_goes_to_its_field(person: Person) -> None:
    page(person).view.go_to(1)
    shown = paper(person)
    place = shown.cursorRect(shown.textCursor()).center()
    place.setX(place.x() + 4)
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, NO_KEYS, place)
    editor = person.window.workshop.bench.editor
    assert editor is not None
    assert editor.location() == "duration/notice/length"


# Copying back.


def test_the_change_at_hand_and_each_section_that_differs_are_offered(person: Person) -> None:
    assert [each.partition("”")[0] for each in offered(person)] == [
        "The section “Introduction",
        "The section “Duration",
        "The section “Service levels",
    ]
    person.press(Qt.Key.Key_F3)
    assert offered(person)[0].startswith("Only this change: ")


def test_one_value_comes_back_as_one_step(person: Person) -> None:
    person.press(Qt.Key.Key_F3)
    copy_back(person, "Only this change")
    assert now(person).duration.notice == finished_example().duration.notice
    assert now(person).duration.review.every == 3
    assert person.sees("Copied back from “Sent to legal”")
    assert "75" not in text(person)
    person.click("Undo")
    settle(person)
    assert now(person).duration.notice.length == 75
    assert "75" in text(person)


def test_one_section_comes_back_and_the_others_stay(
    person: Person, library: Library, portal: str
) -> None:
    copy_back(person, "The section “Service levels”")
    example = finished_example()
    assert now(person).metrics == example.metrics
    assert now(person).duration.notice.length == 75
    assert not any("Service levels" in each for each in offered(person))
    desk = person.window.workshop.bench.desk
    assert desk is not None
    assert desk.wait_until_saved()
    assert decode(library.open(portal).draft).metrics == example.metrics


def test_a_row_that_was_removed_comes_back(person: Person) -> None:
    found = page(person).found
    assert found is not None
    removed = next(
        n for n, place in enumerate(found.laid.places, 1) if place.old.startswith("SL3 | ")
    )
    page(person).view.go_to(removed)
    copy_back(person, "Only this change")
    assert [each.id for each in now(person).metrics.levels] == [
        each.id for each in finished_example().metrics.levels
    ]


# Exporting.


def test_the_changes_are_exported_as_a_redline(
    person: Person, desktop: AnsweringDesktop, library: Library, portal: str, tmp_path: Path
) -> None:
    desktop.answer = tmp_path / "portal.docx"
    person.click("Export as redline…")
    person.waits_to_see("Exported as redline to")
    assert desktop.proposed is not None
    assert desktop.proposed.name.endswith(" redline.docx")
    assert desktop.answer.stat().st_size > 10_000
    assert library.history(portal).points()[0].kind == "export"
    assert points(person)[1].startswith("Sent to legal, draft 2")
    person.click("Open the redline")
    assert desktop.opened == [desktop.answer]


def test_a_redline_that_cannot_be_written_is_told(
    person: Person, desktop: AnsweringDesktop, tmp_path: Path
) -> None:
    desktop.answer = tmp_path / "nowhere" / "portal.docx"
    person.click("Export as redline…")
    person.waits_to_see("doesn't exist")
    assert person.obstacles() == []


def test_a_version_shown_alone_has_no_redline(person: Person) -> None:
    choose(person, 0)
    assert not person.find("Export as redline…").isEnabled()
    assert not page(person).foot.copy.isEnabled()


# What goes wrong.


def test_a_version_that_cannot_be_read_back_is_told(
    show: Show, library: Library, portal: str
) -> None:
    someone = at_history(show())
    path = library.history(portal).path
    path.write_bytes(path.read_bytes().replace(b'"packed":"', b'"packed":"x'))
    choose(someone, 1)
    assert someone.sees("can be read back")
    assert someone.obstacles() == []
    assert now(someone).duration.notice.length == 75
