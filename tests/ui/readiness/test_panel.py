"""The list of things to check."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QProgressBar
from pytestqt.qtbot import QtBot

from slaeditor.finding import Finding, Severity
from slaeditor.readiness.questions import Progress
from tests.ui.accessibility import problems
from ui import theme
from ui.readiness.counts import check_words
from ui.readiness.panel import ReadinessPanel
from ui.readiness.rows import MOST, FindingRow

TITLE = Finding("title", Severity.BLOCKER, "Introduction › Title: there is no answer yet.", "R01")
TERM = Finding("duration/term/length", Severity.BLOCKER, "“soon” can’t be read.", "R01")
HIGH = Finding("metrics/levels/a/target", Severity.WARNING, "The past never met it.", "R05")
NOTE = Finding("scope/users", Severity.NOTE, "A suggestion nobody has confirmed.", "default")
PROGRESS = (Progress("introduction", 3, 3, 0), Progress("scope", 1, 3, 0))


@pytest.fixture
def panel(qapp: QApplication, qtbot: QtBot) -> ReadinessPanel:
    """The list with two blockers, a warning and a note, in view."""
    theme.apply(qapp, "light", 100)
    shown = ReadinessPanel()
    qtbot.addWidget(shown)
    shown.resize(420, 640)
    shown.show_findings((TITLE, TERM, HIGH, NOTE), PROGRESS)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    return shown


def texts(panel: ReadinessPanel) -> list[str]:
    """All words in view."""
    return [each.text() for each in panel.findChildren(QLabel) if each.isVisible()]


def button(panel: ReadinessPanel, name: str) -> QAbstractButton:
    """The button of that name, as a screen reader finds it."""
    found = [each for each in panel.findChildren(QAbstractButton) if each.isVisible()]
    return next(each for each in found if name in (each.accessibleName(), each.text()))


def press(key: Qt.Key) -> None:
    """Press a key where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_findings_stand_in_three_groups_with_their_numbers(panel: ReadinessPanel) -> None:
    shown = texts(panel)
    assert [each for each in shown if each.endswith(")")] == [
        "Must be fixed (2)",
        "Worth a look (1)",
        "Notes (1)",
    ]
    assert all(each.sentence in shown for each in (TITLE, TERM, HIGH, NOTE))


def test_the_head_says_how_far_the_agreement_is(panel: ReadinessPanel) -> None:
    assert "Ready for legal?" in texts(panel)
    assert "1 of 2 sections complete" in texts(panel)
    bar = panel.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    assert (bar.value(), bar.maximum(), bar.accessibleName()) == (1, 2, "1 of 2 sections complete")


def test_fix_asks_for_the_place(panel: ReadinessPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.fix_requested) as asked:
        QTest.mouseClick(button(panel, f"Fix: {TERM.sentence}"), Qt.MouseButton.LeftButton)
    assert asked.args == [TERM.path]


def test_the_keys_go_through_the_list(panel: ReadinessPanel, qtbot: QtBot) -> None:
    panel.focus_first()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab)
    with qtbot.waitSignal(panel.fix_requested) as asked:
        press(Qt.Key.Key_Space)
    assert asked.args == [HIGH.path]


def test_a_row_that_is_settled_hands_the_focus_to_its_neighbour(panel: ReadinessPanel) -> None:
    button(panel, f"Fix: {TITLE.sentence}").setFocus()
    panel.show_findings((TERM, HIGH), PROGRESS)
    assert button(panel, f"Fix: {TERM.sentence}").hasFocus()


def test_a_row_that_stays_keeps_the_focus(panel: ReadinessPanel) -> None:
    button(panel, f"Fix: {HIGH.sentence}").setFocus()
    panel.show_findings((TITLE, HIGH), PROGRESS)
    assert button(panel, f"Fix: {HIGH.sentence}").hasFocus()


def test_with_nothing_to_check_it_says_so(panel: ReadinessPanel) -> None:
    panel.show_findings((), PROGRESS)
    shown = texts(panel)
    assert any(each.startswith("Nothing to check.") for each in shown)
    assert not any(each.startswith(("Must", "Worth", "Notes")) for each in shown)


