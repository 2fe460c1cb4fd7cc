"""Clauses in the user's own wording: values that got lost, and placeholders that mean nothing."""

from collections.abc import Iterable, Iterator

from slaeditor.agreement import ClauseChange, ClauseState
from slaeditor.bidi import isolated
from slaeditor.blocks import Document
from slaeditor.document.view import View
from slaeditor.finding import Finding, Severity
from slaeditor.wording import placeholders


def findings(view: View, document: Document) -> Iterator[Finding]:
    """The findings about clauses that depart from the standard wording."""
    changes = view.agreement.clauses
    if not changes:
        return
    numbers = {p.id: p.number for p in document.paragraphs() if p.id}
    for change in changes:
        if change.state is ClauseState.REPLACED and change.text:
            yield from _lost(view, change, numbers)
            yield from _unknown(view, change, numbers)
        if change.state is not ClauseState.LEFT_OUT and change.id not in numbers:
            yield from _unprinted(change)


def _path(change: ClauseChange) -> str:
    return f"clauses/{change.id}/text"


def _called(change: ClauseChange, numbers: dict[str, str]) -> str:
    number = numbers.get(change.id, "")
    return f"Clause {number}" if number else "A clause in your own words"


def _is_automatic(view: View, name: str) -> bool:
    """Whether a placeholder fills itself: a label of a side, a reference, a term's definition."""
    return name.startswith(("ref:", "def:")) or view.labels.word(name) != f"{{{name}}}"


def _words(names: Iterable[str]) -> str:
    return ", ".join(f"“{isolated(name)}”" for name in sorted(set(names)))


def _fields(view: View, names: Iterable[str]) -> Iterator[str]:
    """The labels of the fields that placeholders show or are worked out from."""
    for name in names:
        paths = name.partition("#")[0].partition(":")[2] or name
        for path in paths.split("+"):
            place = view.place(path)
            yield place.gap_label if place is not None else path


def _shows_a_field(view: View, name: str) -> bool:
    """Whether a placeholder names values that this agreement has places for."""
    kind, _, paths = name.partition("#")[0].partition(":")
    return kind in {"value", "derived"} and all(
        view.place(path) is not None for path in paths.split("+")
    )


def _lost(view: View, change: ClauseChange, numbers: dict[str, str]) -> Iterator[Finding]:
    before, after = placeholders(change.base or ""), placeholders(change.text or "")
    gone = before - after
    values = frozenset(name for name in gone if not _is_automatic(view, name))
    if values:
        yield Finding(
            _path(change),
            Severity.WARNING,
            f"{_called(change, numbers)} no longer shows {_words(_fields(view, values))}: what is "
            "entered in that field doesn’t reach the clause any more. Put the placeholder back, or "
            "say the same in words.",
            "lost-value",
        )
    terms = frozenset(name.partition(":")[2] for name in gone if name.startswith("def:"))
    if terms:
        yield Finding(
            _path(change),
            Severity.WARNING,
            f"{_called(change, numbers)} no longer defines {_words(terms)}. Define it elsewhere, "
            "or put the placeholder back.",
            "R43",
        )


def _unknown(view: View, change: ClauseChange, numbers: dict[str, str]) -> Iterator[Finding]:
    strange = frozenset(
        name
        for name in placeholders(change.text or "") - placeholders(change.base or "")
        if not _shows_a_field(view, name) and not _is_automatic(view, name)
    )
    if strange:
        yield Finding(
            _path(change),
            Severity.BLOCKER,
            f"{_called(change, numbers)} holds {_words(strange)} in curly brackets, which no "
            "field fills. Remove it, or write what is meant.",
            "R02",
        )


def _unprinted(change: ClauseChange) -> Iterator[Finding]:
    yield Finding(
        _path(change),
        Severity.NOTE,
        "A clause in your own words is kept but doesn’t print, since this agreement has no such "
        "clause now.",
        "kept",
    )
