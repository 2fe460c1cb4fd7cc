"""A firm's template made ready: checked, without its text, and without what leads out of it.

What stays is what a template is for: styles, lists, theme, fonts, page layout, headers, footers.
The file itself is never changed.
"""

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

import docx
from docx.document import Document as WordFile
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from slaeditor.errors import HouseRefused, ReviewRefused
from slaeditor.i18n import _
from slaeditor.word import markup
from slaeditor.word.base import base_bytes
from slaeditor.word.guard import file_bytes, guarded
from slaeditor.word.house.dressing import text_width
from slaeditor.word.house.outside import cut_off
from slaeditor.word.house.sheet import Sheet

SUFFIXES = (".dotx", ".docx")

_TEMPLATE = b"wordprocessingml.template.main+xml"
_DOCUMENT = b"wordprocessingml.document.main+xml"
_KEPT = frozenset(
    {
        "customXml", "endnotes", "fontTable", "footer", "footnotes", "header", "numbering",
        "settings", "styles", "theme",
    }
)  # fmt: skip
"""What the main part of a template may be related to; the rest belongs to the text."""

_KEPT_OF_PACKAGE = frozenset({"officeDocument", "custom-properties", "extended-properties"})
"""The core properties are written anew: some programs relate to them in a way of their own."""

_DROPPED_SETTINGS = (
    "attachedTemplate", "documentProtection", "formsDesign", "linkStyles", "mailMerge",
    "revisionView", "rsids", "trackRevisions", "updateFields", "writeProtection",
)  # fmt: skip
"""What would fetch something, forbid editing, or let Word ask a question on opening."""

_BEFORE_TAB_STOP = (
    "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime",
    "doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText",
    "printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts", "embedSystemFonts",
    "saveSubsetFonts", "saveFormsData", "mirrorMargins", "alignBordersAndEdges",
    "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop",
    "hideSpellingErrors", "hideGrammaticalErrors", "activeWritingStyle", "proofState",
    "formsDesign", "attachedTemplate", "linkStyles", "stylePaneFormatFilter",
    "stylePaneSortMethod", "documentType", "mailMerge", "revisionView", "trackRevisions",
    "doNotTrackMoves", "doNotTrackFormatting", "documentProtection", "autoFormatOverride",
    "styleLockTheme", "styleLockQFSet",
)  # fmt: skip
"""The settings that stand before `w:defaultTabStop` in the order of the schema."""

_A4 = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1588" w:right="1417" w:bottom="1418" '
_A4 += 'w:left="1418" w:header="709" w:footer="624" w:gutter="0"/>'


_UNREADABLE = (
    AttributeError,
    IndexError,
    KeyError,
    PackageNotFoundError,
    TypeError,
    ValueError,
    etree.XMLSyntaxError,
)
"""What python-docx and lxml raise for a package or a part that isn't what it says it is."""


@dataclass(frozen=True, slots=True)
class Template:
    """A template that can be written with; `data` is a Word file without any text."""

    name: str
    data: bytes
    sheet: Sheet


def opened(data: bytes, name: str) -> Template:
    """Check a template and make it ready; `name` is what sentences call it.

    Raises HouseRefused for a file with macros, with a password, damaged or of another kind.
    """
    try:
        parts = guarded(data, name).parts
    except ReviewRefused as error:
        if "macros" in str(error):
            raise HouseRefused(_macros(name)) from error
        raise HouseRefused(_as_choice(str(error), name)) from error
    types = {n.casefold(): content for n, content in parts.items()}["[content_types].xml"]
    if _TEMPLATE not in types and _DOCUMENT not in types:
        raise HouseRefused(
            _("“{name}” is not a Word file. Choose a template (.dotx) or document (.docx).").format(
                name=name
            )
        )
    try:
        word_file = docx.Document(io.BytesIO(_as_document(data)))
        _make_ready(word_file)
        stream = io.BytesIO()
        word_file.save(stream)
        return Template(name, stream.getvalue(), sheet_of(word_file))
    except _UNREADABLE as error:
        raise HouseRefused(
            _(
                "“{name}” is damaged and can’t serve as a template. Open it in Word, save it again "
                "and choose that file."
            ).format(name=name)
        ) from error


def read(path: Path) -> bytes:
    """The content of a template. Raises HouseRefused if it can't be read."""
    if path.suffix.lower() in (".dotm", ".docm"):
        raise HouseRefused(_macros(path.name))
    try:
        return file_bytes(path)
    except ReviewRefused as error:
        raise HouseRefused(_as_choice(str(error), path.name)) from error


def sheet_of(word_file: WordFile) -> Sheet:
    """The styles and lists of an open file."""
    return Sheet(word_file.styles.element, _numbering(word_file))


def _numbering(word_file: WordFile) -> etree._Element | None:
    for relation in word_file.part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            return relation.target_part.element
    return None


def _macros(name: str) -> str:
    return _(
        "“{name}” contains macros. Save it in Word as a template without macros (.dotx) and choose "
        "that."
    ).format(name=name)


def _as_choice(sentence: str, name: str) -> str:
    """A sentence about a file that came back as one about a file that was chosen."""
    before, quoted, after = sentence.partition(name)
    after = re.sub(r"\b([Ii])mport (that|the)\b", _chosen, after)
    after = after.replace(" that came back", "").replace(
        "Ask for it to be sent again.", _("Choose another copy of it.")
    )
    return before + quoted + after


