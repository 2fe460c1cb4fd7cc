"""Our exports opened, edited and saved by LibreOffice, and its own view of tracked changes."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from slaeditor.document.copies import Copy, Form, Note, Profile
from slaeditor.returned import CommentThread, Line, ReturnedFile
from slaeditor.word.reading.read import read_returned
from slaeditor.word.write import docx_bytes
from tests.unit.word.office import Step, edited, saved_again
from tests.unit.word.reading.word_files import (
    ANN,
    BEN,
    deleted,
    gone,
    ins,
    mark,
    package,
    row,
    run,
    table,
)
from tests.unit.word.reading.word_files import paragraph as styled_paragraph
from tests.unit.word.rich_document import rich

pytestmark = pytest.mark.slow

paragraph = partial(styled_paragraph, style="Normal")
_END = paragraph(run("End."))
PATTERNS: Mapping[str, str] = {
    "replaced word": paragraph(run("a "), deleted(gone("60")), ins(run("90")), run(" days.")),
    "split": paragraph(run("First. "), mark=mark("ins")) + paragraph(run("Second.")),
    "merge": paragraph(run("First."), mark=mark("del")) + paragraph(run("Second.")),
    "deleted paragraph": paragraph(run("A."))
    + paragraph(deleted(gone("B.")), mark=mark("del"))
    + paragraph(run("C.")),
    "new paragraph": paragraph(run("A."), mark=mark("ins"))
    + paragraph(ins(run("B.")))
    + paragraph(run("C.")),
    "deleted from above": paragraph(run("A."), mark=mark("del"))
    + paragraph(deleted(gone("B.")))
    + paragraph(run("C.")),
    "two reviewers": paragraph(run("a "), ins(run("b ")), ins(run("c "), BEN), deleted(gone("d"))),
    "new row": table(
        row(paragraph(run("A"))),
        row(paragraph(ins(run("B")), mark=mark("ins")), history=mark("ins")),
        row(paragraph(run("C"))),
    ),
    "deleted row": table(
        row(paragraph(run("A"))),
        row(paragraph(deleted(gone("B")), mark=mark("del")), history=mark("del")),
        row(paragraph(run("C"))),
    ),
    "moved text": paragraph(run("A. "), f"<w:moveFrom {ANN}>{run('B. ')}</w:moveFrom>", run("C."))
    + paragraph(f"<w:moveTo {ANN}>{run('B. ')}</w:moveTo>", run("D.")),
    "formatting": paragraph(
        run("a", f'<w:b/><w:rPrChange w:id="1" {ANN}><w:rPr/></w:rPrChange>'), run(" b")
    ),
}
"""What LibreOffice resolves as the format says. Not here: what one deleted of another one's
insertion, which LibreOffice leaves in the text when all is accepted."""


def _read(path: Path) -> ReturnedFile:
    return read_returned(path.read_bytes(), path.name, repair=True)


def _texts(lines: tuple[Line, ...]) -> list[str]:
    return [line.text for line in lines if line.text]


@pytest.fixture(scope="module")
def resolved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with each pattern as it is, all accepted, and all refused by LibreOffice."""
    folder = tmp_path_factory.mktemp("patterns")
    jobs: list[tuple[Path, list[Step]]] = []
    for number, body in enumerate(PATTERNS.values()):
        path = folder / f"{number}.docx"
        path.write_bytes(package(body + _END))
        for verb in ("accept", "reject"):
            jobs.append((path, [(verb,), ("save", str(folder / f"{number}-{verb}.docx"))]))
    edited(folder, jobs)
    return folder


@pytest.mark.parametrize("pattern", PATTERNS)
def test_both_views_are_those_of_libreoffice(resolved: Path, pattern: str) -> None:
    number = list(PATTERNS).index(pattern)
    file = _read(resolved / f"{number}.docx")
    assert _texts(file.after) == _texts(_read(resolved / f"{number}-accept.docx").after)
    assert _texts(file.before) == _texts(_read(resolved / f"{number}-reject.docx").after)


_EDITS: tuple[Step, ...] = (
    ("replace", "24 months", "36 months"),
    ("replace", "restore after", "mend within an hour of"),
    ("append", "Minutes without data", " Really."),
    ("split", "on all else, the"),
    ("delete", "It asks once each minute"),
    ("merge", "taking requests; and"),
    ("add", "Customer takes orders", "A wholly new recital."),
    ("replace", "calendar quarter", "calendar year"),
    ("append", "Definitions and standing", " and remedies"),
    ("move", "The clock starts with", "Minutes without data"),
)


