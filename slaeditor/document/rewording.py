"""Clauses in an agreement's own wording: text whose values, references and labels stay alive.

The text of a changed clause names what lives in it: `{value:<path>}` for a value or its gap,
`{derived:<source>+<source>}` for what is worked out, `{ref:<clause-id>}`, `{def:<term>}` and the
labels of the sides (`{the provider}`). A second value of the same name in one clause is `…#2`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from slaeditor.agreement import ClauseState
from slaeditor.blocks import (
    Block,
    Derived,
    Fixed,
    Gap,
    Paragraph,
    Reference,
    Role,
    Span,
    Spans,
    Term,
    Value,
)
from slaeditor.document.roles import Labels
from slaeditor.document.view import View

ENDING = re.compile(r"(?:;(?: and| or)?|[.,])\s*$")
"""What ends an item of a list; it follows from the item's place and is no part of its text."""


def living(spans: Spans) -> dict[str, Spans]:
    """What a changed clause can name of the standard clause: placeholder → the span it stands for.

    A value and the gap it leaves when it is emptied have the same name.
    """
    return {name: (span,) for name, span in _named(spans) if name}


def template_of(spans: Spans, labels: Labels) -> str:
    """Spans as the text of a changed clause, with a placeholder for each that lives."""
    return "".join(
        f"{{{name}}}" if name else with_labels(span.text, labels) for name, span in _named(spans)
    )


def with_labels(text: str, labels: Labels) -> str:
    """Fixed text with the labels of the sides as placeholders, so that they follow a renaming."""
    words: dict[str, str] = {}
    for name in _LABELS:
        words.setdefault(labels.word(name), name)
    longest_first = sorted(words, key=len, reverse=True)
    pattern = r"(?<!\w)(" + "|".join(map(re.escape, longest_first)) + r")(?!\w)"
    return re.sub(pattern, lambda found: f"{{{words[found[1]]}}}", text)


def names_of(spans: Spans) -> tuple[str, ...]:
    """The placeholder of each span, empty for fixed text."""
    return tuple(name for name, _span in _named(spans))


def worked_out(view: View, blocks: Iterable[Block]) -> dict[str, Spans]:
    """What is worked out in standard clauses, by placeholder: a text may have moved elsewhere.

    Where two clauses work out the same in other words, those of the first stand for it.
    """
    found: dict[str, Spans] = {}
    if any(_DERIVED in (change.text or "") for change in view.clause_changes.values()):
        for block in blocks:
            for name, spans in living(getattr(block, "spans", ())).items():
                if name.startswith(_DERIVED[1:]):
                    found.setdefault(name, spans)
    return found


def reworded(
    view: View, blocks: Iterable[Block], elsewhere: Mapping[str, Spans] | None = None
) -> tuple[Block, ...]:
    """The blocks as the agreement words them: changed paragraphs changed, left out ones gone.

    `elsewhere` is what a changed paragraph can name besides what lives in its standard wording.
    """
    if not view.clause_changes:
        return tuple(blocks)
    return tuple(_reworded(view, blocks, elsewhere or {}))


def _reworded(
    view: View, blocks: Iterable[Block], elsewhere: Mapping[str, Spans]
) -> Iterator[Block]:
    for block in blocks:
        change = view.clause_changes.get(block.id) if isinstance(block, Paragraph) else None
        if change is None or not isinstance(block, Paragraph):
            yield block
        elif change.state is ClauseState.REPLACED and change.text:
            yield replace(block, spans=_in_own_words(view, block, change.text, elsewhere))
        elif change.state is not ClauseState.LEFT_OUT:
            yield block


def _in_own_words(view: View, block: Paragraph, text: str, elsewhere: Mapping[str, Spans]) -> Spans:
    spans = view.filled(text, {**elsewhere, **living(block.spans)})
    if block.role is not Role.ITEM:
        return spans
    found = ENDING.search(block.text)
    return (*spans, Fixed(found[0])) if found else spans


def _named(spans: Spans) -> Iterator[tuple[str, Span]]:
    seen: dict[str, int] = {}
    for span in spans:
        name = _name(span)
        count = seen[name] = seen.get(name, 0) + 1
        yield (f"{name}#{count}" if name and count > 1 else name), span


def _name(span: Span) -> str:
    if isinstance(span, Value | Gap) or (isinstance(span, Term) and span.path):
        return f"value:{span.path}"
    if isinstance(span, Derived):
        return f"derived:{'+'.join(span.sources)}"
    if isinstance(span, Reference):
        return f"ref:{span.target}"
    return f"def:{span.text.strip('“”')}" if isinstance(span, Term) else ""


_DERIVED = "{derived:"

_LABELS = tuple(
    form.format(side)
    for side in ("provider", "customer")
    for form in ("the {}", "The {}", "the {}'s", "The {}'s", "{}")
)
"""Placeholders of the labels; of those that read alike the first is taken."""
