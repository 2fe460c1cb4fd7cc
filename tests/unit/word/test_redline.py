"""Two revisions as one Word file with tracked changes."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from itertools import permutations, product
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from slaeditor.blocks import (
    Block,
    Document,
    Fixed,
    Paragraph,
    Part,
    Reference,
    Role,
    SignatureBlock,
    SignatureLine,
    Table,
    Value,
)
from slaeditor.document.compose import compose
from slaeditor.document.copies import Copy, Form, Profile
from slaeditor.editing.templates import new_agreement, templates
from slaeditor.errors import ExportCancelled, ExportFailed
from slaeditor.word.redline import redline_bytes
from slaeditor.word.redline_file import export_redline
from slaeditor.word.write import docx_bytes
from tests.agreements import BOTH, typed
from tests.unit.word.building import document, paragraph, row
from tests.unit.word.invariants import W, defects, field_codes, part
from tests.unit.word.revisions import accepted, draft_lines, rejected, said, without
from tests.unit.word.rich_document import rich

TODAY = date(2026, 11, 24)
NEW = {each.id: compose(new_agreement(each), TODAY) for each in templates()}
HEADING = paragraph(Role.HEADING, "heading", "Scope", number="1")
FULL = {each.name: compose(typed(each), TODAY) for each in BOTH}


def redline(old: Document, new: Document) -> bytes:
    """The redline of two documents, made by legal today."""
    return redline_bytes(old, new, author="Legal", when=TODAY)


def of_blocks(old: Sequence[Block], new: Sequence[Block], name: str = "scope") -> etree._Element:
    """The body of the redline of two documents with one part each."""
    before, after = (document(Part(name, (HEADING, *blocks))) for blocks in (old, new))
    data = redline(before, after)
    assert defects(data) == []
    return part(data)


def clause(name: str, *spans: str | Value | Reference, number: str = "1.1") -> Paragraph:
    """A clause with an id."""
    return paragraph(Role.CLAUSE, name, *spans, number=number)


def marked(root: etree._Element) -> list[tuple[str, str]]:
    """Each mark round text with that text."""
    return [
        (mark.tag[len(W) :], "".join(mark.itertext(f"{W}t", f"{W}delText")))
        for mark in root.iter(f"{W}ins", f"{W}del")
        if len(mark)
    ]


def assert_both_texts(data: bytes, old: Document, new: Document) -> None:
    """Accepting all gives the new text, rejecting all the old one."""
    draft = draft_lines(new)
    assert without(accepted(data), draft) == said(new, new)
    assert without(rejected(data), draft) == said(old, new)


@pytest.mark.parametrize(("old", "new"), list(permutations(NEW, 2)))
def test_a_redline_of_two_templates_is_valid_and_holds_both(
    old: str, new: str, tmp_path: Path
) -> None:
    data = redline(NEW[old], NEW[new])
    assert_both_texts(data, NEW[old], NEW[new])
    file = tmp_path / "redline.docx"
    file.write_bytes(data)
    assert [str(error) for error in OpenXmlValidator().validate(str(file)).errors] == []


@pytest.mark.parametrize(("old", "new"), list(product(NEW, FULL)))
def test_a_redline_of_an_empty_and_a_finished_agreement_holds_both(old: str, new: str) -> None:
    assert_both_texts(redline(NEW[old], FULL[new]), NEW[old], FULL[new])
    assert_both_texts(redline(FULL[new], NEW[old]), FULL[new], NEW[old])


@pytest.mark.parametrize("whole", [rich(), *FULL.values()])
def test_without_a_change_the_redline_is_the_export(whole: Document) -> None:
    body = etree.tostring(part(redline(whole, whole)))
    export = docx_bytes(whole, today=TODAY, form=Form(profile=Profile.COMPATIBLE))
    assert body == etree.tostring(part(export))


def test_only_the_words_that_changed_are_marked() -> None:
    old = [clause("a", "It ends with ", Value("90 days", "x"), "’ notice.")]
    new = [clause("a", "It ends with ", Value("60 days", "x"), "’ notice.")]
    assert marked(of_blocks(old, new)) == [("del", "90"), ("ins", "60")]


def test_a_value_keeps_its_bookmark_round_all_that_is_left_of_it() -> None:
    old = [clause("a", "within ", Value("five Business Days", "x"), ".")]
    new = [clause("a", "within ", Value("five full Business Days or so", "x"), ".")]
    root = of_blocks(old, new)
    names = [mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")]
    start = root.find(f".//{W}p/{W}bookmarkStart[2]")
    end = root.find(f".//{W}bookmarkEnd[@{W}id='{start.get(f'{W}id')}']")
    within = list(start.itersiblings())
    within = within[: within.index(end)]
    assert len(names) == len(["heading", "clause", "value"])
    assert "".join("".join(each.itertext(f"{W}t")) for each in within) == (
        "five full Business Days or so"
    )


def test_every_mark_says_who_and_when_and_has_its_own_id() -> None:
    data = redline_bytes(rich(), FULL["hosted-application"], author="A & B", when=datetime.now())
    marks = list(part(data).iter(f"{W}ins", f"{W}del", f"{W}pPrChange"))
    ids = [mark.get(f"{W}id") for mark in marks]
    assert len(ids) == len(set(ids)) > 0
    assert {mark.get(f"{W}author") for mark in marks} == {"A & B"}
    assert all(re.fullmatch(r"[\d-]+T[\d:]{8}Z", mark.get(f"{W}date")) for mark in marks)


def test_changes_at_an_end_and_the_next_beginning_are_minutes_apart() -> None:
    old = [clause("a", "One ends so."), clause("b", "Two begins.")]
    new = [clause("a", "One ends otherwise"), clause("b", "And two begins.")]
    stamps = [mark.get(f"{W}date") for mark in of_blocks(old, new).iter(f"{W}ins")]
    assert len(set(stamps)) == 2


def test_an_added_and_a_removed_clause_are_marked_with_their_ends() -> None:
    root = of_blocks([clause("a", "Old words.")], [clause("b", "Something else here.")])
    ends = [p.find(f"{W}pPr/{W}rPr/*") for p in root.iter(f"{W}p")]
    assert [end.tag for end in ends if end is not None] == [f"{W}del", f"{W}ins"]
    assert marked(root) == [("del", "Old words."), ("ins", "Something else here.")]


def test_what_was_removed_has_no_bookmark() -> None:
    old = [clause("a", "Old ", Value("words", "x"), " here."), clause("k", "Kept.")]
    root = of_blocks(old, [clause("k", "Kept.")])
    assert len(list(root.iter(f"{W}bookmarkStart"))) == len(["heading", "k"])


def test_a_reference_stays_one_live_field_on_both_sides() -> None:
    target = clause("t", "Target.", number="1.2")
    other = clause("o", "Other.", number="1.3")
    old = [clause("a", "See clause ", Reference("t", "1.2"), "."), target, other]
    new = [clause("a", "See clause ", Reference("o", "1.3"), "."), target, other]
    root = of_blocks(old, new)
    assert len(field_codes(root)) == 2
    assert marked(root) == [("del", "1.2"), ("ins", "1.3")]


def test_a_removed_reference_to_something_removed_is_plain_text() -> None:
    target = clause("t", "Wholly other words that go.", number="1.2")
    old = [clause("a", "See clause ", Reference("t", "1.2"), "."), target]
    root = of_blocks(old, [clause("a", "See nothing.")])
    assert field_codes(root) == []


def test_a_changed_level_is_recorded() -> None:
    old = clause("a", "It says so.")
    root = of_blocks([old], [replace(old, role=Role.ITEM, number="(a)")])
    before = root.find(f".//{W}pPrChange/{W}pPr/{W}pStyle")
    after = root.find(f".//{W}pPrChange/../{W}pStyle")
    assert (before.get(f"{W}val"), after.get(f"{W}val")) == ("SLAClause2", "SLAClause3")
    assert marked(root) == []


def levels(*rows: tuple[str, ...]) -> Table:
    """A table of levels whose rows are an id and two cells."""
    made = tuple(row(name, *cells) for name, *cells in rows)
    return Table("levels", ("Level", "Target"), made, "Levels", "All of them")


def test_rows_are_marked_as_a_whole_and_cells_by_words() -> None:
    old = levels(("a", "Availability", "99.5 %"), ("b", "Time to answer", "4 hours"))
    new = levels(("a", "Availability", "99.9 %"), ("c", "Defects", "none"))
    root = of_blocks([old], [new])
    rows = [each.find(f"{W}trPr") for each in root.iter(f"{W}tr")]
    assert [[mark.tag[len(W) :] for mark in each] for each in rows] == [
        ["cantSplit", "tblHeader"],
        ["cantSplit"],
        ["cantSplit", "del"],
        ["cantSplit", "ins"],
    ]
    assert marked(root)[:2] == [("del", "99.5"), ("ins", "99.9")]


def test_a_whole_table_comes_and_goes_with_the_line_behind_it() -> None:
    table = levels(("a", "Availability", "99.5 %"))
    first, last = clause("a", "A."), clause("b", "B.", number="1.2")
    with_table = document(Part("scope", (HEADING, first, table, last)))
    bare = document(Part("scope", (HEADING, first, last)))
    assert_both_texts(redline(bare, with_table), bare, with_table)
    assert_both_texts(redline(with_table, bare), with_table, bare)


def test_people_who_sign_come_and_go_line_by_line() -> None:
    def block(*names: str) -> Document:
        people = tuple(
            SignatureLine(f"s/{name}", (("Name", (Value(name, f"s/{name}/name"),)), ("Date", ())))
            for name in names
        )
        return document(Part("signatures", (SignatureBlock("s", (Fixed("Signed:"),), people),)))

    for old, new in product((("Mira", "Jan"), ("Jan",), (), ("Jo", "Jan", "Mira")), repeat=2):
        data = redline(block(*old), block(*new))
        assert defects(data) == []
        assert_both_texts(data, block(*old), block(*new))


def test_the_draft_line_of_the_cover_is_never_marked() -> None:
    def cover(version: str) -> list[Block]:
        line = (Fixed("Version "), Value(version, "version"))
        return [Paragraph(Role.COVER_LINE, "cover.version", line)]

    assert marked(of_blocks(cover("0.3"), cover("0.4"), "cover")) == []


def test_a_redline_for_the_other_side_carries_no_copy_of_the_text() -> None:
    for_us = redline_bytes(rich(), rich(), author="Legal", when=TODAY)
    for_them = redline_bytes(rich(), rich(), author="Legal", when=TODAY, copy=Copy.OTHER_SIDE)
    assert len(for_them) < len(for_us)
    assert "Do not forward" not in "".join(part(for_them, "word/header1.xml").itertext())


def test_progress_is_told_and_a_stop_is_obeyed() -> None:
    told: list[tuple[int, int]] = []

    def tell(done: int, total: int) -> None:
        told.append((done, total))

    redline_bytes(rich(), rich(), author="Legal", when=TODAY, progress=tell)
    assert told[-1][0] == told[-1][1] == len(told)
    with pytest.raises(ExportCancelled):
        redline_bytes(rich(), rich(), author="Legal", when=TODAY, cancelled=lambda: True)


def test_a_redline_needs_a_word_file(tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match=r"end the name with \.docx"):
        export_redline(rich(), rich(), tmp_path / "a.txt", author="Legal", when=TODAY)
    export_redline(rich(), rich(), tmp_path / "a.docx", author="Legal", when=TODAY)
    assert (tmp_path / "a.docx").exists()
