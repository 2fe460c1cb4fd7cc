"""The house rules hold, and each rule is shown to find a planted breach."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.architecture import rules
from tests.architecture.rules import ROOT

LISTS: list[Callable[[Path], list[str]]] = [
    rules.long_files,
    rules.long_functions,
    rules.big_classes,
    rules.vague_names,
    rules.undescribed,
    rules.outside_references,
    rules.importers_of_main,
]
PATH_OUTSIDE = "/".join(["", "home", "somebody", "draft"])
PLANTED: list[tuple[Callable[[Path], object], str, str]] = [
    (rules.long_files, "slaeditor/long.py", "x = 1\n" * 401),
    (rules.long_functions, "ui/long.py", "def f():\n" + "    x = 1\n" * 50),
    (
        rules.big_classes,
        "ui/big.py",
        "class Big:\n" + "".join(f"    def m{i}(self): ...\n" for i in range(26)),
    ),
    (rules.vague_names, "slaeditor/utils/dates.py", ""),
    (rules.vague_names, "ui/draft/manager.py", ""),
    (rules.undescribed, "ui/mute.py", ""),
    (rules.undescribed, "ui/mute.py", '"""A module."""\n\ndef speak(): ...\n'),
    (rules.undescribed, "ui/mute.py", '"""A module."""\n\nclass Mute: ...\n'),
    (rules.outside_references, "README.md", f"see {PATH_OUTSIDE}\n"),
    (rules.outside_references, "docs/a.md", "see " + "../" * 2 + "shared/design\n"),
    (rules.importers_of_main, "ui/a.py", "from main import main\n"),
    (rules.blind_excepts, "ui/a.py", "try:\n    x = 1\nexcept Exception:\n    x = 2\n"),
    (rules.blind_excepts, "ui/a.py", "try:\n    x = 1\nexcept:\n    x = 2\n"),
    (rules.blind_excepts, "ui/a.py", "try:\n    x = 1\nexcept (OSError, Exception):\n    x = 2\n"),
    (rules.late_imports, "ui/a.py", "class A:\n    def f(self):\n        import docx\n"),
]


@pytest.mark.parametrize("rule", LISTS, ids=lambda rule: str(rule.__name__))
def test_a_rule_finds_nothing_in_the_project(rule: Callable[[Path], list[str]]) -> None:
    assert rule(ROOT) == []


def test_every_exception_is_caught_in_the_listed_places_only() -> None:
    assert len(rules.BLIND_EXCEPTS) <= 3
    assert rules.blind_excepts(ROOT) == rules.BLIND_EXCEPTS


def test_imports_inside_functions_are_the_listed_ones() -> None:
    assert rules.late_imports(ROOT) == rules.LATE_IMPORTS


@pytest.mark.parametrize(("rule", "file", "source"), PLANTED)
def test_a_rule_finds_a_planted_breach(
    tmp_path: Path, rule: Callable[[Path], object], file: str, source: str
) -> None:
    assert not rule(tmp_path)
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).write_text(source, encoding="utf-8")
    assert rule(tmp_path)
