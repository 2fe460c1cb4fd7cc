"""The verbs `show` and `export`."""

from pathlib import Path

from slaeditor.agreement import encode
from slaeditor.cli.desk import Desk, Words
from slaeditor.document.compose import compose
from slaeditor.document.text import plain_text


def show(desk: Desk, words: Words) -> None:
    """Print the document of a draft as plain text."""
    _, agreement = desk.agreement(words.draft)
    print(plain_text(compose(agreement, desk.today)))


def export(desk: Desk, words: Words) -> None:
    """Write the document of a draft into a file, gaps marked, and note it in the history."""
    from slaeditor.word.export import export as write_file  # python-docx is slow to load

    stored, agreement = desk.agreement(words.draft)
    target = Path(words.file)
    write_file(compose(agreement, desk.today), target, today=desk.today)
    desk.library.history(stored.id).add(encode(agreement), f"Exported to {target.name}", "exported")
    print(f"Exported to {target}")
