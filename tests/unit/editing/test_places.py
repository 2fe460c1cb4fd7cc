"""What this computer remembers of each draft, and how little it needs to."""

from pathlib import Path

import pytest

from slaeditor.editing.places import Place, Places


def test_a_place_is_there_at_the_next_start(tmp_path: Path) -> None:
    Places(tmp_path).remember_path("one", "duration/notice/length")
    Places(tmp_path).remember_export("one", Path("/tmp/one.docx"))
    assert Places(tmp_path).of("one") == Place("duration/notice/length", "/tmp/one.docx")
    assert Places(tmp_path).of("two") == Place()


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"\xff", b'{"one": 3}', b'{"one": {"path": 3, "exported": null}}', b"[" * 9999],
)
def test_a_damaged_file_costs_nothing_but_the_way_back(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "places.json").write_bytes(content)
    assert Places(tmp_path).of("one") == Place()
    Places(tmp_path).remember_path("one", "title")
    assert Places(tmp_path).of("one") == Place("title")


def test_the_places_left_longest_ago_are_forgotten_first(tmp_path: Path) -> None:
    places = Places(tmp_path)
    for number in range(502):
        places.remember_path(f"draft-{number}", "title")
    assert places.of("draft-0") == Place()
    assert places.of("draft-501") == Place("title")


def test_a_folder_that_cannot_be_written_is_no_problem(tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where the folder should be")
    places = Places(blocked / "local")
    places.remember_path("one", "title")
    assert places.of("one") == Place("title")
