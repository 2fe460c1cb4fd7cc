"""Values, gaps and replaced words that come home from Word (cases 1 to 4, 9, 10 and 19)."""

import msgspec
import pytest

from slaeditor.changes import Change, applied
from slaeditor.document.compose import compose
from slaeditor.document.copies import Profile
from slaeditor.paths import value_at
from slaeditor.review.proposal import Kind, Proposal
from tests.agreements import TODAY
from tests.unit.review.returned_cases import (
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

NOTICE = "duration.renewal"
LEVEL = "metrics/levels/availability"
DATES = ("schedule-dates@",)


def test_an_unedited_file_proposes_nothing_however_word_writes_it(word: Word) -> None:
    review = found(word)
    assert (review.proposals, review.unmatched, review.remarks) == ((), (), ())
    assert differing(said(DOCUMENT), read(word.file())) == []


def test_case_1_a_number_is_a_value_and_no_wording(word: Word) -> None:
    word.replace("60", "90")
    proposal = only(found(word))
    assert (proposal.kind, proposal.path) == (Kind.VALUE, "duration/notice/length")
    assert (proposal.before, proposal.after) == ("60", "90")
    assert proposal.author == word.author
    assert proposal.date == ("2026-11-20T09:30:00" if word.author else "")
    assert after([proposal]).duration.notice.length == 90
    assert after([proposal]).clauses == ()


def test_case_2_the_unit_is_a_value_and_words_round_the_number_are_wording(word: Word) -> None:
    word.replace("60\u00a0days", "sixty (60) Business Days")
    proposals = found(word).proposals
    assert {p.path for p in proposals} == {"duration/notice/unit", f"clauses/{NOTICE}/text"}
    new = after(proposals)
    assert new.duration.notice.length == 60
    assert str(new.duration.notice.unit) == "business-days"
    assert "at least sixty (60) Business Days before" in text_of(composed(proposals), NOTICE)
    later = applied(new, [Change("duration/notice/length", 60, 45)])
    assert "sixty (45) Business Days" in text_of(compose(later, TODAY), NOTICE)


@pytest.mark.parametrize(
    ("old", "paths"), [("60", ["length"]), ("60\u00a0days", ["length", "unit"])]
)
def test_a_value_deleted_out_of_its_clause_is_emptied_and_no_wording(
    word: Word, old: str, paths: list[str]
) -> None:
    word.replace(old, "")
    proposal = only(found(word))
    assert (proposal.kind, proposal.path) == (Kind.VALUE, "duration/notice/length")
    assert (proposal.before, proposal.after) == (old.strip(), "")
    assert proposal.author == word.author
    assert "gap" in proposal.hint
    assert not proposal.conflict
    new = after([proposal])
    assert new.clauses == ()
    for leaf in ("length", "unit"):
        emptied = value_at(new, f"duration/notice/{leaf}") is None
        assert emptied is (leaf in paths)
    assert found(word, new).proposals == ()
    assert not found(word, HOSTED).proposals[0].conflict


def test_a_value_deleted_with_words_round_it_is_wording(word: Word) -> None:
    word.replace("at least 60\u00a0days before", "")
    assert only(found(word)).path == f"clauses/{NOTICE}/text"


@pytest.fixture
def open_points(profile: Profile, author: str) -> Word:
    """An export with two gaps: an address for notices, and a number of days."""
    return Word(compose(GAPS, TODAY), profile, author)


GAPS = applied(
    HOSTED,
    [
        Change(
            "introduction/provider/notices_address",
            HOSTED.introduction.provider.notices_address,
            None,
        ),
        Change("duration/notice/length", 60, None),
    ],
)


def gap(path: str) -> str:
    """What stands where a value is missing."""
    spans = [s for p in compose(GAPS, TODAY).paragraphs() for s in p.spans]
    return next(s.text for s in spans if getattr(s, "path", "") == path)


def test_case_3_a_gap_is_filled_by_what_fits_and_kept_with_words_that_do_not(
    open_points: Word,
) -> None:
    address = gap("introduction/provider/notices_address")
    number = gap("duration/notice/length")
    open_points.replace(address, "1 Court Road, Bonn")
    open_points.replace(number, "as discussed")
    proposals = {p.path: p for p in found(open_points, GAPS).proposals}
    assert set(proposals) == {"introduction/provider/notices_address", "duration/notice/length"}
    new = after(list(proposals.values()), GAPS)
    assert new.introduction.provider.notices_address == "1 Court Road, Bonn"
    assert new.duration.notice.length is None
    assert new.entered == {"duration/notice/length": "as discussed"}
    assert proposals["duration/notice/length"].hint
    assert "as discussed" not in str(said(compose(new, TODAY)))


def only_value(word: Word, path: str) -> Proposal:
    """The one proposal, which is a value at this path."""
    proposal = only(found(word))
    assert (proposal.kind, proposal.path) == (Kind.VALUE, path)
    return proposal


def test_case_9_a_label_replaced_everywhere_is_one_proposal(word: Word) -> None:
    count = word.everywhere("Provider", "Supplier")
    assert count > 15
    proposals = found(word).proposals
    (label,) = [p for p in proposals if p.path == "introduction/provider/short_name"]
    assert (label.before, label.after) == ("Provider", "Supplier")
    assert len(label.also) > 10
    assert len(proposals) < 6
    assert all(p.kind is Kind.VALUE for p in proposals)
    taking_all_gives_the_file(word)


def test_case_9_a_verb_replaced_everywhere_is_one_proposal(word: Word) -> None:
    count = word.everywhere(" shall ", " must ")
    assert count > 10
    proposal = only(found(word))
    assert (proposal.before.strip(), proposal.after.strip()) == ("shall", "must")
    assert len(proposal.also) > 5
    taking_all_gives_the_file(word)


def test_case_10_a_legal_name_is_a_value_wherever_it_was_corrected(word: Word) -> None:
    word.replace("Contoso Retail plc", "Contoso Retail Limited", within="between Northwind")
    word.replace("Contoso Retail plc", "Contoso Retail Limited", within="Contoso Retail plc, a")
    word.replace("01234567, England and Wales", "01234568, England and Wales")
    proposals = {p.path: p for p in found(word).proposals}
    assert set(proposals) == {
        "introduction/customer/name",
        "introduction/customer/identity/register_number",
    }
    assert proposals["introduction/customer/name"].after == "Contoso Retail Limited"
    new = after(list(proposals.values()))
    assert new.introduction.customer.name == "Contoso Retail Limited"


def test_case_10_a_name_corrected_on_the_cover_alone_is_no_decoration(word: Word) -> None:
    word.replace("Contoso Retail plc", "Contoso Retail Limited", within="between Northwind")
    proposal = only_value(word, "introduction/customer/name")
    assert proposal.where == "Cover page"
    assert len(proposal.also) >= 1


EFFECTIVE = "takes effect on 1\u00a0April\u00a02027"


@pytest.mark.parametrize("written", ["April 1, 2027", "1 April 2027", "2027-04-01"])
def test_case_19_the_same_date_in_another_form_is_trivial(word: Word, written: str) -> None:
    word.replace("1\u00a0April\u00a02027", written, within=EFFECTIVE)
    review = found(word)
    assert [p.path for p in review.proposals if not p.trivial] == []
    assert review.unmatched == ()
    assert after(review.proposals).duration.effective_date == HOSTED.duration.effective_date


def test_case_19_a_date_that_can_be_read_in_two_ways_is_asked(word: Word) -> None:
    word.replace("1\u00a0April\u00a02027", "01/04/2027", within=EFFECTIVE)
    proposal = only_value(word, "duration/effective_date")
    assert proposal.hint
    new = after([proposal])
    assert new.duration.effective_date is None
    assert new.entered["duration/effective_date"] == "01/04/2027"


@pytest.mark.parametrize(
    ("within", "old", "new"),
    [
        ("99.9% of all", "99.9%", "99.9 %"),
        ("Monday to Friday, 08:00", "08:00", "8 am"),
        ("“including” introduces", "“including”", '"including"'),
        ("takes effect on", "takes effect", "takes  effect"),
    ],
)
def test_case_19_another_form_of_the_same_is_trivial(
    word: Word, within: str, old: str, new: str
) -> None:
    word.replace(old, new, within=within)
    review = found(word)
    assert [p for p in review.proposals if not p.trivial] == []
    assert review.unmatched == ()
    for place in ("scope", "metrics", "duration"):
        assert getattr(after(review.proposals), place) == getattr(HOSTED, place)


def test_case_19_a_copyright_sign_that_word_made_of_c_is_repaired(
    profile: Profile, author: str
) -> None:
    agreement = msgspec.structs.replace(
        HOSTED,
        scope=msgspec.structs.replace(HOSTED.scope, users="staff under point (c) of the list"),
    )
    word = Word(compose(agreement, TODAY), profile, author)
    word.replace("(c)", "©", within="staff under point (c)")
    assert found(word, agreement).proposals == ()
