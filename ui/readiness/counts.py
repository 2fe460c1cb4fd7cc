"""How far an agreement is, in words."""

from collections.abc import Iterable

from slaeditor.finding import Finding, Severity
from slaeditor.i18n import _, ngettext
from slaeditor.readiness.questions import Mark, Progress


def completed(progress: Iterable[Progress]) -> int:
    """How many sections are complete."""
    return sum(each.mark is Mark.COMPLETE for each in progress)


def complete_words(progress: tuple[Progress, ...]) -> str:
    """ "2 of 5 sections complete"."""
    return _("{done} of {all} sections complete").format(
        done=completed(progress), all=len(progress)
    )


def state_words(progress: Progress) -> str:
    """How far one section is: "2 items need attention", "3 of 9 answers", "complete"."""
    mark = progress.mark
    if mark is Mark.NEEDS_ATTENTION:
        return ngettext(
            "{count} item needs attention", "{count} items need attention", progress.errors
        ).format(count=progress.errors)
    if mark is Mark.COMPLETE:
        return _("complete")
    if mark is Mark.NOT_STARTED:
        return _("not started")
    return _("{answered} of {needed} answers").format(
        answered=progress.answered, needed=progress.needed
    )


def check_words(findings: tuple[Finding, ...]) -> str:
    """ "3 things to check", or that there is nothing; notes ask for nothing and don't count."""
    count = to_check(findings)
    if not count:
        return _("Nothing to check")
    return ngettext("{count} thing to check", "{count} things to check", count).format(count=count)


def to_check(findings: Iterable[Finding]) -> int:
    """How many findings ask for something to be done."""
    return sum(each.severity is not Severity.NOTE for each in findings)
