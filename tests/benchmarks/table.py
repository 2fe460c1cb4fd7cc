"""What a measurement tells, and the table of all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Line:
    """One comparison: what was measured, both medians, and what we want.

    `ours` and `other` are written with their units; `ratio` is ours to the other, or empty.
    """

    what: str
    ours: str
    beside: str = ""
    other: str = ""
    ratio: str = ""
    goal: str = ""


_HEAD = Line("measured", "SLA Editor", "compared with", "its figure", "ratio", "goal")


def milliseconds(seconds: Sequence[float], share: float = 0.5) -> str:
    """The median, or the value that this share of them doesn't exceed, in milliseconds."""
    return written(at_share(seconds, share))


def written(seconds: float) -> str:
    """A time in milliseconds, with three digits at the most."""
    figure = seconds * 1000
    digits = 0 if figure >= 100 else 1 if figure >= 10 else 2
    return f"{figure:,.{digits}f} ms"


def at_share(values: Sequence[float], share: float) -> float:
    """The value that this share of the values doesn't exceed."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def compared(
    what: str, ours: Sequence[float], beside: str, other: Sequence[float], goal: str = ""
) -> Line:
    """A line of two series of times in seconds, by their medians."""
    ratio = median(ours) / median(other)
    shown = f"{ratio:.2f}" if ratio >= 0.1 else f"1/{1 / ratio:,.0f}"
    return Line(what, milliseconds(ours), beside, milliseconds(other), shown, goal)


def as_markdown(lines: Iterable[Line]) -> str:
    """The lines as a table that is readable as it is."""
    rows = [_cells(line) for line in (_HEAD, *lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    written_rows = [
        "| " + " | ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return "\n".join((written_rows[0], rule, *written_rows[1:]))


def _cells(line: Line) -> tuple[str, ...]:
    return (line.what, line.ours, line.beside, line.other, line.ratio, line.goal)
