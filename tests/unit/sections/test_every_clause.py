"""Every clause of both outlines: filled, empty and partly empty, treated as its outline says."""

from collections.abc import Iterator
from functools import cache

import pytest

from slaeditor.agreement import Agreement
from slaeditor.blocks import Block, Document, Gap, Role
from slaeditor.document.compose import compose
from slaeditor.document.terms import spans_of
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.field import Form
from slaeditor.paths import replaced, value_at
from tests.agreements import HOSTED_APPLICATION, MARKETING_AND_SALES, TODAY, Typed, typed
from tests.consistency import problems
from tests.unit.sections.outlines import EXTERNAL, INTERNAL, Clause, Empty

LINES = [(Form.EXTERNAL, line) for line in EXTERNAL] + [(Form.INTERNAL, line) for line in INTERNAL]
every_line = pytest.mark.parametrize(
    ("form", "line"), LINES, ids=[f"{form}-{line.id}" for form, line in LINES]
)


@cache
def finished(form: Form) -> Agreement:
    what: Typed = HOSTED_APPLICATION if form is Form.EXTERNAL else MARKETING_AND_SALES
    return typed(what)


def filled(form: Form, line: Clause) -> Agreement:
    """The finished agreement with what the clause needs besides."""
    draft = OpenDraft(finished(form), lambda: 0.0)
    for path, text in line.answers:
        draft.set_text(path, text)
    return draft.agreement


def without(agreement: Agreement, *paths: str) -> Agreement:
    """The agreement without some answers; a list loses all its items."""
    for path in paths:
        value = value_at(agreement, path)
        items = [f"{path}/{item}" for item in value] if isinstance(value, tuple) else [path]
        for item in items:
            agreement = replaced(agreement, item, None)
    return agreement


def composed(agreement: Agreement) -> Document:
    document = compose(agreement, TODAY)
    assert problems(document) == []
    return document


def said(document: Document, clause_id: str) -> Iterator[Block]:
    """The blocks of a clause with its items."""
    for part in document.parts:
        for block in part.blocks:
            if block.id == clause_id or block.id.startswith(f"{clause_id}@"):
                yield block


def gaps(document: Document, clause_id: str) -> list[str]:
    """The paths that a clause asks for."""
    blocks = said(document, clause_id)
    return [span.path for block in blocks for span in spans_of(block) if isinstance(span, Gap)]


@every_line
def test_a_filled_clause_stands_and_has_no_gap(form: Form, line: Clause) -> None:
    document = composed(filled(form, line))
    assert list(said(document, line.id))
    assert gaps(document, line.id) == []


@every_line
def test_an_empty_clause_is_treated_as_its_outline_says(form: Form, line: Clause) -> None:
    document = composed(without(filled(form, line), *line.fields))
    blocks = list(said(document, line.id))
    assert bool(blocks) is (line.empty is not Empty.DROP)
    assert bool(gaps(document, line.id)) is (line.empty is Empty.GAP)


@pytest.mark.parametrize(
    ("form", "line", "field"),
    [
        (form, line, field)
        for form, line in LINES
        for field in line.fields
        if len(line.fields) > 1 and field not in line.optional and line.empty is Empty.GAP
    ],
)
def test_a_clause_that_is_filled_in_part_marks_what_is_missing(
    form: Form, line: Clause, field: str
) -> None:
    document = composed(without(filled(form, line), field))
    assert field in gaps(document, line.id)


@pytest.mark.parametrize("form", list(Form))
def test_no_clause_is_missing_here(form: Form) -> None:
    listed = {line.id.partition("@")[0] for of, line in LINES if of is form}
    numbered = (Role.CLAUSE, Role.PARTY, Role.RECITAL)
    printed = {
        p.id.partition("@")[0] for p in composed(finished(form)).paragraphs() if p.role in numbered
    }
    assert printed - listed == set()
