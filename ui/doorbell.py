"""Hears of later starts of the program, brings the window to the front and opens their file.

Whoever rings is not trusted: a request is small, comes within two seconds and is decoded strictly,
and a file is only ever opened as one that the person has chosen.
"""

import os
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication

from ui.handing_over import AGREED
from ui.one_process import LARGEST, Misread, Request, unpacked
from ui.window import MainWindow

_PATIENCE = 2000  # ms that a visitor has for its request
_MOST_VISITORS = 16
_LOOK = 150  # ms between two looks whether a dialog is still in front


class Doorbell(QObject):
    """Listens under a name; `rung` carries the `Request`."""

    rung = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(_MOST_VISITORS)
        self._server.newConnection.connect(self._on_new_connection)

    def listen(self, name: str) -> bool:
        """Listen from now on; a socket that an ended process left there is taken away first.

        Call it only where the seat is held: nobody else listens under that name then.
        """
        QLocalServer.removeServer(name)
        return self._server.listen(name)

    @Slot()
    def close(self) -> None:
        """Listen no longer."""
        self._server.close()

    @Slot()
    def _on_new_connection(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            if len(self.findChildren(_Visitor)) >= _MOST_VISITORS:
                socket.abort()
                socket.deleteLater()
            else:
                _Visitor(socket, self)


class _Visitor(QObject):
    """One connection: rings the bell once all of its request has come. Gone after that."""

    def __init__(self, socket: QLocalSocket, bell: Doorbell) -> None:
        super().__init__(bell)
        self._bell = bell
        self._socket = socket
        self._raw = b""
        socket.setParent(self)
        socket.setReadBufferSize(LARGEST + 1)
        socket.readyRead.connect(self._on_ready_read)
        socket.disconnected.connect(self.deleteLater)
        QTimer.singleShot(_PATIENCE, self, self._end)
        self._on_ready_read()  # what came before anybody looked

    @Slot()
    def _on_ready_read(self) -> None:
        if self._raw.endswith(b"\n"):
            return
        self._raw += bytes(self._socket.read(LARGEST + 1 - len(self._raw)).data())
        if not self._raw.endswith(b"\n") and len(self._raw) <= LARGEST:
            return
        try:
            request = unpacked(self._raw)
        except Misread:
            self._end()
            return
        self._socket.write(AGREED)
        self._socket.flush()
        self._socket.disconnectFromServer()
        rung = self._bell.rung
        QTimer.singleShot(0, self._bell, lambda: rung.emit(request))  # the visitor goes at once

    @Slot()
    def _end(self) -> None:
        self._socket.abort()
        self.deleteLater()


class Porter(QObject):
    """Does in the window what a request asks for; a dialog in front is answered first."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: Path | None = None
        self._look = QTimer(self, interval=_LOOK)
        self._look.timeout.connect(self._on_look)

    @Slot(object)
    def take(self, request: Request) -> None:
        """Bring the window to the front, and open the file."""
        self._come_forward(request.token)
        if request.file is not None:
            self._waiting = request.file
            self._look.start()
            self._on_look()

    def _come_forward(self, token: str) -> None:
        window = self._window
        if token:  # where Qt looks for it, for this one time
            os.environ["XDG_ACTIVATION_TOKEN"] = token
        if window.isMinimized():
            window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
        os.environ.pop("XDG_ACTIVATION_TOKEN", None)

    @Slot()
    def _on_look(self) -> None:
        """Open the file once no dialog asks for anything: it may be about the open agreement."""
        if QApplication.activeModalWidget() is not None:
            return
        self._look.stop()
        file, self._waiting = self._waiting, None
        if file is not None:
            self._window.when_read(lambda: self._window.workshop.bench.open_path(file))


def answer_the_door(window: MainWindow, name: str) -> Doorbell:
    """Have later starts answered by this window; the bell is its child."""
    bell = Doorbell(window)
    bell.rung.connect(Porter(window).take)
    bell.listen(name)
    return bell
