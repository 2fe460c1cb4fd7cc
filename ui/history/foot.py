"""The foot of a comparison: the change that the person is at, and what can be done from here."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QSizePolicy, QWidget

from slaeditor.i18n import _
from ui.theme.tokens import MEDIUM, SMALL
from ui.theme.widgets import Button, Words, tip


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be copied back, by a section or else by paths.

    `words` are for the menu, `what` is how it is called in a sentence.
    """

    words: str
    what: str
    section: str = ""
    paths: tuple[str, ...] = ()


class Foot(QWidget):
    """`copy_requested` carries the `Offer` that the person chose."""

    copy_requested = Signal(object)
    redline_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.may_change = True
        self.position = Words("")
        self.position.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._menu = QMenu(self)
        self.copy = Button(_("Copy back"), "undo")
        self.copy.setProperty("menu", True)
        self.copy.setMenu(self._menu)
        self.redline = Button(_("Export as redline…"), "export")
        self.redline.setToolTip(_("Word file in which these changes are tracked"))
        self.redline.clicked.connect(self.redline_requested)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addStretch(1)
        buttons.addWidget(self.copy)
        buttons.addWidget(self.redline)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(MEDIUM)
        self._parts.addWidget(self.position, 1)
        self._parts.addLayout(buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words above the buttons where these leave them little room."""
        super().resizeEvent(event)
        buttons = self.copy.sizeHint().width() + self.redline.sizeHint().width()
        is_narrow = self.width() < 2.2 * buttons
        way = QBoxLayout.Direction
        self._parts.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)

    def show_offers(self, source: str, offers: Sequence[Offer]) -> None:
        """Offer to copy these back from the version called `source`."""
        self._menu.clear()
        for offer in offers:
            action = self._menu.addAction(offer.words.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, each=offer: self._on_chosen(each))
        self.copy.setEnabled(bool(offers) and self.may_change)
        words = _("Copy back from “{version}”").format(version=source)
        self.copy.setAccessibleName(words)
        self.copy.setToolTip(tip(words) if offers else _("Nothing of it differs from now"))

    def show_position(self, words: str) -> None:
        """Say where the person is."""
        self.position.setText(words)

    @Slot()
    def _on_chosen(self, offer: Offer) -> None:
        self.copy_requested.emit(offer)
