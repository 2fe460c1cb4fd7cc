"""One laptop: a library in a folder that Syncthing shares, a home of its own, and the program."""

import json
import os
import subprocess
import sys
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

from slaeditor.agreement import Agreement, decode
from slaeditor.library.draftfile import Header, unpacked
from slaeditor.library.migrations import CURRENT
from slaeditor.settings import PROGRAM
from tests.sync.syncthing import Syncthing, wait_until

ROOT = Path(__file__).parents[2]
CONFLICT = ".sync-conflict-"
_PATIENCE = 20  # seconds for the program to end


class Laptop:
    """`sync` is its Syncthing, `library` the shared folder. The program may be started often.

    `conflicts` is as in `Syncthing`.
    """

    def __init__(self, name: str, folder: Path, conflicts: int | None) -> None:
        self.name = name
        self.home = folder / name
        self.library = self.home / "Documents" / "agreements"
        self.sync = Syncthing(self.home / ".syncthing", self.library, conflicts)
        self._program: subprocess.Popen[str] | None = None
        self._local.mkdir(parents=True)
        known_as = {"id": f"{zlib.crc32(name.encode()):08x}", "name": name}
        (self._local / "device.json").write_text(json.dumps(known_as), "ascii")

    def start(self) -> None:
        """Start the program, and wait until its list has been read."""
        log = (self.home / "program.log").open("ab")
        with log:
            self._program = subprocess.Popen(
                [sys.executable, "-m", "tests.sync.laptop_child", str(self.library)],
                cwd=ROOT,
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                text=True,
            )
        self._answer("start")

    def do(self, verb: str, *words: Any) -> Any:
        """Have something done at the window; see `laptop_child.Somebody`."""
        assert self._program is not None and self._program.stdin is not None, "not started"
        self._program.stdin.write(json.dumps([verb, *words]) + "\n")
        self._program.stdin.flush()
        return self._answer(f"{verb} {words}")

    def report(self) -> dict[str, Any]:
        """What is before the person."""
        found: dict[str, Any] = self.do("report")
        return found

    def save(self) -> None:
        """Have everything saved now, which must work."""
        assert self.do("save"), (self.name, {**self.report(), "open": ""}, self.log)

    @property
    def open_agreement(self) -> Agreement | None:
        """The agreement on the desk, as it stands there."""
        found = self.report()["open"]
        return decode(found) if found else None

    def close(self) -> None:
        """Close the window, and wait until the program has ended by itself."""
        self.do("close")
        program, self._program = self._program, None
        assert program is not None and program.stdin is not None and program.stdout is not None
        assert program.wait(_PATIENCE) == 0, self.log
        program.stdin.close()
        program.stdout.close()

    def end(self) -> None:
        """Take everything away that runs."""
        program, self._program = self._program, None
        if program is not None:
            program.kill()
            program.communicate()
        self.sync.stop()

    @property
    def runs(self) -> bool:
        """Whether the program is running."""
        return self._program is not None

    @property
    def log(self) -> str:
        """What the program complained about, in its own file too; empty if about nothing."""
        own = self.home.rglob("problems.log")
        texts = [each.read_text("utf-8") for each in (self.home / "program.log", *own)]
        return "\n".join(text for text in texts if text)

    def names(self, folder: str) -> list[str]:
        """The names of the files in a folder of the library, apart from those of Syncthing's."""
        found = (self.library / folder).glob("*")
        return sorted(each.name for each in found if not each.name.startswith((".syncthing", "~")))

    def copies(self) -> list[str]:
        """The conflict copies that lie about in the library; not those that only begin to come."""
        names = [each.name for each in self.library.rglob(f"*{CONFLICT}*")]
        return sorted(name for name in names if not name.startswith(".syncthing."))

    def draft(self, draft_id: str) -> Agreement:
        """The agreement in its file, as it is there now, read without the program's help."""
        header, raw = self._read(draft_id)
        return decode(CURRENT.brought_up_to_date(raw, header.schema))

    def header(self, draft_id: str) -> Header:
        """What the file says about itself."""
        return self._read(draft_id)[0]

    def _read(self, draft_id: str) -> tuple[Header, dict[str, Any]]:
        path = self.library / "drafts" / f"{draft_id}.json"
        header, tables = unpacked(path.read_bytes(), str(path), CURRENT.schema)
        return header, tables["draft"]["1"]

    @property
    def _local(self) -> Path:
        """What the program keeps on this computer alone."""
        return self.home / ".local/state" / PROGRAM / "local"

    @property
    def _environment(self) -> dict[str, str]:
        return {
            **{name: text for name, text in os.environ.items() if not name.startswith("SLAEDITOR")},
            "HOME": str(self.home),
            "XDG_CACHE_HOME": str(self.home / ".cache"),
            "XDG_CONFIG_HOME": str(self.home / ".config"),
            "XDG_DATA_HOME": str(self.home / ".local/share"),
            "XDG_STATE_HOME": str(self.home / ".local/state"),
            "XDG_RUNTIME_DIR": str(self.home / ".run"),
            "QT_QPA_PLATFORM": "offscreen",
        }

    def _answer(self, to: str) -> Any:
        assert self._program is not None and self._program.stdout is not None
        line = self._program.stdout.readline()
        assert line, f"{self.name} has ended over: {to}\n{self.log}"
        said = json.loads(line)
        assert "error" not in said, f"{self.name}, {to}: {said['error']}"
        return said["answer"]


