"""What there is to check in the wording of a clause is shown in the preview, which has its text."""

from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from slaeditor.agreement import Agreement, ClauseChange, ClauseState
from slaeditor.editing.open_draft import OpenDraft
from tests.ui.preview.conftest import TODAY, Pane
from ui.editor.page import EditorPage
from ui.preview.feed import PreviewFeed
from ui.preview.view import PreviewView

STRANGE = ClauseChange(
    id="duration.renewal",
    state=ClauseState.REPLACED,
    text="It ends on {some day}.",
    base="It ends.",
)
UNPRINTED = ClauseChange(
    id="duration.no-such-clause", state=ClauseState.REPLACED, text="Nobody reads this.", base="-"
)


class Sight:
    """An agreement on its page beside its preview, and what a person does with it."""

    def __init__(self, page: EditorPage, draft: OpenDraft, pane: Pane, qtbot: QtBot) -> None:
        self.page = page
        self.draft = draft
        self.pane = pane
        self.qtbot = qtbot

    def press_fix(self, path: str) -> None:
        """Open the things to check and press the button of the finding at a path."""
        self.page.header.check_button.click()
        names = [f"Fix: {each.sentence}" for each in self.page.checks.findings if each.path == path]

        def button() -> QAbstractButton | None:
            buttons = self.page.checks.findChildren(QAbstractButton)
            shown = [b for b in buttons if b.isVisible() and b.accessibleName() in names]
            return shown[0] if shown else None

        self.qtbot.waitUntil(lambda: button() is not None)
        found = button()
        assert found is not None
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    @property
    def marked(self) -> list[str]:
        """The texts that are underlined in the preview."""
        return [each.cursor.selectedText() for each in self.pane.paper.extraSelections()]


@pytest.fixture
def sight(window: QMainWindow, example: Agreement, qtbot: QtBot) -> Iterator[Sight]:
    """An agreement with two clauses in its own words: one holds a strange name, one won't print."""
    agreement = msgspec.structs.replace(example, clauses=(STRANGE, UNPRINTED))
    draft = OpenDraft(agreement, lambda: 0.0)
    view = PreviewView()
    page = EditorPage(draft, TODAY, view)
    window.setCentralWidget(page)
    window.resize(1366, 720)
    feed = PreviewFeed(draft, view, lambda: TODAY)
    qtbot.waitUntil(lambda: page.checker.is_settled and view.is_settled, timeout=20_000)
    qtbot.waitUntil(lambda: bool(page.checks.findings) and "It ends on" in Pane(view).text)
    yield Sight(page, draft, Pane(view), qtbot)
    feed.stop()


def test_fix_shows_the_clause_marked_in_the_preview(sight: Sight) -> None:
    sight.press_fix("clauses/duration.renewal/text")
    assert sight.page.panes.shows_preview
    assert sight.pane.sees("It ends on {some day}.")
    assert any("It ends on {some day}." in each for each in sight.marked)
    assert sight.pane.paper.hasFocus()
    assert "It ends on" in sight.pane.paper.textCursor().block().text()


def test_the_mark_stays_while_the_text_changes(sight: Sight) -> None:
    sight.press_fix("clauses/duration.renewal/text")
    sight.draft.enter("introduction/purpose", "Another purpose.")
    sight.qtbot.waitUntil(lambda: "Another purpose." in sight.pane.text)
    sight.qtbot.waitUntil(lambda: sight.pane.view.is_settled)
    assert any("It ends on {some day}." in each for each in sight.marked)


def test_the_mark_goes_with_the_next_field(sight: Sight) -> None:
    sight.press_fix("clauses/duration.renewal/text")
    sight.page.reveal("title")
    assert sight.marked == [sight.draft.agreement.title]


def test_f8_goes_on_from_a_clause_to_the_next_thing(sight: Sight) -> None:
    paths = list(dict.fromkeys(each.path for each in sight.page.checks.findings if each.path))
    assert paths.index("clauses/duration.renewal/text") == 0
    sight.page.reveal("title")
    seen = []
    for _ in paths:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_F8)
        is_clause = sight.pane.paper.hasFocus()
        seen.append("clause" if is_clause else sight.page.location())
    assert seen[0] == "clause"
    assert len(set(seen)) > 1


def test_for_a_clause_that_is_not_printed_it_is_said_that_there_is_no_place(sight: Sight) -> None:
    sight.press_fix("clauses/duration.no-such-clause/text")
    shown = [each.text() for each in sight.page.findChildren(QLabel) if each.isVisible()]
    assert any("isn’t printed now" in each for each in shown)


def test_a_clause_that_is_not_there_is_not_shown(pane: Pane, draft: OpenDraft) -> None:
    pane.show(draft.agreement)
    assert not pane.view.show_clause("duration.no-such-clause")
    assert pane.paper.extraSelections() == []
