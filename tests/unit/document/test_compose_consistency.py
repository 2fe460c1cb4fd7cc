"""The list of faults finds what it is there to find, each planted in a sound little document."""

from dataclasses import replace

import pytest

from slaeditor.blocks import (
    Block,
    Cell,
    Derived,
    Document,
    Fixed,
    Gap,
    Paragraph,
    Part,
    Reference,
    Role,
    Row,
    Span,
    Table,
    Term,
    Value,
)
from tests.consistency import problems


def paragraph(
    name: str, *spans: Span | str, role: Role = Role.CLAUSE, number: str = ""
) -> Paragraph:
    filled = tuple(Fixed(span) if isinstance(span, str) else span for span in spans)
    return Paragraph(role, name, filled, number)


HEADING = paragraph("scope.heading", "Scope", role=Role.HEADING, number="1")
FIRST = paragraph(
    "scope.a", "The Provider shall deliver on ", Value("1 May", "x"), ".", number="1.1"
)
PARTY = paragraph(
    "parties", Value("Ada Ltd", "introduction/provider/name"), " (the ", Term("“Provider”"), ").",
    role=Role.PARTY, number="(1)",
)  # fmt: skip


def document(
    *blocks: Block, kind: str = "Service Level Agreement", part: str = "scope"
) -> Document:
    parts = (Part("front", (PARTY,)), Part(part, blocks or (HEADING, FIRST)))
    return Document("T", kind, "en-GB", "", "", "", "Draft", "a", parts)


def clause(*spans: Span | str) -> Document:
    return document(HEADING, FIRST, paragraph("scope.b", *spans, number="1.2"))


def found(faulty: Document) -> set[str]:
    return {line.partition(":")[0] for line in problems(faulty)}


def test_a_sound_document_has_no_problems() -> None:
    assert problems(document()) == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("undefined term", "The Provider shall meet each Milestone."),
        ("used without definition", "Service Levels are met."),
        ("forbidden word", "The Provider may not stop and/or pause, etc."),
        ("forbidden word", "The Provider shall answer promptly."),
        ("unsound text", "Two  blanks."),
        ("unsound text", "Two stops.."),
        ("unsound text", "A list: ."),
        ("unsound text", "Nothing () here."),
        ("unsound text", "Nothing [ ] here."),
        ("unsound text", "What {value} is this."),
        ("unsound text", "Stop the the press."),
        ("missing end", "Nothing at the end"),
        ("list without items", "The following is delivered:"),
        ("number of units", "It ends after 1 months."),
        ("number of units", "It ends after 60\u00a0day."),
        ("number of units", "It is measured for 2 Measurement Period."),
        ("wrong article", "It takes a hour."),
        ("long sentence", "One " + "word " * 34 + "more."),
    ],
)
def test_a_planted_fault_is_found(rule: str, text: str) -> None:
    assert rule in found(clause(text))


@pytest.mark.parametrize(
    "text",
    [
        "It ends after 1 month or 60\u00a0days.",
        "It takes an hour, a user and an 8 o’clock call.",
        "It counts 99.1 hours, 21 days and 1 Service.",
        "None.",
        "See Part A of it. The value is stated there.",
    ],
)
def test_what_is_right_is_let_pass(text: str) -> None:
    sound = paragraph("d", Term("“Services”"), " are: ", Value("x", "y"), ".", role=Role.DEFINITION)
    assert problems(document(HEADING, FIRST, sound, paragraph("b", text, number="1.2"))) in (
        [],
        ["unused term: d: Services"],
    )


def test_long_words_of_the_user_do_not_count_as_wording() -> None:
    assert (
        problems(clause("The Provider shall do this: ", Value("etc. " * 40 + "x", "y"), ".")) == []
    )


def test_an_article_before_a_value_is_checked_with_the_value() -> None:
    assert "wrong article" in found(clause("This is a ", Value("hourly report", "y"), "."))
    assert problems(clause("This is an ", Derived("hourly report", ("y",)), ".")) == []


def test_a_defined_term_that_nothing_uses_is_found() -> None:
    term = paragraph("d", Term("“Users”"), " means people.", role=Role.DEFINITION)
    assert "unused term" in found(document(HEADING, FIRST, term))


def test_a_reference_to_nothing_is_found() -> None:
    assert "dangling reference" in found(clause("See clause ", Reference("gone"), "."))
    assert "dangling reference" in found(clause("See clause ", Reference("gone", "9.9"), "."))
    assert problems(clause("See clause ", Reference("scope.a", "1.1"), ".")) == []


def test_a_value_stated_in_two_clauses_is_found_but_key_dates_may_repeat_it() -> None:
    assert "value stated twice" in found(clause("Again ", Value("1 May", "x"), "."))
    table = Table("t", ("Day",), (Row("r", (Cell((Value("1 May", "x"),)),)),), "Days", "Days")
    heading = paragraph("schedule-dates", "Key dates", role=Role.SCHEDULE, number="Schedule 1")
    lead = paragraph("lead", "If it differs, the clause prevails.", role=Role.BODY)
    with_dates = document()
    dates = Part("schedule-dates", (heading, lead, table))
    assert problems(replace(with_dates, parts=(*with_dates.parts, dates))) == []
    silent = Part("schedule-dates", (heading, table))
    assert "no prevailing sentence" in found(replace(with_dates, parts=(*with_dates.parts, silent)))


def test_a_heading_without_anything_below_it_is_found() -> None:
    assert "orphan heading" in found(document(HEADING, FIRST, replace(HEADING, number="2")))
    assert "orphan heading" in found(document(HEADING))


def test_a_hole_in_the_numbering_is_found() -> None:
    assert "broken numbering" in found(
        document(HEADING, FIRST, paragraph("b", "It ends.", number="1.3"))
    )


def test_a_paragraph_id_that_stands_twice_is_found() -> None:
    assert "id twice" in found(document(HEADING, FIRST, replace(FIRST, number="1.2")))


def test_a_gap_without_label_is_found() -> None:
    assert "gap without label" in found(clause("It starts on ", Gap("", "x/y"), "."))


def test_words_of_a_contract_are_found_between_departments_only() -> None:
    blocks = (HEADING, FIRST, paragraph("b", "No invoice follows.", number="1.2"))
    assert "forbidden word" in found(document(*blocks, kind="Internal service level agreement"))
    assert problems(document(*blocks)) == []
