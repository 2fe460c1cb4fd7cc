"""What legal does in Word, and what comes home: proposals from returned lines."""

import dataclasses

import msgspec
import pytest

from slaeditor.agreement import Agreement
from slaeditor.blocks import Document, Paragraph
from slaeditor.changes import Change, applied
from slaeditor.document.compose import compose
from slaeditor.document.view import View
from slaeditor.paths import value_at
from slaeditor.review.gathering import review
from slaeditor.review.proposal import Kind, Proposal, Review
from slaeditor.review.taking import taken
from tests.agreements import HOSTED_APPLICATION, MARKETING_AND_SALES, TODAY, typed
from tests.unit.review.returning import ANNA, BEN, Reviewer

HOSTED = typed(HOSTED_APPLICATION)
DOCUMENT = compose(HOSTED, TODAY)


@pytest.fixture(params=["word", "compatible"])
def controls(request: pytest.FixtureRequest) -> bool:
    return bool(request.param == "word")


@pytest.fixture
def legal(controls: bool) -> Reviewer:
    return Reviewer(DOCUMENT, controls=controls, by=ANNA)


def found(legal: Reviewer, agreement: Agreement = HOSTED) -> Review:
    return review(legal.file(), DOCUMENT, agreement, TODAY)


def only(review_: Review) -> Proposal:
    assert len(review_.proposals) == 1, [(p.path, p.before, p.after) for p in review_.proposals]
    return review_.proposals[0]


def after(agreement: Agreement, *proposals: Proposal) -> Agreement:
    return taken(agreement, proposals, View(agreement, TODAY))


def paragraph(document: Document, key: str) -> Paragraph:
    (one,) = [p for p in document.paragraphs() if p.id == key]
    return one


def key_of(text: str) -> str:
    """The id of the only paragraph that holds a text."""
    (one,) = [p.id for p in DOCUMENT.paragraphs() if text in p.text]
    return one


NOTICE = key_of("days before the End Date")


def test_nothing_changed_is_no_proposal(legal: Reviewer) -> None:
    nothing = found(legal)
    assert not nothing.proposals
    assert not nothing.unmatched
    assert not nothing.remarks


def test_a_number_in_the_notice_clause_is_a_value(legal: Reviewer) -> None:
    legal.put(NOTICE, "60", "90")
    proposal = only(found(legal))
    assert (proposal.kind, proposal.path) == (Kind.VALUE, "duration/notice/length")
    assert (proposal.before, proposal.after) == ("60", "90")
    assert (proposal.author, proposal.date) == ("Anna Legal", "2026-11-20T09:30:00")
    assert after(HOSTED, proposal).duration.notice.length == 90


def test_an_untracked_edit_has_no_author(controls: bool) -> None:
    legal = Reviewer(DOCUMENT, controls=controls)
    legal.put(NOTICE, "60", "90")
    assert only(found(legal)).author == ""


def test_words_for_a_number_are_offered_as_wording_and_the_unit_changes(legal: Reviewer) -> None:
    legal.put(NOTICE, "60\u00a0days", "sixty (60) Business Days")
    proposals = found(legal).proposals
    assert {p.path for p in proposals} == {"duration/notice/unit", f"clauses/{NOTICE}/text"}
    new = after(HOSTED, *proposals)
    assert new.duration.notice.length == 60
    assert str(new.duration.notice.unit) == "business-days"
    assert "sixty (60) Business Days before" in paragraph(compose(new, TODAY), NOTICE).text


def test_a_tail_makes_an_override_in_which_values_live(legal: Reviewer) -> None:
    legal.put(NOTICE, "before the End Date.", "before the End Date, except where it is agreed.")
    proposal = only(found(legal))
    assert proposal.kind is Kind.CLAUSE
    new = after(HOSTED, proposal)
    assert "except where it is agreed" in paragraph(compose(new, TODAY), NOTICE).text
    later = applied(new, [Change("duration/notice/length", 60, 45)])
    assert "45\u00a0days before" in paragraph(compose(later, TODAY), NOTICE).text


def test_a_clause_struck_out_is_removed(legal: Reviewer) -> None:
    legal.delete(NOTICE)
    proposal = only(found(legal))
    assert (proposal.after, proposal.author) == ("", "Anna Legal")
    assert "Key dates" in proposal.hint or "key dates" in proposal.hint
    assert NOTICE not in [p.id for p in compose(after(HOSTED, proposal), TODAY).paragraphs()]


