"""Clauses in an agreement's own wording: what lives in them, and own clauses in their place."""

import msgspec
import pytest

from slaeditor.agreement import Agreement, ClauseChange, ClauseState
from slaeditor.blocks import Document, Paragraph, Role, Value
from slaeditor.changes import Change, applied
from slaeditor.document.compose import compose
from slaeditor.document.rewording import living, template_of, with_labels
from slaeditor.document.roles import Labels
from slaeditor.document.text import plain_text
from tests.agreements import BOTH, HOSTED_APPLICATION, MARKETING_AND_SALES, TODAY, Typed, typed

NOTICE = "duration.notice"


def with_clauses(agreement: Agreement, *changes: ClauseChange) -> Agreement:
    return msgspec.structs.replace(agreement, clauses=changes)


def paragraph(document: Document, paragraph_id: str) -> Paragraph:
    (found,) = [p for p in document.paragraphs() if p.id == paragraph_id]
    return found


def in_own_words(agreement: Agreement) -> Agreement:
    """The agreement with every paragraph changed into the very words that it has."""
    labels = Labels.of(agreement, agreement.form)
    seen: dict[str, ClauseChange] = {}
    for each in compose(agreement, TODAY).paragraphs():
        text = template_of(each.spans, labels)
        if each.role is Role.ITEM:
            text = text.removesuffix("; and").rstrip(" .;")
        seen[each.id] = ClauseChange(id=each.id, state=ClauseState.REPLACED, text=text)
    return with_clauses(agreement, *seen.values())


@pytest.mark.parametrize("what", BOTH, ids=lambda what: what.name)
def test_a_document_wholly_in_its_own_words_says_the_same(what: Typed) -> None:
    agreement = typed(what)
    same = compose(in_own_words(agreement), TODAY)
    assert plain_text(same) == plain_text(compose(agreement, TODAY))


@pytest.mark.parametrize("what", BOTH, ids=lambda what: what.name)
def test_values_in_own_words_follow_the_fields(what: Typed) -> None:
    agreement = in_own_words(typed(what))
    path = "duration/effective_date"
    before = agreement.duration.effective_date
    assert before is not None
    later = applied(agreement, [Change(path, before, before.replace(year=before.year + 3))])
    fresh = applied(typed(what), [Change(path, before, before.replace(year=before.year + 3))])
    assert plain_text(compose(later, TODAY)) == plain_text(compose(fresh, TODAY))


def test_a_changed_clause_keeps_its_value_alive() -> None:
    agreement = typed(HOSTED_APPLICATION)
    text = "Notice is {value:duration/notice/length} days, said {the customer}."
    changed = with_clauses(
        agreement, ClauseChange(id="duration.renewal", state=ClauseState.REPLACED, text=text)
    )
    found = paragraph(compose(changed, TODAY), "duration.renewal")
    assert found.text == "Notice is 60 days, said the Customer."
    assert [span.path for span in found.spans if isinstance(span, Value)] == [
        "duration/notice/length"
    ]


def test_a_value_whose_place_is_gone_prints_nothing() -> None:
    text = "Said of {value:metrics/levels/nowhere/target} and {derived:nothing}."
    changed = with_clauses(
        typed(HOSTED_APPLICATION),
        ClauseChange(id="duration.renewal", state=ClauseState.REPLACED, text=text),
    )
    assert paragraph(compose(changed, TODAY), "duration.renewal").text == "Said of  and ."


def test_two_values_with_one_name_have_two_placeholders() -> None:
    spans = (Value("a", "scope/out_of_scope"), Value("b", "scope/out_of_scope"))
    assert list(living(spans)) == ["value:scope/out_of_scope", "value:scope/out_of_scope#2"]


def test_labels_in_fixed_text_become_placeholders() -> None:
    agreement = typed(MARKETING_AND_SALES)
    labels = Labels.of(agreement, agreement.form)
    assert with_labels(f"For {labels.provider.called()}.", labels) == "For {the provider}."


def test_own_clauses_stand_in_order_behind_what_they_name() -> None:
    own = [
        ClauseChange(id=name, state=ClauseState.OWN, text=f"Own {name}.", behind=behind)
        for name, behind in (("one", "duration.renewal"), ("two", "duration.renewal"), ("x", "one"))
    ]
    document = compose(with_clauses(typed(HOSTED_APPLICATION), *own), TODAY)
    ids = [p.id for p in document.paragraphs()]
    at = ids.index("one")
    assert ids[at : at + 3] == ["one", "x", "two"]
    assert ids[at - 1].startswith("duration.renewal")
    assert paragraph(document, "one").number.startswith("3.")


def test_an_own_item_stands_within_its_list() -> None:
    document = compose(typed(HOSTED_APPLICATION), TODAY)
    items = [p for p in document.paragraphs() if p.role is Role.ITEM]
    own = ClauseChange(
        id="own-1", state=ClauseState.OWN, text="one more;", behind=items[0].id, place="item"
    )
    changed = compose(with_clauses(typed(HOSTED_APPLICATION), own), TODAY)
    ids = [p.id for p in changed.paragraphs()]
    assert ids[ids.index(items[0].id) + 1] == "own-1"
    assert paragraph(changed, "own-1").number == "(b)"


def test_any_paragraph_can_be_left_out_and_put_in_own_words() -> None:
    agreement = typed(HOSTED_APPLICATION)
    document = compose(agreement, TODAY)
    heading = next(p for p in document.paragraphs() if p.id == "duration.heading")
    definition = next(p for p in document.paragraphs() if p.role is Role.DEFINITION)
    changed = compose(
        with_clauses(
            agreement,
            ClauseChange(id=heading.id, state=ClauseState.REPLACED, text="How long"),
            ClauseChange(id=definition.id, state=ClauseState.LEFT_OUT),
        ),
        TODAY,
    )
    assert paragraph(changed, heading.id).text == "How long"
    assert definition.id not in [p.id for p in changed.paragraphs()]
