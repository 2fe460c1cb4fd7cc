"""Two real agreements as a person would type them: paths with their texts, in the order of typing.

Ids of list items are names of this file; a window gives ids of its own, in the same order. Choices
are written as the word that is stored, references by the name of the item they mean. Everything
that is asked first has an answer, and everything that the empty template suggests is confirmed.
"""

from dataclasses import dataclass
from datetime import date

from slaeditor.agreement import Agreement
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.templates import new_agreement, template
from slaeditor.kinds import Kind
from tests.answers.below import Answers
from tests.answers.hosting import HOSTING
from tests.answers.leads import LEADS

TODAY = date(2026, 11, 24)


@dataclass(frozen=True, slots=True)
class Typed:
    """An agreement to type: its kind, the empty template to start from, and the answers."""

    name: str
    kind: Kind
    template: str
    answers: Answers


MARKETING_AND_SALES = Typed("marketing-and-sales", Kind.INTERNAL, "internal-blank", LEADS)
HOSTED_APPLICATION = Typed("hosted-application", Kind.EXTERNAL, "external-blank", HOSTING)
BOTH = (MARKETING_AND_SALES, HOSTED_APPLICATION)


def typed(what: Typed) -> Agreement:
    """The agreement that stands after everything was typed into the empty template."""
    draft = OpenDraft(new_agreement(template(what.template)), lambda: 0.0)
    for path, text in what.answers:
        draft.set_text(path, text)
    return draft.agreement
