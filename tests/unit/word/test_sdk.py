"""The Open XML SDK, which Word is built beside, finds nothing wrong with any file of ours."""

import io
import zipfile
from collections.abc import Callable, Iterator
from itertools import permutations, product
from pathlib import Path

import pytest

from slaeditor.document.compose import compose
from slaeditor.document.copies import Copy, Form, Profile, gaps
from slaeditor.editing.exporting import form_of_export
from slaeditor.editing.templates import finished_example, new_agreement, templates
from slaeditor.word.record import record_bytes
from slaeditor.word.redline import redline_bytes
from slaeditor.word.write import docx_bytes
from tests.agreements import BOTH, TODAY, typed
from tests.unit.word.house import firms
from tests.unit.word.house.test_house import house
from tests.unit.word.sdk import installed_sdk, sdk_errors
from tests.unit.word.test_record import ALL

pytestmark = pytest.mark.slow

STARTS = {each.id: new_agreement(each) for each in templates()}
WHOLE = {"example": finished_example()} | {each.name: typed(each) for each in BOTH}
AGREEMENTS = STARTS | WHOLE
DOCUMENTS = {name: compose(agreement, TODAY) for name, agreement in AGREEMENTS.items()}
FIRM = house(firms.acme())


@pytest.fixture(scope="module")
def sdk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The validator."""
    return installed_sdk(tmp_path_factory.mktemp("sdk"))


def exports() -> Iterator[tuple[str, bytes]]:
    """Each document in each copy that it can go out as, each profile, with and without the rest."""
    choices = product(DOCUMENTS, Copy, Profile, ("", "DRAFT"), (None, FIRM))
    for name, copy, profile, watermark, firm in choices:
        document = DOCUMENTS[name]
        if copy is Copy.CLEAN and next(gaps(document), None) is not None:
            continue
        form = form_of_export(
            AGREEMENTS[name], document, TODAY, copy=copy, profile=profile, watermark=watermark
        )
        told = f"{name} {copy} {profile} {watermark or 'plain'} {'firm' if firm else 'ours'}"
        full = Form(copy, profile, form.notes, watermark, house=firm)
        yield told, docx_bytes(document, today=TODAY, form=full)


def redlines() -> Iterator[tuple[str, bytes]]:
    """Each template against each other, and whole agreements against the example."""
    pairs = [*permutations(STARTS, 2), *((each.name, "example") for each in BOTH)]
    for old, new in pairs:
        for copy, firm in ((Copy.REVIEW, None), (Copy.OTHER_SIDE, FIRM)):
            data = redline_bytes(
                DOCUMENTS[old], DOCUMENTS[new], author="Legal", when=TODAY, copy=copy, house=firm
            )
            yield f"{old} to {new}, {copy}", data


def records() -> Iterator[tuple[str, bytes]]:
    """The negotiation record."""
    yield "record", record_bytes(ALL, "Lead follow-up", TODAY)


@pytest.mark.parametrize("files", [exports, redlines, records], ids=lambda each: each.__name__)
def test_the_sdk_finds_no_error(
    files: Callable[[], Iterator[tuple[str, bytes]]], sdk: Path, tmp_path: Path
) -> None:
    written = {}
    for number, (name, data) in enumerate(files()):
        written[name] = tmp_path / f"{number}.docx"
        written[name].write_bytes(data)
    assert written
    assert sdk_errors(sdk, written) == {}


def test_the_sdk_does_find_an_error(sdk: Path, tmp_path: Path) -> None:
    path = tmp_path / "broken.docx"
    with zipfile.ZipFile(path, "w") as broken, zipfile.ZipFile(io.BytesIO(_some())) as whole:
        for name in whole.namelist():
            text = whole.read(name)
            if name == "word/document.xml":
                text = text.replace(b"<w:pStyle", b"<w:noStyle", 1)
            broken.writestr(name, text)
    (errors,) = sdk_errors(sdk, {"broken": path}).values()
    assert any("noStyle" in error for error in errors), errors


def _some() -> bytes:
    return docx_bytes(DOCUMENTS["example"], today=TODAY)
