"""What two people do to one agreement while they are apart, and whether all of it is there after.

A text that somebody enters stands nowhere else, so that it can be looked for.
"""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from slaeditor.agreement import Agreement
from slaeditor.clashes import TYPED, Clash, open_clashes
from slaeditor.paths import parent, place_at, value_at
from slaeditor.reading import write_value
from tests.sync.laptop import Laptop

FIELDS = (
    "title",
    "reference",
    "version",
    "owner",
    "approvers",
    "introduction/purpose",
    "introduction/provider/head",
    "introduction/objectives/time/aim",
    "introduction/contacts/contact-1/function",
    "introduction/contacts/contact-3/function",
    "scope/users",
    "scope/out_of_scope",
    "scope/services/accounts/name",
    "scope/services/accounts/outcome",
    "scope/channels",
    "metrics/levels/restoration/name",
    "metrics/levels/restoration/pause",
    "metrics/levels/starters/definition",
    "metrics/levels/starters/method",
)
"""Fields of one line or of several, of the agreement and of items that nobody removes."""
NUMBERS = ("duration/change/confirm_days", "duration/review/every", "metrics/report/due_days")
DUTIES = "scope/customer_duties"
TARGET = "metrics/levels/response"


@dataclass(frozen=True)
class Entered:
    """Fields were given texts."""

    texts: dict[str, str]

    def do(self, laptop: Laptop) -> None:
        laptop.do("enter", self.texts)

    def lost(self, now: Agreement) -> list[str]:
        return [
            f"{path} = {text!r}"
            for path, text in self.texts.items()
            if shown_at(now, path) != text and not clash_shows(now, path, text)
        ]


@dataclass(frozen=True)
class Added:
    """An item came into the list of duties."""

    name: str
    text: str

    def do(self, laptop: Laptop) -> None:
        laptop.do("add", DUTIES, self.name, {"what": self.text})

    def lost(self, now: Agreement) -> list[str]:
        item = value_at(now, f"{DUTIES}/{self.name}")
        return [] if item is not None and item.what == self.text else [f"the duty {self.name}"]


@dataclass(frozen=True)
class Removed:
    """An item went from the list of duties."""

    name: str

    def do(self, laptop: Laptop) -> None:
        laptop.do("remove", f"{DUTIES}/{self.name}")

    def lost(self, now: Agreement) -> list[str]:
        path = f"{DUTIES}/{self.name}"
        is_shown = any(each.other is None for each in now.clashes if each.path == path)
        is_gone = value_at(now, path) is None
        return [] if is_gone or is_shown else [f"that {self.name} was removed"]


Act = Entered | Added | Removed


@dataclass(frozen=True)
class Decided:
    """One of two versions was chosen, "keep" or "take", in the agreement as it was `before`."""

    before: Agreement
    clash: Clash
    how: str

    def do(self, laptop: Laptop) -> None:
        laptop.do("settle", self.clash.id, self.how)

    def lost(self, now: Agreement) -> list[str]:
        again = [f"{self.clash} is open again"] if self.clash in now.clashes else []
        return again + self._chosen.lost(now)

    @property
    def path(self) -> str:
        """What was decided about."""
        return self.clash.path

    @property
    def _chosen(self) -> Entered | Removed:
        """What was chosen, as if it had been done just then."""
        clash = self.clash
        if clash.other is None:
            name = clash.path.rpartition("/")[2]
            return Removed(name) if self.how == "take" else Entered({})
        content = json.loads(clash.other)
        paths = [path.removeprefix(TYPED) for path in content]
        if self.how == "take":
            return Entered(
                {path: str(text) for path, text in zip(paths, content.values(), strict=True)}
            )
        standing = {path: shown_at(self.before, path) for path in paths}
        return Entered({path: text for path, text in standing.items() if text is not None})


@dataclass(frozen=True)
class Script:
    """What each of the two does; `clashes` is how many of it can't be brought together."""

    name: str
    left: tuple[Act, ...] = ()
    right: tuple[Act, ...] = ()
    clashes: int = 0

    @property
    def paths(self) -> set[str]:
        """Every field that either of the two writes in."""
        acts = (*self.left, *self.right)
        return {path for act in acts if isinstance(act, Entered) for path in act.texts}

    def lost(self, now: Agreement) -> list[str]:
        """Everything that is neither in the agreement nor shown beside it."""
        return [each for act in (*self.left, *self.right) for each in act.lost(now)]


def shown_at(agreement: Agreement, path: str) -> str | None:
    """What the field shows; None where there is no such field any more."""
    if path in agreement.entered:
        return agreement.entered[path]
    if value_at(agreement, parent(path) or path) is None and "/" in path:
        return None
    place = place_at(agreement, path)
    return write_value(place, place.value, agreement.language_tag)


def clash_shows(agreement: Agreement, path: str, text: str) -> bool:
    """Whether a clash keeps the text as the other value at the path, or within what is there."""
    return any(
        text in texts_in(value)
        for each in open_clashes(agreement)
        if each.other is not None
        for at, value in json.loads(each.other).items()
        if f"{path}/".startswith(f"{at.removeprefix(TYPED)}/")
    )


def texts_in(value: Any) -> list[str]:
    """Every text and number of plain data, as text."""
    if isinstance(value, dict):
        return [text for each in value.values() for text in texts_in(each)]
    if isinstance(value, list):
        return [text for each in value for text in texts_in(each)]
    return [str(value)]


