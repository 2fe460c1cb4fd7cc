"""A machine that edits, undoes and redoes, and looks at the agreement after each step."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from slaeditor.agreement import Agreement, decode, encode
from slaeditor.editing.open_draft import OpenDraft

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
