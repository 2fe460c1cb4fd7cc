"""Comments, marks made by hand, notes in the text, and what has no place in an agreement."""

import re
from collections.abc import Iterator, Sequence

from slaeditor.blocks import Role
from slaeditor.document.copies import OUR_NAME, REVIEW_HEADER
from slaeditor.returned import Author, CommentThread, Line, Look, ReturnedFile
from slaeditor.review.alignment import Alignment, Match
from slaeditor.review.context import Context
from slaeditor.review.lines import with_text
from slaeditor.review.places import Place
from slaeditor.review.proposal import Remark, Unmatched

NOTE = re.compile(r"\[\s*\**\s*(?:note to draft|drafting note|note)\b[^\]]*\]", re.IGNORECASE)

Note = tuple[Author, str]


def without_notes(place: Place, line: Line) -> tuple[Line, tuple[Note, ...]]:
    """The line without the notes to the draft that somebody wrote into it, and these notes."""
    notes: list[Note] = []
    for found in reversed(list(NOTE.finditer(line.text))):
        if found[0] in place.text:
            continue
        notes.append((_author(line, *found.span()), found[0]))
        start, end = found.span()
        if line.text[start - 1 : start].isspace():
            start -= 1
        line = with_text(line, start, end, "")
    return line, tuple(reversed(notes))


def marked(place: Place, line: Line, context: Context, notes: Sequence[Note]) -> Iterator[Remark]:
    """Remarks for notes and for what was highlighted or coloured by hand."""
    where = context.names.where(place)
    path = path_of(place)
    for note in notes:
        yield Remark(path, where, "", (note,))
    for mark in line.marks:
        if mark.look in (Look.HIGHLIGHTED, Look.COLOURED):
            quoted = line.text[mark.start : mark.end]
            if quoted.strip():
                text = f"Marked by hand ({mark.look.value})."
                yield Remark(path, where, quoted, ((mark.by or Author(), text),))


def struck_out(line: Line) -> Line | None:
    """The line without what was struck through or hidden by hand; `None` if nothing was."""
    bare = line
    for mark in sorted(line.marks, key=lambda mark: -mark.start):
        if mark.look in (Look.STRUCK, Look.HIDDEN):
            bare = with_text(bare, mark.start, mark.end, "")
    if bare is line:
        return None
    end = len(bare.text.rstrip())
    return with_text(bare, end, len(bare.text), "") if bare.text[end:] else bare


def path_of(place: Place) -> str:
    """What a remark on a whole place is about: a clause, an item, a section by its heading."""
    if place.paragraph is None:
        return place.row.rpartition("#")[2]
    if place.paragraph.role is Role.HEADING:
        return place.part
    return f"clauses/{place.paragraph.id}/text"


def remarks(file: ReturnedFile, alignment: Alignment, context: Context) -> Iterator[Remark]:
    """The comments of a file, each thread as one remark; those that we exported are left out."""
    for thread in file.comments:
        entries = tuple((comment.author, comment.text) for comment in thread.comments)
        if entries and entries[0][0].name == OUR_NAME and len(entries) == 1:
            continue
        match = _match(alignment, thread)
        if match is None:
            yield Remark("", "", thread.quoted, entries, thread.resolved)
            continue
        path = _value_path(match, thread, context) or path_of(match.place)
        where = context.names.where(match.place)
        yield Remark(path, where, thread.quoted, entries, thread.resolved)


def _match(alignment: Alignment, thread: CommentThread) -> Match | None:
    """The place that a comment hangs on."""
    anchors = set(thread.bookmarks)
    for match in alignment.matches:
        if match.place.anchor in anchors or anchors.intersection(filter(None, match.place.values)):
            return match
    for match in alignment.matches:
        lines = {match.source, *(index for index, _ in match.tail)}
        if thread.line is not None and thread.line in lines:
            return match
    return None


def _value_path(match: Match, thread: CommentThread, context: Context) -> str:
    """The value that a comment is about: the one that its range touches, if it is just one."""
    if match.line is None or thread.line is None or match.source != thread.line:
        return ""
    if thread.quoted.strip() == match.line.text.strip() and match.place.paragraph is not None:
        return ""
    found = context.passage(match.place, match.line)
    paths = {
        path
        for slot in found.slots
        if slot.place is not None
        and slot.place[0] < max(thread.end, thread.start + 1)
        and slot.place[1] > thread.start
        and (path := getattr(slot.span, "path", ""))
    }
    return paths.pop() if len(paths) == 1 else ""


def unplaced(file: ReturnedFile, alignment: Alignment, context: Context) -> Iterator[Unmatched]:
    """Footnotes, text boxes, pictures, and what was written into headers and footers."""
    for each in file.unplaced:
        near = [m for m in alignment.matches if m.source == each.line and each.line is not None]
        where = context.names.where(near[0].place) if near else ""
        authors = (each.by,) if each.by is not None else ()
        yield Unmatched(each.text, where, f"This is a {each.kind}.", authors)
    for margin in file.margins:
        if not _is_ours(margin.text, file, context):
            yield Unmatched(margin.text, "", f"This stands in the {margin.kind}.")


def _is_ours(text: str, file: ReturnedFile, context: Context) -> bool:
    """Whether a header or footer says no more than was exported."""
    known = {
        *context.base.header.split(),
        *context.base.reference.split(),
        *context.base.version.split(),
        *_OUR_MARGINS.split(),
        *" ".join(file.margins_exported).split(),
    }
    return all(word in known for word in text.split())


_OUR_MARGINS = f"{REVIEW_HEADER} Page # of \N{MIDDLE DOT} Version | DRAFT Draft"
"""The words of our headers, footers and watermarks, for a file that has lost what it left with."""


def _author(line: Line, start: int, end: int) -> Author:
    for credit in line.credits:
        if credit.start < end and credit.end > start:
            return credit.by
    return Author()
