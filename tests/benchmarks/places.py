"""Folders of their own for each measurement, so that no draft of a real person is in reach."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def own_folders() -> Iterator[tuple[Path, Path]]:
    """A library folder and a local folder, empty, named in the environment, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="slaeditor-benchmark-") as name:
        library, local = Path(name) / "library", Path(name) / "local"
        os.environ["SLAEDITOR_LIBRARY"] = str(library)
        os.environ["SLAEDITOR_LOCAL"] = str(local)
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        yield library, local / _own_name(library, local)


def _own_name(library: Path, local: Path) -> Path:
    from slaeditor.settings import local_folder

    return local_folder(library).relative_to(local)
