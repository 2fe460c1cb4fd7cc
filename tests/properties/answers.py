"""Random agreements: any field may be answered or not, lists hold none to three items."""

from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
from hypothesis import strategies as st

from slaeditor.agreement import Agreement, ClauseChange, ClauseState
from slaeditor.kinds import Kind
from slaeditor.paths import Place, Sort, Spec, replaced, value_at, walk, with_items
from slaeditor.values import NONE_STATED, Choice, Series, Week

LINES = (
    "payslips for all staff",
    "ends with a stop.",
    "one thing; and another",
    "Grüße aus Zürich",
    "a text (with brackets)",
    "99.9% of the time within 60 days",
    "Head of Finance",
)
NAMES = ("Marketing", "Northwind Ltd", "Zoë Müller", "O’Neill & Söhne")
TERMS = ("Qualified Lead", "Gold Client", "Night Shift")
PROSE = (*LINES, "first item\nsecond item;\nthird item.", "• a point\n- a dash")
DAYS = (date(2027, 1, 1), date(2027, 1, 31), date(2028, 2, 29), date(2026, 6, 30))
WEEKS = (Week.always, Week.parse("Mo-Fr 08:00-18:00"), Week.parse("Su 02:00-06:00"))
DECIMALS = (Decimal(1), Decimal(2), Decimal("99.9"), Decimal(100), Decimal("1000"))
SERIES = (Series([Decimal(1)]), Series([Decimal("99.2"), Decimal("98.8")]))
MOST_ITEMS = 3


@st.composite
def agreements(draw: st.DrawFn) -> Agreement:
    """An agreement of either working kind with a random part of its fields answered."""
    kind = draw(st.sampled_from([Kind.INTERNAL, Kind.EXTERNAL]))
    agreement = Agreement(id="random", kind=kind)
    for path in _lists(agreement):
        for number in range(draw(st.integers(0, MOST_ITEMS))):
            agreement = with_items(agreement, f"{path}/item-{number}")
    answered = draw(st.sampled_from([1, 3, 5, 9]))
    for place in walk(agreement):
        if place.spec.sort is Sort.LEAF and draw(st.integers(0, 9)) < answered:
            agreement = replaced(agreement, place.path, draw(_values(agreement, place)))
    return agreement


CLAUSES = (
    "scope.services",
    "scope.customer-duties",
    "duration.term",
    "metrics.miss@further",
    "general.changes",
    "introduction.parties@provider",
)


@st.composite
def departing(draw: st.DrawFn) -> Agreement:
    """A random agreement that also leaves out, replaces and adds clauses."""
    agreement = draw(agreements())
    changes = [
        ClauseChange(
            id=clause_id if state is not ClauseState.OWN else f"own-{number}",
            state=state,
            text=draw(st.sampled_from(["{length} {unknown} {the provider}.", "{item} {", "Own."])),
            behind=clause_id if state is ClauseState.OWN else None,
            base="It is {length} for {item}.",
        )
        for number, clause_id in enumerate(CLAUSES)
        if (state := draw(st.sampled_from([None, *ClauseState]))) is not None
    ]
    return msgspec.structs.replace(agreement, clauses=tuple(changes))


def _lists(agreement: Agreement) -> list[str]:
    """The lists of an agreement; those within items aren't among them."""
    found = [place.path for place in walk(agreement) if place.is_list]
    return [path for path in found if path != "clauses"]


def _values(agreement: Agreement, place: Place) -> st.SearchStrategy[Any]:
    spec, field = place.spec, place.field
    if field.refers_to:
        return st.sampled_from([*value_at(agreement, field.refers_to), "removed"])
    if field.reads_as:
        return st.just("Europe/Berlin")
    return _of_type(spec)


def _of_type(spec: Spec) -> st.SearchStrategy[Any]:
    hint = spec.hint
    if issubclass(hint, Choice):
        return st.sampled_from(list(hint))
    if spec.name in ("name", "short_name", "company"):
        return st.sampled_from(NAMES)
    if spec.name == "term":
        return st.sampled_from(TERMS)
    field = spec.field
    is_prose = field is not None and field.prose
    texts = PROSE if is_prose else LINES
    if field is not None and field.none_allowed:
        texts = (*texts, NONE_STATED)
    by_type: dict[type, st.SearchStrategy[Any]] = {
        str: st.sampled_from(texts),
        bool: st.booleans(),
        int: st.sampled_from([1, 2, 12, 60]),
        Decimal: st.sampled_from(DECIMALS),
        date: st.sampled_from(DAYS),
        Week: st.sampled_from(WEEKS),
        Series: st.sampled_from(SERIES),
    }
    return by_type[hint]