def test_a_finding_without_a_place_has_no_button(panel: ReadinessPanel) -> None:
    panel.show_findings((Finding("", Severity.BLOCKER, "The wording is missing.", "x"),), PROGRESS)
    QApplication.processEvents()
    assert "The wording is missing." in texts(panel)
    assert not any(
        each.isVisible() and each.text() == "Fix" for each in panel.findChildren(QAbstractButton)
    )


def many(count: int) -> tuple[Finding, ...]:
    """So many notes."""
    return tuple(Finding(f"p/{n}", Severity.NOTE, f"Note {n}.", "default") for n in range(count))


def rows(panel: ReadinessPanel) -> list[str]:
    """The sentences of the notes in view, in their order."""
    found = [each for each in panel.findChildren(FindingRow) if each.isVisible()]
    found.sort(key=lambda row: row.mapTo(panel, row.rect().topLeft()).y())
    return [row.finding.sentence for row in found]


def test_of_many_the_first_are_shown_and_the_rest_on_demand(
    panel: ReadinessPanel, qtbot: QtBot
) -> None:
    panel.show_findings(many(MOST + 5), PROGRESS)
    qtbot.waitUntil(lambda: len(rows(panel)) == MOST)
    assert f"Notes ({MOST + 5})" in texts(panel)
    QTest.mouseClick(button(panel, "Show more (5 left)"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(rows(panel)) == MOST + 5)
    assert rows(panel) == [each.sentence for each in many(MOST + 5)]
    assert not any(each.startswith("Show more") for each in texts(panel))


def test_a_long_list_is_made_piece_by_piece_with_the_window_alive_between(
    panel: ReadinessPanel, qtbot: QtBot
) -> None:
    panel.show_findings(many(MOST), PROGRESS)
    assert 0 < len(panel.findChildren(FindingRow)) < MOST
    qtbot.waitUntil(lambda: len(rows(panel)) == MOST)
    assert rows(panel) == [each.sentence for each in many(MOST)]


def test_the_keys_go_through_a_list_that_was_made_piece_by_piece(
    panel: ReadinessPanel, qtbot: QtBot
) -> None:
    panel.show_findings(many(MOST), PROGRESS)
    qtbot.waitUntil(lambda: len(rows(panel)) == MOST)
    panel.focus_first()
    for _ in range(MOST - 1):
        press(Qt.Key.Key_Tab)
    assert button(panel, f"Fix: Note {MOST - 1}.").hasFocus()


def test_while_nobody_sees_the_list_no_row_is_made(panel: ReadinessPanel, qtbot: QtBot) -> None:
    panel.hide()
    before = panel.findChildren(FindingRow)
    panel.show_findings((TITLE, TERM, HIGH, NOTE, *many(3)), PROGRESS)
    assert panel.findChildren(FindingRow) == before
    panel.show()
    shown = {each.sentence for each in (TITLE, TERM, HIGH, NOTE, *many(3))}
    qtbot.waitUntil(lambda: shown <= set(texts(panel)))


def test_only_the_rows_that_changed_are_made_anew(panel: ReadinessPanel) -> None:
    before = {row.finding: row for row in panel.findChildren(FindingRow)}
    panel.show_findings((TITLE, HIGH, *many(1)), PROGRESS)
    after = {row.finding: row for row in panel.findChildren(FindingRow)}
    assert after[TITLE] is before[TITLE]
    assert after[HIGH] is before[HIGH]


def test_notes_ask_for_nothing_to_be_done(panel: ReadinessPanel) -> None:
    assert check_words((TITLE, TERM, HIGH, NOTE)) == "3 things to check"
    assert check_words((NOTE,)) == "Nothing to check"
    panel.show_findings((NOTE,), PROGRESS)
    assert "Notes (1)" in texts(panel)
    assert not any(
        each.isVisible() and each.text() == "Export anyway, gaps marked"
        for each in panel.findChildren(QAbstractButton)
    )


def test_it_can_be_closed_and_exported_from(panel: ReadinessPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.close_requested):
        QTest.mouseClick(button(panel, "Close things to check"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.export_requested):
        QTest.mouseClick(button(panel, "Export anyway, gaps marked"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("percent", [100, 150])
def test_it_is_sound_for_a_screen_reader(
    qapp: QApplication, panel: ReadinessPanel, percent: int
) -> None:
    theme.apply(qapp, "light", percent)
    qapp.processEvents()
    assert problems(panel) == []
