"""What is known about one field of an agreement, declared once, on its record.

Label, form row, completeness, command-line help and accessible name are all derived from here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Protocol

import msgspec

from slaeditor.choice import Form

__all__ = [
    "AdditionalTerms",
    "Asked",
    "Audience",
    "Compound",
    "Condition",
    "Field",
    "Form",
    "Record",
    "SeesValues",
    "both",
    "either",
    "elsewhere",
    "in_form",
    "negated",
    "sibling",
]


class Record(
    msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True
):
    """A typed, immutable part of an agreement. A leaf that nobody has set is `None`."""


class Compound(Record, frozen=True):
    """A record that is one value for merge, review and conflict (24 months, not 24 and months)."""


class Asked(StrEnum):
    """How a field is put to the person who writes."""

    FIRST = "asked"
    CONFIRM = "confirm"  # a default is shown, to be confirmed
    WHEN = "conditional"  # asked when `applies_if` holds
    DETAIL = "detail"  # folded under More detail
    NEVER = "never"  # not for this form


class Audience(StrEnum):
    """Who may ever read the value: the reader of the document, or only the house of the author."""

    PRINTED = "printed"
    INTERNAL_NOTE = "internal note"


class SeesValues(Protocol):
    """What a condition may look at."""

    @property
    def form(self) -> Form:
        """The outline that the agreement follows."""

    def value(self, path: str) -> object:
        """The value at `path`, `None` where nothing is set."""


Condition = Callable[[SeesValues, str], bool]
"""Called with the agreement and the path of the record that holds the field."""


@dataclass(frozen=True, slots=True)
class Field:
    """Everything that is known about one field.

    `hint` stands under the label, `why` behind "Why this matters", `unit` after the value.
    `prose` allows several lines; `one_per_line` makes each line an item, and with `none_allowed`
    "None" is an answer. `card` and `row` say where the form shows it; fields with the same `row`
    stand side by side. Fields of one record with the same `together` are one value for merge.
    `refers_to` names the list whose items a text value may name by id; `reads_as` a value type
    other than the annotation's ("time-zone"). `empty` says what leaving the field empty means
    ("for all services"): no answer is one then. `screen` moves a field off its section's screen;
    `item` names one item of a list ("service"). `gap` stands in brackets while nothing is there.
    The items of a list with `own_page` are shown one at a time.
    """

    label: str
    hint: str = ""
    why: str = ""
    example: str = ""
    unit: str = ""
    prose: bool = False
    one_per_line: bool = False
    none_allowed: bool = False
    internal: Asked = Asked.DETAIL
    external: Asked = Asked.DETAIL
    applies_if: Condition | None = None
    audience: Audience = Audience.PRINTED
    card: str = ""
    row: str = ""
    together: str = ""
    screen: str = ""
    item: str = ""
    gap: str = ""
    refers_to: str = ""
    reads_as: str = ""
    empty: str = ""
    own_page: bool = False

    def asked(self, form: Form) -> Asked:
        """How the field is put in an agreement of this form."""
        return self.internal if form is Form.INTERNAL else self.external

    @property
    def guidance(self) -> str:
        """The hint, with what an empty field means."""
        if not self.empty:
            return self.hint
        return f"{self.hint} Empty: {self.empty}".strip()

    @property
    def gap_label(self) -> str:
        """What stands in square brackets while the value is missing."""
        return self.gap or self.label.rstrip("?")


def sibling(name: str, *wanted: object) -> Condition:
    """Hold while the field `name` of the same record has one of the `wanted` values."""

    def holds(see: SeesValues, at: str) -> bool:
        return see.value(f"{at}/{name}" if at else name) in wanted

    return holds


def elsewhere(path: str, *wanted: object) -> Condition:
    """Hold while the value at `path` is one of `wanted`; without any, while something is set."""

    def holds(see: SeesValues, at: str) -> bool:
        found = see.value(path)
        return found in wanted if wanted else found not in (None, (), "")

    return holds


def in_form(form: Form) -> Condition:
    """Hold while the agreement follows this outline."""

    def holds(see: SeesValues, at: str) -> bool:
        return see.form is form

    return holds


def both(*conditions: Condition) -> Condition:
    """Hold while every one of the conditions holds."""

    def holds(see: SeesValues, at: str) -> bool:
        return all(condition(see, at) for condition in conditions)

    return holds


def either(*conditions: Condition) -> Condition:
    """Hold while at least one of the conditions holds."""

    def holds(see: SeesValues, at: str) -> bool:
        return any(condition(see, at) for condition in conditions)

    return holds


def negated(condition: Condition) -> Condition:
    """Hold while the condition doesn't."""

    def holds(see: SeesValues, at: str) -> bool:
        return not condition(see, at)

    return holds


AdditionalTerms = Annotated[
    str | None,
    Field(
        "Additional terms of this section",
        hint="What the questions here do not cover. Each paragraph becomes a clause.",
        prose=True,
        card="Additional terms",
    ),
]
"""The place that every section has for what no field covers."""
