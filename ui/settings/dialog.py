"""The settings: few, in use at once, without OK."""

from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from slaeditor.i18n import _
from slaeditor.settings import LARGEST_TEXT, SMALLEST_TEXT
from ui.desktop import Desktop
from ui.dialogs import Dialog
from ui.fields.choice_box import ChoiceBox
from ui.settings.kept import KeptCard
from ui.settings.look import STEP, Look
from ui.theme.tokens import MEDIUM, TIGHT
from ui.theme.widgets import Card

_THEMES = (("system", _("As the system")), ("light", _("Light")), ("dark", _("Dark")))


class SettingsDialog(Dialog):
    """Theme, text size, the house template, and where the agreements are kept."""

    def __init__(self, look: Look, library: Path, desktop: Desktop, parent: QWidget) -> None:
        super().__init__(_("Settings"), parent)
        self._look = look
        self.theme, self.size_box = ChoiceBox(), ChoiceBox()
        for value, words in _THEMES:
            self.theme.addItem(words, value)
        for percent in range(SMALLEST_TEXT, LARGEST_TEXT + STEP, STEP):
            self.size_box.addItem(f"{percent} %", percent)
        self.theme.activated.connect(self._on_theme_activated)
        self.size_box.activated.connect(self._on_size_activated)
        look.changed.connect(self._show_values)
        appearance = Card(_("Appearance"))
        line = QHBoxLayout()
        line.setSpacing(MEDIUM)
        line.addLayout(_under(_("Theme"), self.theme), 1)
        line.addLayout(_under(_("Text size"), self.size_box), 1)
        appearance.body.addLayout(line)
        self.body.addWidget(appearance)
        from ui.house.card import HouseCard  # python-docx is slow to load

        self.house = HouseCard(desktop.house_to_open)
        self.body.addWidget(self.house)
        self.kept = KeptCard(library, desktop)
        self.kept.grown.connect(self._on_grown)
        self.body.addWidget(self.kept)
        close = self.cancel_button(_("Close"))
        close.setDefault(True)
        self.add_buttons(close)
        self._show_values()

    @Slot()
    def _on_grown(self) -> None:
        QTimer.singleShot(0, self, self._fit)

    @Slot()
    def _show_values(self) -> None:
        settings = self._look.settings
        self.theme.setCurrentIndex(self.theme.findData(settings.theme))
        self.size_box.setCurrentIndex(self.size_box.findData(round(settings.text_size, -1)))

    @Slot(int)
    def _on_theme_activated(self, number: int) -> None:
        self._look.choose_theme(str(self.theme.itemData(number)))

    @Slot(int)
    def _on_size_activated(self, number: int) -> None:
        self._look.choose_text_size(int(self.size_box.itemData(number)))


def _under(label: str, box: ChoiceBox) -> QVBoxLayout:
    words = QLabel(label)
    words.setProperty("role", "label")
    words.setBuddy(box)
    box.setAccessibleName(label)
    column = QVBoxLayout()
    column.setSpacing(TIGHT)
    column.addWidget(words)
    column.addWidget(box)
    return column