@pytest.fixture(scope="module", params=list(Profile), ids=lambda profile: profile.value)
def exported(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an export of a profile, and what LibreOffice made of it."""
    folder = tmp_path_factory.mktemp("exported")
    path = folder / "export.docx"
    form = Form(Copy.REVIEW, request.param, watermark="DRAFT")
    path.write_bytes(docx_bytes(rich(), today=date(2027, 1, 12), form=form))
    edited(
        folder,
        [
            (path, [("save", str(folder / "saved.docx"))]),
            (path, [("track", False), *_EDITS, ("save", str(folder / "untracked.docx"))]),
            (
                path,
                [
                    ("track", True),
                    *_EDITS,
                    ("save", str(folder / "tracked.docx")),
                    ("accept",),
                    ("save", str(folder / "accepted.docx")),
                ],
            ),
        ],
    )
    return folder


def test_an_export_that_was_only_saved_reads_as_it_went_out(exported: Path) -> None:
    ours, theirs = _read(exported / "export.docx"), _read(exported / "saved.docx")
    assert theirs.after == theirs.before
    assert _texts(theirs.after) == _texts(ours.after)
    assert _anchored(theirs) == _anchored(ours)
    assert [line.references for line in theirs.after] == [line.references for line in ours.after]
    assert not any(line.marks for line in theirs.after)
    assert (theirs.identity, theirs.anchors) == (ours.identity, ours.anchors)
    assert theirs.snapshot == ours.snapshot
    assert theirs.margins == ours.margins
    assert theirs.application.startswith("LibreOffice")
    assert not (theirs.removed or theirs.unplaced or theirs.warnings)


@pytest.mark.parametrize("profile", list(Profile))
def test_comments_of_an_export_that_was_only_saved_stay_in_their_places(
    profile: Profile, tmp_path: Path
) -> None:
    notes = tuple(
        Note(path, "Is this right?", "Ann", "2027-01-12T09:00:00", resolved)
        for path, resolved in (("duration/effective_date", True), ("introduction/purpose", False))
    )
    path = tmp_path / "export.docx"
    form = Form(Copy.REVIEW, profile, notes)
    path.write_bytes(docx_bytes(rich(), today=date(2027, 1, 12), form=form))
    (tmp_path / "saved").mkdir()
    ours, theirs = _read(path), _read(saved_again(path, tmp_path / "saved"))
    assert len(ours.comments) >= 2
    for before, after in zip(_by_place(ours), _by_place(theirs), strict=True):
        assert (after.quoted, after.line, after.start) == (before.quoted, before.line, before.start)
        assert after.comments[0].text == before.comments[0].text
        assert after.comments[0].author == before.comments[0].author
        assert after.resolved == before.resolved
    assert _texts(theirs.after) == _texts(ours.after)


def _by_place(file: ReturnedFile) -> list[CommentThread]:
    return sorted(file.comments, key=lambda thread: (thread.line or 0, thread.start))


def _anchored(file: ReturnedFile) -> dict[str, str]:
    return {
        entry.name: line.text[entry.start : entry.end]
        for line in file.after
        for entry in line.bookmarks
        if entry.name.startswith("_sla_")
    }


def test_tracked_edits_read_as_libreoffice_accepts_them(exported: Path) -> None:
    file = _read(exported / "tracked.docx")
    assert _texts(file.after) == _texts(_read(exported / "accepted.docx").after)


def test_tracked_edits_read_as_untracked_ones_and_as_they_went_out(exported: Path) -> None:
    file = _read(exported / "tracked.docx")
    if _is_confused(file):
        return
    assert _texts(file.after) == _texts(_read(exported / "untracked.docx").after)
    assert _texts(file.before) == _texts(_read(exported / "export.docx").after)


def _is_confused(file: ReturnedFile) -> bool:
    """Whether LibreOffice itself put tracked edits in wrong places, as 7 does in controls.

    Then all that can be right is that the person is told.
    """
    if not file.warnings:
        return False
    assert file.application.startswith("LibreOffice 7")
    assert any("LibreOffice" in sentence for sentence in file.warnings)
    return True


def test_tracked_edits_name_what_went_and_where_it_moved(exported: Path) -> None:
    file = _read(exported / "tracked.docx")
    gone_lines = [(entry.line.text, entry.move is not None) for entry in file.removed]
    assert ("It asks once each minute; and", False) in gone_lines
    moved = [line for line in file.after if line.text == "The clock starts with the report."]
    assert [line.is_new for line in moved] == [True]
    assert any(line.text == "A wholly new recital." and line.is_new for line in file.after)


def test_a_tracked_value_is_the_text_of_its_bookmark_or_control(exported: Path) -> None:
    file = _read(exported / "tracked.docx")
    if _is_confused(file):
        return
    (line,) = [line for line in file.after if "36 months" in line.text]
    assert [entry.text for entry in line.removed] == ["24 months"]
    assert [line.text[entry.start : entry.end] for entry in line.credits] == ["36 months"]
    if line.controls:
        assert "36 months" in [line.text[entry.start : entry.end] for entry in line.controls]
