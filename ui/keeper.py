"""Copies, renames, trashes and restores agreements of the list, asking where it has to."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from slaeditor.bidi import isolated
from slaeditor.editing import shelf
from slaeditor.editing.duplicating import LeaveOut
from slaeditor.errors import SlaError
from slaeditor.i18n import _
from ui.bench import Bench
from ui.dialogs import Dialog, LineDialog, confirm
from ui.new.pages import LeaveOutBoxes
from ui.theme.widgets import PrimaryButton, Words


class Keeper(QObject):
    """What goes wrong is told in the window; the list is read anew after each command."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._bench = bench
        self._frame = bench.frame
        self._library = bench.frame.library

    def duplicate(self, draft_id: str) -> None:
        """Ask what to leave out, and copy."""
        dialog = Dialog(_("Duplicate"), self._frame)
        boxes = LeaveOutBoxes()
        title = self._title_of(draft_id)
        question = _("Duplicate “{title}”").format(title=isolated(title))
        dialog.body.addWidget(Words(question, "section"))
        dialog.body.addWidget(boxes)
        button = PrimaryButton(_("Duplicate"))
        button.setDefault(True)

        def copy() -> None:
            left_out = boxes.chosen()
            dialog.accept()
            self._attempt(lambda: self._copy(draft_id, left_out))

        button.clicked.connect(copy)
        dialog.add_buttons(dialog.cancel_button(), button)
        dialog.open()
        boxes.focus_first()

    def rename(self, draft_id: str) -> None:
        """Ask for another title."""
        title = self._title_of(draft_id)
        LineDialog(
            self._frame,
            _("Rename"),
            _("What is this agreement called?"),
            title,
            _("Rename"),
            lambda text: self._attempt(lambda: self._rename(draft_id, text)),
        ).open()

    def trash(self, draft_id: str) -> None:
        """Move to the trash at once, and offer to undo it."""
        title = self._title_of(draft_id)

        def trash() -> None:
            self._attempt(lambda: self._trash(draft_id, title))

        self._bench.put_away_if(draft_id, trash)

    def restore(self, draft_id: str) -> None:
        """Take out of the trash."""
        title = self._title_of(draft_id)

        def restore() -> None:
            self._library.restore(draft_id)
            self._frame.toast.show_message(_("Restored “{title}”").format(title=isolated(title)))

        self._attempt(restore)

    def delete(self, draft_id: str) -> None:
        """Ask, and delete for good."""
        title = self._title_of(draft_id)
        confirm(
            self._frame,
            _("Delete for good?"),
            _("“{title}” and its history will be gone. This can’t be undone.").format(
                title=isolated(title)
            ),
            _("Delete for good"),
            lambda: self._attempt(lambda: self._delete_for_good([draft_id])),
        )

    def empty_trash(self) -> None:
        """Ask, and delete everything in the trash for good."""
        confirm(
            self._frame,
            _("Empty the trash?"),
            _("All agreements in it and their histories will be gone. This can’t be undone."),
            _("Empty trash"),
            lambda: self._attempt(self._empty_trash),
        )

    def _copy(self, draft_id: str, left_out: list[LeaveOut]) -> None:
        self._bench.save_open(draft_id)
        copy_id = shelf.copy(self._library, draft_id, left_out, self._bench.today())
        self._frame.page.refresh()
        self._frame.page.choose(copy_id)

    def _rename(self, draft_id: str, title: str) -> None:
        if not self._bench.rename_open(draft_id, title):
            shelf.rename(self._library, draft_id, title)

    def _trash(self, draft_id: str, title: str) -> None:
        shelf.trash(self._library, draft_id)
        self._frame.toast.show_message(
            _("Moved “{title}” to the trash").format(title=isolated(title)),
            _("Undo"),
            lambda: self._take_back(draft_id),
        )

    def _take_back(self, draft_id: str) -> None:
        self._attempt(lambda: self._library.restore(draft_id))
        self._frame.page.choose(draft_id)
        self._frame.page.focus_first()

    def _empty_trash(self) -> None:
        listing = self._library.trashed()
        ids = [each.id for each in listing.drafts] + [each.id for each in listing.damaged]
        self._delete_for_good(ids)

    def _delete_for_good(self, ids: list[str]) -> None:
        self._frame.toast.dismiss()  # its Undo may be about one of these
        for draft_id in ids:
            self._library.delete_for_good(draft_id)

    def _title_of(self, draft_id: str) -> str:
        row = self._frame.page.current()
        title = row.title if row is not None and row.id == draft_id else ""
        return title or _("Agreement without a title")

    def _attempt(self, work: Callable[[], object]) -> None:
        try:
            work()
        except SlaError as error:
            self._frame.tell("library", str(error), wrong=True)
        else:
            self._frame.notices.take("library")
        self._frame.page.refresh()
