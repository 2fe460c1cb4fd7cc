"""What a merge brought, in words: the clashes of an agreement, and what was taken over."""

from collections.abc import Collection, Iterator
from datetime import date, datetime

from slaeditor.agreement import Agreement, ClauseChange
from slaeditor.bidi import isolated
from slaeditor.changes import Change, diff
from slaeditor.clashes import Clash, Part, open_clashes, parts
from slaeditor.document.view import View
from slaeditor.editing.fitting import value_path
from slaeditor.errors import Refused, UnknownPath
from slaeditor.i18n import _, ngettext
from slaeditor.moments import moment_in_sentence
from slaeditor.paths import place_at
from ui.clashes.card import Versions
from ui.clashes.taken import TakenOver
from ui.clashes.words import value_words, where_and_name, words_at

_MOST_LINES = 6
_UNSEEN = ("clashes", "proposed")
_NAMES = {
    "comments": _("Comments"),
    "negotiation": _("Record of the negotiation"),
    "wording": _("Edition of the standard wording"),
}


def versions_to_decide(agreement: Agreement, today: date) -> tuple[Versions, ...]:
    """The clashes that wait, each with both of its versions; those nobody can read are left out."""
    view = View(agreement, today)
    return tuple(_versions(view, clash) for clash in open_clashes(agreement))


def _versions(view: View, clash: Clash) -> Versions:
    where, name = _where_and_name(view, clash.path)
    try:
        found = parts(view.agreement, clash)
        here = _side(view, [(each, each.here) for each in found])
        other = _side(view, [(each, each.other) for each in found])
        here = _beginning(here) if clash.other is None else here
    except (Refused, UnknownPath) as error:
        here, other = words_at(view, clash.path), str(error)
    return Versions(
        id=clash.id,
        path=clash.path,
        where=where,
        name=name,
        here=here,
        other=None if clash.other is None else other,
        origin=origin_words(clash),
    )


def _side(view: View, found: list[tuple[Part, object]]) -> str:
    """One side of a clash: the value, or a line for each field of which it is made."""
    if len(found) == 1:
        part, value = found[0]
        return _words(view, part.path, value)
    lines = [(part.path, _words(view, part.path, value)) for part, value in found]
    return "\n".join(f"{_label(view, path)}: {words}" for path, words in lines if words)


def _beginning(text: str) -> str:
    """The first lines of an item that there is nothing to compare with."""
    lines = text.split("\n")
    more = len(lines) - _MOST_LINES
    if more <= 0:
        return text
    rest = ngettext("… and {count} more line", "… and {count} more lines", more)
    return "\n".join((*lines[:_MOST_LINES], rest.format(count=more)))


def _words(view: View, path: str, value: object) -> str:
    if isinstance(value, ClauseChange):
        return value.text or ""
    return value_words(view, path, value)


def _label(view: View, path: str) -> str:
    try:
        return place_at(view.agreement, path).field.gap_label
    except UnknownPath:
        return path


def origin_words(clash: Clash) -> str:
    """Who has the other version, and since when: "From Anna’s laptop, today at 14:32"."""
    name = isolated(clash.origin) if clash.origin else _("another computer")
    try:
        moment = datetime.fromisoformat(clash.moment or "")
    except ValueError:
        return _("From {name}").format(name=name)
    return _("From {name}, {moment}").format(name=name, moment=moment_in_sentence(moment))


def taken_over(
    before: Agreement, after: Agreement, today: date, when: str, but: Collection[str] = ()
) -> tuple[TakenOver, ...]:
    """What differs between two states, value by value; `when` says when it came.

    Values at the paths in `but`, which have two versions, are not among it.
    """
    old, new = View(before, today), View(after, today)
    found = {}
    for path, change in _changed(before, after):
        if any(path == each or path.startswith(f"{each}/") for each in but):
            continue
        view = new if change.after is not None else old
        where, name = _where_and_name(view, path)
        texts = _text_at(old, path), _text_at(new, path)
        found[path] = TakenOver(path, where, name, *texts, when)
    return tuple(found.values())


def _changed(before: Agreement, after: Agreement) -> Iterator[tuple[str, Change]]:
    """The values that changed, once each; lists that nobody fills in by hand as a whole."""
    seen = set()
    for change in diff(before, after):
        head = change.path.partition("/")[0]
        path = head if head in _NAMES else value_path(change.path)
        if head not in _UNSEEN and path not in seen:
            seen.add(path)
            yield path, change


def _where_and_name(view: View, path: str) -> tuple[str, str]:
    head, _slash, rest = path.partition("/")
    if head in _NAMES:
        return "", _NAMES[head]
    if head == "clauses" and rest:
        return _("Wording"), _("Clause {id}").format(id=rest.partition("/")[0])
    return where_and_name(view, path)


def _text_at(view: View, path: str) -> str:
    head, _slash, rest = path.partition("/")
    if head == "clauses" and rest:
        clause = view.clause_changes.get(rest.partition("/")[0])
        return (clause.text or "") if clause is not None else ""
    if head in _NAMES and head != "wording":
        return _("{count} entries").format(count=len(getattr(view.agreement, head)))
    return words_at(view, path)
