"""A line that is shortened where there is no room, in the header as in the status bar."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from ui import theme
from ui.elided import Elided
from ui.status import Status

TEXT = "Kept in Documents/Agreements of Ada Okafor"


@pytest.mark.parametrize(
    ("in_the_middle", "begin", "end"), [(False, "Kept", "…"), (True, "Kept", "Okafor")]
)
def test_what_has_no_room_is_left_out_and_said_all_the_same(
    qtbot: QtBot, in_the_middle: bool, begin: str, end: str
) -> None:
    line = Elided(in_the_middle=in_the_middle)
    qtbot.addWidget(line)
    line.set_whole(TEXT)
    line.resize(line.sizeHint().width() // 2, line.sizeHint().height())
    with qtbot.waitExposed(line):
        line.show()
    assert line.text().startswith(begin)
    assert line.text().endswith(end)
    assert "…" in line.text()
    assert line.accessibleName() == line.toolTip() == TEXT
    line.hide()
    line.set_whole(f"{TEXT} of mine")
    line.show()
    assert "…" in line.text()
    line.resize(line.sizeHint())
    assert line.text() == f"{TEXT} of mine"


@pytest.mark.parametrize("percent", [100, 150])
def test_the_status_bar_shows_its_folder_whole_where_there_is_room(
    qapp: QApplication, qtbot: QtBot, percent: int
) -> None:
    theme.apply(qapp, "light", percent)
    window = QMainWindow()
    window.setStatusBar(Status(Path("Documents/Agreements of Ada Okafor")))
    qtbot.addWidget(window)
    window.resize(900, 300)
    with qtbot.waitExposed(window):
        window.show()
    folder = next(e for e in window.findChildren(Elided) if e.accessibleName() == TEXT)
    assert folder.text() == TEXT
    assert folder.contentsRect().width() >= folder.fontMetrics().horizontalAdvance(TEXT)
    window.resize(250, 300)
    qtbot.waitUntil(lambda: "…" in folder.text())
    theme.apply(qapp, "light", 100)
