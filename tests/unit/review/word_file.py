"""How Word writes what a reviewer does: an export that is open, tracked changes, and saving."""

import copy
import io
import zipfile
from collections.abc import Iterator

from lxml import etree

from slaeditor.blocks import Document
from slaeditor.document.copies import Copy, Form, Profile
from slaeditor.returned import ReturnedFile
from slaeditor.word.markup import NAMESPACES
from slaeditor.word.reading.read import read_returned
from slaeditor.word.write import docx_bytes
from tests.agreements import TODAY
from tests.unit.review.word_xml import (
    SPACE,
    Element,
    W,
    control_properties,
    cut_run,
    parsed,
    run_text,
    runs_of,
    said,
    with_fields,
)

RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MOMENT = "2026-11-20T09:30:00Z"
_ROW = f"{W}tr"
_MOST_OF_A_RUN = 12


class OpenFile:
    """An export that is open in Word; `author` is who tracks the edits, nobody if it is empty."""

    def __init__(self, document: Document, profile: Profile, author: str = "") -> None:
        self.author = author
        form = Form(Copy.REVIEW, profile)
        data = docx_bytes(document, today=TODAY, form=form)
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])
        self._ids = 5000
        self.comments: list[str] = []
        self.extended: list[str] = []
        self.as_word_saves()

    def file(self, name: str = "returned.docx") -> ReturnedFile:
        """The file as it is sent back, read."""
        return read_returned(self.saved(), name)

    def saved(self) -> bytes:
        """The file as it is sent back."""
        parts = {**self.parts, "word/document.xml": etree.tostring(self.root)}
        if self.comments:
            self._add_part(parts, "comments", f"{RELATED}/comments", "".join(self.comments))
            microsoft = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
            self._add_part(parts, "commentsExtended", microsoft, "".join(self.extended), "w15:")
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
            for part, content in parts.items():
                package.writestr(part, content)
        return stream.getvalue()

    def as_word_saves(self) -> None:
        """Revision ids, cut runs, marks of the spelling checker and a smart tag."""
        for number, paragraph in enumerate(list(self.paragraphs())):
            paragraph.set(f"{W}rsidR", "00A1B2C3")
            for run in list(runs_of(paragraph)):
                run.set(f"{W}rsidRPr", "00D4E5F6")
                texts = run.findall(f"{W}t")
                if len(texts) == 1 and len(run.findall(f"{W}br")) == 0:
                    length = len(texts[0].text or "")
                    if length > _MOST_OF_A_RUN:
                        second = cut_run(run, length // 2)
                        second.set(f"{W}rsidR", "00778899")
                        run.addnext(parsed('<w:proofErr w:type="gramStart"/>')[0])
                        second.addnext(parsed('<w:proofErr w:type="gramEnd"/>')[0])
            if number % 5 == 0:
                self.smart_tag(paragraph)

    def smart_tag(self, paragraph: Element) -> None:
        run = next((run for run in runs_of(paragraph) if run.find(f"{W}t") is not None), None)
        if run is None:
            return
        tag = etree.Element(f"{W}smartTag", {f"{W}element": "place"})
        run.addprevious(tag)
        tag.append(run)

    def paragraphs(self) -> Iterator[Element]:
        for paragraph in self.root.iter(f"{W}p"):
            if not any(each.tag == f"{W}docPartObj" for each in control_properties(paragraph)):
                yield paragraph

    def row(self, text: str) -> Element:
        rows = (row for p in self.paragraphs() if text in said(p) for row in p.iterancestors(_ROW))
        return next(rows)

    def type_over(self, paragraph: Element, start: int, end: int, new: str) -> None:
        """Delete a stretch and type behind it; all that both texts share is left alone."""
        runs = self.range(paragraph, start, end)
        doomed = with_fields(paragraph, runs)
        if new:
            place = runs[0] if len(doomed) == len(runs) else doomed[-1]
            place.addnext(self.new(self.run(new, runs[0])))
        for run in doomed:
            self.delete_run(run)

    def range(self, paragraph: Element, start: int, end: int) -> list[Element]:
        """The runs that hold just this stretch of a paragraph's text."""
        self.cut(paragraph, end)
        self.cut(paragraph, start)
        at, found = 0, []
        for run in runs_of(paragraph):
            length = len(run_text(run))
            if length and start <= at and at + length <= end:
                found.append(run)
            at += length
        return found

    def cut_element(self, first: Element) -> Element:
        """Cut what is round a run before it, such as a smart tag; what begins with it, whole."""
        around = first.getparent()
        if first.getprevious() is None:
            return around
        rest = etree.Element(around.tag, dict(around.attrib))
        for element in [first, *first.itersiblings()]:
            rest.append(element)
        around.addnext(rest)
        return rest

    def cut(self, paragraph: Element, at: int) -> Element:
        """Cut the run at a place of the text; the run that begins there, or the last one."""
        begin, last = 0, None
        for run in runs_of(paragraph):
            length = len(run_text(run))
            if begin == at and length:
                return run
            if begin < at < begin + length:
                return cut_run(run, at - begin)
            begin += length
            last = run
        return last

    def delete_content(self, paragraph: Element, kind: str = "del") -> None:
        for run in list(runs_of(paragraph)):
            self.delete_run(run, kind)

    def delete_run(self, run: Element, kind: str = "del") -> None:
        inserted = next(run.iterancestors(f"{W}ins"), None)
        if not self.author:
            run.getparent().remove(run)
            return
        mine = inserted is not None and inserted.get(f"{W}author") == self.author
        if mine:  # what one inserted oneself is simply gone
            run.getparent().remove(run)
            return
        wrapper = self.mark(kind)
        run.addprevious(wrapper)
        wrapper.append(run)
        if kind == "del":
            for text in run.findall(f"{W}t"):
                text.tag = f"{W}delText"

    def new(self, run: Element) -> Element:
        """What is typed: a run, tracked if somebody tracks."""
        if not self.author:
            return run
        wrapper = self.mark("ins")
        wrapper.append(run)
        return wrapper

    def run(self, text: str, like: Element = None) -> Element:
        run = etree.Element(f"{W}r", {f"{W}rsidR": "00C0FFEE"})
        look = like.find(f"{W}rPr") if like is not None else None
        if look is not None:
            run.append(copy.deepcopy(look))
        for number, line in enumerate(text.split("\n")):
            if number:
                run.append(etree.Element(f"{W}br"))
            element = etree.SubElement(run, f"{W}t", {SPACE: "preserve"})
            element.text = line
        return run

    def mark(self, kind: str) -> Element:
        self._ids += 1
        return etree.Element(
            f"{W}{kind}",
            {f"{W}id": str(self._ids), f"{W}author": self.author, f"{W}date": MOMENT},
        )

    def paragraph_like(self, paragraph: Element) -> Element:
        made = etree.Element(f"{W}p", {f"{W}rsidR": "00C0FFEE"})
        properties = paragraph.find(f"{W}pPr")
        if properties is not None:
            made.append(copy.deepcopy(properties))
            for history in made.findall(f"{W}pPr/{W}rPr"):
                history.getparent().remove(history)
        return made

    def _add_part(
        self, parts: dict[str, bytes], name: str, relation: str, content: str, prefix: str = "w:"
    ) -> None:
        root = f"{prefix}{name}" if prefix == "w:" else f"{prefix}commentsEx"
        parts[f"word/{name}.xml"] = f"<{root} {NAMESPACES}>{content}</{root}>".encode()
        path = "word/_rels/document.xml.rels"
        relations = etree.fromstring(parts[path])
        for each in list(relations):
            if each.get("Type") == relation:
                relations.remove(each)
        given = {"Id": f"r{name}", "Type": relation, "Target": f"{name}.xml"}
        package = "http://schemas.openxmlformats.org/package/2006/relationships"
        relations.append(etree.Element(f"{{{package}}}Relationship", given))
        parts[path] = etree.tostring(relations)
