"""Makes the pictures of both real agreements' pages, as LibreOffice lays out their Word files.

`.venv/bin/python -m docs.pages` writes docs/images/pages/<agreement>-<page>.png. It needs
`soffice` and `pdftoppm`. The agreements are the ones that the tests type, in tests/agreements.py.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from slaeditor.document.compose import compose
from slaeditor.word.export import export
from tests.agreements import BOTH, TODAY, Typed, typed
from tests.ui.journey.paper import laid_out, program

PAGES = Path(__file__).parent / "images" / "pages"
_DOTS = "60"  # per inch: a page can be looked at, and its picture stays small


def main() -> int:
    """Write the pictures anew; those of pages that are no more go."""
    PAGES.mkdir(parents=True, exist_ok=True)
    for old in PAGES.glob("*.png"):
        old.unlink()
    for what in BOTH:
        with tempfile.TemporaryDirectory() as folder:
            take(what, Path(folder))
    return 0


def take(what: Typed, folder: Path) -> None:
    """Export an agreement, lay it out and draw each page."""
    document = folder / f"{what.name}.docx"
    export(compose(typed(what), TODAY), document, today=TODAY)
    pdf = laid_out(document, folder)
    command = [program("pdftoppm"), "-png", "-r", _DOTS, str(pdf), str(PAGES / what.name)]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    sys.exit(main())
