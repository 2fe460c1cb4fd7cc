"""The agreement: a header and its sections, and how it is written to and read from plain data."""

from typing import Annotated, Any

import msgspec

from slaeditor.clashes import Clash, stored
from slaeditor.errors import Damaged
from slaeditor.field import Asked, Audience, Field, Form, Record
from slaeditor.kinds import Kind, Status, Structure, form_of
from slaeditor.negotiation import Comment, Decision
from slaeditor.paths import Sort, is_item_id, joined, specs
from slaeditor.sections.duration.fields import Duration
from slaeditor.sections.introduction.fields import Introduction
from slaeditor.sections.metrics.fields import Metrics
from slaeditor.sections.scope.fields import Scope
from slaeditor.values import is_sound, json_load
from slaeditor.values.choices import Choice

WORDING = "1"
"""The wording that new agreements are made with; an old draft keeps the one that it names."""


class Language(Choice):
    """The language that the document is written in."""

    BRITISH = "en-GB", "English (UK)"


class Confidentiality(Choice):
    """Who may read the document."""

    PUBLIC = "public", "Public"
    INTERNAL = "internal", "Internal"
    CONFIDENTIAL = "confidential", "Confidential"


class ClauseState(Choice):
    """What was done to a clause of the standard wording."""

    REPLACED = "replaced", "Changed from standard"
    LEFT_OUT = "left-out", "Left out"
    OWN = "own", "Own text"


class ClauseChange(Record, frozen=True):
    """A clause that departs from the standard wording in this one agreement.

    `id` is a clause id, or `<clause-id>@<item-id>`; `text` has the placeholders of the values that
    still live in it, as `document.rewording` writes them; `base` is the standard text it departed
    from, in the same manner. An own clause stands behind the paragraph `behind` and looks like a
    `place` ("clause", "item", ...).
    """

    id: str
    state: ClauseState | None = None
    text: Annotated[str | None, Field("Wording", prose=True, screen="clauses")] = None
    behind: str | None = None
    base: str | None = None
    place: str | None = None


class Agreement(Record, frozen=True):
    """A service level agreement.

    `entered` keeps text that can't be read as the value its path asks for; `proposed` names the
    values that a template brought and nobody has decided yet; `clashes` keeps what another computer
    has in the place of a value. None of these is ever printed.
    """

    id: str
    title: Annotated[
        str | None,
        Field(
            "What is this agreement called?",
            gap="Title",
            why="People will look for it by this name in two years; name the service, "
            "not the project.",
            example="Payroll service",
            card="Name",
            screen="introduction",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = None
    kind: Annotated[
        Kind | None,
        Field("What kind of agreement is it?", card="About this document", screen="introduction"),
    ] = None
    introduction: Introduction = Introduction()
    scope: Scope = Scope()
    duration: Duration = Duration()
    metrics: Metrics = Metrics()
    reference: Annotated[
        str | None,
        Field(
            "Reference",
            hint="The number or code under which your company files it.",
            example="SLA-PAY-001",
            card="About this document",
            screen="introduction",
            row="reference",
        ),
    ] = None
    version: Annotated[
        str | None,
        Field(
            "Version",
            example="1.0",
            card="About this document",
            screen="introduction",
            row="reference",
        ),
    ] = None
    status: Annotated[
        Status | None,
        Field(
            "Status",
            empty="a draft.",
            card="About this document",
            screen="introduction",
            row="status",
        ),
    ] = None
    structure: Annotated[
        Structure | None,
        Field(
            "How is it organised?", card="About this document", screen="introduction", row="status"
        ),
    ] = None
    confidentiality: Annotated[
        Confidentiality | None,
        Field("Who may read it?", card="About this document", screen="introduction", row="owner"),
    ] = None
    owner: Annotated[
        str | None,
        Field(
            "Who keeps this agreement up to date?",
            example="Service level manager",
            card="About this document",
            screen="introduction",
            row="owner",
            audience=Audience.INTERNAL_NOTE,
        ),
    ] = None
    approvers: Annotated[
        str | None,
        Field(
            "Who in your company has to approve it?",
            prose=True,
            one_per_line=True,
            card="About this document",
            screen="introduction",
            audience=Audience.INTERNAL_NOTE,
        ),
    ] = None
    language: Annotated[
        Language | None,
        Field("Language of the document", card="About this document", screen="introduction"),
    ] = None
    wording: str = WORDING
    clauses: tuple[ClauseChange, ...] = ()
    comments: tuple[Comment, ...] = ()
    negotiation: tuple[Decision, ...] = ()
    clashes: tuple[Clash, ...] = ()
    entered: dict[str, str] = {}
    proposed: dict[str, str] = {}

    @property
    def form(self) -> Form:
        """The outline that the document follows."""
        return form_of(self.kind, self.introduction.standing.entity)

    @property
    def language_tag(self) -> str:
        """The tag of the document's language; British English where nobody chose."""
        return str(self.language or Language.BRITISH)


SECTIONS: dict[str, str] = {
    "introduction": "Introduction",
    "scope": "Scope",
    "duration": "Duration",
    "metrics": "Service levels",
    "people": "Contacts and signatures",
}
"""The screens of an agreement in the order in which a manager is asked."""


def encode(agreement: Agreement) -> dict[str, Any]:
    """The agreement as plain JSON data; what is not set is left out, emptied records included."""
    data: dict[str, Any] = stored(agreement)
    return data


def decode(data: dict[str, Any]) -> Agreement:
    """The agreement that plain JSON data holds. Raises Damaged with a sentence that says where."""
    try:
        agreement = msgspec.convert(data, Agreement, dec_hook=json_load)
    except (msgspec.ValidationError, ValueError, RecursionError) as error:
        raise Damaged(f"The draft holds something that can't be read: {error}") from error
    _refuse_unsound(agreement, "")
    if not is_item_id(agreement.id):
        raise Damaged(f"“{agreement.id[:60]}” is no id that a draft can have.")
    return agreement


def _refuse_unsound(record: Record, at: str) -> None:
    for spec in specs(type(record)).values():
        value = getattr(record, spec.name)
        path = joined(at, spec.name)
        if spec.sort is Sort.LEAF and value is not None and not is_sound(value):
            raise Damaged(f"“{str(value)[:40]}” at {path} is no value that a draft can have.")
        if spec.sort is Sort.RECORD and value is not None:
            _refuse_unsound(value, path)
        if spec.sort is not Sort.LIST:
            continue
        seen: set[str] = set()
        for item in value:
            fits = is_item_id(item.id) or (path == "clauses" and 0 < len(item.id) <= 120)
            if not fits or item.id in seen:
                raise Damaged(f"“{item.id[:60]}” in {path} is no id, or stands there twice.")
            seen.add(item.id)
            _refuse_unsound(item, f"{path}/{item.id}")
