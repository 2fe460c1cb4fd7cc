"""A damaged draft: what can be read becomes a copy, what can't is named, nothing is invented."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from slaeditor.agreement import decode, encode
from slaeditor.editing.templates import finished_example
from slaeditor.library.draftfile import Header, dumped, packed
from slaeditor.library.migrations import CURRENT
from slaeditor.library.salvage import Salvaged, salvaged

DRAFT: dict[str, Any] = json.loads(dumped(encode(finished_example())))
RAW = packed(
    Header(CURRENT.schema, datetime(2027, 1, 1, tzinfo=UTC)), dumped({"draft": {"1": DRAFT}})
)
LEVELS = [each["id"] for each in DRAFT["metrics"]["levels"]]


def only(raw: bytes) -> Salvaged:
    """The one version that can be made of it."""
    (found,) = salvaged(raw)
    decode(found.draft)
    return found


def leaves(value: Any, at: str = "") -> dict[str, Any]:
    """Every plain value by its path; items by their id."""
    if isinstance(value, dict):
        pairs = value.items()
    elif isinstance(value, list):
        pairs = {each["id"]: each for each in value}.items()
    else:
        return {at: value}
    return {path: leaf for key, part in pairs for path, leaf in leaves(part, f"{at}/{key}").items()}


def kept(found: Salvaged) -> float:
    """The share of the draft's values that the copy has as they were."""
    was, now = leaves(DRAFT), leaves(found.draft)
    same = [path for path, value in was.items() if now.get(path) == value]
    return len(same) / len(was)


def test_a_whole_file_loses_nothing_and_is_certain() -> None:
    found = only(RAW)
    assert (found.draft, found.lost, found.is_certain, found.is_cut) == (DRAFT, (), True, False)


