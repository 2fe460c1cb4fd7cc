"""What a paragraph may consist of besides plain runs."""

from datetime import datetime

import pytest

from slaeditor.returned import Author, Control, CrossReference, HandMark, Look
from tests.unit.word.reading.word_files import (
    ANN,
    bookmark,
    control,
    deleted,
    field,
    gone,
    ins,
    paragraph,
    read,
    run,
    texts,
)

_ANN = Author("Ann", datetime(2027, 2, 1, 9))


def _text(*content: str) -> str:
    (line,) = read(paragraph(*content)).after
    return line.text


def test_a_cross_reference_reads_as_it_is_printed_and_names_its_target() -> None:
    (line,) = read(
        paragraph(run("see clause "), field(" REF _sla_t \\w \\h ", run("3.") + run("2")), run("."))
    ).after
    assert line.text == "see clause 3.2."
    assert line.references == (CrossReference(11, 14, "_sla_t"),)


def test_a_reference_overtyped_is_live_before_and_text_after() -> None:
    file = read(
        paragraph(
            run("see "),
            deleted(field(" REF _sla_t \\w \\h ", gone("3.3"))),
            ins(run("3.4")),
        )
    )
    assert texts(file) == (["see 3.4"], ["see 3.3"])
    assert file.after[0].references == ()
    assert file.before[0].references == (CrossReference(4, 7, "_sla_t"),)


def test_a_simple_field_is_read_like_a_complex_one() -> None:
    (line,) = read(
        paragraph(f'<w:fldSimple w:instr=" REF _sla_t \\h ">{run("3.2")}</w:fldSimple>')
    ).after
    assert (line.text, line.references) == ("3.2", (CrossReference(0, 3, "_sla_t"),))


def test_a_field_within_an_instruction_is_no_text() -> None:
    nested = field("PAGE", run("7"))
    begin, rest = field(" IF 1 = 1 ", run("yes")).split("</w:r>", 1)
    assert _text(f"{begin}</w:r>{nested}{rest}") == "yes"


