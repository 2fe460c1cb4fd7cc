"""Where things are kept on this computer, and the few things the window remembers about itself.

The library is the person's own folder, which a sync tool may watch. The local folder belongs to
this computer alone: list cache, locks, recovery copies, backups before a migration.
"""

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

try:
    from _blake2 import blake2b  # where hashlib has it from, which loads OpenSSL first: 2 ms
except ImportError:  # not in every Python
    from hashlib import blake2b

PROGRAM = "SLA Editor"
LIBRARY_VARIABLE = "SLAEDITOR_LIBRARY"
LOCAL_VARIABLE = "SLAEDITOR_LOCAL"
THEMES = ("system", "light", "dark")
_SIZES = (200, 20_000)  # pixels that a window's side may have
SMALLEST_TEXT, LARGEST_TEXT = 80, 200  # percent


def library_folder(given: str | None = None) -> Path:
    """The library: the folder given, else SLAEDITOR_LIBRARY, the one chosen, the usual one."""
    chosen = given or os.environ.get(LIBRARY_VARIABLE)
    if chosen:
        return _expanded(chosen)
    return chosen_library() or usual_library()


def usual_library() -> Path:
    """The library where nobody names another folder: in the user's data folder."""
    import platformdirs  # here: only where nobody names a folder

    return platformdirs.user_data_path(PROGRAM, appauthor=False) / "library"


def chosen_library() -> Path | None:
    """The folder that was chosen in the settings, which may be away; None where none was."""
    try:
        found = json.loads(_choice_file().read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    folder = found.get("folder") if isinstance(found, dict) else None
    if not isinstance(folder, str) or "\0" in folder or not Path(folder).is_absolute():
        return None
    return Path(folder)


def choose_library(folder: Path | None) -> None:
    """Keep agreements there from the next start on; None for the usual folder. Raises `OSError`."""
    from slaeditor.replace_file import replace_file  # here: nothing is written at the start

    target = _choice_file()
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    choice = {"folder": str(folder)} if folder else {}
    replace_file(target, json.dumps(choice).encode("ascii"))


def _choice_file() -> Path:
    return _own_folder() / "library.json"


def local_folder(library: Path) -> Path:
    """This computer's own folder for that library, named by the hash of the library's real path.

    It stands below SLAEDITOR_LOCAL if that is set, else in the user's state folder (not the cache
    folder, which cleaners empty: recovery copies are kept here). Not made by asking.
    """
    return _own_folder() / "libraries" / name_of_folder(library)


def name_of_folder(folder: Path) -> str:
    """16 hex digits that stand for the folder's real path."""
    real = os.path.normcase(os.path.realpath(folder))
    return blake2b(real.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()


def window_file() -> Path:
    """The file in which the window remembers its size and look."""
    return _own_folder() / "window.json"


def house_folder() -> Path:
    """The folder with the copies of house templates, and what their styles are for. Not made."""
    return _own_folder() / "house"


class WindowSettings(NamedTuple):
    """What the window remembers: size and pane widths in pixels, theme, text size in percent.

    A width or height of 0 means "as the system likes"; no panes means the standard widths.
    """

    width: int = 0
    height: int = 0
    panes: tuple[int, ...] = ()
    theme: str = "system"
    text_size: int = 100


def window_settings(path: Path | None = None) -> WindowSettings:
    """What was remembered; each value that is missing, damaged or out of range is the default."""
    try:
        found = json.loads((path or window_file()).read_bytes())
    except (OSError, ValueError, RecursionError):
        return WindowSettings()
    if not isinstance(found, dict):
        return WindowSettings()
    panes = found.get("panes")
    widths = panes if isinstance(panes, list) and len(panes) <= 8 else []
    theme = found.get("theme")
    return WindowSettings(
        width=_within(found.get("width"), _SIZES, 0),
        height=_within(found.get("height"), _SIZES, 0),
        panes=tuple(_within(each, (0, _SIZES[1]), 0) for each in widths),
        theme=theme if theme in THEMES else "system",
        text_size=_within(found.get("text_size"), (SMALLEST_TEXT, LARGEST_TEXT), 100),
    )


def remember_window(settings: WindowSettings, path: Path | None = None) -> None:
    """Store the settings in one step; makes the folder. Raises `OSError`, the old file is whole."""
    from slaeditor.replace_file import replace_file  # here: nothing is written at the start

    target = path or window_file()
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    replace_file(target, json.dumps(settings._asdict()).encode("ascii"))


def _own_folder() -> Path:
    given = os.environ.get(LOCAL_VARIABLE)
    if given:
        return _expanded(given)
    import platformdirs  # here: only where nobody names a folder

    return platformdirs.user_state_path(PROGRAM, appauthor=False) / "local"


def _expanded(given: str) -> Path:
    """The folder with `~` spelt out; after an unknown user it stays as it is, as in a shell."""
    try:
        return Path(given).expanduser()
    except RuntimeError:
        return Path(given)


def _within(value: Any, limits: tuple[int, int], otherwise: int) -> int:
    """The number when it is a whole one within the limits, else `otherwise`."""
    if type(value) is not int or not limits[0] <= value <= limits[1]:
        return otherwise
    return value
