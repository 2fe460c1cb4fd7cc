"""Whether the window can be shown here, found out before Qt is asked: Qt answers with an abort.

With no display, a dead one or a library missing, `QApplication` ends the process with signal 6 and
a page of text. `missing` looks first and returns one sentence. Qt itself is never imported here;
its platform plugin is only loaded as a library, which Qt would do a moment later anyway.
"""

import ctypes
import importlib.util
import os
import re
import sys
import threading
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

# Library → Debian package, as named by the dynamic sections of PySide6's Qt and platform plugins.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
XCB_PACKAGES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_PACKAGES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
_PLATFORM_PACKAGES = {"xcb": XCB_PACKAGES, "wayland": WAYLAND_PACKAGES}
_PLUGINS = {"wayland": ("libqwayland.so", "libqwayland-generic.so")}
_NONE_SET = "The window needs a display, and none is set (DISPLAY, WAYLAND_DISPLAY)."
_WITHOUT = "The command line (for instance `slaeditor export`) works without it."


def missing(environment: Mapping[str, str] | None = None, patience: float = 5.0) -> str | None:
    """Return the sentence that says why no window can be shown here, or None if one can.

    Of several platforms that Qt would try, one that works is enough. `patience` is how long, in
    seconds, a display may take to answer; a distant one over ssh needs a few round trips.
    """
    if sys.platform != "linux":
        return None
    around = os.environ if environment is None else environment
    qt = _qt_folder()
    if qt is None:
        return (
            "The window needs PySide6, which isn't installed: "
            f"`pip install PySide6-Essentials` brings it. {_WITHOUT}"
        )
    reasons = []
    for platform in _platforms(around):
        reason = (
            _no_display(platform, around)
            or _no_library(qt, platform)
            or _no_answer(platform, around, patience)
        )
        if reason is None:
            return None
        reasons.append(reason)
    telling = [reason for reason in reasons if reason != _NONE_SET] or reasons
    return f"{telling[-1]} {_WITHOUT}"


def _platforms(around: Mapping[str, str]) -> list[str]:
    """Return the platforms that Qt will try, in its order, without their options."""
    named = around.get("QT_QPA_PLATFORM", "")
    wished = [name.partition(":")[0] for name in named.split(";") if name]
    if wished:
        return ["wayland" if name.startswith("wayland") else name for name in wished]
    if around.get("WAYLAND_DISPLAY") or around.get("XDG_SESSION_TYPE") == "wayland":
        return ["wayland", "xcb"]
    return ["xcb"]


def _no_display(platform: str, around: Mapping[str, str]) -> str | None:
    if platform == "xcb" and not around.get("DISPLAY"):
        return _NONE_SET
    return None


def _no_library(qt: Path, platform: str) -> str | None:
    """Say which system libraries the platform's plugin lacks, all of them at once."""
    plugin = _plugin(qt, platform)
    if plugin is None:
        return f"The window needs a display, and QT_QPA_PLATFORM names “{platform}”, unknown here."
    problem = _load_error(plugin) or _load_error("libdbus-1.so.3")
    if problem is None:
        return None
    packages = PACKAGES | _PLATFORM_PACKAGES.get(platform, {})
    lacking = [name for name in packages if _load_error(name)]
    lacking = lacking or re.findall(r"^[\w.+-]+\.so[\w.]*", problem) or [problem]
    known = _once(packages[name] for name in lacking if name in packages)
    mend = f"; on Debian or Ubuntu: `sudo apt install {' '.join(known)}`" if known else ""
    return f"The window needs {_listed(lacking)}, which this system lacks or can't load{mend}."


def _plugin(qt: Path, platform: str) -> str | None:
    """Return the platform plugin's file; without the wheel's folders, a library that all need."""
    folder = qt / "Qt" / "plugins" / "platforms"
    if not folder.is_dir():  # a PySide6 of the system, whose Qt lies elsewhere
        return "libxcb-cursor.so.0" if platform == "xcb" else "libEGL.so.1"
    names = _PLUGINS.get(platform, (f"libq{platform}.so",))
    return next((str(folder / name) for name in names if (folder / name).is_file()), None)


def _load_error(library: str) -> str | None:
    """Return what the system's loader says against a library, or None if it can be loaded."""
    try:
        ctypes.CDLL(library)
    except OSError as problem:
        return str(problem)
    return None


def _no_answer(platform: str, around: Mapping[str, str], patience: float) -> str | None:
    """Try the display as Qt will, with the system's own library: so permission is tried too."""
    if platform == "xcb":
        variable, knock = "DISPLAY", _knock_at_x
    elif platform == "wayland" and not around.get("WAYLAND_SOCKET"):  # one that is open already
        variable, knock = "WAYLAND_DISPLAY", _knock_at_wayland
    else:
        return None
    display = around.get(variable, "")
    opened: list[bool] = []
    knocking = threading.Thread(target=lambda: opened.append(knock(display)), daemon=True)
    knocking.start()
    knocking.join(patience)
    if opened == [True]:
        return None
    if not display:
        return _NONE_SET
    return (
        f"The window needs a display, and none answers at {variable} “{display}” "
        "(it isn't running, or it doesn't let this user in)."
    )


def _knock_at_x(display: str) -> bool:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    line = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    opened = int(xcb.xcb_connection_has_error(line)) == 0
    xcb.xcb_disconnect(line)
    return opened


def _knock_at_wayland(display: str) -> bool:
    wayland = ctypes.CDLL("libwayland-client.so.0")
    wayland.wl_display_connect.restype = ctypes.c_void_p
    line = wayland.wl_display_connect(display.encode() or None)
    if line is None:
        return False
    wayland.wl_display_disconnect(ctypes.c_void_p(line))
    return True


def _qt_folder() -> Path | None:
    """Return the folder of PySide6 without importing it."""
    found = importlib.util.find_spec("PySide6")
    if found is None or not found.submodule_search_locations:
        return None
    return Path(next(iter(found.submodule_search_locations)))


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
