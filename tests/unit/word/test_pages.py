"""The Word file as LibreOffice lays it out: every value and the composed numbers on the pages."""

import shutil
import subprocess
from datetime import date

import pytest

from slaeditor.blocks import Gap, Paragraph, SignatureBlock, Value
from slaeditor.document.anchors import Kind, anchors
from slaeditor.word.export import export
from tests.unit.word.rich_document import rich

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The text of the rich document's pages, white space joined; form feeds between pages."""
    office, reader = shutil.which("soffice"), shutil.which("pdftotext")
    if office is None or reader is None:
        pytest.skip("LibreOffice and pdftotext are needed to lay out pages")
    folder = tmp_path_factory.mktemp("pages")
    export(rich(), folder / "rich.docx", today=date(2027, 1, 12))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "rich.docx")], check=True, capture_output=True)
    text = subprocess.run(
        [reader, "-layout", str(folder / "rich.pdf"), "-"], check=True, capture_output=True
    ).stdout.decode("utf-8")
    return "\f".join(" ".join(page.split()) for page in text.split("\f"))


def test_every_number_is_the_composed_one(pages: str) -> None:
    numbered = [p for p in rich().paragraphs() if p.number]
    expected = [f"{p.number} {' '.join(p.text.split())[:40]}" for p in numbered]
    assert [text for text in expected if text not in pages] == []


def test_every_value_and_gap_is_on_a_page(pages: str) -> None:
    words = set(pages.split())
    shown = {
        word
        for part in rich().parts
        for block in part.blocks
        if isinstance(block, Paragraph | SignatureBlock)
        for span in (block.spans if isinstance(block, Paragraph) else block.lead)
        if isinstance(span, Value | Gap)
        for word in span.text.split()
    }
    assert {word for word in shown if not any(word in printed for printed in words)} == set()
    assert any(anchor.kind is Kind.VALUE for anchor in anchors(rich()))


def test_pages_are_counted_and_the_cover_is_bare(pages: str) -> None:
    cover, contents, *_others = pages.split("\f")
    assert "Page" not in cover
    assert contents.startswith("Internal – legal review. Do not forward. Contents")
    assert contents.endswith("SLA-2027-014 · Version 0.3 Page 2 of 6")
