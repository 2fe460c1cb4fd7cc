"""Properties of the Word file: what a document management system and a later import read."""

from datetime import UTC, date, datetime

from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from slaeditor.blocks import Document
from slaeditor.document.copies import Form
from slaeditor.document.text import printable
from slaeditor.word.markup import attribute, escaped

_LONGEST = 255
"""Characters that a core property may have."""

_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The format id that every user-defined property bears (ECMA-376 part 1, 22.3)."""

_SCHEMA = "http://schemas.openxmlformats.org/officeDocument/2006"


def set_properties(
    word_file: WordFile, document: Document, today: date, named: str, form: Form
) -> None:
    """Fill the core properties and add the custom ones, with the id that the export is `named`.

    No author and no user name is written.
    """
    core = word_file.core_properties
    core.title = _short(document.title)
    core.subject = core.category = _short(document.kind_title)
    core.language = document.language
    core.content_status = _short(document.status)
    core.version = _short(document.version)
    core.identifier = _short(document.reference or document.agreement_id)
    core.created = core.modified = datetime(today.year, today.month, today.day, tzinfo=UTC)
    _add_custom(
        word_file,
        {
            "SLA agreement id": document.agreement_id,
            "SLA version": document.version,
            "SLA status": document.status,
            "SLA export id": named,
            "SLA copy": form.copy.value,
            "SLA profile": form.profile.value,
        },
    )


def _short(text: str) -> str:
    return printable(text)[:_LONGEST]


def _add_custom(word_file: WordFile, values: dict[str, str]) -> None:
    """Add docProps/custom.xml, for which python-docx has no interface."""
    entries = "".join(
        f'<property fmtid="{_FORMAT}" pid="{place}" name={attribute(name)}>'
        f"<vt:lpwstr>{escaped(text)}</vt:lpwstr></property>"
        for place, (name, text) in enumerate(values.items(), start=2)
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{_SCHEMA}/custom-properties" xmlns:vt="{_SCHEMA}/docPropsVTypes">'
        f"{entries}</Properties>"
    )
    package = word_file.part.package
    part = Part(
        PackURI("/docProps/custom.xml"),
        CONTENT_TYPE.OFC_CUSTOM_PROPERTIES,
        xml.encode("utf-8"),
        package,
    )
    package.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
