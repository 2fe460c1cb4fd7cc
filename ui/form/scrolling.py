"""The column of a form within its scroll area."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme.tokens import PAGE, WIDE
from ui.theme.widgets import set_surface

_WIDEST = 640


class FormArea(QScrollArea):
    """Scrolls a column of the form's width; fill `column`, whose widgets belong to `inner`.

    It is empty at first, so that each widget goes into its place once: a widget that gets another
    parent is styled anew with all that is in it.
    """

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        outer = QWidget()
        set_surface(outer, "window")
        self.setWidget(outer)
        self.inner = QWidget(outer)
        self.inner.setMaximumWidth(_WIDEST)
        self.column = QVBoxLayout(self.inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(WIDE)
        row = QHBoxLayout(outer)
        row.setContentsMargins(PAGE, PAGE, PAGE, PAGE)
        row.addStretch(1)
        row.addWidget(self.inner, 100)
        row.addStretch(1)
