"""What the two sides were called in the document that was exported."""

from dataclasses import replace

from slaeditor.blocks import Derived, Document, Spans, Term
from slaeditor.document.roles import Label, Labels
from slaeditor.document.terms import spans_of
from slaeditor.kinds import Side

_ARTICLE = "the "


def exported_labels(base: Document, now: Labels) -> Labels:
    """The labels as `base` has them: a side may have been renamed in the draft since.

    Where the document doesn't say what a side is called, it is called as it is `now`.
    """
    found: dict[Side, Label] = {}
    for part in base.parts:
        for block in part.blocks:
            _note(tuple(spans_of(block)), found)
    return replace(
        now,
        provider=found.get(Side.PROVIDER, now.provider),
        customer=found.get(Side.CUSTOMER, now.customer),
    )


def _note(spans: Spans, found: dict[Side, Label]) -> None:
    before = ""
    for span in spans:
        for side in Side:
            path = f"introduction/{side.value}/short_name"
            if isinstance(span, Term) and span.path == path:
                has_article = before.casefold().endswith(_ARTICLE)
                found[side] = Label(span.text.strip("“”"), has_article)
            elif isinstance(span, Derived) and span.sources == (path,) and side not in found:
                has_article = span.text.casefold().startswith(_ARTICLE)
                text = span.text[len(_ARTICLE) :] if has_article else span.text
                found[side] = Label(text, has_article)
        before = span.text
