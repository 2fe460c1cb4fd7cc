"""Where words stand in a stored draft: the answer that holds them, and a piece of its text."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from slaeditor.agreement import SECTIONS, Agreement
from slaeditor.errors import UnknownPath
from slaeditor.field import Field
from slaeditor.library.migrations import Draft
from slaeditor.library.words import place_of, words_of
from slaeditor.paths import Spec, spec_at
from slaeditor.values.choices import Choice

_BEFORE, _AFTER = 36, 120  # characters shown around the words found


class Passage(NamedTuple):
    """A place in an agreement; `where` names section and question, `matched` is what was found.

    `before` and `after` stand around it, on one line, with "…" where the text goes on.
    """

    path: str
    where: str
    before: str
    matched: str
    after: str

    @property
    def text(self) -> str:
        """The piece of text in one."""
        return f"{self.before}{self.matched}{self.after}"


def passage(draft: Draft, words: str) -> Passage | None:
    """The answer in which most of the words stand, the first of those; None where none does.

    Texts go before the words of a choice. Case and accents don't matter.
    """
    wanted = sorted(words_of(words), key=len, reverse=True)
    best: tuple[int, bool, str, str, tuple[int, int]] | None = None
    for path, text in _answers(draft, ""):
        places = [place for word in wanted if (place := place_of(text, word))]
        if not places:
            continue
        is_text = not _choice_at(path)
        if best is None or (len(places), is_text) > best[:2]:
            best = len(places), is_text, path, text, places[0]
    return None if best is None else _shown(*best[2:])


def _shown(path: str, text: str, place: tuple[int, int]) -> Passage:
    label = _label(path, text)
    if label:
        text, place = label, (0, len(label))
    start, end = place
    return Passage(
        path,
        _where(path),
        _shortened(text[:start], _BEFORE, at_its_end=True),
        text[start:end],
        _shortened(text[end:], _AFTER),
    )


def _shortened(text: str, most: int, *, at_its_end: bool = False) -> str:
    """As much of a text as fits, on one line, whole words, with "…" for the rest."""
    line = text.replace("\n", " ")
    if len(line) <= most:
        return line
    if at_its_end:
        return "…" + (line[-most:].partition(" ")[2] or line[-most:])
    return (line[:most].rpartition(" ")[0] or line[:most]) + "…"


def _answers(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every text of a draft with its path; typed text that can't be read is its field's."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for each in value:
            yield from _answers(each, _below(path, each.get("id") if type(each) is dict else ""))
    elif isinstance(value, dict):
        for key, each in value.items():
            if key != "id":
                yield from _answers(each, key if path == "entered" else _below(path, key))


def _below(path: str, name: object) -> str:
    return f"{path}/{name}" if path and name else path or str(name)


def _spec(path: str) -> Spec | None:
    try:
        return spec_at(Agreement, path)
    except UnknownPath:
        return None


def _choice_at(path: str) -> type[Choice] | None:
    spec = _spec(path)
    return spec.hint if spec is not None and issubclass(spec.hint, Choice) else None


def _label(path: str, stored: str) -> str:
    """What a person sees of the stored word of a choice; empty for any other text."""
    choice = _choice_at(path)
    labels = {each.value: each.label for each in choice} if choice is not None else {}
    return labels.get(stored, "")


def _where(path: str) -> str:
    """The section and the question of a path in words: "Scope, What is delivered"."""
    spec, around = _spec(path), _spec(path.rpartition("/")[0]) if "/" in path else None
    field = spec.field if spec is not None else None
    section = SECTIONS.get(path.partition("/")[0]) or SECTIONS.get(field.screen if field else "")
    return ", ".join(part for part in (section, _question(field, around)) if part)


def _question(field: Field | None, around: Spec | None) -> str:
    if field is None:
        return ""
    above = around.field.gap if around is not None and around.field is not None else ""
    return f"{above}: {field.gap_label}" if above and not field.gap else field.gap_label
