"""The program's output and error output: one encoding everywhere, and no complaint at the end."""

import os
import sys
from contextlib import suppress


def speak_utf8() -> None:
    """Write UTF-8 whatever the system's encoding is; what it can't hold becomes a question mark."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def finish_output() -> None:
    """Hand over what is printed and still kept back. Raises OSError where it can't be written."""
    if sys.stdout is not None:
        sys.stdout.flush()


def drop_output() -> None:
    """Print nowhere from now on: Python's own end then finds nothing that it can't write."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        with suppress(OSError):  # an output that is no file has nothing to be dropped
            os.dup2(nowhere, sys.stdout.fileno())
    finally:
        os.close(nowhere)
