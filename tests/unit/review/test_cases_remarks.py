"""Comments, marks by hand, reviewers together and whole files (cases 14 to 18 and 20 to 22)."""

from slaeditor.document.compose import compose
from slaeditor.document.copies import Copy, Profile
from slaeditor.editing.exporting import form_of_export
from slaeditor.editing.reviewing import finished
from slaeditor.paths import value_at
from slaeditor.review.gathering import review
from slaeditor.review.proposal import Kind
from slaeditor.word.reading.read import read_returned
from slaeditor.word.write import docx_bytes
from tests.agreements import TODAY
from tests.unit.review.returned_cases import (
    ANNA,
    DOCUMENT,
    HOSTED,
    after,
    composed,
    differing,
    found,
    only,
    read,
    said,
    taking_all_gives_the_file,
    text_of,
)
from tests.unit.review.word_edits import Word

BEN = "Ben Counsel"
NOTICE = "duration.renewal"
STRUCK = '<w:strike/><w:color w:val="FF0000"/>'
YELLOW = '<w:highlight w:val="yellow"/>'


def test_case_14_a_thread_hangs_on_its_value_with_its_state(word: Word) -> None:
    word.comment("60", (ANNA, "Days or Business Days?"), (BEN, "Days."), resolved=True)
    came = found(word)
    (remark,) = came.remarks
    assert (remark.path, remark.resolved) == ("duration/notice/length", True)
    assert [(who.name, text) for who, text in remark.entries] == [
        (ANNA, "Days or Business Days?"),
        (BEN, "Days."),
    ]
    assert came.proposals == ()


def test_case_14_comments_on_a_cell_and_on_a_heading(word: Word) -> None:
    word.comment("Ada Okafor", (ANNA, "Is she still there?"))
    word.comment("Term and termination", (BEN, "Too long."))
    came = found(word)
    assert {(r.path, r.entries[0][1]) for r in came.remarks} == {
        ("introduction/contacts/provider-daily/name", "Is she still there?"),
        ("duration", "Too long."),
    }
    assert came.proposals == ()


def test_case_15_a_note_in_the_text_is_a_comment_there(word: Word) -> None:
    word.append("The Provider may use subcontractors", " [Note to draft: check with finance]")
    came = found(word)
    assert came.proposals == ()
    (remark,) = came.remarks
    assert remark.path == "clauses/scope.subcontractors/text"
    ((who, text),) = remark.entries
    assert (who.name, text) == (word.author, "[Note to draft: check with finance]")


def test_case_15_a_note_in_a_paragraph_of_its_own(word: Word) -> None:
    word.insert("The Provider may use subcontractors", "[Note to draft: check with finance]")
    came = found(word)
    assert came.proposals == ()
    assert [remark.path for remark in came.remarks] == ["clauses/scope.subcontractors/text"]


def test_case_16_words_struck_through_by_hand_are_to_be_decided(profile: Profile) -> None:
    word = Word(DOCUMENT, profile)
    word.by_hand("The Provider answers for their acts as for its own.", STRUCK)
    proposal = only(found(word))
    assert proposal.path == "clauses/scope.subcontractors/text"
    assert "by hand" in proposal.hint
    assert text_of(composed([proposal]), "scope.subcontractors").endswith("use subcontractors.")


def test_case_16_a_highlighted_phrase_is_a_remark(profile: Profile) -> None:
    word = Word(DOCUMENT, profile)
    word.by_hand("unreasonably withhold", YELLOW)
    came = found(word)
    assert came.proposals == ()
    (remark,) = came.remarks
    assert (remark.path, remark.quoted) == (
        "clauses/duration.transfer/text",
        "unreasonably withhold",
    )
    assert "highlighted" in remark.entries[0][1]


def test_case_17_what_a_second_reviewer_deletes_of_the_first_ones_text(profile: Profile) -> None:
    word = Word(DOCUMENT, profile, ANNA)
    word.append("The Provider may use subcontractors", " It names them and their places.")
    word.author = BEN
    word.replace(" and their places", "", within="It names them")
    came = found(word)
    proposal = only(came)
    assert proposal.author == f"{ANNA}, {BEN}"
    assert proposal.after.endswith("as for its own. It names them.")
    assert "places" not in proposal.after
    before = [line.text for line in word.file().before]
    assert text_of(DOCUMENT, "scope.subcontractors") in before
    taking_all_gives_the_file(word)


def test_case_18_changes_accepted_under_a_new_name_are_found_without_authors(
    profile: Profile,
) -> None:
    word = Word(DOCUMENT, profile)
    word.replace("60", "90")
    word.append("The Provider may use subcontractors", " It names them.")
    came = found(word)
    assert {p.path for p in came.proposals} == {
        "duration/notice/length",
        "clauses/scope.subcontractors/text",
    }
    assert {p.author for p in came.proposals} == {""}


