"""Writes the expected texts of the composed agreements anew.

Run `python -m tests.golden.rewrite_documents` in the checkout after a wanted change of the
wording, and read the difference before it is committed.
"""

from pathlib import Path

from slaeditor.agreement import Agreement
from slaeditor.document.compose import compose
from slaeditor.document.text import plain_text
from slaeditor.editing.templates import finished_example
from tests.agreements import BOTH, TODAY, typed

FOLDER = Path(__file__).parent / "documents"


def golden_agreements() -> dict[str, Agreement]:
    """The agreements whose texts are kept, by the name of their file."""
    return {what.name: typed(what) for what in BOTH} | {"example": finished_example()}


def written(agreement: Agreement) -> str:
    """The text of an agreement, as it stands in its file."""
    return plain_text(compose(agreement, TODAY))


def main() -> None:
    """Write every file."""
    for name, agreement in golden_agreements().items():
        file = FOLDER / f"{name}.txt"
        file.write_text(written(agreement), encoding="utf-8", newline="\n")
        print(file)


if __name__ == "__main__":
    main()
