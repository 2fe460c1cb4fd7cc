"""The general clauses: contacts, disagreements or notices, changes, precedence, the remainder.

They have no fields of their own; a contract that stands alone shows a gap for each subject that a
governing agreement would carry.
"""

from slaeditor.blocks import Block, Gap, Spans, without_stop
from slaeditor.kinds import Side, Structure
from slaeditor.view import Sees

Blocks = tuple[Block, ...]

RESTS_ON = "introduction/standing/rests_on"
LAW = "introduction/standing/governing_law"
CONTACTS = "introduction/contacts"
EMAIL = "introduction/standing/writing_includes_email"

MISSING_ALONE = (
    "price",
    "liability",
    "confidentiality",
    "data",
    "property",
    "events",
    "disputes",
    "law",
    "entire-agreement",
)
"""Subjects for which a contract that stands alone needs clauses by a lawyer."""


def internal(see: Sees) -> Blocks:
    """The clauses of a commitment between departments."""
    return (
        *see.clause("general.contacts", path=CONTACTS),
        *see.clause("general.disagreement", path=CONTACTS),
        *see.clause("general.changes"),
        *_precedence(see),
    )


def external(see: Sees) -> Blocks:
    """The clauses of a contract."""
    return (
        *see.clause("general.contacts", path=CONTACTS),
        *_notices(see),
        *see.clause("general.changes", "governing" if _is_governed(see) else "alone"),
        *(see.clause("general.remainder", path=RESTS_ON) if _is_governed(see) else ()),
        *(_alone(see) if see.value(RESTS_ON) == "stands-alone" else ()),
    )


def _is_governed(see: Sees) -> bool:
    return bool(see.value(RESTS_ON) == "governing-agreement")


def _precedence(see: Sees) -> Blocks:
    """The order of papers; an agreement of a higher level only where there are levels."""
    ranks = ["law", "higher", "clauses", "schedules", "papers"]
    if see.value("structure") is not Structure.MULTI_LEVEL:
        ranks.remove("higher")
    entries = [(rank, see.phrase("general.precedence", rank)) for rank in ranks]
    return see.listed("general.precedence", entries, path="")


def _notices(see: Sees) -> Blocks:
    """Form, address and receipt of formal notices."""
    entries = []
    for side in Side:
        path = f"introduction/{side}/notices_address"
        called: Spans = (see.derived(see.label(side), f"introduction/{side}/short_name"),)
        address = without_stop(see.spans(path))
        entry = see.phrase("general.notices", "address", side=called, address=address)
        entries.append((side.value, entry))
    by_mail: Spans = ()
    if see.value(EMAIL) is not False:
        by_mail = see.phrase("general.notices", "e-mail")
    path = "introduction/provider/notices_address"
    return see.listed("general.notices", entries, path=path, e_mail=by_mail)


def _alone(see: Sees) -> Blocks:
    """One gap for each subject that no other contract carries."""
    clauses: list[Block] = []
    for subject in MISSING_ALONE:
        clause_id = f"general.alone.{subject}"
        label = "".join(span.text for span in see.phrase(clause_id, "label"))
        if subject == "law" and see.has(LAW):
            law = without_stop(see.spans(LAW))
            clauses += see.clause(clause_id, "chosen", path=LAW, law=law)
            continue
        path = LAW if subject == "law" else RESTS_ON
        clauses += see.clause(clause_id, path=path, gap=(Gap(label, path),))
    return tuple(clauses)
