"""Makes the pictures of README and the user guide: every screen, light and dark, without a display.

`.venv/bin/python -m docs.screenshots [NAME …]` writes docs/images/<name>-<light|dark>.png, all of
them or the named ones. A screen is a function below that brings a window to where the picture is
taken; `SCREENS` names them. Each runs on a library of its own in a temporary folder.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported

from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QWidget

from slaeditor.agreement import encode
from slaeditor.editing import shelf
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.starting import Start, started
from slaeditor.editing.templates import finished_example, template
from slaeditor.kinds import Entity
from slaeditor.library.home import Home
from ui.desktop import Desktop
from ui.settings.look import Look
from ui.window import MainWindow

FOLDER = Path(tempfile.gettempdir()) / "SLA Editor"
IMAGES = Path(__file__).parent / "images"
WIDTH, HEIGHT = 1440, 900
SCHEMES = ("light", "dark")
SETTLED = 900  # ms: what is repainted a moment after the last change has been

Screen = Callable[[MainWindow], None]


class SavingDesktop(Desktop):
    """Exports into the temporary folder; opens nothing."""

    def file_to_save(
        self, parent: QWidget, title: str, proposed: Path, types: dict[str, str]
    ) -> Path | None:
        """Take the name that is proposed."""
        return FOLDER / proposed.name

    def open(self, path: Path) -> bool:
        """Do as if."""
        return True


def empty_library(window: MainWindow) -> None:
    """The start page of a new user."""


def library(window: MainWindow) -> None:
    """The start page with some agreements."""
    fill(window)


def library_search(window: MainWindow) -> None:
    """A search in the start page."""
    fill(window)
    QTest.keyClicks(window.page.filters.search, "service desk")


def trash(window: MainWindow) -> None:
    """What was thrown away."""
    ids = fill(window)
    window.library.trash(ids["Fleet management"])
    window.page.refresh()
    window.page.side.setCurrentRow(1)


def damaged(window: MainWindow) -> None:
    """A draft that can't be opened, and the way out."""
    ids = fill(window)
    draft_id = ids["Fleet management"]
    window.library.history(draft_id).add(window.library.open(draft_id).draft, "Opened", "opened")
    path = window.library.folder / "drafts" / f"{draft_id}.json"
    path.write_bytes(path.read_bytes()[:700])
    window.page.refresh()
    window.page.table.choose_line(0)


def new_kind(window: MainWindow) -> None:
    """A new agreement: kind."""
    fill(window)
    window.workshop.commands.new()


def new_parties(window: MainWindow) -> None:
    """A new agreement: parties, two companies of one group."""
    new_kind(window)
    click("Next")
    write("Our side", "Northwind IT GmbH")
    write("The other side", "Northwind Retail GmbH")
    click("Do both belong to the same company? No, two companies of one group")


def new_start(window: MainWindow) -> None:
    """A new agreement: what to begin with."""
    new_kind(window)
    click("Next")
    click("Next")


def editor(window: MainWindow) -> None:
    """The editor at the duration of an agreement that is half written."""
    window.workshop.bench.open_draft(fill(window)["Service desk for Human Resources"])
    reveal(window, "duration/notice/length")


def editor_levels(window: MainWindow) -> None:
    """The editor at the service levels of a finished agreement."""
    draft = finished_example()
    window.workshop.bench.open_draft(shelf.store(window.library, draft, date.today()))
    reveal(window, f"metrics/levels/{draft.metrics.levels[0].id}/target")


def editor_error(window: MainWindow) -> None:
    """A date that can't be read, and how to mend it."""
    editor(window)
    bench = window.workshop.bench
    if bench.desk is not None:
        bench.desk.draft.enter("duration/effective_date", "32 January")
    reveal(window, "duration/term/length")


def things_to_check(window: MainWindow) -> None:
    """What is still missing."""
    editor(window)
    settle()
    page = window.workshop.bench.editor
    if page is not None:
        page.header.check_button.click()


def history(window: MainWindow) -> None:
    """The history of an agreement."""
    draft_id = fill(window)["Service desk for Human Resources"]
    points = window.library.history(draft_id)
    draft = window.library.open(draft_id).draft
    points.add({**draft, "reference": "SLA-HR-1"}, "Exported to Service desk.docx", "export")
    points.add({**draft, "reference": "SLA-HR-2"}, "Before the meeting with legal", "named")
    window.workshop.bench.open_draft(draft_id)
    window.workshop.commands.show_history()


def exported(window: MainWindow) -> None:
    """A Word document has been written."""
    exporting(window)
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        QTest.keyClick(dialog, Qt.Key.Key_Return)


def exporting(window: MainWindow) -> None:
    """What is asked before a document is written."""
    editor(window)
    window.workshop.commands.export()


