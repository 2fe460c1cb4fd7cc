"""Decisions about clashes, each of them one step of the open draft."""

from collections.abc import Iterable, Sequence
from datetime import date

from slaeditor.agreement import Agreement
from slaeditor.bidi import isolated
from slaeditor.changes import applied
from slaeditor.clashes import keep, take_other
from slaeditor.document.view import View
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.i18n import _, ngettext
from slaeditor.paths import place_at, replaced
from slaeditor.reading import read_value
from ui.clashes.card import Outcome, Versions


def decide(draft: OpenDraft, clashes: Iterable[Versions], outcome: Outcome) -> None:
    """Settle clashes with what stands here, or with the other version, in one step.

    Raises Refused where the other version can't be put in place; nothing is changed then.
    """
    wanted = tuple(clashes)
    settle = take_other if outcome is Outcome.OTHER else keep
    new: Agreement = draft.agreement
    for each in wanted:
        new = applied(new, settle(new, each.id))
    draft.replace(new, _label(wanted, outcome))


def decide_on_text(draft: OpenDraft, clash: Versions, text: str, today: date) -> None:
    """Settle a clash with a third version, in one step.

    Raises Unreadable where the text can't be read; nothing is changed then.
    """
    agreement, path = draft.agreement, clash.path
    view = View(agreement, today)
    value = read_value(place_at(agreement, path), text, agreement.language_tag, view)
    new = applied(agreement, keep(agreement, clash.id))
    new = replaced(new, path, value)
    for marks in ("entered", "proposed"):
        new = replaced(new, f"{marks}/{path}", None)
    draft.replace(new, _("Edit {name}").format(name=isolated(clash.name)))


def outcome_words(clashes: Sequence[Versions], outcome: Outcome) -> str:
    """What was decided, for a short message."""
    if len(clashes) > 1:
        return ngettext("{count} value decided", "{count} values decided", len(clashes)).format(
            count=len(clashes)
        )
    words = {
        Outcome.HERE: _("Kept as it is: {name}"),
        Outcome.OTHER: _("Other version taken: {name}"),
    }
    return words.get(outcome, _("Edited: {name}")).format(name=isolated(clashes[0].name))


def _label(clashes: tuple[Versions, ...], outcome: Outcome) -> str:
    if len(clashes) == 1:
        words = (
            _("Take the other version of {name}")
            if outcome is Outcome.OTHER
            else _("Keep {name} as it is")
        )
        return words.format(name=isolated(clashes[0].name))
    count = len(clashes)
    words = (
        ngettext("Take {count} other version", "Take {count} other versions", count)
        if outcome is Outcome.OTHER
        else ngettext("Keep {count} value as it is", "Keep {count} values as they are", count)
    )
    return words.format(count=count)
