"""The agreement as its clauses see it: values, gaps, wording and the words of its form."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, TypeVar

from slaeditor.agreement import Agreement, ClauseChange, ClauseState
from slaeditor.blocks import (
    Block,
    Derived,
    Fixed,
    Gap,
    Paragraph,
    Reference,
    Role,
    Spans,
    Term,
    Value,
)
from slaeditor.document.lookup import Lookup
from slaeditor.document.memory import Memory
from slaeditor.document.roles import Labels
from slaeditor.field import Form
from slaeditor.paths import Place
from slaeditor.reading import item_name, printed_value
from slaeditor.values import is_none_stated
from slaeditor.values.words import percent, unit_word
from slaeditor.wording import Wording, pieces

NBSP = "\u00a0"

T = TypeVar("T")


@dataclass(frozen=True)
class View:
    """One agreement on one day; implements `slaeditor.view.Sees`."""

    agreement: Agreement
    today: date
    memory: Memory | None = None

    @cached_property
    def form(self) -> Form:
        """The outline that the document follows."""
        return self.agreement.form

    @cached_property
    def language(self) -> str:
        """The tag of the document's language."""
        return self.agreement.language_tag

    @cached_property
    def wording(self) -> Wording:
        """The wording that the draft names."""
        return Wording(self.language, self.agreement.wording)

    @cached_property
    def labels(self) -> Labels:
        """What the two sides are called."""
        return Labels.of(self.agreement, self.form)

    @cached_property
    def clause_changes(self) -> dict[str, ClauseChange]:
        """Where the agreement departs from the standard wording, by clause id."""
        return {change.id: change for change in self.agreement.clauses}

    @cached_property
    def _lookup(self) -> Lookup:
        return Lookup(self.agreement)

    def value(self, path: str) -> Any:
        """The value at a path; `None` where nothing is set or the item isn't there."""
        return self._lookup.value(path)

    def remembered(self, what: str, item: str, make: Callable[[], T]) -> T:
        """What `make` says about the item at a path, from memory while all of it is the same."""
        if self.memory is None:
            return make()
        return self.memory.recalled((what, item), self._lookup, make)

    @property
    def common(self) -> Hashable:
        """What any standard clause may depend on besides the values and texts at paths."""
        changes = self.clause_changes.values()
        return (
            (self.form, self.language, self.today, self.agreement.kind, self.labels, self.wording),
            frozenset(change.id for change in changes if change.state is ClauseState.LEFT_OUT),
        )

    def place(self, path: str) -> Place | None:
        """The place with this path, `None` where there is none now."""
        return self._lookup.place_or_none(path)

    def applies(self, path: str) -> bool:
        """Whether the field at the path applies in this agreement."""
        place = self.place(path)
        return place is not None and place.applies(self)

    def has(self, path: str) -> bool:
        """Whether something readable is set at the path and its field applies."""
        value = self.value(path)
        if value is None or value == () or path in self.agreement.entered:
            return False
        return self.applies(path)

    def spans(self, path: str, label: str = "") -> Spans:
        """The value as one span, or a gap."""
        place = self._lookup.place(path)
        value = place.value
        if value is None or value == () or path in self.agreement.entered:
            return (Gap(label or place.gap_label, path),)
        if place.field.refers_to:
            return self._referred(place, label)
        return (Value(printed_value(place, value, self.language), path),)

    def _referred(self, place: Place, label: str) -> Spans:
        listed = self.value(place.field.refers_to) or ()
        if place.value not in listed:
            return (Gap(label or place.gap_label, place.path),)
        return (Value(item_name(self, place.field.refers_to, place.value), place.path),)

    def lines(self, path: str) -> tuple[Spans, ...]:
        """The items of a prose list, without their closing punctuation."""
        text = self.value(path)
        if not isinstance(text, str) or is_none_stated(text) or not self.has(path):
            return ()
        items = (line.strip(" \t-•·*").rstrip(" .;,") for line in text.splitlines())
        return tuple((Value(item, path),) for item in items if item)

    def amount(self, number_path: str, unit: str, label: str = "") -> Spans:
        """A number with its unit word, or the gap."""
        spans = self.spans(number_path, label)
        if isinstance(spans[0], Gap):
            return spans
        if unit == "percent":
            sign = percent("", self.language)
            return (*spans, Fixed(sign))
        return (*spans, Fixed(NBSP + unit_word(unit, self.value(number_path), self.language)))

    def length(self, at: str, number: str = "length", unit: str = "unit") -> Spans:
        """A number and the unit chosen beside it, each with its own path; gaps for what lacks."""
        number_path, unit_path = f"{at}/{number}", f"{at}/{unit}"
        spans = self.spans(number_path)
        chosen = self.value(unit_path)
        if chosen is None or unit_path in self.agreement.entered:
            if isinstance(spans[0], Gap):
                return spans
            return (*spans, Fixed(NBSP), *self.spans(unit_path))
        count = None if isinstance(spans[0], Gap) else self.value(number_path)
        word = unit_word(str(chosen), count, self.language)
        return (*spans, Fixed(NBSP), Value(word, unit_path))

    def derived(self, text: str, *sources: str) -> Derived:
        """Text worked out from the values at the source paths."""
        return Derived(text, sources)

    def label(self, side: str) -> str:
        """What a side is called within a sentence: "the Provider", "Marketing"."""
        return self.labels.called(side)

    def phrase(self, key: str, variant: str = "text", **names: Spans) -> Spans:
        """A piece of wording, its placeholders filled."""
        return self.filled(self.wording.text(key, variant, self.form), names)

    def clause(
        self,
        clause_id: str,
        variant: str = "text",
        *,
        path: str = "",
        role: Role = Role.CLAUSE,
        **names: Spans,
    ) -> tuple[Block, ...]:
        """One clause in the standard wording; own wording takes its place in `rewording`."""
        return self._clause(clause_id, variant, path, role, names)

    def _clause(
        self, clause_id: str, variant: str, path: str, role: Role, names: dict[str, Spans]
    ) -> tuple[Block, ...]:
        override = self.clause_changes.get(clause_id)
        if override is not None and override.state is ClauseState.LEFT_OUT:
            return ()
        template = self.wording.text(clause_id.partition("@")[0], variant, self.form)
        return (Paragraph(role, clause_id, self.filled(template, names), path=path),)

    def listed(
        self,
        clause_id: str,
        entries: Sequence[tuple[str, Spans]],
        *,
        path: str,
        variant: str = "",
        **names: Spans,
    ) -> tuple[Block, ...]:
        """A clause with a list of items; a single one makes a plain sentence."""
        prefix = f"{variant}-" if variant else ""
        entries = self._kept(clause_id, entries)
        if not entries:
            return ()
        if len(entries) == 1:
            single = {**names, "item": entries[0][1]}
            return self._clause(clause_id, f"{prefix}one", path, Role.CLAUSE, single)
        lead = self._clause(clause_id, f"{prefix}many", path, Role.CLAUSE, names)
        if not lead:
            return ()
        endings = ["; "] * (len(entries) - 2) + ["; and", "."]
        items = (
            Paragraph(
                Role.ITEM, f"{clause_id}@{item_id}", (*spans, Fixed(ending.rstrip(" "))), path=path
            )
            for (item_id, spans), ending in zip(entries, endings, strict=True)
        )
        return (*lead, *items)

    def _kept(
        self, clause_id: str, entries: Sequence[tuple[str, Spans]]
    ) -> list[tuple[str, Spans]]:
        """The entries of a list without those that the agreement leaves out."""
        return [
            (item_id, spans)
            for item_id, spans in entries
            if (change := self.clause_changes.get(f"{clause_id}@{item_id}")) is None
            or change.state is not ClauseState.LEFT_OUT
        ]

    def filled(self, template: str, names: dict[str, Spans] | None = None) -> Spans:
        """A text of the wording, its placeholders filled."""
        found: list[Any] = []
        for piece in pieces(template):
            if piece.is_placeholder:
                found.extend(_placeholder(self, piece.text, names or {}))
            else:
                found.append(Fixed(piece.text))
        return _joined_fixed(found)


