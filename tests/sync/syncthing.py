"""One Syncthing on this machine's loopback: set up, started, asked and stopped by a test.

Nothing of it looks beyond 127.0.0.1: no announcing, no relays, no opening of routers, no reports,
no upgrades.
"""

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

PROGRAM = "syncthing"
FOLDER = "library"
_PATIENCE = 30.0  # seconds for anything that is waited for
_POLL = 0.1
_OFF = {
    "globalAnnounceEnabled": "false",
    "localAnnounceEnabled": "false",
    "relaysEnabled": "false",
    "natEnabled": "false",
    "stunKeepaliveStartS": "0",
    "urAccepted": "-1",
    "urSeen": "3",
    "crashReportingEnabled": "false",
    "autoUpgradeIntervalH": "0",
    "startBrowser": "false",
    "restartOnWakeup": "false",
    "setLowPriority": "false",
    "announceLANAddresses": "false",
    "reconnectionIntervalS": "1",
    "progressUpdateIntervalS": "-1",
}
_WATCHER_DELAY = (
    "1"  # seconds, the least there is, that it waits for more before it passes a change on
)


def missing() -> str:
    """Why there can be no test with Syncthing here; empty where it is installed."""
    if shutil.which(PROGRAM) is None:
        return "Syncthing is not installed (Debian: apt-get install syncthing)."
    return ""


class Syncthing:
    """One device with its own home, which shares one folder with one other.

    `conflicts` is how many conflict copies it keeps of a file: -1 all, 0 none, None for a
    configuration that doesn't say (measured: it keeps none then).
    """

    def __init__(self, home: Path, folder: Path, conflicts: int | None) -> None:
        self.folder = folder
        self._home = home
        self._conflicts = conflicts
        self._process: subprocess.Popen[bytes] | None = None
        self._address = f"127.0.0.1:{_free_port()}"
        self.listens_at = f"tcp://127.0.0.1:{_free_port()}"
        folder.mkdir(parents=True, exist_ok=True)
        home.mkdir(parents=True)
        self._run("generate", "--no-default-folder", "--skip-port-probing")
        root = ElementTree.parse(self._file).getroot()
        self.device = root.find("device").get("id", "")  # type: ignore[union-attr]
        self._key = root.findtext("gui/apikey", "")

    def share_with(self, other: "Syncthing") -> None:
        """Write the configuration: this device, the other one, and the folder of both."""
        root = ElementTree.parse(self._file).getroot()
        options = root.find("options")
        gui = root.find("gui")
        assert options is not None and gui is not None
        for name, value in {**_OFF, "listenAddress": self.listens_at}.items():
            _set(options, name, value)
        _set(gui, "address", self._address)
        for device in root.findall("device"):
            root.remove(device)
        root.append(_device(self))
        root.append(_device(other))
        root.append(self._shared_folder(other))
        ElementTree.ElementTree(root).write(self._file)

    def start(self) -> None:
        """Start it, and wait until it answers."""
        log = (self._home / "log.txt").open("ab")
        with log:
            self._process = subprocess.Popen(
                self._command("serve", "--no-browser", "--no-restart", "--no-upgrade"),
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        wait_until(self._answers, "Syncthing answers")

    def stop(self) -> None:
        """End it, as a laptop does that is shut; a second time does nothing."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def disconnect(self, other: "Syncthing") -> None:
        """Break the connection, both programs going on."""
        self._post(f"system/pause?device={other.device}")
        wait_until(lambda: not self.is_connected(other), "the devices are apart")

    def connect(self, other: "Syncthing") -> None:
        """Make the connection again, and wait for it."""
        self._post(f"system/resume?device={other.device}")
        self.wait_for(other)

    def wait_for(self, other: "Syncthing") -> None:
        """Wait until both devices are connected."""
        wait_until(lambda: self.is_connected(other), "the devices are connected")

    def is_connected(self, other: "Syncthing") -> bool:
        """Whether the other device is connected now."""
        devices = self._get("system/connections")["connections"]
        return bool(devices.get(other.device, {}).get("connected"))

    def scan(self) -> None:
        """Look through the folder now, and come back once that is done."""
        self._post(f"db/scan?folder={FOLDER}")

    def is_settled(self, other: "Syncthing") -> bool:
        """Whether neither device lacks anything that this one knows of."""
        state = self._get(f"db/status?folder={FOLDER}")
        if state["state"] != "idle" or state["needTotalItems"] or state["errors"]:
            return False
        there = self._get(f"db/completion?folder={FOLDER}&device={other.device}")
        return not (there["needItems"] or there["needDeletes"])

    @property
    def log(self) -> str:
        """What it has written, for a test that fails."""
        return (self._home / "log.txt").read_text("utf-8", "replace")

    @property
    def _file(self) -> Path:
        return self._home / "config.xml"

    @property
    def _environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "HOME": str(self._home),
            "STNOUPGRADE": "1",
            "STNODEFAULTFOLDER": "1",
            "STMONITORED": "yes",  # one process, without another one that would start it again
        }

    def _command(self, verb: str, *more: str) -> list[str]:
        return [PROGRAM, verb, f"--home={self._home}", *more]

    def _run(self, verb: str, *more: str) -> None:
        subprocess.run(
            self._command(verb, *more), env=self._environment, check=True, capture_output=True
        )

    def _shared_folder(self, other: "Syncthing") -> ElementTree.Element:
        folder = ElementTree.Element(
            "folder",
            id=FOLDER,
            label=FOLDER,
            path=str(self.folder),
            type="sendreceive",
            rescanIntervalS="3600",
            fsWatcherEnabled="true",
            fsWatcherDelayS=_WATCHER_DELAY,
            ignorePerms="false",
            autoNormalize="true",
        )
        for device in (self, other):
            ElementTree.SubElement(folder, "device", id=device.device)
        if self._conflicts is not None:
            _set(folder, "maxConflicts", str(self._conflicts))
        return folder

    def _answers(self) -> bool:
        assert self._process is not None
        assert self._process.poll() is None, self.log
        with suppress(OSError):
            return bool(self._get("system/ping"))
        return False

    def _get(self, what: str) -> Any:
        return json.loads(self._ask("GET", what))

    def _post(self, what: str) -> None:
        self._ask("POST", what)

    def _ask(self, method: str, what: str) -> bytes:
        request = urllib.request.Request(
            f"http://{self._address}/rest/{what}", headers={"X-API-Key": self._key}, method=method
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=_PATIENCE) as answer:
            found: bytes = answer.read()
        return found


def wait_until(came: Callable[[], bool], what: str, seconds: float = _PATIENCE) -> None:
    """Wait until something is so; a test that waits in vain fails with `what` was waited for."""
    end = time.monotonic() + seconds
    while not came():
        assert time.monotonic() < end, f"waited {seconds:.0f} s in vain until {what}"
        time.sleep(_POLL)


def _free_port() -> int:
    """A port of the loopback that nobody listens at now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def _device(it: Syncthing) -> ElementTree.Element:
    device = ElementTree.Element("device", id=it.device, name="laptop", compression="never")
    _set(device, "address", it.listens_at)
    return device


def _set(around: ElementTree.Element, name: str, value: str) -> None:
    found = around.find(name)
    element = ElementTree.SubElement(around, name) if found is None else found
    element.text = value
