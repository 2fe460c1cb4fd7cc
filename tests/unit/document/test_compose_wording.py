"""A wording that a release has shipped never changes, and a draft keeps the one it names."""

import json
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from slaeditor.agreement import WORDING, Agreement, decode
from slaeditor.document.compose import compose
from slaeditor.editing.templates import new_agreement, templates
from slaeditor.errors import Damaged
from slaeditor.wording import Wording
from tests.architecture.rules import ROOT

FOLDER = ROOT / "resources" / "wording"
RELEASED: dict[str, Any] = json.loads((FOLDER / "released.json").read_text(encoding="utf-8"))


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file of a wording; line ends of another system don't count."""
    return {
        file.name: sha256(file.read_bytes().replace(b"\r\n", b"\n")).hexdigest()
        for file in sorted(folder.glob("*.toml"))
    }


def changed_wordings(folder: Path, released: dict[str, Any]) -> list[str]:
    """The released wordings whose files are no longer those that were released."""
    return [
        name
        for name, entry in released.items()
        if entry["released"] and digests(folder / name) != entry["files"]
    ]


def test_no_released_wording_has_changed() -> None:
    assert changed_wordings(FOLDER, RELEASED) == [], (
        "A released wording stays as it is, since drafts rest on it. Undo the change and make it "
        "in a new folder, with a new number in slaeditor.agreement.WORDING."
    )


def test_a_change_of_a_released_wording_is_noticed(tmp_path: Path) -> None:
    wording = tmp_path / "en" / "1"
    wording.mkdir(parents=True)
    (wording / "scope.toml").write_bytes(b"text = 'shall'\r\n")
    entry = {"en/1": {"released": "0.1.0", "files": digests(wording)}}
    assert changed_wordings(tmp_path, entry) == []
    (wording / "scope.toml").write_bytes(b"text = 'shall'\n")
    assert changed_wordings(tmp_path, entry) == []
    (wording / "scope.toml").write_bytes(b"text = 'will'\n")
    assert changed_wordings(tmp_path, entry) == ["en/1"]
    (wording / "scope.toml").unlink()
    assert changed_wordings(tmp_path, entry) == ["en/1"]


def test_every_wording_is_listed_as_released_or_not() -> None:
    folders = {
        f"{language.name}/{version.name}"
        for language in FOLDER.iterdir()
        if language.is_dir() and not language.name.startswith("_")
        for version in language.iterdir()
        if version.is_dir()
    }
    assert folders == set(RELEASED)
    assert f"en/{WORDING}" in folders


def test_templates_make_drafts_that_name_the_wording_of_today() -> None:
    assert {new_agreement(start).wording for start in templates()} == {WORDING}
    assert Agreement(id="a").wording == WORDING


def test_a_draft_whose_wording_this_program_lacks_says_so() -> None:
    draft = decode({"id": "a", "kind": "external", "wording": "999"})
    with pytest.raises(Damaged, match=r"uses the wording “999”.*Update the program to open it\."):
        compose(draft, date(2026, 11, 24))


def test_a_text_that_the_wording_lacks_is_named() -> None:
    with pytest.raises(Damaged, match=r"no text for scope\.services \(nothing, external\)"):
        Wording("en-GB", WORDING).text("scope.services", "nothing", Agreement(id="a").form)
