"""The look that the person has chosen: kept in the window's settings, put on at once."""

from collections.abc import Sequence
from contextlib import suppress
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from slaeditor.settings import (
    LARGEST_TEXT,
    SMALLEST_TEXT,
    WindowSettings,
    remember_window,
    window_settings,
)
from ui.theme import scheme

STEP = 10
"""Percent that one step of the text size makes."""


class Look(QObject):
    """Theme and text size, with the window's size; `changed` comes after each change of the two.

    What can't be stored is in use all the same, until the program ends.
    """

    changed = Signal()

    def __init__(self, app: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self.settings: WindowSettings = window_settings()

    def prepare(self) -> None:
        """Put on what a window is built in; `wear` gives it the rest."""
        scheme.prepare(self._app, cast(scheme.Scheme, self.settings.theme), self.settings.text_size)

    def wear(self) -> None:
        """Put the look on the application."""
        scheme.apply(self._app, cast(scheme.Scheme, self.settings.theme), self.settings.text_size)

    def choose_theme(self, name: str) -> None:
        """Change to "system", "light" or "dark"."""
        self._change(self.settings._replace(theme=name))

    def choose_text_size(self, percent: int) -> None:
        """Change the size of all text; beyond the limits the nearest counts."""
        within = min(max(percent, SMALLEST_TEXT), LARGEST_TEXT)
        self._change(self.settings._replace(text_size=within))

    def larger(self) -> None:
        """One step up."""
        self.choose_text_size(self.settings.text_size + STEP)

    def smaller(self) -> None:
        """One step down."""
        self.choose_text_size(self.settings.text_size - STEP)

    def usual(self) -> None:
        """Back to the size that the system has."""
        self.choose_text_size(100)

    def remember_size(self, width: int, height: int) -> None:
        """Keep the size of the window, in pixels, for the next start."""
        self.settings = self.settings._replace(width=width, height=height)
        self._store()

    def remember_panes(self, widths: Sequence[int]) -> None:
        """Keep the widths of the panes, in pixels, for the next agreement."""
        self.settings = self.settings._replace(panes=tuple(widths))
        self._store()

    def _change(self, settings: WindowSettings) -> None:
        if settings == self.settings:
            return
        self.settings = settings
        self.wear()
        self._store()
        self.changed.emit()

    def _store(self) -> None:
        with suppress(OSError):
            remember_window(self.settings)
