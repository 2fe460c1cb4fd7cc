"""Two laptops with Syncthing between them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sync.laptop import Pair
from tests.sync.syncthing import missing


@pytest.fixture
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Pair]:
    """Two laptops, nothing started yet; the parameter is how many conflict copies are kept."""
    if reason := missing():
        pytest.skip(reason)
    two = Pair(tmp_path, request.param)
    yield two
    two.end()
