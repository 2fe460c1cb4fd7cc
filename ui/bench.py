"""The one agreement that is open: opened, shown, put away; its page stays behind the start page."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from slaeditor.agreement import Agreement, decode
from slaeditor.bidi import isolated
from slaeditor.editing import shelf
from slaeditor.editing.open_draft import Changed
from slaeditor.editing.places import Places
from slaeditor.errors import Damaged, SlaError
from slaeditor.i18n import _
from slaeditor.library.drafts import StoredDraft, open_file
from slaeditor.readiness.questions import complete_of
from ui.desk import Desk
from ui.dialogs import ask
from ui.editor.checking import Checked
from ui.editor.page import EditorPage
from ui.frame import Frame
from ui.joining import opened
from ui.preview.feed import PreviewFeed
from ui.preview.view import PreviewView
from ui.saving_words import saved_with_a_word
from ui.theme.widgets import Button, DangerButton, PrimaryButton


class Bench(QObject):
    """At most one agreement is open; `opened` and `closed` tell of it, its page has wishes."""

    opened = Signal(object)
    closed = Signal()
    counted = Signal(int)
    copy_requested = Signal()
    export_requested = Signal()
    history_requested = Signal()
    salvage_requested = Signal(object)

    def __init__(self, frame: Frame, places: Places) -> None:
        super().__init__(frame)
        self.frame = frame
        self.places = places
        self.desk: Desk | None = None
        self.editor: EditorPage | None = None
        self.holds: Callable[[Callable[[], object]], bool] = lambda go: False
        self._feed: PreviewFeed | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
            app.applicationStateChanged.connect(self._on_application_state_changed)

    def today(self) -> date:
        """The day that documents and new agreements take as today."""
        return date.today()

    def open_draft(self, draft_id: str) -> None:
        """Open an agreement of the library where the person was last."""
        if self.desk is not None and self.desk.id == draft_id and self._is_of_library():
            self._show_desk()
        else:
            self.put_away(lambda: self._open(lambda: opened(self.frame.library, draft_id)))

    def open_path(self, path: Path) -> None:
        """Open an agreement that is a file of its own; where it is open already, show it."""
        if self.desk is not None and self.desk.stored.path == path.resolve():
            self._show_desk()
            return
        self.put_away(lambda: self._open(lambda: open_file(path, self.frame.library.local), path))

    def leave(self) -> None:
        """Go back to the start page; the agreement is saved and stays open behind it."""
        if self.desk is not None:
            self.desk.save_now()
            self.desk.remember_place()
        self.frame.show_library()
        self.frame.look_again()
        if self.desk is not None:
            self.frame.page.choose(self.desk.id)

    def put_away(self, then: Callable[[], object]) -> None:
        """Close the open agreement and go on with `then`; what can't be saved is asked about.

        `holds` may ask before that: then it goes on once the person agrees.
        """
        if self.desk is not None and self.holds(lambda: self.put_away(then)):
            return
        desk = self.desk
        if desk is None or saved_with_a_word(desk, self.frame.notices):
            self.close_desk()
            then()
        else:
            self._ask_about(desk, then)

    def _ask_about(self, desk: Desk, then: Callable[[], object]) -> None:
        """Ask what to do with what can't be saved; going on without it keeps a copy."""

        def give_up() -> None:
            self.close_desk()
            then()

        title = desk.draft.agreement.title or _("Agreement without a title")
        ask(
            self.frame,
            _("“{title}” is not saved").format(title=isolated(title)),
            desk.sentence_about_failure(),
            [
                (DangerButton(_("Close without saving")), give_up),
                (Button(_("Save a copy…")), self.copy_requested.emit),
                (PrimaryButton(_("Try again")), lambda: self.put_away(then)),
            ],
            _("Go on editing"),
        )

    def put_away_if(self, draft_id: str, then: Callable[[], object]) -> None:
        """The same when that draft is the open one; else go on at once."""
        if self.desk is not None and self.desk.id == draft_id and self._is_of_library():
            self.put_away(then)
        else:
            then()

    def may_close(self) -> bool:
        """Save everything; False while the person has to decide, who closes again then."""
        desk = self.desk
        if desk is None or saved_with_a_word(desk, self.frame.notices):
            self.close_desk()
            return True
        self._ask_about(desk, self.frame.close)
        return False

    def save_open(self, draft_id: str) -> None:
        """Save that draft if it is the open one, so that what is stored is what shows."""
        if self.desk is not None and self.desk.id == draft_id:
            self.desk.wait_until_saved()

    def rename_open(self, draft_id: str, title: str) -> bool:
        """Give the open draft another title; False if that draft isn't open."""
        if self.desk is None or self.desk.id != draft_id:
            return False
        self.desk.draft.set_text("title", title)
        self.desk.wait_until_saved()
        return True

    def attempt(self, work: Callable[[], object]) -> None:
        """Do something; what goes wrong is told in the window."""
        try:
            work()
        except SlaError as error:
            self.frame.tell("library", str(error), wrong=True)

    def _open(self, read: Callable[[], StoredDraft], path: Path | None = None) -> None:
        try:
            desk = Desk(read(), self.frame.library, self.places, self.today(), self)
        except SlaError as error:
            bar = self.frame.tell("open", str(error), wrong=True)
            if path is not None and isinstance(error, Damaged):
                words = _("Open what can be read as a copy…")
                bar.add_button(words, lambda: self.salvage_requested.emit(path))
            self.frame.show_library()
            self.frame.page.refresh()
            return
        self.frame.notices.take("open")
        try:
            self._make_page(desk)
        except BaseException:  # nothing stays half open
            desk.close()
            raise
        self.desk = desk
        self.opened.emit(desk)
        self._show_desk()

    def _make_page(self, desk: Desk) -> None:
        preview = PreviewView()
        editor = EditorPage(desk.draft, desk.today, preview)
        editor.restore_state(self.frame.look.settings.panes)
        self._feed = PreviewFeed(desk.draft, preview, self.today, self)
        self._feed.counted.connect(self.counted)
        editor.export_requested.connect(self.export_requested)
        editor.history_requested.connect(self.history_requested)
        editor.back_requested.connect(self.leave)
        desk.location = editor.location
        editor.checker.checked.connect(self._on_checked)
        desk.draft.subscribe(self._on_changed)
        self.editor = editor

    def _show_desk(self) -> None:
        if self.desk is None or self.editor is None:
            return
        title = self.desk.draft.agreement.title or ""
        path = self.desk.remembered_path  # before the focus comes to a first field
        self.frame.show_editor(self.editor, title, self.editor.menus)
        if not path or not self.editor.reveal(path):
            self.editor.focus_first()

    @Slot(str)
    def show_at(self, path: str) -> None:
        """Show the open agreement, at a path if there is one."""
        if self.desk is None or self.editor is None:
            return
        title = self.desk.draft.agreement.title or ""
        self.frame.show_editor(self.editor, title, self.editor.menus)
        if not path:
            self.editor.forms.focus_back()
        elif not self.editor.reveal(path):
            self.frame.toast.show_message(
                _("That place isn’t in the agreement now, so there is nothing to show.")
            )

    @Slot()
    def show_comments(self) -> None:
        """Show the open agreement with the comments beside it."""
        self.show_at("")
        if self.editor is not None:
            if not self.editor.panes.shows_checks:
                self.editor.panes.toggle_checks()
            self.editor.comments.focus_first()

    def close_desk(self) -> None:
        """Take the open agreement away as it is, whether or not it is saved."""
        desk, self.desk = self.desk, None
        editor, self.editor = self.editor, None
        if desk is not None:
            desk.close()
            desk.deleteLater()
            self.closed.emit()
        if self._feed is not None:
            self._feed.stop()
            self._feed.deleteLater()
            self._feed = None
        if editor is not None:
            self.frame.look.remember_panes(editor.state())
            self.frame.show_library()
            self.frame.drop_editor(editor)

    def _is_of_library(self) -> bool:
        library = self.frame.library.folder.resolve()
        return self.desk is not None and library in self.desk.stored.path.resolve().parents

    def stored_agreement(self, draft_id: str) -> Agreement:
        """An agreement of the library as it is now. Raises what `Library.open` raises."""
        self.save_open(draft_id)
        return decode(self.frame.library.open(draft_id).draft)

    def store_and_open(self, agreement: Agreement) -> None:
        """Put a new agreement into the library, and open it. Raises what `shelf.store` raises."""
        draft_id = shelf.store(self.frame.library, agreement, self.today())
        self.frame.page.refresh()
        self.open_draft(draft_id)

    @Slot(object)
    def _on_checked(self, checked: Checked) -> None:
        if self.desk is not None:
            self.desk.note_completeness(complete_of(checked.progress))

    def _on_changed(self, changed: Changed) -> None:
        """Let the window's title follow the agreement's."""
        if self.desk is not None and not self.frame.shows_library and changed.touches("title"):
            self.frame.show_title(self.desk.draft.agreement.title or "")

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, before: QWidget | None, now: QWidget | None) -> None:
        if self.desk is None:
            return
        self.desk.save_now()
        if self.editor is not None and now is not None and self.editor.isAncestorOf(now):
            self.desk.remember_place()

    @Slot(Qt.ApplicationState)
    def _on_application_state_changed(self, state: Qt.ApplicationState) -> None:
        if self.desk is not None and state is not Qt.ApplicationState.ApplicationActive:
            self.desk.save_now()
