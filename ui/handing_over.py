"""Hands what a second start was asked for to the window that is open already."""

import os
import sys
import time
from pathlib import Path

from PySide6.QtNetwork import QLocalSocket

from slaeditor.i18n import _
from ui.one_process import Request, Seat, packed

PATIENCE = 2.0
"""Seconds that the open window has for its answer."""
STARTING = 5.0
"""Seconds that it has until it can be asked, counted from here: it may have begun just now."""
AGREED = b"ok\n"
_PAUSE = 0.05  # seconds between two tries to ask
_CONNECTING = 500  # ms

if sys.platform == "win32":
    import ctypes

    _ANY_PROCESS = -1


def handed_over(
    seat: Seat, request: Request, patience: float = PATIENCE, starting: float = STARTING
) -> bool:
    """Whether the holder of the seat took the request; False where this process goes on itself.

    That is so when the holder has ended meanwhile (the seat is ours then), and when it doesn't
    answer.
    """
    end = time.monotonic() + starting
    while time.monotonic() < end:
        if seat.take():
            return False
        answer = _asked(seat.address, packed(request), patience)
        if answer is not None:
            return answer
        time.sleep(_PAUSE)
    return False


def silence(seat: Seat) -> str:
    """The sentence about a window that doesn't answer; the person may want to end it."""
    number = seat.holder()
    who = f" (process {number})" if number is not None else ""
    return _(
        "SLA Editor is open with this library already{who}, but doesn’t answer; "
        "this is a window of its own."
    ).format(who=who)


def _asked(name: str, request: bytes, patience: float) -> bool | None:
    """What the one who listens there answers; None where nobody does."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_CONNECTING):
        return None
    if not _is_own(socket.fullServerName()):
        return False
    _let_come_forward()
    socket.write(request)
    end = time.monotonic() + patience
    answer = b""
    while len(answer) < len(AGREED) and (left := end - time.monotonic()) > 0:
        if not socket.waitForReadyRead(round(left * 1000)):
            break
        answer += bytes(socket.read(len(AGREED)).data())
    socket.abort()
    return answer == AGREED


def _is_own(path: str) -> bool:
    """Whether the one who listens is this user; on Windows the pipe's own rights see to that."""
    if sys.platform == "win32":
        return True
    try:
        return Path(path).stat().st_uid == os.getuid()
    except OSError:
        return False


def _let_come_forward() -> None:
    """Let another process bring its window to the front, which Windows allows nobody else."""
    if sys.platform == "win32":
        ctypes.windll.user32.AllowSetForegroundWindow(_ANY_PROCESS)
