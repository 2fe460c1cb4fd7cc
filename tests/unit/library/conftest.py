"""A library of its own for each test."""

from pathlib import Path

import pytest

from slaeditor.library.drafts import Library


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the test's library is; not made yet."""
    return tmp_path / "library"


@pytest.fixture
def local(tmp_path: Path) -> Path:
    """The local folder of the test's library."""
    return tmp_path / "local"


@pytest.fixture
def library(folder: Path, local: Path) -> Library:
    """An empty library."""
    return Library(folder, local)
