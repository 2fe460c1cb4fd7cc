"""The empty Word file that every export starts from; `python -m slaeditor.word.base` makes it.

A4 with margins of 2.5 cm, styles, lists, header and footer of their own for the first page, and
nothing else: no thumbnail, no custom XML, no macros. The file in resources/word is made
by this module, stored without compression, and the same in every run.
"""

import io
import sys
import zipfile
from pathlib import Path

from slaeditor.word.lists import numbering_xml
from slaeditor.word.markup import NAMESPACES
from slaeditor.word.styles import TYPEFACE, styles_xml
from slaeditor.word.theme import theme_xml

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DATE = (2026, 1, 1, 0, 0, 0)
_OFFICE = "application/vnd.openxmlformats-officedocument"
_MAIN = f"{_OFFICE}.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"

_PARTS = {
    "document": "document.main",
    "styles": "styles",
    "numbering": "numbering",
    "settings": "settings",
    "fontTable": "fontTable",
    "header1": "header",
    "header2": "header",
    "footer1": "footer",
    "footer2": "footer",
}
"""Names of the parts in word/ with the last piece of their content type; main part first."""

_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/>'
    '<w:headerReference w:type="first" r:id="rId6"/>'
    '<w:footerReference w:type="default" r:id="rId7"/>'
    '<w:footerReference w:type="first" r:id="rId8"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1588" w:right="1417" w:bottom="1418" '
    'w:left="1418" w:header="709" w:footer="624" w:gutter="0"/><w:titlePg/></w:sectPr>'
)

_SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
)

_FONTS = (
    f'<w:font w:name="{TYPEFACE}"><w:altName w:val="Liberation Sans"/>'
    '<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
    '<w:pitch w:val="variable"/></w:font>'
)


def base_bytes() -> bytes:
    """The base file, byte for byte the same in every run."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        for name, text in _package().items():
            package.writestr(zipfile.ZipInfo(name, _DATE), _DECLARATION + text)
    return target.getvalue()


def _package() -> dict[str, str]:
    """Every part of the package by its name."""
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            ("officeDocument", f"{_RELATION}/officeDocument", "word/document.xml"),
            ("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("app", f"{_RELATION}/extended-properties", "docProps/app.xml"),
        ),
        "docProps/core.xml": _core(),
        "docProps/app.xml": (
            f'<Properties xmlns="{_RELATION.replace("/relationships", "/extended-properties")}">'
            "<Application>SLA Editor</Application></Properties>"
        ),
        "word/document.xml": (f"<w:document {NAMESPACES}><w:body>{_SECTION}</w:body></w:document>"),
        "word/_rels/document.xml.rels": _document_relations(),
        "word/styles.xml": styles_xml(),
        "word/numbering.xml": numbering_xml(),
        "word/settings.xml": f"<w:settings {NAMESPACES}>{_SETTINGS}</w:settings>",
        "word/fontTable.xml": f"<w:fonts {NAMESPACES}>{_FONTS}</w:fonts>",
        "word/theme/theme1.xml": theme_xml(),
        "word/header1.xml": _margin("hdr", "Header"),
        "word/header2.xml": _margin("hdr", "Normal"),
        "word/footer1.xml": _margin("ftr", "Footer"),
        "word/footer2.xml": _margin("ftr", "Normal"),
    }


def _margin(root: str, style: str) -> str:
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p>'
    return f"<w:{root} {NAMESPACES}>{paragraph}</w:{root}>"


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}.{kind}+xml"/>'
        for name, kind in _PARTS.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'{overrides}<Override PartName="/word/theme/theme1.xml" '
        f'ContentType="{_OFFICE}.theme+xml"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/>'
        '<Override PartName="/docProps/app.xml" '
        f'ContentType="{_OFFICE}.extended-properties+xml"/></Types>'
    )


def _document_relations() -> str:
    targets = list(_PARTS)[1:]
    return _relations(
        *(
            (f"rId{place}", f"{_RELATION}/{name.rstrip('12')}", f"{name}.xml")
            for place, name in enumerate(targets, start=1)
        ),
        ("rId9", f"{_RELATION}/theme", "theme/theme1.xml"),
    )


def _relations(*relations: tuple[str, str, str]) -> str:
    entries = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
        for name, kind, target in relations
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'


def _core() -> str:
    stamp = "{:04}-{:02}-{:02}T00:00:00Z".format(*_DATE)
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified>'
        "</cp:coreProperties>"
    )


if __name__ == "__main__":
    Path(sys.argv[1] if len(sys.argv) > 1 else "resources/word/base.docx").write_bytes(base_bytes())
