"""One line of the document against what came back for it: values that changed, and wording."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from slaeditor import textdiff
from slaeditor.blocks import Gap, Reference, Span, Term, Value
from slaeditor.document.rewording import ENDING, names_of, with_labels
from slaeditor.document.roles import Labels
from slaeditor.document.text import printable
from slaeditor.returned import Author, Line
from slaeditor.review.likeness import likeness
from slaeditor.review.lines import cut, with_text
from slaeditor.review.places import Place, printed_numbers
from slaeditor.review.values import Outcome, Reader, Sort


@dataclass(frozen=True, slots=True)
class Slot:
    """A span of the exported line and where it is in the returned one.

    `place` is None where nothing is left of it. `outcome` says what came back for a value.
    """

    span: Span
    name: str
    old: tuple[int, int]
    place: tuple[int, int] | None
    outcome: Outcome | None = None

    @property
    def lives(self) -> bool:
        """Whether the span goes on living in the line, with its value or with another one."""
        if self.place is None or not self.name:
            return False
        return self.outcome is None or self.outcome.sort is not Sort.WORDS


@dataclass(frozen=True, slots=True)
class Passage:
    """What became of one line.

    `expected` is the exported line with the changed values in it: where `new` says the same, only
    values were changed. `base` is the exported line with placeholders. `numbers` are the typed
    references that can be made live again, by the number.
    """

    place: Place
    line: Line
    old: str
    new: str
    slots: tuple[Slot, ...]
    expected: str
    base: str
    labels: Labels
    numbers: Mapping[str, str]

    @property
    def is_reworded(self) -> bool:
        """Whether more than values changed."""
        return self.expected != self.new

    @property
    def is_trivial(self) -> bool:
        """Whether the wording changed in blanks, quotes, capitals alone."""
        return textdiff.is_trivial(self.expected, self.new)

    @property
    def relinked(self) -> tuple[str, ...]:
        """The numbers that were typed in place of a live reference and name a clause."""
        found = _TYPED_REFERENCE.finditer(self.new)
        return tuple(match[1] for match in found if match[1] in self.numbers)

    def template(self, start: int = 0, end: int | None = None) -> str:
        """A stretch of the new line with a placeholder for all that lives in it."""
        end = len(self.new) if end is None else end
        living = [
            (slot.place, slot.name) for slot in self.slots if slot.lives and slot.place is not None
        ]
        return _template(self.new, start, end, living, self.labels, self.numbers)

    def authors(self, start: int = 0, end: int | None = None) -> tuple[Author, ...]:
        """Who changed a stretch of the new line under tracking; nobody for an untracked edit."""
        end = len(self.line.text) if end is None else end
        return tuple(dict.fromkeys(_authors(self.line, start, end)))


def passage(
    place: Place,
    line: Line,
    reader: Reader,
    labels: Labels,
    numbers: Mapping[str, str],
    typed: Collection[tuple[str, str]] = (),
) -> Passage:
    """Compare a place with the line that it came back as.

    `numbers` leads from a printed number ("3.4") to the id of its paragraph, so that a reference
    that somebody typed can live on; `typed` are such numbers within live references, each behind
    the bookmark that the reference points to.
    """
    line = _as_exported(place, line, typed)
    old, new = place.text, line.text
    if place.is_item:
        old, new = _open(old), _open(new)
    slots = tuple(_slots(place, line, old, new, reader))
    exported = [(slot.old, slot.name) for slot in slots if slot.name]
    base = _template(old, 0, len(old), exported, labels, {})
    linkable = numbers if any(_lost_reference(slot) for slot in slots) else {}
    expected = _expected(old, new, slots)
    return Passage(place, line, old, new, slots, expected, base, labels, linkable)


def _as_exported(place: Place, line: Line, typed: Collection[tuple[str, str]]) -> Line:
    """The line with what programs change by themselves put back: numbers of live references,
    a number that was written as text, and (c) that became ©."""
    marks = [each for each in line.bookmarks if each.name == place.anchor and place.anchor]
    if marks and marks[0].start > 0 and line.text[: marks[0].start].endswith("\t"):
        line = cut(line, marks[0].start, len(line.text))
    texts = printed_numbers(place)
    for each in sorted(line.references, key=lambda each: -each.start):
        printed, shown = texts.get(each.target, ""), line.text[each.start : each.end]
        tracked = any(c.start < each.end and c.end > each.start for c in line.credits)
        if tracked or (each.target, shown) in typed:
            continue  # somebody typed a number into it
        if printed and printed != shown:
            line = with_text(line, each.start, each.end, printed)
    for sign, letters in _AUTOCORRECTED.items():
        while sign in line.text and sign not in place.text and letters in place.text:
            at = line.text.index(sign)
            line = with_text(line, at, at + len(sign), letters)
    return line


def _open(text: str) -> str:
    """The text of a list's item without the mark that closes it."""
    return ENDING.sub("", text)


def _slots(place: Place, line: Line, old: str, new: str, reader: Reader) -> Iterator[Slot]:
    """The spans that live, with where they are now."""
    ranges: list[tuple[int, int]] = []
    at = 0
    for span in place.spans:
        length = len(printable(span.text))
        ranges.append((min(at, len(old)), min(at + length, len(old))))
        at += length
    projected = textdiff.projected(old, ranges, new)
    names = names_of(place.spans)
    controls = {each.tag: each for each in line.controls if not each.whole and not each.beyond}
    free = 0
    for number, (span, name, anchor, old_range, found) in enumerate(
        zip(place.spans, names, place.values, ranges, projected, strict=True)
    ):
        if not name:
            continue
        control = controls.get(anchor) if anchor else None
        candidates = [found]
        if control is not None and control.end <= len(new):
            candidates.insert(0, None if control.placeholder else (control.start, control.end))
        candidates.append(_between(projected, number, new))
        slot = _best(
            [
                _slot(span, name, old_range, _behind(each, free), old, new, reader)
                for each in (*dict.fromkeys(candidates[:-1]), candidates[-1])
            ],
            old[old_range[0] : old_range[1]],
            new,
        )
        if slot.place is not None and slot.lives:
            free = slot.place[1]
        yield slot


