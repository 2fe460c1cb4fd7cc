"""The way of the Tab key: what is built later comes where it stands, not last."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_behind(before: QWidget, after: QWidget) -> None:
    """Let Tab come to what is in `after` only once it is through with what is in `before`.

    Qt puts each new widget at the end of the window's chain, whatever part of the window it is in.
    """
    chain = _chain(before)
    first = [number for number, widget in enumerate(chain) if before.isAncestorOf(widget)]
    then = [number for number, widget in enumerate(chain) if after.isAncestorOf(widget)]
    if not first or not then or first[-1] < then[0]:
        return
    moved = [chain[first[-1]], *(chain[number] for number in then)]
    for one, other in pairwise(moved):
        QWidget.setTabOrder(one, other)


def _chain(inside: QWidget) -> list[QWidget]:
    """What takes the focus with Tab in the window, from its beginning."""
    window = inside.window()
    found: list[QWidget] = []
    widget = next_in_chain(window)
    while widget is not None and widget is not window:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
            found.append(widget)
        widget = next_in_chain(widget)
    return found


def next_in_chain(widget: QWidget) -> QWidget | None:
    """The widget behind this one in the chain of the Tab key.

    PySide takes what `nextInFocusChain` answers for a child of the widget asked, and would make it
    unusable from Python when that one is deleted; it is told the real parent again here.
    """
    following = widget.nextInFocusChain()
    if following is not None:
        following.setParent(following.parentWidget())
    return following