def test_a_new_clause_stands_where_it_was_put(legal: Reviewer) -> None:
    legal.insert(NOTICE, "The Parties shall meet once a quarter.")
    proposal = only(found(legal))
    assert proposal.before == ""
    document = compose(after(HOSTED, proposal), TODAY)
    ids = [p.id for p in document.paragraphs()]
    own = proposal.path.split("/")[1]
    assert ids[ids.index(own) - 1].startswith(NOTICE)
    assert paragraph(document, own).text == "The Parties shall meet once a quarter."


def test_two_new_clauses_keep_their_order(legal: Reviewer) -> None:
    legal.insert(NOTICE, "First new.", "first")
    legal.insert("first", "Second new.")
    proposals = found(legal).proposals
    texts = [p.text for p in compose(after(HOSTED, *proposals), TODAY).paragraphs()]
    assert texts.index("Second new.") == texts.index("First new.") + 1


def test_renumbered_references_are_no_change(legal: Reviewer) -> None:
    for index, line in enumerate(legal.lines):
        for ref in reversed(line.references):
            from slaeditor.review.lines import with_text

            legal.lines[index] = with_text(legal.lines[index], ref.start, ref.end, "9.9")
    assert not found(legal).proposals


def test_a_clause_cut_in_two_keeps_both_halves_and_the_value(legal: Reviewer) -> None:
    legal.split(NOTICE, "It does not renew")
    second = legal.lines[legal.at(f"{NOTICE}-tail")]
    assert "60" in second.text
    proposal = only(found(legal))
    assert proposal.label == "Cut into 2"
    document = compose(after(HOSTED, proposal), TODAY)
    assert any(
        p.text.startswith("It does not renew") and "60\u00a0days" in p.text
        for p in document.paragraphs()
    )
    later = applied(after(HOSTED, proposal), [Change("duration/notice/length", 60, 45)])
    assert any("45\u00a0days" in p.text for p in compose(later, TODAY).paragraphs())


def test_a_value_changed_in_the_second_half_is_found(legal: Reviewer) -> None:
    legal.put(NOTICE, "60", "90")
    legal.split(NOTICE, "It does not renew")
    paths = {p.path for p in found(legal).proposals}
    assert paths == {"duration/notice/length", f"clauses/{NOTICE}/text"}


def test_two_clauses_joined_are_one_card(legal: Reviewer) -> None:
    keys = legal.keys
    following = keys[keys.index(NOTICE) + 1]
    legal.join(NOTICE)
    proposal = only(found(legal))
    assert proposal.label == "Joined with the next"
    document = compose(after(HOSTED, proposal), TODAY)
    assert following not in [p.id for p in document.paragraphs()]
    assert paragraph(DOCUMENT, following).text in paragraph(document, NOTICE).text


def test_a_clause_moved_is_a_change_of_order(legal: Reviewer) -> None:
    target = key_of("whoever takes the place of a Party")
    legal.move(NOTICE, target)
    proposal = only(found(legal))
    assert proposal.label == "Moved"
    document = compose(after(HOSTED, proposal), TODAY)
    texts = [p.text for p in document.paragraphs()]
    moved = paragraph(DOCUMENT, NOTICE).text
    assert texts.count(moved) == 1
    at = texts.index(moved)
    assert document.paragraphs()[at - 1].id.startswith(target)


def test_a_target_changed_in_the_table_names_the_other_places(legal: Reviewer) -> None:
    (level,) = [level for level in HOSTED.metrics.levels if str(level.target) == "99.9"]
    row = f"metrics/levels/{level.id}"
    (place,) = [
        p for p in legal.places if p.row == row and "99.9" in p.text and "part-a" in p.table
    ]
    legal.put(place.key, "99.9", "99.5")
    proposal = only(found(legal))
    assert (proposal.path, proposal.after) == (f"{row}/target", "99.5")
    assert str(value_at(after(HOSTED, proposal), f"{row}/target")) == "99.5"


