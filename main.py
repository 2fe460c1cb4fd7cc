"""The one entrance of SLA Editor: a verb goes to the command line, all else to the window."""

import gc
import sys
from collections.abc import Sequence

from slaeditor import __version__
from slaeditor.cli import streams
from slaeditor.cli.verbs import VERBS
from ui import arguments, display


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program on `argv` (default: the process's own) and return its exit code.

    2 stands for bad use, and for a window that can't be shown; one line on stderr says which.
    """
    streams.speak_utf8()
    given = list(sys.argv[1:] if argv is None else argv)
    verb_first = arguments.with_verb_first(given, VERBS)
    if verb_first:
        return _work(verb_first)
    if given[:1] in (["--help"], ["-h"]):
        return streams.finished(lambda: print(arguments.usage(VERBS)))
    if given[:1] == ["--version"]:
        return streams.finished(lambda: print(f"SLA Editor {__version__}"))
    sentence = arguments.misuse(given, VERBS) or display.missing()
    if sentence:
        streams.warn(sentence)
        return 2
    gc.disable()  # until the first painting: what is loaded by then is no garbage
    from ui import app  # only here: everything above works without Qt

    return app.run(given)


def _work(words: Sequence[str]) -> int:
    """Let the command line do what the words say; 130 if Ctrl+C stops it, while loading too."""
    try:
        from slaeditor.cli import run  # only here: the window starts faster without

        return run.run(words)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
