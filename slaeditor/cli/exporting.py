"""The verbs `show` and `export`."""

from pathlib import Path

from slaeditor.agreement import encode
from slaeditor.cli.desk import Desk, Words, warn
from slaeditor.document.compose import compose
from slaeditor.document.text import plain_text
from slaeditor.errors import SlaError


def show(desk: Desk, words: Words) -> None:
    """Print the document of a draft as plain text."""
    _, agreement = desk.agreement(words.draft)
    print(plain_text(compose(agreement, desk.today)))


def export(desk: Desk, words: Words) -> None:
    """Write the document of a draft into a file, gaps marked, and note it in the history.

    The document is what was asked for: a history that can't be written is a warning.
    """
    from slaeditor.word.export import export as write_file  # python-docx is slow to load

    stored, agreement = desk.agreement(words.draft)
    target = Path(words.file)
    write_file(compose(agreement, desk.today), target, today=desk.today)
    history = desk.library.history(stored.id)
    try:
        history.add(encode(agreement), f"Exported to {target.name}", "exported")
    except SlaError as error:
        warn(f"The document is written, but not noted in the history. {error}")
    print(f"Exported to {target}")
