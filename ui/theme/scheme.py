"""Puts the look on the application, and follows the system's light and dark while it runs."""

from collections.abc import Sequence
from typing import Literal

from PySide6 import QtCore
from PySide6.QtCore import QDir, QObject
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from slaeditor.settings import LARGEST_TEXT, SMALLEST_TEXT
from ui.theme.palette import palette_of
from ui.theme.stylesheet import style_sheet
from ui.theme.tokens import RESOURCES, look

Scheme = Literal["system", "light", "dark"]

STYLE = "Fusion"
"""The style that the sheet is made for."""
_WORN = "worn theme"  # the property of the application that holds it
_TO_QT = {"system": "Unknown", "light": "Light", "dark": "Dark"}


class Theme(QObject):
    """What the application wears; one per application, its child."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        app.setProperty(_WORN, self)
        self._app = app
        self._scheme: Scheme = "system"
        self._is_dark: bool | None = None
        self._percent = 100
        self._font = app.font()
        size = QFontInfo(self._font).pointSizeF()
        self._points = max(size, look().text.smallest)
        QDir.setSearchPaths("theme", [str(RESOURCES / "theme")])
        app.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    def prepare(self, scheme: Scheme, text_percent: int) -> None:
        """Put on colours and font without the style sheet, which `wear` adds to it.

        A window that is built before the sheet is styled once; under a sheet, each part of it is
        styled anew with every part that it becomes a part of.
        """
        self._choose(scheme, text_percent)
        self._put_on_plain()

    def wear(self, scheme: Scheme, text_percent: int) -> None:
        """Change to this scheme and text size (80 to 200; beyond, the nearest)."""
        self._choose(scheme, text_percent)
        points, dark = self._font.pointSizeF(), bool(self._is_dark)
        sheet = style_sheet(dark=dark, points=points, percent=self._percent)
        if sheet == self._app.styleSheet():
            return
        if self._app.styleSheet():
            # Qt replaces a sheet seven times slower (1.5 s with five forms) than it takes one off
            # and puts another on.
            self._app.setStyleSheet("")
        self._put_on_plain()
        self._app.setStyleSheet(sheet)

    def _choose(self, scheme: Scheme, text_percent: int) -> None:
        self._percent = min(max(text_percent, SMALLEST_TEXT), LARGEST_TEXT)
        self._font.setPointSizeF(self._points * self._percent / 100)
        if scheme != self._scheme or self._is_dark is None:
            self._app.styleHints().setProperty("colorScheme", _TO_QT[scheme])
            self._is_dark = self._system_is_dark() if scheme == "system" else scheme == "dark"
            self._scheme = scheme

    def _put_on_plain(self) -> None:
        palette = palette_of(look().dark if self._is_dark else look().light)
        if palette != self._app.palette() or self._font != self._app.font():
            self._app.setPalette(palette)
            self._app.setFont(self._font)

    def _system_is_dark(self) -> bool:
        if self._is_dark is not None:  # in a palette of ours
            return self._app.styleHints().colorScheme() is QtCore.Qt.ColorScheme.Dark
        palette, role = self._app.palette(), QPalette.ColorRole
        return palette.color(role.WindowText).lightness() > palette.color(role.Window).lightness()

    def _on_system_scheme_changed(self, scheme: "QtCore.Qt.ColorScheme") -> None:
        if self._scheme == "system":
            self._is_dark = scheme is QtCore.Qt.ColorScheme.Dark
            self.wear("system", self._percent)


def dressed_application(words: Sequence[str]) -> QApplication:
    """The application for a command line, made in `STYLE`.

    To change the style afterwards, as `apply` does elsewhere, loads QStyle: 6 ms of the start.
    """
    app = QApplication([*words, "-style", STYLE])
    Theme(app)
    return app


def prepare(app: QApplication, scheme: Scheme, text_percent: int = 100) -> None:
    """Put on colours and font, before a window is built that `apply` will give the rest."""
    _theme_of(app).prepare(scheme, text_percent)


def apply(app: QApplication, scheme: Scheme, text_percent: int = 100) -> None:
    """Dress the application in `scheme`; call it again to switch while it runs.

    "system" follows the desktop, now and at every later change. `text_percent` is 80 to 200.
    """
    _theme_of(app).wear(scheme, text_percent)


def _theme_of(app: QApplication) -> Theme:
    worn = app.property(_WORN)  # to look among the children would load QStyle
    if isinstance(worn, Theme):
        return worn
    app.setStyle(STYLE)
    return Theme(app)
