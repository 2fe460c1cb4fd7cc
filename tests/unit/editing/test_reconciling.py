"""Versions of one draft that came about apart are brought together, stored, and told of."""

from pathlib import Path

import pytest

import main
from slaeditor.agreement import Agreement, decode, encode
from slaeditor.editing.reconciling import open_draft, reconcile
from slaeditor.errors import ChangedOutside, UnknownDraft
from slaeditor.library.draftfile import Header, dumped, packed
from slaeditor.library.drafts import Library
from slaeditor.library.migrations import SCHEMA
from slaeditor.paths import replaced

ID = "one"
COPY = f"{ID}.sync-conflict-20261124-101500-ABCDEFG.json"
START = Agreement(id=ID, title="Payroll")


class Laptop:
    """A computer with a library of its own."""

    def __init__(self, root: Path, name: str) -> None:
        self.library = Library(root / name / "library", root / name / "local")
        self.drafts = self.library.folder / "drafts"
        self.drafts.mkdir(parents=True)
        self.local = self.library.local

    @property
    def raw(self) -> bytes:
        """The draft's file."""
        return (self.drafts / f"{ID}.json").read_bytes()

    def receive(self, raw: bytes, name: str = f"{ID}.json") -> None:
        """A sync tool puts a file there."""
        (self.drafts / name).write_bytes(raw)

    def store(self, path: str, value: object) -> None:
        """Edit and save."""
        stored = self.library.open(ID)
        stored.save(encode(replaced(decode(stored.draft), path, value)))

    @property
    def stored(self) -> Agreement:
        """What stands in the file."""
        return decode(Library(self.library.folder, self.local).open(ID).draft)

    def labels(self) -> list[tuple[str, str]]:
        """The points of the history, oldest first."""
        return [(p.kind, p.label) for p in reversed(self.library.history(ID).points())]


@pytest.fixture
def laptops(tmp_path: Path) -> tuple[Laptop, Laptop]:
    """Two laptops that are in step."""
    one, other = Laptop(tmp_path, "one"), Laptop(tmp_path, "other")
    one.library.create(encode(START))
    other.receive(one.raw)
    other.library.open(ID)
    return one, other


def test_a_newer_version_from_elsewhere_is_just_opened(laptops: tuple[Laptop, Laptop]) -> None:
    one, other = laptops
    other.store("reference", "R-1")
    one.receive(other.raw)
    stored, joined = open_draft(one.library, ID)
    assert joined is None
    assert decode(stored.draft).reference == "R-1"
    assert one.raw == other.raw
    assert one.labels() == []


def test_a_version_that_took_the_place_of_mine_is_merged_with_what_this_computer_stored(
    laptops: tuple[Laptop, Laptop],
) -> None:
    one, other = laptops
    one.store("title", "Pay run")
    other.store("reference", "R-1")
    one.receive(other.raw)
    stored, joined = open_draft(one.library, ID)
    assert joined is not None
    assert [change.path for change in joined.taken] == ["reference"]
    assert (one.stored.title, one.stored.reference) == ("Pay run", "R-1")
    assert decode(stored.draft) == joined.agreement == one.stored
    assert [kind for kind, _ in one.labels()] == ["merged"] * 3
    assert open_draft(one.library, ID)[1] is None


def test_a_conflict_copy_is_merged_and_moved_away(laptops: tuple[Laptop, Laptop]) -> None:
    one, other = laptops
    other.store("title", "Pay run")
    one.store("reference", "R-1")
    one.receive(other.raw, COPY)
    assert one.library.summaries().drafts[0].versions == 1
    _, joined = open_draft(one.library, ID)
    assert joined is not None
    assert (one.stored.title, one.stored.reference) == ("Pay run", "R-1")
    assert [path.name for path in one.drafts.iterdir()] == [f"{ID}.json"]
    assert (one.local / "merged" / COPY).read_bytes() == other.raw
    assert one.library.summaries().drafts[0].versions == 0


