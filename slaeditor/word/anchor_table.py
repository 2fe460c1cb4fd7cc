"""The table of anchors as a custom XML part of the Word file: it leads from bookmarks to paths.

A bookmark's name is a hash, so that it fits; who reads a returned file learns here what each one
marks. Word and LibreOffice keep the part as it is and show it nowhere.
"""

from uuid import NAMESPACE_URL, uuid5

from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from slaeditor.blocks import Document
from slaeditor.document.anchors import anchors
from slaeditor.word.markup import attribute

NAMESPACE = "urn:sla-editor:anchors:1"
"""Of the part's elements; the number goes up when their meaning changes."""

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DATA_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"


def add_anchor_table(word_file: WordFile, document: Document, export_id: str) -> None:
    """Add the table of all anchors of the document, under the id of its export."""
    entries = "".join(
        f"<anchor name={attribute(anchor.name)} kind={attribute(anchor.kind.value)} "
        f'path={attribute(anchor.path)} occurrence="{anchor.occurrence}"/>'
        for anchor in anchors(document)
    )
    table = (
        f'<anchors xmlns="{NAMESPACE}" agreement={attribute(document.agreement_id)} '
        f"export={attribute(export_id)}>{entries}</anchors>"
    )
    item = _part(word_file, "/customXml/item1.xml", CONTENT_TYPE.XML, table)
    item_id = str(uuid5(NAMESPACE_URL, f"{NAMESPACE}:{document.agreement_id}")).upper()
    properties = _part(
        word_file,
        "/customXml/itemProps1.xml",
        CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES,
        f'<ds:datastoreItem xmlns:ds="{_DATA_STORE}" ds:itemID="{{{item_id}}}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>',
    )
    item.relate_to(properties, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    word_file.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)


def _part(word_file: WordFile, name: str, content_type: str, xml: str) -> Part:
    data = (_DECLARATION + xml).encode("utf-8")
    return Part(PackURI(name), content_type, data, word_file.part.package)
