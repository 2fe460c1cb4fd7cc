"""The pane around the text: section, marks, zoom, scrolling, and what went wrong."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from slaeditor.editing.open_draft import OpenDraft
from tests.benchmarks.drafts import LONG, agreement_with
from tests.ui.preview.conftest import Pane, composed
from ui import theme
from ui.theme.tokens import look


def button(pane: Pane, name: str) -> QToolButton:
    """The button with this name."""
    buttons = pane.view.findChildren(QToolButton)
    return next(b for b in buttons if b.accessibleName() == name)


def colours(pane: Pane) -> set[str]:
    """The colours that cover much of the paper."""
    picture = pane.paper.viewport().grab().toImage()
    points = [QPoint(x, y) for x in range(2, picture.width(), 7) for y in range(2, 600, 7)]
    found = [QColor(picture.pixel(p)).name().upper() for p in points if picture.valid(p)]
    return {colour for colour in found if found.count(colour) > 40}


def turn_wheel(pane: Pane, steps: int, modifier: Qt.KeyboardModifier) -> None:
    centre = QPointF(pane.paper.viewport().rect().center())
    event = QWheelEvent(
        centre,
        pane.paper.viewport().mapToGlobal(centre),
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pane.paper.viewport(), event)


def test_a_section_out_of_view_is_scrolled_to_and_tinted(pane: Pane, draft: OpenDraft) -> None:
    pane.show(draft.agreement)
    pane.view.show_section("duration")
    assert pane.sees("This Agreement takes effect on")
    assert look().light.paper_tint in colours(pane)


def test_a_section_in_view_is_not_scrolled(pane: Pane, draft: OpenDraft) -> None:
    pane.show(draft.agreement)
    pane.view.show_section("duration")
    pane.paper.verticalScrollBar().setValue(pane.scrolled + 40)
    before = pane.scrolled
    pane.view.show_section("duration")
    assert pane.scrolled == before


def test_a_section_that_does_not_print_tints_nothing(pane: Pane, draft: OpenDraft) -> None:
    pane.show(draft.agreement)
    pane.view.show_section("schedule-credits")
    assert pane.scrolled == 0
    assert look().light.paper_tint not in colours(pane)


def test_what_the_person_reads_stays_while_text_above_it_grows(
    pane: Pane, draft: OpenDraft
) -> None:
    pane.show(draft.agreement)
    pane.view.show_section("schedule-contacts")
    before = pane.scrolled
    draft.enter("introduction/purpose", "A long sentence about the purpose. " * 40)
    pane.show(draft.agreement)
    assert pane.scrolled > before
    assert pane.sees("Ada Okafor")


def half_written(pane: Pane, draft: OpenDraft, path: str) -> None:
    """The first pieces of a long document, while the person is told to be at a field far down."""
    pane.view.show_section(path.partition("/")[0])
    pane.view.show_document(composed(draft.agreement))
    assert not pane.view.is_settled

    def lead() -> None:
        pane.view.show_section(path.partition("/")[0])
        pane.view.highlight(path)

    pane.view.settled.connect(lead)


def test_once_a_long_text_is_written_the_view_goes_to_the_field_of_the_person(pane: Pane) -> None:
    half_written(pane, OpenDraft(agreement_with(LONG), lambda: 0.0), "duration/effective_date")
    pane.view.settle()
    assert pane.sees("1 April 2027")


def test_who_scrolls_while_a_long_text_is_being_written_stays_there(pane: Pane) -> None:
    half_written(pane, OpenDraft(agreement_with(LONG), lambda: 0.0), "duration/effective_date")
    turn_wheel(pane, -1, Qt.KeyboardModifier.NoModifier)
    there = pane.scrolled
    assert there > 0
    pane.view.settle()
    assert pane.scrolled == there
    pane.view.highlight("duration/effective_date")
    assert pane.sees("1 April 2027")


def test_who_scrolls_with_the_keys_stays_there_too(pane: Pane) -> None:
    half_written(pane, OpenDraft(agreement_with(LONG), lambda: 0.0), "duration/effective_date")
    pane.paper.setFocus()
    QTest.keyClick(pane.paper, Qt.Key.Key_PageDown)
    there = pane.scrolled
    assert there > 0
    pane.view.settle()
    assert pane.scrolled == there


def test_at_the_top_the_view_stays_at_the_top(pane: Pane, draft: OpenDraft) -> None:
    pane.show(draft.agreement)
    draft.enter("title", "A title that needs several lines of the paper. " * 4)
    pane.show(draft.agreement)
    assert pane.scrolled == 0


def test_a_field_is_marked_where_it_is_printed_and_brought_into_view(
    pane: Pane, draft: OpenDraft
) -> None:
    pane.show(draft.agreement)
    pane.view.highlight("duration/notice/length")
    marked = [selection.cursor.selectedText() for selection in pane.paper.extraSelections()]
    assert "60" in marked
    assert pane.sees("at least 60")
    draft.enter("duration/notice/length", "75")
    pane.show(draft.agreement)
    marked = [selection.cursor.selectedText() for selection in pane.paper.extraSelections()]
    assert "75" in marked


def test_a_field_without_text_in_the_document_marks_nothing(pane: Pane, draft: OpenDraft) -> None:
    pane.show(draft.agreement)
    pane.view.highlight("metrics/levels/availability/rationale")
    assert pane.paper.extraSelections() == []


def test_the_zoom_buttons_change_the_size_of_the_text(pane: Pane, draft: OpenDraft) -> None:
    pane.show(draft.agreement)
    before = pane.paper.cursorRect().height()
    QTest.mouseClick(button(pane, "Larger preview"), Qt.MouseButton.LeftButton)
    pane.view.settle()
    assert pane.view.zoom == 110
    assert pane.paper.cursorRect().height() > before
    QTest.mouseClick(button(pane, "Smaller preview"), Qt.MouseButton.LeftButton)
    pane.view.settle()
    assert pane.view.zoom == 100
    assert pane.paper.cursorRect().height() == before


def test_the_zoom_keeps_the_place(pane: Pane, draft: OpenDraft) -> None:
    pane.show(draft.agreement)
    pane.view.show_section("schedule-contacts")
    pane.view.set_zoom(150)
    pane.view.settle()
    assert pane.sees("Ada Okafor")


def test_the_zoom_ends_at_its_limits(pane: Pane, draft: OpenDraft) -> None:
    pane.show(draft.agreement)
    pane.view.set_zoom(1000)
    assert pane.view.zoom == 200
    assert not button(pane, "Larger preview").isEnabled()
    pane.view.set_zoom(1)
    assert pane.view.zoom == 50
    assert not button(pane, "Smaller preview").isEnabled()


def test_the_wheel_zooms_with_ctrl_and_scrolls_without(pane: Pane, draft: OpenDraft) -> None:
    pane.show(draft.agreement)
    turn_wheel(pane, 2, Qt.KeyboardModifier.ControlModifier)
    assert pane.view.zoom == 120
    turn_wheel(pane, -3, Qt.KeyboardModifier.NoModifier)
    assert pane.view.zoom == 120
    assert pane.scrolled > 0


def test_the_paper_stays_light_in_a_dark_window(
    qapp: QApplication, pane: Pane, draft: OpenDraft
) -> None:
    pane.show(draft.agreement)
    theme.apply(qapp, "dark", 100)
    assert look().dark.paper in colours(pane)
    theme.apply(qapp, "light", 100)
    assert look().light.paper in colours(pane)


def test_what_went_wrong_stands_above_the_last_good_text(pane: Pane, draft: OpenDraft) -> None:
    pane.show(draft.agreement)
    before = pane.text
    pane.view.show_problem("The wording is missing.")
    shown = [label.text() for label in pane.view.findChildren(QLabel) if label.isVisible()]
    assert "The wording is missing." in shown
    assert pane.text == before
    pane.show(draft.agreement)
    shown = [label.text() for label in pane.view.findChildren(QLabel) if label.isVisible()]
    assert "The wording is missing." not in shown
