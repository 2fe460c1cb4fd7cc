"""The verbs of the command line, as a script would use them."""

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
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
def draft(run: Run) -> str:
    code, out, _ = run("new", "internal-it-service-desk", "--set", "title=Help for Sales")
    assert code == 0
    return out.split()[-1]


def data(run: Run, *words: str) -> Any:
    code, out, err = run(*words, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


def fields(run: Run, draft: str) -> dict[str, Any]:
    return {field["path"]: field for field in data(run, "fields", draft)}


def assert_refused(result: tuple[int, str, str]) -> str:
    code, out, err = result
    assert code == 2
    assert out == ""
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


def test_templates_are_listed_with_their_kind(run: Run) -> None:
    found = data(run, "templates")
    assert {"internal", "external"} <= {template["kind"] for template in found}
    assert all(set(template) == {"id", "kind", "title"} for template in found)


def test_every_template_makes_a_draft_that_exports(run: Run, tmp_path: Path) -> None:
    for template in data(run, "templates"):
        _, out, _ = run("new", template["id"])
        target = tmp_path / f"{template['id']}.docx"
        code, _, err = run("export", out.split()[-1], str(target))
        assert (code, err) == (0, "")
        assert docx.Document(str(target)).paragraphs


def test_the_list_shows_a_new_draft(run: Run, draft: str) -> None:
    found = data(run, "list")
    assert [(d["id"], d["title"], d["kind"], d["status"]) for d in found] == [
        (draft, "Help for Sales", "internal", "draft")
    ]
    assert found[0]["changed"].endswith("+00:00")


def test_a_value_is_set_and_shown(run: Run, draft: str) -> None:
    assert run("set", draft, "duration/effective_date=1 April 2027")[0] == 0
    assert fields(run, draft)["duration/effective_date"]["value"] == "1 April 2027"
    assert "1 April 2027" in run("show", draft)[1]


def test_a_value_may_hold_an_equals_sign(run: Run, draft: str) -> None:
    run("set", draft, "title=A=B")
    assert fields(run, draft)["title"]["value"] == "A=B"


def test_an_empty_value_clears(run: Run, draft: str) -> None:
    run("set", draft, "title=")
    assert fields(run, draft)["title"]["value"] is None


def test_a_new_id_makes_a_list_item(run: Run, draft: str) -> None:
    run("set", draft, "scope/services/printing/name=Printing", "metrics/levels/up/target=99.50")
    found = fields(run, draft)
    assert found["scope/services/printing/name"]["value"] == "Printing"
    assert found["metrics/levels/up/target"]["value"] == "99.50"
    assert "printing" in found["scope/services"]["value"]


FIXED_PATHS = [
    "title",
    "introduction/provider/name",
    "introduction/customer/name",
    "introduction/purpose",
    "scope/services/one/name",
    "scope/out_of_scope",
    "duration/effective_date",
    "duration/term/length",
    "duration/notice/length",
    "metrics/levels/one/name",
    "metrics/levels/one/target",
    "metrics/levels/one/baseline/value",
]


@pytest.mark.parametrize("template", ["internal-blank", "external-blank"])
def test_the_paths_that_others_rely_on_can_be_set(run: Run, template: str) -> None:
    texts = dict.fromkeys(FIXED_PATHS, "5") | {"duration/effective_date": "2027-04-01"}
    draft = run("new", template)[1].split()[-1]
    code, _, err = run("set", draft, *(f"{path}={text}" for path, text in texts.items()))
    assert (code, err) == (0, "")
    found = fields(run, draft)
    assert all(found[path]["value"] for path in FIXED_PATHS)
    assert not found["duration/notice/length"]["required"]  # nothing renews yet


def test_what_is_asked_first_is_required(run: Run, draft: str) -> None:
    found = fields(run, draft)
    assert found["title"]["required"]
    assert found["scope/services"]["type"] == "list"
    assert not found["introduction/additional_terms"]["required"]
    assert not found["duration/change/confirm_days"]["required"]


def test_a_bad_value_changes_nothing_at_all(run: Run, draft: str) -> None:
    err = assert_refused(
        run("set", draft, "title=Changed", "duration/effective_date=32 January 2027")
    )
    assert "duration/effective_date" in err
    assert fields(run, draft)["title"]["value"] == "Help for Sales"


@pytest.mark.parametrize(
    "words",
    [
        ["set", "DRAFT", "no/such/path=1"],
        ["set", "DRAFT", "title"],
        ["set", "DRAFT"],
        ["set", "nothing", "title=x"],
        ["new", "nothing"],
        ["new"],
        ["new", "--set", "title=x"],
        ["new", "internal-blank", "--set", "title"],
        ["show", "nothing"],
        ["show", ""],
        ["show", "nothing.sla"],
        ["trash", "nothing.sla"],
        ["set", "DRAFT", "=x"],
        ["set", "DRAFT", "title=x", "--json"],
        ["show", "DRAFT", "--json"],
        ["export", "nothing", "x.docx"],
        ["history", "nothing"],
        ["duplicate", "nothing"],
        ["duplicate", "DRAFT", "--leave-out", "everything"],
        ["trash", "nothing"],
        ["restore", "DRAFT"],
        ["list", "--unknown"],
        ["list", "--js"],
        ["fields"],
    ],
)
def test_bad_use_is_one_line_and_exit_code_2(run: Run, draft: str, words: list[str]) -> None:
    assert_refused(run(*(draft if word == "DRAFT" else word for word in words)))


def test_several_values_may_follow_one_set(run: Run) -> None:
    given = ("--set", "title=Payroll", "introduction/provider/name=IT")
    for words in (["internal-blank", *given], [*given, "internal-blank"]):
        draft = run("new", *words)[1].split()[-1]
        found = fields(run, draft)
        assert found["title"]["value"] == "Payroll"
        assert found["introduction/provider/name"]["value"] == "IT"


def test_no_word_at_all_names_no_draft(run: Run) -> None:
    untitled = run("new", "internal-blank")[1].split()[-1]
    assert_refused(run("trash", ""))
    assert [d["id"] for d in data(run, "list")] == [untitled]


def test_an_unknown_path_tells_where_the_paths_are_listed(run: Run, draft: str) -> None:
    assert "slaeditor fields" in assert_refused(run("set", draft, "no/such/path=1"))


def test_a_sentence_neither_repeats_a_whole_book_nor_moves_the_terminal(
    run: Run, draft: str, tmp_path: Path
) -> None:
    assert len(assert_refused(run("set", draft, "duration/term/length=" + "9" * 5000))) < 300
    assert "\x1b" not in assert_refused(run("show", "a\x1b[31mb"))
    run("set", draft, "title=a\x1b[31mb", "scope/out_of_scope=Phones\nLaptops")
    run("export", draft, str(tmp_path / "a\x1b.txt"))
    for verb in ("list", "fields", "history", "show"):
        words = (verb,) if verb == "list" else (verb, draft)
        assert "\x1b" not in run(*words)[1]
    assert ": Phones Laptops" in run("fields", draft)[1]


def test_an_export_is_a_point_in_the_history(run: Run, draft: str, tmp_path: Path) -> None:
    run("export", draft, str(tmp_path / "a.docx"))
    run("export", draft, str(tmp_path / "b.txt"))
    points = data(run, "history", draft)
    assert [(p["kind"], p["label"]) for p in points] == [
        ("export", "Sent to legal, draft 2 (b.txt)"),
        ("export", "Sent to legal, draft 1 (a.docx)"),
    ]
    assert all(set(point) == {"id", "label", "date", "kind", "computer"} for point in points)


@pytest.mark.parametrize("suffix", ["docx", "html", "txt"])
def test_gaps_are_marked_in_every_format(run: Run, tmp_path: Path, suffix: str) -> None:
    draft = run("new", "external-blank")[1].split()[-1]
    target = tmp_path / f"x.{suffix}"
    assert run("export", draft, str(target))[0] == 0
    text = (
        "\n".join(p.text for p in docx.Document(str(target)).paragraphs)
        if suffix == "docx"
        else target.read_text(encoding="utf-8")
    )
    assert "[Purpose]" in text


def test_targets_that_cannot_be_written_are_refused(run: Run, draft: str, tmp_path: Path) -> None:
    locked = tmp_path / "locked.docx"
    locked.write_bytes(b"old")
    locked.chmod(stat.S_IREAD)
    opened = tmp_path / "opened.docx"
    opened.write_bytes(b"old")
    (tmp_path / ".~lock.opened.docx#").write_text("")
    for target in (locked, opened, tmp_path / "no" / "folder.docx", tmp_path / "x.pdf", tmp_path):
        assert_refused(run("export", draft, str(target)))
    assert locked.read_bytes() == opened.read_bytes() == b"old"
    assert not (tmp_path / "no").exists()


def test_a_copy_has_its_own_id_and_leaves_out_what_was_asked(run: Run, draft: str) -> None:
    run("set", draft, "duration/effective_date=1 April 2027", "introduction/provider/name=IT")
    copy = run("duplicate", draft, "--leave-out", "parties,dates")[1].split()[-1]
    assert copy != draft
    found = fields(run, copy)
    assert found["title"]["value"] == "Help for Sales (copy)"
    assert found["introduction/provider/name"]["value"] is None
    assert found["duration/effective_date"]["value"] is None
    assert found["scope/services"]["value"]


def test_a_file_of_its_own_is_read_and_set_but_not_trashed(
    run: Run, draft: str, tmp_path: Path
) -> None:
    file = tmp_path / "copy.sla"
    file.write_bytes((tmp_path / "library" / "drafts" / f"{draft}.json").read_bytes())
    assert run("set", str(file), "title=On its own")[0] == 0
    assert "On its own" in run("show", str(file))[1]
    assert "On its own" not in run("show", draft)[1]
    assert "file of its own" in assert_refused(run("trash", str(file)))
    assert [d["id"] for d in data(run, "list")] == [draft]


def test_trash_and_back(run: Run, draft: str) -> None:
    assert run("trash", draft)[0] == 0
    assert data(run, "list") == []
    assert_refused(run("show", draft))
    assert run("restore", draft)[0] == 0
    assert [d["id"] for d in data(run, "list")] == [draft]


def test_a_damaged_draft_is_named_and_the_rest_listed(run: Run, draft: str, tmp_path: Path) -> None:
    other = run("new", "external-blank")[1].split()[-1]
    path = tmp_path / "library" / "drafts" / f"{other}.json"
    path.write_bytes(path.read_bytes()[:100])
    code, out, err = run("list", "--json")
    assert code == 0
    assert [d["id"] for d in json.loads(out)] == [draft]
    assert other in err
    before = path.read_bytes()
    for words in (["show", other], ["set", other, "title=x"], ["fields", other]):
        assert_refused(run(*words))
    assert path.read_bytes() == before


def test_a_title_names_a_draft_when_only_one_has_it(run: Run, draft: str) -> None:
    assert "Help for Sales" in run("show", "Help for Sales")[1]
    assert run("trash", "Help for Sales")[0] == 0
    assert draft in run("restore", "Help for Sales")[1]


def test_a_title_that_several_drafts_have_names_none_of_them(run: Run, draft: str) -> None:
    other = run("new", "internal-blank", "--set", "title=Help for Sales")[1].split()[-1]
    err = assert_refused(run("trash", "Help for Sales"))
    assert draft in err
    assert other in err


def test_the_library_may_come_from_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SLAEDITOR_LIBRARY", str(tmp_path / "elsewhere"))
    assert main.main(["new", "internal-blank"]) == 0
    draft = capsys.readouterr().out.split()[-1]
    assert (tmp_path / "elsewhere" / "drafts" / f"{draft}.json").is_file()


def test_drafts_are_for_their_owner_only(run: Run, draft: str, tmp_path: Path) -> None:
    path = tmp_path / "library" / "drafts" / f"{draft}.json"
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_help_of_a_verb_is_printed(run: Run) -> None:
    code, out, err = run("export", "--help")
    assert (code, err) == (0, "")
    assert "FILE" in out


def test_text_that_no_encoding_holds_is_refused(run: Run, draft: str) -> None:
    assert "UTF-8" in assert_refused(run("set", draft, "title=half \ud800 sign"))
    assert "UTF-8" in assert_refused(run("new", "internal-blank", "--set", "title=caf\udce9"))
    assert fields(run, draft)["title"]["value"] == "Help for Sales"


def test_a_library_that_is_no_folder_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "library").write_bytes(b"")
    assert "its folder is a file" in assert_refused(run("list"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such links and users")
def test_a_library_that_leads_nowhere_is_no_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "circle").symlink_to("circle")
    assert main.main(["list", "--library", "~nobody-of-this-name/x"]) == 0
    assert main.main(["list", "--library", "circle"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_document_is_written_although_the_history_can_not_be(
    run: Run, draft: str, tmp_path: Path
) -> None:
    library = tmp_path / "library"
    Library(library, local_folder(library)).history(draft).path.mkdir(parents=True)
    code, out, err = run("export", draft, str(tmp_path / "x.txt"))
    assert code == 0
    assert "Exported" in out
    assert "not noted in the history" in err
    assert (tmp_path / "x.txt").is_file()


def test_the_list_of_the_window_knows_how_complete_a_draft_is(
    run: Run, draft: str, tmp_path: Path
) -> None:
    def complete() -> str:
        library = Library(tmp_path / "library", tmp_path / "local")
        return library.summaries().drafts[0].complete

    before = complete()
    run("set", draft, "duration/effective_date=1 April 2027")
    assert (before, complete()) == ("1/5", "2/5")
