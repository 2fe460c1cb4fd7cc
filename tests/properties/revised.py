"""Random pairs of revisions of one agreement: some answers changed, items came, went and moved."""

from contextlib import suppress

from hypothesis import strategies as st

from slaeditor.agreement import Agreement
from slaeditor.changes import applied, diff
from slaeditor.editing.templates import finished_example
from slaeditor.errors import SlaError
from slaeditor.paths import replaced, value_at, walk
from tests.agreements import BOTH, typed
from tests.properties.answers import departing

WHOLE = (*map(typed, BOTH), finished_example())


@st.composite
def revisions(draw: st.DrawFn) -> tuple[Agreement, Agreement]:
    """An agreement, and what became of it."""
    old = draw(st.one_of(departing(), st.sampled_from(WHOLE)))
    return old, draw(_changed(old))


@st.composite
def _changed(draw: st.DrawFn, old: Agreement) -> Agreement:
    """The agreement with some of what another one says instead, and lists in another order."""
    new = old
    share = draw(st.sampled_from([1, 3, 9]))
    for change in diff(old, draw(departing())):
        if change.path != "id" and draw(st.integers(0, 9)) < share:
            with suppress(SlaError):  # an item that another change took away
                new = applied(new, (change,))
    for place in walk(new):
        if place.is_list and draw(st.integers(0, 3)) == 0:
            order = list(value_at(new, place.path) or ())
            new = replaced(new, place.path, tuple(draw(st.permutations(order))))
    return new
