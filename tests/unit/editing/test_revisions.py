"""The revisions of a draft are found by id, by label, or as the text that was sent."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from slaeditor.agreement import encode
from slaeditor.editing.revisions import document_at, revision
from slaeditor.editing.templates import finished_example
from slaeditor.errors import Refused
from slaeditor.library.drafts import Draft, History

TODAY = date(2026, 11, 24)


def titled(title: str) -> Draft:
    """The draft of a finished agreement with that title."""
    return encode(msgspec.structs.replace(finished_example(), title=title))


@pytest.fixture
def history(tmp_path: Path) -> History:
    """A history with two exports, one named point, and two called alike."""
    points = History(tmp_path / "history", "draft", tmp_path / "local")
    points.add(titled("One"), "Opened", "opened")
    points.add(titled("Two"), "Exported to a.docx", "export")
    points.add(titled("Three"), "Draft 2", "named")
    points.add(titled("Four"), "Exported to b.docx", "export")
    points.add(titled("Five"), "Opened", "opened")
    return points


@pytest.mark.parametrize(
    ("name", "title"),
    [("Draft 2", "Three"), (" draft 2 ", "Three"), ("sent", "Four"), ("Exported to a.docx", "Two")],
)
def test_a_revision_is_found_by_its_label_or_as_sent(
    history: History, name: str, title: str
) -> None:
    assert document_at(history, name, TODAY).title == title


def test_a_revision_is_found_by_its_id(history: History) -> None:
    for point in history.points():
        assert revision(history, point.id) == point


def test_of_two_revisions_called_alike_the_ids_are_told(history: History) -> None:
    ids = [point.id for point in history.points() if point.label == "Opened"]
    with pytest.raises(Refused, match=f"2 revisions are called “opened”.*{', '.join(ids)}"):
        revision(history, "opened")


def test_an_unknown_revision_tells_where_they_are_listed(history: History) -> None:
    with pytest.raises(Refused, match=r"no revision “Draft 9”\. .*`slaeditor history`"):
        revision(history, "Draft 9")


def test_a_draft_without_history_or_export_says_so(tmp_path: Path) -> None:
    points = History(tmp_path / "history", "draft", tmp_path / "local")
    with pytest.raises(Refused, match="no history yet"):
        revision(points, "Draft 2")
    points.add(titled("One"), "Opened", "opened")
    with pytest.raises(Refused, match="never exported"):
        revision(points, "sent")
