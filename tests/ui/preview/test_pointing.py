"""A click or Enter in the preview leads to the field that the text comes from."""

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow

from slaeditor.editing.open_draft import OpenDraft
from tests.ui.accessibility import problems
from tests.ui.preview.conftest import Pane


def test_a_click_on_a_value_asks_for_its_field(pane: Pane, draft: OpenDraft) -> None:
    pane.show(draft.agreement)
    pane.click("1 April 2027")
    assert pane.asked == ["duration/effective_date"]


def test_a_click_on_a_gap_asks_for_the_missing_field(pane: Pane, draft: OpenDraft) -> None:
    draft.enter("duration/notice/length", "")
    pane.show(draft.agreement)
    pane.click("[Notice period]")
    assert pane.asked == ["duration/notice/length"]


def test_a_click_on_fixed_words_asks_for_the_field_that_the_sentence_is_about(
    pane: Pane, draft: OpenDraft
) -> None:
    pane.show(draft.agreement)
    pane.click("This Agreement takes effect on")
    assert pane.asked == ["duration/effective_date"]


def test_a_click_in_a_table_asks_for_the_field_of_the_cell(pane: Pane, draft: OpenDraft) -> None:
    pane.show(draft.agreement)
    pane.click("Restoration after a stop")
    assert pane.asked == ["metrics/levels/restoration/name"]


def test_selecting_text_with_the_mouse_asks_for_nothing(pane: Pane, draft: OpenDraft) -> None:
    pane.show(draft.agreement)
    start = pane.find("takes effect")
    end = start + QPoint(60, 0)
    page = pane.paper.viewport()
    QTest.mousePress(page, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(page, end)
    QTest.mouseRelease(page, Qt.MouseButton.LeftButton, pos=end)
    assert pane.asked == []
    assert pane.paper.textCursor().selectedText()


def test_enter_asks_for_the_field_at_the_text_cursor(pane: Pane, draft: OpenDraft) -> None:
    pane.show(draft.agreement)
    pane.paper.setFocus()
    pane.place("60 days before")
    QTest.keyClick(pane.paper, Qt.Key.Key_Return)
    assert pane.asked == ["duration/notice/length"]


def test_arrow_keys_move_the_text_cursor(pane: Pane, draft: OpenDraft) -> None:
    pane.show(draft.agreement)
    pane.paper.setFocus()
    pane.place("60 days before")
    before = pane.paper.textCursor().position()
    QTest.keyClick(pane.paper, Qt.Key.Key_Right)
    assert pane.paper.textCursor().position() == before + 1


def test_typing_changes_nothing(pane: Pane, draft: OpenDraft) -> None:
    pane.show(draft.agreement)
    before = pane.text
    pane.paper.setFocus()
    QTest.keyClicks(pane.paper, "abc")
    QTest.keyClick(pane.paper, Qt.Key.Key_Delete)
    assert pane.text == before


def test_the_text_cursor_waits_at_the_beginning(pane: Pane, draft: OpenDraft) -> None:
    pane.show(draft.agreement)
    assert pane.paper.textCursor().position() == 0


def test_nothing_is_ever_fetched(pane: Pane) -> None:
    kind = QTextDocument.ResourceType.ImageResource.value
    assert pane.paper.document().resource(kind, QUrl("http://example.org/x.png")) in (
        None,
        QImage(),
    )


def test_the_pane_can_be_walked_with_the_keyboard_alone(
    window: QMainWindow, pane: Pane, draft: OpenDraft
) -> None:
    pane.show(draft.agreement)
    assert problems(window) == []
