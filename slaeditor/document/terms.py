"""The defined terms: which the composed text uses, and what each means."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
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
from slaeditor.document.view import View
from slaeditor.sections.scope.hours_clauses import business_days


@dataclass(frozen=True, slots=True)
class Definition:
    """One term that can be defined; `words` are the forms in which the text uses it."""

    term: str
    words: tuple[str, ...]
    spans: Spans
    path: str


def definition_paragraphs(view: View, blocks: Iterable[Block], at: str) -> tuple[Paragraph, ...]:
    """The definitions that the blocks need, in alphabetical order.

    A term counts as used when it stands outside its own definition; definitions that only other
    printed definitions use are printed too. `at` is the id of the clause that holds them.
    """
    blocks = tuple(blocks)
    inline = {
        span.text.strip("“”")
        for block in blocks
        for span in spans_of(block)
        if isinstance(span, Term)
    }
    known = {d.term: d for d in _definitions(view) if d.term not in inline}
    used = _used(known.values(), text_of(blocks))
    waiting = list(used)
    while waiting:
        text = "".join(span.text for span in waiting.pop().spans)
        new = [d for d in _used(known.values(), text) if d not in used]
        used.extend(new)
        waiting.extend(new)
    return tuple(
        Paragraph(Role.DEFINITION, f"{at}@{_slug(d.term)}", d.spans, path=d.path)
        for d in sorted(used, key=lambda d: d.term.casefold())
    )


def defined_words(view: View) -> dict[str, str]:
    """Every form of every term that can be defined, with its term."""
    return {word: d.term for d in _definitions(view) for word in d.words}


def _slug(term: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", term.casefold()).strip("-") or "term"


def _definitions(view: View) -> Iterator[Definition]:
    """The user's own definitions before the standard ones of the same name."""
    own: set[str] = set()
    for item in view.agreement.introduction.definitions:
        if not item.term:
            continue
        own.add(item.term)
        path = f"introduction/definitions/{item.id}"
        meaning = view.spans(f"{path}/meaning")
        if isinstance(meaning[0], Value):
            meaning = (Value(meaning[0].text.rstrip(" ."), meaning[0].path),)
        spans = (Term(f"“{item.term}”", f"{path}/term"), Fixed(" means "), *meaning, Fixed("."))
        yield Definition(item.term, _forms(item.term, {}), spans, path)
    for term, entry in view.wording.table("terms").items():
        text = _meaning(view, term, entry)
        if term in own or text is None:
            continue
        meaning = view.filled(text)
        yield Definition(term, _forms(term, entry), (Term(f"“{term}”"), *meaning), "")


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


def _used(definitions: Iterable[Definition], text: str) -> list[Definition]:
    """The definitions whose term stands in the text; a longer term hides the ones within it."""
    by_word = {word: d for d in definitions for word in d.words}
    if not by_word:
        return []
    found = {match[1] for match in _pattern(tuple(sorted(by_word))).finditer(text)}
    return list({by_word[word].term: by_word[word] for word in found}.values())


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


_VARIANTS: dict[str, Callable[[View], str]] = {"Business Day": business_days}
"""Which of several meanings in the wording a term has in an agreement."""

_WITHOUT_TERMS = frozenset(
    {Role.HEADING, Role.SCHEDULE, Role.PART, Role.PLAIN_HEADING, Role.COVER_TITLE, Role.COVER_KIND}
)