def _chosen(found: re.Match[str]) -> str:
    return f"{'C' if found[1] == 'I' else 'c'}hoose {found[2]}"


def _as_document(data: bytes) -> bytes:
    """The same package, declared to be a document where it was declared to be a template."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package,
    ):
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename.casefold() == "[content_types].xml":
                content = content.replace(_TEMPLATE, _DOCUMENT)
            package.writestr(entry.filename, content)
    return target.getvalue()


def _make_ready(word_file: WordFile) -> None:
    part = word_file.part
    section = _section(word_file)
    used = {value for each in section.iter() for key, value in each.items() if key == qn("r:id")}
    for key, relation in list(part.rels.items()):
        kind = relation.reltype.rpartition("/")[2]
        unused = kind in ("header", "footer") and key not in used
        if relation.is_external or kind not in _KEPT or unused:
            del part.rels[key]
    for reference in section.xpath("w:headerReference | w:footerReference"):
        if reference.get(qn("r:id")) not in part.rels:
            section.remove(reference)
    _drop_other_parts(word_file)
    part._element = _empty_document(section)
    text_width(section)  # so that a page without a width is found here
    _add_missing(word_file)
    parts = list(part.package.iter_parts())
    for each in parts:
        cut_off(each)
    _clean_settings(word_file)
    _move_custom_parts(parts)
    _forget_people(word_file)
    _look_at_all(word_file)


def _look_at_all(word_file: WordFile) -> None:
    """Look once at all that writing will need, so that what can't be read is found here."""
    _both_sides = word_file.settings.odd_and_even_pages_header_footer
    package = word_file.part.package
    for relation in (*word_file.part.rels.values(), *package.rels.values()):
        kind = relation.reltype.rpartition("/")[2]
        if kind in ("header", "footer", "numbering", "styles"):
            len(relation.target_part.element)
        elif kind == "custom-properties":
            etree.fromstring(relation.target_part.blob)


def _section(word_file: WordFile) -> etree._Element:
    """The properties of the last section, which the template's pages follow."""
    body = word_file.element.body
    section = body.find(qn("w:sectPr")) if body is not None else None
    if section is None:
        section = parse_xml(f"<w:sectPr {markup.NAMESPACES}>{_A4}</w:sectPr>")
    for name in ("w:sectPrChange", "w:printerSettings"):
        for element in section.findall(qn(name)):
            section.remove(element)
    if section.find(qn("w:pgSz")) is None or section.find(qn("w:pgMar")) is None:
        raise ValueError("a section without a page")
    return section


def _empty_document(section: etree._Element) -> etree._Element:
    """A main part with nothing but a section, on a root that declares what our text uses."""
    root = parse_xml(f"<w:document {markup.NAMESPACES}><w:body/></w:document>")
    root.body.append(section)
    return root


def _drop_other_parts(word_file: WordFile) -> None:
    """Leave out what the package itself is related to besides the document and properties."""
    package = word_file.part.package
    for key, relation in list(package.rels.items()):
        kind = relation.reltype.rpartition("/")[2]
        if relation.is_external or kind not in _KEPT_OF_PACKAGE:
            del package.rels[key]


def _add_missing(word_file: WordFile) -> None:
    """Add the table of fonts and the theme that every Word file has, where they are missing."""
    part, base = word_file.part, docx.Document(io.BytesIO(base_bytes())).part
    kinds = {relation.reltype for relation in part.rels.values()}
    for relation in base.rels.values():
        name = relation.reltype.rpartition("/")[2]
        if name in ("fontTable", "theme") and relation.reltype not in kinds:
            source = relation.target_part
            added = Part(source.partname, source.content_type, source.blob, part.package)
            part.relate_to(added, relation.reltype)


def _clean_settings(word_file: WordFile) -> None:
    settings = word_file.settings.element
    for name in _DROPPED_SETTINGS:
        for element in settings.findall(qn(f"w:{name}")):
            settings.remove(element)
    if settings.find(qn("w:defaultTabStop")) is None:
        before = {qn(f"w:{name}") for name in _BEFORE_TAB_STOP}
        place = sum(1 for each in settings if each.tag in before)
        stop = parse_xml(f'<w:defaultTabStop {markup.NAMESPACES} w:val="720"/>')
        settings.insert(place, stop)


def _move_custom_parts(parts: list[Part]) -> None:
    """Make room for our own customXml/item1 and item2."""
    for part in parts:
        found = re.fullmatch(r"/customXml/(item|itemProps)(\d+)\.xml", str(part.partname))
        if found:
            part.partname = PackURI(f"/customXml/{found[1]}{int(found[2]) + 100}.xml")


def _forget_people(word_file: WordFile) -> None:
    """Take out who made the template, and what its maker said about it."""
    core = word_file.core_properties._element
    for child in list(core):
        core.remove(child)
    for relation in word_file.part.package.rels.values():
        if relation.reltype.endswith("/extended-properties"):
            part = relation.target_part
            part._blob = _without_names(part.blob)


def _without_names(properties: bytes) -> bytes:
    """The program's own properties, without the firm's people in them."""
    root = etree.fromstring(properties)
    for element in list(root):
        if etree.QName(element).localname not in ("Application", "AppVersion", "DocSecurity"):
            root.remove(element)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
