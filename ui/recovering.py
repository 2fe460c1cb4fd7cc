"""Offers the copies of what could not be saved before the program ended."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from slaeditor.agreement import Agreement, decode
from slaeditor.bidi import isolated
from slaeditor.editing import shelf
from slaeditor.errors import Damaged, TooNew, UnknownDraft
from slaeditor.i18n import _, ngettext
from slaeditor.library.drafts import Recovery, StoredDraft
from slaeditor.moments import moment_in_sentence
from ui.bench import Bench
from ui.compare.two import TwoStates
from ui.theme.notices import InfoBar, announce
from ui.theme.widgets import Button, PrimaryButton

ABOUT = "recovery"


@dataclass(frozen=True, slots=True)
class Offered:
    """A copy, and the draft it is of; None where that is gone or can't be read."""

    copy: Recovery
    stored: StoredDraft | None

    @property
    def is_newer(self) -> bool:
        """Whether the copy says something later than the draft."""
        return self.stored is None or self.copy.date > self.stored.summary.changed

    @property
    def sentence(self) -> str:
        """Both times, and what they mean."""
        words = {
            "title": isolated(self.copy.title or _("Agreement without a title")),
            "made": moment_in_sentence(self.copy.date),
        }
        if self.stored is None:
            return _(
                "“{title}” can’t be opened any more, but a copy of it was kept {made}: nothing is "
                "lost."
            ).format(**words)
        words["saved"] = moment_in_sentence(self.stored.summary.changed)
        if self.is_newer:
            return _(
                "“{title}” was saved last {saved}. What could not be saved after that was kept in "
                "a copy {made}: nothing is lost."
            ).format(**words)
        return _(
            "A copy of “{title}” was kept {made}, as it could not be saved then. It is older than "
            "the agreement, which was saved {saved}; you may not need it."
        ).format(**words)


class Recovering(QObject):
    """One copy at a time, the newest first; each stays until it is taken over or thrown away.

    Neither takes anything away for good: what stood before is a point of the history, and the copy
    lies aside for a month.
    """

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._frame = bench.frame

    def offer(self) -> None:
        """Show the bar where there is something to recover."""
        copies = self._frame.library.recoveries()
        if not copies:
            self._frame.notices.take(ABOUT)
            return
        offered = Offered(copies[0], self._stored(copies[0].id))
        sentence = offered.sentence
        if more := len(copies) - 1:
            sentence += " " + ngettext(
                "{count} more copy waits.", "{count} more copies wait.", more
            ).format(count=more)
        bar = InfoBar(sentence, "warning" if offered.is_newer else "info")
        if offered.stored is not None:
            bar.add_button(_("Show what differs…"), lambda: self._compare(offered))
        bar.add_button(_("Take it over"), lambda: self._open(offered.copy))
        bar.add_button(_("Throw away"), lambda: self._throw_away(offered.copy))
        self._frame.notices.put(ABOUT, bar)
        announce(self._frame, sentence)

    def _stored(self, draft_id: str) -> StoredDraft | None:
        try:
            return self._frame.library.open(draft_id)
        except (UnknownDraft, Damaged, TooNew):
            return None

    def _compare(self, offered: Offered) -> None:
        """Show what the copy says differently, before anything is decided."""
        self._bench.attempt(lambda: self._show_difference(offered))

    def _show_difference(self, offered: Offered) -> None:
        copy, stored = offered.copy, self._stored(offered.copy.id)
        if stored is None:
            self.offer()
            return
        take, throw = PrimaryButton(_("Take it over")), Button(_("Throw away"))
        TwoStates(
            self._frame,
            _("What the copy says differently"),
            offered.sentence,
            (decode(stored.draft), decode(copy.draft)),
            self._bench.today(),
            [(throw, lambda: self._throw_away(copy)), (take, lambda: self._open(copy))],
        ).open()

    def _open(self, copy: Recovery) -> None:
        """Open the draft and put what was kept on top of it, as a step that can be undone."""
        self._bench.attempt(lambda: self._take_over(copy))

    def _take_over(self, copy: Recovery) -> None:
        library = self._frame.library
        agreement = decode(copy.draft)
        try:
            library.open(copy.id)
        except UnknownDraft:
            shelf.store(library, agreement, self._bench.today())
        except (Damaged, TooNew):
            self._bench.open_draft(shelf.store_again(library, agreement, self._bench.today()))
            self._done(copy)
            return
        self._bench.open_draft(copy.id)
        self._put_on_top(copy, agreement)

    def _put_on_top(self, copy: Recovery, agreement: Agreement) -> None:
        """Make a point of what stands, then of the copy what stands. Raises like `add_point`."""
        desk = self._bench.desk
        if desk is None or desk.id != copy.id:
            return
        desk.draft.permission.require()
        if agreement != desk.draft.agreement:
            desk.add_point_of(desk.draft.agreement, _("Before the copy was taken over"), "restored")
        desk.draft.replace(agreement, _("Recover what was not saved"))
        if desk.wait_until_saved():
            self._done(copy)

    def _throw_away(self, copy: Recovery) -> None:
        if self._done(copy):
            self._frame.toast.show_message(
                _("The copy was thrown away"), _("Undo"), lambda: self._bring_back(copy)
            )

    def _bring_back(self, copy: Recovery) -> None:
        try:
            copy.bring_back()
        except OSError as error:
            self._tell_failure(copy, error)
        self.offer()

    def _done(self, copy: Recovery) -> bool:
        """Put the copy aside and offer the next one; False where that can't be."""
        try:
            copy.discard()
        except OSError as error:
            self._tell_failure(copy, error)
            self._frame.notices.take(ABOUT)
            return False
        self.offer()
        return True

    def _tell_failure(self, copy: Recovery, error: OSError) -> None:
        reason = error.strerror or str(error)
        sentence = _("The copy {file} could not be moved ({reason}); it stays where it is.")
        self._frame.tell("library", sentence.format(file=copy.path, reason=reason), wrong=True)
