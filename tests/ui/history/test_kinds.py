"""What the list says of each version: what made it, on which computer, whether it has a name."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QListWidget

from slaeditor.library.drafts import Library
from tests.ui.history.looking import LIST, at_history, choose, page, points, settle, text
from tests.ui.window.opened import Person, stored
from ui.side_list import MORE

Show = Callable[[], Person]


@pytest.fixture
def payroll(library: Library, tmp_path: Path) -> str:
    """An agreement with a point of each kind, some of them from another computer."""
    draft_id = stored(library, "Payroll")
    draft = library.open(draft_id).draft
    there = Library(library.folder, laptop(tmp_path / "laptop"))
    for where, label, kind in [
        (library, "Draft 1", "named"),
        (there, "Status: With legal", "status"),
        (there, "While editing", "automatic"),
        (library, "Changed on Bo's laptop", "merged"),
        (library, "Before going back", "restored"),
    ]:
        where.history(draft_id).add({**draft, "title": f"Payroll, {label}"}, label, kind)
    return draft_id


def laptop(local: Path) -> Path:
    """The local folder of a computer with a name."""
    local.mkdir(parents=True)
    (local / "device.json").write_text('{"id": "0badc0de", "name": "Bo\'s laptop"}')
    return local


@pytest.fixture
def person(show: Show, payroll: str) -> Person:
    """A person who looks at its history."""
    assert payroll
    return at_history(show())


def second_lines(person: Person) -> dict[str, str]:
    """What stands below the name of each version, behind its time."""
    view = person.find(LIST)
    assert isinstance(view, QListWidget)
    items = [view.item(number) for number in range(view.count())]
    return {item.text(): item.data(MORE).partition(" · ")[2] for item in items}


def show_only_named(person: Person) -> None:
    """Choose to see those with a name only, or all again."""
    box = person.find("Only those with a name")
    assert isinstance(box, QCheckBox)
    box.setFocus()
    person.press(Qt.Key.Key_Space)


def test_each_version_says_what_made_it_and_where(person: Person) -> None:
    assert second_lines(person) == {
        "Now": "",
        "Opened": "automatic",
        "Before going back": "",
        "Changed on Bo's laptop": "brought together",
        "While editing": "on Bo's laptop · automatic",
        "Status: With legal": "on Bo's laptop",
        "Draft 1": "named",
    }
    assert person.obstacles() == []


def test_only_those_with_a_name_can_be_shown(person: Person) -> None:
    choose(person, points(person).index("Draft 1"))
    show_only_named(person)
    assert points(person) == ["Now", "Draft 1"]
    assert page(person).side.point is not None
    assert "Payroll, Draft 1" in text(person)
    show_only_named(person)
    assert len(points(person)) == 7


def test_a_name_given_here_to_a_version_from_elsewhere_stays(
    person: Person, library: Library, payroll: str
) -> None:
    choose(person, points(person).index("While editing"))
    person.click("Name this version…")
    person.write("Name", "Agreed with Bo")
    person.click("Name it")
    settle(person)
    assert second_lines(person)["Agreed with Bo"] == "on Bo's laptop · named"
    found = library.history(payroll).points()[3]
    assert (found.label, found.kind) == ("Agreed with Bo", "named")


def test_a_name_can_be_taken_away(person: Person) -> None:
    choose(person, points(person).index("While editing"))
    person.click("Name this version…")
    person.write("Name", "Agreed with Bo")
    person.click("Name it")
    settle(person)
    person.click("Take its name away")
    settle(person)
    assert second_lines(person)["While editing"] == "on Bo's laptop · automatic"
    assert person.obstacles() == []


def test_a_history_from_elsewhere_that_can_not_be_read_is_told(
    show: Show, library: Library, payroll: str
) -> None:
    (library.folder / "history" / f"{payroll}.01234567.jsonl").mkdir()
    someone = at_history(show())
    assert someone.sees("01234567.jsonl can't be read")
    assert "Draft 1" in points(someone)
