"""The page of a review: what was found, card by card, and Finish. It applies nothing itself."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from slaeditor.bidi import isolated
from slaeditor.i18n import _
from ui.elided import Elided
from ui.review.cards import CardList, Show
from ui.review.decisions import Answer, Decisions
from ui.review.words import progress_words, summary
from ui.theme.notices import InfoBar, announce
from ui.theme.tokens import MEDIUM, PAGE, SMALL
from ui.theme.widgets import (
    Button,
    PrimaryButton,
    QuietButton,
    ToolButton,
    Words,
    hairline,
    hint,
    section_title,
    set_surface,
)

_SHOWN = {
    Show.ALL: _("Everything"),
    Show.OPEN: _("Changes to decide"),
    Show.CONFLICTS: _("Changed on both sides"),
    Show.COMMENTS: _("Comments"),
    Show.UNPLACED: _("Could not be placed"),
}
_SPOKEN = {Answer.TAKE: _("Taken."), Answer.KEEP: _("Kept mine."), Answer.OPEN: _("Open again.")}


class ReviewPage(QWidget):
    """Shows `decisions` and notes the answers in them; the signals are wishes of the person."""

    back_requested = Signal()
    drop_requested = Signal()
    finish_requested = Signal()
    go_requested = Signal(str)

    def __init__(
        self, decisions: Decisions, base_label: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        set_surface(self, "window")
        self.decisions = decisions
        self._next = self._action(_("&Next change"), "F8")
        self._previous = self._action(_("&Previous change"), "Shift+F8")
        self._finish = self._action(_("&Finish review"), "Ctrl+Return")
        self._finish.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        self._take_open = self._action(_("&Take all open changes"), "")
        self._take_open.triggered.connect(self._on_take_open_triggered)
        self._next.triggered.connect(lambda: self._step(1))
        self._previous.triggered.connect(lambda: self._step(-1))
        self._finish.triggered.connect(self.finish_requested)
        self.cards = CardList(decisions)
        self.cards.answered.connect(self._on_answered)
        self.cards.explained.connect(self._on_explained)
        self.cards.go_requested.connect(self.go_requested)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._count = Words("")
        self._count.setWordWrap(False)
        self._foot = self._make_foot()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head(base_label))
        column.addWidget(self._top())
        column.addWidget(hairline())
        column.addWidget(self.cards, 1)
        column.addWidget(self._foot)
        self.cards.stand_before(self._foot)
        self._show_progress()

    @property
    def menus(self) -> dict[str, tuple[QAction, ...]]:
        """The page's actions by the letter of the menu they belong to."""
        return {"A": (self._next, self._previous, self._take_open, self._finish)}

    @Slot()
    def focus_first(self) -> None:
        """Give the keys to the first change that is to be decided."""
        self.cards.focus_first()

    def show_answers(self) -> None:
        """Show what `decisions` say by now."""
        self.cards.show_answers()
        self._show_progress()

    def _action(self, words: str, key: str) -> QAction:
        action = QAction(words, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(action)
        return action

    def _head(self, base_label: str) -> QWidget:
        bar = QWidget()
        set_surface(bar, "bar")
        back = ToolButton("back", _("Back to the agreement"))
        back.clicked.connect(self.back_requested)
        title, about = Elided("section"), Elided("hint")
        title.set_whole(_("Review “{name}”").format(name=isolated(self.decisions.review.name)))
        about.set_whole(_("Compared with: {base}").format(base=isolated(base_label)))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(title)
        names.addWidget(about)
        row = QHBoxLayout(bar)
        row.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        row.setSpacing(SMALL)
        row.addWidget(back)
        row.addLayout(names, 1)
        for words, picture, action, key in (
            (_("Previous change"), "up", self._previous, "Shift+F8"),
            (_("Next change"), "down", self._next, "F8"),
        ):
            button = Button(words, picture)
            button.setToolTip(f"{words} ({key})")
            button.clicked.connect(action.trigger)
            row.addWidget(button)
        return bar

    def _top(self) -> QWidget:
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(PAGE, MEDIUM, PAGE, SMALL)
        column.setSpacing(SMALL)
        line = QHBoxLayout()
        line.setSpacing(SMALL)
        line.addWidget(section_title(summary(self.decisions.review)), 1)
        label = QLabel(_("Show"))
        self._shown = QComboBox()
        for show in self._offered():
            self._shown.addItem(_SHOWN[show], show)
        self._shown.setAccessibleName(_("Show"))
        self._shown.activated.connect(self._on_shown_activated)
        label.setBuddy(self._shown)
        line.addWidget(label)
        line.addWidget(self._shown)
        column.addLayout(line)
        column.addWidget(
            hint(
                _(
                    "Removed words are struck through, added ones underlined. A takes a change, K "
                    "keeps yours, ↑ and ↓ go from card to card. Nothing is applied before Finish."
                )
            )
        )
        for sentence in self.decisions.review.warnings:
            column.addWidget(InfoBar(sentence, "warning"))
        return top

    def _offered(self) -> list[Show]:
        """What there is to choose from."""
        decisions = self.decisions
        there = {
            Show.ALL: True,
            Show.OPEN: bool(decisions.matters),
            Show.CONFLICTS: any(each.has_conflict for each in decisions.matters),
            Show.COMMENTS: bool(decisions.review.remarks),
            Show.UNPLACED: bool(decisions.review.unmatched),
        }
        return [show for show, is_there in there.items() if is_there]

    def _make_foot(self) -> QWidget:
        foot = QWidget()
        set_surface(foot, "side")
        drop = QuietButton(_("Drop the review…"))
        drop.clicked.connect(self.drop_requested)
        finish = PrimaryButton(_("Finish"), "check")
        finish.setToolTip(_("Apply what you took, as one step (Ctrl+Enter)"))
        finish.clicked.connect(self.finish_requested)
        self._bar.setFixedWidth(160)
        row = QHBoxLayout(foot)
        row.setContentsMargins(PAGE, SMALL, PAGE, SMALL)
        row.setSpacing(MEDIUM)
        row.addWidget(self._bar)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(drop)
        row.addWidget(finish)
        return foot

    def _show_progress(self) -> None:
        words = progress_words(self.decisions)
        there_are = self.decisions.total > 0
        self._bar.setVisible(there_are)
        self._bar.setRange(0, max(self.decisions.total, 1))
        self._bar.setValue(self.decisions.decided)
        self._bar.setAccessibleName(words)
        self._count.setText(words if there_are else _("Finish keeps the comments."))

    def _step(self, by: int) -> None:
        self.cards.step(by)

    @Slot(str, str, bool)
    def _on_answered(self, key: str, answer: str, by_key: bool) -> None:
        self.decisions.decide(key, Answer(answer))
        self.show_answers()
        announce(self, f"{_SPOKEN[Answer(answer)]} {progress_words(self.decisions)}")
        if by_key:
            self.cards.step(1, only_open=True)

    @Slot()
    def _on_take_open_triggered(self) -> None:
        self.decisions.take_open()
        self.show_answers()
        announce(self, progress_words(self.decisions))

    @Slot(str, str)
    def _on_explained(self, key: str, reason: str) -> None:
        self.decisions.explain(key, reason)

    @Slot(int)
    def _on_shown_activated(self, number: int) -> None:
        show: Show = self._shown.itemData(number)
        self.cards.show_only(show)
