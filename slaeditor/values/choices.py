"""A value that is one of a few words."""

from enum import StrEnum
from functools import cache
from typing import Final, Self

from slaeditor.errors import Unreadable
from slaeditor.values.language import folded, tidy


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


class ChoiceType:
    """Reads a stored word or a label, in any case; writes the label."""

    name: Final = "choice"

    def __init__(self, choices: type[Choice]) -> None:
        self.choices: Final = choices

    def read(self, text: str, language: str) -> Choice:
        """The member whose stored word or label is `text`; beginnings of words don't count."""
        wanted = _key(text)
        for member in self.choices:
            if wanted == _key(member.value):
                return member
        named = [member for member in self.choices if wanted == _key(member.label)]
        if len(named) == 1:
            return named[0]
        words = ", ".join(f"“{member.value}”" for member in self.choices)
        raise Unreadable(f"Choose one of {words}.")

    def write(self, value: object, language: str) -> str:
        """The member's label, or its stored word where two members share a label."""
        return _labels(self.choices)[str(value)]


@cache
def _labels(choices: type[Choice]) -> dict[str, str]:
    """How each member is written, by its stored word.

    By class, not by member: members of two classes with the same word are equal as cache keys.
    """
    return {member.value: _written(member) for member in choices}


def _written(member: Choice) -> str:
    others = [other for other in type(member) if other is not member]
    taken = {_key(text) for other in others for text in (other.label, other.value)}
    return member.value if _key(member.label) in taken else member.label


@cache
def choice_type(choices: type[Choice]) -> ChoiceType:
    """The one `ChoiceType` of an enumeration."""
    return ChoiceType(choices)


def _key(text: str) -> str:
    """The text as compared: case, accents, hyphens and underscores don't matter."""
    return tidy(folded(text).replace("-", " ").replace("_", " ")).strip(".")
