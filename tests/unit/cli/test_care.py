"""The verbs `library` and `doctor`, as a script would use them."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

import main
from slaeditor.library.drafts import Library

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a verb on a library of this test: exit code, output, error output."""

    def _run(*words: str, library: str = "library") -> tuple[int, str, str]:
        code = main.main([*words, "--library", str(tmp_path / library)])
        out, err = capsys.readouterr()
        return code, out, err

    return _run


@pytest.fixture
def draft(run: Run) -> str:
    return run("new", "internal-it-service-desk", "--set", "title=Help for Sales")[1].strip()


def torn(folder: Path, draft: str) -> Path:
    """Cut the draft's file off."""
    path = folder / "drafts" / f"{draft}.json"
    path.write_bytes(path.read_bytes()[:-300])
    return path


def test_a_whole_library_goes_into_one_file_and_comes_back(
    run: Run, draft: str, tmp_path: Path
) -> None:
    file = str(tmp_path / "all.slalib")
    assert run("library", "--save", file) == (
        0,
        f"Saved to {file}: drafts: 1, in the trash: 0\n",
        "",
    )
    code, out, err = run("library", "--load", file, library="other")
    assert (code, err) == (0, "")
    assert "Help for Sales: Added." in out
    assert draft in run("list", library="other")[1]
    code, out, _ = run("library", "--load", file, "--json", library="other")
    assert (code, [each["fate"] for each in json.loads(out)]) == (0, ["same"])


def test_a_file_that_is_no_back_up_takes_nothing_in(run: Run, draft: str, tmp_path: Path) -> None:
    file = tmp_path / "x.slalib"
    file.write_bytes(b"dear all,")
    code, out, err = run("library", "--load", str(file))
    assert (code, out) == (2, "")
    assert "is no back-up of a library. Nothing was taken from it." in err


def test_library_needs_one_thing_to_do(run: Run, tmp_path: Path) -> None:
    for words in ([], ["--save", str(tmp_path / "x"), "--load", str(tmp_path / "x")]):
        code, _, err = run("library", *words)
        assert code == 2
        assert "--save FILE" in err


def test_a_sound_library_ends_with_0(run: Run, draft: str) -> None:
    run("list")
    code, out, err = run("doctor")
    assert (code, err) == (0, "")
    assert out.endswith("all is well.\n")


def test_a_damaged_draft_ends_with_1_and_can_be_had_as_a_copy(
    run: Run, draft: str, tmp_path: Path
) -> None:
    path = torn(tmp_path / "library", draft)
    before = path.read_bytes()
    code, out, err = run("doctor")
    assert (code, err) == (1, "")
    assert "Needs your choice" in out
    assert f"--restore {draft}" in out
    code, out, _ = run("doctor", "--json")
    report = json.loads(out)
    assert (code, report["needs_choice"], len(report["findings"])) == (1, True, 1)
    code, out, err = run("doctor", "--restore", draft)
    assert (code, err) == (0, "")
    assert "What this computer saved last: the state of" in out
    assert path.read_bytes() == before
    copy = out.split()[0]
    assert "Help for Sales (restored)" in run("list")[1]
    assert run("show", copy)[0] == 0


def test_without_anything_kept_elsewhere_the_file_itself_is_read(
    run: Run, draft: str, tmp_path: Path
) -> None:
    torn(tmp_path / "library", draft)
    for ledger in Path(os.environ["HOME"]).rglob(f"ledger/{draft}.jsonl"):
        ledger.unlink()
    code, out, err = run("doctor", "--restore", draft)
    assert (code, err) == (0, "")
    assert "What can be read of the file. Its end is missing." in out


def test_the_newest_of_history_and_recovery_is_restored_first(
    run: Run, draft: str, tmp_path: Path
) -> None:
    from slaeditor.cli.desk import Desk

    library: Library = Desk.at(str(tmp_path / "library")).library
    stored = library.open(draft)
    library.history(draft).add({**stored.draft, "title": "From history"}, "Opened", "opened")
    torn(tmp_path / "library", draft)
    out = run("doctor", "--restore", draft)[1]
    assert "Its history: the state of" in out
    assert "From history (restored)" in run("list")[1]


def test_a_draft_of_which_nothing_is_left_is_told(run: Run, draft: str, tmp_path: Path) -> None:
    for ledger in Path(os.environ["HOME"]).rglob(f"ledger/{draft}.jsonl"):
        ledger.unlink()
    (tmp_path / "library" / "drafts" / f"{draft}.json").write_bytes(b"")
    code, out, err = run("doctor", "--restore", draft)
    assert (code, out) == (2, "")
    assert "A back-up may have it." in err


def test_repairs_are_told_and_end_with_0(run: Run, draft: str, tmp_path: Path) -> None:
    left = tmp_path / "library" / "drafts" / f"~{draft}.json.{2**22 + 5}.0123abcd.tmp"
    left.write_bytes(b"x")
    code, out, err = run("doctor")
    assert (code, err) == (0, "")
    assert "Repaired: " in out
    assert not left.exists()


def test_the_list_and_the_levels_go_to_a_spreadsheet_and_levels_come_back(
    run: Run, draft: str, tmp_path: Path
) -> None:
    run("set", draft, "title==cmd|' /C calc'!A0")
    code, out, err = run("list", "--csv", "-")
    assert (code, err) == (0, "")
    assert out.startswith("ID,Title,Kind")
    assert ",'=cmd|" in out
    file = tmp_path / "levels.csv"
    assert run("levels", draft, "--csv", str(file))[0] == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbfID,")
    file.write_bytes(file.read_bytes() + b"level-new,x" + b"\r\n")
    code, out, err = run("levels", draft, "--from", str(file))
    assert (code, err) == (0, "")
    assert out.startswith("Service levels added: 1, ")
    file.write_text("ID,target\nlevel-new,often\n", encoding="utf-8")
    code, out, err = run("levels", draft, "--from", str(file))
    assert code == 1
    assert "“often” is kept as typed." in err


def test_a_table_that_can_t_be_read_changes_nothing(run: Run, draft: str, tmp_path: Path) -> None:
    file = tmp_path / "levels.csv"
    file.write_text("Colour,Size\nred,5\n", encoding="utf-8")
    code, _, err = run("levels", draft, "--from", str(file))
    assert code == 2
    assert "names no field of a service level" in err
    assert run("levels", draft, "--from", str(tmp_path / "nowhere.csv"))[0] == 2
    assert run("levels", draft, "--from", str(file), "--csv", "-")[0] == 2
