"""What people wrote themselves and the document prints; standard wording is none of it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from slaeditor.agreement import ClauseState
from slaeditor.document.view import View
from slaeditor.field import Audience
from slaeditor.paths import Place, Sort
from slaeditor.readiness.titles import title
from slaeditor.values import is_none_stated

_NAMES = (
    "introduction/provider/",
    "introduction/customer/",
    "introduction/contacts/",
    "introduction/signatories/",
    "introduction/company",
    "introduction/standing/",
    "scope/personal_data/",
    "title",
    "reference",
    "version",
)
"""Paths of what is called so by itself: names, addresses, numbers of papers."""

_SENTENCE_END = re.compile(r"(?<=[.!?;:])\s+|\n")


@dataclass(frozen=True, slots=True)
class UserText:
    """One text that somebody wrote. `is_name` marks names, which no rule of style applies to."""

    view: View
    path: str
    text: str
    place: Place | None
    is_name: bool

    @property
    def where(self) -> str:
        """The field in words, or the clause whose wording was changed."""
        if self.place is not None:
            return title(self.view, self.place)
        return "A clause in your own words"

    @property
    def sentences(self) -> list[str]:
        """The text cut at the ends of its sentences and lines."""
        return [part for part in _SENTENCE_END.split(self.text) if part.strip()]


def user_texts(view: View, places: Iterable[Place]) -> tuple[UserText, ...]:
    """All texts that people wrote and the document prints, in the order of `places`.

    `places` are the fields that are asked in this agreement.
    """
    return (*_of_fields(view, places), *_of_clauses(view))


def _of_fields(view: View, places: Iterable[Place]) -> Iterator[UserText]:
    for place in places:
        if not isinstance(place.value, str) or not _is_free_text(place):
            continue
        if place.field.audience is Audience.PRINTED and not is_none_stated(place.value):
            is_name = place.path.startswith(_NAMES) or place.path.endswith("/name")
            yield UserText(view, place.path, place.value, place, is_name)


def _is_free_text(place: Place) -> bool:
    """Whether a person writes here what they like: no choice, no reference, no time zone."""
    spec, field = place.spec, place.field
    is_text = spec.sort is Sort.LEAF and spec.hint is str
    return is_text and not field.refers_to and not field.reads_as


def _of_clauses(view: View) -> Iterator[UserText]:
    for change in view.agreement.clauses:
        if change.state in (ClauseState.REPLACED, ClauseState.OWN) and change.text:
            path = f"clauses/{change.id}/text"
            yield UserText(view, path, change.text, None, is_name=False)
