"""The clauses on ending before the time, on new owners, and on what follows the end."""

from typing import Any

from slaeditor.blocks import Block, Spans, in_row, without_stop
from slaeditor.field import Form
from slaeditor.sections.duration.ending import EndsOn, TermType, WhoMayEnd
from slaeditor.sections.duration.fields import Transfer
from slaeditor.view import Sees, said

Blocks = tuple[Block, ...]

SAY_INSTEAD = ("credits", "escalation")
"""Consequences whose clause says itself what takes the place of a missing Minimum Level."""

RIGHTS = (WhoMayEnd.CUSTOMER, WhoMayEnd.PROVIDER, WhoMayEnd.EITHER)


def is_governed(see: Sees) -> bool:
    """Whether another contract carries what this agreement doesn't say."""
    return bool(see.value("introduction/standing/rests_on") == "governing-agreement")


def end_early(see: Sees) -> Blocks:
    """Internal: how a head of department ends the agreement."""
    return _without_reason(see, "duration.end-early")


def convenience(see: Sees) -> Blocks:
    """External: how a party ends the agreement without a reason."""
    return _without_reason(see, "duration.convenience")


def _without_reason(see: Sees, clause_id: str) -> Blocks:
    """By notice in an open-ended agreement; before a fixed end only where somebody chose so."""
    if see.value("duration/term/type") is TermType.OPEN_ENDED:
        path = "duration/notice/length"
        notice = see.length("duration/notice")
        return see.clause(clause_id, "open-ended", path=path, notice=notice)
    path = "duration/convenience/who"
    who = see.value(path)
    if who not in RIGHTS or not see.applies(path):
        return ()
    return see.clause(
        clause_id,
        "early",
        path=path,
        who=see.phrase(clause_id, f"who-{who}"),
        notice=see.length("duration/convenience"),
        to_day=see.phrase(clause_id, str(_ends_on(see))),
        **_fee(see, clause_id),
    )


def _fee(see: Sees, clause_id: str) -> dict[str, Any]:
    """What is paid for ending early; in contracts only."""
    path = "duration/convenience/fee"
    if see.form is Form.INTERNAL:
        return {}
    if not see.has(path):
        return {"fee": ()}
    return {"fee": see.phrase(clause_id, "fee", fee=without_stop(see.spans(path)))}


def _ends_on(see: Sees) -> EndsOn:
    return see.value("duration/convenience/ends_on") or EndsOn.ANY_DAY


def cause(see: Sees) -> Blocks:
    """External: as the governing agreement says, unless this one has a rule of its own."""
    path = "duration/cause/cure_days"
    if is_governed(see) and not said(see, path):
        return see.clause("duration.cause", "governing", path=path)
    return see.clause("duration.cause", "own", path=path, days=see.amount(path, "days"))


def repeated_failure(see: Sees) -> Blocks:
    """External: the right to end after the same level failed again and again, where chosen."""
    at = "duration/repeated_failure"
    numbers = {name: f"{at}/{name}" for name in ("misses", "periods", "use_within_days")}
    if not any(said(see, path) for path in numbers.values()):
        return ()
    minimums = _minimums(see)
    names: dict[str, Any] = {
        "misses": see.spans(numbers["misses"]),
        "periods": see.spans(numbers["periods"]),
        "days": see.amount(numbers["use_within_days"], "days"),
    }
    if any(minimums):
        is_said = all(minimums) or see.value("metrics/consequence/type") in SAY_INSTEAD
        instead = see.phrase("duration.repeated-failure", "instead")
        names["instead"] = () if is_said else instead
    variant = "minimum" if any(minimums) else "target"
    return see.clause("duration.repeated-failure", variant, path=numbers["misses"], **names)


def _minimums(see: Sees) -> list[bool]:
    """For each level that is promised, whether it has a Minimum Level."""
    levels = [f"metrics/levels/{level}" for level in see.value("metrics/levels") or ()]
    return [
        said(see, f"{level}/minimum")
        for level in levels
        if see.value(f"{level}/baseline/status") != "E"
    ]


