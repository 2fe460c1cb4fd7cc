"""What a section's clauses and checks may see of the whole agreement, so that none imports it."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Protocol, TypeVar

from slaeditor.blocks import Block, Derived, Role, Spans
from slaeditor.field import Form

T = TypeVar("T")


class Sees(Protocol):
    """The agreement as the composer of a document sees it.

    Wording is asked for by clause id (`duration.term`) and variant (`fixed`); the placeholders of
    its text are filled by the keyword arguments, and by themselves for `{the provider}`,
    `{The provider}`, `{the provider's}`, `{provider}` (label alone), the same for the customer,
    `{party}` `{parties}` (Party or Department), `{shall}` (duty verb), `{ref:<clause-id>}`
    (number of a clause or schedule, live) and `{def:Some Term}` (bold, in quotes).
    """

    @property
    def form(self) -> Form:
        """The outline that the document follows."""

    @property
    def language(self) -> str:
        """The tag of the document's language, such as "en-GB"."""

    @property
    def today(self) -> date:
        """The day on which the document is composed."""

    def value(self, path: str) -> Any:
        """The value at a path, a tuple of ids for a list, `None` where nothing is set."""

    def has(self, path: str) -> bool:
        """Whether something readable is set at the path and its field applies."""

    def applies(self, path: str) -> bool:
        """Whether the field at the path applies in this agreement (`applies_if`)."""

    def remembered(self, what: str, item: str, make: Callable[[], T]) -> T:
        """What `make` says about the list item at a path, or what it said the last time.

        `make` may look at values, wording and labels through this view only; `what` names the
        piece with all else that it depends on.
        """

    def spans(self, path: str, label: str = "") -> Spans:
        """The value as one span, or the gap that marks it as missing, as `[label]`."""

    def lines(self, path: str) -> tuple[Spans, ...]:
        """A prose value with one item a line, an item each; empty for nothing or "None"."""

    def amount(self, number_path: str, unit: str, label: str = "") -> Spans:
        """A number with a unit word that fits it: "60 days", "1 month"; or the gap.

        `unit` is a unit's own name ("days", "business-days", "hours", "percent").
        """

    def length(self, at: str, number: str = "length", unit: str = "unit") -> Spans:
        """A number with the unit that stands beside it in the record at `at`, gaps included."""

    def derived(self, text: str, *sources: str) -> Derived:
        """Text worked out from the values at the source paths."""

    def label(self, side: str) -> str:
        """What a side ("provider", "customer") is called in the text: "the Provider"."""

    def phrase(self, key: str, variant: str = "text", **names: Spans) -> Spans:
        """A piece of wording that is no clause of its own."""

    def clause(
        self,
        clause_id: str,
        variant: str = "text",
        *,
        path: str = "",
        role: Role = Role.CLAUSE,
        **names: Spans,
    ) -> tuple[Block, ...]:
        """One clause; nothing where the agreement leaves it out. `path`: where a click leads.

        A part of a clause has an id `<clause-id>@<item-id>` and the wording of its clause id,
        with the variant given.
        """

    def listed(
        self,
        clause_id: str,
        entries: Sequence[tuple[str, Spans]],
        *,
        path: str,
        variant: str = "",
        **names: Spans,
    ) -> tuple[Block, ...]:
        """A clause with a list: variant `one` with `{item}` for a single entry, else `many` as
        lead-in and an item `(a)` for each, joined by semicolons and "and".

        An entry is the id of its item and its spans. `variant` goes before: `<variant>-one`.
        """


def said(see: Sees, path: str) -> bool:
    """Whether something stands in a field that applies, readable or not."""
    return see.has(path) or (see.applies(path) and see.value(f"entered/{path}") is not None)
