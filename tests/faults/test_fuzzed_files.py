"""Files changed at random: only the errors that are listed, in little memory and time.

Drafts, histories, files of their own and whole libraries in one file, each cut, flipped, filled
with zeros, doubled, and changed piece by piece.
"""

import json
import time
import tracemalloc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from slaeditor.agreement import decode, encode
from slaeditor.editing.bringing_in import bring_in
from slaeditor.editing.templates import finished_example
from slaeditor.errors import BackupRefused, Damaged, Refused, SlaError, TooNew
from slaeditor.library.archive import pack
from slaeditor.library.doctor import examine
from slaeditor.library.draftfile import Header, dumped, packed, unpacked
from slaeditor.library.drafts import Library, open_file
from slaeditor.library.migrations import CURRENT
from slaeditor.library.salvage import salvaged
from slaeditor.library.unpacking import Unpacked

LISTED = (Damaged, TooNew)
MEMORY = 64 * 1024**2
"""Bytes that reading one file of the size of ours may take at a time."""
SECONDS = 20.0
"""A bound for a busy machine; what is measured on an idle one is a hundredth of it."""

DRAFT: dict[str, Any] = json.loads(dumped(encode(finished_example())))
WHOLE = packed(
    Header(CURRENT.schema, datetime(2027, 1, 1, tzinfo=UTC)), dumped({"draft": {"1": DRAFT}})
)
NEAR = (
    b'"',
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\\",
    b"\0",
    b"\xff",
    b"null",
    b"1e999",
    b"[" * 60,
)

Mutation = Callable[[bytes], bytes]


def at(raw: bytes, place: float) -> int:
    """A place in the bytes, given as a share of their length."""
    return min(int(place * len(raw)), max(len(raw) - 1, 0))


def cut(place: float) -> Mutation:
    return lambda raw: raw[: at(raw, place)]


def flip(place: float, bit: int) -> Mutation:
    def flipped(raw: bytes) -> bytes:
        n = at(raw, place)
        return raw[:n] + bytes([raw[n] ^ (1 << bit)]) + raw[n + 1 :] if raw else raw

    return flipped


def put(place: float, piece: bytes) -> Mutation:
    return lambda raw: raw[: at(raw, place)] + piece + raw[at(raw, place) :]


def swap(place: float, piece: bytes) -> Mutation:
    return lambda raw: raw[: at(raw, place)] + piece + raw[at(raw, place) + len(piece) :]


def repeat(start: float, end: float) -> Mutation:
    def repeated(raw: bytes) -> bytes:
        first, last = sorted((at(raw, start), at(raw, end)))
        return raw[:last] + raw[first:]

    return repeated


share = some.floats(0, 1)
pieces = (
    some.sampled_from(NEAR) | some.binary(max_size=8) | some.sampled_from([512, 4096]).map(bytes)
)
mutations = some.one_of(
    some.builds(cut, share),
    some.builds(flip, share, some.integers(0, 7)),
    some.builds(put, share, pieces),
    some.builds(swap, share, pieces),
    some.builds(repeat, share, share),
)
several = some.lists(mutations, min_size=1, max_size=4)


def changed(raw: bytes, how: list[Mutation]) -> bytes:
    for each in how:
        raw = each(raw)
    return raw


@contextmanager
def bounded() -> Iterator[None]:
    """Little memory and time, whatever is read."""
    tracemalloc.start()
    begun = time.process_time()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < MEMORY
        assert time.process_time() - begun < SECONDS
    finally:
        tracemalloc.stop()


def resummed(raw: bytes) -> bytes:
    """The bytes with a checksum that fits, as somebody who means harm would make them."""
    import hashlib
    import re

    blank = re.sub(rb'"sum":"[0-9a-f]{32}"', b'"sum":""', raw, count=1)
    named = hashlib.blake2b(blank, digest_size=16).hexdigest().encode()
    return blank.replace(b'"sum":""', b'"sum":"' + named + b'"', 1)


@given(several)
def test_a_changed_draft_is_itself_or_an_error_that_is_listed(how: list[Mutation]) -> None:
    raw = changed(WHOLE, how)
    with bounded():
        try:
            _header, tables = unpacked(raw, "x", CURRENT.schema)
        except LISTED:
            return
    assert tables["draft"]["1"] == DRAFT


@given(several)
def test_a_changed_draft_with_a_sum_that_fits_is_an_agreement_or_an_error(
    how: list[Mutation],
) -> None:
    raw = resummed(changed(WHOLE, how))
    with bounded():
        try:
            header, tables = unpacked(raw, "x", CURRENT.schema)
            decode(CURRENT.brought_up_to_date(tables["draft"]["1"], header.schema))
        except LISTED:
            return


@given(several)
def test_what_is_salvaged_is_an_agreement(how: list[Mutation]) -> None:
    raw = changed(WHOLE, how)
    with bounded():
        for each in salvaged(raw):
            decode(each.draft)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(several)