def test_a_file_cut_in_the_middle_gives_everything_before_the_cut() -> None:
    found = only(RAW[: len(RAW) // 2])
    assert found.is_cut
    assert found.lost
    assert not found.is_certain
    assert 0.4 < kept(found) < 0.6
    assert found.draft["title"] == DRAFT["title"]


def test_a_text_cut_in_the_middle_is_kept_as_far_as_it_goes() -> None:
    end = RAW.index(DRAFT["title"].encode()) + 4
    found = only(RAW[:end])
    assert found.draft["title"] == DRAFT["title"][:4]
    assert [each.path for each in found.lost] == ["title"]


def test_one_changed_letter_in_a_value_leaves_all_others() -> None:
    title = DRAFT["title"].encode()
    found = only(RAW.replace(title, b"X" + title[1:], 1))
    assert found.draft == {**DRAFT, "title": "X" + DRAFT["title"][1:]}
    assert (found.lost, found.is_certain) == ((), False)


def test_a_number_that_is_none_any_more_is_kept_as_typed() -> None:
    level = DRAFT["metrics"]["levels"][0]
    path, value = f"metrics/levels/{level['id']}/target", level["target"]
    plain = value if isinstance(value, str) else value["value"]
    inner = path if isinstance(value, str) else f"{path}/value"
    changed = json.loads(RAW)
    target = changed["draft"]["1"]["metrics"]["levels"][0]
    if isinstance(value, str):
        target["target"] = f"{plain}x"
    else:
        target["target"]["value"] = f"{plain}x"
    found = only(json.dumps(changed).encode())
    assert found.draft["entered"][inner] == f"{plain}x"
    assert [(each.path, each.text) for each in found.lost] == [(inner, f"{plain}x")]


def test_a_broken_bracket_costs_no_more_than_what_stands_round_it() -> None:
    place = RAW.index(b'"levels":[{') + len(b'"levels":[')
    found = only(RAW[:place] + b"k" + RAW[place + 1 :])
    assert kept(found) > 0.9
    assert found.lost


def test_a_stretch_of_zeros_leaves_what_stands_before_and_behind_it() -> None:
    place = RAW.index(LEVELS[1].encode())
    found = only(RAW[:place] + bytes(60) + RAW[place + 60 :])
    assert kept(found) > 0.85
    assert found.draft["metrics"]["levels"][-1]["id"] == LEVELS[-1]
    assert found.lost


def test_a_name_with_one_wrong_letter_is_understood() -> None:
    found = only(RAW.replace(b'"levels":[', b'",evels":[', 1))
    assert found.draft == DRAFT


def test_the_marks_of_a_merge_give_both_sides() -> None:
    other = {**DRAFT, "title": "Theirs"}
    theirs = packed(Header(CURRENT.schema, datetime.now(UTC)), dumped({"draft": {"1": other}}))
    raw = b"<<<<<<< HEAD\n" + RAW + b"\n=======\n" + theirs + b"\n>>>>>>> laptop-2\n"
    mine, others = salvaged(raw)
    assert (mine.side, mine.draft, mine.is_certain) == ("HEAD", DRAFT, True)
    assert (others.side, others.draft, others.is_certain) == ("laptop-2", other, True)


def test_marks_of_a_merge_inside_a_file_that_was_laid_out_anew_give_both_sides() -> None:
    lines = json.dumps(json.loads(RAW), indent=1).split("\n")
    at = next(n for n, line in enumerate(lines) if '"title"' in line)
    marked = [
        *lines[:at],
        "<<<<<<< HEAD",
        lines[at],
        "||||||| base",
        '   "title": "Base",',
        "=======",
        '   "title": "Theirs",',
        ">>>>>>> laptop-2",
        *lines[at + 1 :],
    ]
    mine, theirs = salvaged("\n".join(marked).encode())
    assert (mine.draft, mine.side) == (DRAFT, "HEAD")
    assert (theirs.draft, theirs.side) == ({**DRAFT, "title": "Theirs"}, "laptop-2")


def test_another_encoding_is_read_as_what_it_is() -> None:
    draft = {**DRAFT, "title": "Wörter für Zürich"}
    text = packed(Header(CURRENT.schema, datetime.now(UTC)), dumped({"draft": {"1": draft}}))
    for encoding in ("cp1252", "utf-16"):
        raw = text.decode().encode(encoding, "replace")
        assert only(raw).draft["title"] == "Wörter für Zürich"


def test_items_without_a_usable_id_get_one_and_stay_apart() -> None:
    changed = json.loads(RAW)
    for level in changed["draft"]["1"]["metrics"]["levels"]:
        level["id"] = "Not an id"
    found = only(json.dumps(changed).encode())
    ids = [each["id"] for each in found.draft["metrics"]["levels"]]
    assert len(set(ids)) == len(LEVELS)


@pytest.mark.parametrize(
    "raw",
    [b"", b"\0" * 400, b"dear all,", b"[1, 2]", b"[" * 100_000, b'{"a":' * 100_000, b'"',
     b'{"_file":{"1":{"format":"budget"}},"draft":{"1":{"title":"x"}}}', b'{"draft":{"1":{}}}',
     b'{"_file":{"1":{"format":"slaeditor-draft","schema":99}},"draft":{"1":{"title":"x"}}}'],
)  # fmt: skip
def test_where_nothing_of_a_draft_is_there_nothing_is_offered(raw: bytes) -> None:
    assert salvaged(raw) == ()


@given(some.integers(0, len(RAW) - 1), some.integers(0, 7))
def test_a_flipped_bit_costs_little_wherever_it_is(place: int, bit: int) -> None:
    raw = bytearray(RAW)
    raw[place] ^= 1 << bit
    found = salvaged(bytes(raw))
    if not found:  # the number of the schema, or the format's name
        assert place < 120
        return
    assert kept(found[0]) > 0.5  # nearly always above 0.9
    decode(found[0].draft)


def test_a_file_cut_anywhere_gives_what_stands_before() -> None:
    shares = [kept(found) for end in range(200, len(RAW), 509) for found in salvaged(RAW[:end])]
    assert len(shares) > len(range(200, len(RAW), 509)) - 2
    assert shares == sorted(shares)
