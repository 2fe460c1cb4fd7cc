"""Findings that appear when a finished agreement is changed."""

from datetime import date
from functools import cache

from slaeditor.agreement import Agreement, ClauseChange, ClauseState
from slaeditor.document.view import View
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.finding import Finding
from slaeditor.readiness.findings import findings
from tests.agreements import BOTH, TODAY, typed

HOSTED = "hosted-application"
LEADS = "marketing-and-sales"

Answer = tuple[str, str]


@cache
def finished(name: str) -> Agreement:
    return next(typed(what) for what in BOTH if what.name == name)


def changed(agreement: Agreement, *answers: Answer) -> Agreement:
    """The agreement with other answers; an empty one clears the field or removes the item."""
    draft = OpenDraft(agreement, lambda: 0.0)
    for path, text in answers:
        draft.set_text(path, text)
    return draft.agreement


def found_in(agreement: Agreement, today: date = TODAY) -> tuple[Finding, ...]:
    return findings(View(agreement, today))


def new(name: str, *answers: Answer, today: date = TODAY) -> list[Finding]:
    """What the answers add to the findings of a finished agreement."""
    before = set(found_in(finished(name)))
    after = found_in(changed(finished(name), *answers), today)
    return [finding for finding in after if finding not in before]


def rules(found: list[Finding]) -> list[str]:
    """The findings as "severity rule path"."""
    return [f"{f.severity} {f.rule} {f.path}" for f in found]


def sentence(found: list[Finding], rule: str) -> str:
    """The sentence of the only finding with that rule."""
    (finding,) = [f for f in found if f.rule == rule]
    return finding.sentence


def replaced_clause(clause_id: str, text: str, base: str) -> ClauseChange:
    return ClauseChange(id=clause_id, state=ClauseState.REPLACED, text=text, base=base)
