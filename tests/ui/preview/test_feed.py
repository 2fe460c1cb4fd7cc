"""After the last key the newest state is composed, away from the window's thread, and shown."""

import threading
from collections.abc import Callable, Iterator
from datetime import date
from typing import cast

import msgspec
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from slaeditor.agreement import Agreement
from slaeditor.document.text import plain_text, word_count
from slaeditor.editing.open_draft import OpenDraft
from tests.ui.preview.conftest import TODAY, Pane, composed
from ui.preview.feed import QUIET_MS, PreviewFeed

Feed = Callable[[OpenDraft], PreviewFeed]


@pytest.fixture
def feed(pane: Pane) -> Iterator[Feed]:
    """Feeds the pane from a draft; stops with the test."""
    feeds: list[PreviewFeed] = []

    def started(draft: OpenDraft) -> PreviewFeed:
        feeds.append(PreviewFeed(draft, pane.view, lambda: TODAY))
        return feeds[-1]

    yield started
    for one in feeds:
        one.stop()


def test_the_document_shows_as_soon_as_the_draft_is_open(
    pane: Pane, draft: OpenDraft, feed: Feed, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(pane.view.settled):
        feed(draft)
    assert "Order portal of Contoso Retail" in pane.text


def test_what_is_typed_shows_soon_after_the_last_key(
    pane: Pane, draft: OpenDraft, feed: Feed, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(pane.view.settled):
        feed(draft)
    for end in range(1, len("Night shift") + 1):
        draft.enter("title", "Night shift"[:end])
    assert "Night" not in pane.text
    qtbot.waitUntil(lambda: "Night shift" in pane.text)


def test_only_the_last_state_of_fast_typing_is_shown(
    pane: Pane, draft: OpenDraft, feed: Feed, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(pane.view.settled):
        feed(draft)
    seen: list[str] = []
    pane.view.settled.connect(lambda: seen.append(pane.text.split("\n")[0]))
    for end in range(1, len("Night shift") + 1):
        draft.enter("title", "Night shift"[:end])
    qtbot.waitUntil(lambda: "Night shift" in pane.text)
    assert seen == ["Night shift"]


def test_a_change_while_the_worker_composes_is_shown_in_the_end(
    pane: Pane, draft: OpenDraft, feed: Feed, qtbot: QtBot
) -> None:
    feed(draft)  # the first composing has begun
    draft.enter("title", "Changed meanwhile")
    qtbot.waitUntil(lambda: "Changed meanwhile" in pane.text)


def test_composing_asks_for_the_day_in_the_window_and_works_elsewhere(
    pane: Pane, draft: OpenDraft, qtbot: QtBot
) -> None:
    asked_in: list[threading.Thread] = []

    def today() -> date:
        asked_in.append(threading.current_thread())
        return TODAY

    with qtbot.waitSignal(pane.view.settled):
        feed = PreviewFeed(draft, pane.view, today)
        names = [thread.name for thread in threading.enumerate()]
    feed.stop()
    assert asked_in == [threading.main_thread()]
    assert "preview" in names


def test_the_words_of_the_document_are_counted(draft: OpenDraft, feed: Feed, qtbot: QtBot) -> None:
    fed = feed(draft)
    with qtbot.waitSignal(fed.counted) as counted:
        draft.enter("title", "Night shift")
    assert counted.args == [word_count(composed(draft.agreement))]


def test_a_count_is_close_to_the_words_of_the_plain_text(example: Agreement) -> None:
    document = composed(example)
    assert 0.9 < word_count(document) / len(plain_text(document).split()) <= 1


def test_a_wording_that_the_program_lacks_is_told_in_one_sentence(
    pane: Pane, example: Agreement, feed: Feed, qtbot: QtBot
) -> None:
    feed(OpenDraft(msgspec.structs.replace(example, wording="99"), lambda: 0.0))

    def told() -> bool:
        labels = pane.view.findChildren(QLabel)
        return any("wording “99”" in label.text() for label in labels if label.isVisible())

    qtbot.waitUntil(told)
    assert pane.text == ""


def test_after_an_error_that_nobody_expected_the_next_change_is_shown(
    pane: Pane, draft: OpenDraft, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", told.append)
    days: list[date] = [cast(date, "no day at all")]
    feed = PreviewFeed(draft, pane.view, lambda: days.pop() if days else TODAY)
    qtbot.waitUntil(lambda: bool(told))
    qtbot.waitUntil(
        lambda: any(
            label.isVisible() and "didn’t expect" in label.text()
            for label in pane.view.findChildren(QLabel)
        )
    )
    draft.enter("title", "Night shift")
    qtbot.waitUntil(lambda: "Night shift" in pane.text)
    feed.stop()


def test_a_long_document_gets_a_longer_pause_within_limits(
    pane: Pane, draft: OpenDraft, feed: Feed, qtbot: QtBot
) -> None:
    fed = feed(draft)
    with qtbot.waitSignal(pane.view.settled):
        pass
    assert QUIET_MS[0] <= fed.pause <= QUIET_MS[1]


def test_after_the_stop_nothing_is_shown_any_more(
    pane: Pane, draft: OpenDraft, feed: Feed, qtbot: QtBot
) -> None:
    fed = feed(draft)
    fed.stop()
    draft.enter("title", "Too late")
    qtbot.wait(150)
    assert pane.text == ""
