"""Clauses, definitions and rows that come home from Word (cases 5 to 8 and 11 to 13)."""

from slaeditor.changes import Change, applied
from slaeditor.document.compose import compose
from slaeditor.document.copies import Profile
from slaeditor.paths import value_at
from slaeditor.review.proposal import Kind
from tests.agreements import TODAY
from tests.unit.review.returned_cases import (
    DOCUMENT,
    HOSTED,
    after,
    composed,
    found,
    only,
    said,
    taking_all_gives_the_file,
    text_of,
)
from tests.unit.review.word_edits import Word

NOTICE = "duration.renewal"
CONTACTS = "introduction/contacts"
LEVELS = "metrics/levels"


def test_case_5_a_tail_rewords_the_clause_and_its_values_live_on(word: Word) -> None:
    word.append("A Party shall not transfer", " The Customer may refuse without a reason.")
    proposal = only(found(word))
    assert (proposal.kind, proposal.path) == (Kind.CLAUSE, "clauses/duration.transfer/text")
    taking_all_gives_the_file(word)


def test_case_5_a_tail_to_the_notice_clause_freezes_no_number(word: Word) -> None:
    word.append("At the end of the End Date", " This is not so if the Customer objects.")
    proposal = only(found(word))
    new = after([proposal])
    assert "if the Customer objects" in text_of(compose(new, TODAY), NOTICE)
    later = applied(new, [Change("duration/notice/length", 60, 45)])
    assert "45\u00a0days before" in text_of(compose(later, TODAY), NOTICE)
    assert said(compose(HOSTED, TODAY)) == said(DOCUMENT)  # refusing it is leaving it


def test_case_6_a_clause_struck_out_is_removed_with_a_hint(word: Word) -> None:
    word.delete("At the end of the End Date")
    proposal = only(found(word))
    assert (proposal.path, proposal.after) == (f"clauses/{NOTICE}/text", "")
    assert "none" in proposal.hint
    assert "key dates" in proposal.hint
    assert proposal.author == word.author
    new = composed([proposal])
    assert NOTICE not in [p.id for p in new.paragraphs()]
    assert "Last day on which notice" not in str(said(new))


def test_case_7_a_new_clause_moves_the_numbers_and_is_one_proposal(word: Word) -> None:
    word.insert("The Governing Agreement states when", "The Parties shall meet every quarter.")
    proposal = only(found(word))
    assert (proposal.before, proposal.after) == ("", "The Parties shall meet every quarter.")
    taking_all_gives_the_file(word)
    texts = [p.text for p in composed([proposal]).paragraphs()]
    at = texts.index("The Parties shall meet every quarter.")
    assert texts[at - 1].startswith("The Governing Agreement states when")


def test_case_7_the_second_of_two_new_clauses_stays_there_where_the_first_is_refused(
    word: Word,
) -> None:
    word.insert("The Governing Agreement states when", "The first new one.")
    word.insert("The first new one.", "The second new one.")
    first, second = found(word).proposals
    texts = [p.text for p in composed([first, second]).paragraphs()]
    at = texts.index("The first new one.")
    assert texts[at - 1].startswith("The Governing Agreement states when")
    assert texts[at + 1] == "The second new one."
    alone = [p.text for p in composed([second]).paragraphs()]
    assert alone[at] == "The second new one."


def test_case_7_a_clause_behind_one_that_has_an_own_clause_below_stands_between(
    word: Word,
) -> None:
    word.insert("The Governing Agreement states when", "The old own one.")
    agreement = after(found(word).proposals)
    again = Word(compose(agreement, TODAY), Profile.COMPATIBLE, word.author)
    again.insert("The Governing Agreement states when", "The newer one.")
    new = after([only(found(again, agreement))], agreement)
    texts = [p.text for p in compose(new, TODAY).paragraphs()]
    at = texts.index("The newer one.")
    assert texts[at + 1] == "The old own one."


def test_case_8_a_typed_reference_is_named_and_lives_again(word: Word) -> None:
    word.replace("5.3", "5.2", within="A review changes nothing")
    proposal = only(found(word))
    assert proposal.path == "clauses/duration.review/text"
    assert "5.2" in proposal.hint
    assert "live" in proposal.hint
    (clause,) = [p for p in composed([proposal]).paragraphs() if p.id == "duration.review"]
    assert [s.target for s in clause.spans if hasattr(s, "target")] == ["general.notices"]


def test_case_8_a_number_typed_into_a_live_reference_is_no_renumbering(word: Word) -> None:
    word.number("5.3", "5.2", within="A review changes nothing")
    proposal = only(found(word))
    assert proposal.path == "clauses/duration.review/text"
    (clause,) = [p for p in composed([proposal]).paragraphs() if p.id == "duration.review"]
    assert [s.target for s in clause.spans if hasattr(s, "target")] == ["general.notices"]


def test_case_8_numbers_that_follow_from_a_new_clause_are_no_change(word: Word) -> None:
    word.insert("The Governing Agreement states when", "The Parties shall meet every quarter.")
    word.number("5.3", "5.4", within="A review changes nothing")
    assert only(found(word)).after == "The Parties shall meet every quarter."


