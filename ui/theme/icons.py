"""Icons: the lines of `resources/icons/*.svg`, painted in a colour of the tokens shown now.

Every drawing uses black lines on a grid of 24 units; the engine puts the colour in when it paints,
so a change of scheme needs no new icons, and every size and screen gets sharp lines.
"""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ui.theme.palette import shown_tokens
from ui.theme.tokens import RESOURCES

_DRAWN_IN = "#000000"
_CLEAR = QColor(0, 0, 0, 0)


@cache
def icon_names() -> frozenset[str]:
    """The icons there are."""
    return frozenset(path.stem for path in (RESOURCES / "icons").glob("*.svg"))


@cache
def _drawing(name: str) -> Path:
    """The file of a drawing. Raises `KeyError` for a name that isn't drawn."""
    path = RESOURCES / "icons" / f"{name}.svg"
    if not path.is_file():
        raise KeyError(f"no icon {name!r}; there are {', '.join(sorted(icon_names()))}")
    return path


def coloured(name: str, colour: str) -> bytes:
    """The drawing as SVG with its lines in `colour` ("#RRGGBB").

    Raises `KeyError` for a name that isn't drawn.
    """
    return _drawing(name).read_text(encoding="utf-8").replace(_DRAWN_IN, colour).encode()


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(coloured(name, colour)))


def paint_icon(painter: QPainter, rect: QRectF, name: str, role: str = "text") -> None:
    """Paint the icon centred in `rect`, in the colour that the tokens call `role`."""
    edge = min(rect.width(), rect.height())
    square = QRectF(0, 0, edge, edge)
    square.moveCenter(rect.center())
    _renderer(name, shown_tokens().colour(role)).render(painter, square)


class LineIconEngine(QIconEngine):
    """Paints one drawing in one role; disabled ones in the colour of disabled text."""

    def __init__(self, name: str, role: str, role_on: str) -> None:
        super().__init__()
        self._name = name
        self._role = role
        self._role_on = role_on

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Paint straight onto the device, at whatever scale it has."""
        role = self._role_on if state is QIcon.State.On else self._role
        if mode is QIcon.Mode.Disabled:
            role = "disabled"
        paint_icon(painter, QRectF(rect), self._name, role)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """A picture of `size` device pixels."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """A picture for a screen of `scale`; Qt passes the size in logical pixels."""
        picture = QPixmap(size * scale)
        if picture.isNull():  # a button that has no room yet
            return picture
        picture.setDevicePixelRatio(scale)
        picture.fill(_CLEAR)
        painter = QPainter(picture)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        """A copy, for Qt."""
        return LineIconEngine(self._name, self._role, self._role_on)

    def key(self) -> str:
        """The name of this kind of engine, for Qt."""
        return "line-icon"


def icon(name: str, role: str = "text", role_on: str = "") -> QIcon:
    """An icon by the name of its drawing, in a colour of the tokens; `role_on` when switched on.

    Raises `KeyError` for a name that isn't drawn.
    """
    _drawing(name)
    return QIcon(LineIconEngine(name, role, role_on or role))


def app_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    return QIcon(str(RESOURCES / "theme" / "app.svg"))
