"""What the clauses on priorities say, and where they say nothing."""

from typing import Any

from tests.unit.sections.metrics.test_clauses import external, internal, levels

RANKS: list[dict[str, Any]] = [
    {"id": "one", "name": "Priority 1", "meaning": "a stop.", "example": "nobody can log in"},
    {"id": "two", "name": "Priority 2"},
]


def test_priorities_say_what_belongs_to_them_and_who_decides() -> None:
    said = external(levels=levels(), priorities=RANKS, priority_decided_by="the service desk")
    assert said["metrics.priorities@one"] == (
        "“Priority 1”: a stop (for example, nobody can log in); and"
    )
    assert said["metrics.priorities@two"] == "“Priority 2”: [Cases of the priority]."
    assert said["metrics.priorities@decides"] == (
        "The following decides which priority a case has, and whether it is changed: the service "
        "desk."
    )
    undecided = internal(levels=levels(), priorities=RANKS)["metrics.priorities@decides"]
    assert undecided.endswith(": [Who decides on the priority].")
    assert "metrics.priorities" not in external(levels=levels())
