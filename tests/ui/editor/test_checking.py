"""The look through the agreement on its own thread, and what it tells when it goes wrong."""

import time

import pytest
from pytestqt.qtbot import QtBot

from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.templates import finished_example
from slaeditor.finding import Severity
from tests.ui.editor.conftest import TODAY
from ui.editor import checking
from ui.editor.checking import Checker


def broken(*_given: object) -> None:
    raise ZeroDivisionError


def test_after_a_look_that_fell_the_next_one_is_made_all_the_same(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = OpenDraft(finished_example(), time.monotonic)
    checker = Checker(draft, TODAY)
    with monkeypatch.context() as patched, qtbot.captureExceptions() as fallen:
        patched.setattr(checking, "findings", broken)
        qtbot.waitUntil(lambda: checker.is_settled and bool(fallen))
    assert [kind for kind, _error, _trace in fallen] == [ZeroDivisionError]
    assert checker.latest is not None
    assert [found.severity for found in checker.latest.findings] == [Severity.BLOCKER]
    draft.enter("title", "Payroll")
    qtbot.waitUntil(lambda: checker.is_settled)
    assert all(found.rule != "document" for found in checker.latest.findings)
    assert len(checker.latest.progress) == 5
