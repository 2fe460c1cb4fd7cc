"""Offers the copies of what could not be saved before the program ended."""

from PySide6.QtCore import QObject

from slaeditor.agreement import decode
from slaeditor.bidi import isolated
from slaeditor.editing import shelf
from slaeditor.errors import Damaged, UnknownDraft
from slaeditor.i18n import _, ngettext
from slaeditor.library.drafts import Recovery
from slaeditor.moments import moment_in_full
from ui.bench import Bench
from ui.dialogs import confirm
from ui.theme.notices import InfoBar

ABOUT = "recovery"


class Recovering(QObject):
    """One copy at a time, the newest first; each stays until it is opened or thrown away."""

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
        found = copies[0]
        sentence = _(
            "“{title}” could not be saved when the program was open on {moment}. "
            "A copy was kept: nothing is lost."
        ).format(
            title=isolated(found.title or _("Agreement without a title")),
            moment=moment_in_full(found.date),
        )
        if more := len(copies) - 1:
            sentence += " " + ngettext(
                "{count} more copy waits.", "{count} more copies wait.", more
            ).format(count=more)
        bar = InfoBar(sentence, "warning")
        bar.add_button(_("Open it"), lambda: self._open(found))
        bar.add_button(_("Throw away…"), lambda: self._ask_to_throw_away(found))
        self._frame.notices.put(ABOUT, bar)

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
        except Damaged:
            self._bench.open_draft(shelf.store_again(library, agreement, self._bench.today()))
            self._done(copy)
            return
        self._bench.open_draft(copy.id)
        desk = self._bench.desk
        if desk is None or desk.id != copy.id:
            return
        desk.draft.replace(agreement, _("Recover what was not saved"))
        if desk.wait_until_saved():
            self._done(copy)

    def _ask_to_throw_away(self, copy: Recovery) -> None:
        confirm(
            self._frame,
            _("Throw the copy away?"),
            _("What it holds beyond the saved agreement will be gone."),
            _("Throw away"),
            lambda: self._done(copy),
        )

    def _done(self, copy: Recovery) -> None:
        try:
            copy.discard()
        except OSError as error:
            reason = error.strerror or str(error)
            sentence = _("The copy {file} could not be deleted ({reason}); it is offered again.")
            self._frame.tell("library", sentence.format(file=copy.path, reason=reason), wrong=True)
            self._frame.notices.take(ABOUT)
            return
        self.offer()
