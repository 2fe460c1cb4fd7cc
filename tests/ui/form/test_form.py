"""The form of a screen, filled in as a person would."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
)

from slaeditor.agreement import Agreement
from slaeditor.editing.templates import new_agreement, template
from slaeditor.kinds import Entity, Kind
from slaeditor.paths import replaced
from tests.ui.accessibility import problems
from tests.ui.form.person import (
    Show,
    button,
    click,
    example,
    focused,
    opened,
    row,
    shown,
    type_into,
    words,
)
from ui.fields.row import FieldRow


def test_typing_reaches_the_agreement_and_keeps_the_cursor(show: Show) -> None:
    draft = opened(Agreement(id="a", kind=Kind.INTERNAL))
    form = show(draft, "introduction")
    type_into(form, "title", "Payroll")
    assert draft.agreement.title == "Payroll"
    QTest.keyClick(focused(), Qt.Key.Key_Home)
    QTest.keyClicks(focused(), "The ")
    assert draft.agreement.title == "The Payroll"


def test_a_bad_value_stays_with_a_sentence_once_the_field_is_left(show: Show) -> None:
    draft = opened(Agreement(id="a", kind=Kind.INTERNAL))
    form = show(draft, "duration")
    type_into(form, "duration/effective_date", "32 January")
    field = row(form, "duration/effective_date")
    assert field.error == ""
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert "31 days" in field.error
    assert field.editor.text() == "32 January"


def test_a_bad_value_is_back_with_its_sentence_after_a_restart(show: Show) -> None:
    first = opened(Agreement(id="a", kind=Kind.INTERNAL))
    first.enter("duration/effective_date", "32 January")
    form = show(opened(first.agreement), "duration")
    field = row(form, "duration/effective_date")
    assert field.editor.text() == "32 January"
    assert "31 days" in field.error


def test_a_value_is_written_the_usual_way_once_the_field_is_left(show: Show) -> None:
    draft = opened(Agreement(id="a", kind=Kind.INTERNAL))
    form = show(draft, "duration")
    type_into(form, "duration/effective_date", "2027-04-01")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert row(form, "duration/effective_date").editor.text() == "1 April 2027"


def test_an_answer_brings_in_the_question_that_hangs_on_it(show: Show) -> None:
    draft = opened(new_agreement(template("external-blank")))
    form = show(draft, "duration")
    assert not shown(form, "duration/notice/length")
    draft.enter("duration/renewal/type", "automatic")
    assert shown(form, "duration/notice/length")
    draft.enter("duration/renewal/type", "none")
    assert not shown(form, "duration/notice/length")


def test_another_outline_asks_other_things(show: Show) -> None:
    draft = opened(new_agreement(template("internal-blank")))
    form = show(draft, "introduction")
    assert shown(form, "introduction/company")
    draft.replace(replaced(draft.agreement, "introduction/standing/entity", Entity.GROUP), "Group")
    assert not shown(form, "introduction/company")
    assert shown(form, "introduction/standing/rests_on")


def test_more_detail_opens_what_is_folded(show: Show) -> None:
    form = show(example(), "duration")
    assert not shown(form, "duration/service_start")
    click(form, "More detail: Start, hidden")
    assert shown(form, "duration/service_start")
    click(form, "More detail: Start, shown")
    assert not shown(form, "duration/service_start")


def test_revealing_a_field_opens_whatever_hides_it(show: Show) -> None:
    form = show(example(), "duration")
    assert form.reveal("duration/convenience/who")
    assert shown(form, "duration/convenience/who")
    assert form.location() == "duration/convenience/who"


def test_a_field_that_does_not_apply_is_not_revealed(show: Show) -> None:
    form = show(opened(new_agreement(template("external-blank"))), "duration")
    assert not form.reveal("duration/notice/length")


def test_a_suggestion_is_kept_by_its_button(show: Show) -> None:
    draft = opened(new_agreement(template("internal-blank")))
    form = show(draft, "duration")
    assert "duration/review/every" in draft.agreement.proposed
    field = row(form, "duration/review/every")
    click(field, "Confirm: When do we look at it again?")
    assert "duration/review/every" not in draft.agreement.proposed


def test_all_suggestions_of_a_page_are_kept_in_one_step(show: Show) -> None:
    draft = opened(new_agreement(template("internal-blank")))
    form = show(draft, "duration")
    before = draft.agreement
    assert "duration/convenience/who" not in {r.spec.path for r in form.findChildren(FieldRow)}
    click(form, "Confirm all suggestions on this page")
    kept = before.proposed.keys() - draft.agreement.proposed.keys()
    assert "duration/review/every" in kept
    assert all(path.startswith("duration/") for path in kept)
    assert form.location() == "duration/effective_date"
    assert not [
        b for b in form.findChildren(QAbstractButton) if b.isVisible() and "Confirm" in b.text()
    ]
    draft.undo()
    assert draft.agreement == before
    assert button(form, "Confirm all suggestions on this page").isVisible()


def test_the_last_fold_says_what_is_in_it(show: Show) -> None:
    form = show(example(), "duration")
    assert "Ending early" in words(form)
    click(form, "More detail, hidden")
    assert shown(form, "duration/convenience/who")


def test_a_field_that_names_an_item_follows_the_items(show: Show) -> None:
    draft = example()
    form = show(draft, "metrics")
    form.reveal("metrics/levels/availability/services")
    draft.enter("scope/services/application/name", "Renamed portal")
    words = [
        label for _value, label in row(form, "metrics/levels/availability/services").spec.choices
    ]
    assert words
    combo = QApplication.focusWidget()
    assert isinstance(combo, QComboBox)
    assert combo.findText("Renamed portal") >= 0


@pytest.mark.parametrize("screen", ["introduction", "scope", "duration", "metrics", "people"])
@pytest.mark.parametrize("start", ["internal-it-service-desk", "external-hosted-application"])
def test_every_control_is_named_and_reached_by_keys(show: Show, start: str, screen: str) -> None:
    form = show(opened(new_agreement(template(start))), screen)
    assert problems(form) == []
