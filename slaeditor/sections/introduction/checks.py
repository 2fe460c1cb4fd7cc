"""What is doubtful about parties, standing, contacts and signatories."""

from collections.abc import Iterator
from itertools import combinations

from slaeditor.bidi import isolated
from slaeditor.field import Form
from slaeditor.finding import Finding, Severity
from slaeditor.kinds import Entity, Kind, Side
from slaeditor.sections.introduction.people import Purpose
from slaeditor.view import Sees

CONTACTS = "introduction/contacts"
SIGNATORIES = "introduction/signatories"
DEFINITIONS = "introduction/definitions"
OBJECTIVES = "introduction/objectives"
STANDING = "introduction/standing"


def findings(see: Sees) -> Iterator[Finding]:
    """The findings of the introduction, of the contacts and of the signatures."""
    yield from _parties(see)
    yield from _standing(see)
    yield from _legal_questions(see)
    yield from _aims(see)
    yield from _definitions(see)
    yield from _contacts(see)
    yield from _signatories(see)


def _ids(see: Sees, path: str) -> tuple[str, ...]:
    found: tuple[str, ...] = see.value(path) or ()
    return found


def _folded(see: Sees, path: str) -> str:
    """A text for comparing: case and blanks don't matter; empty where nothing is set."""
    text = see.value(path)
    return " ".join(text.split()).casefold() if isinstance(text, str) else ""


def _called(see: Sees, side: Side) -> str:
    """A side at the beginning of a sentence."""
    label = see.label(side)
    return isolated(label[:1].upper() + label[1:])


def _quoted(see: Sees, path: str) -> str:
    """A text of the person for a sentence."""
    return isolated(str(see.value(path)))


def _parties(see: Sees) -> Iterator[Finding]:
    names = [_folded(see, f"introduction/{side}/name") for side in Side]
    if names[0] and names[0] == names[1]:
        yield Finding(
            "introduction/customer/name",
            Severity.WARNING,
            f"Both sides have the same name, “{_quoted(see, 'introduction/customer/name')}”. "
            "Name the two departments or companies apart.",
            "parties",
        )


def _standing(see: Sees) -> Iterator[Finding]:
    """Where the answer about the company makes another document than the kind chosen."""
    path = f"{STANDING}/entity"
    entity, kind = see.value(path), see.value("kind")
    if entity is Entity.SAME and kind is Kind.EXTERNAL:
        yield Finding(
            path,
            Severity.WARNING,
            "Both sides belong to one company, so this prints as a commitment between departments "
            "although it was begun as an agreement for a customer. Check the answer.",
            "R52",
        )
    if entity is not None and entity is not Entity.SAME and kind is Kind.INTERNAL:
        yield Finding(
            path,
            Severity.NOTE,
            "The two sides are companies of their own, so this prints as a contract. "
            "Ask legal about price, tax, liability and data protection between them.",
            "legal",
        )


_LEGAL = {
    f"{STANDING}/regulated": (
        "The customer is a regulated financial firm. Ask legal: such a contract has to meet the "
        "rules on information technology, and in the EU the service levels stand in it in writing."
    ),
    f"{STANDING}/cloud_in_eu": (
        "This is a cloud service sold in the EU. Ask legal: the Data Act limits the notice for "
        "switching to two months, whatever the term says."
    ),
    "scope/personal_data/handled": (
        "Personal data are handled for the customer. Ask legal whether the processing agreement "
        "covers this service."
    ),
}


def _legal_questions(see: Sees) -> Iterator[Finding]:
    if see.form is Form.EXTERNAL:
        for path, sentence in _LEGAL.items():
            if see.value(path) is True:
                yield Finding(path, Severity.NOTE, sentence, "legal")


def _aims(see: Sees) -> Iterator[Finding]:
    """Between departments, whoever approves wants to see which aim of the business it serves."""
    named = any(see.has(f"{OBJECTIVES}/{item}/aim") for item in _ids(see, OBJECTIVES))
    if see.form is Form.INTERNAL and not named:
        yield Finding(
            OBJECTIVES,
            Severity.WARNING,
            "No aim of the business is named. Name one, and how you see that it is reached, "
            "before the heads of department approve.",
            "aims",
        )


