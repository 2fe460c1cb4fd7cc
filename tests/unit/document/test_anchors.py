"""Names by which clauses, rows and values are found again in a returned Word file."""

import re
from collections import Counter

from slaeditor.blocks import Derived, Gap, Part, Role, Table, Value
from slaeditor.document.anchors import Kind, anchor_name, anchors
from tests.unit.word.building import document, paragraph, row
from tests.unit.word.rich_document import rich


def test_a_name_fits_a_bookmark_and_never_changes() -> None:
    name = anchor_name(Kind.VALUE, "duration/notice/length", 1)
    assert name == "_sla_b51d117630f68ffbc0694b7bd80cb0fd"
    assert re.fullmatch(r"[A-Za-z0-9_]{1,40}", anchor_name("row", "x" * 500 + "/é\ud800", 12))


def test_names_differ_by_kind_path_and_occurrence() -> None:
    names = {
        anchor_name(kind, path, occurrence)
        for kind in ("clause", "row", "value")
        for path in ("a", "a/b")
        for occurrence in (1, 2)
    }
    assert len(names) == 12


def test_each_clause_row_and_value_has_its_anchor_in_order() -> None:
    whole = document(
        Part(
            "scope",
            (
                paragraph(
                    Role.BODY, "c", Value("1", "a/b"), Gap("g", "a/c"), Derived("2", ("a/b",))
                ),
                Table("t", ("A", "B"), (row("l/1", "x", Value("2", "a/b")),), "", ""),
            ),
        )
    )
    assert [(mark.kind, mark.path, mark.occurrence) for mark in anchors(whole)] == [
        (Kind.CLAUSE, "c", 1),
        (Kind.VALUE, "a/b", 1),
        (Kind.VALUE, "a/c", 1),
        (Kind.ROW, "l/1", 1),
        (Kind.VALUE, "a/b", 2),
    ]


def test_no_name_is_used_twice_in_a_document() -> None:
    counts = Counter(anchor.name for anchor in anchors(rich()))
    assert max(counts.values()) == 1
