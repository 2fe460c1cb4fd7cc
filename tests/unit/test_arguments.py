"""What the window's command understands, and its sentences for what it doesn't."""

from pathlib import Path

import pytest

from ui.arguments import Misuse, Wish, misuse, usage, wish, with_verb_first

VERBS = ("list", "export")


def test_nothing_said_opens_the_start_screen() -> None:
    assert wish([], VERBS) == Wish()


def test_a_file_and_a_library_may_be_named(tmp_path: Path) -> None:
    draft = tmp_path / "mine.sla"
    draft.touch()
    assert wish(["--library", "there", str(draft)], VERBS) == Wish(draft, Path("there"))
    assert wish([str(draft), "--library=there"], VERBS) == Wish(draft, Path("there"))


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["missing.sla"], "isn't there"),
        (["exprot"], "neither a draft's file (FILE.sla) nor one of the verbs list, export"),
        (["--libary", "there"], "option “--libary” is unknown"),
        (["--library"], "asks for the folder"),
        (["--library="], "asks for the folder"),
        (["a.sla", "b.sla"], "One draft opens at a time"),
    ],
)
def test_what_cannot_be_understood_gets_a_sentence(given: list[str], told: str) -> None:
    assert told in str(misuse(given, VERBS))
    with pytest.raises(Misuse):
        wish(given, VERBS)


def test_a_library_may_stand_before_the_verb() -> None:
    assert with_verb_first(["--library", "d", "list", "--json"], VERBS) == [
        "list",
        "--library",
        "d",
        "--json",
    ]
    assert with_verb_first(["--library=d", "list"], VERBS) == ["list", "--library=d"]
    assert with_verb_first(["list"], VERBS) == ["list"]


@pytest.mark.parametrize("given", [[], ["list.sla"], ["--library", "list"], ["--library"]])
def test_without_a_verb_nothing_is_turned_round(given: list[str]) -> None:
    assert with_verb_first(given, VERBS) is None


def test_the_help_names_every_verb() -> None:
    assert "list, export" in usage(VERBS)