def test_both_sides_write_the_same_file(laptops: tuple[Laptop, Laptop]) -> None:
    one, other = laptops
    one.store("title", "Pay run")
    other.store("title", "Salaries")
    mine, theirs = one.raw, other.raw
    one.receive(theirs, COPY)
    other.receive(mine)
    for laptop in laptops:
        _, joined = open_draft(laptop.library, ID)
        assert joined is not None
        assert "both versions are kept: Title" in joined.sentence
    assert one.raw == other.raw
    (clash,) = one.stored.clashes
    assert {one.stored.title, clash.other} == {"Salaries", '{"title":"Pay run"}'}


def test_a_copy_that_says_nothing_new_only_goes_away(laptops: tuple[Laptop, Laptop]) -> None:
    one, _ = laptops
    old = one.raw
    one.store("title", "Pay run")
    now = one.raw
    one.receive(old, COPY)
    one.receive(now, f"{ID} (1).json")
    assert open_draft(one.library, ID)[1] is None
    assert one.raw == now
    assert len(list((one.local / "merged").iterdir())) == 2
    assert len(list(one.drafts.iterdir())) == 1


def test_an_old_version_that_came_back_does_not_undo_what_was_stored(
    laptops: tuple[Laptop, Laptop],
) -> None:
    one, _ = laptops
    old = one.raw
    one.store("title", "Pay run")
    one.receive(old)
    open_draft(one.library, ID)
    assert one.stored.title == "Pay run"


def test_unsaved_edits_meet_a_file_that_changed(laptops: tuple[Laptop, Laptop]) -> None:
    one, other = laptops
    stored, _ = open_draft(one.library, ID)
    mine = replaced(START, "title", "Pay run")
    other.store("reference", "R-1")
    one.receive(other.raw)
    with pytest.raises(ChangedOutside):
        stored.save(encode(mine))
    joined = reconcile(one.library, stored, mine)
    assert joined is not None
    assert [change.path for change in joined.taken] == ["reference"]
    assert one.stored == joined.agreement == replaced(mine, "reference", "R-1")
    stored.save(encode(replaced(joined.agreement, "title", "And on")))
    assert one.stored.title == "And on"


def test_unsaved_edits_a_replaced_file_and_a_copy_are_three_versions(
    laptops: tuple[Laptop, Laptop], tmp_path: Path
) -> None:
    one, other = laptops
    third = Laptop(tmp_path, "third")
    third.receive(one.raw)
    stored, _ = open_draft(one.library, ID)
    stored.save(encode(replaced(START, "title", "Saved by me")))
    mine = replaced(decode(stored.draft), "version", "1.0")
    other.store("reference", "R-1")
    third.store("owner", "Head of payroll")
    one.receive(other.raw)
    one.receive(third.raw, COPY)
    joined = reconcile(one.library, stored, mine)
    assert joined is not None
    found = one.stored
    assert (found.title, found.version) == ("Saved by me", "1.0")
    assert (found.reference, found.owner) == ("R-1", "Head of payroll")
    assert found.clashes == ()


def test_nothing_to_bring_together_leaves_the_file_alone(laptops: tuple[Laptop, Laptop]) -> None:
    one, _ = laptops
    before = one.raw
    stored, _ = open_draft(one.library, ID)
    assert reconcile(one.library, stored) is None
    assert reconcile(one.library, stored, START) is None
    assert one.raw == before


def test_without_ledger_and_history_every_difference_is_shown(
    laptops: tuple[Laptop, Laptop],
) -> None:
    one, _ = laptops
    header = Header(SCHEMA, one.library.open(ID).summary.changed)
    stranger = encode(Agreement(id=ID, title="Salaries", reference="R-1"))
    one.receive(packed(header, dumped({"draft": {"1": stranger}})), COPY)
    _, joined = open_draft(one.library, ID)
    assert joined is not None
    assert sorted(clash.path for clash in joined.clashes) == ["reference", "title"]


