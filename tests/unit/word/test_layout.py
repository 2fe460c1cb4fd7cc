"""Exact pages and PDF from the optional part “layout”, and what happens without it."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from slaeditor.blocks import Part, Table
from slaeditor.document.compose import compose
from slaeditor.document.contents import contents
from slaeditor.document.copies import Copy, Form
from slaeditor.document.running import FOR_READING
from slaeditor.editing.templates import finished_example
from slaeditor.errors import ExportFailed
from slaeditor.word.export import export
from slaeditor.word.layout import MOST_ROWS, can_lay_out, is_installed, with_pages
from slaeditor.word.write import docx_bytes
from tests.unit.word.building import document, row

Test = Callable[..., None]

TODAY = date(2027, 1, 12)
EXAMPLE = compose(finished_example(), TODAY)


def _only(is_so: bool) -> Callable[[Test], Test | None]:
    """A test that is there only where it can run: of two computers each has one half."""
    return lambda test: test if is_so else None


with_library = _only(is_installed())
without_library = _only(not is_installed())


def write(form: Form) -> bytes:
    """The example in some form."""
    return docx_bytes(EXAMPLE, today=TODAY, form=form)


@without_library
def test_without_it_a_pdf_is_refused_with_the_way_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match=r"slaeditor\[layout\].*in the window"):
        export(EXAMPLE, tmp_path / "a.pdf", today=TODAY)
    assert list(tmp_path.iterdir()) == []


@without_library
def test_without_it_a_form_stays_without_pages() -> None:
    assert with_pages(EXAMPLE, Form(), write) == Form()


def test_pages_that_are_known_are_not_worked_out_again() -> None:
    form = Form(pages={"scope.heading": 4})
    assert with_pages(EXAMPLE, form, write) is form


def test_a_document_that_would_take_minutes_has_no_exact_pages() -> None:
    rows = tuple(row(f"r{number}", "x") for number in range(MOST_ROWS + 1))
    assert not can_lay_out(document(Part("scope", (Table("t", ("A",), rows, "", ""),))))


@with_library
def test_every_heading_has_a_page_and_they_follow_each_other() -> None:
    pages = with_pages(EXAMPLE, Form(), write).pages
    found = [pages[entry.id] for entry in contents(EXAMPLE)]
    assert found == sorted(found)
    assert found[0] == 3


@with_library
@pytest.mark.slow
def test_the_pdf_holds_the_pages_that_its_contents_name(tmp_path: Path) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is needed to read a PDF")
    target = tmp_path / "a.pdf"
    export(EXAMPLE, target, today=TODAY, form=Form(Copy.OTHER_SIDE))
    told = subprocess.run(["pdftotext", str(target), "-"], check=True, capture_output=True)
    pages = told.stdout.decode().split("\f")
    for entry_id, number in with_pages(EXAMPLE, Form(Copy.OTHER_SIDE), write).pages.items():
        title = next(entry.title for entry in contents(EXAMPLE) if entry.id == entry_id)
        assert title in pages[number - 1]
    assert FOR_READING in pages[1]
