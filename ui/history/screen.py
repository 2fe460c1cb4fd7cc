"""Shows the history of the open agreement, and does what the person wishes on its page."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QSignalBlocker, Signal, Slot

from slaeditor.agreement import decode
from slaeditor.bidi import isolated
from slaeditor.document.copies import Copy
from slaeditor.editing.exporting import label_of_export
from slaeditor.editing.open_draft import Changed
from slaeditor.editing.taking_back import changes_back, of_section, of_values, taken_back
from slaeditor.errors import SlaError
from slaeditor.i18n import _
from slaeditor.library.drafts import History, Library, Point
from ui.compare.job import NOW, Answer, Comparer, Wanted
from ui.compare.redlining import Redline, Redliner
from ui.desk import Desk
from ui.dialogs import LineDialog, ask
from ui.frame import Frame
from ui.history.foot import Offer
from ui.history.going_back import ask_to_revert, go_back
from ui.history.page import HistoryPage
from ui.history.points import moment_of
from ui.theme.widgets import PrimaryButton

ABOUT = "history"


class HistoryScreen(QObject):
    """One page for the open draft, made when it is asked for, gone when the draft is closed.

    `agreement_requested` carries a path that the person wants to see, empty for where they were.
    """

    agreement_requested = Signal(str)

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._desk: Desk | None = None
        self._comparer: Comparer | None = None
        self._unsubscribe: Callable[[], None] | None = None
        self._redliner = Redliner(frame)
        self._redliner.written.connect(self._on_redline_written)
        self.page: HistoryPage | None = None

    @property
    def is_busy(self) -> bool:
        """Whether versions are being compared."""
        return self._comparer is not None and self._comparer.is_busy

    def show(self, desk: Desk) -> None:
        """Show the history of a draft; what was chosen in it before stays chosen."""
        desk.save_now()
        if self.page is None or self._desk is not desk:
            self.end()
            self._begin(desk)
        page = self.page
        if page is None or page.isVisible():
            return
        self._frame.show_editor(page, desk.draft.agreement.title or "", page.menus)
        page.focus_first()
        self._show_points()
        self._compare()

    @Slot(object)
    def follow(self, desk: Desk) -> None:
        """Tell of points of this draft that could not be made."""
        desk.history_failed.connect(self._on_history_failed)

    @Slot(str)
    def _on_history_failed(self, sentence: str) -> None:
        words = _("The agreement is saved, but its history could not be: {reason}")
        self._frame.tell(ABOUT, words.format(reason=sentence), wrong=True)

    def revert(self, desk: Desk) -> None:
        """Go back to what was opened, after asking."""
        ask_to_revert(self._frame, desk, lambda: self._revert(desk))

    def _revert(self, desk: Desk) -> None:
        try:
            go_back(desk, desk.sitting.opened, _("Revert to last opened"))
        except SlaError as error:
            self._frame.tell(ABOUT, str(error), wrong=True)
            return
        words = _("Reverted to last opened. Undo takes you forward again.")
        self._frame.toast.show_message(words, _("Undo"), lambda: self._step(desk.draft.undo))

    @Slot()
    def end(self) -> None:
        """Take the page away: the draft is closed."""
        self._redliner.stop()
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        if self._comparer is not None:
            self._comparer.stop()
            self._comparer.deleteLater()
            self._comparer = None
        page, self.page, self._desk = self.page, None, None
        if page is not None:
            self._frame.drop_editor(page)

    def _begin(self, desk: Desk) -> None:
        self._desk = desk
        folder, local, draft_id = self._frame.library.folder, self._frame.library.local, desk.id
        self._comparer = Comparer(lambda: Library(folder, local).history(draft_id), self)
        self._comparer.compared.connect(self._on_compared)
        self._unsubscribe = desk.draft.subscribe(self._on_changed)
        page = HistoryPage()
        page.back_requested.connect(lambda: self.agreement_requested.emit(""))
        page.go_requested.connect(self.agreement_requested)
        page.undo_requested.connect(lambda: self._step(desk.draft.undo))
        page.redo_requested.connect(lambda: self._step(desk.draft.redo))
        page.side.chosen.connect(self._compare)
        page.side.name_requested.connect(self._on_name_requested)
        page.side.unname_requested.connect(self._on_unname_requested)
        page.side.back_requested.connect(self._on_back_requested)
        page.foot.copy_requested.connect(self._on_copy_requested)
        page.foot.redline_requested.connect(self._on_redline_requested)
        self.page = page

    @property
    def _history(self) -> History:
        return self._frame.library.history(self._desk.id if self._desk is not None else "")

    # Showing.

    def _show_points(self, wanted: str | None = None) -> None:
        """Read the points anew, and keep what is chosen unless something else is wanted."""
        page = self.page
        if page is None:
            return
        history = self._history
        try:
            points = history.points()
        except SlaError as error:
            points = []
            self._frame.tell(ABOUT, str(error), wrong=True)
        if history.problems:
            self._frame.tell("histories", " ".join(history.problems))
        chosen = page.side.list.chosen_ids() or None
        with QSignalBlocker(page.side):  # who calls this compares once afterwards
            page.side.show_points(points, chosen if wanted is None else (wanted,))

    @Slot()
    def _compare(self) -> None:
        desk, page, comparer = self._desk, self.page, self._comparer
        if desk is None or page is None or comparer is None:
            return
        page.let_change(desk.draft.permission.is_given)
        page.show_title(desk.draft.agreement.title or "")
        page.show_steps(desk.draft.undo_stack)
        older, newer = page.side.pair()
        page.show_waiting()
        comparer.compare(Wanted(older, newer, desk.draft.agreement, desk.today))

    @Slot(object)
    def _on_compared(self, answer: Answer) -> None:
        if self.page is None:
            return
        if answer.found is not None:
            self.page.show_found(answer.found)
        else:
            self.page.show_problem(answer.problem)

    def _on_changed(self, changed: Changed) -> None:
        """Follow the draft while the page is before the person; else it is compared at return."""
        if self.page is not None and self.page.isVisible():
            self._compare()

    # What the person wishes.

    def _step(self, go: Callable[[], str]) -> None:
        sentence = go()
        if sentence:
            self._frame.toast.show_message(sentence)

    @Slot()
    def _on_name_requested(self) -> None:
        if self.page is None:
            return
        point = self.page.side.point
        label = point.label if point is not None and point.kind == "named" else ""
        point_id = point.id if point is not None else NOW
        LineDialog(
            self._frame,
            _("Name this version"),
            _("Name"),
            label,
            _("Name it"),
            lambda words: self._name(point_id, words),
        ).open()

    def _name(self, point_id: str, label: str) -> None:
        desk = self._desk
        if desk is None:
            return
        if point_id == NOW:
            agreement = desk.draft.agreement
            self._change_points(lambda: desk.add_point_of(agreement, label, "named"), point_id)
        else:
            self._change_points(lambda: self._history.rename(point_id, label), point_id)

    @Slot()
    def _on_unname_requested(self) -> None:
        point = self.page.side.point if self.page is not None else None
        if point is not None:
            self._change_points(lambda: self._history.unname(point.id), point.id)

    def _change_points(self, change: Callable[[], object], wanted: str) -> None:
        """Change what a point is called, and show them anew."""
        try:
            change()
        except SlaError as error:
            self._frame.tell(ABOUT, str(error), wrong=True)
            return
        self._frame.notices.take(ABOUT)
        self._show_points(wanted)
        self._compare()

    @Slot()
    def _on_back_requested(self) -> None:
        point = self.page.side.point if self.page is not None else None
        if point is None:
            return
        ask(
            self._frame,
            _("Go back to “{version}”?").format(version=isolated(point.label)),
            _(
                "The agreement becomes what it was on {moment}. What stands now is kept as a "
                "version of its own, and Undo takes you forward again."
            ).format(moment=moment_of(point)),
            [(PrimaryButton(_("Go back")), lambda: self._go_back(point))],
        )

    def _go_back(self, point: Point) -> None:
        """Make a point of the present state, and take the older one as one step."""
        desk = self._desk
        if desk is None:
            return
        name = isolated(point.label)
        try:
            restored = self._history.restored(point.id)
            step = _("Go back to {point}").format(point=name)
            go_back(desk, decode(restored.draft), step)
        except SlaError as error:
            self._frame.tell(ABOUT, str(error), wrong=True)
            return
        self.agreement_requested.emit("")
        words = _("Went back to “{point}”. Undo takes you forward again.").format(point=name)
        self._frame.toast.show_message(words, _("Undo"), desk.draft.undo)
        if restored.sentence:
            self._frame.tell(ABOUT, restored.sentence)

    @Slot(object)
    def _on_copy_requested(self, offer: Offer) -> None:
        """Take a section or a value of the older version into the agreement, as one step."""
        desk, found = self._desk, self.page.found if self.page is not None else None
        if desk is None or found is None or self.page is None:
            return
        now, draft = desk.draft.agreement, desk.draft
        back = changes_back(now, found.old.agreement)
        some = of_section(back, offer.section) if offer.section else of_values(back, offer.paths)
        source = isolated(self.page.side.label_of(self.page.side.pair()[0]))
        try:
            draft.replace(taken_back(now, some), _("Copy back {what}").format(what=offer.what))
        except SlaError as error:
            self._frame.tell(ABOUT, str(error), wrong=True)
            return
        desk.save_now()
        words = _("Copied back from “{version}”: {what}").format(version=source, what=offer.what)
        self._frame.toast.show_message(words, _("Undo"), lambda: self._step(draft.undo))

    @Slot()
    def _on_redline_requested(self) -> None:
        desk, found = self._desk, self.page.found if self.page is not None else None
        if desk is None or found is None or self.page is None:
            return
        is_now = self.page.side.pair()[1] == NOW
        agreement = found.new.agreement if is_now else None
        self._redliner.export(found.old.document, found.new.document, desk.today, agreement)

    @Slot(object)
    def _on_redline_written(self, redline: Redline) -> None:
        """A redline of what stands now is an export of it, so it makes a point."""
        desk = self._desk
        if desk is None or redline.agreement is None:
            return
        try:
            label = label_of_export(self._history, Copy.REVIEW, redline.target.name)
            desk.add_point_of(redline.agreement, label, "export")
        except SlaError as error:
            self._frame.tell(ABOUT, str(error), wrong=True)
            return
        if self.page is not None and self.page.isVisible():
            self._show_points()
            self._compare()
