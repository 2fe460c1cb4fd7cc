"""Random edits of an export that comes back: the draft is what the choices say."""

from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from slaeditor.agreement import Agreement
from slaeditor.document.compose import compose
from slaeditor.document.copies import Copy, Form, Profile
from slaeditor.document.snapshot import unpacked
from slaeditor.document.view import View
from slaeditor.review.gathering import review
from slaeditor.review.taking import taken
from slaeditor.word.reading.read import read_returned
from slaeditor.word.write import docx_bytes
from tests.agreements import TODAY
from tests.properties.answers import departing
from tests.properties.edits import edits
from tests.properties.revised import WHOLE
from tests.unit.review.word_edits import Word

FEW = 25
"""Documents for each property: to write one, read it back and compare takes a second in all."""

slow_to_draw = settings(max_examples=FEW, suppress_health_check=list(HealthCheck))
agreements = st.one_of(departing(), st.sampled_from(WHOLE))


@slow_to_draw
@given(agreements, st.sampled_from(list(Profile)))
def test_whatever_an_agreement_says_an_export_of_it_proposes_nothing(
    agreement: Agreement, profile: Profile
) -> None:
    document = compose(agreement, TODAY)
    data = docx_bytes(document, today=TODAY, form=Form(Copy.REVIEW, profile))
    file = read_returned(data, "returned.docx")
    assert file.snapshot is not None
    found = review(file, unpacked(file.snapshot), agreement, TODAY)
    assert found.proposals == ()
    assert found.unmatched == ()


@slow_to_draw
@given(st.data(), agreements, st.sampled_from(list(Profile)), st.sampled_from(["Anna", ""]))
def test_what_is_taken_is_in_the_draft_and_what_is_refused_is_not(
    data: st.DataObject, agreement: Agreement, profile: Profile, author: str
) -> None:
    document = compose(agreement, TODAY)
    word = Word(document, profile, author)
    made = data.draw(edits(agreement))
    for edit in made:
        event(edit.name.partition(" ")[0])
        edit.do(word)
    found = review(word.file(), document, agreement, TODAY)
    assert found.unmatched == ()
    proposals = {}
    for edit in made:
        (proposals[edit.name],) = [p for p in found.proposals if edit.is_it(p)]
    assert len(found.proposals) == len(made)
    take = data.draw(st.sets(st.sampled_from(sorted(proposals)))) if proposals else set()
    chosen = [proposals[name] for name in sorted(take)]
    new = taken(agreement, chosen, View(agreement, TODAY))
    after = compose(new, TODAY)
    for edit in made:
        assert edit.holds(new, after) == (edit.name in take), edit.name
    if not take:
        assert new == agreement
