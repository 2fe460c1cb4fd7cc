"""What the review says in words: counts, who and when, and the names of sections."""

from collections.abc import Iterable
from datetime import datetime

from slaeditor.agreement import SECTIONS
from slaeditor.bidi import isolated
from slaeditor.i18n import _
from slaeditor.moments import moment_in_full
from slaeditor.returned import Author
from slaeditor.review.proposal import Proposal, Review
from ui.review.decisions import Decisions

_OTHER_SECTIONS = {"general": _("General")}


def section_words(section: str) -> str:
    """The heading of a section of the agreement."""
    return SECTIONS.get(section) or _OTHER_SECTIONS.get(section) or _("The document")


def changes_words(count: int) -> str:
    """ "1 change", "7 changes"."""
    return _("1 change") if count == 1 else _("{count} changes").format(count=count)


def comments_words(count: int) -> str:
    """ "1 comment", "4 comments"."""
    return _("1 comment") if count == 1 else _("{count} comments").format(count=count)


def summary(review: Review) -> str:
    """What was found, in one sentence."""
    found = _("We found {changes} and {comments}").format(
        changes=changes_words(len(review.proposals)) if review.proposals else _("no changes"),
        comments=comments_words(len(review.remarks)) if review.remarks else _("no comments"),
    )
    missing = len(review.unmatched)
    if not missing:
        return f"{found}."
    rest = (
        _("1 passage could not be placed")
        if missing == 1
        else _("{count} passages could not be placed").format(count=missing)
    )
    return f"{found}; {rest}."


def progress_words(decisions: Decisions) -> str:
    """ "5 of 7 decided"."""
    return _("{done} of {total} decided").format(done=decisions.decided, total=decisions.total)


def outcome_words(decisions: Decisions) -> str:
    """What was decided, once it is: "5 taken, 2 kept; recorded."."""
    taken = len(decisions.taken)
    comments = len(decisions.review.remarks)
    parts = [_("{count} taken").format(count=taken)] if decisions.total else []
    if decisions.total:
        parts.append(_("{count} kept").format(count=decisions.total - taken))
    if comments:
        parts.append(comments_words(comments))
    return _("{what}; recorded.").format(what=", ".join(parts)) if parts else _("Recorded.")


def said_at(date: datetime | None) -> str:
    """When a reviewer wrote something; their clock, which has no time zone, is taken for ours."""
    return moment_in_full(date) if date is not None else ""


def said_at_iso(date: str | None) -> str:
    """The same for a date as it is stored; one that can't be read is shown as it is."""
    try:
        return said_at(datetime.fromisoformat(date)) if date else ""
    except ValueError:
        return date or ""


def who_words(authors: Iterable[Author]) -> str:
    """Who made a change and when it was made last; says so where it wasn't tracked."""
    known = tuple(authors)
    names = ", ".join(dict.fromkeys(isolated(each.name) for each in known if each.name))
    dates = [each.date for each in known if each.date is not None]
    when = said_at(max(dates)) if dates else ""
    if not names and not when:
        return _("Not tracked in the file")
    return " · ".join(part for part in (names or _("Nobody named"), when) if part)


def change_words(proposal: Proposal) -> str:
    """A change for somebody who hears it: where it is, what it is about, before and after."""
    before = proposal.before or _("nothing")
    after = proposal.after or _("nothing")
    return _("{where}, {label}: {before} becomes {after}").format(
        where=proposal.where, label=proposal.label, before=before, after=after
    )
