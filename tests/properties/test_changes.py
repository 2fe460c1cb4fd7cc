"""Whatever is edited: differences lead there and back."""

from hypothesis import given
from hypothesis import strategies as st

from slaeditor.agreement import Agreement, decode, encode
from slaeditor.changes import applied, diff, inverted
from slaeditor.paths import inserted, replaced, value_at
from slaeditor.sections.introduction.people import Contact
from slaeditor.sections.metrics.level import Level

LISTS = {"metrics/levels": Level, "introduction/contacts": Contact}
LEAVES = ["title", "reference", "introduction/purpose", "introduction/provider/name"]
ids = st.sampled_from(["a", "b", "c", "d"])
edits = st.one_of(
    st.tuples(st.just("leaf"), st.sampled_from(LEAVES), st.none() | st.text(max_size=4)),
    st.tuples(st.just("item"), st.sampled_from(list(LISTS)), ids),
    st.tuples(st.just("name"), st.sampled_from(list(LISTS)), st.tuples(ids, st.text(max_size=3))),
    st.tuples(st.just("drop"), st.sampled_from(list(LISTS)), ids),
    st.tuples(st.just("order"), st.sampled_from(list(LISTS)), st.permutations("abcd")),
    st.tuples(st.just("map"), st.sampled_from(LEAVES), st.none() | st.text(max_size=3)),
)


def edited(agreement: Agreement, steps: list[tuple[str, str, object]]) -> Agreement:
    for what, path, value in steps:
        present = value_at(agreement, path) or () if path in LISTS else ()
        if what == "leaf":
            agreement = replaced(agreement, path, value)
        elif what == "map":
            agreement = replaced(agreement, f"entered/{path}", value)
        elif what == "item" and value not in present:
            agreement = inserted(agreement, path, LISTS[path](id=str(value)), None)
        elif what == "name" and value[0] in present:  # type: ignore[index]
            agreement = replaced(agreement, f"{path}/{value[0]}/name", value[1])  # type: ignore[index]
        elif what == "drop" and value in present:
            agreement = replaced(agreement, f"{path}/{value}", None)
        elif what == "order":
            agreement = replaced(agreement, path, tuple(value))  # type: ignore[arg-type]
    return agreement


runs = st.lists(edits, max_size=8)
EMPTY = Agreement(id="a")


@given(runs, runs)
def test_differences_lead_from_any_state_to_any_other_and_back(first: list, then: list) -> None:  # type: ignore[type-arg]
    old = edited(EMPTY, first)
    new = edited(old, then)
    changes = diff(old, new)
    assert applied(old, changes) == new
    assert applied(new, inverted(changes)) == old
    assert (changes == ()) == (old == new)


@given(runs)
def test_any_state_survives_being_stored(steps: list) -> None:  # type: ignore[type-arg]
    agreement = edited(EMPTY, steps)
    assert decode(encode(agreement)) == agreement
