"""What is doubtful about the table of service credits."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from slaeditor.figures.baseline import meets
from slaeditor.finding import Finding, Severity
from slaeditor.sections.metrics.level import Direction
from slaeditor.sections.metrics.words import level_path
from slaeditor.view import Sees

CREDITS = "metrics/credits"
BANDS = f"{CREDITS}/bands"

Band = tuple[str, Decimal, Decimal]
"""Path, result from which the credit is due, and credit in percent."""


def findings(see: Sees) -> Iterator[Finding]:
    """The findings about credits; nothing where the schedule of credits doesn't print."""
    if not see.applies(BANDS):
        return
    bands: defaultdict[str, list[Band]] = defaultdict(list)
    for item in see.value(BANDS) or ():
        path = f"{BANDS}/{item}"
        level, result, credit = (
            see.value(f"{path}/{name}") for name in ("level", "worse_than", "percent")
        )
        if level in (see.value("metrics/levels") or ()) and None not in (result, credit):
            bands[level].append((path, result, credit))
    for level, found in bands.items():
        yield from _of_level(see, level, found)


def _of_level(see: Sees, level: str, bands: list[Band]) -> Iterator[Finding]:
    direction = see.value(f"{level_path(level)}/direction")
    if direction is None:
        return
    best_first = sorted(bands, key=lambda band: band[1], reverse=direction is Direction.AT_LEAST)
    yield from _order(best_first)
    yield from _limits(see, level, direction, best_first)


def _order(best_first: list[Band]) -> Iterator[Finding]:
    """The worse the result, the higher the credit; no result twice."""
    for (_, result, credit), (path, worse, more) in pairwise(best_first):
        if result == worse:
            yield Finding(
                path,
                Severity.BLOCKER,
                f"Two bands of credits begin at {worse}. Keep one of them.",
                "R18",
            )
        elif more <= credit:
            yield Finding(
                f"{path}/percent",
                Severity.BLOCKER,
                f"From {worse} on, the credit is {more}%, although a better result, {result}, "
                f"already gives {credit}%. A worse result needs a higher credit.",
                "R18",
            )


def _limits(
    see: Sees, level: str, direction: Direction, best_first: list[Band]
) -> Iterator[Finding]:
    cap = see.value(f"{CREDITS}/cap_percent")
    target = see.value(f"{level_path(level)}/target")
    for path, result, credit in best_first:
        if cap is not None and credit > cap:
            yield Finding(
                f"{path}/percent",
                Severity.WARNING,
                f"A credit of {credit}% can never be paid in full: the cap is {cap}%.",
                "R20",
            )
        if target is not None and result != target and meets(result, target, direction.value):
            side = "below" if direction is Direction.AT_LEAST else "above"
            yield Finding(
                f"{path}/worse_than",
                Severity.WARNING,
                f"A credit would be due {side} {result}, although the target, {target}, can be "
                "met there. Start the band at the target or on its worse side.",
                "R18",
            )
