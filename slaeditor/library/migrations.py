"""Bringing drafts of older versions up to date: pure functions on dicts, one per step.

A step takes a draft of schema n and returns one of schema n + 1; it must not change its argument.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Draft = dict[str, Any]
Step = Callable[[Draft], Draft]

SCHEMA = 1
"""The schema number that this version of the program writes."""


@dataclass(frozen=True, slots=True)
class Migrations:
    """The schema number written now, and the steps that lead there: `{from: step}`."""

    schema: int = SCHEMA
    steps: Mapping[int, Step] = field(default_factory=dict)

    def brought_up_to_date(self, draft: Draft, schema: int) -> Draft:
        """`draft`, stored with number `schema`, as this version has it.

        Raises `KeyError` when a step is missing, which a test of the table excludes.
        """
        for number in range(schema, self.schema):
            draft = self.steps[number](draft)
        return draft


CURRENT = Migrations()
