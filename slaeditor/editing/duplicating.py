"""A copy of an agreement to start another one from, without what belongs to the first only."""

import re
from collections.abc import Collection
from itertools import count

import msgspec

from slaeditor.agreement import Agreement
from slaeditor.kinds import Status
from slaeditor.library.drafts import new_id
from slaeditor.paths import Sort, replaced, walk
from slaeditor.sections.introduction.fields import Party
from slaeditor.sections.metrics.baseline import Baseline
from slaeditor.values.choices import Choice


class LeaveOut(Choice):
    """What a copy may leave out."""

    PARTIES = "parties", "The parties, contacts and signatories"
    DATES = "dates", "Dates"
    MEASURED = "measured-values", "Measured values (baselines)"
    OWN_WORDING = "own-wording", "Changed clauses and additional terms"


_COPY = re.compile(r" \(copy(?: \d+)?\)$")


def duplicate(
    agreement: Agreement, leave_out: Collection[LeaveOut], taken: Collection[str] = ()
) -> Agreement:
    """A copy with an id of its own, as a draft; its title says which copy it is.

    What reviewers said of the first and what was decided stays with the first.

    `taken` are the titles that it can't have: they are those of others.
    """
    title = _title_of_copy(agreement.title, taken) if agreement.title else None
    copy = msgspec.structs.replace(
        agreement,
        id=new_id(),
        title=title,
        status=Status.DRAFT,
        version=None,
        comments=(),
        negotiation=(),
        clashes=(),
    )
    if LeaveOut.PARTIES in leave_out:
        copy = _without_parties(copy)
    if LeaveOut.DATES in leave_out:
        copy = _without_dates(copy)
    if LeaveOut.MEASURED in leave_out:
        copy = _without_measured_values(copy)
    if LeaveOut.OWN_WORDING in leave_out:
        copy = _without_own_wording(copy)
    return _without_stray_marks(copy)


def _title_of_copy(title: str, taken: Collection[str]) -> str:
    name = _COPY.sub("", title)
    titles = (f"{name} (copy{f' {number}' if number > 1 else ''})" for number in count(1))
    return next(each for each in titles if each not in taken)


def _without_parties(agreement: Agreement) -> Agreement:
    introduction = msgspec.structs.replace(
        agreement.introduction,
        provider=Party(),
        customer=Party(),
        company=None,
        contacts=(),
        signatories=(),
    )
    return msgspec.structs.replace(agreement, introduction=introduction)


def _without_dates(agreement: Agreement) -> Agreement:
    for place in walk(agreement):
        if place.spec.sort is Sort.LEAF and place.spec.hint.__name__ == "date":
            agreement = replaced(agreement, place.path, None)
    return agreement


def _without_measured_values(agreement: Agreement) -> Agreement:
    for level in agreement.metrics.levels:
        agreement = replaced(agreement, f"metrics/levels/{level.id}/baseline", Baseline())
    return agreement


def _without_own_wording(agreement: Agreement) -> Agreement:
    agreement = msgspec.structs.replace(agreement, clauses=())
    for section in ("introduction", "scope", "duration", "metrics"):
        agreement = replaced(agreement, f"{section}/additional_terms", None)
    return agreement


def _without_stray_marks(agreement: Agreement) -> Agreement:
    """Drop typed text and suggestion marks at places that the copy doesn't have or has emptied."""
    values = {place.path: place.value for place in walk(agreement)}
    return msgspec.structs.replace(
        agreement,
        entered={path: text for path, text in agreement.entered.items() if path in values},
        proposed={
            path: mark
            for path, mark in agreement.proposed.items()
            if values.get(path) not in (None, ())
        },
    )
