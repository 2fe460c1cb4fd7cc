"""Pages as Qt lays them out: near to LibreOffice's, headings with their text, rows in one piece."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from slaeditor.agreement import Agreement
from slaeditor.blocks import Cell, Document, Fixed, Paragraph, Part, Role, Row, Table, Value
from slaeditor.document.compose import compose
from slaeditor.document.contents import contents
from slaeditor.document.copies import Copy, Form
from slaeditor.document.running import FOR_READING
from slaeditor.document.terms import spans_of
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.templates import finished_example
from slaeditor.errors import ExportCancelled, ExportFailed
from slaeditor.word.export import export
from tests.agreements import BOTH, TODAY, typed
from ui.export.pages import A4, Pages
from ui.export.pdf import heading_pages, pdf_bytes

AGREEMENTS = {what.name: typed(what) for what in BOTH} | {"example": finished_example()}


def with_levels(count: int) -> Agreement:
    """The example with so many levels more, some with long names."""
    draft = OpenDraft(finished_example(), float)
    for number in range(count):
        words = " long name here" * (number % 5)
        draft.add("metrics/levels", texts={"name": f"Level {number}{words}"})
    return draft.agreement


def one_part(*blocks: Paragraph | Table) -> Document:
    """A document without a cover."""
    return Document("T", "K", "en-GB", "", "", "", "Draft", "a", (Part("scope", blocks),))


def texts_of(data: bytes, folder: Path) -> list[str]:
    """What stands on each page of a PDF, white space joined."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is needed to read a PDF")
    file = folder / "read.pdf"
    file.write_bytes(data)
    told = subprocess.run(["pdftotext", "-layout", str(file), "-"], check=True, capture_output=True)
    return [" ".join(page.split()) for page in told.stdout.decode().split("\f")[:-1]]


def office_pages(file: Path, entries: dict[str, str]) -> dict[str, int]:
    """The page on which LibreOffice puts each heading, found by the words of its line."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is needed")
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(file.parent)]
    subprocess.run([*command, str(file)], check=True, capture_output=True)
    told = subprocess.run(
        ["pdftotext", "-layout", str(file.with_suffix(".pdf")), "-"],
        check=True,
        capture_output=True,
    )
    pages = [page.splitlines() for page in told.stdout.decode().split("\f")[:-1]]
    found: dict[str, int] = {}
    for number, lines in enumerate(pages, start=1):
        said = {" ".join(line.split()) for line in lines}
        for name, words in entries.items():
            if number > 2 and words in said:
                found.setdefault(name, number)
    return found


@pytest.mark.parametrize("name", AGREEMENTS)
def test_every_heading_has_a_page_behind_the_contents(name: str, qtbot: QtBot) -> None:
    document = compose(AGREEMENTS[name], TODAY)
    pages = heading_pages(document, Form())
    found = [pages[entry.id] for entry in contents(document)]
    assert found == sorted(found)
    assert found[0] == 3


@pytest.mark.slow
@pytest.mark.parametrize("name", [*AGREEMENTS, "many levels"])
def test_no_page_is_more_than_one_off_from_libreoffice(
    name: str, qtbot: QtBot, tmp_path: Path
) -> None:
    agreement = AGREEMENTS[name] if name in AGREEMENTS else with_levels(40)
    document = compose(agreement, TODAY)
    ours = heading_pages(document, Form())
    target = tmp_path / "a.docx"
    export(document, target, today=TODAY, form=Form(pages=ours))
    words = {entry.id: f"{entry.number} {entry.title}".strip() for entry in contents(document)}
    theirs = office_pages(target, words)
    assert theirs.keys() == ours.keys()
    assert {each: ours[each] for each in ours if abs(ours[each] - theirs[each]) > 1} == {}


@pytest.mark.slow
def test_the_pdf_holds_every_value_and_says_what_it_is_for(qtbot: QtBot, tmp_path: Path) -> None:
    document = compose(finished_example(), TODAY)
    pages = texts_of(pdf_bytes(document, Form(Copy.OTHER_SIDE)), tmp_path)
    words = {word for page in pages for word in page.split()}
    values = [
        span.text
        for part in document.parts
        for block in part.blocks
        for span in spans_of(block)
        if isinstance(span, Value)
    ]
    assert [text for text in values if any(w not in " ".join(words) for w in text.split())] == []
    assert all(page.endswith(FOR_READING) for page in pages)
    assert "Page" not in pages[0]
    assert f"Page 2 of {len(pages)}" in pages[1]
    for name, number in heading_pages(document, Form(Copy.OTHER_SIDE)).items():
        title = next(entry.title for entry in contents(document) if entry.id == name)
        assert title in pages[number - 1]


@pytest.mark.slow
def test_the_names_of_columns_come_again_on_each_page(qtbot: QtBot, tmp_path: Path) -> None:
    document = compose(with_levels(80), TODAY)
    pages = texts_of(pdf_bytes(document, Form()), tmp_path)
    with_rows = [page for page in pages if len(re.findall(r"\bSL\d+\b", page)) > 8]
    assert len(with_rows) > 2
    assert all("Ref. Service Level" in page for page in with_rows[:3])


def test_no_page_of_a_pdf_leads_anywhere(qtbot: QtBot) -> None:
    data = pdf_bytes(compose(finished_example(), TODAY), Form())
    assert data.startswith(b"%PDF")
    assert b"/URI" not in data


@pytest.mark.slow
def test_no_page_ends_within_a_row(qtbot: QtBot, tmp_path: Path) -> None:
    marks = [[f"r{row}l{line}." for line in range(1 + row % 6)] for row in range(150)]
    rows = (Row(lines[0], (Cell((Fixed("\n".join(lines)),)),)) for lines in marks)
    table = Table("t", ("Text",), tuple(rows), "", "", (1.0,))
    pages = texts_of(pdf_bytes(one_part(table), Form(Copy.OTHER_SIDE)), tmp_path)
    assert len(pages) > 5
    torn = [each for each in marks if not any(all(m in page for m in each) for page in pages)]
    assert torn == []


def test_a_heading_is_never_the_last_on_its_page(qtbot: QtBot) -> None:
    for lines in range(30, 60):
        fill = [Paragraph(Role.BODY, f"b{n}", (Fixed("Some text."),)) for n in range(lines)]
        heading = Paragraph(Role.HEADING, "h", (Fixed("Heading"),), "1")
        after = Paragraph(Role.BODY, "after", (Fixed("What follows the heading."),))
        pages = Pages(one_part(*fill, heading, after))
        assert pages.page_of("h") == pages.page_of("after")


def test_a_smaller_paper_has_more_pages(qtbot: QtBot) -> None:
    document = compose(finished_example(), TODAY)
    assert Pages(document, A4 * 0.8).count > Pages(document).count


def test_an_export_that_was_stopped_lays_nothing_out(qtbot: QtBot) -> None:
    with pytest.raises(ExportCancelled):
        heading_pages(compose(finished_example(), TODAY), Form(), lambda: True)


def test_a_clean_pdf_of_what_has_gaps_is_refused(qtbot: QtBot) -> None:
    draft = OpenDraft(finished_example(), float)
    draft.set_text("duration/effective_date", "")
    with pytest.raises(ExportFailed, match="still open"):
        pdf_bytes(compose(draft.agreement, TODAY), Form(Copy.CLEAN))
