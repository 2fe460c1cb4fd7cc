"""Texts of one line and of several, and the answer yes or no."""

import re
from typing import Final

from slaeditor.errors import Unreadable
from slaeditor.values.language import base_of, folded, tidy

NONE_STATED: Final = "None"
"""What a prose list holds when somebody said that there is deliberately nothing."""

_NONE_WORDS: Final = {"de": ("Keine", "keine keiner keines"), "fr": ("Aucun", "aucun aucune neant")}
_LINE_BREAK: Final = "\r\n|[\n\r\v\f\x85\u2028\u2029]"
_PARAGRAPH_BREAK: Final = "\r\n|[\r\x85\u2028\u2029]"
_LONE_SURROGATE: Final = "[\ud800-\udfff]"
_YES_NO_WORDS: Final = {"en": ("yes", "no"), "de": ("ja", "nein"), "fr": ("oui", "non")}
_ALWAYS_READ: Final = {
    **dict.fromkeys(("yes", "true", "y"), True),
    **dict.fromkeys(("no", "false", "n"), False),
}


def storable(text: str) -> str:
    """The text with half surrogates as U+FFFD: everything that UTF-8 can hold is kept."""
    return re.sub(_LONE_SURROGATE, "\ufffd", text)


def is_none_stated(text: str | None) -> bool:
    """Whether the text says that there is deliberately nothing: "none", "None.", " NONE "."""
    return text is not None and tidy(text).rstrip(".").strip().casefold() == "none"


class _Text:
    """One line. Line breaks become blanks; nothing else is changed."""

    name: Final = "text"

    def read(self, text: str, language: str) -> str:
        """The text on one line; empty where it holds only white space."""
        line = re.sub(_LINE_BREAK, " ", storable(text))
        return line if line.strip() else ""

    def write(self, value: object, language: str) -> str:
        """The text itself."""
        return str(value)


class _Prose:
    """Several lines, kept as typed; line breaks are line feeds."""

    name: Final = "prose"

    def read(self, text: str, language: str) -> str:
        """The text as typed, or `NONE_STATED` where it says that there is nothing."""
        if is_none_stated(text):
            return NONE_STATED
        word = tidy(folded(text)).rstrip(".").strip()
        _, others = _NONE_WORDS.get(base_of(language), ("", ""))
        if word in others.split():
            return NONE_STATED
        prose = re.sub(_PARAGRAPH_BREAK, "\n", storable(text))
        return prose if prose.strip() else ""

    def write(self, value: object, language: str) -> str:
        """The text itself; a deliberate "None" in the language's own word."""
        if value == NONE_STATED:
            return _NONE_WORDS.get(base_of(language), (NONE_STATED, ""))[0]
        return str(value)


class _YesNo:
    """The answer to a question."""

    name: Final = "yes-no"

    def read(self, text: str, language: str) -> bool:
        """True for yes, False for no; English words are understood in every language."""
        yes, no = _YES_NO_WORDS.get(base_of(language), _YES_NO_WORDS["en"])
        words = {**_ALWAYS_READ, yes: True, no: False}
        answer = words.get(tidy(text).rstrip(".").casefold())
        if answer is None:
            raise Unreadable(f"Answer “{yes}” or “{no}”.")
        return answer

    def write(self, value: object, language: str) -> str:
        """The language's word for yes or no."""
        yes, no = _YES_NO_WORDS.get(base_of(language), _YES_NO_WORDS["en"])
        return yes if value else no


TEXT: Final = _Text()
PROSE: Final = _Prose()
YES_NO: Final = _YesNo()
