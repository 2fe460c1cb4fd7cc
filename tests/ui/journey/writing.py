"""Two days with one agreement: typed and closed on the first, found and exported on the second."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt

from slaeditor.agreement import Agreement, decode
from slaeditor.editing.templates import template
from tests.agreements import Typed
from tests.ui.journey.form import FormFiller
from tests.ui.journey.interview import Question, interview
from tests.ui.journey.person import CTRL, Person
from tests.ui.journey.room import Room

_LEFT_AT = {
    "marketing-and-sales": "introduction/definitions/lead/meaning",
    "hosted-application": "metrics/levels/availability/baseline/values",
}
"""The question where the person stops in the evening: under More detail, on a page of its own."""

Place = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class TwoDays:
    """What came of it. `shown` holds what the form shows on the second day, by question."""

    what: Typed
    questions: tuple[Question, ...]
    evening: Agreement
    left_at: Place
    found_at: Place
    shown: dict[str, str]
    checked: tuple[str, ...]
    morning: Agreement
    document: Path


def live_through(what: Typed, room: Room) -> TwoDays:
    """Type the agreement with keys and clicks, close the lid, and go on the next day."""
    questions = interview(what)
    title = dict(what.answers)["title"]
    person = room.sit_down()
    _begin(person, what)
    left_at = _type(person, what, questions)
    person.waits_until(lambda: "Saved on this computer at" in person.said_by_status())
    person.window.close()
    assert not person.window.isVisible()
    evening = _stored(room)

    person = room.sit_down()
    if what.template.startswith("internal"):
        person.click_line("Agreements", title, twice=True)
    else:
        person.press(Qt.Key.Key_Return)
    form = FormFiller(person)
    found_at = form.where()
    shown = {each.path: form.read(each) for each in questions}
    checked = _things_to_check(person)
    document = room.folder / f"{what.name}.docx"
    room.desktop.answer = document
    person.press(Qt.Key.Key_E, CTRL)
    person.press(Qt.Key.Key_Return)
    person.waits_to_see(f"Exported to {document}")
    person.window.close()
    return TwoDays(
        what, questions, evening, left_at, found_at, shown, checked, _stored(room), document
    )


def _begin(person: Person, what: Typed) -> None:
    """Go through the dialog for a new agreement."""
    answers = dict(what.answers)
    person.click("New agreement")
    person.click(what.kind.label)
    person.click("Next")
    person.fill("Our side", answers["introduction/provider/name"])
    person.fill("The other side", answers["introduction/customer/name"])
    person.click("Next")
    person.fill("What is the agreement called?", answers["title"])
    person.click(f"Begin with {template(what.template).title}")
    person.click("Create")


def _type(person: Person, what: Typed, questions: tuple[Question, ...]) -> Place:
    """Answer everything, and stop somewhere in the middle."""
    form = FormFiller(person)
    for question in questions:
        form.answer(question)
    last = next(each for each in questions if each.path == _LEFT_AT[what.name])
    form.go_to(last)
    person.click_on(form.row(last).editor.control)
    return form.where()


def _things_to_check(person: Person) -> tuple[str, ...]:
    """What the window says has to be fixed, once it has looked through everything."""
    person.press(Qt.Key.Key_R, CTRL)
    person.waits_to_see("Ready for legal?")
    person.waits_to_see("5 of 5 sections complete")
    return tuple(text for text in person.texts() if text.startswith("Must be fixed"))


def _stored(room: Room) -> Agreement:
    library = room.library
    (summary,) = library.summaries().drafts
    return decode(library.open(summary.id).draft)
