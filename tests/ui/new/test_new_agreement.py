"""Starting an agreement, by keyboard alone where a person would."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from slaeditor.agreement import Agreement, decode
from slaeditor.field import Form
from slaeditor.kinds import Entity, Kind, Side
from slaeditor.library.drafts import Library
from tests.ui.window.opened import ALT, CTRL, Person, stored

Show = Callable[[], Person]


def opened(person: Person) -> Agreement:
    """The agreement that is open now."""
    desk = person.window.workshop.bench.desk
    assert desk is not None
    return desk.draft.agreement


def test_an_internal_agreement_with_keys_alone(show: Show, library: Library) -> None:
    person = show()
    person.press(Qt.Key.Key_N, CTRL)
    assert person.obstacles() == []
    person.press(Qt.Key.Key_Return)
    assert person.sees("Step 2 of 3")
    assert person.obstacles() == []
    person.press(Qt.Key.Key_Tab)
    QTest.keyClicks(person.find("Our side"), "Payroll team")
    person.press(Qt.Key.Key_Tab)
    QTest.keyClicks(person.find("The other side"), "Sales")
    person.press(Qt.Key.Key_Return)
    assert person.sees("Step 3 of 3")
    assert person.obstacles() == []
    QTest.keyClicks(person.find("What is the agreement called?"), "Pay run")
    person.press(Qt.Key.Key_Return)
    agreement = opened(person)
    assert agreement.title == "Pay run"
    assert agreement.kind is Kind.INTERNAL
    assert agreement.introduction.provider.name == "Payroll team"
    assert agreement.introduction.customer.name == "Sales"
    assert agreement.introduction.standing.entity is Entity.SAME
    assert agreement.introduction.ours is Side.PROVIDER
    assert "introduction/ours" not in agreement.proposed
    assert person.window.windowTitle() == "Pay run – SLA Editor"
    assert [each.title for each in library.summaries().drafts] == ["Pay run"]
    assert library.summaries().drafts[0].complete.endswith("/5")


def test_for_a_customer_we_may_be_the_customer(show: Show) -> None:
    person = show()
    person.press(Qt.Key.Key_N, CTRL)
    person.click("For a customer")
    person.click("Next")
    person.click("We are the customer: we receive")
    person.write("Our side", "Northwind GmbH")
    person.write("The other side", "Contoso plc")
    person.click("Next")
    person.click("Begin with Hosted application for a customer")
    person.click("Create")
    agreement = opened(person)
    assert agreement.kind is Kind.EXTERNAL
    assert agreement.introduction.customer.name == "Northwind GmbH"
    assert agreement.introduction.provider.name == "Contoso plc"
    assert agreement.introduction.ours is Side.CUSTOMER
    assert agreement.form is Form.EXTERNAL


def test_the_list_names_the_other_side_and_the_search_finds_both(show: Show) -> None:
    person = show()
    person.press(Qt.Key.Key_N, CTRL)
    person.click("Next")
    person.click("We are the customer: we receive")
    person.write("Our side", "Sales")
    person.write("The other side", "Payroll team")
    person.click("Next")
    person.write("What is the agreement called?", "Pay run")
    person.click("Create")
    person.waits_to_see("Internal agreement · Payroll team")
    person.press(Qt.Key.Key_Home, ALT)
    person.waits_for(["Pay run"])
    assert person.line(0)[2] == "Payroll team"
    for name in ("payroll team", "sales"):
        person.write("Search agreements", name)
        person.waits_for(["Pay run"])


def test_two_companies_of_one_group_need_a_contract_and_are_told_so(show: Show) -> None:
    person = show()
    person.press(Qt.Key.Key_N, CTRL)
    person.click("Next")
    assert not person.sees("Two companies need a contract")
    person.click("Do both belong to the same company? No, two companies of one group")
    assert person.sees("Two companies need a contract")
    person.click("Next")
    person.click("Create")
    assert opened(person).form is Form.EXTERNAL


def test_one_company_makes_no_contract_with_itself(show: Show) -> None:
    person = show()
    person.press(Qt.Key.Key_N, CTRL)
    person.click("For a customer")
    person.click("Next")
    person.click("Do both belong to the same company? Yes, one company")
    assert person.sees("can’t make a contract with itself")
    person.click("Next")
    person.click("Create")
    assert opened(person).form is Form.INTERNAL


def test_only_kinds_that_work_are_offered(show: Show) -> None:
    person = show()
    person.press(Qt.Key.Key_N, CTRL)
    assert not any("supplier" in text.lower() for text in person.texts())


def test_a_template_is_for_its_kind(show: Show) -> None:
    person = show()
    person.press(Qt.Key.Key_N, CTRL)
    person.click("Next")
    person.click("Next")
    person.find("Begin with IT service desk for a department")
    assert not person.sees("Hosted application")


def test_going_back_keeps_every_answer(show: Show) -> None:
    person = show()
    person.press(Qt.Key.Key_N, CTRL)
    person.click("Next")
    person.write("Our side", "Payroll team")
    person.click("Next")
    person.click("Back")
    person.click("Back")
    person.click("Next")
    person.click("Next")
    person.click("Create")
    assert opened(person).introduction.provider.name == "Payroll team"


def test_a_copy_leaves_out_what_is_ticked(show: Show, library: Library) -> None:
    stored(library, "Payroll", provider="IT Services")
    person = show()
    person.press(Qt.Key.Key_N, CTRL)
    person.click("Next")
    person.click("Next")
    person.click("Begin with A copy of an agreement of mine")
    assert person.obstacles() == []
    person.click("Leave out: The parties, contacts and signatories")
    person.write("What is the agreement called?", "Second payroll")
    person.click("Create")
    agreement = opened(person)
    assert agreement.title == "Second payroll"
    assert agreement.introduction.provider.name is None
    assert agreement.scope.services != ()


def test_cancel_and_escape_make_nothing(show: Show, library: Library) -> None:
    person = show()
    person.press(Qt.Key.Key_N, CTRL)
    person.click("Cancel")
    person.press(Qt.Key.Key_N, CTRL)
    person.press(Qt.Key.Key_Escape)
    assert library.summaries().drafts == ()
    assert person.window.shows_library


def test_a_damaged_source_is_told_and_the_answers_stay(show: Show, library: Library) -> None:
    draft_id = stored(library, "Payroll")
    person = show()
    person.press(Qt.Key.Key_N, CTRL)
    person.click("Next")
    person.click("Next")
    person.click("Begin with A copy of an agreement of mine")
    (library.folder / "drafts" / f"{draft_id}.json").write_bytes(b"torn")
    person.write("What is the agreement called?", "Second payroll")
    person.click("Create")
    assert person.sees("It was left as it is.")
    person.click("Begin with IT service desk for a department")
    person.click("Create")
    assert opened(person).title == "Second payroll"


def test_the_example_opens_finished(show: Show, library: Library) -> None:
    person = show()
    person.click("Open the example")
    assert library.summaries().drafts[0].complete == "5/5"
    assert decode(library.open(opened(person).id).draft) == opened(person)


def test_long_names_and_odd_letters_are_taken_as_they_are(show: Show) -> None:
    name = "Ärzte & Söhne <GmbH> “Ost” 株式会社"
    person = show()
    person.press(Qt.Key.Key_N, CTRL)
    person.click("Next")
    QApplication.clipboard().setText(name)
    person.find("Our side").setFocus()
    person.press(Qt.Key.Key_V, CTRL)
    person.click("Next")
    person.click("Create")
    assert opened(person).introduction.provider.name == name
