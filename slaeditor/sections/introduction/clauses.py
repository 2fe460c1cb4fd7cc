"""The clauses of the introduction: parties, standing, purpose, background, interpretation.

The clause of the definitions isn't here: which terms it holds depends on the whole text.
"""

from collections.abc import Iterator
from functools import partial

from slaeditor.blocks import Block, Paragraph, Role, Spans, in_row, without_stop
from slaeditor.kinds import Side
from slaeditor.sections.introduction.fields import Precedence, RestsOn
from slaeditor.sections.introduction.names import company_details, label, party_path
from slaeditor.view import Sees

Blocks = tuple[Block, ...]

OBJECTIVES = "introduction/objectives"
PURPOSE = "introduction/purpose"
STANDING = "introduction/standing"


def internal(see: Sees) -> Blocks:
    """The clauses of a commitment between departments, up to the definitions."""
    return (
        *_departments(see),
        *see.clause("introduction.standing", path=f"{STANDING}/entity", heads=_heads(see)),
        *see.clause("introduction.purpose", path=PURPOSE, purpose=_purpose(see)),
        *_objectives(see),
    )


def external(see: Sees) -> Blocks:
    """The clauses of a contract that stand behind the definitions."""
    return (*_interpretation(see), *_standing(see), *_precedence(see))


def front(see: Sees) -> Blocks:
    """What stands before the clauses of a contract: parties, background, agreed terms."""
    return (
        _heading(see, "parties"),
        *_companies(see),
        _heading(see, "background"),
        *_background(see),
        _heading(see, "agreed"),
    )


def _heading(see: Sees, name: str) -> Block:
    spans = see.phrase(f"introduction.{name}", "heading")
    return Paragraph(Role.PLAIN_HEADING, f"introduction.{name}-heading", spans)


def _departments(see: Sees) -> Blocks:
    return see.clause(
        "introduction.parties",
        path="introduction/provider/name",
        provider_name=see.spans("introduction/provider/name"),
        provider_label=label(see, Side.PROVIDER),
        customer_name=see.spans("introduction/customer/name"),
        customer_label=label(see, Side.CUSTOMER),
        company=see.spans("introduction/company"),
    )


def _heads(see: Sees) -> Spans:
    """The heads by function, in brackets; nothing where none is named."""
    named = [side for side in Side if see.has(f"{party_path(side)}/head")]
    if not named:
        return ()
    heads = [
        see.phrase(
            "introduction.standing",
            "head",
            called=(see.derived(see.label(side), f"{party_path(side)}/short_name"),),
            head=without_stop(see.spans(f"{party_path(side)}/head")),
        )
        for side in named
    ]
    return see.phrase("introduction.standing", "heads", heads=in_row(heads))


def _purpose(see: Sees) -> Spans:
    return without_stop(see.spans(PURPOSE))


def _aims(see: Sees) -> Iterator[tuple[str, Spans]]:
    """Id and text of each aim; one of which nothing is written is left out."""
    for item in see.value(OBJECTIVES) or ():
        path = f"{OBJECTIVES}/{item}"
        aim = without_stop(see.spans(f"{path}/aim"))
        if see.has(f"{path}/measure"):
            measure = without_stop(see.spans(f"{path}/measure"))
            measured = see.phrase("introduction.objectives", "measured", aim=aim, measure=measure)
            yield item, measured
        elif see.has(f"{path}/aim"):
            yield item, aim


def _objectives(see: Sees) -> Blocks:
    aims = tuple(_aims(see))
    return see.listed("introduction.objectives", aims, path=OBJECTIVES) if aims else ()


def _companies(see: Sees) -> Blocks:
    parties: list[Block] = []
    for side in Side:
        parties += see.clause(
            f"introduction.parties@{side}",
            "party",
            path=f"{party_path(side)}/name",
            role=Role.PARTY,
            name=see.spans(f"{party_path(side)}/name"),
            label=label(see, side),
            **company_details(see, side),
        )
    both = see.clause(
        "introduction.parties@both", "both", path="introduction/provider/name", role=Role.BODY
    )
    return (*parties, *both)


def _background(see: Sees) -> Blocks:
    """(A) the contract, (B) the purpose, (C) the aims; they explain and bind nobody."""
    variant = "contract" if _rests_on(see) is RestsOn.GOVERNING else "alone"
    recital = partial(see.clause, role=Role.RECITAL)
    aims = [spans for _, spans in _aims(see)]
    several = "aims" if len(aims) > 1 else "aim"
    return (
        *recital("introduction.background@contract", variant, path=f"{STANDING}/rests_on"),
        *recital("introduction.background@purpose", "purpose", path=PURPOSE, purpose=_purpose(see)),
        *(
            recital("introduction.background@aims", several, path=OBJECTIVES, aims=in_row(aims))
            if aims
            else ()
        ),
    )


def _rests_on(see: Sees) -> RestsOn | None:
    path = f"{STANDING}/rests_on"
    return see.value(path) if see.has(path) else None


def _interpretation(see: Sees) -> Blocks:
    rules = ["headings", "including", "days", "times"]
    rules.append(
        "no-e-mail" if see.value(f"{STANDING}/writing_includes_email") is False else "e-mail"
    )
    if _rests_on(see) is RestsOn.GOVERNING:
        rules.append("terms")
    if see.value(f"{STANDING}/explains_only") is not False:
        rules.append("background")
    entries = [(rule, see.phrase("introduction.interpretation", rule)) for rule in rules]
    return see.listed(
        "introduction.interpretation", entries, path=f"{STANDING}/writing_includes_email"
    )


def _standing(see: Sees) -> Blocks:
    path = f"{STANDING}/rests_on"
    standing = partial(see.clause, "introduction.standing", path=path)
    rests_on = _rests_on(see)
    if rests_on is RestsOn.ALONE:
        return standing("alone")
    if rests_on is None:
        return standing("unknown", contract=see.spans(path))
    title = see.spans(f"{STANDING}/governing_title")
    day = see.spans(f"{STANDING}/governing_date")
    if not see.has(f"{STANDING}/amendment_clause"):
        return standing("governing", title=title, date=day)
    clause = without_stop(see.spans(f"{STANDING}/amendment_clause"))
    return standing("governing-clause", title=title, date=day, clause=clause)


def _precedence(see: Sees) -> Blocks:
    path = f"{STANDING}/precedence"
    if _rests_on(see) is not RestsOn.GOVERNING:
        return see.clause("introduction.precedence", "clauses", path=path)
    variant = "governing" if see.value(path) is Precedence.GOVERNING else "this"
    return see.clause("introduction.precedence", variant, path=path)
