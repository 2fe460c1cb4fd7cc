"""Random edits of an agreement, of every sort that a merge has to tell apart."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from slaeditor.agreement import Agreement
from slaeditor.changes import applied
from slaeditor.clashes import keep, open_clashes, take_other
from slaeditor.kinds import Status
from slaeditor.paths import inserted, replaced, value_at
from slaeditor.sections.introduction.people import Contact
from slaeditor.sections.metrics.level import Level
from slaeditor.units import PeriodUnit

LISTS: dict[str, Any] = {"metrics/levels": Level, "introduction/contacts": Contact}
LEAVES = ("title", "introduction/purpose", "introduction/provider/name")
TEXTS = st.none() | st.text("abc\u00e9 ", max_size=4)
IDS = st.sampled_from("abcd")
LIST_PATHS = st.sampled_from(list(LISTS))
Step = tuple[str, str, Any]

STEPS: st.SearchStrategy[Step] = st.one_of(
    st.tuples(st.just("set"), st.sampled_from(LEAVES), TEXTS),
    st.tuples(st.just("set"), st.just("status"), st.none() | st.sampled_from(Status)),
    st.tuples(st.just("set"), st.just("duration/term/length"), st.none() | st.integers(1, 9)),
    st.tuples(
        st.just("set"), st.just("duration/term/unit"), st.none() | st.sampled_from(PeriodUnit)
    ),
    st.tuples(st.just("add"), LIST_PATHS, st.tuples(IDS, st.sampled_from(["", "a", "c", None]))),
    st.tuples(st.just("name"), LIST_PATHS, st.tuples(IDS, TEXTS)),
    st.tuples(
        st.just("target"),
        st.just("metrics/levels"),
        st.tuples(IDS, st.sampled_from([None, Decimal("99.5"), Decimal("99.50"), Decimal(4)])),
    ),
    st.tuples(st.just("drop"), LIST_PATHS, IDS),
    st.tuples(st.just("order"), LIST_PATHS, st.permutations("abcd")),
    st.tuples(st.just("typed"), st.sampled_from([*LEAVES, "duration/term/length"]), TEXTS),
    st.tuples(st.just("typed in"), LIST_PATHS, st.tuples(IDS, TEXTS)),
    st.tuples(st.just("suggest"), st.sampled_from(LEAVES), st.booleans()),
    st.tuples(st.just("settle"), st.just(""), st.booleans()),
)
RUNS = st.lists(STEPS, max_size=7)
EMPTY = Agreement(id="one")


def edited(agreement: Agreement, steps: list[Step]) -> Agreement:
    """The agreement after the steps; one that doesn't fit it changes nothing."""
    for what, path, value in steps:
        agreement = _DO[what](agreement, path, value)
    return agreement


def _set(agreement: Agreement, path: str, value: Any) -> Agreement:
    for mark in ("entered", "proposed"):
        agreement = replaced(agreement, f"{mark}/{path}", None)
    return replaced(agreement, path, value)


def _add(agreement: Agreement, path: str, value: tuple[str, str | None]) -> Agreement:
    item_id, after = value
    if value_at(agreement, f"{path}/{item_id}") is not None:
        return agreement
    return inserted(agreement, path, LISTS[path](id=item_id), after)


def _in_item(agreement: Agreement, path: str, item_id: str, name: str, value: Any) -> Agreement:
    if value_at(agreement, f"{path}/{item_id}") is None:
        return agreement
    return replaced(agreement, f"{path}/{item_id}/{name}", value)


def _drop(agreement: Agreement, path: str, item_id: str) -> Agreement:
    if value_at(agreement, f"{path}/{item_id}") is None:
        return agreement
    agreement = replaced(agreement, f"{path}/{item_id}", None)
    for key in agreement.entered:
        if key.startswith(f"{path}/{item_id}/"):
            agreement = replaced(agreement, f"entered/{key}", None)
    return agreement


def _typed(agreement: Agreement, path: str, text: str | None) -> Agreement:
    return replaced(_set(agreement, path, None), f"entered/{path}", text)


def _typed_in(agreement: Agreement, path: str, value: tuple[str, str | None]) -> Agreement:
    item_id, text = value
    if value_at(agreement, f"{path}/{item_id}") is None:
        return agreement
    return _typed(agreement, f"{path}/{item_id}/name", text)


def _suggest(agreement: Agreement, path: str, is_on: bool) -> Agreement:
    return replaced(agreement, f"proposed/{path}", "" if is_on else None)


def _settle(agreement: Agreement, _path: str, takes_other: bool) -> Agreement:
    for clash in open_clashes(agreement)[:1]:
        way = take_other if takes_other else keep
        agreement = applied(agreement, way(agreement, clash.id))
    return agreement


_DO: dict[str, Callable[[Agreement, str, Any], Agreement]] = {
    "set": _set,
    "add": _add,
    "name": lambda agreement, path, value: _in_item(agreement, path, value[0], "name", value[1]),
    "target": lambda agreement, path, value: _in_item(
        agreement, path, value[0], "target", value[1]
    ),
    "drop": _drop,
    "order": replaced,
    "typed": _typed,
    "typed in": _typed_in,
    "suggest": _suggest,
    "settle": _settle,
}
