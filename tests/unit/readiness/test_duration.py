"""What is found about start, term, notice, reviews and the rights to end."""

from datetime import date

import pytest

from tests.unit.readiness.asking import HOSTED, LEADS, changed, finished, found_in, new, rules

LENGTH = "duration/notice/length"


def test_a_start_in_the_past_is_a_warning_while_the_agreement_is_being_written() -> None:
    found = new(HOSTED, today=date(2027, 5, 2))
    assert rules(found) == ["warning start duration/effective_date"]
    assert "1 April 2027" in found[0].sentence
    assert new(HOSTED, ("status", "in-force"), today=date(2027, 5, 2)) == []


@pytest.mark.parametrize(("length", "finding"), [("0", "blocker R39 duration/term/length")])
def test_a_term_of_nothing_blocks(length: str, finding: str) -> None:
    assert finding in rules(new(HOSTED, ("duration/term/length", length)))


def test_an_end_before_the_start_blocks() -> None:
    found = new(
        HOSTED, ("duration/term/type", "until-date"), ("duration/term/until", "1 March 2027")
    )
    assert "blocker R39 duration/term/until" in rules(found)


def test_services_that_begin_before_the_agreement_or_after_its_end_are_found() -> None:
    path = "duration/service_start"
    assert rules(new(HOSTED, (path, "1 March 2027"))) == [f"warning R39 {path}"]
    assert rules(new(HOSTED, (path, "1 April 2029"))) == [f"blocker R39 {path}"]
    assert new(HOSTED, (path, "1 May 2027")) == []


def test_notice_of_nothing_blocks() -> None:
    assert f"blocker R37 {LENGTH}" in rules(new(HOSTED, (LENGTH, "0")))


def test_notice_longer_than_the_term_blocks() -> None:
    found = new(HOSTED, (LENGTH, "25"), ("duration/notice/unit", "months"))
    assert rules(found) == [f"blocker R38 {LENGTH}"]


def test_the_last_day_for_notice_may_not_be_past() -> None:
    found = new(HOSTED, today=date(2029, 2, 1))
    assert f"blocker R38 {LENGTH}" in rules(found)
    assert "30 January 2029" in next(f.sentence for f in found if f.rule == "R38")
    in_force = new(HOSTED, ("status", "in-force"), today=date(2029, 2, 1))
    assert rules(in_force) == [f"note R38 {LENGTH}"]


def test_a_last_day_for_notice_on_a_weekend_is_a_note_with_the_safe_day() -> None:
    found = new(HOSTED, (LENGTH, "62"))
    assert rules(found) == [f"note R38 {LENGTH}"]
    assert "28 January 2029" in found[0].sentence
    assert "26 January 2029" in found[0].sentence


def test_notice_is_no_matter_where_no_clause_on_it_prints() -> None:
    no_renewal = ("duration/renewal/type", "none")
    found = new(HOSTED, no_renewal, (LENGTH, "25"), ("duration/notice/unit", "months"))
    assert not [f for f in found if f.rule in ("R37", "R38")]


def test_an_incomplete_notice_blocks() -> None:
    found = new(HOSTED, ("duration/notice/unit", ""))
    assert rules(found) == ["blocker R01 duration/notice/unit"]


def test_a_renewal_without_length_blocks() -> None:
    found = new(HOSTED, ("duration/renewal/length", ""))
    assert rules(found) == ["blocker R01 duration/renewal/length"]


def test_an_open_ended_agreement_needs_a_notice() -> None:
    open_ended = (("duration/term/type", "open-ended"), ("duration/notice/length", ""))
    assert "blocker R01 duration/notice/length" in rules(new(LEADS, *open_ended))


@pytest.mark.parametrize(
    ("path", "text", "finding"),
    [
        ("every", "24", "blocker R34 duration/review/every"),
        ("every", "18", "warning R34 duration/review/every"),
        ("first", "1 April 2029", "blocker R34 duration/review/first"),
        ("first", "1 April 2026", "warning R34 duration/review/first"),
        ("first", "1 May 2028", "warning R34 duration/review/first"),
    ],
)
def test_reviews_stand_within_the_term_and_within_a_year(
    path: str, text: str, finding: str
) -> None:
    assert finding in rules(new(HOSTED, (f"duration/review/{path}", text)))


def test_a_change_of_owner_that_nobody_decided_blocks_in_a_contract() -> None:
    assert "blocker R01 duration/change/who_may_end" in rules(
        new(HOSTED, ("duration/change/who_may_end", ""))
    )
    assert new(HOSTED, ("duration/change/who_may_end", "neither")) == []


def test_more_misses_than_periods_can_not_happen() -> None:
    found = new(
        HOSTED,
        ("metrics/levels/availability/minimum", "99.0"),
        ("duration/repeated_failure/misses", "4"),
        ("duration/repeated_failure/periods", "3"),
        ("duration/repeated_failure/use_within_days", "30"),
    )
    assert rules(found) == ["blocker R39 duration/repeated_failure/misses"]


def test_an_agreement_that_has_ended_is_found() -> None:
    agreement = changed(finished(LEADS), ("duration/effective_date", "1 January 2024"))
    assert "warning R39 duration/term/length" in rules(list(found_in(agreement)))
