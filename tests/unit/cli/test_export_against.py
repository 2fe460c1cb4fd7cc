"""`slaeditor export DRAFT FILE --against REVISION`: what changed since is tracked in the file."""

from collections.abc import Callable
from pathlib import Path

import pytest

import main
from tests.unit.word.revisions import accepted, rejected

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
def sent(run: Run, tmp_path: Path) -> str:
    """The id of a draft that was exported once and given another title then."""
    _, out, _ = run("new", "internal-it-service-desk", "--set", "title=Help for Sales")
    draft = out.split()[-1]
    run("export", draft, str(tmp_path / "sent.docx"))
    run("set", draft, "title=Help for Marketing")
    return draft


def test_a_redline_holds_the_text_that_was_sent_and_the_text_as_it_is(
    run: Run, sent: str, tmp_path: Path
) -> None:
    target = tmp_path / "redline.docx"
    code, out, err = run("export", sent, str(target), "--against", "sent")
    assert (code, err) == (0, "")
    assert out == f"Exported to {target}: 1 change in 1 section\n"
    data = target.read_bytes()
    assert "Help for Marketing" in accepted(data)
    assert "Help for Sales" in rejected(data)


def test_a_redline_against_an_unchanged_text_says_so(run: Run, sent: str, tmp_path: Path) -> None:
    run("export", sent, str(tmp_path / "again.docx"))
    _, out, _ = run(
        "export", sent, str(tmp_path / "r.docx"), "--against", "Sent to legal, draft 2 (again.docx)"
    )
    assert out.endswith(": No changes\n")


def test_a_redline_is_a_point_in_the_history_as_well(run: Run, sent: str, tmp_path: Path) -> None:
    run("export", sent, str(tmp_path / "redline.docx"), "--against", "sent")
    assert "Sent to legal, draft 2 (redline.docx)" in run("history", sent)[1].splitlines()[0]


@pytest.mark.parametrize(
    ("file", "revision", "told"),
    [
        ("redline.docx", "Draft 9", "no revision “Draft 9”"),
        ("redline.txt", "sent", "end the name with .docx"),
        ("missing/redline.docx", "sent", "doesn't exist"),
    ],
)
def test_what_stands_in_the_way_is_one_line(
    run: Run, sent: str, tmp_path: Path, file: str, revision: str, told: str
) -> None:
    code, out, err = run("export", sent, str(tmp_path / file), "--against", revision)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told in err
    assert not (tmp_path / file).exists()


def test_a_file_that_went_out_is_what_a_redline_starts_from(
    run: Run, sent: str, tmp_path: Path
) -> None:
    seen = tmp_path / "seen.docx"
    run("export", sent, str(seen))
    run("set", sent, "title=Another name")
    run("export", sent, str(tmp_path / "later.docx"))
    code, out, err = run("export", sent, str(tmp_path / "r.docx"), "--against", str(seen))
    assert (code, err) == (0, "")
    assert not out.endswith(": No changes\n")
    _, out, _ = run(
        "export", sent, str(tmp_path / "s.docx"), "--against", str(tmp_path / "later.docx")
    )
    assert out.endswith(": No changes\n")


def test_a_file_of_another_agreement_is_no_start_of_a_redline(
    run: Run, sent: str, tmp_path: Path
) -> None:
    other = run("new", "internal-blank")[1].split()[-1]
    run("export", other, str(tmp_path / "other.docx"))
    code, out, err = run(
        "export", sent, str(tmp_path / "r.docx"), "--against", str(tmp_path / "other.docx")
    )
    assert (code, out) == (2, "")
    assert "another agreement" in err
    assert not (tmp_path / "r.docx").exists()
