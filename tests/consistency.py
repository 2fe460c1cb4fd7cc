"""Faults of a composed document that no reader should meet, each as a line of text.

Fixed spans are the standard wording; values, gaps and terms of the user's own are left out where
a rule is about the wording only. The rules are those at the end of part 5.3 of the drafting
conventions: terms, forbidden words, blanks and stops, headings, plurals, articles, references,
values stated once, and sentences of at most 35 words.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from slaeditor.blocks import (
    Block,
    Document,
    Fixed,
    Gap,
    Paragraph,
    Part,
    Reference,
    Role,
    SignatureBlock,
    Span,
    Spans,
    Table,
    Term,
    Value,
)
from slaeditor.values.words import article
from tests.forbidden import IN_WORDING, WITHIN_A_COMPANY

LONGEST_SENTENCE = 35

_HEADINGS = {
    Role.PLAIN_HEADING: 1,
    Role.SCHEDULE: 1,
    Role.HEADING: 1,
    Role.PART: 2,
    Role.PARAGRAPH_HEADING: 3,
}
_FOLLOWED_BY_A_PART = "introduction.agreed-heading"
_SENTENCES = frozenset({Role.CLAUSE, Role.PARAGRAPH, Role.RECITAL, Role.PARTY})
_CAPITALS_ALLOWED = frozenset(
    {"Schedule", "Part", "A", "B", "C", "Background", "None", "SL", "Monday", "Friday"}
)
_NAMES = re.compile(r"^introduction/(provider|customer)/(name|short_name)$")
_UNITS = (
    "second|minute|hour|day|week|month|quarter|year|point|Business Day|time|case"
    "|Measurement Period|calendar month|failed probe"
)
_ONE_AND_MANY = re.compile(rf"(?<![\d.,:–-])1[ \u00a0](?:{_UNITS})s\b")
_MANY_AND_ONE = re.compile(rf"(?<![\d.,:–-])(?:[02-9]|\d{{2,}})[ \u00a0](?:{_UNITS})\b(?!s)")
_UNSOUND = re.compile(
    r"  |\.\.|;\.|,\.|:\.|: \.|\.;|,;|;;|,,| [.,;:]|\( *\)|\[ *\]|“ *”|[{}]|\bNone\b(?!\.)|\t"
    r"|\b([A-Za-z]+) \1\b"
)
_PRINTED_ELSEWHERE = ("cover", "signatures", "schedule-dates")
_TWICE_ALLOWED = re.compile(r"/(name|unit|direction|notice_unit|short_name)$|^title$")

Line = tuple[str, str]
"""Where something stands, and its text."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """A document as the rules read it."""

    document: Document

    @property
    def parts(self) -> tuple[Part, ...]:
        return self.document.parts

    def blocks(self) -> Iterator[Block]:
        for part in self.parts:
            yield from part.blocks

    def runs(self) -> Iterator[tuple[str, Spans]]:
        """Each paragraph, cell and signature line with the name of its place."""
        for block in self.blocks():
            yield from _runs(block)

    def lines(self, write: Callable[[Span], str]) -> Iterator[Line]:
        """Each run as text, its spans written by `write`; headers of tables included."""
        for block in self.blocks():
            if isinstance(block, Table):
                yield from ((block.id, name) for name in block.header)
        for where, spans in self.runs():
            yield where, "".join(write(span) for span in spans)


def problems(document: Document) -> list[str]:
    """Every fault found, as "rule: place: text"; empty for a sound document."""
    reading = _Reading(document)
    return [
        f"{rule.__name__.strip('_').replace('_', ' ')}: {fault}"
        for rule in _RULES
        for fault in rule(reading)
    ]


def _runs(block: Block) -> Iterator[tuple[str, Spans]]:
    if isinstance(block, Paragraph):
        yield f"{block.number} {block.id}".strip(), block.spans
    elif isinstance(block, Table):
        for row in block.rows:
            yield from ((row.id, cell.spans) for cell in row.cells)
    elif isinstance(block, SignatureBlock):
        yield block.id, block.lead
        for person in block.people:
            yield from ((person.path, spans) for _, spans in person.lines)


def _plain(span: Span) -> str:
    return span.text.replace("\u00a0", " ")


def _wording(span: Span) -> str:
    """Only the standard wording; whatever a person wrote is one small word."""
    if isinstance(span, Fixed):
        return span.text.replace("\u00a0", " ")
    if isinstance(span, Term | Reference):
        return span.text
    return "value"


def _defined(reading: _Reading) -> dict[str, str]:
    """Every defined term, with the id of the block that defines it."""
    return {
        span.text.strip("“”"): block.id
        for block in reading.blocks()
        for _, spans in _runs(block)
        for span in spans
        if isinstance(span, Term)
    }


def _forms(term: str) -> tuple[str, str]:
    """A term with its other number: Service Level(s), Services and Service."""
    return term, term.removesuffix("s") if term.endswith("s") else f"{term}s"


def _undefined_term(reading: _Reading) -> Iterator[str]:
    """Capitals within a sentence of the wording belong to defined terms."""
    terms = [form for term in _defined(reading) for form in _forms(term)]
    known = {word for term in terms for word in term.split()}
    sides = sorted(_sides(reading), key=len, reverse=True)
    for where, text in reading.lines(_wording):
        for side in sides:
            text = text.replace(side, "value")
        for match in re.finditer(r"(?<=[a-z,;)’] )[A-Z][A-Za-z]*", text):
            if match[0] not in known | _CAPITALS_ALLOWED:
                yield f"{where}: {match[0]} in {text!r}"


def _sides(reading: _Reading) -> set[str]:
    """The names and short names of the two sides as the document prints them."""
    return {
        span.text.strip("“”")
        for _, spans in reading.runs()
        for span in spans
        if isinstance(span, Value | Term) and _NAMES.search(span.path)
    }


def _used_without_definition(reading: _Reading) -> Iterator[str]:
    """A term that can be defined is defined wherever the wording uses it, also at its start."""
    terms = {
        "Business Day", "Effective Date", "End Date", "Excluded Time", "Governing Agreement",
        "Measurement Period", "Minimum Level", "Planned Maintenance", "Service Hours",
        "Service Level", "Service Start", "Support Hours", "Target", "Users", "Services",
    }  # fmt: skip
    missing = sorted(terms - set(_defined(reading)))
    if not missing:
        return
    words = {form: term for term in missing for form in _forms(term)}
    pattern = re.compile(r"\b(" + "|".join(sorted(words, key=len, reverse=True)) + r")\b")
    known = {form for term in _defined(reading) for form in _forms(term)}
    inside = re.compile("|".join(sorted(map(re.escape, known), key=len, reverse=True)) or "$^")
    for block in reading.blocks():
        if isinstance(block, Paragraph) and block.role in _HEADINGS:
            continue
        for where, spans in _runs(block):
            text = inside.sub("", "".join(_wording(span) for span in spans))
            for match in pattern.finditer(text):
                yield f"{where}: {match[0]}"


def _unused_term(reading: _Reading) -> Iterator[str]:
    """A term has to stand outside the definition that introduces it."""
    texts = [
        (block, " ".join(_without_terms(spans) for _, spans in _runs(block)))
        for block in reading.blocks()
    ]
    headers = " ".join(
        name for block in reading.blocks() if isinstance(block, Table) for name in block.header
    )
    for term, home in _defined(reading).items():
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, _forms(term)))})\b")
        elsewhere = (text for block, text in texts if block.id != home or not _is_definition(block))
        if not pattern.search(headers) and not any(map(pattern.search, elsewhere)):
            yield f"{home}: {term}"


def _without_terms(spans: Spans) -> str:
    return "".join(_plain(span) for span in spans if not isinstance(span, Term))


def _is_definition(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.DEFINITION


def _forbidden_word(reading: _Reading) -> Iterator[str]:
    is_internal = reading.document.kind_title.startswith("Internal")
    patterns = (IN_WORDING, WITHIN_A_COMPANY) if is_internal else (IN_WORDING,)
    for where, text in reading.lines(_wording):
        for pattern in patterns:
            for match in pattern.finditer(text):
                yield f"{where}: {match[0]} in {text!r}"


def _unsound_text(reading: _Reading) -> Iterator[str]:
    for where, text in reading.lines(_plain):
        for line in text.split("\n"):
            if match := _UNSOUND.search(line):
                yield f"{where}: {match[0]!r} in {text!r}"
        if text != text.strip():
            yield f"{where}: blanks around {text!r}"


def _missing_end(reading: _Reading) -> Iterator[str]:
    """Clauses end with a full stop or a colon, items with a semicolon or a full stop."""
    for block in reading.blocks():
        if not isinstance(block, Paragraph):
            continue
        is_own = len(block.spans) == 1 and isinstance(block.spans[0], Value)
        is_open = block.role in _SENTENCES and not is_own and not block.text.endswith((".", ":"))
        is_loose = block.role is Role.ITEM and not block.text.endswith((";", "; and", "."))
        if is_open or is_loose or not block.text.strip():
            yield f"{block.number} {block.id}: {block.text!r}"


def _list_without_items(reading: _Reading) -> Iterator[str]:
    for part in reading.parts:
        for block, following in zip(part.blocks, (*part.blocks[1:], None), strict=True):
            if not isinstance(block, Paragraph) or not block.text.endswith(":"):
                continue
            items = (Role.ITEM, Role.SUBITEM, Role.DEFINITION)
            is_list = isinstance(following, Table) or (
                isinstance(following, Paragraph) and following.role in items
            )
            if not is_list:
                yield f"{block.number} {block.id}: {block.text!r}"


def _orphan_heading(reading: _Reading) -> Iterator[str]:
    for part in reading.parts:
        for block, following in zip(part.blocks, (*part.blocks[1:], None), strict=True):
            level = _HEADINGS.get(block.role) if isinstance(block, Paragraph) else None
            if level is None or block.id == _FOLLOWED_BY_A_PART:
                continue
            next_level = _HEADINGS.get(following.role, 9) if isinstance(following, Paragraph) else 9
            if following is None or next_level <= level:
                yield f"{part.id}: {block.id}"


def _number_of_units(reading: _Reading) -> Iterator[str]:
    for where, text in reading.lines(lambda span: span.text):
        for pattern in (_ONE_AND_MANY, _MANY_AND_ONE):
            if match := pattern.search(text):
                yield f"{where}: {match[0]!r}"


def _wrong_article(reading: _Reading) -> Iterator[str]:
    for where, spans in reading.runs():
        text = "".join(_plain(span) for span in spans)
        for match in re.finditer(r"(?<!Part )\b([Aa]n?) ([“‘]?[\w-]+)", text):
            if article(match[2]) != match[1].casefold() and not _is_letter(match[2]):
                yield f"{where}: {match[0]}"


def _is_letter(word: str) -> bool:
    return len(word) == 1


def _dangling_reference(reading: _Reading) -> Iterator[str]:
    ids = {block.id for block in reading.blocks()}
    for where, spans in reading.runs():
        for span in spans:
            if isinstance(span, Reference) and (not span.text or span.target not in ids):
                yield f"{where}: {span.target}"


def _value_stated_twice(reading: _Reading) -> Iterator[str]:
    """A value stands in one place; the key dates, cover and signatures may show it again."""
    places: Counter[str] = Counter()
    for part in reading.parts:
        if part.id in _PRINTED_ELSEWHERE:
            continue
        shown = {
            (block.id.partition("@")[0], span.path)
            for block in part.blocks
            for _, spans in _runs(block)
            for span in spans
            if isinstance(span, Value) and span.path
        }
        places.update(path for _, path in shown if not _TWICE_ALLOWED.search(path))
    yield from (f"{path}: {count} times" for path, count in places.items() if count > 1)


def _no_prevailing_sentence(reading: _Reading) -> Iterator[str]:
    for part in reading.parts:
        if part.id == "schedule-dates":
            text = " ".join(b.text for b in part.blocks if isinstance(b, Paragraph))
            if "prevails" not in text:
                yield part.id


def _long_sentence(reading: _Reading) -> Iterator[str]:
    for where, text in reading.lines(_wording):
        for sentence in re.split(r"(?<=[.!?:;])\s+", text):
            if len(sentence.split()) > LONGEST_SENTENCE:
                yield f"{where}: {len(sentence.split())} words in {sentence!r}"


def _broken_numbering(reading: _Reading) -> Iterator[str]:
    """Numbers of clauses follow each other without a hole."""
    heading, count = "0", 0
    for block in reading.blocks():
        if not isinstance(block, Paragraph):
            continue
        if block.role is Role.HEADING:
            if block.number != str(int(heading) + 1):
                yield f"heading {block.number} after {heading}"
            heading, count = block.number, 0
        elif block.role is Role.CLAUSE:
            count += 1
            if block.number != f"{heading}.{count}":
                yield f"clause {block.number} instead of {heading}.{count}"


def _id_twice(reading: _Reading) -> Iterator[str]:
    ids = Counter(block.id for block in reading.blocks())
    ids.update(r.id for b in reading.blocks() if isinstance(b, Table) for r in b.rows)
    yield from (name for name, count in ids.items() if count > 1)


def _gap_without_label(reading: _Reading) -> Iterator[str]:
    for where, spans in reading.runs():
        for span in spans:
            if isinstance(span, Gap) and (not span.label.strip() or not span.path):
                yield f"{where}: {span!r}"


_RULES: tuple[Callable[[_Reading], Iterator[str]], ...] = (
    _undefined_term,
    _used_without_definition,
    _unused_term,
    _forbidden_word,
    _unsound_text,
    _missing_end,
    _list_without_items,
    _orphan_heading,
    _number_of_units,
    _wrong_article,
    _dangling_reference,
    _value_stated_twice,
    _no_prevailing_sentence,
    _long_sentence,
    _broken_numbering,
    _id_twice,
    _gap_without_label,
)