def _behind(found: tuple[int, int] | None, free: int) -> tuple[int, int] | None:
    """The part of a range that no span before it took."""
    if found is None or found[1] <= free:
        return None
    return max(found[0], free), found[1]


def _between(
    projected: Sequence[tuple[int, int] | None], number: int, new: str
) -> tuple[int, int] | None:
    """All that stands between what is before a span and what is behind it."""
    before = projected[number - 1] if number else (0, 0)
    last = number + 1 == len(projected)
    behind = (len(new), len(new)) if last else projected[number + 1]
    return (before[1], behind[0]) if before is not None and behind is not None else None


def _best(slots: Sequence[Slot], old: str, new: str) -> Slot:
    """Of what the control says, what the text says, and all between the neighbours: the first
    that can be read, else the first in which the span lives.

    Where hardly a word of the `old` text is left, somebody typed over all between the neighbours.
    """
    last = slots[-1]
    if (
        last.lives
        and _is_read(last)
        and last.outcome is not None
        and _is_typed_over(last, old, new)
    ):
        return last
    read = [slot for slot in slots[:-1] or slots if slot.lives and _is_read(slot)]
    wide = [slot for slot in slots[-1:] if slot.lives and _is_typed(slot)]
    living = [slot for slot in slots if slot.lives]
    return next(iter([*read, *wide, *living, *slots]))


def _is_typed_over(slot: Slot, old: str, new: str) -> bool:
    several = len(old.split()) > 1
    return (
        several and slot.place is not None and likeness(old, new[slice(*slot.place)]) < _TYPED_OVER
    )


def _is_read(slot: Slot) -> bool:
    return slot.outcome is None or slot.outcome.sort in (Sort.SAME, Sort.OTHER)


def _is_typed(slot: Slot) -> bool:
    """Whether a number, a date or the like was read, which no stray words can pass for."""
    return slot.outcome is not None and slot.outcome.is_typed and _is_read(slot)


def _slot(
    span: Span,
    name: str,
    old_range: tuple[int, int],
    found: tuple[int, int] | None,
    old: str,
    new: str,
    reader: Reader,
) -> Slot:
    before = old[old_range[0] : old_range[1]]
    if found is None or not new[found[0] : found[1]].strip():
        return Slot(span, name, old_range, None)
    after = new[found[0] : found[1]]
    if after == before or (before and _plain(after) == _plain(before)):
        return Slot(span, name, old_range, found)
    if not isinstance(span, Value | Gap) and not (isinstance(span, Term) and span.path):
        return Slot(span, name, old_range, None)
    outcome = reader.outcome(span, after)
    if outcome.sort is Sort.WORDS:
        return Slot(span, name, old_range, found, outcome)
    place = (found[0] + outcome.start, found[0] + outcome.end)
    return Slot(span, name, old_range, place, outcome)


def _lost_reference(slot: Slot) -> bool:
    return isinstance(slot.span, Reference) and slot.place is None


def _template(
    text: str,
    start: int,
    end: int,
    living: Sequence[tuple[tuple[int, int], str]],
    labels: Labels,
    numbers: Mapping[str, str],
) -> str:
    """A stretch of a text with placeholders where something lives."""
    pieces: list[str] = []
    at = start
    for (first, last), name in sorted(living):
        if start <= first and last <= end and first >= at:
            pieces.append(_fixed(text[at:first], labels, numbers))
            pieces.append(f"{{{name}}}")
            at = last
    pieces.append(_fixed(text[at:end], labels, numbers))
    return "".join(pieces)


def _fixed(text: str, labels: Labels, numbers: Mapping[str, str]) -> str:
    """Words that are nobody's value: labels of the sides and typed references live in them."""

    def linked(found: re.Match[str]) -> str:
        target = numbers.get(found[1])
        return found[0].replace(found[1], f"{{ref:{target}}}") if target else found[0]

    labelled = with_labels(text, labels)
    return _TYPED_REFERENCE.sub(linked, labelled) if numbers else labelled


def _expected(old: str, new: str, slots: Sequence[Slot]) -> str:
    """The exported text with each value as it came back."""
    pieces: list[str] = []
    at = 0
    for slot in slots:
        start, end = slot.old
        if not slot.lives or slot.place is None or start < at:
            continue
        pieces.append(old[at:start])
        pieces.append(new[slot.place[0] : slot.place[1]])
        at = end
    pieces.append(old[at:])
    return "".join(pieces)


def _authors(line: Line, start: int, end: int) -> Iterator[Author]:
    for credit in line.credits:
        if credit.start < end and credit.end > start:
            yield credit.by
    for removed in line.removed:
        if start <= removed.offset <= end:
            if removed.inserted_by is not None:
                yield removed.inserted_by
            yield removed.by


def _plain(text: str) -> str:
    return " ".join(text.split())


_TYPED_REFERENCE = re.compile(
    r"(?:clause|paragraph|Clause|Paragraph)[ \u00a0](\d+(?:\.\d+)*(?:\([a-z]+\))*)"
)
_TYPED_OVER = 0.35
_AUTOCORRECTED = {"©": "(c)", "®": "(r)", "™": "(tm)"}
