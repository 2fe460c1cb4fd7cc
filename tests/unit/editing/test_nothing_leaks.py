"""What nobody outside may read leaves the house in no part of any package."""

import base64
import io
import re
import zipfile
import zlib
from collections.abc import Iterator

import msgspec
import pytest

from slaeditor.agreement import Agreement, encode
from slaeditor.clashes import clash_between
from slaeditor.document.compose import compose
from slaeditor.document.copies import Copy, Profile
from slaeditor.document.html import html_page
from slaeditor.document.text import plain_text
from slaeditor.editing.duplicating import duplicate
from slaeditor.editing.exporting import form_of_export
from slaeditor.editing.templates import finished_example, templates
from slaeditor.field import Audience
from slaeditor.negotiation import Comment, Decision, Said
from slaeditor.paths import Place, Sort, replaced, walk, with_items
from slaeditor.word.redline import redline_bytes
from slaeditor.word.write import docx_bytes
from tests.agreements import BOTH, TODAY, Typed, typed

NOTE, COMMENT, DECISION, ENTERED = "zebranote", "zebracomment", "zebradecision", "zebraentered"
CLASH = "zebraclash"


def is_internal(place: Place) -> bool:
    """Whether a place, or what it belongs to, is for the author alone."""
    fields = (place.field, *(field for _, field in place.above))
    return any(field.audience is Audience.INTERNAL_NOTE for field in fields)


def marked(agreement: Agreement) -> Agreement:
    """The agreement with a word of its own in everything that nobody outside may read."""
    for place in list(walk(agreement)):
        if place.is_list and is_internal(place):
            agreement = with_items(agreement, f"{place.path}/marked")
    number = 0
    for place in list(walk(agreement)):
        if place.spec.sort is not Sort.LEAF or not is_internal(place):
            continue
        number += 1
        if place.spec.hint is str and not place.field.reads_as:
            agreement = replaced(agreement, place.path, f"{NOTE}{number}")
        else:
            agreement = replaced(agreement, f"entered/{place.path}", f"{NOTE}{number}")
    assert number > 10
    said = (Said("s1", COMMENT, "2026-11-01T09:00:00", COMMENT), Said("s2", COMMENT, text=COMMENT))
    comment = Comment("c1", "duration/notice/length", COMMENT, COMMENT, said=said)
    decision = Decision(
        "d1",
        path="duration/notice/length",
        where=DECISION,
        label=DECISION,
        before=DECISION,
        after=DECISION,
        author=DECISION,
        file=DECISION,
        reason=DECISION,
    )
    agreement = replaced(agreement, "duration/notice/length", None)
    agreement = replaced(agreement, "entered/duration/notice/length", ENTERED)
    clashes = tuple(
        clash_between(path, {path: "What stands"}, {path: CLASH}, CLASH, CLASH)
        for path in ("title", "introduction/purpose", "scope/additional_terms")
    )
    return msgspec.structs.replace(
        agreement, comments=(comment,), negotiation=(decision,), clashes=clashes
    )


def contents(data: bytes) -> Iterator[tuple[str, str]]:
    """Every part of a package as text, with its name; what is compressed within it unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        yield "the archive", repr([(e.filename, e.comment, e.extra) for e in package.infolist()])
        for name in package.namelist():
            text = package.read(name).decode("utf-8", "replace")
            yield name, text
            for packed in re.findall(r"[A-Za-z0-9+/]{200,}={0,2}", text):
                yield f"{name}, unpacked", zlib.decompress(base64.b64decode(packed)).decode()


def words_in(data: bytes, *, but: str = "") -> dict[str, set[str]]:
    """The marking words in each part of a package that has any; parts named `but` apart."""
    found: dict[str, set[str]] = {}
    for name, text in contents(data):
        told = set(re.findall(rf"{NOTE}|{COMMENT}|{DECISION}|{ENTERED}|{CLASH}", text.casefold()))
        if told and not (but and but in name):
            found[name] = told
    return found


def exported(
    agreement: Agreement, copy: Copy, profile: Profile, *, with_comments: bool = True
) -> bytes:
    document = compose(agreement, TODAY)
    form = form_of_export(
        agreement, document, TODAY, copy=copy, profile=profile, with_comments=with_comments
    )
    return docx_bytes(document, today=TODAY, form=form)


def completed(agreement: Agreement) -> Agreement:
    """The agreement without its gap."""
    whole = replaced(agreement, "duration/notice/length", 60)
    return replaced(whole, "entered/duration/notice/length", None)


@pytest.fixture(params=BOTH, ids=lambda what: what.name)
def agreement(request: pytest.FixtureRequest) -> Agreement:
    what: Typed = request.param
    return marked(typed(what))


@pytest.mark.parametrize("profile", list(Profile))
def test_the_other_side_reads_nothing_of_it(agreement: Agreement, profile: Profile) -> None:
    data = exported(agreement, Copy.OTHER_SIDE, profile)
    assert words_in(data) == {}
    assert "unpacked" not in str([name for name, _ in contents(data)])


@pytest.mark.parametrize("profile", list(Profile))
def test_a_clean_copy_holds_nothing_of_it(agreement: Agreement, profile: Profile) -> None:
    whole = completed(agreement)
    assert words_in(exported(whole, Copy.CLEAN, profile)) == {}


@pytest.mark.parametrize("profile", list(Profile))
def test_a_review_copy_holds_the_comments_in_its_comments_alone(
    agreement: Agreement, profile: Profile
) -> None:
    data = exported(agreement, Copy.REVIEW, profile)
    assert "customXml/item2.xml, unpacked" in [name for name, _ in contents(data)]
    found = words_in(data)
    assert set(found) == {"word/comments.xml"}
    assert found["word/comments.xml"] <= {COMMENT, ENTERED}


@pytest.mark.parametrize("profile", list(Profile))
def test_a_review_copy_without_comments_holds_nothing_of_it(
    agreement: Agreement, profile: Profile
) -> None:
    assert words_in(exported(agreement, Copy.REVIEW, profile, with_comments=False)) == {}


def test_text_and_html_hold_nothing_of_it(agreement: Agreement) -> None:
    document = compose(completed(agreement), TODAY)
    for text in (plain_text(document), html_page(document)):
        assert "zebra" not in text.casefold()


def test_a_copy_takes_no_clash_comment_or_decision_along(agreement: Agreement) -> None:
    told = str(encode(duplicate(agreement, ())))
    assert not [word for word in (CLASH, COMMENT, DECISION) if word in told]


def test_no_template_or_example_holds_a_clash() -> None:
    assert all("clashes" not in each.data for each in templates())
    assert finished_example().clashes == ()


@pytest.mark.parametrize("copy", list(Copy))
def test_a_redline_holds_nothing_of_it(agreement: Agreement, copy: Copy) -> None:
    whole = completed(agreement)
    new = replaced(whole, "duration/notice/length", 90)
    old, new_document = compose(whole, TODAY), compose(new, TODAY)
    assert words_in(redline_bytes(old, new_document, author="Us", when=TODAY, copy=copy)) == {}
