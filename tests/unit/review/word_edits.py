"""A reviewer in Word: edits made in the XML of a real export, as Word writes them.

Every file has what Word leaves behind wherever it goes: revision ids, runs cut in two, marks of
the spelling checker, smart tags. With an `author` the edits are tracked.
"""

import copy

from lxml import etree

from tests.unit.review.word_file import MOMENT, RELATED, OpenFile
from tests.unit.review.word_xml import (
    Element,
    W,
    history,
    parsed,
    row_history,
    runs_of,
    said,
    strip,
)


class Word(OpenFile):
    """An export that is open in Word, and what a person does to it."""

    def replace(self, old: str, new: str, within: str = "") -> None:
        """Type over words, where they first stand, in the paragraph that says `within`."""
        paragraph = self.paragraph(within or old)
        at = said(paragraph).index(old)
        self.type_over(paragraph, at, at + len(old), new)

    def number(self, old: str, new: str, within: str) -> None:
        """Put another number into a live reference, by hand or by updating the fields."""
        paragraph = self.paragraph(within)
        at = said(paragraph).index(old)
        runs = self.range(paragraph, at, at + len(old))
        texts = [text for run in runs for text in run.iter(f"{W}t")]
        for text in texts:
            text.text = new if text is texts[0] else ""

    def everywhere(self, old: str, new: str) -> int:
        """Replace all; gives how many places there were."""
        count = 0
        for paragraph in list(self.paragraphs()):
            start = 0
            while (at := said(paragraph).find(old, start)) >= 0:
                self.type_over(paragraph, at, at + len(old), new)
                start = at + len(new)
                count += 1
        return count

    def append(self, text: str, tail: str) -> None:
        """Type at the end of the paragraph with a text."""
        self.paragraph(text).append(self.new(self.run(tail)))

    def type_into(self, cell: Element, text: str) -> None:
        """Type over all that a cell says."""
        paragraph = cell.find(f".//{W}p")
        if old := said(paragraph):
            self.type_over(paragraph, 0, len(old), text)
        else:
            paragraph.append(self.new(self.run(text)))

    def delete(self, text: str) -> None:
        """Delete the paragraph with a text."""
        paragraph = self.paragraph(text)
        self.delete_content(paragraph)
        if self.author:
            history(paragraph).append(self.mark("del"))
        else:
            paragraph.getparent().remove(paragraph)

    def insert(self, text: str, new: str) -> None:
        """Press Enter at the end of the paragraph with a text, and type."""
        above = self.paragraph(text)
        below = self.paragraph_like(above)
        below.append(self.new(self.run(new)))
        above.addnext(below)
        if self.author:  # the mark that was there now ends the new paragraph
            history(above).append(self.mark("ins"))

    def split(self, text: str) -> None:
        """Press Enter before a text."""
        paragraph = self.paragraph(text)
        at = said(paragraph).index(text)
        first = self.cut(paragraph, at)
        while first.getparent() is not paragraph:
            first = self.cut_element(first)
        below = self.paragraph_like(paragraph)
        moving = [first, *first.itersiblings()]
        for element in moving:
            below.append(element)
        paragraph.addnext(below)
        if self.author:
            history(paragraph).append(self.mark("ins"))

    def merge(self, text: str) -> None:
        """Delete the mark at the end of the paragraph with a text."""
        paragraph = self.paragraph(text)
        below = paragraph.getnext()
        if self.author:
            history(paragraph).append(self.mark("del"))
            return
        for element in list(below):
            if element.tag != f"{W}pPr":
                paragraph.append(element)
        below.getparent().remove(below)

    def move(self, text: str, behind: str, *, as_move: bool = True) -> None:
        """Cut the paragraph with a text and paste it behind another one."""
        paragraph, target = self.paragraph(text), self.paragraph(behind)
        if not self.author:
            target.addnext(paragraph)
            return
        pasted = self.paragraph_like(paragraph)
        away, here = ("moveFrom", "moveTo") if as_move else ("del", "ins")
        for run in list(runs_of(paragraph)):
            wrapper = self.mark(here)
            wrapper.append(copy.deepcopy(run))
            pasted.append(wrapper)
        self.delete_content(paragraph, away)
        history(paragraph).append(self.mark(away))
        history(pasted).append(self.mark(here))
        target.addnext(pasted)
        if as_move:
            for each, kind in ((paragraph, "moveFrom"), (pasted, "moveTo")):
                start = etree.Element(f"{W}{kind}RangeStart", {f"{W}id": f"{kind}1"})
                start.set(f"{W}name", "move1")
                each.addprevious(start)
                each.addnext(etree.Element(f"{W}{kind}RangeEnd", {f"{W}id": f"{kind}1"}))

    def insert_row(self, text: str, *cells: str) -> None:
        """Put a row below the one that a text stands in."""
        above = self.row(text)
        row = copy.deepcopy(above)
        strip(row)
        for cell, words in zip(row.iter(f"{W}tc"), cells, strict=True):
            paragraph = cell.find(f".//{W}p")
            for run in list(runs_of(paragraph)):
                run.getparent().remove(run)
            paragraph.append(self.new(self.run(words)))
        if self.author:
            row_history(row).append(self.mark("ins"))
        above.addnext(row)

    def delete_row(self, text: str) -> None:
        """Delete the row that a text stands in."""
        row = self.row(text)
        if not self.author:
            row.getparent().remove(row)
            return
        for paragraph in row.iter(f"{W}p"):
            self.delete_content(paragraph)
        row_history(row).append(self.mark("del"))

    def move_row(self, text: str, behind: str) -> None:
        """Move a row, which Word doesn't track."""
        self.row(behind).addnext(self.row(text))

    def by_hand(self, text: str, properties: str) -> None:
        """Format words: properties of a run, such as `<w:strike/>`."""
        paragraph = self.paragraph(text)
        at = said(paragraph).index(text)
        for run in self.range(paragraph, at, at + len(text)):
            look = run.find(f"{W}rPr")
            if look is None:
                look = etree.Element(f"{W}rPr")
                run.insert(0, look)
            look.extend(parsed(properties))

    def comment(self, text: str, *said_: tuple[str, str], resolved: bool = False) -> None:
        """Comment on words: who said what, replies behind the first."""
        paragraph = self.paragraph(text)
        at = said(paragraph).index(text)
        runs = self.range(paragraph, at, at + len(text))
        parent = f"{9000 + len(self.comments):08X}"
        for index, (author, words) in enumerate(said_):
            number = len(self.comments)
            key = f"{9000 + number:08X}"
            self.comments.append(
                f'<w:comment w:id="{number}" w:author="{author}" w:date="{MOMENT}">'
                f'<w:p w14:paraId="{key}"><w:r><w:t>{words}</w:t></w:r></w:p></w:comment>'
            )
            answers = f' w15:paraIdParent="{parent}"' if index else ""
            done = int(resolved)
            self.extended.append(f'<w15:commentEx w15:paraId="{key}"{answers} w15:done="{done}"/>')
            start = etree.Element(f"{W}commentRangeStart", {f"{W}id": str(number)})
            end = etree.Element(f"{W}commentRangeEnd", {f"{W}id": str(number)})
            runs[0].addprevious(start)
            runs[-1].addnext(end)
            mark = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
            end.addnext(parsed(mark)[0])

    def made_anew(self) -> None:
        """What a program that compares files leaves: no bookmark, control or live field."""
        for paragraph in list(self.paragraphs()):
            for run in list(runs_of(paragraph)):
                if run.find(f"{W}fldChar") is not None or run.find(f"{W}instrText") is not None:
                    run.getparent().remove(run)
        strip(self.root)
        for name in list(self.parts):
            if name.startswith("customXml/"):
                del self.parts[name]
        relations = "word/_rels/document.xml.rels"
        root = etree.fromstring(self.parts[relations])
        for each in list(root):
            if "customXml" in each.get("Target", ""):
                root.remove(each)
        self.parts[relations] = etree.tostring(root)
        self.parts["docProps/custom.xml"] = (
            b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            b'custom-properties"/>'
        )

    def contents_updated(self) -> None:
        """Let Word write other pages into the contents table."""
        for properties in self.root.iter(f"{W}docPartObj"):
            control = properties.getparent().getparent()
            for text in control.iter(f"{W}t"):
                text.text = f"{text.text} 7"

    def page_break(self, text: str) -> None:
        """Begin a page before the paragraph with a text."""
        page = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        self.paragraph(text).addprevious(parsed(page)[0])

    def header(self, text: str) -> None:
        """Write into every header."""
        for name in list(self.parts):
            if name.startswith("word/header"):
                root = etree.fromstring(self.parts[name])
                root.append(parsed(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")[0])
                self.parts[name] = etree.tostring(root)

    def footnote(self, text: str, words: str) -> None:
        """Hang a footnote on the paragraph with a text."""
        mark = '<w:r><w:footnoteReference w:id="7"/></w:r>'
        self.paragraph(text).append(parsed(mark)[0])
        note = f'<w:footnote w:id="7"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote>'
        self._add_part(self.parts, "footnotes", f"{RELATED}/footnotes", note)

    def paragraph(self, text: str) -> Element:
        """The first paragraph that says a text, the contents table apart."""
        for paragraph in self.paragraphs():
            if text in said(paragraph):
                return paragraph
        raise AssertionError(f"“{text}” is not in the file.")

    def cell_beside(self, label: str, number: int = 0) -> Element:
        """The cell to the right of one that says just a label."""
        cells = [
            cell
            for cell in self.root.iter(f"{W}tc")
            if "".join(map(said, cell.iter(f"{W}p"))) == label
        ]
        return cells[number].getnext()
