"""A number that is printed twice, and edited in one place only or in two ways (case 4)."""

from decimal import Decimal

import msgspec
import pytest

from slaeditor.agreement import Agreement, ClauseChange, ClauseState
from slaeditor.changes import Change, applied
from slaeditor.document.compose import compose
from slaeditor.document.copies import Profile
from slaeditor.paths import value_at
from slaeditor.review.proposal import Kind, Proposal
from tests.agreements import TODAY
from tests.unit.review.returned_cases import HOSTED, after, found, only
from tests.unit.review.word_edits import Word

LEVEL = "metrics/levels/availability"
TARGET = f"{LEVEL}/target"
TABLE = "99.9% of all minutes"
EXAMPLE = "For example, at 99.9% about 43 minutes of a month of 30 days may be lost."
LIVE = EXAMPLE.replace("99.9", f"{{value:{TARGET}}}")


def with_clause(text: str) -> Agreement:
    """The agreement with a worked example as a clause of its own."""
    clause = ClauseChange(
        id="own-example",
        state=ClauseState.OWN,
        text=text,
        behind="metrics.reporting",
        place="clause",
    )
    return msgspec.structs.replace(HOSTED, clauses=(clause,))


def with_definition() -> Agreement:
    """The agreement with a worked example in what the level counts."""
    old = value_at(HOSTED, f"{LEVEL}/definition")
    return applied(HOSTED, [Change(f"{LEVEL}/definition", old, f"{old}. {EXAMPLE}")])


AGREEMENTS = {
    "live": with_clause(LIVE),
    "typed": with_clause(EXAMPLE),
    "in a definition": with_definition(),
}


@pytest.fixture(params=AGREEMENTS)
def agreement(request: pytest.FixtureRequest) -> Agreement:
    return AGREEMENTS[str(request.param)]


@pytest.fixture
def word(agreement: Agreement, profile: Profile, author: str) -> Word:
    return Word(compose(agreement, TODAY), profile, author)


def target(agreement: Agreement, *taken: Proposal) -> Decimal | None:
    """The target once these proposals are taken."""
    value = value_at(after(taken, agreement), TARGET)
    assert value is None or isinstance(value, Decimal)
    return value


def texts(agreement: Agreement, *taken: Proposal) -> str:
    """What the document says then."""
    return "\n".join(p.text for p in compose(after(taken, agreement), TODAY).paragraphs())


def test_a_target_changed_in_the_table_alone_is_one_proposal_that_names_the_example(
    word: Word, agreement: Agreement
) -> None:
    word.replace("99.9", "99.5", within=TABLE)
    proposal = only(found(word, agreement))
    assert (proposal.kind, proposal.path) == (Kind.VALUE, TARGET)
    assert (proposal.before, proposal.after) == ("99.9", "99.5")
    assert proposal.author == word.author
    assert not proposal.conflict
    assert len(proposal.also) == 1
    assert "Schedule 1, Part A" not in proposal.also[0]
    assert target(agreement, proposal) == Decimal("99.5")


def test_an_example_that_says_something_else_is_a_conflict_and_no_second_silent_truth(
    word: Word, agreement: Agreement
) -> None:
    word.replace("99.9", "99.5", within=TABLE)
    word.replace("99.9", "99.7", within="For example, at")
    review = found(word, agreement)
    assert review.unmatched == ()
    assert len(review.proposals) == 2
    assert all(each.conflict and each.rivals for each in review.proposals)
    table, example = sorted(review.proposals, key=lambda each: "99.7" in each.after)
    assert table.path == TARGET
    assert example.after in table.rivals
    assert table.after in example.rivals
    assert target(agreement, table) == Decimal("99.5")


def test_an_example_that_follows_the_table_is_the_same_intention(
    word: Word, agreement: Agreement
) -> None:
    word.replace("99.9", "99.5", within=TABLE)
    word.replace("99.9", "99.5", within="For example, at")
    proposal = only(found(word, agreement))
    assert proposal.path == TARGET
    assert not proposal.conflict
    assert target(agreement, proposal) == Decimal("99.5")
    assert "at 99.5% about 43 minutes" in texts(agreement, proposal)


def test_an_example_changed_alone_is_a_change_of_the_value_only_where_it_lives_there(
    word: Word, agreement: Agreement
) -> None:
    word.replace("99.9", "99.7", within="For example, at")
    proposal = only(found(word, agreement))
    is_live = agreement is AGREEMENTS["live"]
    assert (proposal.path == TARGET) is is_live
    assert target(agreement, proposal) == Decimal("99.7" if is_live else "99.9")
    assert "at 99.7% about 43 minutes" in texts(agreement, proposal)
