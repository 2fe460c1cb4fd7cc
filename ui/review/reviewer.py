"""Takes a file that came back through its review: read, shown, decided, and applied in one step."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from slaeditor.bidi import isolated
from slaeditor.editing.reviewing import Imported, finished
from slaeditor.errors import BrokenByLibreOffice, SlaError
from slaeditor.i18n import _
from ui.desk import Desk
from ui.dialogs import ask
from ui.frame import Frame
from ui.review.decisions import Answer, Decisions
from ui.review.job import Read, ReviewJob, Wanted
from ui.review.page import ReviewPage
from ui.review.reading_bar import ReadingBar
from ui.review.words import changes_words, outcome_words, progress_words
from ui.theme.notices import InfoBar, announce
from ui.theme.widgets import DangerButton, PrimaryButton

ABOUT = "review"
_WAITING = 5.0  # seconds that leaving waits for a file that is being read


class Reviewer(QObject):
    """One review at a time, of the open draft. It stays open until it is finished or dropped.

    `agreement_requested` carries a path that the person wants to see in the agreement, empty for
    where they were.
    """

    agreement_requested = Signal(str)
    record_requested = Signal()
    comments_requested = Signal()

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self._desk: Desk | None = None
        self._jobs: list[ReviewJob] = []
        self._awaited: Wanted | None = None
        self._shown: Wanted | None = None
        self.page: ReviewPage | None = None
        frame.page_changed.connect(self._on_page_changed)

    @property
    def is_reading(self) -> bool:
        """Whether a file is being read."""
        return self._awaited is not None

    def choose(self, desk: Desk) -> None:
        """Ask for a file and read it."""
        if self._is_refused(desk):
            return
        path = self._frame.desktop.review_to_open(self._frame)
        if path is not None:
            self.read(desk, path)

    def read(self, desk: Desk, path: Path) -> None:
        """Read a file for a draft; an open review with decisions is asked about first."""
        if self._is_refused(desk) or self.is_reading or self.holds(lambda: self.read(desk, path)):
            return
        self.end()
        self._desk = desk
        self._start(Wanted(path, desk.id, desk.draft.agreement, desk.today))

    def _is_refused(self, desk: Desk) -> bool:
        """Whether the draft can only be read; the person is told then."""
        sentence = desk.draft.permission.sentence
        if sentence:
            words = _("{reason} A review can be imported once it can be edited.")
            self._frame.tell(ABOUT, words.format(reason=sentence), wrong=True)
        return bool(sentence)

    def go_on(self) -> None:
        """Show the open review, compared with the draft as it is by now."""
        if self._desk is None or self.page is None or self._shown is None or self.is_reading:
            return
        if self._is_stale():
            self._start(replace(self._shown, agreement=self._desk.draft.agreement))
        else:
            self._show_page()

    def holds(self, go: Callable[[], object]) -> bool:
        """Ask before decisions are lost, and `go` if they may be; False where none would be."""
        if self.page is None or not self.page.decisions.has_begun:
            return False
        ask(
            self._frame,
            _("The review is not finished"),
            _(
                "{progress}, and nothing of it has been applied. If you drop the review, your "
                "decisions are lost; the file can be imported again."
            ).format(progress=progress_words(self.page.decisions)),
            [(DangerButton(_("Drop the review")), lambda: (self.end(), go()))],
            _("Go on with it"),
        )
        return True

    @Slot()
    def end(self) -> None:
        """Drop the review and what is being read; nothing of the draft changes."""
        self._awaited = self._shown = None
        page, self.page = self.page, None
        self._frame.notices.take(ABOUT)
        if page is not None:
            was_visible = page.isVisible()
            if was_visible:
                self.agreement_requested.emit("")
            self._frame.drop_editor(page)

    def stop(self) -> None:
        """Wait for threads, because the window closes."""
        self._awaited = None
        for job in self._jobs:
            job.wait(_WAITING)

    # Reading.

    def _start(self, wanted: Wanted) -> None:
        job = ReviewJob(wanted, self._frame.library, self)
        job.ended.connect(self._on_ended)
        self._jobs.append(job)
        self._awaited = wanted
        bar = ReadingBar(wanted.path.name)
        bar.stopped.connect(self._on_stopped)
        self._frame.notices.put(ABOUT, bar)
        job.start()

    @Slot()
    def _on_stopped(self) -> None:
        self._awaited = None
        self._frame.notices.take(ABOUT)
        self._on_page_changed()

    @Slot(object)
    def _on_ended(self, read: Read) -> None:
        self._tidy_up()
        if read.wanted is not self._awaited:
            return
        self._awaited = None
        self._frame.notices.take(ABOUT)
        if read.found is not None:
            self._take_found(read.wanted, read.found)
        elif read.problem is not None:
            self._tell_problem(read.wanted, read.problem)

    def _tidy_up(self) -> None:
        for job in tuple(self._jobs):
            if job.wait(0.1):
                self._jobs.remove(job)
                job.deleteLater()

    def _tell_problem(self, wanted: Wanted, problem: SlaError) -> None:
        bar = self._frame.tell(ABOUT, str(problem), wrong=True)
        if isinstance(problem, BrokenByLibreOffice):
            bar.add_button(
                _("Read what can be read"), lambda: self._start(replace(wanted, repair=True))
            )
        elif self.page is not None:  # what was compared before still stands
            bar.add_button(_("Go on with the review"), self._show_page)

    def _take_found(self, wanted: Wanted, found: Imported) -> None:
        review = found.review
        if not (review.proposals or review.remarks or review.unmatched) and self.page is None:
            words = _("Nothing was changed in “{name}”, and nobody commented on it.").format(
                name=isolated(review.name)
            )
            self._frame.tell(ABOUT, " ".join((words, *review.warnings)))
            return
        decisions = Decisions(review)
        old = self.page
        if old is not None:
            decisions.take_over(old.decisions)
        self.page = self._made_page(decisions, found.base_label)
        self._shown = wanted
        if self._frame.shows_library:
            self._on_page_changed()
        else:
            self._show_page()
        if old is not None:
            self._frame.drop_editor(old)
            self._frame.tell(
                ABOUT, _("The draft was changed meanwhile, so the file was compared with it again.")
            )

    def _made_page(self, decisions: Decisions, base_label: str) -> ReviewPage:
        page = ReviewPage(decisions, base_label)
        page.back_requested.connect(lambda: self.agreement_requested.emit(""))
        page.go_requested.connect(self.agreement_requested)
        page.drop_requested.connect(self._on_drop_requested)
        page.finish_requested.connect(self._on_finish_requested)
        return page

    def _is_stale(self) -> bool:
        """Whether the draft was changed since the file was compared with it."""
        desk, shown = self._desk, self._shown
        return desk is not None and shown is not None and desk.draft.agreement != shown.agreement

    # Showing.

    def _show_page(self) -> None:
        if self.page is not None and self._desk is not None:
            title = self._desk.draft.agreement.title or ""
            self._frame.show_editor(self.page, title, self.page.menus)
            self.page.focus_first()

    @Slot()
    def _on_page_changed(self) -> None:
        """Lead back to the open review while something else is shown."""
        if self.page is None or self.is_reading:
            return
        self._frame.notices.take(ABOUT)
        if self.page.isVisible():
            return
        words = _("The review of “{name}” is not finished: {progress}.").format(
            name=isolated(self.page.decisions.review.name),
            progress=progress_words(self.page.decisions),
        )
        bar = InfoBar(words, closable=False)
        bar.add_button(_("Go on with the review"), self.go_on)
        self._frame.notices.put(ABOUT, bar)

    @Slot()
    def _on_drop_requested(self) -> None:
        if not self.holds(lambda: None):
            self.end()

    # Finishing.

    @Slot()
    def _on_finish_requested(self) -> None:
        if self.page is None:
            return
        decisions = self.page.decisions
        rest = decisions.total - decisions.decided
        if not rest:
            self._finish()
            return
        ask(
            self._frame,
            _("{changes} not decided").format(changes=changes_words(rest)),
            _("Keep what the draft says for the rest, or go on deciding. All is recorded."),
            [(PrimaryButton(_("Keep mine for the rest")), self._keep_rest)],
            _("Go on deciding"),
        )

    def _keep_rest(self) -> None:
        if self.page is not None:
            self.page.decisions.settle(Answer.KEEP)
            self.page.show_answers()
            self._finish()

    def _finish(self) -> None:
        """Make a point of the draft as it is, and take what was decided as one step."""
        desk, page = self._desk, self.page
        if desk is None or page is None:
            return
        if self._is_stale():
            self.go_on()
            return
        decisions, draft = page.decisions, desk.draft
        name = isolated(decisions.review.name)
        try:
            new = finished(
                draft.agreement, decisions.review, decisions.taken, desk.today, decisions.reasons
            )
            label = _("Before the review “{name}”").format(name=name)
            desk.add_point_of(draft.agreement, label, "review")
        except SlaError as problem:
            self._frame.tell(ABOUT, str(problem), wrong=True)
            return
        draft.replace(new, _("Review “{name}”").format(name=name))
        desk.save_now()
        self.end()
        self._tell_finished(decisions)

    def _tell_finished(self, decisions: Decisions) -> None:
        words = outcome_words(decisions)
        bar = InfoBar(words, "success")
        bar.add_button(_("Show the record"), self.record_requested.emit)
        if decisions.review.remarks:
            bar.add_button(_("Show the comments"), self.comments_requested.emit)
        self._frame.notices.put(ABOUT, bar)
        announce(self._frame, words)
