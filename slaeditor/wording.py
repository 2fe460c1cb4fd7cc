"""What clauses say: the texts in resources/wording, by language, version, clause id and variant."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from slaeditor.errors import Damaged
from slaeditor.field import Form

PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text: fixed words, or the name of a placeholder."""

    text: str
    is_placeholder: bool


@cache
def pieces(template: str) -> tuple[Piece, ...]:
    """A text cut at its placeholders; braces without a name stay text."""
    found: list[Piece] = []
    end = 0
    for match in PLACEHOLDER.finditer(template):
        if match.start() > end:
            found.append(Piece(template[end : match.start()], is_placeholder=False))
        found.append(Piece(match[1].strip(), is_placeholder=True))
        end = match.end()
    if end < len(template):
        found.append(Piece(template[end:], is_placeholder=False))
    return tuple(found)


def placeholders(template: str) -> frozenset[str]:
    """The names of all placeholders in a text."""
    return frozenset(piece.text for piece in pieces(template) if piece.is_placeholder)


@cache
def _section(language: str, version: str, section: str) -> dict[str, Any]:
    folder = files("resources") / "wording" / language.partition("-")[0] / version
    file = folder / f"{section}.toml"
    if not file.is_file() and folder.is_dir():
        return {}  # a section that this wording hasn't, asked for by a clause of one's own
    if not file.is_file():
        raise Damaged(
            f"This agreement uses the wording “{version}” ({section}), which this version of the "
            "program doesn't have. Update the program to open it."
        )
    return tomllib.loads(file.read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts of one language and version. Released versions never change."""

    language: str
    version: str

    def variants(self, key: str) -> dict[str, Any]:
        """All variants below a clause id such as `duration.term`; empty where there are none."""
        section, _, name = key.partition(".")
        return dict(_section(self.language, self.version, section).get(name, {}))

    def has(self, key: str, variant: str) -> bool:
        """Whether there is a text for this clause and variant, in either form."""
        return variant in self.variants(key)

    def text(self, key: str, variant: str, form: Form) -> str:
        """The text with its placeholders. Raises Damaged where the wording has none."""
        found = self.variants(key).get(variant)
        if isinstance(found, dict):
            found = found.get(form.value)
        if not isinstance(found, str):
            raise Damaged(f"The wording has no text for {key} ({variant}, {form.value}).")
        return found

    def table(self, section: str) -> dict[str, Any]:
        """A whole file of the wording, such as the defined terms."""
        return _section(self.language, self.version, section)
