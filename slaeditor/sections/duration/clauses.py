"""The clauses of the duration in their order: start, term, renewal, early ends, review."""

from typing import Any

from slaeditor.blocks import Block, Gap, Spans
from slaeditor.field import Form
from slaeditor.sections.duration import ending_clauses as ending
from slaeditor.sections.duration import key_dates
from slaeditor.sections.duration.ending import TermType
from slaeditor.sections.duration.fields import NoticeReference, RenewalType, Starts
from slaeditor.view import Sees, said

Blocks = tuple[Block, ...]


def internal(see: Sees) -> Blocks:
    """The clauses of a commitment between departments."""
    return (
        *_start(see),
        *_term(see),
        *_renewal(see),
        *ending.end_early(see),
        *ending.reorganisation(see),
        *_review(see),
        *_earlier_review(see),
    )


def external(see: Sees) -> Blocks:
    """The clauses of a contract."""
    return (
        *_start(see),
        *_term(see),
        *_renewal(see),
        *ending.convenience(see),
        *ending.cause(see),
        *ending.repeated_failure(see),
        *ending.control(see),
        *ending.transfer(see),
        *ending.after_end(see),
        *_review(see),
        *_earlier_review(see),
    )


def _start(see: Sees) -> Blocks:
    by_signature = see.value("duration/starts") is Starts.LAST_SIGNATURE
    variant = "last-signature" if by_signature else "on-date"
    names: dict[str, Any] = {}
    if not by_signature:
        names["date"] = see.spans("duration/effective_date")
    if said(see, "duration/service_start"):
        variant += "-later"
        names["service_start"] = see.spans("duration/service_start")
    path = "duration/starts" if by_signature else "duration/effective_date"
    return see.clause("duration.start", variant, path=path, **names)


def _term(see: Sees) -> Blocks:
    kind = see.value("duration/term/type")
    path = "duration/term/type"
    if kind is TermType.UNTIL_DATE:
        until = see.spans("duration/term/until")
        return see.clause("duration.term", "until-date", path="duration/term/until", until=until)
    if kind is TermType.OPEN_ENDED:
        return see.clause("duration.term", "open-ended", path=path)
    if kind is TermType.WITH_GOVERNING:
        return _term_of_governing(see, path)
    return _fixed_term(see)


def _term_of_governing(see: Sees, path: str) -> Blocks:
    """As long as the contract runs; a gap where the agreement is part of none."""
    if see.form is Form.EXTERNAL and ending.is_governed(see):
        return see.clause("duration.term", "with-governing", path=path)
    return see.clause("duration.term", "unknown", path=path, term=(Gap("Term", path),))


def _fixed_term(see: Sees) -> Blocks:
    names: dict[str, Any] = {"length": see.length("duration/term")}
    variant = "fixed-open"
    if end := key_dates.last_day(see):
        variant, names["end_date"] = "fixed", end.spans
    return see.clause("duration.term", variant, path="duration/term/length", **names)


def _renewal(see: Sees) -> Blocks:
    path = "duration/renewal/type"
    if not see.applies(path):
        return ()
    kind = see.value(path)
    if kind is RenewalType.AUTOMATIC:
        return see.clause("duration.renewal", "automatic", path=path, **_automatic(see))
    if kind is RenewalType.BY_AGREEMENT:
        length = see.length("duration/renewal")
        return see.clause("duration.renewal", "by-agreement", path=path, length=length)
    return see.clause("duration.renewal", "none", path=path)


def _automatic(see: Sees) -> dict[str, Any]:
    """What fills the clause of an automatic renewal."""
    return {
        "length": see.length("duration/renewal"),
        "notice": see.length("duration/notice"),
        "reference": _reference(see),
        "most": _most(see),
        "dates": see.phrase("duration.renewal", "dates") if key_dates.last_notice(see) else (),
    }


def _reference(see: Sees) -> Spans:
    chosen = see.value("duration/notice/reference") or NoticeReference.END_DATE
    return see.phrase("duration.renewal", str(chosen))


def _most(see: Sees) -> Spans:
    path = "duration/renewal/most"
    if not said(see, path):
        return ()
    variant = "most-one" if see.value(path) == 1 else "most-many"
    return see.phrase("duration.renewal", variant, times=see.spans(path))


def _review(see: Sees) -> Blocks:
    path = "duration/review/every"
    names: dict[str, Any] = {}
    variant = "asked"
    if see.form is Form.INTERNAL or said(see, path):
        variant, names["every"] = "regular", see.amount(path, "months")
    if first := key_dates.first_review(see):
        variant, names["first"] = f"{variant}-first", first.spans
    return see.clause("duration.review", variant, path=path, **names)


def _earlier_review(see: Sees) -> Blocks:
    path = "duration/review/triggers"
    events = see.lines(path)
    if not events:
        return ()
    entries = [(f"event-{number}", spans) for number, spans in enumerate(events, start=1)]
    return see.listed("duration.review@earlier", entries, path=path, variant="earlier")
