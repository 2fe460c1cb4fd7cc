"""The table of anchors as a custom XML part of the Word file: it leads from bookmarks to paths.

A bookmark's name is a hash, so that it fits; who reads a returned file learns here what each one
marks. Word and LibreOffice keep the part as it is and show it nowhere.
"""

import zlib
from base64 import b64encode
from uuid import NAMESPACE_URL, uuid5

from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from slaeditor.blocks import Document
from slaeditor.document.anchors import anchors
from slaeditor.document.copies import Copy, Form
from slaeditor.document.snapshot import packed
from slaeditor.word.items import ANCHORS, SNAPSHOT
from slaeditor.word.markup import attribute

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def add_anchor_table(word_file: WordFile, document: Document, export_id: str, form: Form) -> None:
    """Add the table of all anchors of the document, under the id of its export.

    A review copy also carries the text itself, so that it can be compared wherever it returns.
    """
    entries = "".join(
        f"<anchor name={attribute(anchor.name)} kind={attribute(anchor.kind.value)} "
        f'path={attribute(anchor.path)} occurrence="{anchor.occurrence}"/>'
        for anchor in anchors(document)
    )
    identity = (
        f"agreement={attribute(document.agreement_id)} export={attribute(export_id)} "
        f"version={attribute(document.version)} status={attribute(document.status)} "
        f"profile={attribute(form.profile.value)} copy={attribute(form.copy.value)}"
    )
    add_item(
        word_file,
        1,
        ANCHORS,
        document.agreement_id,
        f'<anchors xmlns="{ANCHORS}" {identity}>{entries}</anchors>',
    )
    if form.copy is Copy.REVIEW:
        text = b64encode(zlib.compress(packed(document), 9)).decode("ascii")
        add_item(
            word_file,
            2,
            SNAPSHOT,
            document.agreement_id,
            f'<snapshot xmlns="{SNAPSHOT}" {identity} encoding="deflate-base64">{text}</snapshot>',
        )


def add_item(word_file: WordFile, number: int, namespace: str, agreement_id: str, xml: str) -> None:
    """Add a custom XML part with the properties that name its namespace."""
    item = _part(word_file, f"/customXml/item{number}.xml", CONTENT_TYPE.XML, xml)
    item_id = str(uuid5(NAMESPACE_URL, f"{namespace}:{agreement_id}")).upper()
    properties = _part(
        word_file,
        f"/customXml/itemProps{number}.xml",
        CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES,
        f'<ds:datastoreItem xmlns:ds="{_DATA_STORE}" ds:itemID="{{{item_id}}}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{namespace}"/></ds:schemaRefs></ds:datastoreItem>',
    )
    item.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    word_file.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)


def _part(word_file: WordFile, name: str, content_type: str, xml: str) -> Part:
    data = (_DECLARATION + xml).encode("utf-8")
    return Part(PackURI(name), content_type, data, word_file.part.package)
