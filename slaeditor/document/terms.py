"""The defined terms: which the composed text uses, and what each means."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from slaeditor.blocks import (
    Block,
    Fixed,
    Paragraph,
    Reference,
    Role,
    SignatureBlock,
    Span,
    Spans,
    Table,
    Term,
    Value,
)
from slaeditor.document.memory import Memory
from slaeditor.document.view import View
from slaeditor.sections.scope.hours_clauses import business_days

DEFINITIONS = "introduction.definitions"
"""The clause that holds the definitions."""


@dataclass(frozen=True, slots=True)
class Definition:
    """One term that can be defined; `words` are the forms in which the text uses it."""

    term: str
    words: tuple[str, ...]
    spans: Spans
    path: str


def definition_paragraphs(
    view: View, blocks: Iterable[Block], memory: Memory
) -> tuple[Paragraph, ...]:
    """The definitions that the blocks need, in alphabetical order.

    A term counts as used when it stands outside its own definition; definitions that only other
    printed definitions use are printed too.
    """
    texts = memory.kept(_BlockText).of(blocks)
    inline = frozenset[str]().union(*(text.inline for text in texts))
    definitions = view.remembered("definitions", "", partial(_definitions, view))
    known = {d.term: d for d in definitions if d.term not in inline}
    by_word = {word: d for d in known.values() for word in d.words}
    if not by_word:
        return ()
    pattern = _pattern(tuple(by_word))
    used = _of_words(by_word, (text.words(pattern) for text in texts))
    waiting = list(used)
    while waiting:
        words = pattern.findall("".join(span.text for span in waiting.pop().spans))
        new = [d for d in _of_words(by_word, (words,)) if d not in used]
        used.extend(new)
        waiting.extend(new)
    return tuple(memory.kept(_paragraph).of(sorted(used, key=lambda d: d.term.casefold())))


def defined_words(view: View) -> dict[str, str]:
    """Every form of every term that can be defined, with its term."""
    return {word: d.term for d in _definitions(view) for word in d.words}


def _slug(term: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", term.casefold()).strip("-") or "term"


def _definitions(view: View) -> tuple[Definition, ...]:
    """The user's own definitions before the standard ones of the same name."""
    own = tuple(_own_definitions(view))
    names = {definition.term for definition in own}
    standard = (
        Definition(term, _forms(term, entry), (Term(f"“{term}”"), *view.filled(text)), "")
        for term, entry in view.wording.table("terms").items()
        if term not in names and (text := _meaning(view, term, entry)) is not None
    )
    return (*own, *standard)


def _own_definitions(view: View) -> Iterator[Definition]:
    for item in view.value(_OWN) or ():
        path = f"{_OWN}/{item}"
        term = view.value(f"{path}/term")
        if not term:
            continue
        meaning = view.spans(f"{path}/meaning")
        if isinstance(meaning[0], Value):
            meaning = (Value(meaning[0].text.rstrip(" ."), meaning[0].path),)
        spans = (Term(f"“{term}”", f"{path}/term"), Fixed(" means "), *meaning, Fixed("."))
        yield Definition(term, _forms(term, {}), spans, path)


def _meaning(view: View, term: str, entry: dict[str, Any]) -> str | None:
    """What the wording says a term means here; nothing where the form has no such term."""
    variant = _VARIANTS[term](view) if term in _VARIANTS else "text"
    found = entry.get(variant, entry)
    text: str | None = found if isinstance(found, str) else found.get(view.form.value)
    return text


def _forms(term: str, entry: dict[str, Any]) -> tuple[str, ...]:
    return (term, f"{term}s", *entry.get("also", ()))


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(r"(?<!\w)(" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")


class _BlockText:
    """The terms that a block defines itself, and the words found in it last."""

    def __init__(self, block: Block) -> None:
        terms = (span.text.strip("“”") for span in spans_of(block) if isinstance(span, Term))
        self.inline = frozenset(terms)
        self._text = text_of((block,))
        self._pattern: re.Pattern[str] | None = None
        self._words = frozenset[str]()

    def words(self, pattern: re.Pattern[str]) -> frozenset[str]:
        """The words of a pattern that stand in the block; a longer one hides those within it."""
        if pattern is not self._pattern:
            self._pattern, self._words = pattern, frozenset(pattern.findall(self._text))
        return self._words


def _of_words(by_word: dict[str, Definition], found: Iterable[Iterable[str]]) -> list[Definition]:
    """The definitions of the words found, each once."""
    words = frozenset[str]().union(*found)
    return list({by_word[word].term: by_word[word] for word in sorted(words)}.values())


def _paragraph(definition: Definition) -> Paragraph:
    block_id = f"{DEFINITIONS}@{_slug(definition.term)}"
    return Paragraph(Role.DEFINITION, block_id, definition.spans, path=definition.path)


def spans_of(block: Block) -> Iterator[Span]:
    """All spans of a block in reading order."""
    if isinstance(block, Paragraph):
        yield from block.spans
    elif isinstance(block, Table):
        for row in block.rows:
            for cell in row.cells:
                yield from cell.spans
    elif isinstance(block, SignatureBlock):
        yield from block.lead
        for person in block.people:
            for _, spans in person.lines:
                yield from spans


def text_of(blocks: Iterable[Block]) -> str:
    """The text of blocks, one after the other, headings of tables included; no cross-references."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.role in _WITHOUT_TERMS:
            continue
        if isinstance(block, Table):
            found.extend(block.header)
        found.extend(span.text for span in spans_of(block) if not isinstance(span, Reference))
        found.append("\n")
    return "".join(found)


_OWN = "introduction/definitions"

_VARIANTS: dict[str, Callable[[View], str]] = {"Business Day": business_days}
"""Which of several meanings in the wording a term has in an agreement."""

_WITHOUT_TERMS = frozenset(
    {Role.HEADING, Role.SCHEDULE, Role.PART, Role.PLAIN_HEADING, Role.COVER_TITLE, Role.COVER_KIND}
)
