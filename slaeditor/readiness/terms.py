"""Defined terms: used but not defined, defined but not used, and words that mean the same."""

import re
from collections.abc import Iterable, Iterator

from slaeditor.bidi import isolated
from slaeditor.blocks import Document, Role, Term
from slaeditor.document.terms import defined_words, spans_of
from slaeditor.document.view import View
from slaeditor.finding import Finding, Severity
from slaeditor.kinds import Side
from slaeditor.readiness.texts import UserText

_NOUNS = (
    "Agreement|Charges?|Contract|Credits?|Data|Dates?|Days?|Downtime|Events?|Fees?|Hours|Incidents?"
    "|Information|Leads?|Levels?|Maintenance|Outages?|Periods?|Priorit(?:y|ies)|Releases?|Requests?"
    "|Services?|Targets?|Terms?|Time|Users?|Windows?"
)
_LEAD = r"(?:(?:A|All|An|Any|Both|Each|Every|For|From|If|In|No|On|Such|The|These|This|When)[ ])*"
_PHRASE = re.compile(rf"\b{_LEAD}(?P<term>(?:[A-Z][a-z]+[ -])+(?:{_NOUNS}))\b")
_SINGLE = re.compile(
    r"(?<=[a-z,] )(?P<term>Incidents?|Downtime|Uptime|Outages?|Fees?|Charges?|Affiliates?"
    r"|Deliverables?|Working Days?)\b"
)
_SYNONYMS = {
    "Business Day": re.compile(r"\b(?:working|business) days?\b"),
    "Support Hours": re.compile(r"\b(?:business|office) hours\b"),
    "Service Hours": re.compile(r"\b(?:working|operating) hours\b"),
}


def findings(view: View, document: Document, texts: Iterable[UserText]) -> Iterator[Finding]:
    """The findings about terms, first those of single texts."""
    known = set(defined_words(view)) | _inline_terms(document)
    names = sorted(_names(view), key=len, reverse=True)
    strange = {side.label: view.labels.word(side.value) for side in Side}
    strange = {usual: label for usual, label in strange.items() if usual != label}
    for text in texts:
        if not text.is_name:
            yield from _labels(text, strange)
            yield from _undefined(text, known, names)
            yield from _synonyms(text)
    yield from _unused(view, document)


def _inline_terms(document: Document) -> set[str]:
    """The terms that the document defines, with their simple plurals."""
    found = {
        span.text.strip("“”")
        for part in document.parts
        for block in part.blocks
        for span in spans_of(block)
        if isinstance(span, Term)
    }
    return found | {f"{term}s" for term in found}


def _names(view: View) -> Iterator[str]:
    """What is called so by itself and therefore needs no definition."""
    agreement = view.agreement
    introduction = agreement.introduction
    parties = (introduction.provider, introduction.customer)
    found = [agreement.title, introduction.company, introduction.standing.governing_title]
    found += [name for party in parties for name in (party.name, party.short_name, party.unit)]
    found += [party.head for party in parties]
    found += [agreement.scope.personal_data.processing_agreement]
    found += [service.name for service in agreement.scope.services]
    found += [level.name for level in agreement.metrics.levels]
    for contact in introduction.contacts:
        found += [contact.function, contact.name, contact.substitute]
    for signatory in introduction.signatories:
        found += [signatory.function, signatory.name]
    yield from (name for name in found if name)


def _labels(text: UserText, strange: dict[str, str]) -> Iterator[Finding]:
    """The usual label of a side that bears another one here."""
    for usual, label in strange.items():
        if re.search(rf"\b{usual}\b", text.text):
            yield Finding(
                text.path,
                Severity.WARNING,
                f"{text.where} speaks of the “{usual}”, whom this agreement calls "
                f"“{isolated(label)}”. Use one name.",
                "R43",
            )


def _undefined(text: UserText, known: set[str], names: list[str]) -> Iterator[Finding]:
    words = text.text
    for name in names:
        words = words.replace(name, " ")
    matches = [*_PHRASE.finditer(words), *_SINGLE.finditer(_PHRASE.sub(" ", words))]
    found = [match["term"] for match in matches if not _is_known(match["term"], known)]
    for term in dict.fromkeys(found):
        yield Finding(
            text.path,
            Severity.WARNING,
            f"{text.where}: “{term}” is written like a defined term, but nothing defines it. Add "
            "it to the own definitions, or write it small.",
            "R43",
        )


def _is_known(term: str, known: set[str]) -> bool:
    """Whether a phrase is a defined term, or one behind another capital ("Each Business Day")."""
    words = re.split(r"[ -]", term)
    return any(" ".join(words[start:]) in known for start in range(len(words)))


def _synonyms(text: UserText) -> Iterator[Finding]:
    for term, pattern in _SYNONYMS.items():
        if match := pattern.search(text.text):
            yield Finding(
                text.path,
                Severity.WARNING,
                f"{text.where}: “{match[0]}” is not defined. Write “{term}”, whose meaning the "
                "document states.",
                "R43",
            )


def _unused(view: View, document: Document) -> Iterator[Finding]:
    printed = {
        span.text.strip("“”")
        for paragraph in document.paragraphs()
        if paragraph.role is Role.DEFINITION
        for span in paragraph.spans
        if isinstance(span, Term)
    }
    for item in view.agreement.introduction.definitions:
        if item.term and item.term not in printed:
            yield Finding(
                f"introduction/definitions/{item.id}/term",
                Severity.WARNING,
                f"“{isolated(item.term)}” is defined but never used, so it doesn’t print. Use the "
                "term, or remove it.",
                "R43",
            )
