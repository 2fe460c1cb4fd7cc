"""A file in a firm's template that comes back: nothing is proposed unless somebody changed it."""

import io
import re
import shutil
import subprocess
import zipfile
from functools import cache
from pathlib import Path

import pytest

from slaeditor.agreement import Agreement
from slaeditor.document.compose import compose
from slaeditor.document.copies import Copy, Form, Profile
from slaeditor.document.house import House, in_house
from slaeditor.document.snapshot import export_id, unpacked
from slaeditor.review.gathering import review
from slaeditor.review.proposal import Review
from slaeditor.word.house.opening import opened
from slaeditor.word.house.roles import proposed
from slaeditor.word.house.writing import house_of
from slaeditor.word.reading.read import read_returned
from slaeditor.word.write import docx_bytes
from tests.agreements import HOSTED_APPLICATION, MARKETING_AND_SALES, TODAY, typed
from tests.unit.word.house import firms
from tests.unit.word.invariants import W, part
from tests.unit.word.office import edited, saved_again

FIRMS = {
    "acme": firms.acme,
    "plain": firms.plain,
    "articles": firms.articles,
    "deep": firms.deep,
}


@cache
def agreement(name: str) -> Agreement:
    """An agreement as a person would have typed it."""
    return typed(HOSTED_APPLICATION if name == "hosted" else MARKETING_AND_SALES)


def house(firm: str) -> House:
    """A firm's template with the styles that are proposed."""
    template = opened(FIRMS[firm](), f"{firm}.dotx")
    return house_of(template, proposed(template.sheet))


def exported(
    firm: str, copy: Copy = Copy.REVIEW, profile: Profile = Profile.COMPATIBLE, of: str = "hosted"
) -> bytes:
    """The agreement in a firm's template."""
    document = compose(agreement(of), TODAY)
    return docx_bytes(document, today=TODAY, form=Form(copy, profile, house=house(firm)))


def reviewed(data: bytes, of: str = "hosted") -> Review:
    """What a file proposes, compared with what travels in it."""
    file = read_returned(data, "back.docx")
    assert file.snapshot is not None
    return review(file, unpacked(file.snapshot), agreement(of), TODAY)


def changed(data: bytes, old: str, new: str) -> bytes:
    """The file with some text of its body replaced."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            package.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize("firm", FIRMS)
@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize("of", ["hosted", "internal"])
def test_an_unedited_file_proposes_nothing(firm: str, profile: Profile, of: str) -> None:
    found = reviewed(exported(firm, profile=profile, of=of), of)
    assert (found.proposals, found.unmatched, found.warnings) == ((), (), ())


@pytest.mark.parametrize("firm", FIRMS)
def test_one_edit_of_a_value_is_one_proposal(firm: str) -> None:
    found = reviewed(changed(exported(firm), "Northwind Hosting GmbH", "Northwind Hosting AG"))
    assert {proposal.path for proposal in found.proposals} == {"introduction/provider/name"}
    assert {proposal.after for proposal in found.proposals} == {"Northwind Hosting AG"}


def test_a_copy_without_a_snapshot_has_the_id_of_its_document() -> None:
    file = read_returned(exported("deep", Copy.OTHER_SIDE), "back.docx")
    assert file.identity is not None
    document = compose(agreement("hosted"), TODAY)
    assert file.identity.export_id == export_id(document)
    found = review(file, document, agreement("hosted"), TODAY)
    assert found.proposals == ()
    assert found.unmatched == ()


def printed_numbers(text: str) -> list[str]:
    """What stands before each paragraph that LibreOffice numbers, as in its plain text."""
    found = []
    for line in text.splitlines():
        number = re.match(r"\s*((?:Article |Annex |Schedule |Part )?[\w.()]+?)[\s\t]", line + " ")
        found.append(number[1] if number else "")
    return found


def shown_numbers(path: Path, folder: Path, firm: str) -> list[str]:
    """The numbers that LibreOffice counts for the composed paragraphs, in their order."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8"]
    subprocess.run(
        [*command, "--outdir", str(folder), str(path)], check=True, capture_output=True, timeout=300
    )
    lines = path.with_suffix(".txt").read_text("utf-8").splitlines()
    document = in_house(compose(agreement("hosted"), TODAY), house(firm))
    found, at = [], 0
    for paragraph in document.paragraphs():
        if not paragraph.number:
            continue
        wanted = paragraph.text.split("\n")[0]
        index = next(n for n in range(at, len(lines)) if lines[n].endswith(wanted))
        if lines[index] == wanted or "\t" in lines[index]:  # an entry of the table of contents
            later = [n for n in range(index + 1, len(lines)) if lines[n].endswith(wanted)]
            index = later[0] if later and "\t" in lines[index] else index
        at = index + 1
        found.append(lines[index][: len(lines[index]) - len(wanted)].strip())
    return found


@pytest.mark.slow
@pytest.mark.parametrize("firm", ["acme", "articles", "plain"])
def test_libreoffice_counts_what_was_composed(firm: str, tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    path.write_bytes(exported(firm))
    document = in_house(compose(agreement("hosted"), TODAY), house(firm))
    composed = [p.number for p in document.paragraphs() if p.number]
    assert shown_numbers(path, tmp_path, firm) == composed


@pytest.mark.slow
@pytest.mark.parametrize("firm", FIRMS)
def test_what_libreoffice_saves_unedited_proposes_nothing(firm: str, tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    path.write_bytes(exported(firm))
    back = saved_again(path, _folder(tmp_path / "saved"))
    found = reviewed(back.read_bytes())
    assert (found.proposals, found.unmatched) == ((), ())


@pytest.mark.slow
@pytest.mark.parametrize("firm", FIRMS)
def test_what_is_replaced_in_libreoffice_is_one_proposal(firm: str, tmp_path: Path) -> None:
    path = tmp_path / "out.docx"
    path.write_bytes(exported(firm))
    back = tmp_path / "back.docx"
    steps = [["replace", "Managing director", "Chief executive"], ["save", str(back)]]
    edited(tmp_path, [(path, steps)])
    found = reviewed(back.read_bytes())
    assert [proposal.after for proposal in found.proposals] == ["Chief executive"]


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def test_every_reference_in_the_file_shows_the_composed_number() -> None:
    for firm in FIRMS:
        document = in_house(compose(agreement("hosted"), TODAY), house(firm))
        said = "".join(t.text or "" for t in part(exported(firm)).iter(f"{W}t"))
        for paragraph in document.paragraphs():
            assert paragraph.text.replace("\n", "") in said
