"""What the start page shows on occasion only: bars above the list, and what stands in its place.

Made a moment after the first painting, or at the first need.
"""

from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from ui.library.damage import DamageBar
from ui.library.empty import FirstSight, NothingFound, trash_empty
from ui.library.trash import TrashBar
from ui.theme.widgets import hint


class Occasional:
    """The bars, in `column` above the list, and the pages in `stack`; all of them hidden."""

    def __init__(self, column: QBoxLayout, stack: QStackedWidget) -> None:
        self.trash_bar = TrashBar()
        self.damage = DamageBar()
        self.progress = hint("")
        self.first_sight = FirstSight()
        self.nothing_found = NothingFound()
        self.trash_empty: QWidget = trash_empty()
        for bar in (self.trash_bar, self.damage, self.progress):
            bar.hide()
            column.insertWidget(column.indexOf(stack), bar)
        for page in (self.first_sight, self.nothing_found, self.trash_empty):
            stack.addWidget(page)