def test_case_18_a_colleagues_copy_brings_the_same_change_once(profile: Profile) -> None:
    first, second = Word(DOCUMENT, profile), Word(DOCUMENT, profile, BEN)
    for word in (first, second):
        word.replace("60", "90")
        word.append("The Provider may use subcontractors", " It names them.")
    second.replace("in an open format", "in a documented format")
    merged = after(found(first).proposals)
    assert [p.path for p in found(second, merged).proposals] == ["duration/after_end/data_format"]
    assert found(first, merged).proposals == ()


def test_case_18_a_colleagues_other_wish_for_the_same_value_is_a_conflict(
    profile: Profile,
) -> None:
    first, second = Word(DOCUMENT, profile), Word(DOCUMENT, profile, BEN)
    first.replace("60", "90")
    second.replace("60", "30")
    merged = after(found(first).proposals)
    proposal = only(found(second, merged))
    assert proposal.conflict
    assert (proposal.before, proposal.now, proposal.after) == ("60", "90", "30")


def test_case_20_a_file_made_anew_is_aligned_by_its_text(profile: Profile) -> None:
    word = Word(DOCUMENT, profile)
    word.replace("60", "90")
    word.append("The Provider may use subcontractors", " It names them.")
    word.delete("The Governing Agreement states when")
    word.insert("shall handle personal data", "A log of all changes is kept.")
    word.replace("+49 30 5550 102", "+49 30 5550 199")
    word.header("Subject to contract")
    word.footnote("A Party shall not transfer", "As agreed by telephone.")
    word.made_anew()
    assert word.file().snapshot is None
    came = found(word, base=DOCUMENT)
    assert {(p.path.split("/own-")[0], p.after[-9:]) for p in came.proposals} == {
        ("duration/notice/length", "90"),
        ("clauses/scope.subcontractors/text", "mes them."),
        ("clauses/duration.cause/text", ""),
        ("clauses", " is kept."),
        ("introduction/contacts/provider-daily/substitute_reach", "+49 30 5550 199"[-9:]),
    }
    unmatched = [(each.text, each.what) for each in came.unmatched]
    assert any("Subject to contract" in text and "header" in what for text, what in unmatched)
    assert ("As agreed by telephone.", "This is a footnote.") in unmatched
    assert len({text for text, _ in unmatched}) == 2


def test_case_20_an_unedited_file_made_anew_proposes_nothing(profile: Profile) -> None:
    word = Word(DOCUMENT, profile)
    word.made_anew()
    came = found(word, base=DOCUMENT)
    assert [p for p in came.proposals if not p.trivial] == []
    assert came.unmatched == ()


def test_case_21_a_contents_table_updated_and_breaks_moved_are_nothing(profile: Profile) -> None:
    word = Word(DOCUMENT, profile)
    word.contents_updated()
    word.page_break("Service levels")
    came = found(word)
    assert (came.proposals, came.unmatched, came.remarks) == ((), (), ())
    assert differing(said(DOCUMENT), read(word.file())) == []


def test_case_22_a_name_typed_into_the_signature_block_is_a_value(word: Word) -> None:
    word.type_into(word.cell_beside("Name"), "Dr Jo Bell")
    word.type_into(word.cell_beside("Function", 1), "Chief Executive Officer")
    proposals = found(word).proposals
    assert {(p.kind, p.path, p.after) for p in proposals} == {
        (Kind.VALUE, "introduction/signatories/provider/name", "Dr Jo Bell"),
        (Kind.VALUE, "introduction/signatories/customer/function", "Chief Executive Officer"),
    }
    assert {p.author for p in proposals} == {word.author}
    taking_all_gives_the_file(word)


def test_case_22_a_second_signatory_is_a_new_one_and_no_wording(word: Word) -> None:
    word.insert_row("Signature", "Function", "Director")
    word.insert_row("Signature", "Name", "Kim Park")
    proposal = only(found(word))
    assert proposal.path.startswith("introduction/signatories/")
    person = value_at(after([proposal]), proposal.path)
    assert (person.name, person.function, str(person.side)) == ("Kim Park", "Director", "provider")
    assert compose(HOSTED, TODAY) == DOCUMENT


def test_case_14_a_comment_that_goes_out_again_and_comes_back_is_not_doubled(
    profile: Profile,
) -> None:
    word = Word(DOCUMENT, profile, ANNA)
    word.comment("60", (ANNA, "Why?"))
    word.comment("unreasonably withhold", (BEN, "Really?"))
    once = finished(HOSTED, found(word), (), TODAY)
    document = compose(once, TODAY)
    form = form_of_export(once, document, TODAY, copy=Copy.REVIEW, profile=profile)
    file = read_returned(docx_bytes(document, today=TODAY, form=form), "again.docx")
    twice = finished(once, review(file, document, once, TODAY), (), TODAY)
    assert twice.comments == once.comments
    assert len(twice.comments) == 2
