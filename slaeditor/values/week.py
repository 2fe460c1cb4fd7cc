"""Weekly hours: on which days of a week something is open, from when to when."""

import re
from collections.abc import Iterable
from typing import ClassVar, Final, NamedTuple

DAY_MINUTES: Final = 24 * 60
_CODES: Final = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
_ALWAYS: Final = "24/7"
_STORED: Final = r"(?P<days>[A-Za-z,-]+) (?P<opens>[0-9]{2}:[0-9]{2})-(?P<closes>[0-9]{2}:[0-9]{2})"

Spans = tuple[tuple[int, int], ...]


class Hours(NamedTuple):
    """Opening and closing on some days: Monday is 0; minutes after 00:00, closing up to 1440."""

    days: tuple[int, ...]
    opens: int
    closes: int


class Week:
    """Weekly hours in local time; immutable. Hours of one day that overlap or touch are one.

    Two weeks are equal if they are open at the same minutes. `str()` gives the stored form, a part
    of OpenStreetMap's opening hours ("Mo-Th 08:00-18:00; Fr 08:00-15:00", "24/7"). Raises
    `ValueError` for hours that don't fit into a day and for a week without hours.
    """

    __slots__ = ("_by_day",)

    always: ClassVar["Week"]

    def __init__(self, hours: Iterable[Hours]) -> None:
        days: list[list[tuple[int, int]]] = [[] for _ in _CODES]
        for entry in hours:
            if not 0 <= entry.opens < entry.closes <= DAY_MINUTES:
                raise ValueError(f"no hours of one day: {entry}")
            for day in set(entry.days):
                if not 0 <= day <= 6:
                    raise ValueError(f"no day of the week: {day}")
                days[day].append((entry.opens, entry.closes))
        self._by_day: Final = tuple(_merged(spans) for spans in days)
        if not any(self._by_day):
            raise ValueError("a week has hours on one day at least")

    @classmethod
    def parse(cls, stored: str) -> "Week":
        """The week that `str()` wrote; raises `ValueError`."""
        if stored == _ALWAYS:
            return cls.always
        return cls([_stored_hours(part) for part in stored.split("; ")])

    @property
    def days(self) -> tuple[int, ...]:
        """The weekdays that have hours, Monday being 0."""
        return tuple(day for day, spans in enumerate(self._by_day) if spans)

    @property
    def minutes(self) -> int:
        """Open minutes in one week."""
        return sum(self.minutes_on(day) for day in range(7))

    @property
    def groups(self) -> tuple[tuple[tuple[int, ...], Spans], ...]:
        """Days with the same hours, together with these hours; ordered by their first day."""
        found: dict[Spans, list[int]] = {}
        for day, spans in enumerate(self._by_day):
            if spans:
                found.setdefault(spans, []).append(day)
        return tuple((tuple(days), spans) for spans, days in found.items())

    @property
    def hours(self) -> tuple[Hours, ...]:
        """The hours again, days with the same hours together."""
        return tuple(
            Hours(days, opens, closes) for days, spans in self.groups for opens, closes in spans
        )

    def spans_on(self, day: int) -> Spans:
        """Opening and closing minutes on a weekday (Monday 0), earliest first."""
        return self._by_day[day]

    def minutes_on(self, day: int) -> int:
        """Open minutes on a weekday (Monday 0)."""
        return sum(closes - opens for opens, closes in self._by_day[day])

    def minutes_shared(self, other: "Week") -> int:
        """Minutes of a week in which both are open."""
        return sum(
            max(0, min(mine[1], theirs[1]) - max(mine[0], theirs[0]))
            for day in range(7)
            for mine in self._by_day[day]
            for theirs in other.spans_on(day)
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Week) and self._by_day == other._by_day

    def __hash__(self) -> int:
        return hash(self._by_day)

    def __str__(self) -> str:
        if self == Week.always:
            return _ALWAYS
        return "; ".join(
            f"{_stored_days(days)} {clock(opens)}-{clock(closes)}"
            for days, opens, closes in self.hours
        )

    def __repr__(self) -> str:
        return f"Week({str(self)!r})"


def clock(minutes: int) -> str:
    """Minutes after 00:00 as a time of day: 480 is "08:00", 1440 the day's end "24:00"."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def runs(days: tuple[int, ...]) -> list[tuple[int, int]]:
    """First and last day of each unbroken run; a run may pass from Sunday to Monday."""
    wanted = set(days)
    if len(wanted) == 7:
        return [(0, 6)]
    starts = [day for day in sorted(wanted) if (day - 1) % 7 not in wanted]
    found = []
    for start in starts:
        end = start
        while (end + 1) % 7 in wanted:
            end = (end + 1) % 7
        found.append((start, end))
    return found


def days_between(first: int, last: int) -> tuple[int, ...]:
    """All weekdays from first to last, both included, passing Sunday where need be."""
    return tuple((first + step) % 7 for step in range((last - first) % 7 + 1))


def _merged(spans: list[tuple[int, int]]) -> Spans:
    merged: list[tuple[int, int]] = []
    for opens, closes in sorted(spans):
        if merged and opens <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(closes, merged[-1][1]))
        else:
            merged.append((opens, closes))
    return tuple(merged)


def _stored_days(days: tuple[int, ...]) -> str:
    return ",".join(
        _CODES[first] if first == last else f"{_CODES[first]}-{_CODES[last]}"
        for first, last in runs(days)
    )


def _stored_hours(part: str) -> Hours:
    found = re.fullmatch(_STORED, part)
    if found is None:
        raise ValueError(f"no weekly hours: {part!r}")
    days: list[int] = []
    for piece in found["days"].split(","):
        first, _, last = piece.partition("-")
        days += days_between(_CODES.index(first), _CODES.index(last or first))
    return Hours(tuple(days), _minutes(found["opens"]), _minutes(found["closes"]))


def _minutes(text: str) -> int:
    hour, minute = int(text[:2]), int(text[3:])
    if minute > 59:
        raise ValueError(f"no time of day: {text!r}")
    return hour * 60 + minute


Week.always = Week([Hours(tuple(range(7)), 0, DAY_MINUTES)])
