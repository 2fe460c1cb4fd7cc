"""An export that LibreOffice opens, edits and saves: each known change comes back as one proposal.

The `soffice` of the PATH is used, whatever its version, unless OFFICE_AT_LEAST asks for one. Before
25.2 it writes a broken file where a change is tracked in a content control; that is recognised,
named, and read all the same.
"""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from slaeditor.blocks import Document, Reference
from slaeditor.document.compose import compose
from slaeditor.document.copies import Copy, Form, Note, Profile
from slaeditor.document.snapshot import unpacked
from slaeditor.document.view import View
from slaeditor.errors import BrokenByLibreOffice
from slaeditor.returned import Line, ReturnedFile
from slaeditor.review.gathering import review
from slaeditor.review.places import places
from slaeditor.review.proposal import Review
from slaeditor.review.taking import taken
from slaeditor.word.reading.read import read_returned
from slaeditor.word.write import docx_bytes
from tests.agreements import HOSTED_APPLICATION, TODAY, typed
from tests.roundtrip.conftest import OFFICE
from tests.roundtrip.known_edits import BATCHES, COMMENT, NOTE, REMARKS
from tests.unit.word.office import Step, edited

pytestmark = pytest.mark.slow

AGREEMENT = typed(HOSTED_APPLICATION)
DOCUMENT = compose(AGREEMENT, TODAY)
MODES = ("untracked", "tracked", "accepted")
_MENDED_IN = (25, 2)
"""The first version that was seen to write tracked changes in content controls right."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """A folder with the export of each profile, and what LibreOffice made of it in each way."""
    made = tmp_path_factory.mktemp("roundtrip")
    jobs: list[tuple[Path, list[Step]]] = []
    for profile in Profile:
        path = made / f"{profile}.docx"
        notes = (Note("duration/effective_date", NOTE, "Ann", "2027-01-12T09:00:00"),)
        path.write_bytes(docx_bytes(DOCUMENT, today=TODAY, form=Form(Copy.REVIEW, profile, notes)))
        jobs.append((path, [_saved(path, "saved")]))
        for batch, edits in BATCHES.items():
            jobs += _jobs(path, batch, [*(edit.step for edit in edits), *REMARKS])
    edited(made, jobs)
    request.config.stash[OFFICE] = _file(made, Profile.COMPATIBLE, "saved").application
    return made


def _jobs(path: Path, batch: str, steps: list[Step]) -> list[tuple[Path, list[Step]]]:
    untracked = [("track", False), *steps, _saved(path, f"{batch}-untracked")]
    tracked = [("track", True), *steps, _saved(path, f"{batch}-tracked")]
    return [
        (path, untracked),
        (path, [*tracked, ("accept",), _saved(path, f"{batch}-accepted")]),
    ]


def _saved(path: Path, mode: str) -> Step:
    return ("save", str(path.with_name(f"{path.stem}-{mode}.docx")))


def _file(folder: Path, profile: Profile, mode: str) -> ReturnedFile:
    path = folder / f"{profile}-{mode}.docx"
    return read_returned(path.read_bytes(), path.name, repair=True)


def _found(file: ReturnedFile) -> Review:
    assert file.snapshot is not None
    return review(file, unpacked(file.snapshot), AGREEMENT, TODAY)


def _version(file: ReturnedFile) -> tuple[int, ...]:
    name, _, number = file.application.partition(" ")
    assert name == "LibreOffice", file.application
    return _numbers(number)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(each) for each in version.split(".")[:2])


def test_the_office_is_as_new_as_was_asked_for(folder: Path) -> None:
    found = _version(_file(folder, Profile.COMPATIBLE, "saved"))
    assert found >= _numbers(os.environ.get("OFFICE_AT_LEAST", "0"))


@pytest.mark.parametrize("profile", list(Profile), ids=str)
def test_nothing_is_proposed_where_nothing_was_edited(folder: Path, profile: Profile) -> None:
    found = _found(_file(folder, profile, "saved"))
    assert not found.proposals
    assert not found.unmatched
    assert not found.warnings
    assert [remark.entries[0][1] for remark in found.remarks] == [NOTE]


@pytest.mark.parametrize("profile", list(Profile), ids=str)
@pytest.mark.parametrize("batch", BATCHES)
@pytest.mark.parametrize("mode", MODES)
def test_each_known_change_is_one_proposal_and_no_other_is_made(
    folder: Path, profile: Profile, mode: str, batch: str
) -> None:
    found = _found(_file(folder, profile, f"{batch}-{mode}"))
    met = {edit.name: [p for p in found.proposals if edit.is_met_by(p)] for edit in BATCHES[batch]}
    assert {name: len(proposals) for name, proposals in met.items()} == dict.fromkeys(met, 1)
    known = {proposal.id for proposals in met.values() for proposal in proposals}
    assert [p for p in found.proposals if p.id not in known] == []
    assert found.unmatched == ()


@pytest.mark.parametrize("profile", list(Profile), ids=str)
def test_tracked_changes_name_who_and_when_and_untracked_ones_nobody(
    folder: Path, profile: Profile
) -> None:
    for batch in BATCHES:
        for proposal in _found(_file(folder, profile, f"{batch}-tracked")).proposals:
            assert proposal.author, proposal
            assert proposal.date, proposal
        for mode in ("untracked", "accepted"):
            found = _found(_file(folder, profile, f"{batch}-{mode}")).proposals
            assert {(p.author, p.date) for p in found} == {("", "")}


@pytest.mark.parametrize("profile", list(Profile), ids=str)
@pytest.mark.parametrize("batch", BATCHES)
@pytest.mark.parametrize("mode", MODES)
def test_a_comment_and_a_resolved_mark_come_home(
    folder: Path, profile: Profile, mode: str, batch: str
) -> None:
    remarks = _found(_file(folder, profile, f"{batch}-{mode}")).remarks
    assert [(r.path, r.entries[0][0].name, r.entries[0][1], r.resolved) for r in remarks] == [
        ("clauses/introduction.precedence/text", "Ben Counsel", COMMENT, False),
        ("duration/effective_date", "Ann", NOTE, True),
    ]


@pytest.mark.parametrize("profile", list(Profile), ids=str)
@pytest.mark.parametrize("mode", MODES)
def test_taking_all_gives_the_reviewers_text_item_by_item(
    folder: Path, profile: Profile, mode: str
) -> None:
    file = _file(folder, profile, f"first-{mode}")
    found = _found(file)
    new = compose(taken(AGREEMENT, found.proposals, View(AGREEMENT, TODAY)), TODAY)
    ours, theirs = _items(new), _lines(file.after)
    for follows in FOLLOWING:
        theirs.remove(follows)
    assert len(ours) > 180
    assert _differing(ours, theirs) == []


@pytest.mark.parametrize("batch", BATCHES)
@pytest.mark.parametrize("profile", list(Profile), ids=str)
def test_the_text_before_the_changes_is_what_went_out(
    folder: Path, profile: Profile, batch: str
) -> None:
    before = _lines(_file(folder, profile, f"{batch}-tracked").before)
    assert _differing(_items(DOCUMENT), before) == []


def test_a_file_that_libreoffice_broke_is_named(folder: Path) -> None:
    path = folder / f"{Profile.WORD}-first-tracked.docx"
    if _version(_file(folder, Profile.WORD, "saved")) >= _MENDED_IN:
        assert not read_returned(path.read_bytes(), path.name).warnings
        return
    with pytest.raises(BrokenByLibreOffice) as raised:
        read_returned(path.read_bytes(), path.name)
    assert "LibreOffice" in str(raised.value)
    assert "damaged" in _found(_file(folder, Profile.WORD, "first-tracked")).warnings[0]


def _items(document: Document) -> list[str]:
    """All that a document says, item by item, live references as a sign."""
    texts = (
        "".join(_SIGN if isinstance(span, Reference) else span.text for span in place.spans)
        for place in places(document)
        if place.row != _LAST_NOTICE or document is DOCUMENT
    )
    return [text.strip() for text in texts if text.strip()]


def _lines(lines: Sequence[Line]) -> list[str]:
    """All that a file says, line by line, live references as a sign."""
    texts = []
    for line in lines:
        text = line.text
        for each in reversed(line.references):
            text = text[: each.start] + _SIGN + text[each.end :]
        texts.append(text.strip())
    return [text for text in texts if text]


_SIGN = "\N{PILCROW SIGN}"
_LAST_NOTICE = "schedule-dates@last-notice"
FOLLOWING = (
    "Last day on which notice against the renewal can be received",
    "30\N{NO-BREAK SPACE}January 2029",
    f"clause {_SIGN}",
)
"""The cells of a row that follows from what was taken, so that the file can't have it yet."""


def _differing(ours: list[str], theirs: list[str]) -> list[str]:
    """What one of them says and the other doesn't."""
    return [each for each in (*ours, *theirs) if ours.count(each) != theirs.count(each)]
