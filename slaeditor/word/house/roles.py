"""Which of a firm's styles are proposed for which place of a document."""

import re
from collections.abc import Iterator, Mapping, Sequence

from slaeditor.errors import HouseRefused
from slaeditor.i18n import _
from slaeditor.word.house.places import BY_NAME, CHAIN, PLACES
from slaeditor.word.house.sheet import Binding, Sheet, Style

_NAMES: Mapping[str, re.Pattern[str]] = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "title": r"(document |agreement )?title",
        "text": r"body text",
        "body": r"body text (indent|2)|clause text",
        "definition": r".*\bdefinitions?( text)?",
        "party": r".*\bpart(y|ies)",
        "recital": r".*\b(recitals?|whereas)",
        "schedule": r".*\b(schedule|annex|appendix|exhibit)( heading| title)?( ?1)?",
        "table-head": r".*\btable (head(er|ing)?s?|title row)",
        "table-text": r".*\btable (text|body|contents?|cell)",
    }.items()
}
"""What styles for a place are commonly called; the whole name has to fit."""

_SCHEDULE = re.compile(r"\b(schedule|annex|appendix|exhibit)\b", re.IGNORECASE)
_TITLE_OF_SECTION = re.compile(r"heading 1|.*\b(article|section|heading)\b.*", re.IGNORECASE)


def proposed(sheet: Sheet) -> dict[str, str]:
    """The firm's style for each place, as far as the template tells; a person confirms it.

    The multilevel list that most styles are bound to gives headings, clauses and items; the others
    are found by their names and their place in the outline.
    """
    found = _by_list(sheet)
    if "heading" not in found and (style := _unnumbered_heading(sheet)):
        found["heading"] = style
    taken = set(found.values())
    for name, pattern in _NAMES.items():
        if called := _called(sheet, name, pattern, taken):
            found[name] = called
            taken.add(called)
    tables = [each.id for each in sheet.of_type("table") if each.is_custom]
    if len(tables) == 1:
        found["table"] = tables[0]
    return {place.name: found[place.name] for place in PLACES if place.name in found}


def _called(sheet: Sheet, name: str, pattern: re.Pattern[str], taken: set[str]) -> str:
    """The first free style with a fitting name that numbers if, and only if, its place does."""
    return next(
        (
            style.id
            for style in sheet.of_type("paragraph")
            if style.id not in taken
            and pattern.fullmatch(style.name)
            and bool(sheet.numbers(style.id)) == BY_NAME[name].is_numbered
        ),
        "",
    )


def _by_list(sheet: Sheet) -> dict[str, str]:
    """Headings, clauses and items from the list that most styles are bound to."""
    bound: dict[int, list[tuple[Binding, Style]]] = {}
    for style in sheet.of_type("paragraph"):
        if binding := sheet.numbers(style.id):
            bound.setdefault(binding.abstract, []).append((binding, style))
    lists = sorted(map(_one_each, bound.values()), key=lambda e: (-len(e), -_titled(e)))
    if not lists or (len(lists[0]) < 2 and not _titled(lists[0])):
        return {}
    return dict(zip(CHAIN, (style.id for _binding, style in lists[0]), strict=False))


def _one_each(entries: Sequence[tuple[Binding, Style]]) -> list[tuple[Binding, Style]]:
    """One style for each level, from the first down: of several, the one named first."""
    by_level: dict[int, tuple[Binding, Style]] = {}
    for binding, style in entries:
        by_level.setdefault(binding.level, (binding, style))
    return [by_level[level] for level in sorted(by_level)]


def _titled(entries: Sequence[tuple[Binding, Style]]) -> int:
    """How surely the first level of a list is a heading: 2 by its outline, 1 by its name, or 0."""
    style = entries[0][1]
    if _SCHEDULE.search(style.name):
        return 0
    return 2 if style.outline == 0 else int(bool(_TITLE_OF_SECTION.fullmatch(style.name)))


def _unnumbered_heading(sheet: Sheet) -> str:
    """The style of headings where no list numbers them: Word's own, else the first of a firm's."""
    known = sheet.named("heading 1")
    styles: Iterator[Style] = (s for s in sheet.of_type("paragraph") if s.outline == 0)
    first = known or next(styles, None)
    return first.id if first is not None else ""


def checked(sheet: Sheet, wanted: Mapping[str, str]) -> dict[str, str]:
    """Styles given by id or by name, as ids; an empty one stays empty and means our own.

    Raises HouseRefused for a place or a style that isn't there.
    """
    return {_known_place(name): _known_style(sheet, name, word) for name, word in wanted.items()}


def _known_place(name: str) -> str:
    if name not in BY_NAME:
        raise HouseRefused(
            _("There is no role “{name}”. The roles are: {names}.").format(
                name=name, names=", ".join(BY_NAME)
            )
        )
    return name


def _known_style(sheet: Sheet, place: str, word: str) -> str:
    kind = "table" if BY_NAME[place].is_table else "paragraph"
    if not word:
        return ""
    style = sheet.styles.get(word)
    if style is None or style.type != kind:
        style = sheet.named(word, kind)
    if style is None:
        there = ", ".join(dict.fromkeys(each.name or each.id for each in sheet.of_type(kind)))
        raise HouseRefused(
            _("The template has no {kind} style “{word}”. It has: {names}.").format(
                kind=_("table") if kind == "table" else _("paragraph"),
                word=word,
                names=there or _("none"),
            )
        )
    return style.id
