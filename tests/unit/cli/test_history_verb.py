"""The verb `history`: what a person at a terminal sees of points, and how they go back."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import main
from slaeditor.library.drafts import Library
from slaeditor.settings import local_folder

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a verb on a library of this test: exit code, output, error output."""

    def _run(*words: str) -> tuple[int, str, str]:
        code = main.main([*words, "--library", str(tmp_path / "library")])
        out, err = capsys.readouterr()
        return code, out, err

    return _run


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """The library of the verbs."""
    folder = tmp_path / "library"
    return Library(folder, local_folder(folder))


@pytest.fixture
def draft(run: Run) -> str:
    """A draft with a point "Draft 1", renamed since."""
    code, out, _ = run("new", "internal-it-service-desk", "--set", "title=Help for Sales")
    assert code == 0
    name = out.split()[-1]
    assert run("history", name, "--name", "Draft 1")[0] == 0
    assert run("set", name, "title=Help for All")[0] == 0
    return name


@pytest.fixture
def west_of_utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A place where the clock on the wall is seven hours behind."""
    import time

    monkeypatch.setenv("TZ", "MST7")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def data(run: Run, *words: str) -> Any:
    code, out, err = run(*words, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


def title(run: Run, draft: str) -> str:
    fields = {field["path"]: field["value"] for field in data(run, "fields", draft)}
    return str(fields["title"])


@pytest.mark.usefixtures("west_of_utc")
def test_points_are_listed_in_local_time_with_their_kind(run: Run, draft: str) -> None:
    code, out, _ = run("history", draft)
    (point,) = data(run, "history", draft)
    assert code == 0
    hour = (int(point["date"][11:13]) - 7) % 24
    assert re.fullmatch(rf"[0-9a-z]+ +\d{{4}}-\d\d-\d\d {hour:02}:\d\d  named +Draft 1\n", out)
    assert point["date"].endswith("+00:00")
    assert point["computer"] == ""


def test_a_point_says_on_which_other_computer_it_was_made(
    run: Run, draft: str, library: Library, tmp_path: Path
) -> None:
    (tmp_path / "laptop").mkdir()
    (tmp_path / "laptop" / "device.json").write_text('{"id": "0badc0de", "name": "Bo\'s laptop"}')
    there = Library(library.folder, tmp_path / "laptop")
    there.history(draft).add(there.open(draft).draft, "From there", "named")
    assert "named      From there  (on Bo's laptop)\n" in run("history", draft)[1]
    assert [p["computer"] for p in data(run, "history", draft)] == ["Bo's laptop", ""]


def test_a_new_status_is_a_point(run: Run, draft: str) -> None:
    assert run("set", draft, "status=agreed")[0] == 0
    assert run("set", draft, "title=Other")[0] == 0
    assert data(run, "history", draft)[0]["label"] == "Status: Agreed"
    assert [p["kind"] for p in data(run, "history", draft)] == ["status", "named"]


def test_going_back_makes_a_point_first(run: Run, draft: str) -> None:
    code, out, err = run("history", draft, "--restore", "draft 1")
    assert (code, err) == (0, "")
    assert "went back to “Draft 1” from " in out
    assert title(run, draft) == "Help for Sales"
    points = data(run, "history", draft)
    assert [(p["kind"], p["label"]) for p in points] == [
        ("restored", "Before going back"), ("named", "Draft 1"),
    ]  # fmt: skip
    run("history", draft, "--restore", points[0]["id"])
    assert title(run, draft) == "Help for All"


def test_going_back_says_what_it_did_as_data(run: Run, draft: str) -> None:
    found = data(run, "history", draft, "--restore", "Draft 1")
    assert (found["id"], found["restored"]["label"]) == (draft, "Draft 1")


def test_what_a_draft_said_at_a_point_is_shown(run: Run, draft: str) -> None:
    code, out, _ = run("history", draft, "--show", "Draft 1")
    assert code == 0
    assert "Help for Sales" in out
    assert title(run, draft) == "Help for All"


@pytest.mark.parametrize("by", ["id", "title"])
def test_a_draft_in_the_trash_comes_back_at_a_point(run: Run, draft: str, by: str) -> None:
    run("trash", draft)
    word = draft if by == "id" else "Help for All"
    assert "Draft 1" in run("history", word)[1]
    assert "was in the trash" in run("history", word, "--restore", "Draft 1")[1]
    assert title(run, draft) == "Help for Sales"


def test_a_draft_whose_file_is_gone_comes_back_at_a_point(
    run: Run, draft: str, library: Library
) -> None:
    (library.folder / "drafts" / f"{draft}.json").unlink()
    assert "Draft 1" in run("history", draft)[1]
    assert "file was gone" in run("history", draft, "--restore", "Draft 1")[1]
    assert title(run, draft) == "Help for Sales"


def test_a_damaged_draft_shows_its_history_and_stays_as_it_is(
    run: Run, draft: str, library: Library
) -> None:
    path = library.folder / "drafts" / f"{draft}.json"
    path.write_bytes(b"damaged")
    assert "Draft 1" in run("history", draft)[1]
    assert "Help for Sales" in run("history", draft, "--show", "Draft 1")[1]
    code, out, err = run("history", draft, "--restore", "Draft 1")
    assert (code, out) == (2, "")
    assert "left as it is" in err
    assert path.read_bytes() == b"damaged"


def test_a_file_of_its_own_goes_back(
    run: Run, draft: str, library: Library, tmp_path: Path
) -> None:
    own = tmp_path / "own.sla"
    shutil.copy(library.folder / "drafts" / f"{draft}.json", own)
    assert run("history", str(own), "--restore", "Draft 1")[0] == 0
    assert "Help for Sales" in run("show", str(own))[1]
    assert title(run, draft) == "Help for All"


@pytest.mark.parametrize(
    "words",
    [["--restore", "no such"], ["--show", ""], ["--name", "  "], ["--restore", "x", "--show", "y"]],
)
def test_what_makes_no_sense_is_refused_in_one_line(run: Run, draft: str, words: list[str]) -> None:
    code, out, err = run("history", draft, *words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert title(run, draft) == "Help for All"


def test_nothing_of_that_name_has_no_history(run: Run, draft: str) -> None:
    assert draft
    for word in ("nothing", "No such title", "../x", ""):
        code, _, err = run("history", word)
        assert (code, err.count("\n")) == (2, 1)


def test_a_history_of_another_computer_that_can_not_be_read_is_told(
    run: Run, draft: str, library: Library
) -> None:
    path = library.folder / "history" / f"{draft}.01234567.jsonl"
    path.mkdir()
    code, out, err = run("history", draft)
    assert code == 0
    assert "Draft 1" in out
    assert "can't be read" in err
