"""LibreOffice accepts and rejects all changes of our redlines: the new text and the old one."""

import subprocess
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from slaeditor.blocks import Document
from slaeditor.document.compose import compose
from slaeditor.editing.templates import finished_example, new_agreement, templates
from slaeditor.word.redline import redline_bytes
from tests.agreements import BOTH, typed
from tests.unit.word.office import office_python
from tests.unit.word.revisions import accepted, draft_lines, said, without

pytestmark = pytest.mark.slow

TODAY = date(2026, 11, 24)
SCRIPT = Path(__file__).with_name("office_resolving.py")
PIPE = "slaeditor-redline"


def pairs() -> list[tuple[Document, Document]]:
    """Each template against each other, and both typed agreements against the finished example."""
    starts = [compose(new_agreement(each), TODAY) for each in templates()]
    example = compose(finished_example(), TODAY)
    whole = [(compose(typed(each), TODAY), example) for each in BOTH]
    return [*permutations(starts, 2), *whole]


@pytest.fixture(scope="module")
def resolved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the redlines that LibreOffice has resolved both ways."""
    python = office_python()
    folder = tmp_path_factory.mktemp("redlines")
    files = []
    for number, (old, new) in enumerate(pairs()):
        files.append(folder / f"{number}.docx")
        files[-1].write_bytes(redline_bytes(old, new, author="Legal", when=TODAY))
    listening = subprocess.Popen(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            f"--accept=pipe,name={PIPE};urp",
        ]
    )
    try:
        command = [python, str(SCRIPT), PIPE, *map(str, files)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        listening.wait(30)
    finally:
        listening.kill()
        listening.wait()
    return folder


@pytest.mark.parametrize("number", range(len(pairs())))
def test_accepting_all_gives_the_new_text(resolved: Path, number: int) -> None:
    _, new = pairs()[number]
    found = accepted((resolved / f"{number}-accepted.docx").read_bytes())
    assert without(found, draft_lines(new)) == said(new, new)


@pytest.mark.parametrize("number", range(len(pairs())))
def test_rejecting_all_gives_the_old_text(resolved: Path, number: int) -> None:
    old, new = pairs()[number]
    found = accepted((resolved / f"{number}-rejected.docx").read_bytes())
    assert without(found, draft_lines(new)) == said(old, new)
