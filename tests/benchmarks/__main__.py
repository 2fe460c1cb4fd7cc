"""`python -m tests.benchmarks [name…]`: measures, and prints one table.

Names: start, keys, save, storage, export, word; all without any. Takes some minutes.
Nothing else should run.
"""

import sys
from collections.abc import Callable, Sequence

from tests.benchmarks import exporting, keystrokes, returning, saving, starting, storing
from tests.benchmarks.table import Line, as_markdown

MEASUREMENTS: dict[str, Callable[[], list[Line]]] = {
    "start": starting.lines,
    "keys": keystrokes.lines,
    "save": saving.lines,
    "storage": storing.lines,
    "export": exporting.lines,
    "word": returning.lines,
}


def main(names: Sequence[str]) -> int:
    """Measure what was asked for; 2 for a name that isn't one."""
    unknown = [name for name in names if name not in MEASUREMENTS]
    if unknown:
        known = ", ".join(MEASUREMENTS)
        print(f"“{unknown[0]}” isn’t measured; there are {known}.", file=sys.stderr)
        return 2
    lines: list[Line] = []
    for name in names or tuple(MEASUREMENTS):
        print(f"{name} …", file=sys.stderr)
        lines += MEASUREMENTS[name]()
    print(as_markdown(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
