"""Says at the end of a run which LibreOffice the round trips were made with."""

import pytest

OFFICE = pytest.StashKey[str]()


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    office = config.stash.get(OFFICE, "")
    if office:
        terminalreporter.write_line(f"Round trips were made with {office}.")
