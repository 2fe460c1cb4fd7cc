"""The one entrance of SLA Editor: a verb goes to the command line, all else to the window."""

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
        from slaeditor.cli import run  # only here: the window starts faster without

        return run.run(verb_first)
    if given[:1] in (["--help"], ["-h"]):
        print(arguments.usage(VERBS))
        return 0
    if given[:1] == ["--version"]:
        print(f"SLA Editor {__version__}")
        return 0
    sentence = arguments.misuse(given, VERBS) or display.missing()
    if sentence:
        print(sentence, file=sys.stderr)
        return 2
    from ui import app  # only here: everything above works without Qt

    return app.run(given)


if __name__ == "__main__":
    sys.exit(main())
