"""Two real agreements, typed by keys and clicks, found again the next day, and sent to legal."""

from collections.abc import Iterator

import pytest
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]
from PySide6.QtWidgets import QApplication

from slaeditor.agreement import Agreement, encode
from slaeditor.changes import Change, applied, diff
from slaeditor.document.compose import compose
from slaeditor.document.copies import REVIEW_HEADER
from slaeditor.document.text import plain_text
from slaeditor.field import Form
from slaeditor.kinds import Side
from tests.agreements import BOTH, TODAY, typed
from tests.consistency import problems
from tests.forbidden import WITHIN_A_COMPANY
from tests.ui.journey.paper import laid_out, squeezed, text_of, values_of, words_of_tables
from tests.ui.journey.room import Room
from tests.ui.journey.writing import TwoDays, live_through
from tests.unit.document.test_compose import table, without_one_answer

pytestmark = pytest.mark.slow

OWED = {
    "marketing-and-sales": {
        "First contact with a lead": "Sales",
        "Attempts to reach a lead": "Sales",
        "Qualified Leads delivered": "Marketing",
        "Conversion from lead to customer": "both Departments",
    },
    "hosted-application": {"Availability of the application": "Provider"},
}
SAID = {
    "marketing-and-sales": (
        "31 December 2027",
        "at most 24 hours in every case",
        "at least 5 attempts within 2 weeks",
        "at least 1,000 Qualified Leads",
        "reported only",
        "100 → 50 → 30 → 15 → 5",
    ),
    "hosted-application": (
        "31 March 2029",
        "30 January 2029",
        "The Service Hours are: 24 hours a day, every day.",
        "The Support Hours are: Monday to Friday, 08:00 to 18:00.",
        "at least 99.9% of all minutes, around the clock",
        "Sunday, 02:00 to 06:00",
        "within 12 months after it was told of the change",
    ),
}


@pytest.fixture(scope="module", params=BOTH, ids=[what.name for what in BOTH])
def days(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[TwoDays]:
    """Both days with one of the agreements."""
    folder = tmp_path_factory.mktemp(request.param.name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SLAEDITOR_LOCAL", str(folder / "local"))
        room = Room(qapp, folder)
        try:
            yield live_through(request.param, room)
        finally:
            room.close()


@pytest.fixture(scope="module")
def text(days: TwoDays, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The text of the exported document's pages."""
    return text_of(laid_out(days.document, tmp_path_factory.mktemp("pages")))


@pytest.fixture(scope="module")
def pages(text: str) -> str:
    """The same without white space."""
    return squeezed(text)


def test_everything_is_stored_as_it_was_typed(days: TwoDays) -> None:
    ours = Change("introduction/ours", None, Side.PROVIDER)  # the start asks for it
    assert without_ids(days.evening) == without_ids(applied(typed(days.what), [ours]))
    assert days.evening.entered == {}
    assert days.evening.proposed == {}


def test_every_field_shows_the_next_day_what_was_typed(days: TwoDays) -> None:
    assert days.shown == {each.path: as_shown(each.path, each.words) for each in days.questions}
    assert diff(days.evening, days.morning) == ()


def as_shown(path: str, words: str) -> str:
    """What a field shows of what was typed: figures measured one after the other are set apart."""
    return "; ".join(words.split()) if path.endswith("/baseline/values") else words


def test_the_agreement_opens_where_the_person_left_it(days: TwoDays) -> None:
    assert days.found_at == days.left_at


def test_nothing_is_missing(days: TwoDays) -> None:
    assert days.checked == ()


def test_the_word_file_is_valid(days: TwoDays) -> None:
    assert [str(e) for e in OpenXmlValidator().validate(str(days.document)).errors] == []


def test_the_pages_show_every_value(days: TwoDays, pages: str) -> None:
    missing = {value for value in values_of(days.morning) if squeezed(value) not in pages}
    assert missing == set()


def test_the_pages_show_every_answer_in_the_words_of_the_person(days: TwoDays, pages: str) -> None:
    own = [each.words for each in days.questions if each.is_own]
    lines = [line for words in own for line in words.split("\n")]
    small = pages.casefold()
    assert [line for line in lines if squeezed(line).casefold() not in small] == []


def test_no_word_of_a_table_is_broken(days: TwoDays, text: str) -> None:
    assert words_of_tables(days.morning) - set(text.split()) == set()


def test_the_text_has_no_fault(days: TwoDays) -> None:
    assert problems(compose(days.morning, TODAY)) == []


def test_an_internal_agreement_has_no_words_of_a_contract(days: TwoDays, pages: str) -> None:
    """Acceptance 1."""
    said = plain_text(compose(days.morning, TODAY))
    is_internal = days.morning.form is Form.INTERNAL
    assert (WITHIN_A_COMPANY.findall(said) == []) is is_internal
    cover = pages.replace(squeezed(REVIEW_HEADER), "")[:200]
    assert ("Internal" in cover) is is_internal


def test_removing_any_one_answer_leaves_no_broken_sentence(days: TwoDays) -> None:
    """Acceptance 5."""
    faults = {
        removed: found
        for removed, left in without_one_answer(days.morning)
        if (found := problems(compose(left, TODAY)))
    }
    assert faults == {}


def test_each_promise_is_owed_by_the_right_side(days: TwoDays) -> None:
    """Acceptance 6, and its like for the other agreement."""
    rows = table(compose(days.morning, TODAY), "schedule-levels@part-a")
    assert {row[1]: row[3] for row in rows} == OWED[days.what.name]


def test_days_and_hours_are_as_agreed(days: TwoDays, pages: str) -> None:
    """Acceptance 7, and its like for the other agreement."""
    assert [words for words in SAID[days.what.name] if squeezed(words) not in pages] == []


def without_ids(agreement: Agreement) -> dict[str, object]:
    """Every value by its path, list items numbered: a window gives ids of its own."""
    names = {service.id: service.name for service in agreement.scope.services}
    values = dict(_flat("", encode(agreement)))
    for path in [path for path in values if path.endswith("/services")]:
        values[path] = names[str(values[path])]
    return values


def _flat(at: str, data: object) -> Iterator[tuple[str, object]]:
    if isinstance(data, list | tuple):
        data = {str(number): each for number, each in enumerate(data)}
    if not isinstance(data, dict):
        yield at, data
        return
    for name, value in data.items():
        if name != "id":
            yield from _flat(f"{at}/{name}", value)
