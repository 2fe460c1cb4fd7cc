"""The house rules that neither ruff nor import-linter knows, each a function that lists breaches.

A rule takes the folder of a checkout, so that a test can also hold it against a planted breach.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]

FILE_LINES = 400
FUNCTION_LINES = 50
CLASS_METHODS = 25
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "misc", "common", "manager", "managers"}

# Where an import may stand inside a function: it keeps a heavy library out of the start.
LATE_IMPORTS = {
    ("main.py", "slaeditor.cli"),  # the window starts faster without
    ("main.py", "ui"),  # Qt: the command line works without it
    ("slaeditor/cli/exporting.py", "slaeditor.word"),  # python-docx: only an export needs it
    ("slaeditor/editing/reviewing.py", "slaeditor.word"),  # lxml: only a review needs it
    ("slaeditor/files.py", "filelock"),  # only what is written to a history
    ("slaeditor/library/home.py", "slaeditor.library"),  # TinyDB and msgspec: the first list
    ("slaeditor/library/locks.py", "filelock"),  # only an open draft is locked
    ("slaeditor/settings.py", "platformdirs"),  # only where no folder is named
    ("slaeditor/settings.py", "slaeditor.replace_file"),  # nothing is written at the start
    ("slaeditor/values/codes.py", "zoneinfo"),  # only a zone that was typed is looked up
    ("slaeditor/values/language.py", "babel"),  # CLDR data: only a document needs it
    ("slaeditor/word/export.py", "slaeditor.word"),  # python-docx: only an export needs it
    ("ui/compare/redlining.py", "slaeditor.word"),  # python-docx: only a redline needs it
    ("ui/export/job.py", "slaeditor.word"),  # python-docx: only an export needs it
    ("ui/settings/dialog.py", "ui"),  # python-docx: only the settings' house template needs it
    ("ui/workshop.py", "ui"),  # what Qt has for printers: only printing needs it
    # What the first painting does without: docs/architecture.md, "Before the first painting".
    ("ui/app.py", "ui"),  # the search for garbage, which begins after it
    ("ui/ending.py", "PySide6"),  # the system's bus, only where there is one
    ("ui/frame.py", "ui"),  # bars, short messages and file dialogs
    ("ui/library/damage.py", "slaeditor.editing"),  # what is left: only of a damaged draft
    ("ui/library/finds.py", "ui"),  # the search in texts, with the library and the records
    ("ui/library/page.py", "ui"),  # bars above the list and what stands in its place
    ("ui/library/table.py", "ui"),  # lines in two rows, and in another colour
    ("ui/window.py", "ui"),  # actions with their keys; the workshop: form, preview and records
}
# Where every exception may be caught: the last net, the autosave tick, the worker.
BLIND_EXCEPTS: set[str] = set()

_NOT_OURS = {
    ".git", ".venv", "build", "dist", "htmlcov", "__pycache__", ".hypothesis", ".mypy_cache",
    ".pytest_cache", ".ruff_cache", ".import_linter_cache",
}  # fmt: skip
_TEXTS = {".py", ".md", ".toml", ".json", ".svg", ".html", ".xml", ".css", ".yml", ".yaml", ""}
_OUTSIDE = re.compile(r"(?:\.\./)+shared|/\.library\b|(?<![\w.)\]}*])/(?:work|home|Users|root)/\w")


def python_files(root: Path) -> list[Path]:
    """Return every Python file of the checkout, tests and scripts included."""
    return [path for path in _files(root) if path.suffix == ".py"]


def long_files(root: Path) -> list[str]:
    """Return the Python files of more than 400 lines."""
    counts = ((path, len(_text(path).splitlines())) for path in python_files(root))
    return [f"{_name(root, path)}: {count}" for path, count in counts if count > FILE_LINES]


def long_functions(root: Path) -> list[str]:
    """Return the functions of more than 50 lines, from `def` to their last line."""
    return [
        f"{_name(root, path)}:{node.lineno} {node.name}: {_lines(node)}"
        for path, node in _functions(root)
        if _lines(node) > FUNCTION_LINES
    ]


def big_classes(root: Path) -> list[str]:
    """Return the classes with more than 25 methods."""
    found = []
    for path, node in _nodes(root):
        if isinstance(node, ast.ClassDef):
            count = sum(
                isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef) for part in node.body
            )
            if count > CLASS_METHODS:
                found.append(f"{_name(root, path)}:{node.lineno} {node.name}: {count}")
    return found


def vague_names(root: Path) -> list[str]:
    """Return modules and folders whose name says nothing about what is inside."""
    return [
        _name(root, path)
        for path in python_files(root)
        if VAGUE_NAMES & {*path.relative_to(root).parent.parts, path.stem}
    ]


def undescribed(root: Path) -> list[str]:
    """Return product modules, classes and public functions without a docstring."""
    found = []
    for path, node in _nodes(root):
        if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) or _is_test(
            root, path
        ):
            continue
        name = getattr(node, "name", "")
        inside = isinstance(node, ast.FunctionDef) and node not in _tree(path).body
        if not (ast.get_docstring(node) or name.startswith("_") or inside):
            found.append(f"{_name(root, path)}: {name or 'the module'}")
    return found


def blind_excepts(root: Path) -> set[str]:
    """Return the product files that catch every exception and go on."""
    return {
        _name(root, path)
        for path, node in _nodes(root)
        if isinstance(node, ast.ExceptHandler) and _catches_all(node) and not _is_test(root, path)
    }


def late_imports(root: Path) -> set[tuple[str, str]]:
    """Return (file, module) of each import inside a function of the product.

    A module is its top package, or `slaeditor.<part>`.
    """
    found = set()
    for path, function in _functions(root):
        if _is_test(root, path):
            continue
        for node in ast.walk(function):
            found |= {(_name(root, path), module) for module in _imported(node)}
    return found


def outside_references(root: Path) -> list[str]:
    """Return the lines that name a place outside the checkout."""
    return [
        f"{_name(root, path)}:{number}: {line.strip()}"
        for path in _files(root)
        if path.suffix in _TEXTS
        for number, line in enumerate(_text(path).splitlines(), 1)
        if _OUTSIDE.search(line)
    ]


def importers_of_main(root: Path) -> list[str]:
    """Return the product files that import the composition root."""
    return [
        _name(root, path)
        for path, node in _nodes(root)
        if "main" in _imported(node) and not _is_test(root, path)
    ]


def _files(root: Path) -> Iterator[Path]:
    for path in sorted(root.iterdir()):
        if path.name in _NOT_OURS or path.name.endswith(".egg-info"):
            continue
        if path.is_dir():
            yield from _files(path)
        else:
            yield path


def _tree(path: Path) -> ast.Module:
    if path not in _TREES:
        _TREES[path] = ast.parse(_text(path), str(path))
    return _TREES[path]


_TREES: dict[Path, ast.Module] = {}


def _nodes(root: Path) -> Iterator[tuple[Path, ast.AST]]:
    for path in python_files(root):
        for node in ast.walk(_tree(path)):
            yield path, node


def _functions(root: Path) -> Iterator[tuple[Path, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for path, node in _nodes(root):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield path, node


def _imported(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Import):
        return {_short(alias.name) for alias in node.names}
    if isinstance(node, ast.ImportFrom) and node.module in ("slaeditor", "ui"):
        return {_short(f"{node.module}.{alias.name}") for alias in node.names}
    if isinstance(node, ast.ImportFrom):
        return {_short(node.module or "")}
    return set()


def _short(module: str) -> str:
    parts = module.split(".")
    return ".".join(parts[:2]) if parts[0] == "slaeditor" else parts[0]


def _catches_all(node: ast.ExceptHandler) -> bool:
    """Tell a handler that keeps any exception; one that tidies up and raises it again doesn't."""
    if isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None:
        return False
    caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
    return any(
        kind is None or (isinstance(kind, ast.Name) and kind.id in ("Exception", "BaseException"))
        for kind in caught
    )


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _is_test(root: Path, path: Path) -> bool:
    return path.relative_to(root).parts[0] == "tests"


def _name(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
