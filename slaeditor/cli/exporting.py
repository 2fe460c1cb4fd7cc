"""The verbs `show` and `export`."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from slaeditor.agreement import Agreement, encode
from slaeditor.blocks import Document
from slaeditor.cli.desk import BadUse, Desk, Words
from slaeditor.cli.streams import warn
from slaeditor.document.comparing import compare
from slaeditor.document.compose import compose
from slaeditor.document.copies import Copy, Form, Profile
from slaeditor.document.house import House
from slaeditor.document.text import plain_text
from slaeditor.editing.exporting import form_of_export, label_of_export
from slaeditor.editing.reviewing import exported_document
from slaeditor.editing.revisions import document_at
from slaeditor.errors import SlaError
from slaeditor.library.drafts import History
from slaeditor.settings import PROGRAM


def show(desk: Desk, words: Words) -> None:
    """Print the document of a draft as plain text."""
    _, agreement = desk.agreement(words.draft)
    print(plain_text(compose(agreement, desk.today)))


def export(desk: Desk, words: Words) -> None:
    """Write the document of a draft into a file, gaps marked, and note it in the history.

    Against a revision, what changed since is tracked in it. The document is what was asked for: a
    history that can't be written is a warning.
    """
    stored, agreement = desk.agreement(words.draft)
    target = Path(words.file)
    history = desk.library.history(stored.id)
    document = compose(agreement, desk.today)
    form = _form(agreement, document, desk.today, words)
    told = f"Exported to {target}"
    if words.against is None:
        from slaeditor.word.export import export as write_file  # python-docx is slow to load

        write_file(document, target, today=desk.today, form=form)
    else:
        old = _old_document(words.against, agreement, history, desk.today)
        _write_redline(old, document, target, desk.today, form)
        told = f"{told}: {compare(old, document).summary}"
    try:
        label = label_of_export(history, form.copy, target.name)
        history.add(encode(agreement), label, "export")
    except SlaError as error:
        warn(f"The document is written, but not noted in the history. {error}")
    print(told)


def _old_document(name: str, agreement: Agreement, history: History, today: date) -> Document:
    """What a redline starts from: a revision by name, or what a Word file was exported with."""
    path = Path(name)
    if path.suffix.lower() != ".docx" or not path.is_file():
        return document_at(history, name, today)
    old, warning = exported_document(path, agreement, history, today)
    if warning:
        warn(warning)
    return old


def _form(agreement: Agreement, document: Document, today: date, words: Words) -> Form:
    form = form_of_export(
        agreement,
        document,
        today,
        copy=Copy(words.copy) if words.copy else None,
        profile=Profile(words.profile),
        watermark=words.watermark,
    )
    return replace(form, house=_house(words.template, words.roles))


def _house(template: str | None, roles: list[str]) -> House | None:
    """The house template that was asked for, with what was said of its styles."""
    if template is None:
        if roles:
            raise BadUse("`--role` says what a style of a template is for: name it (`--template`).")
        return None
    wanted = dict(_role(word) for word in roles)
    from slaeditor.word.house.choosing import house_from  # python-docx is slow to load

    return house_from(Path(template), wanted)


def _role(word: str) -> tuple[str, str]:
    name, sign, style = word.partition("=")
    if not sign:
        raise BadUse(f"“{word}” has no “=”. Write ROLE=STYLE, for instance heading=AcmeL1.")
    return name.strip(), style.strip()


def _write_redline(old: Document, new: Document, target: Path, today: date, form: Form) -> None:
    from slaeditor.word.redline_file import export_redline  # python-docx is slow to load

    export_redline(old, new, target, author=PROGRAM, when=today, copy=form.copy, house=form.house)
