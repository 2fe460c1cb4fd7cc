"""Whatever the library and the desk do to files goes through `FileSystem`, which can be replaced.

So the tests of faults reach every call that can fail. The rule is shown to find planted breaches.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.rules import ROOT

FOLDERS = ("slaeditor/library", "slaeditor/editing")

# Methods of pathlib that ask the system, `open` and its kin; `os` and `shutil` by their modules.
ASKING = {
    *("chmod", "exists", "expanduser", "glob", "hardlink_to", "is_dir", "is_file", "is_symlink"),
    *("iterdir", "lchmod", "link_to", "lstat", "mkdir", "open", "owner", "read_bytes", "read_text"),
    *("readlink", "rename", "resolve", "rglob", "rmdir", "samefile", "stat", "symlink_to"),
    *("touch", "unlink", "walk", "write_bytes", "write_text"),
}
HARMLESS_OF_OS = {
    *("getpid", "name", "urandom", "environ", "stat_result", "fspath", "sep", "path"),
    *("strerror", "uname"),
}

# File and call: why it may ask the system itself.
ALLOWED = {
    ("slaeditor/library/remembered.py", "read_bytes"): "before the first painting; only a cache",
    ("slaeditor/library/remembered.py", "exists"): "the same: whether there is a library yet",
    ("slaeditor/library/stored.py", "resolve"): "finds out where a link leads; changes nothing",
    ("slaeditor/library/writable.py", "is_dir"): "a look at rights, which the first save decides",
    ("slaeditor/library/writable.py", "os.access"): "the same",
    ("slaeditor/library/writable.py", "stat"): "the same",
    ("slaeditor/library/doctor.py", "is_dir"): "the same, for a report",
    ("slaeditor/library/doctor.py", "os.access"): "the same, for a report",
    ("slaeditor/library/backup.py", "is_dir"): "whether the chosen disk is plugged in",
    ("slaeditor/library/backup.py", "rmdir"): "removes folders that are empty; that loses nothing",
    ("slaeditor/library/unpacking.py", "stat"): "whether an archive is a file that can be read",
    ("slaeditor/library/unpacking.py", "open"): "an entry of an archive that is open already",
    ("slaeditor/editing/shelf.py", "exists"): "which name is free; the writing refuses a taken one",
    ("slaeditor/editing/templates.py", "read_text"): "templates of the program itself",
    ("slaeditor/editing/templates.py", "iterdir"): "the same",
}


def calls_to_the_system(root: Path) -> dict[tuple[str, str], int]:
    """Every direct call in those folders of a checkout, as file and name, with its last line."""
    found = {}
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*.py")):
            for name, line in _calls(ast.parse(path.read_text(encoding="utf-8"))):
                found[path.relative_to(root).as_posix(), name] = line
    return found


def _calls(tree: ast.Module) -> Iterator[tuple[str, int]]:
    opened = _libraries(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Name) and called.id in ("open", *opened):
            yield called.id, node.lineno
        elif isinstance(called, ast.Attribute):
            source = ast.unparse(called.value)
            is_module = source.partition(".")[0] in ("os", "shutil", "tempfile", "io")
            is_module = is_module and source != "os.environ"
            if is_module and called.attr not in HARMLESS_OF_OS and called.attr != "hex":
                yield f"{source}.{called.attr}", node.lineno
            elif not is_module and called.attr in ASKING and not _is_ours(source, called.attr):
                yield called.attr, node.lineno


def _libraries(tree: ast.Module) -> set[str]:
    """Names taken out of modules that ask the system, as in `from os import replace`."""
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module in ("os", "shutil", "tempfile", "io")
        for alias in node.names
        if alias.name not in HARMLESS_OF_OS and alias.name != "BytesIO"
    }


def _is_ours(source: str, name: str) -> bool:
    """Whether a method of that name is our own: of `FileSystem`, of a library, of a record."""
    last = source.rpartition(".")[2]
    return last in ("files", "_files", "library", "_library", "self", "home") or name == "walk"


def test_the_library_and_the_desk_ask_the_system_through_one_class() -> None:
    found = calls_to_the_system(ROOT)
    unexpected = [f"{file}:{line}: {name}" for (file, name), line in found.items()
                  if (file, name) not in ALLOWED]  # fmt: skip
    assert unexpected == []


def test_what_is_allowed_is_still_there() -> None:
    assert set(ALLOWED) <= set(calls_to_the_system(ROOT))


@pytest.mark.parametrize(
    "source",
    [
        "import os\nos.replace(a, b)",
        "from os import replace\nreplace(a, b)",
        "import shutil\nshutil.copy(a, b)",
        "open('a').read()",
        "path.write_bytes(b'')",
        "self.path.unlink()",
        "(folder / name).exists()",
        "import tempfile\ntempfile.mkdtemp()",
    ],
)
def test_a_planted_call_is_found(tmp_path: Path, source: str) -> None:
    (tmp_path / FOLDERS[0]).mkdir(parents=True)
    (tmp_path / FOLDERS[1]).mkdir(parents=True)
    assert not calls_to_the_system(tmp_path)
    (tmp_path / FOLDERS[0] / "a.py").write_text(source, encoding="utf-8")
    assert calls_to_the_system(tmp_path)
