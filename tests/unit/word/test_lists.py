"""Automatic numbering: lists count as Word does and begin again where the composed number does."""

import pytest

from slaeditor.blocks import Role
from slaeditor.word.lists import PARAGRAPHS, Instance, Lists, Numbering
from tests.unit.word.building import paragraph

BodyStep = tuple[Role, str]


def counted(steps: list[BodyStep], *, in_schedule: bool = False) -> tuple[Lists, list[Numbering]]:
    """The lists after these roles and numbers, and what each paragraph got."""
    lists = Lists()
    results = [
        lists.numbering(paragraph(role, "p", number=number), in_schedule=in_schedule)
        for role, number in steps
    ]
    return lists, results


def test_the_body_needs_nothing_beyond_its_styles() -> None:
    lists, results = counted(
        [
            (Role.HEADING, "1"),
            (Role.CLAUSE, "1.1"),
            (Role.ITEM, "(a)"),
            (Role.SUBITEM, "(i)"),
            (Role.SUBITEM, "(ii)"),
            (Role.ITEM, "(b)"),
            (Role.SUBITEM, "(i)"),
            (Role.CLAUSE, "1.2"),
            (Role.ITEM, "(a)"),
            (Role.HEADING, "2"),
            (Role.CLAUSE, "2.1"),
            (Role.PARTY, "(1)"),
            (Role.RECITAL, "(A)"),
        ]
    )
    assert set(results) == {Numbering()}
    assert lists.instances == []


def test_items_under_a_second_definition_begin_a_new_instance() -> None:
    lists, results = counted(
        [(Role.CLAUSE, "0.1"), (Role.ITEM, "(a)"), (Role.ITEM, "(a)"), (Role.ITEM, "(b)")]
    )
    (instance,) = lists.instances
    assert instance.start == 1
    assert f'w:numId w:val="{instance.id}"' in results[2].properties
    assert results[3] == results[2]


def test_the_paragraphs_of_each_schedule_begin_at_one() -> None:
    schedule: list[BodyStep] = [
        (Role.SCHEDULE, "Schedule 1"),
        (Role.PARAGRAPH_HEADING, "1"),
        (Role.PARAGRAPH, "1.1"),
        (Role.ITEM, "(a)"),
        (Role.PARAGRAPH_HEADING, "2"),
        (Role.SCHEDULE, "Schedule 2"),
        (Role.PARAGRAPH_HEADING, "1"),
        (Role.PARAGRAPH, "1.1"),
    ]
    lists, results = counted(schedule, in_schedule=True)
    assert lists.instances == [Instance(7, PARAGRAPHS, 0, 1)]
    assert not any(result.typed for result in results)
    assert 'w:numId w:val="7"' in results[-1].properties


def test_a_paragraph_without_a_heading_counts_on_the_first_level() -> None:
    _lists, results = counted([(Role.PARAGRAPH, "1"), (Role.PARAGRAPH, "2")], in_schedule=True)
    assert 'w:ilvl w:val="0"' in results[1].properties


def test_letters_and_roman_numerals_go_on_beyond_the_alphabet() -> None:
    letters = [chr(ord("a") + i) for i in range(26)] + ["aa", "bb"]
    _lists, results = counted([(Role.ITEM, f"({letter})") for letter in letters])
    assert set(results) == {Numbering()}
    roman = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi"]
    _lists, results = counted([(Role.SUBITEM, f"({number})") for number in roman])
    assert set(results) == {Numbering()}


@pytest.mark.parametrize("number", ["1.7", "3.1", "A.1"])
def test_a_clause_number_out_of_order_is_typed_and_the_next_ones_count_on(number: str) -> None:
    _lists, results = counted([(Role.HEADING, "1"), (Role.CLAUSE, number), (Role.CLAUSE, "1.1")])
    assert [result.typed for result in results] == ["", number, ""]


def test_a_clause_without_number_shows_none() -> None:
    _lists, (result,) = counted([(Role.CLAUSE, "")])
    assert 'w:numId w:val="0"' in result.properties