def reorganisation(see: Sees) -> Blocks:
    """Internal: what happens if a department is merged, split or leaves the company."""
    path = "duration/change/confirm_days"
    if not said(see, path):
        return see.clause("duration.reorganisation", "without-time", path=path)
    return see.clause("duration.reorganisation", path=path, days=see.amount(path, "days"))


def control(see: Sees) -> Blocks:
    """External: what a change of control is, who tells whom, and who may end the agreement."""
    at = "duration/change"
    path = f"{at}/who_may_end"
    who = see.value(path)
    names: dict[str, Any] = {"meaning": see.phrase("duration.control", "meaning")}
    variant = "unknown" if who is None else str(who)
    if who is WhoMayEnd.NEITHER and said(see, f"{at}/tell_within_days"):
        variant = "neither-tell"
    if variant != WhoMayEnd.NEITHER:
        days = see.amount(f"{at}/tell_within_days", "days")
        names["tell"] = see.phrase("duration.control", "tell", days=days)
    if who is not WhoMayEnd.NEITHER:
        names["notice"] = see.amount(f"{at}/notice_days", "days")
        names["window"] = see.amount(f"{at}/window_months", "months")
    if who is None:
        names["who"] = see.spans(path)
    return see.clause("duration.control", variant, path=path, **names)


def transfer(see: Sees) -> Blocks:
    """External: whether the agreement may be passed to somebody else."""
    path = "duration/change/transfer"
    chosen: Transfer | None = see.value(path)
    if chosen is None:
        return see.clause("duration.transfer", "unknown", path=path, transfer=see.spans(path))
    return see.clause("duration.transfer", str(chosen), path=path)


def after_end(see: Sees) -> Blocks:
    """External: data, knowledge, help with the move, and what goes on after the end."""
    return (*_data(see), *_knowledge(see), *_help(see), *_survival(see))


def _data(see: Sees) -> Blocks:
    """The return of data, where some are held or somebody wrote a rule."""
    days, form = "duration/after_end/data_days", "duration/after_end/data_format"
    held = see.value("scope/personal_data/handled") is True
    if not (held or said(see, days) or see.has(form)):
        return ()
    names: dict[str, Any] = {"days": see.amount(days, "days")}
    variant = "data"
    if formats := see.lines(form):
        variant, names["format"] = "data-form", formats[0]
    return see.clause("duration.after-end@data", variant, path=days, **names)


def _knowledge(see: Sees) -> Blocks:
    path = "duration/after_end/knowledge"
    if not (items := see.lines(path)):
        return ()
    clause_id = "duration.after-end@knowledge"
    return see.clause(clause_id, "knowledge", path=path, items=in_row(items))


def _help(see: Sees) -> Blocks:
    path = "duration/after_end/help_months"
    if not said(see, path):
        return ()
    months = see.amount(path, "months")
    charges = _charges(see)
    return see.clause("duration.after-end@help", "help", path=path, months=months, charges=charges)


def _charges(see: Sees) -> Spans:
    """Where it stands what the help costs; nothing while nobody has said what carries prices."""
    if is_governed(see):
        return see.phrase("duration.after-end", "charges-governing")
    if see.value("introduction/standing/rests_on") == "stands-alone":
        return see.phrase("duration.after-end", "charges-alone")
    return ()


def _survival(see: Sees) -> Blocks:
    path = "duration/after_end/survives"
    names = ["rights", "secrecy", "liability", "end"]
    if see.value("metrics/consequence/type") == "credits":
        names.insert(1, "credits")
    entries = [(name, see.phrase("duration.after-end", f"survives-{name}")) for name in names]
    own = [(f"own-{number}", spans) for number, spans in enumerate(see.lines(path), start=1)]
    return see.listed("duration.after-end", [*entries, *own], path=path, variant="survives")
