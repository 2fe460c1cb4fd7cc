"""A value that is one of a few words, and the two outlines that a document can follow.

Light on purpose: the list of agreements names kinds and states before anything else is loaded.
"""

from enum import StrEnum
from typing import Self


class Choice(StrEnum):
    """Base of the enumerations that a field can hold; `label` is what a person sees.

    Members are written `SAME = "same-legal-entity", "Yes, the same legal entity"`; the value is
    what is stored and stays for ever, the label may change.
    """

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Make the member whose stored word is `value`."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def of(cls, value: str) -> Self:
        """The member whose stored word is `value`. Raises KeyError where there is none."""
        return {member.value: member for member in cls}[value]


class Form(StrEnum):
    """Which outline a document follows: a commitment within a company, or a contract."""

    INTERNAL = "internal"
    EXTERNAL = "external"
