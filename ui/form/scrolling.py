"""The column of a form within its scroll area."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

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


def bring_into_view(widget: QWidget) -> None:
    """Scroll the form around a widget until it is seen, with what stands above it."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, FormArea):
        area = area.parentWidget()
    if area is not None:
        QApplication.sendPostedEvents()  # what is new has no place yet
        area.ensureWidgetVisible(widget, 0, PAGE * 2)
