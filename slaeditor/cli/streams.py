"""The program's output and error output: one encoding everywhere, and no complaint at the end."""

import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress

_CONTROL = "[\x00-\x1f\x7f-\x9f]"


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


def on_one_line(text: str) -> str:
    """The text for a terminal: on one line, and without characters that control it."""
    return re.sub(_CONTROL, "\ufffd", " ".join(text.split()))


def warn(sentence: str) -> None:
    """One line on the error output."""
    if sys.stderr is not None:  # closed by `2>&-`; the exit code has to do
        print(on_one_line(sentence), file=sys.stderr)


def finished(work: Callable[[], object]) -> int:
    """Do work that prints, to the end of its output; 0, or 2 with one line if that can't be.

    A reader that wants no more of the output (`| head`) is no failure.
    """
    try:
        work()
        finish_output()
    except BrokenPipeError:
        drop_output()
    except OSError as error:
        if error.filename is None:  # no file of ours: it was the output
            drop_output()
        warn(f"{error.filename or 'The output'}: {error.strerror or error}.")
        return 2
    return 0


def drop_output() -> None:
    """Print nowhere from now on: Python's own end then finds nothing that it can't write."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        with suppress(OSError):  # an output that is no file has nothing to be dropped
            os.dup2(nowhere, sys.stdout.fileno())
    finally:
        os.close(nowhere)