def test_a_changed_file_hides_no_other_and_is_never_empty(
    tmp_path: Path, how: list[Mutation]
) -> None:
    library = Library(tmp_path / "library", tmp_path / "local")
    if not (library.folder / "drafts" / "good.json").exists():
        library.create({**DRAFT, "id": "good"})
    path = library.folder / "drafts" / f"{DRAFT['id']}.json"
    raw = resummed(changed(WHOLE, how))
    path.write_bytes(raw)
    listing = library.summaries()
    assert "good" in [each.id for each in listing.drafts]
    assert len(listing.drafts) + len(listing.damaged) >= 1
    try:
        stored = library.open(DRAFT["id"])
        assert stored.draft["id"] == DRAFT["id"]
        decode(stored.draft)
    except (*LISTED, Refused):
        pass
    library.find("portal")
    assert path.read_bytes() == raw


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(several)
def test_a_changed_file_of_its_own(tmp_path: Path, how: list[Mutation]) -> None:
    path = tmp_path / "x.sla"
    raw = changed(WHOLE, how)
    path.write_bytes(raw)
    with bounded():
        try:
            stored = open_file(path, tmp_path / "local")
        except LISTED:
            return
        finally:
            assert path.read_bytes() == raw
    assert stored.draft == DRAFT


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(several)
def test_a_changed_history_gives_states_that_were_or_an_error(
    tmp_path: Path, how: list[Mutation]
) -> None:
    library = Library(tmp_path / "library", tmp_path / "local")
    states = [{**DRAFT, "title": title} for title in ("One", "Two", "Three")]
    folder = library.folder / "history"
    if not folder.exists():
        for state in states:
            library.history(DRAFT["id"]).add(state, str(state["title"]), "named")
        (own,) = folder.iterdir()
        (tmp_path / "whole").write_bytes(own.read_bytes())
    (own,) = folder.iterdir()
    own.write_bytes(changed((tmp_path / "whole").read_bytes(), how))
    with bounded():
        try:
            history = library.history(DRAFT["id"])
            found = [history.restored(each.id).draft for each in history.points()]
        except SlaError as error:
            assert isinstance(error, (*LISTED, Refused))
            return
    assert all(state in states for state in found)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(several)
def test_a_changed_library_in_one_file(tmp_path: Path, how: list[Mutation]) -> None:
    home = Library(tmp_path / "home", tmp_path / "local")
    target = tmp_path / "all.slalib"
    if not target.exists():
        home.create(DRAFT)
        home.history(DRAFT["id"]).add(DRAFT, "First", "named")
        pack(home.folder, target, datetime(2027, 1, 1, tzinfo=UTC))
    file = tmp_path / "changed.slalib"
    file.write_bytes(changed(target.read_bytes(), how))
    away = tmp_path / "away"
    with bounded():
        try:
            with Unpacked(file) as source:
                assert not away.exists()
                bring_in(Library(away, tmp_path / "local2"), source, date(2027, 1, 1))
        except BackupRefused:
            assert not away.exists()
            return
    listing = Library(away, tmp_path / "local2").summaries()
    assert listing.damaged == ()
    for path in sorted(away.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    away.rmdir()


def test_a_draft_cut_at_every_512th_byte_is_never_an_empty_one(tmp_path: Path) -> None:
    library = Library(tmp_path / "library", tmp_path / "local")
    library.create(DRAFT)
    path = library.folder / "drafts" / f"{DRAFT['id']}.json"
    whole = path.read_bytes()
    for end in range(0, len(whole), 512):
        path.write_bytes(whole[:end])
        with pytest.raises(Damaged):
            library.open(DRAFT["id"])
        listing = library.summaries()
        assert (listing.drafts, len(listing.damaged)) == ((), 1)
        assert examine(library).needs_choice
        assert path.read_bytes() == whole[:end]


@pytest.mark.parametrize(
    "raw",
    [
        b"[" * 8_000_000,
        b'{"a":' * 1_600_000,
        b'{"draft":{"1":{"title":"x"' + b',"a":[' * 1_300_000,
        b'"' * 8_000_000,
        b'{"draft":{"1":{"title":"x",' + b'"a":1,' * 1_300_000,
        b"<<<<<<< a\n" * 800_000,
        b'{"draft":{"1":{"metrics":{"levels":[' + b"{}," * 2_600_000,
    ],
    ids=["lists", "objects", "cut lists", "quotes", "members", "marks", "items"],
)
def test_the_largest_hostile_files_end_in_time(raw: bytes) -> None:
    begun = time.process_time()
    for each in salvaged(raw):
        decode(each.draft)
    with pytest.raises(Damaged):
        unpacked(raw, "x", CURRENT.schema)
    assert time.process_time() - begun < 3 * SECONDS
