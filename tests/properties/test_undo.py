"""Machines that edit, undo and redo, and look at the agreement after each step."""

from contextlib import suppress

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from slaeditor.agreement import Agreement, decode, encode
from slaeditor.editing.fitting import value_path
from slaeditor.editing.open_draft import Changed, OpenDraft
from slaeditor.errors import UnknownPath
from slaeditor.paths import place_at, replaced

PATHS = ["title", "duration/effective_date", "duration/notice/length", "introduction/purpose"]
TEXTS = st.sampled_from(["", "60", "1 April 2027", "32 January", "some text", "None"])


class Editing(RuleBasedStateMachine):
    """States seen before each step are what undo has to bring back."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.draft = OpenDraft(Agreement(id="a"), lambda: self.now)
        self.before: list[Agreement] = []
        self.after: list[Agreement] = []

    def _step(self, edit: object) -> None:
        self.now += 10
        old = self.draft.agreement
        edit()  # type: ignore[operator]
        if self.draft.agreement != old:
            self.before.append(old)
            self.after.clear()

    @rule(path=st.sampled_from(PATHS), text=TEXTS)
    def enter(self, path: str, text: str) -> None:
        self._step(lambda: self.draft.enter(path, text))

    @rule(list_path=st.sampled_from(["metrics/levels", "scope/services"]))
    def add(self, list_path: str) -> None:
        self._step(lambda: self.draft.add(list_path))

    @rule(data=st.data(), what=st.sampled_from(["remove", "duplicate", "up", "down"]))
    def change_item(self, data: st.DataObject, what: str) -> None:
        levels = self.draft.agreement.metrics.levels
        if not levels:
            return
        path = f"metrics/levels/{data.draw(st.sampled_from([level.id for level in levels]))}"
        edits = {
            "remove": lambda: self.draft.remove(path),
            "duplicate": lambda: self.draft.duplicate(path),
            "up": lambda: self.draft.move(path, -1),
            "down": lambda: self.draft.move(path, 1),
        }
        self._step(edits[what])

    @rule()
    def undo(self) -> None:
        now = self.draft.agreement
        self.draft.undo()
        if self.before:
            assert self.draft.agreement == self.before.pop()
            self.after.append(now)
        else:
            assert self.draft.agreement == now

    @rule()
    def redo(self) -> None:
        now = self.draft.agreement
        self.draft.redo()
        if self.after:
            assert self.draft.agreement == self.after.pop()
            self.before.append(now)
        else:
            assert self.draft.agreement == now

    @invariant()
    def the_agreement_can_be_stored(self) -> None:
        assert decode(encode(self.draft.agreement)) == self.draft.agreement

    @invariant()
    def a_place_has_a_value_or_text_that_cannot_be_read_never_both(self) -> None:
        for path in self.draft.agreement.entered:
            assert self.draft.error_at(path)


Editing.TestCase.settings = settings(max_examples=40, stateful_step_count=25)
TestEditing = Editing.TestCase


PLACES = ["title", "duration/notice/length", "duration/notice/unit", "duration/effective_date"]
IN_LEVEL = ["name", "target", "unit", "definition"]
ANSWERS = st.sampled_from(["", "60", "percent", "days", "1 April 2027", "some text"])


class EditingTogether(RuleBasedStateMachine):
    """I edit, undo and redo while somebody else edits too: what they wrote is never undone."""

    def __init__(self) -> None:
        super().__init__()
        self.now = 0.0
        self.draft = OpenDraft(Agreement(id="a"), lambda: self.now)
        self.theirs: dict[str, str] = {}

    def _levels(self) -> list[str]:
        return [f"metrics/levels/{level.id}" for level in self.draft.agreement.metrics.levels]

    def _edit(self, draft: OpenDraft, data: st.DataObject) -> None:
        """One edit somewhere, by whomever the draft belongs to."""
        levels = self._levels()
        what = data.draw(
            st.sampled_from(["enter", "add", *(["in level", "remove", "move"] if levels else [])])
        )
        if what == "enter":
            draft.enter(data.draw(st.sampled_from(PLACES)), data.draw(ANSWERS))
        elif what == "add":
            draft.add("metrics/levels", after=data.draw(st.sampled_from([None, ""])))
        else:
            level = data.draw(st.sampled_from(levels))
            if what == "in level":
                draft.enter(f"{level}/{data.draw(st.sampled_from(IN_LEVEL))}", data.draw(ANSWERS))
            elif what == "remove":
                draft.remove(level)
            else:
                draft.move(level, data.draw(st.sampled_from([-1, 1])))

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        """A step of mine; what it touches is mine from now on."""
        self.now += 10
        heard: list[Changed] = []
        stop = self.draft.subscribe(heard.append)
        self._edit(self.draft, data)
        stop()
        for path in list(self.theirs):
            if any(changed.touches(path) or _is_within(path, changed) for changed in heard):
                del self.theirs[path]

    @rule(data=st.data())
    def edit_elsewhere(self, data: st.DataObject) -> None:
        """Somebody else's step is merged in."""
        other = OpenDraft(self.draft.agreement, lambda: self.now)
        heard: list[Changed] = []
        other.subscribe(heard.append)
        self._edit(other, data)
        self.draft.take_outside(other.agreement)
        changes = [change for changed in heard for change in changed.changes]
        for path in [path for path in self.theirs if any(_is_within(path, c) for c in heard)]:
            del self.theirs[path]
        for path in {value_path(change.path) for change in changes}:
            with suppress(UnknownPath):  # an item, which came or went
                if not place_at(other.agreement, path).is_list:
                    self.theirs[path] = other.text_at(path)

    @rule(redo_too=st.booleans())
    def undo(self, redo_too: bool) -> None:
        """As much as fits, and a sentence where that isn't all."""
        old, label = self.draft.agreement, self.draft.undo_stack.undo_label
        sentence = self.draft.undo()
        assert bool(sentence) or not label or self.draft.agreement != old
        if redo_too and label and not sentence:
            assert self.draft.redo() == ""
            assert _unordered(self.draft.agreement) == _unordered(old)

    @rule()
    def redo(self) -> None:
        old, label = self.draft.agreement, self.draft.undo_stack.redo_label
        sentence = self.draft.redo()
        assert bool(sentence) or not label or self.draft.agreement != old

    @invariant()
    def the_agreement_can_be_stored(self) -> None:
        assert decode(encode(self.draft.agreement)) == self.draft.agreement

    @invariant()
    def what_somebody_else_wrote_stands(self) -> None:
        for path, text in self.theirs.items():
            assert self.draft.text_at(path) == text

    @invariant()
    def a_place_has_a_value_or_text_that_cannot_be_read_never_both(self) -> None:
        for path in self.draft.agreement.entered:
            assert self.draft.error_at(path)


def _is_within(path: str, changed: Changed) -> bool:
    """Whether a path lies in an item that came or went."""
    return any(path.startswith(f"{change.path}/") for change in changed.changes)


def _unordered(agreement: Agreement) -> Agreement:
    """The agreement with its levels by id: where they stand may follow somebody else's order."""
    order = tuple(sorted(level.id for level in agreement.metrics.levels))
    return replaced(agreement, "metrics/levels", order)


EditingTogether.TestCase.settings = settings(max_examples=80, stateful_step_count=25)
TestEditingTogether = EditingTogether.TestCase
