"""A file that came back is decided change by change; nothing is applied before Finish."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel
from pytestqt.qtbot import QtBot

from slaeditor.library.drafts import Library
from slaeditor.review.proposal import Kind, Proposal, Reword
from tests.ui.review.conftest import Import
from tests.ui.review.legal import ANNA, BEN, Legal
from tests.ui.window.opened import CTRL, Person
from ui.desk import Desk
from ui.review.proposals import ProposalCard

RENEWAL = "written notice against the renewal"
NOTICE = "Clause 3.3, Notice period"


def with_three_changes(legal: Legal) -> Legal:
    """A value, a wording and a new clause."""
    legal.replace("60", "90", ANNA, within=RENEWAL)
    legal.replace("Its last day", "Its final day", BEN)
    legal.add_paragraph("which is included.", "The Parties shall meet once a quarter.", ANNA)
    return legal


def focused() -> str:
    """What has the focus, by its name."""
    widget = QApplication.focusWidget()
    return widget.accessibleName() if widget is not None else ""


def notice(desk: Desk) -> int | None:
    return desk.draft.agreement.duration.notice.length


def test_the_page_tells_what_was_found(person: Person, legal: Legal, send_back: Import) -> None:
    legal.comment("End Date", "Is this right?")
    send_back(with_three_changes(legal))
    assert person.sees("We found 3 changes and 1 comment.")
    assert person.sees("0 of 3 decided")
    assert person.sees("Review “portal.docx”")
    assert person.sees("Notice period: 60 → 90")
    assert person.sees("Anna Legal · 20 Nov 2026, 09:30")
    assert person.obstacles() == []


def test_nothing_is_applied_before_finish(
    person: Person, desk: Desk, legal: Legal, send_back: Import
) -> None:
    before = desk.draft.agreement
    send_back(with_three_changes(legal))
    for _each in range(3):
        person.press(Qt.Key.Key_A)
    assert person.sees("3 of 3 decided")
    assert desk.draft.agreement == before


def test_keys_take_and_keep_and_go_on_to_the_next_open_change(
    person: Person, desk: Desk, legal: Legal, send_back: Import
) -> None:
    send_back(with_three_changes(legal))
    first = focused()
    person.press(Qt.Key.Key_K)
    assert focused() != first
    person.press(Qt.Key.Key_T)
    person.press(Qt.Key.Key_A)
    person.press(Qt.Key.Key_Return, CTRL)
    person.waits_to_see("2 taken, 1 kept; recorded.")
    assert notice(desk) == 90
    assert len(desk.draft.agreement.clauses) == 1


def test_arrows_go_from_card_to_card(person: Person, legal: Legal, send_back: Import) -> None:
    send_back(with_three_changes(legal))
    first = focused()
    person.press(Qt.Key.Key_Down)
    second = focused()
    assert second != first
    person.press(Qt.Key.Key_Up)
    assert focused() == first
    person.press(Qt.Key.Key_F8)
    assert focused() == second


def test_arrows_on_a_button_of_a_card_go_to_the_next_card(
    person: Person, legal: Legal, send_back: Import
) -> None:
    send_back(with_three_changes(legal))
    first = focused()
    person.press(Qt.Key.Key_Tab)
    assert focused() != first
    person.press(Qt.Key.Key_Down)
    assert focused() not in (first, "")


def test_buttons_decide_and_open_again(
    person: Person, desk: Desk, legal: Legal, send_back: Import
) -> None:
    legal.replace("60", "90", ANNA, within=RENEWAL)
    send_back(legal)
    person.click("Take")
    assert person.sees("1 of 1 decided")
    assert person.find(NOTICE).accessibleName().endswith("Taken")
    take = person.find("Take")
    assert isinstance(take, QAbstractButton)
    assert take.isChecked()
    person.click("Take")
    assert person.sees("0 of 1 decided")
    person.click("Keep mine")
    person.click("Finish")
    person.waits_to_see("0 taken, 1 kept; recorded.")
    assert notice(desk) == 60


def test_finish_is_one_step_that_can_be_undone(
    person: Person, desk: Desk, legal: Legal, send_back: Import
) -> None:
    before = desk.draft.agreement
    send_back(with_three_changes(legal))
    for _each in range(3):
        person.press(Qt.Key.Key_A)
    person.click("Finish")
    assert desk.draft.undo_stack.undo_label == "Review “portal.docx”"
    desk.draft.undo()
    assert desk.draft.agreement == before


def test_a_point_of_the_history_is_made_first(
    person: Person, legal: Legal, send_back: Import, library: Library, portal: str
) -> None:
    send_back(with_three_changes(legal))
    for _each in range(3):
        person.press(Qt.Key.Key_A)
    person.click("Finish")
    history = library.history(portal)
    newest = history.points()[0]
    assert (newest.label, newest.kind) == ("Before the review “portal.docx”", "review")
    assert history.at(newest.id)["duration"]["notice"]["length"] == 60
    assert isinstance(newest.moment, datetime)


def test_finish_is_saved(
    person: Person, desk: Desk, legal: Legal, send_back: Import, library: Library, portal: str
) -> None:
    send_back(with_three_changes(legal))
    for _each in range(3):
        person.press(Qt.Key.Key_A)
    person.click("Finish")
    assert desk.wait_until_saved()
    assert library.open(portal).draft["duration"]["notice"]["length"] == 90


def test_the_menu_takes_all_open_changes(person: Person, legal: Legal, send_back: Import) -> None:
    send_back(with_three_changes(legal))
    person.press(Qt.Key.Key_K)
    menu = person.window.actions_by_name.menus["A"]
    (take,) = [each for each in menu.actions() if each.text() == "&Take all open changes"]
    take.trigger()
    assert person.sees("3 of 3 decided")
    person.click("Finish")
    person.waits_to_see("2 taken, 1 kept; recorded.")


def test_finish_asks_about_what_is_not_decided(
    person: Person, desk: Desk, legal: Legal, send_back: Import
) -> None:
    send_back(with_three_changes(legal))
    person.press(Qt.Key.Key_A)
    person.click("Finish")
    assert person.sees("2 changes not decided")
    person.click("Go on deciding")
    assert person.sees("1 of 3 decided")
    person.click("Finish")
    person.click("Keep mine for the rest")
    person.waits_to_see("1 taken, 2 kept; recorded.")
    assert [each.taken for each in desk.draft.agreement.negotiation].count(True) == 1


def test_a_reason_is_recorded(person: Person, desk: Desk, legal: Legal, send_back: Import) -> None:
    legal.replace("60", "90", ANNA, within=RENEWAL)
    send_back(legal)
    person.click("Add a reason")
    person.write("Reason, for the record", "Agreed on the phone, take it")
    assert person.sees("0 of 1 decided")  # letters typed there decide nothing
    person.click("Take")
    person.click("Finish")
    person.waits_to_see("1 taken, 0 kept; recorded.")
    (decision,) = desk.draft.agreement.negotiation
    assert decision.reason == "Agreed on the phone, take it"
    assert (decision.author, decision.before, decision.after) == (ANNA, "60", "90")


def test_a_change_on_both_sides_shows_all_versions(
    person: Person, desk: Desk, legal: Legal, send_back: Import
) -> None:
    legal.replace("60", "90", ANNA, within=RENEWAL)
    desk.draft.enter("duration/notice/length", "45")
    send_back(legal)
    assert person.sees("Both sides changed it")
    for heading in ("Yours, as it is now", "As it was exported", "In the review"):
        assert person.sees(heading)
    person.press(Qt.Key.Key_K)
    person.click("Finish")
    assert notice(desk) == 45


def test_small_changes_are_one_card(
    person: Person, desk: Desk, legal: Legal, send_back: Import
) -> None:
    legal.replace("Limits of liability", "limits of liability", BEN)
    legal.replace("differ on anything", "differ  on anything", BEN)
    legal.replace("runs for", "runs  for", BEN)
    legal.replace("60", "90", ANNA, within=RENEWAL)
    send_back(legal)
    assert person.sees("2 small changes")
    person.click("Show each of the small changes")
    assert person.sees("Clause 3.2 · Wording")
    assert person.obstacles() == []
    person.click("Take: 2 changes")
    assert person.sees("2 of 3 decided")


def test_a_passage_that_is_long_shows_what_is_around_the_change_first(
    person: Person, legal: Legal, send_back: Import
) -> None:
    legal.replace("renews for", "shall renew for", BEN)
    legal.add_paragraph("which is included.", "word " * 200 + "end.", ANNA)
    legal.replace("Provider may interrupt", "Provider can interrupt", BEN)
    send_back(legal)
    assert person.obstacles() == []


def test_changes_can_be_filtered(person: Person, legal: Legal, send_back: Import) -> None:
    legal.comment("End Date", "Is this right?")
    send_back(with_three_changes(legal))
    person.press(Qt.Key.Key_A)
    shown = person.find("Everything")
    assert isinstance(shown, QComboBox)
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    shown.setCurrentIndex(shown.findText("Changes to decide"))
    shown.activated.emit(shown.currentIndex())
    assert person.sees("Notice period: 60 → 90")
    assert not person.sees("Is this right?")
    shown.setCurrentIndex(shown.findText("Comments"))
    shown.activated.emit(shown.currentIndex())
    assert person.sees("Is this right?")
    assert not person.sees("Notice period: 60 → 90")


def test_many_changes_are_there_in_the_end(person: Person, legal: Legal, send_back: Import) -> None:
    for number in range(60):
        legal.add_paragraph("which is included.", f"The Parties shall do thing {number}.", ANNA)
    send_back(legal)
    person.qtbot.waitUntil(lambda: person.sees("thing 0."), timeout=10000)
    assert person.sees("We found 60 changes and no comments.")
    assert person.obstacles() == []


def test_the_page_fits_a_narrow_window(person: Person, legal: Legal, send_back: Import) -> None:
    legal.comment("End Date", "Is this right?", "Yes.", resolved=True)
    send_back(with_three_changes(legal))
    person.window.resize(900, 720)
    assert person.obstacles() == []


def test_long_versions_of_both_sides_are_shown_around_their_changes(qtbot: QtBot) -> None:
    text = "The Provider shall answer requests. " * 20
    proposal = Proposal(
        Kind.CLAUSE,
        "clauses/duration.term/text",
        f"{text}It ends.",
        f"{text}It ends soon.",
        "Clause 3.2",
        "Wording",
        (Reword("duration.term", "", ""),),
        conflict=True,
        now=f"{text}It ends late.",
    )
    card = ProposalCard(proposal)
    qtbot.addWidget(card)
    shown = [label.text() for label in card.findChildren(QLabel) if "It ends" in label.text()]
    assert len(shown) == 3
    assert max(map(len, shown)) < 500
    assert card.take.accessibleName() == "Take: Clause 3.2, Wording"
