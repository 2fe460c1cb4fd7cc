"""Whether the person is done with a field when the focus goes."""

from PySide6 import QtCore
from PySide6.QtGui import QFocusEvent


def is_leaving(event: QFocusEvent) -> bool:
    """Whether the focus goes to another field, not only to a menu or another window."""
    reasons = QtCore.Qt.FocusReason
    return event.reason() not in (reasons.PopupFocusReason, reasons.ActiveWindowFocusReason)