def test_a_row_deleted_removes_the_level(legal: Reviewer) -> None:
    level = HOSTED.metrics.levels[0]
    row = f"metrics/levels/{level.id}"
    legal.delete_row(row)
    rows = [p for p in found(legal).proposals if p.kind is Kind.ROW]
    assert [(p.path, p.after, p.author) for p in rows] == [(row, "", "Anna Legal")]
    assert value_at(after(HOSTED, *rows), row) is None


def test_a_new_row_is_a_new_level_with_what_it_holds(legal: Reviewer) -> None:
    level = HOSTED.metrics.levels[0]
    row = f"metrics/levels/{level.id}"
    cells = [p for p in legal.places if p.row == row and "part-a" in p.table]
    texts = ["SL9", *(p.text for p in cells[1:])]
    name = next(n for n, p in enumerate(cells) if p.text == level.name)
    texts[name] = "Answer time"
    legal.insert_row(row, texts)
    (proposal,) = [p for p in found(legal).proposals if p.kind is Kind.ROW]
    new = after(HOSTED, proposal)
    assert len(new.metrics.levels) == len(HOSTED.metrics.levels) + 1
    added = value_at(new, proposal.path)
    assert added.name == "Answer time"
    assert added.target == level.target


def test_replace_all_of_a_label_is_one_proposal(legal: Reviewer) -> None:
    legal.everywhere("Provider", "Supplier")
    review_ = found(legal)
    proposal = next(p for p in review_.proposals if p.path == "introduction/provider/short_name")
    assert (proposal.before, proposal.after) == ("Provider", "Supplier")
    assert len(proposal.also) > 10
    assert {p.kind for p in review_.proposals} == {Kind.VALUE}  # the rest is in texts of ours
    new = compose(after(HOSTED, *review_.proposals), TODAY)
    assert "Provider" not in " ".join(p.text for p in new.paragraphs() if p.id != "x")


def test_replace_all_of_a_verb_is_one_proposal(legal: Reviewer) -> None:
    legal.everywhere(" shall ", " must ")
    proposal = only(found(legal))
    assert (proposal.before, proposal.after) == ("shall", "must")
    assert len(proposal.also) > 5


def test_a_new_definition_is_a_definition(legal: Reviewer) -> None:
    definition = next(p for p in DOCUMENT.paragraphs() if p.role.value == "definition")
    legal.insert(definition.id, "“Outage” means a time in which the Services can't be used.")
    proposal = only(found(legal))
    assert proposal.path.startswith("introduction/definitions/")
    item = value_at(after(HOSTED, proposal), proposal.path)
    assert (item.term, item.meaning) == ("Outage", "a time in which the Services can't be used")


def test_comments_come_home_on_their_value(legal: Reviewer) -> None:
    legal.comment(NOTICE, "60", "Is this enough?", "We think so.", resolved=True)
    review_ = found(legal)
    (remark,) = review_.remarks
    assert remark.path == "duration/notice/length"
    assert remark.resolved
    assert [text for _, text in remark.entries] == ["Is this enough?", "We think so."]
    assert not review_.proposals


def test_a_note_in_the_text_is_a_comment(legal: Reviewer) -> None:
    legal.append(NOTICE, " [Note to draft: check with finance]")
    review_ = found(legal)
    assert not review_.proposals
    (remark,) = review_.remarks
    assert (remark.path, remark.entries) == (
        f"clauses/{NOTICE}/text",
        ((ANNA, "[Note to draft: check with finance]"),),
    )


@pytest.mark.parametrize("written", ["April 1, 2027", "2027-04-01", "1 April 2027"])
def test_a_date_in_another_form_is_trivial(legal: Reviewer, written: str) -> None:
    key = key_of("takes effect on")
    start = legal.text(key)
    date = start[start.index("1") : start.index("2027") + 4]
    legal.put(key, date, written)
    assert all(p.trivial for p in found(legal).proposals)


def test_an_ambiguous_date_is_asked(legal: Reviewer) -> None:
    key = key_of("takes effect on")
    start = legal.text(key)
    date = start[start.index("1") : start.index("2027") + 4]
    legal.put(key, date, "01/04/2027")
    proposal = only(found(legal))
    assert proposal.path == "duration/effective_date"
    assert proposal.hint
    new = after(HOSTED, proposal)
    assert new.duration.effective_date is None
    assert new.entered["duration/effective_date"] == "01/04/2027"


