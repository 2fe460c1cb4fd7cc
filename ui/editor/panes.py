"""Sections, form and what stands beside it: how they share the width of the window.

Below 1180 pixels (at usual text size) the pane at the right is hidden until asked for; the list of
sections becomes a drop-down where it would leave too little room.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ui.theme.tokens import look
from ui.theme.widgets import set_surface

THREE_PANES, BESIDE_PREVIEW, BESIDE_FORM = 1180, 1100, 900
"""Widths in pixels from which on there is room for the preview, and for the list of sections."""

_SECTIONS, _FORM, _RIGHT = (200, 256, 340), 420, 340  # least, usual, most; least; least
_RIGHT_SHARE = 0.42


class Panes(QSplitter):
    """Shows `preview` or `checks` at the right; `arranged` tells that something came or went."""

    arranged = Signal()

    def __init__(
        self,
        sections: QWidget,
        drop_down: QWidget,
        form: QWidget,
        preview: QWidget,
        checks: QWidget,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._sections, self._drop_down = sections, drop_down
        self._preview, self._checks = preview, checks
        self._shows_preview = {True: True, False: False}  # by whether the window is wide
        self._is_checking = False
        self._is_sized = False
        self._limited_for = 1.0
        self._kept: tuple[int, ...] = ()
        self.middle = QWidget()
        set_surface(self.middle, "window")
        column = QVBoxLayout(self.middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(drop_down)
        column.addWidget(form, 1)
        self.right = QStackedWidget()
        self.right.addWidget(preview)
        self.right.addWidget(checks)
        for pane in (sections, self.middle, self.right):
            self.addWidget(pane)
        self._limit()

    @property
    def is_wide(self) -> bool:
        """Whether there is room for three panes."""
        return self._room() >= THREE_PANES

    @property
    def shows_preview(self) -> bool:
        """Whether the preview is in view."""
        return not self.right.isHidden() and self.right.currentWidget() is self._preview

    @property
    def shows_checks(self) -> bool:
        """Whether the things to check are in view."""
        return not self.right.isHidden() and self.right.currentWidget() is self._checks

    @property
    def sections(self) -> QWidget:
        """What shows the sections now: the list or the drop-down."""
        return self._drop_down if self._sections.isHidden() else self._sections

    def toggle_preview(self) -> None:
        """Show the preview, or hide it when it is in view."""
        self._shows_preview[self.is_wide] = not self.shows_preview
        self._is_checking = False
        self.arrange()

    def toggle_checks(self) -> None:
        """Show the things to check, or hide them when they are in view."""
        self._is_checking = not self._is_checking
        self.arrange()

    def arrange(self) -> None:
        """Show what there is room for and what is asked for."""
        shown = self._is_checking or self._shows_preview[self.is_wide]
        self.right.setCurrentWidget(self._checks if self._is_checking else self._preview)
        self.right.setVisible(shown)
        room = self._room()
        listed = room >= (BESIDE_PREVIEW if shown else BESIDE_FORM)
        self._sections.setVisible(listed)
        self._drop_down.setVisible(not listed)
        self.arranged.emit()

    def state(self) -> tuple[int, ...]:
        """The widths in pixels of the three panes, and whether a wide window shows the preview."""
        sizes = self.sizes() if self._is_sized else self._kept[:3] or (0, 0, 0)
        return (*sizes, int(self._shows_preview[True]))

    def restore(self, state: Sequence[int]) -> None:
        """Take the widths of another time; anything but what `state` gave is ignored."""
        if len(state) != 4:
            return
        self._kept = tuple(state)
        self._shows_preview[True] = bool(state[3])
        if self._is_sized:
            self._size()
        self.arrange()

    def minimumSizeHint(self) -> QSize:
        """Room for the form alone: what else there is gives way."""
        return QSize(_FORM, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Panes come and go with the room."""
        super().resizeEvent(event)
        if self._is_sized:
            self.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Share the width at the first showing, when it is known."""
        super().showEvent(event)
        if not self._is_sized:
            self._is_sized = True
            self.arrange()
            self._size()

    def changeEvent(self, event: QEvent) -> None:
        """Let the list of sections grow and shrink with its words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._is_sized:
            factor = self._scale() / self._limited_for
            sections, middle, right = self.sizes()
            wider = round(sections * factor) - sections
            self._limit_sections()
            self.arrange()
            self.setSizes([sections + wider, middle - wider, right])

    def _limit_sections(self) -> None:
        self._limited_for = self._scale()
        self._sections.setMinimumWidth(_SECTIONS[0])
        self._sections.setMaximumWidth(round(_SECTIONS[2] * self._limited_for))

    def _limit(self) -> None:
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self._limit_sections()
        self.middle.setMinimumWidth(_FORM)
        self.right.setMinimumWidth(_RIGHT)
        for index, factor in enumerate((0, 3, 2)):
            self.setStretchFactor(index, factor)

    def _size(self) -> None:
        sections, right = round(_SECTIONS[1] * self._scale()), 0
        if len(self._kept) == 4 and self._kept[2]:
            sections, right = self._kept[0] or sections, self._kept[2]
        shown = sum(not pane.isHidden() for pane in (self._sections, self.middle, self.right))
        rest = self.width() - self.handleWidth() * (shown - 1)
        rest -= 0 if self._sections.isHidden() else sections
        right = right or max(round(rest * _RIGHT_SHARE), _RIGHT)
        self.setSizes([sections, max(rest - right, _FORM), right])

    def _room(self) -> float:
        return self.width() / self._scale()

    def _scale(self) -> float:
        return max(1.0, self.font().pointSizeF() / look().text.smallest)
