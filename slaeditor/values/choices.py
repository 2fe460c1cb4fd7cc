"""Reading and writing a value that is one of a few words."""

from functools import cache
from typing import Final

from slaeditor.choice import Choice
from slaeditor.errors import Unreadable
from slaeditor.values.language import folded, tidy

__all__ = ["Choice", "ChoiceType", "choice_type"]


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