def test_an_autocorrected_sign_is_repaired(legal: Reviewer) -> None:
    key = next(p.id for p in DOCUMENT.paragraphs() if "“including”" in p.text)
    legal.put(key, "“including”", '"including"')
    proposal = only(found(legal))
    assert proposal.trivial


def test_a_file_without_any_anchor_is_aligned_by_its_text(legal: Reviewer) -> None:
    legal.put(NOTICE, "60", "90")
    legal.without_anchors()
    proposal = only(found(legal))
    assert (proposal.path, proposal.after) == ("duration/notice/length", "90")


def test_what_changed_in_the_draft_meanwhile_is_a_conflict(legal: Reviewer) -> None:
    legal.put(NOTICE, "60", "90")
    mine = applied(HOSTED, [Change("duration/notice/length", 60, 30)])
    proposal = only(found(legal, mine))
    assert proposal.conflict
    assert proposal.now == "30"


def test_what_the_draft_has_already_is_no_proposal(legal: Reviewer) -> None:
    legal.put(NOTICE, "60", "90")
    mine = applied(HOSTED, [Change("duration/notice/length", 60, 90)])
    assert not found(legal, mine).proposals


def test_a_second_copy_of_the_same_review_adds_nothing(legal: Reviewer) -> None:
    legal.put(NOTICE, "60", "90")
    legal.put(NOTICE, "End Date.", "End Date, if asked.")
    legal.insert(NOTICE, "New one.")
    proposals = found(legal).proposals
    new = after(HOSTED, *proposals)
    assert not found(legal, new).proposals


def test_two_reviewers_of_one_clause_are_both_named(legal: Reviewer) -> None:
    legal.append(NOTICE, " One more.")
    legal.by = BEN
    legal.append(NOTICE, " And another.")
    assert only(found(legal)).author == "Anna Legal, Ben Counsel"


def test_a_line_of_a_list_is_a_line() -> None:
    agreement = typed(MARKETING_AND_SALES)
    agreement = msgspec.structs.replace(
        agreement,
        scope=msgspec.structs.replace(agreement.scope, out_of_scope="Paper letters\nFairs\nCalls"),
    )
    document = compose(agreement, TODAY)
    legal = Reviewer(document, by=ANNA)
    keys = [p.key for p in legal.places if p.text.startswith(("Paper", "Fairs", "Calls"))]
    legal.put(keys[1], "Fairs", "Trade fairs")
    legal.insert(keys[2], "posters.")
    legal.delete(keys[0])
    proposals = review(legal.file(), document, agreement, TODAY).proposals
    new = taken(agreement, proposals, View(agreement, TODAY))
    assert (new.scope.out_of_scope or "").splitlines() == ["Trade fairs", "Calls", "posters"]


def test_names_typed_into_the_signature_block_are_signatories(legal: Reviewer) -> None:
    signing = [p for p in legal.places if "#" in p.row and p.column == 1]
    empty = next(p for p in signing if p.text == "")
    named = next(p for p in signing if p.text and not p.text.startswith("["))
    legal.put(named.key, named.text, "Dr Jo Bell")
    proposals = found(legal).proposals
    (proposal,) = proposals
    assert proposal.path.startswith("introduction/signatories/")
    assert value_at(after(HOSTED, proposal), proposal.path) == "Dr Jo Bell"
    assert empty.key not in [p.path for p in proposals]


def test_a_second_person_to_sign_is_a_new_one(legal: Reviewer) -> None:
    block = next(p.table for p in legal.places if "#" in p.row)
    last = [n for n, p in enumerate(legal.places) if p.table == block][-1]
    index = legal.at(legal.places[last].key)
    cell = legal.lines[index].cell
    assert cell is not None
    for number, (label, text) in enumerate((("Name", "Kim Park"), ("Function", "Director"))):
        for column, words in enumerate((label, text)):
            legal.insert(legal.keys[index], words, f"signer-{number}-{column}")
            index += 1
            at = dataclasses.replace(cell, row=cell.row + 900 + number, column=column)
            legal.lines[index] = dataclasses.replace(legal.lines[index], cell=at)
    proposal = only(found(legal))
    item = value_at(after(HOSTED, proposal), proposal.path)
    assert (item.name, item.function, str(item.side)) == ("Kim Park", "Director", "provider")
