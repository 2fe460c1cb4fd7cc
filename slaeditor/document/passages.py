"""Spans of two texts compared word by word; a cross-reference is one word, whatever it shows."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from slaeditor.blocks import Reference, Span, Spans
from slaeditor.document.numbering import LEFT_OUT
from slaeditor.document.text import printable
from slaeditor.textdiff import Fate, is_trivial, joined, steps, tokens

_REFERENCE = "\ue000"
"""Begins the token of a cross-reference; no language writes this character."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one span, whole or in part; `place` is the span's index on its side."""

    text: str
    span: Span
    place: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text with one fate; pieces of a kept one come from the new side."""

    fate: Fate
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The passage as plain text."""
        return "".join(piece.text for piece in self.pieces)


Passages = tuple[Passage, ...]


def compared(old: Spans, new: Spans) -> Passages:
    """How the old text became the new one; what was removed stands before what replaced it.

    A reference to the same target is kept though its number changed.
    """
    before, after = _Side(old), _Side(new)
    found: list[Passage] = []
    for step in joined(steps(before.tokens, after.tokens), before.tokens):
        removed = before.pieces(step.old_start, step.old_end)
        added = after.pieces(step.new_start, step.new_end)
        if step.kept:
            found.append(Passage(Fate.KEPT, added))
            continue
        pair = ((Fate.REMOVED, removed), (Fate.ADDED, added))
        found.extend(Passage(fate, pieces) for fate, pieces in pair if pieces)
    return tuple(found)


def whole(spans: Spans, fate: Fate) -> Passages:
    """A text that was kept, removed or added as a whole; nothing for an empty one."""
    side = _Side(spans)
    pieces = side.pieces(0, len(side.tokens))
    return (Passage(fate, pieces),) if pieces else ()


def text_for_comparing(spans: Spans) -> str:
    """The text that decides whether something changed: a reference counts by its target."""
    return "".join(
        _reference_token(span) if isinstance(span, Reference) else printable(span.text)
        for span in spans
    )


def is_changed(passages: Passages) -> bool:
    """Whether anything was removed or added."""
    return any(passage.fate is not Fate.KEPT for passage in passages)


def replacements(passages: Passages) -> Iterator[tuple[str, str]]:
    """Each change as (text removed, text added); one of the two may be empty."""
    removed = ""
    for passage in passages:
        if passage.fate is Fate.REMOVED:
            removed = passage.text
            continue
        if passage.fate is Fate.ADDED or removed:
            yield removed, passage.text if passage.fate is Fate.ADDED else ""
        removed = ""
    if removed:
        yield removed, ""


def all_trivial(passages: Passages) -> bool:
    """Whether nothing changed but blanks, quotes, dashes and capitals."""
    old = "".join(each.text for each in passages if each.fate is not Fate.ADDED)
    new = "".join(each.text for each in passages if each.fate is not Fate.REMOVED)
    return is_trivial(old, new)


def _reference_token(span: Reference) -> str:
    return f"{_REFERENCE}{span.target}{LEFT_OUT if span.text == LEFT_OUT else ''}{_REFERENCE}"


class _Side:
    """One text: its tokens, and the way back from a token to the spans that it stands in."""

    def __init__(self, spans: Spans) -> None:
        self._spans = spans
        self._texts = [printable(span.text) for span in spans]
        self._starts = [0, *accumulate(map(len, self._texts))]
        self.tokens: list[str] = []
        self._offsets = [0]
        text = ""
        for span, own in zip(spans, self._texts, strict=True):
            if not isinstance(span, Reference):
                text += own
                continue
            self._add_words(text)
            text = ""
            if own:
                self._add(_reference_token(span), len(own))
        self._add_words(text)

    def _add_words(self, text: str) -> None:
        for token in tokens(text):
            self._add(token, len(token))

    def _add(self, token: str, length: int) -> None:
        self.tokens.append(token)
        self._offsets.append(self._offsets[-1] + length)

    def pieces(self, first: int, last: int) -> tuple[Piece, ...]:
        """The tokens from `first` up to `last`, cut where spans end."""
        start, end = self._offsets[first], self._offsets[last]
        found = []
        for place, (span, text, at) in enumerate(
            zip(self._spans, self._texts, self._starts, strict=False)
        ):
            cut = text[max(start - at, 0) : max(end - at, 0)]
            if cut:
                found.append(Piece(cut, span, place))
        return tuple(found)
