"""`slaeditor export DRAFT FILE --template FILE.dotx [--role ROLE=STYLE …]`: in a firm's look."""

from collections.abc import Callable
from pathlib import Path

import pytest

import main
from slaeditor.settings import LOCAL_VARIABLE
from slaeditor.word.house.keeping import keep
from tests.unit.word.house import firms
from tests.unit.word.invariants import W, part

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a verb on a library of this test: exit code, output, error output."""
    monkeypatch.setenv(LOCAL_VARIABLE, str(tmp_path / "local"))

    def _run(*words: str) -> tuple[int, str, str]:
        code = main.main([*words, "--library", str(tmp_path / "library")])
        out, err = capsys.readouterr()
        return code, out, err

    return _run


@pytest.fixture
def draft(run: Run) -> str:
    """The id of a draft."""
    return run("new", "external-hosted-application")[1].split()[-1]


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """The file of a firm's template."""
    path = tmp_path / "acme.dotx"
    path.write_bytes(firms.acme())
    return path


def styles(path: Path) -> set[str]:
    """The styles that paragraphs of a file wear."""
    return {style.get(f"{W}val") for style in part(path.read_bytes()).iter(f"{W}pStyle")}


def test_a_template_gives_the_document_the_firms_styles(
    run: Run, draft: str, template: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out.docx"
    code, out, err = run("export", draft, str(target), "--template", str(template))
    assert (code, out, err) == (0, f"Exported to {target}\n", "")
    assert {"AcmeL1", "AcmeL2", "AcmeL3"} <= styles(target)


def test_a_role_can_be_given_another_style_or_our_own(
    run: Run, draft: str, template: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out.docx"
    words = ("export", draft, str(target), "--template", str(template))
    assert run(*words, "--role", "definition=Body Text", "item=")[0] == 0
    assert "BodyText" in styles(target)
    assert "SLADefinition" not in styles(target)
    assert "AcmeL3" not in styles(target)


def test_styles_confirmed_in_the_window_count_here_too(
    run: Run, draft: str, template: Path, tmp_path: Path
) -> None:
    keep(template.read_bytes(), "acme.dotx", {"heading": "AcmeL1"})
    target = tmp_path / "out.docx"
    run("export", draft, str(target), "--template", str(template))
    assert {"AcmeL1", "SLAClause2"} <= styles(target)


def test_plain_text_has_the_firms_numbers(
    run: Run, draft: str, template: Path, tmp_path: Path
) -> None:
    target = tmp_path / "out.txt"
    run("export", draft, str(target), "--template", str(template))
    assert "1.2.1  " in target.read_text("utf-8")


def test_a_redline_can_be_made_in_a_template(
    run: Run, draft: str, template: Path, tmp_path: Path
) -> None:
    run("export", draft, str(tmp_path / "sent.docx"))
    run("set", draft, "title=Another title")
    target = tmp_path / "redline.docx"
    words = ("--against", "sent", "--template", str(template))
    assert run("export", draft, str(target), *words)[0] == 0
    assert "AcmeL1" in styles(target)


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("item=Foo", "The template has no paragraph style “Foo”. It has: Normal, Title, Acme L1"),
        ("head=AcmeL1", "There is no role “head”. The roles are: title, heading"),
        ("item", "“item” has no “=”. Write ROLE=STYLE, for instance heading=AcmeL1."),
    ],
)
def test_a_role_that_makes_no_sense_is_one_sentence(
    run: Run, draft: str, template: Path, tmp_path: Path, role: str, said: str
) -> None:
    target = tmp_path / "out.docx"
    code, out, err = run("export", draft, str(target), "--template", str(template), "--role", role)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert said in err
    assert not target.exists()


def test_a_role_without_a_template_asks_for_one(run: Run, draft: str, tmp_path: Path) -> None:
    code, _, err = run("export", draft, str(tmp_path / "out.docx"), "--role", "item=AcmeL3")
    assert code == 2
    assert "--template" in err


def test_a_template_that_is_not_there_is_named(run: Run, draft: str, tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.dotx")
    code, _, err = run("export", draft, str(tmp_path / "out.docx"), "--template", missing)
    assert code == 2
    assert "There is no file" in err
