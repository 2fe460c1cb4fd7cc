"""What legal does with an exported Word file: replaces, strikes out, adds, comments, sends back."""

import io
import zipfile
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MICROSOFT = "http://schemas.microsoft.com/office/2011/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

ANNA, BEN = "Anna Legal", "Ben Counsel"
_DATES = {ANNA: "2026-11-20T09:30:00Z", BEN: "2026-11-21T14:05:00Z"}


def w(name: str) -> str:
    """A name of WordprocessingML as lxml wants it."""
    return f"{{{_W}}}{name}"


class Legal:
    """Edits an exported file as Word would, tracked under a name, or untracked without one."""

    def __init__(self, exported: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(exported)) as package:
            self._parts = {name: package.read(name) for name in package.namelist()}
        self._root = etree.fromstring(self._parts["word/document.xml"])
        self._comments: list[tuple[str, str, str, str]] = []  # id, author, text, parent
        self._resolved: set[str] = set()
        self._is_broken = False
        self._last = 9000

    def replace(self, old: str, new: str, by: str = "", within: str = "") -> None:
        """Put words in place of others in the first paragraph that has them, and `within`."""
        run, at = self._run_with(old, within)
        self._cut(run, at, at + len(old), new, by)

    def strike(self, words: str, by: str = "") -> None:
        """Take out the whole paragraph with these words."""
        paragraph = self._paragraph(words)
        if not by:
            paragraph.getparent().remove(paragraph)
            return
        for run in list(paragraph.iter(w("r"))):
            self._mark_deleted(run, by)
        properties = paragraph.find(w("pPr"))
        look = properties.find(w("rPr"))
        if look is None:
            look = etree.SubElement(properties, w("rPr"))
        look.append(self._mark("del", by))

    def add_paragraph(self, behind: str, text: str, by: str = "") -> None:
        """A new paragraph behind the one with these words, in its style."""
        paragraph = self._paragraph(behind)
        new = etree.Element(w("p"))
        new.append(deepcopy(paragraph.find(w("pPr"))))
        run = _run(text)
        if by:
            etree.SubElement(new.find(w("pPr")), w("rPr")).append(self._mark("ins", by))
            mark = self._mark("ins", by)
            mark.append(run)
            run = mark
        new.append(run)
        paragraph.addnext(new)

    def comment(self, on: str, *texts: str, by: str = ANNA, resolved: bool = False) -> None:
        """A comment on words, with replies by turns of the other reviewer."""
        run, at = self._run_with(on, "")
        middle = self._split(run, at, at + len(on))
        parent = ""
        for number, text in enumerate(texts):
            self._last += 1
            name = str(self._last)
            author = by if number % 2 == 0 else (BEN if by == ANNA else ANNA)
            self._comments.append((name, author, text, parent))
            start, end = etree.Element(w("commentRangeStart")), etree.Element(w("commentRangeEnd"))
            start.set(w("id"), name)
            end.set(w("id"), name)
            middle.addprevious(start)
            reference = etree.Element(w("r"))
            etree.SubElement(reference, w("commentReference")).set(w("id"), name)
            middle.addnext(reference)
            middle.addnext(end)
            parent = parent or name
        if resolved:
            self._resolved.add(parent)

    def write_into_header(self, text: str) -> None:
        """Type something above the text of each page."""
        header = etree.fromstring(self._parts["word/header1.xml"])
        header.find(w("p")).append(_run(text))
        self._parts["word/header1.xml"] = etree.tostring(header, encoding="UTF-8")

    def break_controls(self) -> None:
        """Save it as LibreOffice 7.4 does, which lets changes and controls overlap."""
        self._is_broken = True

    def file(self) -> bytes:
        """The file that comes back."""
        parts = dict(self._parts)
        parts["word/document.xml"] = etree.tostring(
            self._root, xml_declaration=True, encoding="UTF-8", standalone=True
        )
        if self._comments:
            self._add_comments(parts)
        if self._is_broken:
            _break(parts)
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
            for name, data in parts.items():
                package.writestr(name, data)
        return target.getvalue()

    def _add_comments(self, parts: dict[str, bytes]) -> None:
        entries, more = [], []
        for name, author, text, parent in self._comments:
            entries.append(
                f'<w:comment w:id="{name}" w:author="{author}" w:date="{_DATES[author]}">'
                f'<w:p w14:paraId="{_para(name)}"><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>'
            )
            above = f' w15:paraIdParent="{_para(parent)}"' if parent else ""
            done = int(name in self._resolved)
            more.append(f'<w15:commentEx w15:paraId="{_para(name)}"{above} w15:done="{done}"/>')
        names = f'xmlns:w="{_W}" xmlns:w14="{_W14}" xmlns:w15="{_W15}"'
        parts["word/comments.xml"] = f"<w:comments {names}>{''.join(entries)}</w:comments>".encode()
        parts["word/commentsExtended.xml"] = (
            f"<w15:commentsEx {names}>{''.join(more)}</w15:commentsEx>".encode()
        )
        self._add_before_end(
            parts,
            "word/_rels/document.xml.rels",
            "</Relationships>",
            f'<Relationship Id="rId901" Type="{_OFFICE}/comments" Target="comments.xml"/>'
            f'<Relationship Id="rId902" Type="{_MICROSOFT}/commentsExtended" '
            'Target="commentsExtended.xml"/>',
        )
        self._add_before_end(
            parts,
            "[Content_Types].xml",
            "</Types>",
            f'<Override PartName="/word/comments.xml" ContentType="{_TYPE}.comments+xml"/>'
            '<Override PartName="/word/commentsExtended.xml" '
            f'ContentType="{_TYPE}.commentsExtended+xml"/>',
        )

    def _add_before_end(self, parts: dict[str, bytes], name: str, end: str, more: str) -> None:
        parts[name] = parts[name].decode().replace(end, more + end).encode()

    def _paragraph(self, words: str) -> etree._Element:
        for paragraph in self._root.iter(w("p")):
            if words in _text(paragraph):
                return paragraph
        raise AssertionError(f"No paragraph says {words!r}")

    def _run_with(self, words: str, within: str) -> tuple[etree._Element, int]:
        for paragraph in self._root.iter(w("p")):
            if within and within not in _text(paragraph):
                continue
            for run in _runs(paragraph):
                at = run.find(w("t")).text.find(words)
                if at >= 0:
                    return run, at
        raise AssertionError(f"No run says {words!r}")

    def _split(self, run: etree._Element, start: int, end: int) -> etree._Element:
        """Cut a run in three; the middle one."""
        text = run.find(w("t")).text
        before, middle, after = (deepcopy(run) for _part in range(3))
        for part, words in ((before, text[:start]), (middle, text[start:end]), (after, text[end:])):
            part.find(w("t")).text = words
            part.find(w("t")).set(_SPACE, "preserve")
            if words:
                run.addprevious(part)
        run.getparent().remove(run)
        return middle

    def _cut(self, run: etree._Element, start: int, end: int, new: str, by: str) -> None:
        middle = self._split(run, start, end)
        if not by:
            middle.find(w("t")).text = new
            return
        if new:
            added = deepcopy(middle)
            added.find(w("t")).text = new
            mark = self._mark("ins", by)
            middle.addnext(mark)
            mark.append(added)
        self._mark_deleted(middle, by)

    def _mark_deleted(self, run: etree._Element, by: str) -> None:
        mark = self._mark("del", by)
        run.addprevious(mark)
        mark.append(run)
        for text in run.iter(w("t")):
            text.tag = w("delText")

    def _mark(self, kind: str, by: str) -> etree._Element:
        self._last += 1
        mark = etree.Element(w(kind))
        mark.set(w("id"), str(self._last))
        mark.set(w("author"), by)
        mark.set(w("date"), _DATES[by])
        return mark


def _break(parts: dict[str, bytes]) -> None:
    """Let a deletion end within the control that it opens."""
    text = parts["word/document.xml"].decode()
    start = text.index("<w:sdt>")
    inside = text.index("<w:sdtContent>", start) + len("<w:sdtContent>")
    mark = f'<w:del w:id="8999" w:author="{ANNA}" w:date="{_DATES[ANNA]}">'
    broken = f"{text[:start]}{mark}{text[start:inside]}</w:del>{text[inside:]}"
    parts["word/document.xml"] = broken.encode()
    parts["docProps/app.xml"] = (
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'extended-properties"><Application>LibreOffice/7.4.7.2$Linux</Application></Properties>'
    )


def _para(name: str) -> str:
    return f"{int(name):08X}"


def _run(text: str) -> etree._Element:
    run = etree.Element(w("r"))
    element = etree.SubElement(run, w("t"))
    element.text = text
    element.set(_SPACE, "preserve")
    return run


def _runs(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The runs of one text each that nobody deleted."""
    for run in paragraph.iter(w("r")):
        if run.find(w("t")) is not None and run.find(w("t")).text:
            yield run


def _text(paragraph: etree._Element) -> str:
    return "".join(element.text or "" for element in paragraph.iter(w("t")))
