"""The computer a person works at: one library, a desktop, and the program started as often."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from slaeditor.library.drafts import Library
from slaeditor.library.home import Home
from tests.ui.journey.person import Person
from tests.ui.window.opened import AnsweringDesktop, end
from ui.settings.look import Look
from ui.window import MainWindow

WIDTH, HEIGHT = 1280, 720


@dataclass
class Room:
    """`folder` holds everything; `close` takes away what is still open."""

    app: QApplication
    folder: Path
    desktop: AnsweringDesktop = field(init=False)
    windows: list[MainWindow] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.desktop = AnsweringDesktop(self.folder)

    @property
    def library(self) -> Library:
        """The library, read anew from the disk."""
        return Library(self.folder / "library", self.folder / "local")

    def sit_down(self) -> Person:
        """Start the program, and wait until its window can be worked at."""
        look = Look(self.app)
        look.wear()
        window = MainWindow(Home.of(self.library), look, self.desktop)
        self.windows.append(window)
        window.resize(WIDTH, HEIGHT)
        window.show()
        assert QTest.qWaitForWindowExposed(window)
        window.activateWindow()
        person = Person(window)
        person.waits_until(lambda: window.is_read and window.isActiveWindow())
        return person

    def close(self) -> None:
        """Close every window, and take it away whatever it would ask."""
        for window in self.windows:
            if window.isVisible():
                window.close()
            end(window)
        self.windows.clear()
