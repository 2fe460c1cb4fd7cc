"""What stood above and below the pages when a file was exported, as a custom XML part of it.

A firm's template has words of its own there, a watermark any words: who reads a returned file must
not take them for somebody's addition.
"""

from docx.document import Document as WordFile
from docx.opc.part import XmlPart

from slaeditor.word.anchor_table import add_item
from slaeditor.word.items import MARGINS
from slaeditor.word.markup import escaped
from slaeditor.word.reading.beside import margin_texts

_ITEM = 3
"""The number of the part, behind the table of anchors and the snapshot."""


def add_margin_table(word_file: WordFile, agreement_id: str) -> None:
    """Add the texts of all headers, footers and watermarks, as a reader will find them."""
    texts = dict.fromkeys(
        margin.text
        for relation in word_file.part.rels.values()
        if (kind := relation.reltype.rpartition("/")[2]) in ("header", "footer")
        and isinstance(relation.target_part, XmlPart)
        for margin in margin_texts(kind, relation.target_part.element)
    )
    if not texts:
        return
    entries = "".join(f"<margin>{escaped(text)}</margin>" for text in texts)
    xml = f'<margins xmlns="{MARGINS}">{entries}</margins>'
    add_item(word_file, _ITEM, MARGINS, agreement_id, xml)