class Author:
    """Makes the scripts of many rounds; `seed` decides what they are about."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._round = 0

    def script(self, now: Agreement) -> Script:
        """The next round's, for the agreement as it is; each sort comes in turn."""
        sorts = _SORTS[self._round % len(_SORTS)]
        self._round += 1
        return sorts(self, now)

    def apart(self, now: Agreement) -> Script:
        """Each writes in other fields."""
        fields = self._fields(5)
        return Script(
            "apart", (self._texts("left", fields[:2]),), (self._texts("right", fields[2:]),)
        )

    def same_field(self, now: Agreement) -> Script:
        """Both write in one field, and in others."""
        one, two, three = self._fields(3)
        left, right = self._texts("left", [one, two]), self._texts("right", [three, one])
        return Script("the same field", (left,), (right,), 1)

    def both_add(self, now: Agreement) -> Script:
        """Each adds an item to the same list."""
        return Script("both add", (self._added("left"),), (self._added("right"),))

    def removed_and_edited(self, now: Agreement) -> Script:
        """One removes an item that the other one edits."""
        duty = self._duty(now)
        edited = self._texts("right", [f"{DUTIES}/{duty}/what"])
        return Script("removed and edited", (Removed(duty),), (edited,), 1)

    def edited_and_removed(self, now: Agreement) -> Script:
        """The same from the other side, with more in other fields."""
        duty, (one, two) = self._duty(now), self._fields(2)
        edited = self._texts("left", [f"{DUTIES}/{duty}/by_when", one])
        return Script(
            "edited and removed", (edited,), (Removed(duty), self._texts("right", [two])), 1
        )

    def one_item(self, now: Agreement) -> Script:
        """Both edit one item, in different fields."""
        at = f"{DUTIES}/{self._duty(now)}"
        left, right = self._texts("left", [f"{at}/what"]), self._texts("right", [f"{at}/by_when"])
        return Script("one item", (left,), (right,))

    def numbers(self, now: Agreement) -> Script:
        """Both change one number; each also another one."""
        left = {NUMBERS[0]: self._number(0), NUMBERS[1]: self._number(1)}
        right = {NUMBERS[0]: self._number(2), NUMBERS[2]: self._number(3)}
        return Script("numbers", (Entered(left),), (Entered(right),), 1)

    def same_text(self, now: Agreement) -> Script:
        """Both write the same: nobody has to decide anything."""
        fields = self._fields(2)
        both = self._texts("both", fields[:1])
        return Script("the same text", (both,), (both, self._texts("right", fields[1:])))

    def many(self, now: Agreement) -> Script:
        """Much on both sides, with three fields of both."""
        fields = self._fields(11)
        left, right = self._texts("left", fields[:7]), self._texts("right", fields[4:])
        added = self._added("left"), self._added("right")
        return Script("much", (left, added[0]), (added[1], right), 3)

    def unreadable(self, now: Agreement) -> Script:
        """What one enters can't be read as a number; the other one enters a number."""
        path = NUMBERS[self._round % len(NUMBERS)]
        left = Entered({path: f"some days, see {self._round}"})
        return Script("unreadable", (left,), (Entered({path: self._number(4)}),), 1)

    def only_one(self, now: Agreement) -> Script:
        """Only one of the two does anything."""
        return Script("only one", (), (self._texts("right", self._fields(3)), self._added("right")))

    def both_remove(self, now: Agreement) -> Script:
        """Both remove the same item; one of them adds another one."""
        duty = Removed(self._duty(now))
        return Script("both remove", (duty,), (duty, self._added("right")))

    def target(self, now: Agreement) -> Script:
        """One changes the number of a target, the other its unit: that is one value."""
        units = ["hours", "minutes"]
        other = units[shown_at(now, f"{TARGET}/unit") == "hours"]
        left = Entered({f"{TARGET}/target": self._number(5)})
        return Script("target and unit", (left,), (Entered({f"{TARGET}/unit": other}),), 1)

    def _fields(self, count: int) -> list[str]:
        return self._chance.sample(FIELDS, count)

    def _texts(self, who: str, fields: list[str]) -> Entered:
        return Entered({path: f"{who} {self._round}: {path.replace('/', ' ')}" for path in fields})

    def _number(self, salt: int) -> str:
        return str(10 + 7 * self._round + salt)

    def _added(self, who: str) -> Added:
        return Added(f"{who}-{self._round}", f"{who} {self._round}: one duty more")

    def _duty(self, now: Agreement) -> str:
        """An item of the list that nobody has to decide about."""
        unsettled = {each.path for each in now.clashes}
        duties = [each.id for each in now.scope.customer_duties]
        return self._chance.choice(
            [each for each in duties if not any(f"{DUTIES}/{each}" in path for path in unsettled)]
        )


_SORTS: tuple[Callable[[Author, Agreement], Script], ...] = (
    Author.apart,
    Author.same_field,
    Author.both_add,
    Author.removed_and_edited,
    Author.one_item,
    Author.numbers,
    Author.edited_and_removed,
    Author.same_text,
    Author.many,
    Author.unreadable,
    Author.only_one,
    Author.both_remove,
    Author.target,
)