def _definitions(see: Sees) -> Iterator[Finding]:
    seen: set[str] = set()
    for item in _ids(see, DEFINITIONS):
        path = f"{DEFINITIONS}/{item}/term"
        term = _folded(see, path)
        if term and term in seen:
            yield Finding(
                path,
                Severity.WARNING,
                f"“{_quoted(see, path)}” is defined twice. Keep one of the two definitions.",
                "R43",
            )
        if not term and see.has(f"{DEFINITIONS}/{item}/meaning"):
            yield Finding(
                path,
                Severity.WARNING,
                "A definition has a meaning but no term, so it doesn’t print. Name the term.",
                "R43",
            )
        seen.add(term)


def _contacts(see: Sees) -> Iterator[Finding]:
    items = _ids(see, CONTACTS)
    if not items:
        return
    for side in Side:
        if all(see.value(f"{CONTACTS}/{item}/side") is not side for item in items):
            yield Finding(
                CONTACTS,
                Severity.BLOCKER,
                f"{_called(see, side)} has no contact yet. Add one with a substitute.",
                "R40",
            )
    purposes = {see.value(f"{CONTACTS}/{item}/purpose") for item in items}
    if see.form is Form.INTERNAL and Purpose.SUPERIOR not in purposes:
        yield Finding(
            CONTACTS,
            Severity.BLOCKER,
            "Nobody is named who decides if the two heads disagree. Add the common superior to "
            "the contacts.",
            "R40",
        )
    for item in items:
        yield from _contact(see, f"{CONTACTS}/{item}")
    yield from _same_person(see, items)


def _person(see: Sees, path: str) -> str:
    """A contact in words: name, function, or a stand-in for both."""
    return str(see.value(f"{path}/name") or see.value(f"{path}/function") or "a contact")


def _contact(see: Sees, path: str) -> Iterator[Finding]:
    if not see.has(f"{path}/name") and not see.has(f"{path}/function"):
        return
    if not see.has(f"{path}/substitute"):
        yield Finding(
            f"{path}/substitute",
            Severity.WARNING,
            f"{_person(see, path)} has no substitute: name somebody for holidays and illness.",
            "R40",
        )


def _same_person(see: Sees, items: tuple[str, ...]) -> Iterator[Finding]:
    for first, second in combinations(items, 2):
        sides = {see.value(f"{CONTACTS}/{item}/side") for item in (first, second)}
        name = _folded(see, f"{CONTACTS}/{first}/name")
        if name and sides == set(Side) and name == _folded(see, f"{CONTACTS}/{second}/name"):
            yield Finding(
                f"{CONTACTS}/{second}/name",
                Severity.WARNING,
                f"{see.value(f'{CONTACTS}/{second}/name')} is the contact of both sides. "
                "Name a person for each.",
                "R40",
            )


def _signatories(see: Sees) -> Iterator[Finding]:
    items = _ids(see, SIGNATORIES)
    does = "approves" if see.form is Form.INTERNAL else "signs"
    if items:
        for side in Side:
            if all(see.value(f"{SIGNATORIES}/{item}/side") is not side for item in items):
                yield Finding(
                    SIGNATORIES,
                    Severity.BLOCKER,
                    f"Nobody {does} for {isolated(see.label(side))} yet. Add a person for that "
                    "side.",
                    "R53",
                )
    for first, second in combinations(items, 2):
        sides = {see.value(f"{SIGNATORIES}/{item}/side") for item in (first, second)}
        name = _folded(see, f"{SIGNATORIES}/{first}/name")
        if name and sides == set(Side) and name == _folded(see, f"{SIGNATORIES}/{second}/name"):
            yield Finding(
                f"{SIGNATORIES}/{second}/name",
                Severity.WARNING,
                f"{see.value(f'{SIGNATORIES}/{second}/name')} {does} for both sides. "
                "Name a person with authority for each.",
                "R53",
            )
