"""The way of the Tab key: what is built later comes where it stands, not last.

Qt puts each new widget at the end of the window's chain, whatever part of the window it is in.
"""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_behind(before: QWidget, after: QWidget) -> None:
    """Let Tab come to what is in `after` only once it is through with what is in `before`."""
    chain = _chain(before)
    first = [number for number, widget in enumerate(chain) if _holds(before, widget)]
    then = [number for number, widget in enumerate(chain) if _holds(after, widget)]
    if first and then and first[-1] > then[0]:
        _link([chain[first[-1]], *(chain[number] for number in then)])


def line_up(parts: Sequence[QWidget]) -> None:
    """Let Tab go through the parts one after the other, and through each in its own order.

    The first of them comes where Tab came to any of them before. All are in one window.
    """
    if not parts:
        return
    chain = _chain(parts[0])
    lined = [widget for part in parts for widget in chain if _holds(part, widget)]
    if not lined:
        return
    start = min(chain.index(widget) for widget in lined)
    if chain[start : start + len(lined)] != lined:
        _link([chain[start - 1], *lined])  # before the first one comes the last one


def next_in_chain(widget: QWidget) -> QWidget | None:
    """The widget behind this one in the chain of the Tab key.

    PySide takes what `nextInFocusChain` answers for a child of the widget asked, and would make it
    unusable from Python when that one is deleted; it is told the real parent again here.
    """
    following = widget.nextInFocusChain()
    if following is not None:
        following.setParent(following.parentWidget())
    return following


def _holds(part: QWidget, widget: QWidget) -> bool:
    return part is widget or part.isAncestorOf(widget)


def _link(widgets: Sequence[QWidget]) -> None:
    for one, other in pairwise(widgets):
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
