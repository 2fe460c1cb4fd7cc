"""A comment with its replies as a card, and what could not be placed."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from slaeditor.bidi import isolated
from slaeditor.i18n import _
from slaeditor.negotiation import Comment
from slaeditor.review.proposal import Remark, Unmatched
from ui.review.card import QuietCardButton, ReviewCard
from ui.review.words import said_at, said_at_iso, who_words
from ui.theme.notices import announce
from ui.theme.tokens import MEDIUM, TIGHT
from ui.theme.widgets import Chip, Words, hint, row_of


@dataclass(frozen=True, slots=True)
class Thread:
    """A comment with its replies as it is shown; each entry is who, when, and what was said."""

    path: str
    where: str
    quoted: str
    entries: tuple[tuple[str, str, str], ...]
    resolved: bool


def thread_of_remark(remark: Remark) -> Thread:
    """A comment of the file that came back."""
    return Thread(
        remark.path,
        remark.where,
        remark.quoted,
        tuple((author.name, said_at(author.date), text) for author, text in remark.entries),
        remark.resolved,
    )


def thread_of_comment(comment: Comment) -> Thread:
    """A comment that the agreement keeps."""
    return Thread(
        comment.path or "",
        comment.where or "",
        comment.quoted or "",
        tuple(
            (each.author or "", said_at_iso(each.date), each.text or "") for each in comment.said
        ),
        bool(comment.resolved),
    )


class ThreadCard(ReviewCard):
    """What was said about a place, oldest first; a resolved one is dimmed."""

    def __init__(self, thread: Thread, *buttons: QWidget) -> None:
        super().__init__()
        said = " ".join(text for _who, _when, text in thread.entries)
        place = thread.where or _("Place not known")
        state = f" {_('Resolved')}." if thread.resolved else ""
        self.setAccessibleName(_("Comment, {place}: {said}").format(place=place, said=said) + state)
        chip = Chip(_("Resolved"), "success") if thread.resolved else None
        self.add_head(place, f"“{thread.quoted}”" if thread.quoted else "", chip)
        self.body.addLayout(_entries(thread))
        row = row_of(*buttons)
        if thread.path:
            row.insertWidget(0, self.go_button(thread.path, place))
        if row.count() > 1:
            self.body.addLayout(row)


class UnplacedCard(ReviewCard):
    """What has no place in the agreement, as it stands in the file, to be copied by hand."""

    copied = Signal()

    def __init__(self, what: Unmatched) -> None:
        super().__init__()
        self._text = what.text
        self.setAccessibleName(
            _("Not placed: {text}. {reason}").format(text=what.text, reason=what.what)
        )
        near = _("Near {place}").format(place=what.near) if what.near else _("No place known")
        self.add_head(near, who_words(what.authors) if what.authors else "")
        text = Words(what.text)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(text)
        self._copy = QuietCardButton(_("Copy"), "duplicate")
        self._copy.setAccessibleName(_("Copy “{text}”").format(text=what.text[:60]))
        self._copy.clicked.connect(self._on_copy_clicked)
        row = row_of(self._copy, stretch=False)
        row.addWidget(hint(what.what), 1)
        self.body.addLayout(row)

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._copy.setText(_("Copied"))
        announce(self, _("Copied"))
        self.copied.emit()


def _entries(thread: Thread) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(MEDIUM)
    for number, (who, when, text) in enumerate(thread.entries):
        entry = QVBoxLayout()
        entry.setContentsMargins(MEDIUM * 2 if number else 0, 0, 0, 0)
        entry.setSpacing(TIGHT // 2)
        name = isolated(who) if who else _("Nobody named")
        entry.addWidget(hint(" · ".join(part for part in (name, when) if part)))
        entry.addWidget(Words(text, "muted" if thread.resolved else ""))
        column.addLayout(entry)
    return column
