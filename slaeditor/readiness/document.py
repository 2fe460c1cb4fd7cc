"""Checks of the composed document: gaps, references that lead nowhere, subjects nobody covers."""

import re
from collections.abc import Collection, Iterable, Iterator

from slaeditor.blocks import Block, Document, Gap, Paragraph, Reference, Role
from slaeditor.document.terms import spans_of
from slaeditor.document.view import View
from slaeditor.errors import UnknownPath
from slaeditor.finding import Finding, Severity
from slaeditor.paths import Place, parent, place_at
from slaeditor.readiness.texts import UserText
from slaeditor.readiness.titles import title
from slaeditor.sections.scope.hours_clauses import business_days

_ALONE = "general.alone."
_HOLIDAYS = "scope/service_hours/holidays"
_BUSINESS_DAY = "introduction.definitions@business-day"
_TYPED = re.compile(
    r"\b(?:[Cc]lauses?[ \u00a0](?P<clause>\d+(?:\.\d+)*)|Schedule[ \u00a0](?P<schedule>\d+))"
    r"(?!\.?\d)(?!\s*(?:\([a-z]+\))?\s*(?:of|in|to)\s+(?:the|that|those|your|our|its)\b)"
)


def findings(
    view: View,
    document: Document,
    places: Iterable[Place],
    texts: Iterable[UserText],
    reported: Collection[str],
) -> Iterator[Finding]:
    """The findings about the document; gaps whose path is among `reported` are known already."""
    dangling = tuple(_dangling_choices(view, places))
    yield from dangling
    known = {*reported, *(finding.path for finding in dangling)}
    yield from _gaps(view, document, known)
    yield from _stands_alone(document)
    yield from _references(document)
    yield from _typed_references(document, texts)
    yield from _business_days(view, document)


def _blocks(document: Document) -> Iterator[Block]:
    for part in document.parts:
        yield from part.blocks


def _dangling_choices(view: View, places: Iterable[Place]) -> Iterator[Finding]:
    """Fields that name an item which is no longer in its list."""
    for place in places:
        listed = place.field.refers_to
        if not listed or place.value is None:
            continue
        if place.value not in (view.value(listed) or ()):
            yield Finding(
                place.path,
                Severity.BLOCKER,
                f"{title(view, place)}: what was chosen here has been removed. Choose again.",
                "R44",
            )


def _gaps(view: View, document: Document, known: Collection[str]) -> Iterator[Finding]:
    """Gaps of answers that belong to others, such as the second half of a rule."""
    by_path: dict[str, dict[str, None]] = {}
    for block in _blocks(document):
        if block.id.startswith(_ALONE):
            continue
        for span in spans_of(block):
            if isinstance(span, Gap) and span.path not in known:
                by_path.setdefault(span.path, {})[span.text] = None
    for path, labels in by_path.items():
        if _waits(view, path, known):
            continue
        yield Finding(
            path,
            Severity.BLOCKER,
            f"{_where(view, path)}: the document has a gap here, {', '.join(labels)}. Fill it in.",
            "R01",
        )


def _waits(view: View, path: str, known: Collection[str]) -> bool:
    """Whether a gap belongs to a question that is asked once its neighbour has an answer."""
    neighbours = {parent(other) for other in known}
    return parent(path) in neighbours and not view.applies(path)


def _where(view: View, path: str) -> str:
    try:
        return title(view, place_at(view.agreement, path))
    except UnknownPath:
        return "In the document"


def _stands_alone(document: Document) -> Iterator[Finding]:
    """One finding with all subjects that a contract of its own has to cover, and doesn't."""
    missing = [
        block.text.partition(":")[0].casefold()
        for block in _blocks(document)
        if isinstance(block, Paragraph)
        and block.id.startswith(_ALONE)
        and any(isinstance(span, Gap) for span in block.spans)
    ]
    if missing:
        *first, last = missing
        listed = f"{', '.join(first)} and {last}" if first else last
        yield Finding(
            "introduction/standing/rests_on",
            Severity.BLOCKER,
            f"The agreement stands alone, but says nothing about {listed}. Let a lawyer write "
            "these clauses, or name the contract that it is part of.",
            "alone",
        )


def _references(document: Document) -> Iterator[Finding]:
    """References of clauses to something that doesn't print."""
    printed = {block.id for block in _blocks(document)}
    for block in _blocks(document):
        targets = {span.target for span in spans_of(block) if isinstance(span, Reference)}
        if targets <= printed:
            continue
        number = block.number if isinstance(block, Paragraph) else ""
        where = f"Clause {number}" if "." in number else "The document"
        path = "" if not isinstance(block, Paragraph) else block.path
        yield Finding(
            path or f"clauses/{block.id.partition('@')[0]}",
            Severity.BLOCKER,
            f"{where} refers to a clause that doesn’t print, perhaps because it was left out. "
            "Bring that clause back, or change the one that refers to it.",
            "R44",
        )


def _typed_references(document: Document, texts: Iterable[UserText]) -> Iterator[Finding]:
    """References typed by hand to a clause or schedule that doesn't exist."""
    numbers = {p.number for p in document.paragraphs() if p.role in (Role.HEADING, Role.CLAUSE)}
    schedules = {p.number for p in document.paragraphs() if p.role is Role.SCHEDULE}
    for text in texts:
        if text.is_name:
            continue
        for match in _TYPED.finditer(text.text):
            exists = (
                match["clause"] in numbers
                if match["clause"]
                else f"Schedule {match['schedule']}" in schedules
            )
            if not exists:
                yield Finding(
                    text.path,
                    Severity.BLOCKER,
                    f"{text.where} refers to “{match[0]}”, which this document doesn’t have. "
                    "Mend the number, or say which paper it stands in.",
                    "R44",
                )


def _business_days(view: View, document: Document) -> Iterator[Finding]:
    """Business Days need a place: that of the Service Hours, or else that of the Support Hours."""
    is_used = any(paragraph.id == _BUSINESS_DAY for paragraph in document.paragraphs())
    if is_used and business_days(view) == "anywhere":
        yield Finding(
            _HOLIDAYS,
            Severity.WARNING,
            "The document counts in Business Days, but names no place whose public holidays are "
            "none. Name the place, such as “Berlin, Germany”.",
            "R17",
        )
