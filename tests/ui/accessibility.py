"""Walks a window as a screen reader and a person without a mouse would, and tells what is wrong.

`problems(window)` gives one line a problem, beginning with its kind. The window must be shown.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QSplitterHandle,
    QTabBar,
    QTableView,
    QTextEdit,
    QToolButton,
    QWidget,
)

from ui.fields.row import FieldRow
from ui.tab_order import next_in_chain

SMALLEST_TARGET = 24
_MOST_ROWS = 200
_COMPOSITES = (
    QComboBox,
    QAbstractSpinBox,
    QCalendarWidget,
    QTabBar,
    QLineEdit,
    QScrollBar,
    QAbstractItemView,
)
_TYPED = (QLineEdit, QPlainTextEdit, QTextEdit)
_USED = (QAbstractButton, *_TYPED, QComboBox, QAbstractItemView, QAbstractSpinBox, QTabBar)
_Name = QAccessible.Text.Name
_SOMETHING = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.CheckStateRole,
)


def problems(window: QWidget) -> list[str]:
    """Every problem of the shown window and the widgets in it; empty where it is sound."""
    chain = _tab_chain(window)
    found: list[str] = []
    for widget in _shown(window):
        kinds = [kind for kind, wrong in _CHECKS.items() if wrong(widget)]
        if _belongs_in_chain(widget) and widget not in chain:
            kinds.append("not-in-tab-chain")
        found += [f"{kind}: {_where(widget)}" for kind in kinds]
    return found + _leaps_up(chain) + _mnemonic_clashes(window) + _shortcut_clashes(window)


def tab_order(window: QWidget) -> list[str]:
    """What Tab reaches, in order, by accessible name."""
    return [_where(widget) for widget in _tab_chain(window)]


def _shown(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window) and widget.window() is window and not _is_inner(widget):
            yield widget


def _is_inner(widget: QWidget) -> bool:
    """Whether the widget is a part that Qt itself put into another one."""
    if widget.objectName().startswith("qt_") or isinstance(widget, QMenu | QScrollBar):
        return True
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent, _COMPOSITES):
            return True
        parent = parent.parentWidget()
    return False


def _tab_chain(window: QWidget) -> list[QWidget]:
    chain: list[QWidget] = []
    widget = next_in_chain(window)
    while widget is not None and widget is not window and len(chain) < 100_000:
        if widget.isVisibleTo(window) and widget.isEnabled() and _takes_tab(widget):
            chain.append(widget)
        widget = next_in_chain(widget)
    return chain


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _leaps_up(chain: list[QWidget]) -> list[str]:
    """Where Tab goes back up within a column: what was built late and has no place in the order.

    Help stands above its field in the row, and comes after it all the same.
    """
    return [
        f"tab-order-up: from {_where(one)} to {_where(other)}"
        for one, other in pairwise(chain)
        if _area(one) is not None
        and _area(one) is _area(other)
        and _stands_above(other, one)
        and not (isinstance(row := other.parentWidget(), FieldRow) and row.isAncestorOf(one))
    ]


def _area(widget: QWidget) -> QScrollArea | None:
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def _stands_above(upper: QWidget, lower: QWidget) -> bool:
    """Whether one stands above the other as a whole, both in one column."""
    above, below = (QRect(each.mapToGlobal(QPoint(0, 0)), each.size()) for each in (upper, lower))
    is_one_column = above.left() <= below.right() and below.left() <= above.right()
    return is_one_column and above.bottom() < below.top()


def _interface(widget: QWidget) -> QAccessibleInterface | None:
    found: list[QAccessibleInterface | None] = [QAccessible.queryAccessibleInterface(widget)]
    return next((one for one in found if one is not None and one.isValid()), None)


def _name(widget: QWidget) -> str:
    interface = _interface(widget)
    return interface.text(_Name).strip() if interface is not None else ""


def _where(widget: QWidget) -> str:
    said = _name(widget) or widget.objectName() or widget.toolTip()
    parent = widget.parentWidget()
    inside = f" in {type(parent).__name__}" if parent is not None else ""
    return f"{type(widget).__name__} “{said}”{inside}"


def _has_buddy(widget: QWidget) -> bool:
    interface = _interface(widget)
    if interface is None:
        return False
    label = QAccessible.RelationFlag.Label
    return any(relation[1] & label for relation in interface.relations())


def _no_name(widget: QWidget) -> bool:
    if isinstance(widget, QComboBox) or not (isinstance(widget, _USED) or _takes_tab(widget)):
        return False
    if widget.focusProxy() is not None or isinstance(widget, QMenuBar | QTabBar | QSplitterHandle):
        return False
    return _interface(widget) is not None and not _name(widget)


def _no_buddy(widget: QWidget) -> bool:
    typed = isinstance(widget, (*_TYPED, QAbstractSpinBox))
    return typed and not _has_buddy(widget) and not widget.accessibleName()


def _icon_no_tooltip(widget: QWidget) -> bool:
    if not isinstance(widget, QAbstractButton) or isinstance(widget, QCheckBox | QRadioButton):
        return False
    wordless = not widget.text()
    if isinstance(widget, QToolButton) and not widget.icon().isNull():
        wordless = wordless or widget.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
    return wordless and not widget.toolTip()


def _mouse_only(widget: QWidget) -> bool:
    if isinstance(widget, QRadioButton) and widget.group() is not None:
        # Tab comes to one answer of a group, the arrow keys to the others.
        return not any(_takes_tab(button) for button in widget.group().buttons())
    return isinstance(widget, QAbstractButton | QTabBar) and not _takes_tab(widget)


def _belongs_in_chain(widget: QWidget) -> bool:
    if not widget.isEnabled() or not isinstance(widget, _USED) or _mouse_only(widget):
        return False
    if isinstance(widget, QRadioButton):
        return _takes_tab(widget)
    return not (isinstance(widget, _TYPED) and widget.isReadOnly() and not _takes_tab(widget))


def _tab_trap(widget: QWidget) -> bool:
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return not widget.isReadOnly() and not widget.tabChangesFocus()
    return isinstance(widget, QTableView) and widget.tabKeyNavigation()


def _target_small(widget: QWidget) -> bool:
    if not isinstance(widget, QAbstractButton | QComboBox | QLineEdit):
        return False
    return min(widget.width(), widget.height()) < SMALLEST_TARGET


def _image_no_name(widget: QWidget) -> bool:
    return isinstance(widget, QLabel) and not widget.pixmap().isNull() and not _name(widget)


def _clipped_text(widget: QWidget) -> bool:
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            return widget.height() < widget.heightForWidth(widget.width())
        return widget.width() < widget.minimumSizeHint().width()
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.width() < widget.minimumSizeHint().width()
    return False


def _placeholder_as_label(widget: QWidget) -> bool:
    if not isinstance(widget, _TYPED) or not widget.placeholderText() or _has_buddy(widget):
        return False
    return widget.accessibleName() in ("", widget.placeholderText())


def _item_no_text(widget: QWidget) -> bool:
    if not isinstance(widget, QAbstractItemView):
        return False
    model = widget.model()
    if not isinstance(model, QAbstractItemModel):  # a view without one, whatever the stubs say
        return False
    # A list model keeps its number of columns to itself.
    columns = 1 if isinstance(widget, QListView) else model.columnCount(QModelIndex())
    return any(
        not any(_says(model.index(row, column)) for column in range(columns))
        for row in range(min(model.rowCount(QModelIndex()), _MOST_ROWS))
    )


def _says(index: QModelIndex) -> bool:
    return any(index.data(role) not in (None, "") for role in _SOMETHING)


_CHECKS: dict[str, Callable[[QWidget], bool]] = {
    "no-interface": lambda widget: isinstance(widget, _USED) and _interface(widget) is None,
    "no-name": _no_name,
    "no-buddy": _no_buddy,
    "combo-needs-buddy": lambda w: isinstance(w, QComboBox) and not _has_buddy(w),
    "icon-no-tooltip": _icon_no_tooltip,
    "mouse-only": _mouse_only,
    "tab-trap": _tab_trap,
    "target-small": _target_small,
    "image-no-name": _image_no_name,
    "clipped-text": _clipped_text,
    "placeholder-as-label": _placeholder_as_label,
    "item-no-text": _item_no_text,
}


def _mnemonic_clashes(window: QWidget) -> list[str]:
    groups: dict[str, list[str]] = {"the window": []}
    for widget in _shown(window):
        if isinstance(widget, QAbstractButton) or (
            isinstance(widget, QLabel) and widget.buddy() is not None
        ):
            groups["the window"].append(widget.text())
        elif isinstance(widget, QMenuBar):
            groups["the window"] += [action.text() for action in widget.actions()]
    for menu in window.findChildren(QMenu):
        groups[f"menu “{menu.title()}”"] = [action.text() for action in menu.actions()]
    return [clash for where, texts in groups.items() for clash in _clashes(where, texts)]


def _clashes(where: str, texts: list[str]) -> Iterator[str]:
    by_key: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        key = QKeySequence.mnemonic(text).toString()
        if key:
            by_key[key].append(text)
    for key, clashing in by_key.items():
        if len(clashing) > 1:
            yield f"mnemonic-clash: {key} in {where}: {', '.join(clashing)}"


def _shortcut_clashes(window: QWidget) -> list[str]:
    wide = (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut)
    by_key: dict[str, list[QObject]] = defaultdict(list)
    for action in window.findChildren(QAction):
        if action.shortcutContext() in wide:
            for key in set(action.shortcuts()):
                by_key[key.toString()].append(action)
    for shortcut in window.findChildren(QShortcut):
        if shortcut.context() in wide:
            by_key[shortcut.key().toString()].append(shortcut)
    return [
        f"shortcut-clash: {key} does {len(owners)} things"
        for key, owners in by_key.items()
        if key and len(owners) > 1
    ]
