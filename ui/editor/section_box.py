"""The sections as a drop-down, where there is no room for the list at the side."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from slaeditor.agreement import SECTIONS
from slaeditor.i18n import _
from slaeditor.readiness.questions import Progress
from ui.editor.navigator import MARKS
from ui.elided import Elided
from ui.fields.choice_box import ChoiceBox
from ui.readiness.counts import complete_words, state_words
from ui.theme.icons import icon
from ui.theme.tokens import MEDIUM, SMALL, WIDE
from ui.theme.widgets import Words, set_surface


class SectionBox(QWidget):
    """`section_chosen` asks for a section."""

    section_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_surface(self, "side")
        self.box = ChoiceBox()
        self.box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.box.setMinimumContentsLength(18)
        for screen, title in SECTIONS.items():
            self.box.addItem(_(title), screen)
        self.box.activated.connect(self._on_activated)
        self.setFocusProxy(self.box)
        label = Words(_("Section"), "label")
        label.setWordWrap(False)
        label.setBuddy(self.box)
        self._count = Elided("hint")
        row = QHBoxLayout(self)
        row.setContentsMargins(WIDE, SMALL, WIDE, SMALL)
        row.setSpacing(MEDIUM)
        row.addWidget(label)
        row.addWidget(self.box)
        row.addStretch(1)
        row.addWidget(self._count)

    def show_progress(self, progress: tuple[Progress, ...]) -> None:
        """Show how far each section is."""
        self._count.set_whole(complete_words(progress))
        for row, each in enumerate(progress):
            title = _(SECTIONS[each.screen])
            spoken = f"{title}, {state_words(each)}"
            self.box.setItemIcon(row, icon(*MARKS[each.mark]))
            self.box.setItemData(row, spoken, Qt.ItemDataRole.AccessibleTextRole)
            self.box.setItemData(row, spoken, Qt.ItemDataRole.ToolTipRole)

    def set_current(self, screen: str) -> None:
        """Show a section as the current one; sends no signal."""
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(self.box.findData(screen))

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        self.section_chosen.emit(str(self.box.itemData(index)))
