"""On narrow paper lines end between words, in tables too; what is too wide can be scrolled to."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QTextBlock, QTextTable
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from slaeditor.editing.open_draft import OpenDraft
from tests.ui.preview.conftest import Pane

PAST = ("population", "period", "statistic", "source")
NARROW, USUAL = 340, 480
"""Pixels: the least that the pane gets, and about what it gets on a small screen."""


@pytest.fixture
def with_gaps(draft: OpenDraft) -> OpenDraft:
    """The example with gaps in the widest of its tables, Part C."""
    for name in PAST:
        draft.enter(f"metrics/levels/response/baseline/{name}", "")
    return draft


def cells(pane: Pane) -> Iterator[QTextBlock]:
    """The texts of all cells of all tables."""
    frames = pane.paper.document().rootFrame().childFrames()
    for table in [frame for frame in frames if isinstance(frame, QTextTable)]:
        for row in range(table.rows()):
            for column in range(table.columns()):
                yield table.cellAt(row, column).firstCursorPosition().block()


def broken_words(pane: Pane) -> list[str]:
    """The texts of cells in which a line ends within a word."""
    found = []
    for block in cells(pane):
        layout, text = block.layout(), block.text()
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        ends = [line.textStart() + line.textLength() for line in lines[:-1]]
        if any(text[end - 1] not in " -\u2028/" for end in ends):
            found.append(text)
    return found


def resize(window: QMainWindow, pane: Pane, width: int) -> None:
    window.resize(width, 640)
    QApplication.processEvents()
    pane.view.settle()


@pytest.mark.parametrize("zoom", [100, 150])
@pytest.mark.parametrize("width", [NARROW, USUAL, 900])
def test_no_line_of_a_table_ends_within_a_word(
    width: int, zoom: int, window: QMainWindow, pane: Pane, with_gaps: OpenDraft
) -> None:
    pane.show(with_gaps.agreement)
    pane.view.set_zoom(zoom)
    pane.view.settle()
    resize(window, pane, width)
    assert "[Population of the baseline]" in pane.text
    assert broken_words(pane) == []


def test_a_table_that_is_too_wide_can_be_scrolled_to(
    window: QMainWindow, pane: Pane, with_gaps: OpenDraft, qtbot: QtBot
) -> None:
    pane.show(with_gaps.agreement)
    resize(window, pane, NARROW)
    bar = pane.paper.horizontalScrollBar()
    qtbot.waitUntil(bar.isVisible)
    assert bar.maximum() > 0
    resize(window, pane, 900)
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_the_stretches_of_a_long_table_are_equally_wide(
    window: QMainWindow, pane: Pane, with_gaps: OpenDraft
) -> None:
    for _ in range(12):
        with_gaps.duplicate("metrics/levels/response")
    pane.show(with_gaps.agreement)
    resize(window, pane, NARROW)
    frames = pane.paper.document().rootFrame().childFrames()
    shares = {
        (table.columns(), table.format().width().rawValue())
        for table in frames
        if isinstance(table, QTextTable) and table.columns() == 8
    }
    assert len(shares) == 1
    assert broken_words(pane) == []