def settings(window: MainWindow) -> None:
    """Theme, text size, library folder."""
    fill(window)
    window.workshop.commands.show_settings()


def keys(window: MainWindow) -> None:
    """Every key."""
    fill(window)
    window.workshop.commands.show_keys()


def about(window: MainWindow) -> None:
    """Version and licences."""
    fill(window)
    window.workshop.commands.show_about()


SCREENS: dict[str, Screen] = {
    "library-empty": empty_library,
    "library": library,
    "library-search": library_search,
    "trash": trash,
    "damaged": damaged,
    "new-1-kind": new_kind,
    "new-2-parties": new_parties,
    "new-3-start": new_start,
    "editor": editor,
    "editor-levels": editor_levels,
    "editor-error": editor_error,
    "things-to-check": things_to_check,
    "history": history,
    "exporting": exporting,
    "exported": exported,
    "settings": settings,
    "keys": keys,
    "about": about,
}


def main(names: Sequence[str]) -> int:
    """Take the named pictures, or all; return 2 if a name is unknown, else 0."""
    unknown = [name for name in names if name not in SCREENS]
    if unknown:
        print(f"There is no screen {', '.join(unknown)}; there are {', '.join(SCREENS)}.")
        return 2
    os.environ["SLAEDITOR_LOCAL"] = str(FOLDER / "local")
    app = QApplication([])
    IMAGES.mkdir(exist_ok=True)
    for name in names or SCREENS:
        for scheme in SCHEMES:
            take(app, scheme, SCREENS[name], IMAGES / f"{name}-{scheme}.png")
    shutil.rmtree(FOLDER, ignore_errors=True)
    return 0


def take(app: QApplication, scheme: str, screen: Screen, file: Path) -> None:
    """Bring a window to a screen, let it settle and write its picture."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    look = Look(app)
    look.choose_theme(scheme)
    window = MainWindow(Home(FOLDER / "library"), look, SavingDesktop())
    window.resize(WIDTH, HEIGHT)
    window.show()
    settle()
    screen(window)
    settle()
    picture(window).save(str(file))
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()
    window.close()
    window.deleteLater()
    settle()


def picture(window: MainWindow) -> QPixmap:
    """The window, with the dialog in front of it if there is one."""
    shown = window.grab()
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        painter = QPainter(shown)
        painter.fillRect(shown.rect(), QColor(0, 0, 0, 90))
        place = shown.rect().center() - QPoint(dialog.width() // 2, dialog.height() // 2)
        painter.drawPixmap(place, dialog.grab())
        painter.end()
    return shown


def fill(window: MainWindow) -> dict[str, str]:
    """Put agreements into the library; their ids by title."""
    ids: dict[str, str] = {}
    for title, source, provider, customer, entity, status in (
        ("Fleet management", "external-blank", "Helios Leasing BV", "Northwind GmbH", None, ""),
        ("Leads and follow-up", "internal-blank", "Marketing", "Sales", None, "legal-review"),
        ("Payroll platform", "external-hosted-application", "Northwind IT GmbH",
         "Northwind Retail GmbH", Entity.GROUP, ""),
        ("Service desk for Human Resources", "internal-it-service-desk", "IT Services",
         "Human Resources", Entity.SAME, ""),
    ):  # fmt: skip
        start = template(source)
        agreement = started(Start(start.kind, start, title, provider, customer, entity))
        draft = OpenDraft(agreement, float)
        draft.set_text("status", status or "draft")
        if title.startswith("Service desk"):
            draft.set_text("introduction/company", "Northwind GmbH")
            draft.set_text("duration/effective_date", "1 January 2027")
        ids[title] = shelf.store(window.library, draft.agreement, date.today())
    example = finished_example()
    window.library.create(encode(example), "5/5")
    window.page.refresh()
    window.page.choose(ids["Service desk for Human Resources"])
    return ids


def reveal(window: MainWindow, path: str) -> None:
    """Show a field of the open agreement."""
    page = window.workshop.bench.editor
    if page is not None:
        settle()
        page.reveal(path)


def click(name: str) -> None:
    """Click a button of the dialog in front, by its name or its words."""
    settle()
    dialog = QApplication.activeModalWidget()
    for button in dialog.findChildren(QAbstractButton) if dialog is not None else ():
        if name in (button.accessibleName(), button.text()):
            QTest.mouseClick(
                button, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(8, 8)
            )
            return
    raise LookupError(f"no button {name!r}")


def write(name: str, text: str) -> None:
    """Type into a field of the dialog in front."""
    dialog = QApplication.activeModalWidget()
    for line in dialog.findChildren(QLineEdit) if dialog is not None else ():
        if line.accessibleName() == name:
            QTest.keyClicks(line, text)


def settle() -> None:
    """Let the window do what it does a moment after a change."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLED, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