def test_a_ledger_that_is_lost_costs_nothing_where_the_history_has_the_state(
    laptops: tuple[Laptop, Laptop],
) -> None:
    one, other = laptops
    one.library.history(ID).add(encode(START), "Opened", "opened")
    one.store("title", "Pay run")
    other.store("reference", "R-1")
    (one.local / "ledger" / f"{ID}.jsonl").unlink()
    one.receive(other.raw, COPY)
    _, joined = open_draft(Library(one.library.folder, one.local), ID)
    assert joined is not None
    assert (one.stored.title, one.stored.reference) == ("Pay run", "R-1")
    assert one.stored.clashes == ()


def test_a_copy_stands_in_for_a_file_that_is_gone(laptops: tuple[Laptop, Laptop]) -> None:
    one, _ = laptops
    one.store("title", "Pay run")
    (one.drafts / f"{ID}.json").rename(one.drafts / COPY)
    stored, joined = open_draft(one.library, ID)
    assert (decode(stored.draft).title, joined) == ("Pay run", None)
    assert [path.name for path in one.drafts.iterdir()] == [f"{ID}.json"]
    with pytest.raises(UnknownDraft):
        open_draft(one.library, "nobody")


def test_a_copy_that_is_no_agreement_stays_and_is_named(laptops: tuple[Laptop, Laptop]) -> None:
    one, other = laptops
    header = Header(SCHEMA, one.library.open(ID).summary.changed)
    strange = packed(header, dumped({"draft": {"1": {"id": ID, "title": 7}}}))
    one.receive(strange, COPY)
    assert open_draft(one.library, ID)[1] is None
    other.store("reference", "R-1")
    one.store("title", "Pay run")
    one.receive(other.raw)
    _, joined = open_draft(one.library, ID)
    assert joined is not None
    assert f"{COPY} is no version that can be read" in joined.sentence
    assert (one.drafts / COPY).read_bytes() == strange


def test_a_clash_settled_on_one_laptop_is_settled_on_the_other(
    laptops: tuple[Laptop, Laptop],
) -> None:
    one, other = laptops
    one.store("title", "Pay run")
    other.store("title", "Salaries")
    one.receive(other.raw, COPY)
    open_draft(one.library, ID)
    other.receive(one.raw)
    open_draft(other.library, ID)
    settled = replaced(one.stored, "reference", "R-1")
    stored = one.library.open(ID)
    stored.save({**encode(settled), "clashes": []})
    other.store("version", "1.0")
    other.receive(one.raw)
    open_draft(other.library, ID)
    assert other.stored.clashes == ()
    assert (other.stored.reference, other.stored.version) == ("R-1", "1.0")


@pytest.mark.parametrize("verb", ["show", "set"])
def test_the_command_line_brings_together_first_and_says_so(
    laptops: tuple[Laptop, Laptop],
    verb: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    one, other = laptops
    one.library.history(ID).add(encode(START), "Opened", "opened")
    one.store("reference", "R-1")
    other.store("title", "Pay run")
    monkeypatch.setenv("SLAEDITOR_LOCAL", str(one.local))
    one.receive(other.raw, COPY)
    more = ["version=1.0"] if verb == "set" else []
    assert main.main([verb, ID, *more, "--library", str(one.library.folder)]) == 0
    said = capsys.readouterr().err
    assert "1 change from there was taken over" in said
    assert (one.stored.title, one.stored.reference) == ("Pay run", "R-1")
    assert one.stored.version == ("1.0" if verb == "set" else None)


def test_where_nothing_can_be_saved_the_command_line_shows_what_stands_there(
    laptops: tuple[Laptop, Laptop],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    one, other = laptops
    other.store("title", "Pay run")
    one.store("reference", "R-1")
    monkeypatch.setenv("SLAEDITOR_LOCAL", str(one.local))
    one.receive(other.raw, COPY)
    (one.drafts / f"{ID}.json").chmod(0o400)
    assert main.main(["fields", ID, "--library", str(one.library.folder)]) == 0
    said = capsys.readouterr()
    assert "R-1" in said.out
    assert "write-protected" in said.err
    assert (one.drafts / COPY).exists()
