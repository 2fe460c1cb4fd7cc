"""What is doubtful about services, hours, duties, maintenance and volume."""

from collections.abc import Iterator

from slaeditor.bidi import isolated
from slaeditor.finding import Finding, Severity
from slaeditor.values import Week
from slaeditor.view import Sees

SERVICES = "scope/services"
HOURS = "scope/service_hours"
SUPPORT = "scope/support_hours"
MAINTENANCE = "scope/maintenance"
WORKLOAD = "scope/workload"
DEPENDENCIES = "scope/dependencies"
LEVELS = "metrics/levels"


def findings(see: Sees) -> Iterator[Finding]:
    """The findings of the scope."""
    yield from _services(see)
    yield from _support(see)
    yield from _maintenance(see)
    yield from _volume(see)
    yield from _dependencies(see)


def _ids(see: Sees, path: str) -> tuple[str, ...]:
    found: tuple[str, ...] = see.value(path) or ()
    return found


def _services(see: Sees) -> Iterator[Finding]:
    seen: set[str] = set()
    for item in _ids(see, SERVICES):
        path = f"{SERVICES}/{item}/name"
        name = str(see.value(path) or "").strip()
        if name and name.casefold() in seen:
            yield Finding(
                path,
                Severity.WARNING,
                f"Two services are called “{isolated(name)}”. Give them different names, so that "
                "a service level can say which one it is about.",
                "services",
            )
        seen.add(name.casefold())


def _support(see: Sees) -> Iterator[Finding]:
    """Office hours of support that follow a service around the clock, holidays included.

    What the Support Hours leave open is as for the Service Hours; around the clock, these include
    the public holidays, so somebody would have to answer on them.
    """
    week = see.value(f"{SUPPORT}/week") if see.has(f"{SUPPORT}/week") else None
    follows = week is not None and week != Week.always and not see.has(f"{SUPPORT}/holidays")
    if follows and see.value(f"{HOURS}/week") == Week.always:
        yield Finding(
            f"{SUPPORT}/holidays",
            Severity.WARNING,
            "The Service Hours include public holidays, and the Support Hours follow them: "
            "somebody has to answer on public holidays too. Name the place whose holidays are "
            "left out, or write None.",
            "R17",
        )


def _maintenance(see: Sees) -> Iterator[Finding]:
    """A window needs a notice and a cap; one that counts nowhere and ends nowhere blocks."""
    window = see.value(f"{MAINTENANCE}/window")
    if not see.has(f"{MAINTENANCE}/window") or not isinstance(window, Week):
        return
    if not see.has(f"{MAINTENANCE}/cap_hours"):
        if _overlaps(see, window) and not _is_excluded(see):
            yield Finding(
                f"{MAINTENANCE}/cap_hours",
                Severity.BLOCKER,
                "The maintenance window lies within the Service Hours, but such work is neither "
                "limited nor left out of the count. Set a cap for a calendar month, or choose "
                "the standard exclusions for the level of availability.",
                "R13",
            )
        else:
            yield Finding(
                f"{MAINTENANCE}/cap_hours",
                Severity.WARNING,
                "The maintenance window has no cap. Say how many hours a calendar month it may "
                "take at most, or the promise can be used up by planned work.",
                "R13",
            )
    if not see.has(f"{MAINTENANCE}/notice_length"):
        yield Finding(
            f"{MAINTENANCE}/notice_length",
            Severity.WARNING,
            "Maintenance needs no announcement yet. Say how long before it has to be announced.",
            "R13",
        )


def _overlaps(see: Sees, window: Week) -> bool:
    """Whether the window lies within the Service Hours, in the same local time."""
    hours = see.value(f"{HOURS}/week")
    return isinstance(hours, Week) and bool(window.minutes_shared(hours))


def _is_excluded(see: Sees) -> bool:
    """Whether every level of availability leaves Planned Maintenance out of its count."""
    levels = [
        f"{LEVELS}/{item}"
        for item in _ids(see, LEVELS)
        if see.value(f"{LEVELS}/{item}/category") == "availability"
    ]
    return all(see.value(f"{level}/exclusions") != "none" for level in levels)


def _volume(see: Sees) -> Iterator[Finding]:
    for item in _ids(see, WORKLOAD):
        path = f"{WORKLOAD}/{item}"
        lower, upper = see.value(f"{path}/lower"), see.value(f"{path}/upper")
        if lower is not None and upper is not None and lower > upper:
            what = see.value(f"{path}/what") or "The planned volume"
            yield Finding(
                f"{path}/upper",
                Severity.BLOCKER,
                f"{what}: “at most” is less than “at least”. Swap the two numbers.",
                "volume",
            )


def _dependencies(see: Sees) -> Iterator[Finding]:
    """A critical dependency that no agreement covers."""
    for item in _ids(see, DEPENDENCIES):
        path = f"{DEPENDENCIES}/{item}"
        if see.value(f"{path}/critical") is True and not see.has(f"{path}/agreement"):
            name = see.value(f"{path}/name") or "a dependency"
            yield Finding(
                f"{path}/agreement",
                Severity.WARNING,
                f"The service fails with {name}, but no agreement covers it. Name the agreement "
                "that does, or make one.",
                "R30",
            )
