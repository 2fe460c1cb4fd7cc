"""What is doubtful about the table of service credits."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from slaeditor.figures.baseline import meets
from slaeditor.finding import Finding, Severity
from slaeditor.kinds import Owner, Side
from slaeditor.sections.metrics.baseline import Status
from slaeditor.sections.metrics.choices import Direction
from slaeditor.sections.metrics.past_checks import called
from slaeditor.sections.metrics.words import level_path, status
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
        if level not in (see.value("metrics/levels") or ()):
            continue
        yield from _debtor(see, level, path)
        if None not in (result, credit):
            bands[level].append((path, result, credit))
    for level, found in bands.items():
        yield from _of_level(see, level, found)


def _debtor(see: Sees, level: str, path: str) -> Iterator[Finding]:
    """Credits are given by the provider, for a level that it owes and that can be missed."""
    provider, customer = see.label(Side.PROVIDER), see.label(Side.CUSTOMER)
    owner = see.value(f"{level_path(level)}/owed_by")
    if owner is Owner.CUSTOMER:
        yield Finding(
            f"{path}/level",
            Severity.BLOCKER,
            f"{called(see, level)} is owed by {customer}, but service credits are what {provider} "
            f"gives {customer}. Choose a level that {provider} owes, or remove the band.",
            "credits",
        )
    if owner is Owner.BOTH:
        yield Finding(
            f"{path}/level",
            Severity.WARNING,
            f"{called(see, level)} is owed by both sides: {provider} would give a credit also for "
            f"a miss that {customer} has caused. Choose a level that {provider} alone owes.",
            "credits",
        )
    if status(see, level) is Status.REPORT_ONLY:
        yield Finding(
            f"{path}/level",
            Severity.BLOCKER,
            f"{called(see, level)} is only reported, so nothing follows from its results. Choose "
            "another level, or remove the band.",
            "credits",
        )


def _of_level(see: Sees, level: str, bands: list[Band]) -> Iterator[Finding]:
    direction = see.value(f"{level_path(level)}/direction")
    if direction is None:
        return
    best_first = sorted(bands, key=lambda band: band[1], reverse=direction is Direction.AT_LEAST)
    yield from _order(best_first)
    yield from _cap(see, best_first)
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


def _cap(see: Sees, best_first: list[Band]) -> Iterator[Finding]:
    cap = see.value(f"{CREDITS}/cap_percent")
    for path, _, credit in best_first:
        if cap is not None and credit > cap:
            yield Finding(
                f"{path}/percent",
                Severity.WARNING,
                f"A credit of {credit}% can never be paid in full: the cap is {cap}%.",
                "R20",
            )


def _limits(
    see: Sees, level: str, direction: Direction, best_first: list[Band]
) -> Iterator[Finding]:
    """The bands begin where the clause says that a credit is due.

    That is at the Minimum Level, or at the target of a level that has none: a better result gives
    no credit whatever the table says, and a worse one has to find its band.
    """
    at, side = level_path(level), "below" if direction is Direction.AT_LEAST else "above"
    name = "minimum" if see.has(f"{at}/minimum") else "target"
    limit = see.value(f"{at}/{name}") if see.has(f"{at}/{name}") else None
    if limit is None:
        return
    what = "Minimum Level" if name == "minimum" else "target"
    for path, result, _ in best_first:
        if result != limit and meets(result, limit, direction.value):
            yield Finding(
                f"{path}/worse_than",
                Severity.BLOCKER if name == "minimum" else Severity.WARNING,
                f"{called(see, level)}: the table states a credit {side} {result}, but none is "
                f"due before the {what}, {limit}, is missed. Start the band at the {what} or on "
                "its worse side.",
                "R18",
            )
    path, result, _ = best_first[0]
    if result != limit and not meets(result, limit, direction.value):
        yield Finding(
            f"{path}/worse_than",
            Severity.WARNING,
            f"{called(see, level)}: a result {side} {limit} misses the {what}, but the table "
            f"states no credit before {result}. Start the first band at the {what}.",
            "R18",
        )
