"""A document as a Word file in a house template."""

import io
import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

import docx
from docx.document import Document as WordFile
from docx.oxml.ns import qn
from lxml import etree

from slaeditor.blocks import Document
from slaeditor.document.copies import Copy, Form
from slaeditor.document.house import House
from slaeditor.word import markup
from slaeditor.word.anchor_table import add_anchor_table
from slaeditor.word.house.dressing import Dress, dress, text_width
from slaeditor.word.house.lists import add_lists
from slaeditor.word.house.margins import add_margins
from slaeditor.word.house.numbers import Plan, planned
from slaeditor.word.house.opening import Template, sheet_of
from slaeditor.word.house.styles import add_styles, ids_in, set_numbers
from slaeditor.word.lists import OURS, Lists
from slaeditor.word.margin_table import add_margin_table
from slaeditor.word.paragraphs import Writing
from slaeditor.word.parsing import parsed
from slaeditor.word.properties import set_properties

_BEHIND_TRACKING = frozenset(
    map(qn, ("w:doNotTrackMoves", "w:doNotTrackFormatting", "w:autoFormatOverride"))
) | frozenset(map(qn, ("w:styleLockTheme", "w:styleLockQFSet", "w:defaultTabStop")))
"""The settings of which the first one that is there comes behind `w:trackRevisions`."""

_PRIVATE = "_"
"""How the names of custom properties begin that programs keep for themselves (mail addresses)."""


def house_of(template: Template, styles: Mapping[str, str]) -> House:
    """A template with the firm's style ids chosen for places; a place without one gets our own."""
    chosen = {name: style for name, style in styles.items() if style}
    return House(template.name, template.data, chosen, planned(template.sheet, chosen).formats)


def lists_of(house: House | None) -> Lists:
    """The lists that a document is counted with."""
    return Lists(OURS if house is None else _planned(house).scheme)


def house_bytes(
    house: House,
    document: Document,
    shown: Document,
    body: str,
    writing: Writing,
    *,
    today: date,
    named: str,
    form: Form,
) -> bytes:
    """The whole file round the markup of a body, in the firm's template.

    `shown` is the document with the header of its copy, `named` the id of the export.
    """
    word_file = docx.Document(io.BytesIO(house.template))
    sheet, plan = sheet_of(word_file), _planned(house)
    width = text_width(word_file.element.body.find(qn("w:sectPr")))
    ids = ids_in(sheet, house.styles, plan.derived)
    add_styles(word_file, sheet, ids, plan, width)
    ours = {own: new for own, new in ids.items() if new not in sheet.styles}
    numbers = add_lists(word_file, plan, writing.lists.instances, ours)
    set_numbers(word_file, sheet, ids, numbers)
    _set_language(word_file, document.language)
    content = parsed(f"<w:body {markup.NAMESPACES}>{body}</w:body>")
    how = Dress(ids, numbers, plan, width, document.language, "table" not in house.styles)
    dress(content, document, sheet_of(word_file), how)
    _set_body(word_file, content)
    add_margins(word_file, shown, form, ids)
    if form.copy is not Copy.CLEAN:
        _track_changes(word_file)
    theirs = _properties(word_file)
    set_properties(word_file, document, today, named, form)
    _keep_properties(word_file, theirs)
    add_anchor_table(word_file, document, named, form)
    add_margin_table(word_file, document.agreement_id)
    writing.comments.add_parts(word_file)
    _name_styles_of_comments(word_file, ids)
    stream = io.BytesIO()
    word_file.save(stream)
    return stream.getvalue()


def _planned(house: House) -> Plan:
    return _plan_of(house.template, tuple(sorted(house.styles.items())))


@lru_cache(maxsize=4)
def _plan_of(template: bytes, styles: tuple[tuple[str, str], ...]) -> Plan:
    return planned(sheet_of(docx.Document(io.BytesIO(template))), dict(styles))


def _set_language(word_file: WordFile, language: str) -> None:
    """The language that spelling is checked in, unless a style of the firm names one."""
    root = word_file.styles.element
    at = root
    for name in ("w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang"):
        found = at.find(qn(name))
        if found is None:
            found = parsed(f"<{name} {markup.NAMESPACES}/>")
            at.insert(0, found) if name != "w:lang" else at.append(found)
        at = found
    at.set(qn("w:val"), language)


def _set_body(word_file: WordFile, content: etree._Element) -> None:
    old = word_file.element.body
    content.append(old.find(qn("w:sectPr")))
    word_file.element.replace(old, content)


def _track_changes(word_file: WordFile) -> None:
    """Let Word record what a reviewer changes."""
    mark = parsed(f"<w:trackRevisions {markup.NAMESPACES}/>")
    settings = word_file.settings.element
    next(each for each in settings if each.tag in _BEHIND_TRACKING).addprevious(mark)


def _properties(word_file: WordFile) -> list[etree._Element]:
    """The custom properties of the template, taken out of it."""
    package = word_file.part.package
    found: list[etree._Element] = []
    for key, relation in list(package.rels.items()):
        if relation.reltype.endswith("/custom-properties"):
            found.extend(etree.fromstring(relation.target_part.blob))
            del package.rels[key]
    return [each for each in found if not each.get("name", "").startswith(_PRIVATE)]


def _keep_properties(word_file: WordFile, theirs: list[etree._Element]) -> None:
    """Put the firm's custom properties behind ours: fields in its headers may show them."""
    relations = word_file.part.package.rels.values()
    part = next(e.target_part for e in relations if e.reltype.endswith("/custom-properties"))
    root = etree.fromstring(part.blob)
    names = {each.get("name", "").casefold() for each in root}
    for element in theirs:
        if element.get("name", "").casefold() not in names:
            element.set("pid", str(len(root) + 2))
            root.append(element)
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _name_styles_of_comments(word_file: WordFile, ids: Mapping[str, str]) -> None:
    """Name the styles of comments as they are called in the file."""
    for relation in word_file.part.rels.values():
        if relation.reltype.endswith("/comments"):
            part = relation.target_part
            part._blob = re.sub(
                rb'(<w:[pr]Style w:val=")(Comment\w+)"',
                lambda found: found[1] + ids[found[2].decode()].encode() + b'"',
                part.blob,
            )