def test_the_contents_table_is_left_out_with_all_its_entries() -> None:
    entry = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF _Toc1 \\h'
    page = (
        f'{entry}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{run("2")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    start = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-1" '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    link = f'<w:hyperlink w:anchor="_Toc1">{run("1")}<w:r><w:tab/></w:r>{run("Scope")}{page}'
    file = read(
        paragraph(start, link + "</w:hyperlink>"),
        paragraph(run("2 Term")),
        paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        paragraph(run("Scope")),
    )
    assert texts(file)[0] == ["Scope"]


def test_the_contents_table_in_its_control_is_left_out_with_its_title() -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    file = read(
        f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{paragraph(run('Contents'))}"
        f"</w:sdtContent></w:sdt>{paragraph(run('Scope'))}"
    )
    assert texts(file)[0] == ["Scope"]


def test_a_clause_that_slipped_into_the_contents_control_is_read() -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    clause = paragraph(bookmark("_sla_c", run("Clause.")))
    file = read(f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{clause}</w:sdtContent></w:sdt>")
    assert texts(file)[0] == ["Clause."]


def test_a_field_that_never_ends_hides_nothing_and_is_told() -> None:
    file = read(
        paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', run("One.")),
        paragraph(run("Two.")),
    )
    assert texts(file)[0] == ["One.", "Two."]
    assert any("never ends" in warning for warning in file.warnings)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\nb\nc"),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "ab"),
        ("<w:r><w:lastRenderedPageBreak/><w:t>a</w:t></w:r>", "a"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", "a\N{NON-BREAKING HYPHEN}b"),
        ("<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r>", "a\N{SOFT HYPHEN}b"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>', "≥"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Other" w:char="F041"/></w:r>', "\uf041"),
        ('<w:r><w:sym w:font="Other" w:char="no"/><w:t>a</w:t></w:r>', "a"),
        ('<w:proofErr w:type="spellStart"/>' + run("a") + '<w:proofErr w:type="spellEnd"/>', "a"),
        (f'<w:smartTag w:uri="u" w:element="date">{run("1 May")}</w:smartTag>', "1 May"),
        (f'<w:customXml w:element="e"><w:customXmlPr/>{run("in")}</w:customXml>', "in"),
        (f'<w:hyperlink w:anchor="x">{run("link")}</w:hyperlink>', "link"),
        (f'<w:dir w:val="rtl">{run("d")}</w:dir>', "d"),
        ("<w:r><w:ruby><w:rt>no</w:rt><w:rubyBase>" + run("yes") + "</w:rubyBase></w:ruby></w:r>",
         "yes"),
    ],
)  # fmt: skip
def test_whatever_holds_text_is_read(content: str, text: str) -> None:
    assert _text(content) == text


def test_of_alternative_contents_one_is_read() -> None:
    alternatives = (
        f'<mc:AlternateContent><mc:Choice Requires="w14">{run("new")}</mc:Choice>'
        f"<mc:Fallback>{run('old')}</mc:Fallback></mc:AlternateContent>"
    )
    assert _text(run("a "), alternatives) == "a new"
    within_run = alternatives.replace(run("new"), "<w:t>new</w:t>")
    assert _text(f"<w:r>{within_run}</w:r>") == "new"


def test_controls_within_a_paragraph_name_their_text() -> None:
    (line,) = read(
        paragraph(
            run("within "),
            control("_sla_v", bookmark("_sla_v", run("5") + run(" days"))),
            control("outer", run("a") + control("inner", run("b"))),
        )
    ).after
    assert line.text == "within 5 daysab"
    assert line.controls == (
        Control("_sla_v", "_sla_v title", 7, 13),
        Control("outer", "outer title", 13, 15),
        Control("inner", "inner title", 14, 15),
    )


def test_the_prompt_of_an_empty_control_is_no_text() -> None:
    (line,) = read(
        paragraph(run("x "), control("_sla_v", run("Click here."), "<w:showingPlcHdr/>"), run("y"))
    ).after
    assert line.text == "x y"
    assert line.controls == (Control("_sla_v", "_sla_v title", 2, 2, placeholder=True),)


def test_a_bookmark_that_libreoffice_emptied_in_a_control_holds_the_control_again() -> None:
    empty = bookmark("_sla_c", "", 1) + bookmark("_sla_v", "", 2)
    (line,) = read(paragraph(control("_sla_v", empty + run("5 days")), run(" later"))).after
    assert [(entry.name, entry.start, entry.end) for entry in line.bookmarks] == [
        ("_sla_c", 0, 6),
        ("_sla_v", 0, 6),
    ]


def test_tracked_text_in_a_control_belongs_to_the_control_in_each_view() -> None:
    file = read(paragraph(control("_sla_v", deleted(gone("60")) + ins(run("ninety"))), run(".")))
    assert [(entry.start, entry.end) for entry in file.after[0].controls] == [(0, 6)]
    assert [(entry.start, entry.end) for entry in file.before[0].controls] == [(0, 2)]


@pytest.mark.parametrize(
    ("properties", "look", "colour"),
    [
        ("<w:strike/>", Look.STRUCK, ""),
        ('<w:dstrike w:val="true"/>', Look.STRUCK, ""),
        ('<w:highlight w:val="green"/>', Look.HIGHLIGHTED, "green"),
        ('<w:shd w:val="clear" w:fill="FFFF00"/>', Look.HIGHLIGHTED, "FFFF00"),
        ('<w:color w:val="FF0000"/>', Look.COLOURED, "FF0000"),
        ("<w:vanish/>", Look.HIDDEN, ""),
    ],
)
def test_what_was_marked_by_hand_is_told(properties: str, look: Look, colour: str) -> None:
    (line,) = read(paragraph(run("a "), run("b", properties), run("c", properties))).after
    assert line.marks == (HandMark(2, 4, look, colour),)


@pytest.mark.parametrize(
    "properties",
    [
        '<w:strike w:val="0"/>',
        '<w:highlight w:val="none"/>',
        '<w:color w:val="auto"/>',
        '<w:color w:val="000000"/>',
        '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>',
        "<w:b/>",
    ],
)
def test_the_normal_look_is_no_mark(properties: str) -> None:
    assert read(paragraph(run("a", properties))).after[0].marks == ()


def test_a_gap_as_exported_is_no_mark_and_what_is_typed_over_it_is_one() -> None:
    yellow = '<w:highlight w:val="yellow"/>'
    (gap, typed) = read(
        paragraph(run("[Notice", yellow), run(" period]", yellow)),
        paragraph(run("as discussed", yellow)),
    ).after
    assert gap.marks == ()
    assert typed.marks == (HandMark(0, 12, Look.HIGHLIGHTED, "yellow"),)


def test_tracked_formatting_names_its_author() -> None:
    tracked = f'<w:strike/><w:rPrChange w:id="1" {ANN}><w:rPr/></w:rPrChange>'
    (line,) = read(paragraph(run("gone", tracked))).after
    assert line.marks == (HandMark(0, 4, Look.STRUCK, "", _ANN),)


def test_deleted_text_outside_of_a_deletion_is_deleted() -> None:
    file = read(paragraph(run("a"), gone("b")))
    assert texts(file) == (["a"], ["ab"])


def test_styles_are_told_by_name_and_lists_by_level() -> None:
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:type="paragraph" w:styleId="Formatvorlage3"><w:name w:val="SLA Clause 2"/>'
        "</w:style></w:styles>"
    )
    numbered = (
        '<w:p><w:pPr><w:pStyle w:val="Formatvorlage3"/><w:numPr><w:ilvl w:val="2"/>'
        f'<w:numId w:val="5"/></w:numPr></w:pPr>{run("a")}</w:p>'
    )
    plain = numbered.replace('w:numId w:val="5"', 'w:numId w:val="0"')
    file = read(numbered, plain, parts={"styles": styles})
    assert [(line.style, line.level) for line in file.after] == [
        ("SLA Clause 2", 2),
        ("SLA Clause 2", None),
    ]
