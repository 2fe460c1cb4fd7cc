"""Comments: their texts, which of them answer which, what is resolved, and where they stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from slaeditor.returned import Comment, CommentThread, Line, RemovedLine
from slaeditor.word.reading.change import author
from slaeditor.word.reading.names import ID, PARAGRAPH, W14, W15, W
from slaeditor.word.reading.package import Parts
from slaeditor.word.reading.raw import Kind
from slaeditor.word.reading.story import read_story
from slaeditor.word.reading.views import CommentPlace, View

_COMMENT = W + "comment"
_PARAGRAPH_ID = W14 + "paraId"
_OFF = frozenset({"0", "false", "off"})


@dataclass(frozen=True, slots=True)
class _Entry:
    """A comment with the ids of its paragraphs, by which replies name what they answer."""

    comment: Comment
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _State:
    """What commentsExtended says of a comment."""

    parent: str
    resolved: bool


def read_threads(
    parts: Parts, view: View, lines: Sequence[Line], styles: Mapping[str, str]
) -> tuple[CommentThread, ...]:
    """All threads in the order of their first comments; `view` is the one after the changes."""
    entries = [
        _entry(element, styles)
        for root in parts.related("comments")
        for element in root.iter(_COMMENT)
    ]
    states = _states(parts)
    owners = {name: place for place, entry in enumerate(entries) for name in entry.paragraphs}
    roots = [_root(place, entries, states, owners) for place in range(len(entries))]
    threads = []
    for place, entry in enumerate(entries):
        if roots[place] != place:
            continue
        comments = tuple(
            other.comment
            for index, other in enumerate(entries)
            if index != place and roots[index] == place
        )
        resolved = any(states[name].resolved for name in entry.paragraphs if name in states)
        found = view.comments.get(Kind.COMMENT.name + entry.comment.id)
        thread = CommentThread((entry.comment, *comments), resolved)
        threads.append(_placed(thread, found, lines, view.removed) if found else thread)
    return tuple(threads)


def _entry(element: etree._Element, styles: Mapping[str, str]) -> _Entry:
    lines = View(is_after=True).read(read_story(element, {}, styles).paragraphs)
    return _Entry(
        Comment(
            id=element.get(ID, ""),
            author=author(element),
            text="\n".join(line.text for line in lines),
            initials=element.get(W + "initials", ""),
        ),
        tuple(
            paragraph.get(_PARAGRAPH_ID, "")
            for paragraph in element.iter(PARAGRAPH)
            if paragraph.get(_PARAGRAPH_ID)
        ),
    )


def _states(parts: Parts) -> dict[str, _State]:
    return {
        element.get(W15 + "paraId", ""): _State(
            element.get(W15 + "paraIdParent", ""), element.get(W15 + "done", "0") not in _OFF
        )
        for root in parts.related("commentsExtended")
        for element in root.iter(W15 + "commentEx")
    }


def _root(
    place: int, entries: list[_Entry], states: dict[str, _State], owners: dict[str, int]
) -> int:
    """The first comment of the thread; one that answers itself in a circle begins its own."""
    seen = [place]
    while True:
        parents = [states[name].parent for name in entries[seen[-1]].paragraphs if name in states]
        above = next((owners[name] for name in parents if name in owners), None)
        if above is None:
            return seen[-1]
        if above in seen:
            return place
        seen.append(above)


def _placed(
    thread: CommentThread,
    found: CommentPlace,
    lines: Sequence[Line],
    removed: Sequence[RemovedLine],
) -> CommentThread:
    """The thread with its place and the words it is about."""
    place = found.range
    line = removed[place.index].line if found.is_removed else lines[place.index]
    end = place.offset if place.end_index is None else place.end_in(line.text)
    quoted = line.text[place.offset : end]
    if not found.is_removed:
        quoted = _quoted(place.beyond, place.end_offset, quoted, lines[place.index + 1 :])
    if not quoted:
        quoted = "".join(entry.text for entry in line.removed if entry.offset == place.offset)
    touching = [mark for mark in line.bookmarks if mark.start <= end and mark.end >= place.offset]
    touching.sort(key=lambda mark: mark.end - mark.start)
    return CommentThread(
        comments=thread.comments,
        resolved=thread.resolved,
        line=None if found.is_removed else place.index,
        start=place.offset,
        end=end,
        quoted=quoted,
        bookmarks=tuple(mark.name for mark in touching),
        removed=place.index if found.is_removed else None,
    )


def _quoted(beyond: int, end_offset: int, first: str, following: Sequence[Line]) -> str:
    """The commented words, a line feed between those of different lines."""
    pieces = [first, *(line.text for line in following[:beyond])]
    if beyond and end_offset:
        pieces[-1] = pieces[-1][:end_offset]
    return "\n".join(pieces)
