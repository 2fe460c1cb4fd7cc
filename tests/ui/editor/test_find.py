"""Find in the agreement."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from slaeditor.agreement import Agreement
from slaeditor.document.view import View
from slaeditor.editing.templates import finished_example
from tests.agreements import HOSTED_APPLICATION, typed
from tests.ui.editor.conftest import CTRL, SHIFT, TODAY, Open, Sight
from ui.editor.matches import places_of

F, F3, RETURN = Qt.Key.Key_F, Qt.Key.Key_F3, Qt.Key.Key_Return


@pytest.fixture
def hosted() -> Agreement:
    """The hosted application."""
    return typed(HOSTED_APPLICATION)


def search(sight: Sight, text: str) -> None:
    """Open the search with its key and type into it."""
    sight.key(F, CTRL)
    sight.type(text)
    sight.qtbot.waitUntil(lambda: bool(sight.page.find_bar.count.text()))


def test_the_key_opens_the_search_and_the_number_of_matches_shows(
    opened: Open, hosted: Agreement
) -> None:
    sight = opened(hosted)
    search(sight, "berlin")
    assert sight.focused.accessibleName() == "Find in the agreement"
    count = sight.page.find_bar.count.text()
    assert count == f"{len(places_of(View(hosted, TODAY), 'berlin'))} matches"


def test_return_goes_to_the_first_match_and_selects_it(opened: Open, hosted: Agreement) -> None:
    sight = opened(hosted)
    search(sight, "hrb 12")
    sight.key(RETURN)
    assert sight.page.find_bar.count.text() == "1 of 1"
    selected = [line.selectedText() for line in sight.page.forms.findChildren(QLineEdit)]
    assert "HRB 12" in selected


def test_return_goes_on_and_letters_never_reach_the_field(opened: Open, hosted: Agreement) -> None:
    sight = opened(hosted)
    search(sight, "northwind")
    sight.key(RETURN)
    first = sight.page.location()
    sight.key(RETURN)
    assert sight.page.location() not in ("", first)
    assert sight.page.find_bar.count.text().startswith("2 of ")
    sight.type(" hosting")
    assert sight.page.find_bar.line.text() == "northwind hosting"
    assert sight.draft.agreement == hosted


def test_escape_leads_into_the_field_that_was_found(opened: Open, hosted: Agreement) -> None:
    sight = opened(hosted)
    search(sight, "hrb 12")
    sight.key(RETURN)
    sight.key(Qt.Key.Key_Escape)
    assert sight.place == "introduction/provider/identity/register_number"


def test_f3_goes_on_and_shift_f3_goes_back(opened: Open, hosted: Agreement) -> None:
    sight = opened(hosted)
    search(sight, "northwind")
    sight.key(RETURN)
    assert sight.page.location() == "introduction/provider/name"
    sight.key(F3)
    second = sight.page.location()
    assert second not in ("", "introduction/provider/name")
    assert sight.page.find_bar.count.text().startswith("2 of ")
    sight.key(F3, SHIFT)
    assert sight.page.location() == "introduction/provider/name"
    sight.key(F3, SHIFT)
    total = sight.page.find_bar.count.text().rpartition(" ")[2]
    assert sight.page.find_bar.count.text() == f"{total} of {total}"


def test_a_match_in_another_section_is_shown_there(opened: Open, hosted: Agreement) -> None:
    sight = opened(hosted)
    search(sight, "external probe outside")
    sight.key(RETURN)
    assert sight.page.location() == "metrics/levels/availability/method"


def test_escape_ends_the_search_also_from_the_field(opened: Open, hosted: Agreement) -> None:
    sight = opened(hosted)
    search(sight, "harbour")
    sight.key(RETURN)
    sight.key(Qt.Key.Key_Escape)
    assert not sight.page.find_bar.isVisible()
    search(sight, "harbour")
    sight.key(Qt.Key.Key_Escape)
    assert not sight.page.find_bar.isVisible()
    assert sight.place


def test_what_is_not_there_is_not_found(opened: Open, hosted: Agreement) -> None:
    sight = opened(hosted)
    search(sight, "unicorn")
    assert sight.page.find_bar.count.text() == "Not found"
    sight.key(RETURN)
    assert sight.focused.accessibleName() == "Find in the agreement"


def test_the_search_follows_the_agreement(opened: Open, hosted: Agreement) -> None:
    sight = opened(hosted)
    search(sight, "unicorn")
    sight.draft.set_text("title", "Unicorn")
    sight.qtbot.waitUntil(lambda: sight.page.find_bar.count.text() == "1 match")


def test_choices_are_found_by_their_words_and_typed_text_as_it_was_typed() -> None:
    view = View(finished_example(), TODAY)
    assert "introduction/standing/entity" in places_of(view, "No, independent COMPANIES")
    assert places_of(view, "independent-companies") == ()
    assert places_of(view, "") == ()


def test_text_that_can_not_be_read_is_found(opened: Open) -> None:
    sight = opened()
    sight.draft.enter("duration/term/length", "a fortnight")
    found = places_of(sight.draft.view(TODAY), "fortnight")
    assert found == ("duration/term/length",)
