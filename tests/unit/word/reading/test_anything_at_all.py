"""Whatever is in a file, it is read or refused with a sentence; nothing else happens."""

import io
import re
import zipfile

from hypothesis import example, given, settings
from hypothesis import strategies as st

from slaeditor.errors import SlaError
from slaeditor.word.reading.read import read_returned
from tests.unit.word.reading.word_files import (
    archive,
    bookmark,
    control,
    deleted,
    field,
    gone,
    ins,
    mark,
    package,
    paragraph,
    part,
    row,
    run,
    table,
)

_COMMENTS = part("comments", f'<w:comment w:id="1"><w:p>{run("Why?")}</w:p></w:comment>')
_BODY = (
    paragraph(bookmark("_sla_a", run("Notice is ") + control("_sla_v", run("60 days"))))
    + paragraph(deleted(gone("Old.")), mark=mark("del"))
    + paragraph(ins(run("New.")), field(" REF _sla_a \\w \\h ", run("1.1")))
    + table(row(paragraph(run("99.9 %")), history=mark("ins")))
    + paragraph('<w:commentRangeStart w:id="1"/>', run("x"), '<w:commentRangeEnd w:id="1"/>')
)
_FILE = package(_BODY, {"comments": _COMMENTS})
_ELEMENTS = st.sampled_from(
    re.findall(
        r"\S+",
        """
        w:p w:r w:t w:ins w:del w:delText w:tbl w:tr w:tc w:trPr w:tcPr w:rPr w:pPr w:sdt w:sdtPr
        w:sdtContent w:tag w:bookmarkStart w:bookmarkEnd w:moveTo w:moveFromRangeStart w:fldChar
        w:instrText w:fldSimple w:sym w:numPr w:ilvl w:numId w:gridSpan w:hyperlink w:drawing
        w:commentRangeStart w:commentRangeEnd w:commentReference w:footnoteReference w:strike
        mc:AlternateContent mc:Choice w:ruby w:altChunk w:cellDel w:showingPlcHdr w:docPartObj
        """,
    )
)
_ATTRIBUTES = st.sampled_from(
    re.findall(r"\S+", "w:id w:val w:name w:author w:date w:fldCharType w:char w:fill w:instr")
)
_VALUES = st.sampled_from(
    ["", "1", "-1", "begin", "separate", "end", "99999999999", "x", "\u0663", "REF a", "TOC"]
)


def _read_or_refuse(data: bytes) -> None:
    """Read a file in both ways; a refusal is a sentence."""
    for repair in (False, True):
        try:
            read_returned(data, "returned.docx", repair=repair)
        except SlaError as refused:
            assert str(refused).endswith((".", "it."))


@given(st.lists(st.tuples(st.integers(0, len(_FILE) - 1), st.integers(1, 255)), max_size=12))
@settings(max_examples=400, deadline=None)
def test_flipped_bytes_of_the_file_are_read_or_refused(
    flips: list[tuple[int, int]],
) -> None:
    data = bytearray(_FILE)
    for place, mask in flips:
        data[place] ^= mask
    _read_or_refuse(bytes(data))


@given(
    st.sampled_from(zipfile.ZipFile(io.BytesIO(_FILE)).namelist()),
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=6),
)
@settings(max_examples=400, deadline=None)
def test_changed_bytes_within_a_part_are_read_or_refused(
    name: str, changes: list[tuple[int, int]]
) -> None:
    with zipfile.ZipFile(io.BytesIO(_FILE)) as source:
        entries = {entry: source.read(entry) for entry in source.namelist()}
    content = bytearray(entries[name])
    for place, value in changes:
        content[place % len(content)] = value
    _read_or_refuse(archive({**entries, name: bytes(content)}))


@given(st.integers(0, len(_FILE)))
@settings(max_examples=60, deadline=None)
def test_a_file_cut_off_anywhere_is_refused(length: int) -> None:
    _read_or_refuse(_FILE[:length])


def _element(content: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """An element with some attributes round some content."""
    attributes = st.dictionaries(_ATTRIBUTES, _VALUES, max_size=2).map(
        lambda given: "".join(f' {name}="{value}"' for name, value in given.items())
    )
    return st.builds(
        lambda name, look, inside: f"<{name}{look}>{''.join(inside)}</{name}>",
        _ELEMENTS,
        attributes,
        st.lists(content, max_size=4),
    )


_TREES = st.recursive(st.sampled_from(["text", "1", "<w:t>a</w:t>"]), _element, max_leaves=25)
"""Elements of the format, put together with no regard for its rules."""


@given(st.lists(_TREES, max_size=5))
@example(["<w:tr><w:tc><w:p/></w:tc></w:tr>"])
@settings(max_examples=200, deadline=None)
def test_any_arrangement_of_elements_is_read(trees: list[str]) -> None:
    read_returned(package("".join(trees), {"comments": _COMMENTS}), "returned.docx")
