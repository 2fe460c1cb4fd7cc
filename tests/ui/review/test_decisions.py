"""What was decided so far, without a window."""

from slaeditor.review.proposal import AddClause, Kind, Proposal, Review, SetText, Unmatched
from ui.review.decisions import SMALL, Answer, Decisions, section_of
from ui.review.marks import sides
from ui.review.words import outcome_words, summary


def proposal(
    path: str,
    after: str = "new",
    *,
    trivial: bool = False,
    conflict: bool = False,
    rivals: tuple[str, ...] = (),
) -> Proposal:
    return Proposal(
        Kind.VALUE,
        path,
        "old",
        after,
        "Clause 1",
        "Value",
        (SetText(path, after),),
        trivial=trivial,
        conflict=conflict,
        rivals=rivals,
    )


NOTICE = proposal("duration/notice/length")
TITLE = proposal("title")
TERM = proposal("duration/term/length")


def keys(decisions: Decisions) -> list[str]:
    return [each.key for each in decisions.matters]


def test_changes_of_a_section_stand_together_in_the_order_of_the_file() -> None:
    decisions = Decisions(Review("a.docx", (NOTICE, TITLE, TERM)))
    assert keys(decisions) == [NOTICE.id, TERM.id, TITLE.id]


def test_small_ones_are_one_matter_and_count_each() -> None:
    small = (proposal("scope/a", trivial=True), proposal("scope/b", trivial=True))
    decisions = Decisions(Review("a.docx", (small[0], NOTICE, small[1])))
    assert keys(decisions) == [NOTICE.id, SMALL]
    decisions.decide(SMALL, Answer.TAKE)
    assert (decisions.decided, decisions.total) == (2, 3)
    assert decisions.taken == {each.id for each in small}


def test_a_small_one_that_both_sides_changed_is_a_matter_of_its_own() -> None:
    both = proposal("scope/a", trivial=True, conflict=True)
    assert keys(Decisions(Review("a.docx", (both,)))) == [both.id]


def test_of_two_that_contradict_each_other_one_is_taken() -> None:
    one = proposal("metrics/levels/a/target", "99.5", rivals=("99.7",))
    other = proposal("metrics/levels/a/target", "99.7", rivals=("99.5",))
    decisions = Decisions(Review("a.docx", (one, other)))
    decisions.decide(one.id, Answer.TAKE)
    assert decisions.answer(other.id) is Answer.KEEP
    decisions.decide(other.id, Answer.TAKE)
    assert decisions.taken == {other.id}


def test_what_is_left_open_can_be_settled_at_once() -> None:
    decisions = Decisions(Review("a.docx", (NOTICE, TITLE)))
    decisions.decide(NOTICE.id, Answer.TAKE)
    decisions.settle(Answer.KEEP)
    assert outcome_words(decisions) == "1 taken, 1 kept; recorded."


def test_taking_all_leaves_open_what_has_to_be_looked_at() -> None:
    both = proposal("scope/a", conflict=True)
    decisions = Decisions(Review("a.docx", (NOTICE, both, TITLE)))
    decisions.decide(TITLE.id, Answer.KEEP)
    decisions.take_open()
    assert decisions.taken == {NOTICE.id}
    assert decisions.answer(both.id) is Answer.OPEN


def test_reasons_go_to_each_proposal_that_they_are_about() -> None:
    small = (proposal("scope/a", trivial=True), proposal("scope/b", trivial=True))
    decisions = Decisions(Review("a.docx", (*small, NOTICE)))
    decisions.explain(SMALL, " house style ")
    decisions.explain(NOTICE.id, "  ")
    assert decisions.reasons == {each.id: "house style" for each in small}
    assert decisions.has_begun


def test_answers_are_taken_over_for_the_same_proposals_only() -> None:
    earlier = Decisions(Review("a.docx", (NOTICE, TITLE)))
    earlier.decide(NOTICE.id, Answer.TAKE)
    earlier.decide(TITLE.id, Answer.KEEP)
    changed = proposal("title", "newer")
    later = Decisions(Review("a.docx", (NOTICE, changed)))
    later.take_over(earlier)
    assert later.answer(NOTICE.id) is Answer.TAKE
    assert later.answer(changed.id) is Answer.OPEN


def test_an_own_clause_is_in_the_section_of_what_it_stands_behind() -> None:
    own = Proposal(
        Kind.CLAUSE,
        "clauses/own-1/text",
        "",
        "New.",
        "After clause 3.2",
        "New clause",
        (AddClause("own-1", "New.", "duration.term", "clause"),),
    )
    assert section_of(own) == "duration"


def test_the_summary_counts_what_was_found() -> None:
    nothing = Review("a.docx", unmatched=(Unmatched("x", "", ""), Unmatched("y", "", "")))
    assert summary(nothing) == (
        "We found no changes and no comments; 2 passages could not be placed."
    )


def test_long_texts_show_what_is_around_the_change() -> None:
    start, end = "word " * 40, " tail" * 40
    before, after = sides(f"{start}old{end}", f"{start}new{end}", 20)
    assert "old" in before
    assert "new" in after
    assert len(before) < 80
    assert sides("old", "new", 20) == ("old", "new")
