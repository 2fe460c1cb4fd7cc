"""Comments of a review copy: the part that holds them, and the marks in the text they hang on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from docx.document import Document as WordFile
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from slaeditor.blocks import Document
from slaeditor.document.anchors import Anchor, Kind, anchors
from slaeditor.document.copies import OUR_NAME, Note
from slaeditor.word import markup

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class _Entry:
    """One `w:comment`; `parent` is the number of the comment that it answers, -1 for none."""

    number: int
    author: str
    date: str
    text: str
    resolved: bool
    parent: int = -1


@dataclass
class Comments:
    """The comments of one document, by the name of the anchor that they hang on."""

    entries: list[_Entry] = field(default_factory=list)
    _by_anchor: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document, notes: Sequence[Note], today: date) -> "Comments":
        """Find a place for every note; what is not printed hangs on the title."""
        comments = cls()
        if not notes:
            return comments
        places = tuple(anchors(document))
        for note in notes:
            comments._add(note, _place(note.path, document, places), today)
        return comments

    def _add(self, note: Note, anchor: str, today: date) -> None:
        first = len(self.entries)
        day = f"{today.isoformat()}T00:00:00Z"
        author = note.author or OUR_NAME
        date_ = _stamp(note.date) or day
        self.entries.append(_Entry(first, author, date_, note.text, note.resolved))
        for name, when, text in note.replies:
            number = len(self.entries)
            self.entries.append(
                _Entry(number, name or OUR_NAME, _stamp(when) or day, text, note.resolved, first)
            )
        self._by_anchor.setdefault(anchor, []).extend(range(first, len(self.entries)))

    def wrap(self, anchor: str, content: str) -> str:
        """The content of an anchor within the marks of the comments that hang on it."""
        for number in self._by_anchor.get(anchor, ()):
            mark = f'w:id="{number}"'
            content = (
                f"<w:commentRangeStart {mark}/>{content}<w:commentRangeEnd {mark}/>"
                f'<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr>'
                f"<w:commentReference {mark}/></w:r>"
            )
        return content

    def add_parts(self, word_file: WordFile) -> None:
        """Add the parts that hold the comments and their threads; none without comments."""
        if not self.entries:
            return
        comments = "".join(_comment_xml(entry) for entry in self.entries)
        threads = "".join(_thread_xml(entry) for entry in self.entries)
        _add_part(
            word_file,
            "/word/comments.xml",
            f"{_WORD}.comments+xml",
            f"{_OFFICE}/comments",
            f"<w:comments {markup.NAMESPACES}>{comments}</w:comments>",
        )
        _add_part(
            word_file,
            "/word/commentsExtended.xml",
            f"{_WORD}.commentsExtended+xml",
            _EXTENDED,
            f"<w15:commentsEx {markup.NAMESPACES}>{threads}</w15:commentsEx>",
        )


def _add_part(word_file: WordFile, name: str, kind: str, relation: str, xml: str) -> None:
    data = (_DECLARATION + xml).encode("utf-8")
    word_file.part.relate_to(Part(PackURI(name), kind, data, word_file.part.package), relation)


def _paragraph_id(entry: _Entry) -> str:
    """The id of a comment's last paragraph, by which threads name it; below 0x80000000."""
    return f"{0x5A000000 + entry.number:08X}"


def _comment_xml(entry: _Entry) -> str:
    initials = "".join(word[0] for word in entry.author.split())[:3]
    lines = entry.text.split("\n")
    paragraphs = []
    for number, line in enumerate(lines):
        last = number == len(lines) - 1
        identity = f' w14:paraId="{_paragraph_id(entry)}"' if last else ""
        reference = "" if number else "<w:r><w:annotationRef/></w:r>"
        paragraphs.append(
            f'<w:p{identity}><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>'
            f"{reference}{markup.runs(line)}</w:p>"
        )
    return (
        f'<w:comment w:id="{entry.number}" w:author={markup.attribute(entry.author)} '
        f'w:date="{entry.date}" w:initials={markup.attribute(initials)}>'
        f"{''.join(paragraphs)}</w:comment>"
    )


def _thread_xml(entry: _Entry) -> str:
    parent = ""
    if entry.parent >= 0:
        parent = f' w15:paraIdParent="{0x5A000000 + entry.parent:08X}"'
    done = int(entry.resolved)
    return f'<w15:commentEx w15:paraId="{_paragraph_id(entry)}"{parent} w15:done="{done}"/>'


def _stamp(when: str) -> str:
    """A date as the file format writes it; empty for none."""
    if not when:
        return ""
    day, _, time = when.partition("T")
    return f"{day}T{(time or '00:00:00')[:8]}Z"


def _place(path: str, document: Document, places: Sequence[Anchor]) -> str:
    """The name of the anchor that a path is printed at; the title's if it isn't printed.

    That is the clause that it names, the value or row itself, the heading of the section, the
    clause that is about it, or another value of the same item.
    """
    clause = path.removeprefix("clauses/").removesuffix("/text") if "clauses/" in path else ""
    about = {p.id for p in document.paragraphs() if p.path and _is_about(p.path, path)}
    at = path.rpartition("/")[0]
    tests: tuple[Callable[[Anchor], bool], ...] = (
        lambda each: bool(clause) and each.kind is Kind.CLAUSE and each.path == clause,
        lambda each: each.kind is not Kind.CLAUSE and each.path == path,
        lambda each: each.kind is Kind.CLAUSE and each.path == f"{path}.heading",
        lambda each: each.kind is Kind.CLAUSE and each.path in about,
        lambda each: "/" in at and _is_about(at, each.path),
        lambda each: each.kind is Kind.CLAUSE,
    )
    return next((each.name for test in tests for each in places if test(each)), "")


def _is_about(place: str, path: str) -> bool:
    return place == path or path.startswith(f"{place}/")