class Pair:
    """Two laptops whose libraries are kept in step; `apart` and `together` as often as wanted."""

    def __init__(self, folder: Path, conflicts: int | None) -> None:
        self.left = Laptop("left", folder, conflicts)
        self.right = Laptop("right", folder, conflicts)
        self.left.sync.share_with(self.right.sync)
        self.right.sync.share_with(self.left.sync)

    @property
    def both(self) -> tuple[Laptop, Laptop]:
        """The two."""
        return self.left, self.right

    def connect(self) -> None:
        """Start both Syncthings, and wait until each has what the other has."""
        for each in self.both:
            each.sync.start()
        self.left.sync.wait_for(self.right.sync)
        self.wait_until_synced()

    def take_apart(self) -> None:
        """Cut the line between the two, both Syncthings going on."""
        self.left.sync.disconnect(self.right.sync)

    def bring_together(self) -> None:
        """Connect them again, both having looked at what was done meanwhile."""
        for each in self.both:
            each.sync.scan()
        self.left.sync.connect(self.right.sync)

    def shut_left(self) -> None:
        """End the Syncthing of the left one, as where somebody has it stopped or is on the road."""
        self.left.sync.stop()

    def open_left(self) -> None:
        """Start it again."""
        self.left.sync.start()
        self.left.sync.wait_for(self.right.sync)

    def wait_until_synced(self) -> None:
        """Wait until both have the same files; who goes on writing is waited for."""
        wait_until(self.is_synced, "both libraries hold the same")

    def is_synced(self) -> bool:
        """Whether both libraries have the same files, after a look at both."""
        left, right = self.left.sync, self.right.sync
        for each in (left, right):
            each.scan()
        if not (left.is_settled(right) and right.is_settled(left)):
            return False
        return files(self.left.library) == files(self.right.library)

    def end(self) -> None:
        """Take everything away that runs."""
        for each in self.both:
            each.end()


def files(library: Path) -> dict[str, bytes]:
    """What the library's folder holds; what a program is writing this moment is left out."""
    found = {}
    for path in library.rglob("*"):
        hidden = any(part.startswith((".", "~")) for part in path.relative_to(library).parts)
        if path.is_file() and not hidden:
            with suppress(FileNotFoundError):  # it went meanwhile
                found[str(path.relative_to(library))] = path.read_bytes()
    return found
