"""The form of a screen, filled in as a person would."""

import time
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QListView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from slaeditor.agreement import Agreement
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.templates import finished_example, new_agreement, template
from slaeditor.kinds import Entity, Kind
from slaeditor.paths import replaced
from tests.ui.accessibility import problems
from ui.fields.row import FieldRow
from ui.form.lines import ABOUT, LACKS
from ui.form.view import FormView
from ui.theme import apply

TODAY = date(2026, 11, 24)
Show = Callable[[OpenDraft, str], FormView]


@pytest.fixture
def show(qtbot: QtBot, qapp: QApplication) -> Show:
    """Show the form of a screen in a window of its own, in the program's look."""
    apply(qapp, "light")

    def _show(draft: OpenDraft, screen: str) -> FormView:
        form = FormView(draft, screen, TODAY)
        form.resize(700, 700)
        qtbot.addWidget(form)
        with qtbot.waitActive(form):
            form.show()
            form.activateWindow()
        return form

    return _show


def opened(agreement: Agreement) -> OpenDraft:
    return OpenDraft(agreement, time.monotonic)


def example() -> OpenDraft:
    return opened(finished_example())


def row(form: FormView, path: str) -> FieldRow:
    return next(r for r in form.findChildren(FieldRow) if r.spec.path == path)


def shown(form: FormView, path: str) -> bool:
    return any(r.spec.path == path and r.isVisible() for r in form.findChildren(FieldRow))


def words(form: FormView) -> str:
    return "\n".join(each.text() for each in form.findChildren(QLabel) if each.isVisible())


def button(within: QWidget, name: str) -> QAbstractButton:
    found = [
        b
        for b in within.findChildren(QAbstractButton)
        if name in (b.accessibleName(), b.text().strip("\N{THIN SPACE}")) and b.isVisible()
    ]
    assert len(found) == 1, [
        b.accessibleName() or b.text() for b in within.findChildren(QAbstractButton)
    ]
    return found[0]


def click(within: QWidget, name: str) -> None:
    QTest.mouseClick(button(within, name), Qt.MouseButton.LeftButton)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_into(form: FormView, path: str, text: str) -> None:
    assert form.reveal(path)
    QTest.keyClicks(focused(), text)


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


def test_all_suggestions_for_a_level_are_kept_on_its_page(show: Show) -> None:
    draft = opened(new_agreement(template("internal-it-service-desk")))
    form = show(draft, "metrics")
    level = draft.agreement.metrics.levels[0].id
    form.open_item(f"metrics/levels/{level}")
    click(form, "Confirm all suggestions on this page")
    shown_rows = [r for r in form.findChildren(FieldRow) if r.isVisible()]
    assert not [r for r in shown_rows if r.spec.path in draft.agreement.proposed]
    other = draft.agreement.metrics.levels[1].id
    assert [p for p in draft.agreement.proposed if p.startswith(f"metrics/levels/{other}/")]


def test_the_last_fold_says_what_is_in_it(show: Show) -> None:
    form = show(example(), "duration")
    assert "Ending early" in words(form)
    click(form, "More detail, hidden")
    assert shown(form, "duration/convenience/who")


def test_a_level_stands_in_the_list_with_what_is_promised_and_missing(show: Show) -> None:
    draft = opened(new_agreement(template("internal-it-service-desk")))
    form = show(draft, "metrics")
    line = form.findChildren(QListView)[0].model().index(0, 0)
    assert line.data() == "First response"
    assert str(line.data(ABOUT)).startswith("at most 60")
    assert str(line.data(LACKS)).endswith("answers missing")
    assert "answers missing" in line.data(Qt.ItemDataRole.AccessibleTextRole)


def test_items_are_added_moved_copied_and_removed(show: Show) -> None:
    draft = opened(Agreement(id="a", kind=Kind.INTERNAL))
    form = show(draft, "scope")
    assert form.reveal("scope/services")
    click(form, "Add service")
    QTest.keyClicks(focused(), "One")
    click(form, "Add service")
    QTest.keyClicks(focused(), "Two")
    assert [s.name for s in draft.agreement.scope.services] == ["One", "Two"]
    QTest.keyClick(focused(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [s.name for s in draft.agreement.scope.services] == ["Two", "One"]
    click(form, "Duplicate: Service 1")
    assert [s.name for s in draft.agreement.scope.services] == ["Two", "Two (copy)", "One"]
    removed: list[str] = []
    form.item_removed.connect(removed.append)
    click(form, "Remove: Service 2")
    assert [s.name for s in draft.agreement.scope.services] == ["Two", "One"]
    assert removed == ["service"]
    draft.undo()
    assert len(draft.agreement.scope.services) == 3


def test_moving_an_item_keeps_the_field_being_typed_in(show: Show) -> None:
    draft = example()
    form = show(draft, "scope")
    assert form.reveal("scope/services/support/name")
    QTest.keyClick(focused(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert form.location() == "scope/services/support/name"


def test_a_level_has_a_page_of_its_own_and_a_way_back(show: Show) -> None:
    draft = example()
    form = show(draft, "metrics")
    assert form.reveal("metrics/levels")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert form.location().startswith("metrics/levels/availability")
    assert shown(form, "metrics/levels/availability/target")
    click(form, "All service levels (3)")
    assert not shown(form, "metrics/levels/availability/target")


def test_a_new_level_opens_at_its_first_question(show: Show) -> None:
    draft = opened(Agreement(id="a", kind=Kind.INTERNAL))
    form = show(draft, "metrics")
    click(form, "Add service level")
    QTest.keyClicks(focused(), "Response")
    assert draft.agreement.metrics.levels[0].name == "Response"


def test_undoing_a_new_level_leads_back_to_the_list(show: Show) -> None:
    draft = opened(Agreement(id="a", kind=Kind.INTERNAL))
    form = show(draft, "metrics")
    click(form, "Add service level")
    draft.undo()
    assert button(form, "Add service level").isVisible()


def test_levels_move_by_keys(show: Show) -> None:
    draft = example()
    form = show(draft, "metrics")
    form.reveal("metrics/levels")
    QTest.keyClick(focused(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [level.id for level in draft.agreement.metrics.levels][:2] == [
        "response",
        "availability",
    ]
    QTest.keyClick(focused(), Qt.Key.Key_Delete)
    assert len(draft.agreement.metrics.levels) == 2


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


def test_the_page_of_a_level_is_named_and_reached_by_keys(show: Show) -> None:
    form = show(example(), "metrics")
    form.reveal("metrics/levels/availability/name")
    assert problems(form) == []


def test_names_that_look_like_html_are_shown_as_they_are(show: Show) -> None:
    draft = example()
    level = draft.agreement.metrics.levels[0].id
    draft.enter(f"metrics/levels/{level}/name", "<h1>Large</h1>")
    form = show(draft, "metrics")
    lines = form.findChildren(QListView)[0].model()
    assert "<h1>" in lines.index(0, 0).data()
    assert "<h1>" not in lines.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