def test_case_11_a_new_definition_is_a_definition_and_its_use_is_wording(word: Word) -> None:
    word.insert("“Excluded Time” means", "“Outage” means a time without the Services.")
    word.append("The Provider may use subcontractors", " They report each Outage.")
    word.append("A Party shall not transfer", " An Outage does not change this.")
    proposals = found(word).proposals
    assert len(proposals) == 3
    (definition,) = [p for p in proposals if p.kind is Kind.ROW]
    item = value_at(after(proposals), definition.path)
    assert (item.term, item.meaning) == ("Outage", "a time without the Services")
    assert {p.path for p in proposals if p.kind is Kind.CLAUSE} == {
        "clauses/scope.subcontractors/text",
        "clauses/duration.transfer/text",
    }
    taking_all_gives_the_file(word)


def test_case_12_a_new_row_is_a_new_level_with_what_it_holds(word: Word) -> None:
    word.insert_row(
        "at least 99.9%",
        "SL2",
        "Answers on time",
        "Hosted application",
        "Provider",
        "at least 95% of all requests",
        "Calendar month",
    )
    (proposal,) = found(word).proposals
    assert (proposal.kind, proposal.before) == (Kind.ROW, "")
    level = value_at(after([proposal]), proposal.path)
    assert (level.name, str(level.target)) == ("Answers on time", "95")
    assert str(level.owed_by) == "provider"
    assert str(level.window) == "calendar-month"
    assert level.definition is None  # the rest are gaps
    old = value_at(after([proposal]), f"{LEVELS}/availability")
    assert old == value_at(HOSTED, f"{LEVELS}/availability")


def test_case_12_a_row_deleted_is_an_item_removed_and_shifts_nothing(word: Word) -> None:
    word.delete_row("Priya Nair")
    proposal = only(found(word))
    assert (proposal.kind, proposal.path) == (Kind.ROW, f"{CONTACTS}/customer-daily")
    assert proposal.after == ""
    taking_all_gives_the_file(word)


def test_case_12_a_row_moved_is_an_order(word: Word) -> None:
    word.move_row("Ada Okafor", "Lena Fischer")
    proposal = only(found(word))
    assert (proposal.path, proposal.label) == (CONTACTS, "Order")
    new = after([proposal])
    assert [c.id for c in new.introduction.contacts] == [
        "customer-daily",
        "provider-escalation",
        "provider-daily",
        "customer-escalation",
    ]


def test_case_13_both_halves_of_a_clause_are_kept_and_the_value_that_moved(word: Word) -> None:
    word.split("It does not renew")
    proposal = only(found(word))
    assert proposal.label == "Cut into 2"
    taking_all_gives_the_file(word)
    later = applied(after([proposal]), [Change("duration/notice/length", 60, 45)])
    (half,) = [p.text for p in compose(later, TODAY).paragraphs() if "It does not" in p.text]
    assert half.startswith("It does not renew")
    assert "45\u00a0days" in half


def test_case_13_an_empty_line_before_a_clause_is_nothing(word: Word) -> None:
    word.split("At the end of the End Date")
    review = found(word)
    assert (review.proposals, review.unmatched) == ((), ())


def test_case_13_what_is_worked_out_goes_on_being_so_where_a_clause_moves(word: Word) -> None:
    word.move("This Agreement runs for", "A Party shall not transfer")
    proposal = only(found(word))
    (own,) = [p for p in composed([proposal]).paragraphs() if p.id.startswith("own-")]
    assert own.text == text_of(DOCUMENT, "duration.term")
    later = applied(after([proposal]), [Change("duration/term/length", 24, 36)])
    (own,) = [p for p in compose(later, TODAY).paragraphs() if p.id.startswith("own-")]
    assert "31\u00a0March\u00a02030" in own.text


def test_case_13_references_follow_a_clause_that_moves_or_is_joined_to_another(word: Word) -> None:
    word.move("Schedule 2 names the contacts", "A change to this Agreement must be in writing")
    new = composed([only(found(word))])
    (own,) = [p for p in new.paragraphs() if p.id.startswith("own-")]
    assert f"as clauses {own.number} and 5.1 say" in text_of(new, "general.changes")
    assert found(word, after([only(found(word))])).proposals == ()


def test_case_13_a_value_changed_in_the_second_half_is_found(word: Word) -> None:
    word.replace("60", "90")
    word.split("It does not renew")
    review = found(word)
    assert {p.path for p in review.proposals} == {
        "duration/notice/length",
        f"clauses/{NOTICE}/text",
    }
    taking_all_gives_the_file(word, but=["2028", "2029"])


def test_case_13_two_clauses_merged_are_one_proposal(word: Word) -> None:
    word.merge("The Provider may use subcontractors")
    proposal = only(found(word))
    assert proposal.label == "Joined with the next"
    assert proposal.author == word.author
    new = composed([proposal])
    assert "as for its own. The Provider shall handle" in text_of(new, "scope.subcontractors")
    assert "scope.data" not in [p.id for p in new.paragraphs()]


def test_case_13_a_clause_moved_is_a_change_of_order(word: Word) -> None:
    word.move("The Governing Agreement states when", "A Party shall not transfer")
    _moved(word)


def test_case_13_a_clause_cut_and_pasted_is_a_change_of_order(word: Word) -> None:
    word.move("The Governing Agreement states when", "A Party shall not transfer", as_move=False)
    _moved(word)


def _moved(word: Word) -> None:
    proposal = only(found(word))
    assert proposal.label == "Moved"
    assert proposal.author == word.author
    taking_all_gives_the_file(word)
    texts = [p.text for p in composed([proposal]).paragraphs()]
    at = next(n for n, t in enumerate(texts) if t.startswith("The Governing Agreement states"))
    assert texts[at - 1].startswith("A Party shall not transfer")
