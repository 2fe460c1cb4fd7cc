"""A side that was renamed in the draft after the file had gone out: its old name is no change."""

from slaeditor.agreement import Agreement
from slaeditor.changes import Change, applied
from slaeditor.document.compose import compose
from slaeditor.document.copies import Profile
from tests.agreements import MARKETING_AND_SALES, TODAY, typed
from tests.unit.review.returned_cases import (
    HOSTED,
    after,
    found,
    only,
    text_of,
)
from tests.unit.review.word_edits import Word

RENAMED = applied(
    HOSTED,
    [
        Change("introduction/provider/short_name", None, "Northwind"),
        Change("introduction/customer/short_name", None, "Shop"),
        Change("introduction/customer/short_name_article", None, True),
    ],
)


def test_nothing_is_proposed_where_only_the_draft_renamed_a_side(word: Word) -> None:
    assert found(word, RENAMED).proposals == ()


def test_a_rewording_is_no_conflict_with_a_new_name_and_follows_it(word: Word) -> None:
    word.append("The Provider may use subcontractors", " The Provider names them on request.")
    proposal = only(found(word, RENAMED))
    assert not proposal.conflict
    text = text_of(compose(after([proposal], RENAMED), TODAY), "scope.subcontractors")
    assert text.startswith("Northwind may use subcontractors")
    assert text.endswith("Northwind names them on request.")


def test_a_clause_struck_out_is_no_conflict_with_a_new_name(word: Word) -> None:
    word.delete("The Provider may use subcontractors")
    proposal = only(found(word, RENAMED))
    assert not proposal.conflict
    assert proposal.after == ""


def test_a_name_that_both_sides_changed_is_a_conflict(word: Word) -> None:
    word.everywhere("Provider", "Supplier")
    proposals = found(word, RENAMED).proposals
    (label,) = [p for p in proposals if p.path == "introduction/provider/short_name"]
    assert (label.before, label.after, label.now) == ("Provider", "Supplier", "Northwind")
    assert label.conflict
    assert [each.where for each in proposals if each.conflict] == [label.where]


def test_departments_that_were_called_by_their_names_are_known_by_them(
    profile: Profile, author: str
) -> None:
    agreement = typed(MARKETING_AND_SALES)
    word = Word(compose(agreement, TODAY), profile, author)
    word.append("Sales will", " Sales says so in writing.")
    later = _called(agreement, "Field Sales")
    proposal = only(found(word, later))
    assert not proposal.conflict
    texts = [p.text for p in compose(after([proposal], later), TODAY).paragraphs()]
    assert any(text.endswith("Field Sales says so in writing.") for text in texts)


def _called(agreement: Agreement, name: str) -> Agreement:
    path = "introduction/customer/short_name"
    return applied(agreement, [Change(path, agreement.introduction.customer.short_name, name)])
