"""The column of a form within its scroll area."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget

from ui.theme.tokens import PAGE
from ui.theme.widgets import set_surface

_WIDEST = 640


def scrolled(inner: QWidget, name: str) -> QScrollArea:
    """A column of the form's width within a scroll area."""
    inner.setMaximumWidth(_WIDEST)
    outer = QWidget()
    set_surface(outer, "window")
    row = QHBoxLayout(outer)
    row.setContentsMargins(PAGE, PAGE, PAGE, PAGE)
    row.addStretch(1)
    row.addWidget(inner, 100)
    row.addStretch(1)
    area = QScrollArea()
    area.setWidget(outer)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(name)
    return area
