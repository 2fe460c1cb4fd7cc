"""Where things are kept, and what the window remembers."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from slaeditor.settings import (
    WindowSettings,
    choose_library,
    chosen_library,
    library_folder,
    local_folder,
    remember_window,
    window_file,
    window_settings,
)


def test_the_library_is_the_one_given_else_the_variables_else_the_users(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SLAEDITOR_LIBRARY", str(tmp_path))
    assert library_folder("/somewhere/else") == Path("/somewhere/else")
    assert library_folder("~/drafts") == Path.home() / "drafts"
    assert library_folder() == tmp_path
    monkeypatch.delenv("SLAEDITOR_LIBRARY")
    assert "SLA Editor" in library_folder().parts


def test_a_library_that_was_chosen_counts_from_then_on(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SLAEDITOR_LOCAL", str(tmp_path))
    monkeypatch.delenv("SLAEDITOR_LIBRARY", raising=False)
    usual = library_folder()
    choose_library(tmp_path / "shared")
    assert library_folder() == chosen_library() == tmp_path / "shared"
    assert library_folder("/given") == Path("/given")
    choose_library(None)
    assert chosen_library() is None
    assert library_folder() == usual


@pytest.mark.parametrize("content", ["", "[]", '{"folder": 7}', '{"folder": "x"}', '{"folder"'])
def test_a_choice_that_can_not_be_read_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, content: str
) -> None:
    monkeypatch.setenv("SLAEDITOR_LOCAL", str(tmp_path))
    (tmp_path / "library.json").write_text(content, encoding="ascii")
    assert chosen_library() is None


def test_the_local_folder_belongs_to_the_library_however_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert local_folder(tmp_path / "link") == local_folder(tmp_path / "real")
    assert local_folder(tmp_path / "other") != local_folder(tmp_path / "real")
    assert not local_folder(tmp_path / "real").exists()
    assert library_folder() not in local_folder(library_folder()).parents


def test_the_local_folder_can_be_put_elsewhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SLAEDITOR_LOCAL", str(tmp_path))
    assert tmp_path in local_folder(Path("x")).parents
    assert window_file() == tmp_path / "window.json"


def test_the_window_remembers(tmp_path: Path) -> None:
    path = tmp_path / "made" / "window.json"
    settings = WindowSettings(1280, 720, (240, 600, 440), "dark", 125)
    assert window_settings(path) == WindowSettings()
    remember_window(settings, path)
    assert window_settings(path) == settings
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize(
    "rubbish", [b"", b"\0\0", b"[]", b"{", b'{"width": NaN}', b"\xff", b"[" * 99999]
)
def test_damaged_settings_are_the_standard_ones(tmp_path: Path, rubbish: bytes) -> None:
    path = tmp_path / "window.json"
    path.write_bytes(rubbish)
    assert window_settings(path) == WindowSettings()


def test_one_bad_value_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    found = {"width": 1280, "height": -3, "panes": [1, "x", 3], "theme": "pink", "text_size": True}
    path.write_text(json.dumps(found))
    assert window_settings(path) == WindowSettings(1280, 0, (1, 0, 3), "system", 100)


def test_a_text_size_that_the_window_does_not_offer_is_the_usual_one(tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    path.write_text('{"text_size": 60}')
    assert window_settings(path).text_size == 100


json_values = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(max_size=4),
    lambda part: some.lists(part, max_size=3) | some.dictionaries(some.text(max_size=3), part),
    max_leaves=4,
)


@given(
    some.dictionaries(
        some.sampled_from(["width", "height", "panes", "theme", "text_size"]), json_values
    )
)
def test_any_settings_are_read(found: dict[str, object]) -> None:
    window_file().parent.mkdir(parents=True, exist_ok=True)
    window_file().write_text(json.dumps(found))
    assert isinstance(window_settings(), WindowSettings)
