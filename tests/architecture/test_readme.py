"""README and the papers beside it keep their word: marked lines are there, links lead on."""

import re
from pathlib import Path

import pytest

from tests.architecture.rules import ROOT

PAPERS = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
QT_NEEDS = ("libegl1", "libgl1", "libxkbcommon0", "libfontconfig1", "libdbus-1-3", "libxcb-cursor0")


def marked(name: str) -> list[str]:
    """Return the lines of README's code block after a marker, which .ci/run runs."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(rf"<!-- {name} -->\n```sh\n(.*?)```", text, re.DOTALL)
    return str(block).splitlines()


def test_the_test_command_is_one_line() -> None:
    (line,) = marked("test")
    assert line.endswith("-m pytest")


def test_the_packages_of_a_bare_linux_are_one_line() -> None:
    (line,) = marked("packages")
    assert set(QT_NEEDS) < set(line.split())
    assert "fonts-" in line


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: str(paper.relative_to(ROOT)))
def test_every_link_leads_to_a_file(paper: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", paper.read_text(encoding="utf-8"))
    assert [link for link in links if not (paper.parent / link).exists()] == []