def _placeholder(view: View, name: str, names: dict[str, Spans]) -> Spans:
    """What stands for the name between the braces of a text."""
    if name in names:
        return names[name]
    kind, _, rest = name.partition("#")[0].partition(":")
    makers: dict[str, Callable[[str], Spans]] = {
        "ref": lambda target: (Reference(target),),
        "def": lambda term: (Term(f"“{term}”"),),
        "value": lambda path: view.spans(path) if view.place(path) is not None else (),
        "derived": lambda _sources: (),
    }
    if rest and kind in makers:
        return makers[kind](rest)
    return (Fixed(view.labels.word(name)),)


def _joined_fixed(spans: Sequence[Any]) -> Spans:
    """Neighbouring fixed texts as one span, so that equal text makes equal documents."""
    found: list[Any] = []
    for span in spans:
        last = found[-1] if found else None
        if isinstance(span, Fixed) and isinstance(last, Fixed) and span.strong == last.strong:
            found[-1] = Fixed(last.text + span.text, last.strong)
        elif isinstance(span, Fixed) and _ends_with_stop(last) and span.text.startswith("."):
            if span.text != ".":
                found.append(Fixed(span.text[1:], span.strong))
        elif span.text or not isinstance(span, Fixed):
            found.append(span)
    return tuple(found)


def _ends_with_stop(span: Any) -> bool:
    """Whether a value brings its own full stop ("Example Inc."), so that no second one follows."""
    return isinstance(span, Value | Derived) and span.text.endswith(".")
