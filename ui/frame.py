"""The window's frame: a stack for start page and editor, notices above it, the status bar below."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from slaeditor.bidi import isolated
from slaeditor.i18n import _
from slaeditor.library.home import Home
from ui.library.page import LibraryPage
from ui.library.rows import Column, Row
from ui.settings.look import Look
from ui.status import Status

if TYPE_CHECKING:
    from slaeditor.library.drafts import Library
    from ui.desktop import Desktop
    from ui.notices import Notices
    from ui.theme.notices import InfoBar, Toast

_USUAL = QSize(1280, 800)
_LEAST = QSize(860, 560)
_DAMAGE = "damage"  # what a notice is about
_MENUS = (
    ("F", _("&File")),
    ("E", _("&Edit")),
    ("V", _("&View")),
    ("A", _("&Agreement")),
    ("T", _("&Tools")),
    ("H", _("&Help")),
)

Menus = Mapping[str, Iterable[QAction]]


class Frame(QMainWindow):
    """Shows what a library's list showed last; what it holds now is read after the first painting.

    `page_changed` says that another page is shown.
    """

    page_changed = Signal()

    def __init__(self, home: Home, look: Look, desktop: "Desktop | None" = None) -> None:
        super().__init__()
        self.home = home
        self.look = look
        if desktop is not None:
            self.desktop = desktop
        self.menus = {letter: self.menuBar().addMenu(words) for letter, words in _MENUS}
        self.page = LibraryPage(home)
        self.status = Status(home.folder)
        self._wishes: list[Callable[[], object]] = []
        self._is_read = False
        self._before: Sequence[Row] | None = None
        self.page.refreshed.connect(self._on_refreshed)
        self.page_menus: Menus = {}
        self._stack = QStackedWidget()
        self._stack.addWidget(self.page)
        self._lay_out()

    @property
    def library(self) -> "Library":
        """The library, loaded at first use."""
        return self.home.library

    @cached_property
    def desktop(self) -> "Desktop":
        """File dialogs and other programs."""
        from ui.desktop import Desktop

        return Desktop()

    @cached_property
    def notices(self) -> "Notices":
        """The bars under the menu."""
        from ui.notices import Notices

        notices = Notices()
        self._column.insertWidget(0, notices)
        return notices

    @cached_property
    def toast(self) -> "Toast":
        """The short message over the foot of the window."""
        from ui.theme.notices import Toast

        return Toast(self)

    @property
    def is_read(self) -> bool:
        """Whether the list has been read."""
        return self._is_read

    def when_read(self, wish: Callable[[], object]) -> None:
        """Call `wish` once the list is there."""
        if self._is_read:
            wish()
        else:
            self._wishes.append(wish)

    @Slot()
    def show_library(self) -> None:
        """Show the start page."""
        self.page_menus = {}
        self._stack.setCurrentWidget(self.page)
        self.setWindowTitle(_("Agreements – SLA Editor"))
        self.status.show_nothing()
        self.page_changed.emit()
        self.page.focus_first()

    def show_editor(self, page: QWidget, title: str, menus: Menus) -> None:
        """Show the page of an open agreement, whose actions stand in `menus` by letter."""
        self.page_menus = menus
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.show_title(title)
        self.page_changed.emit()

    def show_title(self, title: str) -> None:
        """Name the open agreement in the window's title."""
        name = title or _("Agreement without a title")
        self.setWindowTitle(_("{title} – SLA Editor").format(title=isolated(name)))

    def drop_editor(self, page: QWidget) -> None:
        """Take a page that is done with out of the window."""
        self._stack.removeWidget(page)
        page.deleteLater()

    @property
    def shows_library(self) -> bool:
        """Whether the start page is shown."""
        return self._stack.currentWidget() is self.page

    def tell(self, about: str, sentence: str, *, wrong: bool = False) -> "InfoBar":
        """Show a sentence in a bar, and let it be read out; `wrong` for what didn't work."""
        return self.notices.tell(about, sentence, wrong=wrong)

    def open_outside(self, path: Path) -> None:
        """Show a file or folder in the program that it belongs to; say so where that can't be."""
        if not path.exists():
            sentence = _("{file} isn’t there any more.")
        elif self.desktop.open(path):
            return
        else:
            sentence = _("No program on this computer opens {file}. It is there all the same.")
        self.tell("outside", sentence.format(file=isolated(str(path))), wrong=True)

    @Slot()
    def read_list(self) -> None:
        """Compare the list with what the library holds now; then do what waited for it."""
        self.page.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """See what other programs did to the library when the person comes back."""
        super().changeEvent(event)
        back = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if back and self._is_read and self.shows_library:
            self.look_again()

    @Slot()
    def look_again(self) -> None:
        """Read the list anew, and name the files that can't be opened since the last time."""
        if self._before is None:
            self._before = self.page.rows
        self.page.refresh()

    @Slot()
    def _on_refreshed(self) -> None:
        """Do what waited for the list, or name the files that can't be opened any more."""
        before, self._before = self._before, None
        self._is_read = True
        for wish in self._wishes:
            wish()
        self._wishes.clear()
        if before is not None:
            self._tell_damaged(before)

    def _tell_damaged(self, before: Sequence[Row]) -> None:
        damaged = list(takewhile(lambda row: bool(row.damage), self.page.rows))
        if not damaged:
            if "notices" in self.__dict__:
                self.notices.take(_DAMAGE)
            return
        known_rows = {row.id: row for row in before}
        for row in damaged:
            known = known_rows.get(row.id)
            if known is None:
                self.tell(_DAMAGE, row.damage, wrong=True)
            elif not known.damage:
                words = _("“{title}” can’t be opened any more. {problem}")
                name = isolated(known.text(Column.TITLE, known.changed))
                self.tell(_DAMAGE, words.format(title=name, problem=row.damage), wrong=True)

    def all_actions(self) -> list[QAction]:
        """Every action of the window and of the page shown in it."""
        return self.findChildren(QAction)

    def _lay_out(self) -> None:
        centre = QWidget()
        self._column = column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status)
        self.setMinimumSize(_LEAST)
        kept = self.look.settings
        size = QSize(kept.width, kept.height) if kept.width and kept.height else _USUAL
        self.resize(size.boundedTo(self.screen().availableSize()).expandedTo(_LEAST))
