"""The window's frame: a stack for start page and editor, notices above it, the status bar below."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QEvent, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from slaeditor.bidi import isolated
from slaeditor.i18n import _
from slaeditor.library.drafts import Library
from ui.desktop import Desktop
from ui.library.page import LibraryPage
from ui.library.rows import Column
from ui.notices import Notices
from ui.settings.look import Look
from ui.status import Status
from ui.theme.icons import app_icon
from ui.theme.notices import InfoBar, Toast, announce

_USUAL = QSize(1280, 800)
_LEAST = QSize(860, 560)
_DAMAGE = "damage"  # what a notice is about


Menus = Mapping[str, Iterable[QAction]]


class Frame(QMainWindow):
    """Shows a library at once; what it holds is read after the first painting.

    `page_changed` says that another page is shown.
    """

    page_changed = Signal()

    def __init__(self, library: Library, look: Look, desktop: Desktop) -> None:
        super().__init__()
        self.library = library
        self.look = look
        self.desktop = desktop
        self.setWindowIcon(app_icon())
        self.page = LibraryPage(library)
        self.notices = Notices()
        self.status = Status(library.folder)
        self.toast = Toast(self)
        self._wishes: list[Callable[[], object]] = []
        self._is_read = False
        self.page_menus: Menus = {}
        self._stack = QStackedWidget()
        self._stack.addWidget(self.page)
        self._lay_out()

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

    def tell(self, about: str, sentence: str, *, wrong: bool = False) -> InfoBar:
        """Show a sentence in a bar, and let it be read out; `wrong` for what didn't work."""
        bar = InfoBar(sentence, "danger" if wrong else "info")
        self.notices.put(about, bar)
        announce(self, sentence)
        return bar

    def showEvent(self, event: QShowEvent) -> None:
        """Read the list once the window has been painted."""
        super().showEvent(event)
        if not self._is_read:
            QTimer.singleShot(0, self, self._on_painted)

    def changeEvent(self, event: QEvent) -> None:
        """See what other programs did to the library when the person comes back."""
        super().changeEvent(event)
        back = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if back and self._is_read and self.shows_library:
            self.look_again()

    @Slot()
    def look_again(self) -> None:
        """Read the list anew, and name the files that can't be opened since the last time."""
        before = {row.id: row for row in self.page.rows}
        self.page.refresh()
        damaged = [row for row in self.page.rows if row.damage]
        if not damaged:
            self.notices.take(_DAMAGE)
        for row in damaged:
            known = before.get(row.id)
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
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(centre)
        self.setStatusBar(self.status)
        self.setMinimumSize(_LEAST)
        kept = self.look.settings
        size = QSize(kept.width, kept.height) if kept.width and kept.height else _USUAL
        self.resize(size.boundedTo(self.screen().availableSize()).expandedTo(_LEAST))

    @Slot()
    def _on_painted(self) -> None:
        if self._is_read:
            return
        QApplication.processEvents()
        self._is_read = True
        self.page.refresh()
        self.page.focus_first()
        for wish in self._wishes:
            wish()
        self._wishes.clear()
