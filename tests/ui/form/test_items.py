"""Lists in the form: items on cards, and items with pages of their own."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QListView,
)

from slaeditor.agreement import Agreement
from slaeditor.editing.templates import new_agreement, template
from slaeditor.kinds import Kind
from tests.ui.accessibility import problems
from tests.ui.form.person import Show, button, click, example, focused, opened, row, shown, words
from ui.fields.row import FieldRow
from ui.form.lines import ABOUT, LACKS


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


def test_the_form_follows_an_item_that_is_moved_out_of_view(show: Show) -> None:
    form = show(example(), "scope")
    form.resize(700, 400)
    assert form.reveal("scope/services/application/name")
    QTest.keyClick(focused(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.qWait(50)
    field = row(form, "scope/services/application/name")
    assert field.isAncestorOf(focused())
    assert field.visibleRegion().boundingRect() == field.rect()


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


def test_folds_of_two_items_have_names_of_their_own(show: Show) -> None:
    draft = example()
    form = show(draft, "scope")
    click(form, "More detail: Service 2 (Support), hidden")
    assert shown(form, "scope/services/support/description")
    assert button(form, "More detail: Service 1 (Order portal), hidden").isVisible()
    draft.enter("scope/services/support/name", "Helpline")
    assert button(form, "More detail: Service 2 (Helpline), shown").isVisible()


def test_many_long_items_begin_closed_and_tell_their_answers(show: Show) -> None:
    form = show(opened(new_agreement(template("internal-it-service-desk"))), "people")
    assert not [r for r in form.findChildren(FieldRow) if "/contacts/" in r.spec.path]
    assert "Day-to-day questions · Provider · Service desk lead" in words(form)
    assert "1 answer missing" in words(form)
    click(form, "Contact 1, hidden")
    assert shown(form, "introduction/contacts/contact-1/reach")
    click(form, "Contact 1, shown")
    assert not shown(form, "introduction/contacts/contact-1/reach")


def test_a_closed_item_opens_for_a_field_in_it_and_by_a_click_on_its_title(show: Show) -> None:
    form = show(opened(new_agreement(template("internal-it-service-desk"))), "people")
    assert form.reveal("introduction/contacts/contact-2/function")
    assert form.location() == "introduction/contacts/contact-2/function"
    title = next(each for each in form.findChildren(QLabel) if each.text() == "Contact 3")
    QTest.mouseClick(title, Qt.MouseButton.LeftButton)
    assert shown(form, "introduction/contacts/contact-3/function")


def test_a_new_item_among_many_is_open_with_the_focus_in_it(show: Show) -> None:
    draft = opened(new_agreement(template("internal-it-service-desk")))
    form = show(draft, "people")
    click(form, "Add contact")
    new = draft.agreement.introduction.contacts[-1].id
    assert form.location() == f"introduction/contacts/{new}/purpose"


def test_what_a_closed_item_tells_is_kept_with_the_rest_of_the_page(show: Show) -> None:
    draft = opened(new_agreement(template("internal-it-service-desk")))
    form = show(draft, "people")
    assert "introduction/contacts/contact-1/purpose" in draft.agreement.proposed
    click(form, "Confirm all suggestions on this page")
    assert not [path for path in draft.agreement.proposed if "/contacts/" in path]


def test_a_target_with_suggestions_stays_on_one_line_with_one_question(show: Show) -> None:
    draft = opened(new_agreement(template("internal-it-service-desk")))
    form = show(draft, "metrics")
    at = f"metrics/levels/{draft.agreement.metrics.levels[0].id}"
    parts = ("direction", "target", "unit")
    for part in parts:
        assert f"{at}/{part}" in draft.agreement.proposed
    form.open_item(at)
    form.resize(560, 700)
    QTest.qWait(50)
    rows = [row(form, f"{at}/{part}") for part in parts]
    assert len({each.mapTo(form, each.rect().topLeft()).y() for each in rows}) == 1
    click(form, f"Confirm: {', '.join(each.spec.label for each in rows)}")
    assert not [part for part in parts if f"{at}/{part}" in draft.agreement.proposed]
    draft.undo()
    assert f"{at}/unit" in draft.agreement.proposed


def test_tab_comes_to_what_was_built_late_where_it_stands(show: Show) -> None:
    draft = example()
    form = show(draft, "scope")
    click(form, "Add service")
    click(form, "More detail: Service 1 (Order portal), hidden")
    click(form, "Move up: Service 3")
    click(form, "More detail: Limits, hidden")
    QTest.qWait(100)
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
