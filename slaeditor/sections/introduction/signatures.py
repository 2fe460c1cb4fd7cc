"""The end of the document: who signs for each company, or approves for each department."""

from slaeditor.blocks import Block, Gap, Paragraph, Role, SignatureBlock, SignatureLine, Spans
from slaeditor.field import Form
from slaeditor.kinds import Side
from slaeditor.view import Sees

SIGNATORIES = "introduction/signatories"
_WORDING = "introduction.signature"
_LINES = {
    Form.INTERNAL: ("name", "function", "date", "signature"),
    Form.EXTERNAL: ("name", "function", "place", "date", "signature"),
}
_NEEDED = ("name", "function")


def blocks(see: Sees) -> tuple[Block, ...]:
    """Heading, one block for each side, and one for persons whose side nobody has named."""
    name = "approval" if see.form is Form.INTERNAL else "signature"
    heading = Paragraph(
        Role.PLAIN_HEADING, f"{name}.heading", see.phrase(_WORDING, "heading"), path=SIGNATORIES
    )
    people = {side: _people(see, side) for side in (*Side, None)}
    sides = tuple(
        SignatureBlock(
            f"{name}@{side}",
            see.phrase(_WORDING, "lead", name=see.spans(f"introduction/{side}/name")),
            people[side] or (_nobody(see),),
        )
        for side in Side
    )
    unknown = tuple(
        SignatureBlock(
            f"{name}@{person.path}",
            see.phrase(_WORDING, "lead", name=_gap(see, "side", f"{person.path}/side")),
            (person,),
        )
        for person in people[None]
    )
    return (heading, *_electronic(see), *sides, *unknown)


def _electronic(see: Sees) -> tuple[Block, ...]:
    path = "introduction/standing/electronic_signature"
    if see.form is Form.INTERNAL or see.value(path) is not True:
        return ()
    return see.clause("introduction.signature", "electronic", path=path, role=Role.BODY)


def _people(see: Sees, side: Side | None) -> tuple[SignatureLine, ...]:
    paths = [f"{SIGNATORIES}/{item}" for item in see.value(SIGNATORIES) or ()]
    return tuple(_person(see, path) for path in paths if see.value(f"{path}/side") is side)


def _person(see: Sees, path: str) -> SignatureLine:
    """The lines of one person; a name or function that is missing is a gap, the rest is blank."""
    filled: dict[str, Spans] = {}
    for name in ("name", "function", "place"):
        if name in _NEEDED or see.has(f"{path}/{name}"):
            filled[name] = see.spans(f"{path}/{name}")
    return SignatureLine(path, _lines(see, filled))


def _nobody(see: Sees) -> SignatureLine:
    return SignatureLine(SIGNATORIES, _lines(see, {"name": _gap(see, "who", SIGNATORIES)}))


def _lines(see: Sees, filled: dict[str, Spans]) -> tuple[tuple[str, Spans], ...]:
    return tuple((_text(see, name), filled.get(name, ())) for name in _LINES[see.form])


def _gap(see: Sees, variant: str, path: str) -> Spans:
    return (Gap(_text(see, variant), path),)


def _text(see: Sees, variant: str) -> str:
    return "".join(span.text for span in see.phrase(_WORDING, variant))
