"""The content of a paragraph: runs and what wraps them, read into pieces, starts and ends."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from lxml import etree

from slaeditor.returned import Author
from slaeditor.word.reading.asides import drawn_asides
from slaeditor.word.reading.change import MOVED_AWAY, MOVED_HERE, REVISIONS, Change, Moves
from slaeditor.word.reading.controls import CONTENT, CONTROL, described
from slaeditor.word.reading.fields import Field, Fields
from slaeditor.word.reading.looks import hand_marks
from slaeditor.word.reading.names import CHOICE, COMPATIBILITY, FALLBACK, ID, MATH, NAME, W
from slaeditor.word.reading.raw import Aside, End, Item, Kind, MarkedBy, RawParagraph, Start
from slaeditor.word.reading.symbols import CHARACTERS, line_break, symbol

_RUN = W + "r"
_TEXT = W + "t"
_DELETED_TEXT = W + "delText"
_RUN_PROPERTIES = W + "rPr"
_FIELD_MARK = W + "fldChar"
_INSTRUCTIONS = frozenset({W + "instrText", W + "delInstrText"})
_BREAK = W + "br"
_SYMBOL = W + "sym"
_ALTERNATIVES = COMPATIBILITY + "AlternateContent"
_DRAWN = frozenset({W + "drawing", W + "pict", W + "object"})
_NOTES = {W + "footnoteReference": "footnote", W + "endnoteReference": "endnote"}
_RUBY = W + "ruby"
_COMMENT_MARK = W + "commentReference"
_TRANSPARENT = frozenset({W + "hyperlink", W + "smartTag", W + "customXml", W + "dir", W + "bdo"})
_IGNORED_BOOKMARK = "_GoBack"

_STARTS = {W + "bookmarkStart": Kind.BOOKMARK, W + "commentRangeStart": Kind.COMMENT}
_ENDS = {W + "bookmarkEnd": Kind.BOOKMARK, W + "commentRangeEnd": Kind.COMMENT}
_PREFIXES = {tag: kind.name for tag, kind in (*_STARTS.items(), *_ENDS.items())}
"""What makes the key of a range differ from those of other kinds."""

_MOVE_STARTS = {W + "moveFromRangeStart": MOVED_AWAY, W + "moveToRangeStart": MOVED_HERE}
_MOVE_ENDS = {W + "moveFromRangeEnd": MOVED_AWAY, W + "moveToRangeEnd": MOVED_HERE}
RANGE_MARKS = frozenset({*_STARTS, *_ENDS, *_MOVE_STARTS, *_MOVE_ENDS})
"""Elements that may also stand between paragraphs, rows and cells."""


class Inline:
    """Reads paragraph content; `paragraph` is where it goes, set anew for each paragraph.

    Text is left out while `silent` is above 0: it is the prompt of an empty control.

    `notes` are the texts of footnotes and endnotes by (kind, id).
    """

    def __init__(self, notes: Mapping[tuple[str, str], str], *, transparent_fields: bool) -> None:
        """Begin a story, outside of all fields and moves."""
        self.paragraph = RawParagraph(0, 0)
        self.fields = Fields(transparent=transparent_fields)
        self.moves = Moves()
        self._notes = notes
        self._controls = 0
        self.silent = 0
        self._handlers: dict[str, Callable[[etree._Element, Change], None]] = {
            _RUN: self._run,
            CONTROL: self._control,
            _ALTERNATIVES: self._alternatives,
            W + "fldSimple": self._simple_field,
            MATH + "t": self._mathematics,
            **dict.fromkeys(_TRANSPARENT, self.content),
            **dict.fromkeys(REVISIONS, self._revision),
            **dict.fromkeys(_DRAWN, self._drawn),
            **dict.fromkeys(RANGE_MARKS, self._range_mark),
        }

    def content(self, element: etree._Element, change: Change) -> None:
        """Read all that stands in an element, itself apart."""
        handlers = self._handlers
        for child in element:
            handler = handlers.get(child.tag)
            if handler is not None:
                handler(child, change)
            elif len(child) and not child.tag.endswith("Pr"):
                self.content(child, change)

    def range_mark(self, element: etree._Element) -> Start | End | None:
        """What a range mark begins or ends; None for the ends of moves, which are noted."""
        tag = element.tag
        if tag in _MOVE_STARTS:
            self.moves.start(_MOVE_STARTS[tag], element)
        elif tag in _MOVE_ENDS:
            self.moves.end(_MOVE_ENDS[tag], element)
        elif tag in _STARTS:
            name = element.get(NAME, "")
            if name != _IGNORED_BOOKMARK:
                return Start(_STARTS[tag], _PREFIXES[tag] + element.get(ID, ""), name)
        else:
            return End(_ENDS[tag], _PREFIXES[tag] + element.get(ID, ""))
        return None

    def next_control(self) -> str:
        """A key for one more content control."""
        self._controls += 1
        return f"control{self._controls}"

    def _range_mark(self, element: etree._Element, change: Change) -> None:
        del change  # a mark stays where it is, whatever becomes of the text round it
        mark = self.range_mark(element)
        if mark is not None:
            self.paragraph.items.append(mark)

    def _revision(self, element: etree._Element, change: Change) -> None:
        self.content(element, self.moves.within(change, element))

    def _control(self, element: etree._Element, change: Change) -> None:
        content = element.find(CONTENT)
        if content is None:
            return
        tagged, prompt = described(element, whole=False)
        items = self.paragraph.items
        key = self.next_control()
        if tagged is not None:
            items.append(Start(Kind.CONTROL, key, tagged))
        first = len(items)
        self.silent += prompt
        self.content(content, change)
        self.silent -= prompt
        _stretch_bookmarks(items, first)
        if tagged is not None:
            items.append(End(Kind.CONTROL, key))

    def _alternatives(self, element: etree._Element, change: Change) -> None:
        """Read one of several forms of the same content: the first, else the fallback."""
        chosen = element.find(CHOICE)
        if chosen is None:
            chosen = element.find(FALLBACK)
        if chosen is not None:
            self.content(chosen, change)

    def _simple_field(self, element: etree._Element, change: Change) -> None:
        self.fields.begin()
        self.fields.instruct(element.get(W + "instr", ""))
        self._result_begins(change)
        self.content(element, change)
        self._field_ends()

    def _mathematics(self, element: etree._Element, change: Change) -> None:
        self._say(element.text or "", change, ())

    def _drawn(self, element: etree._Element, change: Change) -> None:
        for kind, text in drawn_asides(element):
            self.paragraph.items.append(Aside(kind, text, change))

    def _run(self, run: etree._Element, change: Change) -> None:
        looks = hand_marks(run.find(_RUN_PROPERTIES))
        for child in run:
            self._run_part(child, change, looks)

    def _run_part(self, child: etree._Element, change: Change, looks: tuple[MarkedBy, ...]) -> None:
        tag = child.tag
        if tag == _TEXT:
            self._say(child.text or "", change, looks)
        elif tag == _DELETED_TEXT:
            self._say(child.text or "", _deleted(change), looks)
        elif tag in CHARACTERS:
            self._say(CHARACTERS[tag], change, looks)
        elif tag == _BREAK:
            self._say(line_break(child), change, looks)
        elif tag == _SYMBOL:
            self._say(symbol(child), change, looks)
        elif tag == _FIELD_MARK:
            self._field_mark(child.get(W + "fldCharType", ""), change)
        elif tag in _INSTRUCTIONS:
            self.fields.instruct(child.text or "")
        else:
            self._run_extra(child, change)

    def _run_extra(self, child: etree._Element, change: Change) -> None:
        """What is no text within a run: notes, comments, drawings, and one of alternatives."""
        tag = child.tag
        if tag in _NOTES:
            kind = _NOTES[tag]
            text = self._notes.get((kind, child.get(ID, "")), "")
            self.paragraph.items.append(Aside(kind, text, change))
        elif tag == _COMMENT_MARK:
            key = Kind.COMMENT.name + child.get(ID, "")
            self.paragraph.items.append(Start(Kind.COMMENT, key, "reference"))
        elif tag in _DRAWN:
            self._drawn(child, change)
        elif tag == _ALTERNATIVES:
            self._alternatives_in_run(child, change)
        elif tag == _RUBY:
            self._ruby(child, change)

    def _alternatives_in_run(self, element: etree._Element, change: Change) -> None:
        """As between runs, but what is chosen is the content of a run."""
        chosen = element.find(CHOICE)
        if chosen is None:
            chosen = element.find(FALLBACK)
        for child in chosen if chosen is not None else ():
            self._run_part(child, change, ())

    def _ruby(self, element: etree._Element, change: Change) -> None:
        base = element.find(W + "rubyBase")
        if base is not None:
            self.content(base, change)

    def _say(self, text: str, change: Change, looks: tuple[MarkedBy, ...]) -> None:
        if not text or self.silent:
            return
        if self.fields.hides:
            self.paragraph.is_contents |= self.fields.in_contents
        else:
            self.paragraph.add(text, change, looks)

    def _field_mark(self, kind: str, change: Change) -> None:
        if kind == "begin":
            self.fields.begin()
        elif kind == "separate":
            self._result_begins(change)
        elif kind == "end":
            self._field_ends()

    def _result_begins(self, change: Change) -> None:
        hidden = self.fields.hides_outside
        field = self.fields.separate()
        if field is None:
            return
        if field.target:
            self.paragraph.items.append(Start(Kind.REFERENCE, field.key, field.target))
        elif field.is_page_number and not hidden and not self.silent:
            self.paragraph.add("#", change, ())

    def _field_ends(self) -> None:
        field: Field | None = self.fields.end()
        if field is not None and field.target:
            self.paragraph.items.append(End(Kind.REFERENCE, field.key))


def _stretch_bookmarks(items: list[Item], first: int) -> None:
    """Let empty bookmarks that a control begins with, from `first` on, hold all of it.

    LibreOffice 7.4 moves the end of a bookmark round a control's text in front of the text.
    """
    last = first
    while last < len(items) and isinstance(items[last], Start | End):
        last += 1
    if last == len(items):
        return
    leading = items[first:last]
    started = {item.key for item in leading if isinstance(item, Start)}
    ends = [
        item
        for item in leading
        if isinstance(item, End) and item.kind is Kind.BOOKMARK and item.key in started
    ]
    if ends:
        items[first:last] = [item for item in leading if item not in ends]
        items.extend(ends)


def _deleted(change: Change) -> Change:
    """Text that is written as deleted is deleted, also where nothing says by whom."""
    return change if change.deleted else replace(change, deleted=Author())
