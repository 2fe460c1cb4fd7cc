"""What a person can't see or reach in the window in front."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from tests.ui.accessibility import problems
from tests.ui.journey.person import Person, name_of
from tests.ui.journey.room import HEIGHT, WIDTH

_SETTLED = 50  # ms: what was unfolded has taken its room
_SEEN = (QAbstractButton, QAbstractItemView, QComboBox, QLabel, QLineEdit, QPlainTextEdit)


def obstacles(person: Person) -> list[str]:
    """All problems of what is in front on a screen of 1280 by 720; empty where it is sound."""
    front = person.before
    QTest.qWait(_SETTLED)
    found = problems(front) + cut_off(front)
    if front.width() > WIDTH or front.height() > HEIGHT:
        found.append(f"too-large: {front.windowTitle()} {front.width()} by {front.height()}")
    return found


def cut_off(window: QWidget) -> list[str]:
    """Widgets of which a part lies outside the window, or beside what can be scrolled to."""
    return [
        f"cut-off: {type(widget).__name__} “{name_of(widget)}”"
        for widget in window.findChildren(QWidget)
        if isinstance(widget, _SEEN)
        and widget.isVisibleTo(window)
        and widget.window() is window
        and not isinstance(widget, QScrollBar)
        and _is_cut(widget)
    ]


def _is_cut(widget: QWidget) -> bool:
    """Whether the nearest frame around it, a viewport or the window, shows only a part of it."""
    frame, is_scrolled = _frame_of(widget)
    place = QRect(widget.mapTo(frame, QPoint(0, 0)), widget.size())
    if is_scrolled:  # up and down it can be scrolled
        return place.left() < 0 or place.right() > frame.width()
    return not frame.rect().contains(place)


def _frame_of(widget: QWidget) -> tuple[QWidget, bool]:
    around = widget.parentWidget()
    while around is not None and not around.isWindow():
        if isinstance(around, QScrollArea):
            return around.viewport(), True
        if isinstance(around, QAbstractScrollArea | QComboBox | QLineEdit):
            return widget, False  # a part that Qt itself shows and clips
        around = around.parentWidget()
    return widget.window(), False
