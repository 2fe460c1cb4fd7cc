"""Bringing drafts of older versions up to date: pure functions on dicts, one per step.

A step takes a draft of schema n and returns one of schema n + 1; it must not change its argument.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

Draft = dict[str, Any]
Step = Callable[[Draft], Draft]

SCHEMA = 2
"""The schema number that this version of the program writes."""


def _with_clashes(draft: Draft) -> Draft:
    """1 → 2: an agreement may keep `clashes`. None of the older ones has any."""
    return {key: value for key, value in draft.items() if key != "clashes"}


class Migrations(NamedTuple):
    """The schema number written now, and the steps that lead there: `{from: step}`."""

    schema: int = SCHEMA
    steps: Mapping[int, Step] = MappingProxyType({1: _with_clashes})

    def brought_up_to_date(self, draft: Draft, schema: int) -> Draft:
        """`draft`, stored with number `schema`, as this version has it.

        Raises `KeyError` when a step is missing, which a test of the table excludes.
        """
        for number in range(schema, self.schema):
            draft = self.steps[number](draft)
        return draft


CURRENT = Migrations()
