"""The look: tokens, icons, and switching while the window is open."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui import theme
from ui.theme.icons import icon_names
from ui.theme.marks import marks
from ui.theme.notices import EmptyState, InfoBar, Toast
from ui.theme.stylesheet import style_sheet
from ui.theme.tokens import RESOURCES, Tokens, look
from ui.theme.widgets import ActionButton, Button, PrimaryButton, ToolButton, page_title

READ = [
    ("text", ("window", "surface", "side", "hover", "accent_soft", "danger_soft", "warning_soft")),
    ("text", ("success_soft", "desk")),
    ("muted", ("window", "surface", "side", "desk")),
    ("accent", ("window", "surface", "side", "accent_soft")),
    ("on_accent", ("accent", "accent_hover")),
    ("success", ("surface", "success_soft")),
    ("warning", ("surface", "warning_soft")),
    ("danger", ("surface", "danger_soft")),
    ("on_toast", ("toast",)),
    ("toast_link", ("toast",)),
    ("paper_text", ("paper", "paper_tint", "paper_gap")),
    ("paper_muted", ("paper",)),
]
SEEN = [
    ("border", ("window", "surface")),
    ("accent", ("window", "surface", "side")),
    ("success", ("window", "surface", "side")),
    ("warning", ("window", "surface", "side")),
    ("danger", ("window", "surface")),
]


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    theme.apply(qapp, "light", 100)
    yield qapp
    theme.apply(qapp, "light", 100)


def brightness(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [look().light, look().dark], ids=["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(READ, 4.5), (SEEN, 3.0)], ids=["text", "borders"])
def test_every_pair_of_colours_has_enough_contrast(
    tokens: Tokens, pairs: list[tuple[str, tuple[str, ...]]], least: float
) -> None:
    weak = [
        f"{front} on {ground}: {contrast(tokens.colour(front), tokens.colour(ground)):.2f}"
        for front, grounds in pairs
        for ground in grounds
        if contrast(tokens.colour(front), tokens.colour(ground)) < least
    ]
    assert not weak


def test_a_colour_that_is_not_there_is_named() -> None:
    with pytest.raises(KeyError, match="no colour 'pink'"):
        look().light.colour("pink")


def test_the_marks_of_the_style_sheet_are_drawn_from_the_tokens() -> None:
    assert [path for path, svg in marks() if path.read_bytes() != svg] == []


def test_the_style_sheet_gives_no_text_size_in_pixels_and_finds_every_mark() -> None:
    for dark in (False, True):
        sheet = style_sheet(dark=dark, points=10)
        assert not re.search(r"font(-size)?:[^;]*px", sheet)
        for mark in re.findall(r"url\(theme:(.*?)\)", sheet):
            assert (RESOURCES / "theme" / mark).is_file()


@pytest.mark.parametrize("name", sorted(icon_names()))
def test_the_icons_are_one_family(name: str) -> None:
    drawing = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    assert 'viewBox="0 0 24 24"' in drawing
    assert 'stroke-width="1.75"' in drawing
    assert set(re.findall("#[0-9A-Fa-f]{3,8}", drawing)) == {"#000000"}


def test_an_icon_that_is_not_drawn_is_named() -> None:
    with pytest.raises(KeyError, match="no icon 'unicorn'"):
        theme.icon("unicorn")


def test_the_program_has_an_icon_at_every_size(app: QApplication) -> None:
    for edge in (16, 32, 256):
        assert not theme.app_icon().pixmap(QSize(edge, edge)).isNull()


def darkest(picture: QImage) -> QColor:
    """The colour of the most opaque point of a picture."""
    points = [picture.pixelColor(x, y) for x in range(64) for y in range(64)]
    return max(points, key=lambda colour: colour.alpha())


def test_icons_are_sharp_on_every_screen(app: QApplication) -> None:
    for scale in (1.0, 1.5, 2.0):
        picture = theme.icon("add").pixmap(QSize(20, 20), scale)
        assert picture.size() == QSize(20, 20) * scale
        assert picture.devicePixelRatio() == scale


def test_icons_take_the_colours_that_are_shown(app: QApplication) -> None:
    drawn = theme.icon("add", "danger")
    size = QSize(64, 64)
    assert darkest(drawn.pixmap(size).toImage()) == QColor(look().light.danger)
    theme.apply(app, "dark", 100)
    assert darkest(drawn.pixmap(size).toImage()) == QColor(look().dark.danger)
    faded = drawn.pixmap(size, QIcon.Mode.Disabled).toImage()
    assert darkest(faded) == QColor(look().dark.disabled)


def test_the_scheme_changes_while_the_window_is_open(app: QApplication, qtbot: QtBot) -> None:
    line = QLineEdit()
    qtbot.addWidget(line)
    line.show()
    theme.apply(app, "dark", 100)
    shown = line.grab().toImage().pixelColor(line.width() // 2, line.height() // 2)
    assert shown == QColor(look().dark.surface)
    assert theme.shown_tokens() is look().dark


def test_the_look_follows_the_system_only_where_it_is_told_to(app: QApplication) -> None:
    desktop = app.styleHints().colorSchemeChanged
    desktop.emit(Qt.ColorScheme.Dark)
    assert theme.shown_tokens() is look().light
    theme.apply(app, "system", 100)
    desktop.emit(Qt.ColorScheme.Dark)
    assert theme.shown_tokens() is look().dark
    desktop.emit(Qt.ColorScheme.Light)
    assert theme.shown_tokens() is look().light


def test_all_text_grows_and_titles_stay_larger(app: QApplication, qtbot: QtBot) -> None:
    title = page_title("Duration")
    qtbot.addWidget(title)
    title.show()
    before = title.fontMetrics().height()
    base = app.font().pointSizeF()
    theme.apply(app, "light", 200)
    assert app.font().pointSizeF() == pytest.approx(2 * base)
    assert title.fontMetrics().height() == pytest.approx(2 * before, abs=2)
    theme.apply(app, "light", 500)
    assert app.font().pointSizeF() == pytest.approx(2 * base)


def test_an_action_button_follows_its_action(app: QApplication, qtbot: QtBot) -> None:
    action = QAction("&Undo edit Notice period")
    action.setShortcut(QKeySequence("Ctrl+Z"))
    button = ActionButton(action, "undo")
    qtbot.addWidget(button)
    button.show()
    assert button.accessibleName() == "Undo edit Notice period"
    assert button.toolTip() == "Undo edit Notice period (Ctrl+Z)"
    with qtbot.waitSignal(action.triggered):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    action.setEnabled(False)
    assert not button.isEnabled()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.fixture
def window(app: QApplication, qtbot: QtBot) -> QMainWindow:
    shown = QMainWindow()
    inside = QWidget()
    QVBoxLayout(inside).addWidget(QLineEdit())
    shown.setCentralWidget(inside)
    shown.resize(600, 400)
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    return shown


def test_an_info_bar_offers_what_to_do_and_can_be_closed(app: QApplication, qtbot: QtBot) -> None:
    done: list[str] = []
    bar = InfoBar("The program stopped at 14:31. Nothing is lost.", "warning")
    button = bar.add_button("Open it", lambda: done.append("opened"))
    qtbot.addWidget(bar)
    bar.show()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == ["opened"]
    assert bar.accessibleName() == bar.text()
    close = next(b for b in bar.findChildren(QWidget) if b.accessibleName().startswith("Close"))
    with qtbot.waitSignal(bar.closed):
        QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert bar.isHidden()


def test_a_toast_is_reached_with_tab_and_undoes(window: QMainWindow) -> None:
    done: list[str] = []
    line = window.findChild(QLineEdit)
    assert line is not None
    line.setFocus()
    toast = Toast(window)
    toast.show_message("Moved to trash", "Undo", lambda: done.append("undone"))
    assert QApplication.focusWidget() is line
    QTest.keyClick(line, Qt.Key.Key_Tab)
    undo = QApplication.focusWidget()
    assert isinstance(undo, Button)
    assert undo.text() == "Undo"
    QTest.keyClick(undo, Qt.Key.Key_Space)
    assert done == ["undone"]
    assert toast.isHidden()
    assert QApplication.focusWidget() is line


def test_a_toast_goes_by_itself_but_not_under_the_hands(window: QMainWindow, qtbot: QtBot) -> None:
    for line in window.findChildren(QLineEdit):
        line.setFocus()
    toast = Toast(window)
    toast.SECONDS = 0.05  # type: ignore[assignment]
    toast.show_message("Moved to trash", "Undo")
    qtbot.waitUntil(toast.isHidden, timeout=2000)
    toast.show_message("Moved to trash", "Undo")
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.wait(150)
    assert toast.isVisible()
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert toast.isHidden()


def test_a_toast_keeps_to_the_foot_of_its_window(window: QMainWindow, qtbot: QtBot) -> None:
    toast = Toast(window)
    toast.show_message("Moved to trash")
    window.resize(900, 700)
    qtbot.waitUntil(lambda: abs(toast.geometry().center().x() - 450) <= 1)
    assert 600 < toast.geometry().bottom() < 700


def test_an_empty_place_says_what_to_do(app: QApplication, qtbot: QtBot) -> None:
    button = PrimaryButton("New agreement", "plus-file")
    place = EmptyState("document", "No agreements yet", "Start one.", [button])
    qtbot.addWidget(place)
    place.resize(500, 400)
    place.show()
    assert button.isVisible()
    assert not place.grab().isNull()


def test_return_presses_the_button_with_the_focus_not_the_main_one(
    app: QApplication, qtbot: QtBot
) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    column = QVBoxLayout(dialog)
    main, other, tool = PrimaryButton("Next"), Button("Cancel"), ToolButton("close", "Close")
    main.setDefault(True)
    for each in (main, other, tool):
        column.addWidget(each)
    pressed: list[str] = []
    main.clicked.connect(lambda: pressed.append("Next"))
    other.clicked.connect(lambda: pressed.append("Cancel"))
    tool.clicked.connect(lambda: pressed.append("Close"))
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    for each in (other, tool, main):
        each.setFocus()
        QTest.keyClick(each, Qt.Key.Key_Return)
    assert pressed == ["Cancel", "Close", "Next"]
