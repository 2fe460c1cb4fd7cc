"""Returned lines cut, joined and corrected, with all that lies in them moved along."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from slaeditor.returned import Bookmark, Control, Line

T = TypeVar("T", Bookmark, Control)


def cut(line: Line, start: int, end: int) -> Line:
    """The stretch of a line as a line of its own, with all that lies in it."""

    def moved(things: Sequence[T]) -> tuple[T, ...]:
        return tuple(
            replace(each, start=each.start - start, end=min(each.end, end) - start)
            for each in things
            if start <= each.start < end
        )

    return replace(
        line,
        text=line.text[start:end],
        bookmarks=moved(line.bookmarks),
        controls=moved(line.controls),
        references=tuple(
            replace(each, start=each.start - start, end=each.end - start)
            for each in line.references
            if start <= each.start and each.end <= end
        ),
        credits=tuple(
            replace(each, start=max(each.start, start) - start, end=min(each.end, end) - start)
            for each in line.credits
            if each.start < end and each.end > start
        ),
        removed=tuple(
            replace(each, offset=each.offset - start)
            for each in line.removed
            if start <= each.offset <= end
        ),
        marks=tuple(
            replace(each, start=max(each.start, start) - start, end=min(each.end, end) - start)
            for each in line.marks
            if each.start < end and each.end > start
        ),
    )


def with_text(line: Line, start: int, end: int, text: str) -> Line:
    """The line with a stretch replaced, all that lies behind it moved along."""
    shift = len(text) - (end - start)

    def at(offset: int) -> int:
        return offset + shift if offset >= end else offset

    return replace(
        line,
        text=line.text[:start] + text + line.text[end:],
        bookmarks=tuple(replace(b, start=at(b.start), end=at(b.end)) for b in line.bookmarks),
        controls=tuple(replace(c, start=at(c.start), end=at(c.end)) for c in line.controls),
        references=tuple(replace(r, start=at(r.start), end=at(r.end)) for r in line.references),
        credits=tuple(replace(c, start=at(c.start), end=at(c.end)) for c in line.credits),
        removed=tuple(replace(r, offset=at(r.offset)) for r in line.removed),
        marks=tuple(replace(m, start=at(m.start), end=at(m.end)) for m in line.marks),
    )


def joined(first: Line, *others: Line) -> Line:
    """Lines as one, with a blank between each two."""
    whole = first
    for other in others:
        shift = len(whole.text) + 1
        whole = replace(
            whole,
            text=f"{whole.text} {other.text}",
            controls=(
                *whole.controls,
                *(replace(c, start=c.start + shift, end=c.end + shift) for c in other.controls),
            ),
            references=(
                *whole.references,
                *(replace(r, start=r.start + shift, end=r.end + shift) for r in other.references),
            ),
            credits=(
                *whole.credits,
                *(replace(c, start=c.start + shift, end=c.end + shift) for c in other.credits),
            ),
            removed=(
                *whole.removed,
                *(replace(r, offset=r.offset + shift) for r in other.removed),
            ),
        )
    return whole
