"""The few dialogs that ask one thing: a sentence and buttons with verbs, or one line to type."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from slaeditor.i18n import _
from ui.signals import without_arguments
from ui.theme.tokens import INSIDE, MEDIUM, SMALL
from ui.theme.widgets import Button, DangerButton, PrimaryButton, Words

_WIDTH = 27  # in heights of a line of text

Choice = tuple[QPushButton, Callable[[], object]]


class Dialog(QDialog):
    """A dialog over its window that doesn't stop the program: `open` it and go on."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(round(self.fontMetrics().height() * _WIDTH))
        self.body = QVBoxLayout()
        self.body.setSpacing(MEDIUM)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(SMALL)
        self._foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(INSIDE, INSIDE, INSIDE, INSIDE)
        column.setSpacing(INSIDE)
        column.addLayout(self.body, 1)
        column.addLayout(self._foot)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the words in it need at this width."""
        super().showEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            QTimer.singleShot(0, self, self._fit)

    @Slot()
    def _fit(self) -> None:
        layout = self.layout()
        if layout is None or not self.isVisible():
            return
        layout.activate()
        wanted = layout.totalMinimumHeightForWidth(self.width())
        self.resize(
            self.width(), min(max(wanted, self.height()), self.screen().availableSize().height())
        )

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Put buttons at the foot, the one that does it last."""
        for button in buttons:
            self._foot.addWidget(button)

    def cancel_button(self, words: str = "") -> QPushButton:
        """A button that closes the dialog and does nothing."""
        button = Button(words or _("Cancel"))
        button.clicked.connect(self.reject)
        return button


def ask(
    parent: QWidget, title: str, sentence: str, choices: Sequence[Choice], cancel: str = ""
) -> Dialog:
    """Ask with buttons: each closes the dialog and calls its function. Escape does nothing."""
    dialog = Dialog(title, parent)
    dialog.body.addWidget(Words(title, "section"))
    dialog.body.addWidget(Words(sentence))
    no = dialog.cancel_button(cancel)
    dialog.add_buttons(no)
    for button, then in choices:
        button.clicked.connect(dialog.accept)
        button.clicked.connect(without_arguments(then))
        dialog.add_buttons(button)
    no.setDefault(True)
    no.setFocus(Qt.FocusReason.OtherFocusReason)
    dialog.open()
    return dialog


def confirm(
    parent: QWidget, title: str, sentence: str, verb: str, then: Callable[[], object]
) -> Dialog:
    """Ask before something that can't be undone; Return keeps everything as it is."""
    return ask(parent, title, sentence, [(DangerButton(verb), then)])


class LineDialog(Dialog):
    """Asks for one line that isn't empty; `then` gets it once the dialog has closed."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        label: str,
        text: str,
        verb: str,
        then: Callable[[str], object],
    ) -> None:
        super().__init__(title, parent)
        self._then = then
        self.line = QLineEdit(text)
        self.line.setAccessibleName(label)
        self.line.selectAll()
        words = QLabel(label)
        words.setProperty("role", "label")
        words.setBuddy(self.line)
        self.body.addWidget(words)
        self.body.addWidget(self.line)
        self._ready = PrimaryButton(verb)
        self._ready.setDefault(True)
        self._ready.clicked.connect(self._on_ready_clicked)
        self.add_buttons(self.cancel_button(), self._ready)
        self.line.textChanged.connect(self._on_text_changed)
        self._on_text_changed(text)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self._ready.setEnabled(bool(text.strip()))

    @Slot()
    def _on_ready_clicked(self) -> None:
        text = self.line.text().strip()
        if text:
            self.accept()
            self._then(text)
