"""Shows what another computer changed in the open agreement, and does what is decided about it."""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal, Slot

from slaeditor.clashes import open_clashes
from slaeditor.editing.open_draft import Changed
from slaeditor.errors import ReadOnly, SlaError
from slaeditor.i18n import _
from slaeditor.moments import moment_in_sentence
from ui.clashes.card import Outcome, Versions
from ui.clashes.deciding import decide, decide_on_text, outcome_words
from ui.clashes.editors import editor_at
from ui.clashes.matters import taken_over, versions_to_decide
from ui.clashes.page import ClashPage
from ui.clashes.taken import TakenOver
from ui.desk import Desk
from ui.fields.editor import FieldEditor
from ui.frame import Frame
from ui.joining import Arrival

ABOUT = "clashes"


class ClashScreen(QObject):
    """One page for the open draft, made when it is asked for; closing it decides nothing.

    `agreement_requested` carries a path that the person wants to see, empty for where they were.
    """

    agreement_requested = Signal(str)

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._desk: Desk | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._taken: list[TakenOver] = []
        self._outcomes: dict[str, Outcome] = {}
        self.page: ClashPage | None = None
        frame.page_changed.connect(self._on_page_changed)

    @property
    def taken(self) -> tuple[TakenOver, ...]:
        """What was taken over since the draft was opened, the newest first."""
        return tuple(self._taken)

    @property
    def is_shown(self) -> bool:
        """Whether the page is before the person."""
        return self.page is not None and self.page.isVisible()

    @Slot(object)
    def follow(self, desk: Desk) -> None:
        """Be about this draft from now on."""
        self.end()
        self._desk = desk
        self._unsubscribe = desk.draft.subscribe(self._on_changed)

    @Slot()
    def end(self) -> None:
        """Forget the draft: it is closed."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        self._desk = None
        self._taken.clear()
        self._drop_page()

    def note(self, arrival: Arrival) -> tuple[TakenOver, ...]:
        """Remember what a merge took over; what that is."""
        if self._desk is None:
            return ()
        when = _("Came {moment}").format(moment=moment_in_sentence(datetime.now(UTC)))
        found = taken_over(
            arrival.before, arrival.after, self._desk.today, when, but=arrival.clashes
        )
        paths = {each.path for each in found}
        self._taken = [*found, *(each for each in self._taken if each.path not in paths)]
        return found

    @Slot(str)
    def show(self, path: str = "") -> None:
        """Show what is to be decided and what came, at the card about `path` if there is one."""
        self._open()
        if self.page is not None and not (path and self.page.cards.focus_path(path)):
            self.page.focus_first()

    @Slot()
    def show_taken(self) -> None:
        """Show the same, at what was taken over."""
        self._open()
        if self.page is not None:
            self.page.cards.focus_taken()

    def _open(self) -> None:
        desk = self._desk
        if desk is None:
            return
        self._drop_page(keep_place=True)
        agreement = desk.draft.agreement
        clashes = versions_to_decide(agreement, desk.today)
        page = ClashPage(agreement.title or "", clashes, self._taken, self._editor)
        page.back_requested.connect(lambda: self.agreement_requested.emit(""))
        page.go_requested.connect(self.agreement_requested)
        page.decided.connect(self._on_decided)
        page.all_decided.connect(self._on_all_decided)
        page.edited.connect(self._on_edited)
        page.undo_requested.connect(lambda: self._step(desk.draft.undo))
        page.redo_requested.connect(lambda: self._step(desk.draft.redo))
        self._outcomes = {}
        self.page = page
        self._show_outcomes()
        self._frame.show_editor(page, agreement.title or "", page.menus)

    def _drop_page(self, *, keep_place: bool = False) -> None:
        page, self.page = self.page, None
        if page is not None:
            if not keep_place and page.isVisible():
                self.agreement_requested.emit("")
            self._frame.drop_editor(page)

    def _editor(self, path: str) -> FieldEditor | None:
        return editor_at(self._desk.draft, self._desk.today, path) if self._desk else None

    # Following the draft.

    def _on_changed(self, changed: Changed) -> None:
        page = self.page
        if page is None or self._desk is None or not changed.touches("clashes"):
            return
        known = {each.id for each in page.clashes}
        if any(each.id not in known for each in open_clashes(self._desk.draft.agreement)):
            if page.isVisible():  # one more came while the person is here
                self.show()
            return
        self._show_outcomes()

    def _show_outcomes(self) -> None:
        """Show which clashes are open by now: what Undo brings back is open again."""
        desk, page = self._desk, self.page
        if desk is None or page is None:
            return
        waiting = {each.id for each in open_clashes(desk.draft.agreement)}
        page.show_outcomes(
            {
                each.id: Outcome.OPEN
                if each.id in waiting
                else self._outcomes.get(each.id, Outcome.SETTLED)
                for each in page.clashes
            }
        )
        page.show_steps(desk.draft.undo_stack)

    @Slot()
    def _on_page_changed(self) -> None:
        """Put the page away once something else is shown; nothing was decided by looking."""
        if self.page is not None and not self.page.isVisible():
            page, self.page = self.page, None
            self._frame.drop_editor(page)

    # Deciding.

    @Slot(str, str)
    def _on_decided(self, clash_id: str, outcome: str) -> None:
        self._decide([each for each in self._shown() if each.id == clash_id], Outcome(outcome))

    @Slot(str)
    def _on_all_decided(self, outcome: str) -> None:
        waiting = self.page.open_ids if self.page is not None else ()
        self._decide([each for each in self._shown() if each.id in waiting], Outcome(outcome))

    def _shown(self) -> tuple[Versions, ...]:
        return self.page.clashes if self.page is not None else ()

    def _decide(self, clashes: list[Versions], outcome: Outcome) -> None:
        desk = self._desk
        if desk is None or not clashes:
            return
        self._outcomes |= {each.id: outcome for each in clashes}
        try:
            decide(desk.draft, clashes, outcome)
        except SlaError as error:
            self._frame.tell(ABOUT, str(error), wrong=True)
            return
        self._have_said(desk, outcome_words(clashes, outcome))

    @Slot(str, str)
    def _on_edited(self, clash_id: str, text: str) -> None:
        desk, page = self._desk, self.page
        clash = next((each for each in self._shown() if each.id == clash_id), None)
        if desk is None or page is None or clash is None:
            return
        self._outcomes[clash_id] = Outcome.EDITED
        try:
            decide_on_text(desk.draft, clash, text, desk.today)
        except ReadOnly as error:
            self._frame.tell(ABOUT, str(error), wrong=True)
        except SlaError as error:
            page.cards.show_error(clash_id, str(error))
        else:
            self._have_said(desk, outcome_words([clash], Outcome.EDITED))

    def _have_said(self, desk: Desk, words: str) -> None:
        """Save, and let it be read out; the card shows it."""
        desk.save_now()
        if self.page is not None:
            self.page.say_decided(words)

    def _step(self, go: Callable[[], str]) -> None:
        try:
            sentence = go()
        except ReadOnly as error:
            sentence = str(error)
        if sentence:
            self._frame.toast.show_message(sentence)
