"""The least that a program with a window can be: it ends once an empty window is painted."""

import os
import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Window(QMainWindow):
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, lambda: os._exit(0))


def main() -> None:
    app = QApplication(sys.argv)
    window = Window()
    window.resize(1280, 800)
    window.show()
    app.exec()


main()
