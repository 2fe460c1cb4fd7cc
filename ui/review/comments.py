"""The comments that reviewers left, beside the things to check: go there, settle, delete."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from slaeditor.editing.comments import with_comment_resolved, without_comment
from slaeditor.editing.open_draft import Changed, OpenDraft
from slaeditor.i18n import _
from slaeditor.negotiation import Comment
from ui.review.card import QuietCardButton
from ui.review.threads import ThreadCard, thread_of_comment
from ui.tab_order import line_up
from ui.theme.tokens import MEDIUM
from ui.theme.widgets import Words


class CommentList(QWidget):
    """Follows the draft; hidden while there are none. Each button is one step that can be undone.

    `place_requested` carries a path, `deleted` says what went.
    """

    place_requested = Signal(str)
    deleted = Signal(str)

    def __init__(self, draft: OpenDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._shown: tuple[Comment, ...] = ()
        self._cards: list[ThreadCard] = []
        self._title = Words("", "label")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, MEDIUM, 0, 0)
        self._column.setSpacing(MEDIUM)
        self._column.addWidget(self._title)
        self._follow()
        self.destroyed.connect(draft.subscribe(self._on_changed))
        self.destroyed.connect(draft.permission.subscribe(self._on_permission_changed))

    def focus_first(self) -> None:
        """Give the keys to the first comment."""
        if self._cards:
            self._cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self, changed: Changed) -> None:
        if changed.touches("comments"):
            self._follow()

    def _on_permission_changed(self) -> None:
        """Offer to settle and to delete, or offer it no more."""
        self._shown = ()
        self._follow()

    def _follow(self) -> None:
        """Show the comments as they are; the focus stays on its card, or goes to its neighbour."""
        comments = self._draft.agreement.comments
        if comments == self._shown:
            return
        at = next((n for n, card in enumerate(self._cards) if card.holds_focus()), -1)
        self._shown = comments
        before, self._cards = self._cards, [self._card(comment) for comment in comments]
        for card in self._cards:
            self._column.addWidget(card)
            card.show()  # it takes no focus before that
        open_ones = sum(not comment.resolved for comment in comments)
        self._title.setText(
            _("Comments ({count}, {open} open)").format(count=len(comments), open=open_ones)
        )
        self.setVisible(bool(comments))
        if at >= 0 and self._cards:
            self._cards[min(at, len(self._cards) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        for card in before:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        line_up(self._cards)

    def _card(self, comment: Comment) -> ThreadCard:
        words = _("Open again") if comment.resolved else _("Resolve")
        settle = QuietCardButton(words)
        remove = QuietCardButton(_("Delete"))
        said = (comment.said[0].text or "" if comment.said else "")[:60]
        for button in (settle, remove):
            button.setEnabled(self._draft.permission.is_given)
            button.setAccessibleName(
                _("{verb}: comment “{said}”").format(verb=button.text(), said=said)
            )
        settle.clicked.connect(lambda: self._settle(comment))
        remove.clicked.connect(lambda: self._remove(comment))
        card = ThreadCard(thread_of_comment(comment), settle, remove)
        card.go_requested.connect(self.place_requested)
        card.stepped.connect(self._on_stepped)
        card.focused.connect(self._on_focused)
        return card

    def _settle(self, comment: Comment) -> None:
        new = with_comment_resolved(self._draft.agreement, comment.id, not comment.resolved)
        label = _("Open comment again") if comment.resolved else _("Resolve comment")
        self._draft.replace(new, label)

    def _remove(self, comment: Comment) -> None:
        self._draft.replace(without_comment(self._draft.agreement, comment.id), _("Delete comment"))
        self.deleted.emit(_("the comment"))

    @Slot(QWidget)
    def _on_focused(self, card: QWidget) -> None:
        """Bring the card into view, wherever this list is scrolled."""
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(card, 0, MEDIUM)

    @Slot(QWidget, int)
    def _on_stepped(self, card: QWidget, by: int) -> None:
        number = next((n for n, each in enumerate(self._cards) if each is card), 0) + by
        if 0 <= number < len(self._cards):
            self._cards[number].setFocus(Qt.FocusReason.OtherFocusReason)
