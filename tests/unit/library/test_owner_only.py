"""Files and folders of a library are their owner's alone."""

import os
import stat
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from slaeditor.library.archive import pack
from slaeditor.library.backup import back_up, choose_folder
from slaeditor.library.doctor import examine
from slaeditor.library.drafts import Library
from tests.unit.library.samples import sample, titled

NOW = datetime(2027, 3, 4, tzinfo=UTC)


@pytest.fixture
def open_to_all() -> Iterator[None]:
    """The system takes no permission away."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("open_to_all")
def test_nothing_that_is_made_is_open_to_others(library: Library, tmp_path: Path) -> None:
    for name in ("one", "two"):
        library.create(sample(name))
    stored = library.open("one")
    stored.save(titled(sample("one"), "New"))
    stored.keep_recovery(titled(sample("one"), "Unsaved"))
    library.history("one").add(sample("one"), "First", "named")
    library.trash("two")
    library.find("hosting")
    library.keep_lists()
    with library.lock("one"):
        stick = tmp_path / "stick"
        stick.mkdir(mode=0o700)
        choose_folder(library.local, stick)
        assert back_up(library.folder, library.local, NOW).problem == ""
        pack(library.folder, tmp_path / "all.slalib", NOW)
        examine(library)
        made = [path for path in tmp_path.rglob("*") if path not in (stick, tmp_path)]
        assert len(made) > 15
        open_ones = [path for path in made if stat.S_IMODE(path.stat().st_mode) & 0o077]
    assert open_ones == []
