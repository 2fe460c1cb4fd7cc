"""Puts the look on the application, and follows the system's light and dark while it runs."""

from typing import Literal

from PySide6.QtCore import QDir, QObject, Qt, Slot
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

from slaeditor.settings import LARGEST_TEXT, SMALLEST_TEXT
from ui.theme.palette import palette_of
from ui.theme.stylesheet import style_sheet
from ui.theme.tokens import RESOURCES, look

Scheme = Literal["system", "light", "dark"]

_TO_QT = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """What the application wears; one per application, its child."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._scheme: Scheme = "system"
        self._percent = 100
        self._font = app.font()
        size = QFontInfo(self._font).pointSizeF()
        self._points = max(size, look().text.smallest)
        QDir.setSearchPaths("theme", [str(RESOURCES / "theme")])
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    def wear(self, scheme: Scheme, text_percent: int) -> None:
        """Change to this scheme and text size (80 to 200; beyond, the nearest)."""
        self._scheme = scheme
        self._percent = min(max(text_percent, SMALLEST_TEXT), LARGEST_TEXT)
        self._app.styleHints().setColorScheme(_TO_QT[scheme])
        if scheme == "system":
            self._dress(dark=self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark)
        else:
            self._dress(dark=scheme == "dark")

    @Slot(Qt.ColorScheme)
    def _on_system_scheme_changed(self, scheme: Qt.ColorScheme) -> None:
        if self._scheme == "system":
            self._dress(dark=scheme is Qt.ColorScheme.Dark)

    def _dress(self, *, dark: bool) -> None:
        points = self._points * self._percent / 100
        sheet = style_sheet(dark=dark, points=points, percent=self._percent)
        if sheet == self._app.styleSheet():
            return
        font = self._font
        font.setPointSizeF(points)
        self._app.setPalette(palette_of(look().dark if dark else look().light))
        self._app.setFont(font)
        self._app.setStyleSheet(sheet)


def apply(app: QApplication, scheme: Scheme, text_percent: int = 100) -> None:
    """Dress the application in `scheme`; call it again to switch while it runs.

    "system" follows the desktop, now and at every later change. `text_percent` is 80 to 200.
    """
    theme = app.findChild(Theme)
    if theme is None:
        theme = Theme(app)
    theme.wear(scheme, text_percent)
