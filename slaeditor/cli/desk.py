"""What every verb needs: the library, the draft that a word names, and output."""

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from slaeditor import settings
from slaeditor.agreement import Agreement, decode
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.errors import Damaged, SlaError, UnknownDraft, Unreadable
from slaeditor.library.drafts import Library, open_file
from slaeditor.library.stored import StoredDraft

Words = argparse.Namespace


class BadUse(SlaError):
    """The words of a command don't make sense."""


@dataclass(frozen=True)
class Desk:
    """The library that a command works on."""

    library: Library
    today: date

    @classmethod
    def at(cls, folder: str | None) -> "Desk":
        """The desk with the library in `folder`, or in the place settings name."""
        library_folder = settings.library_folder(folder)
        local = settings.local_folder(library_folder)
        return cls(Library(library_folder, local), date.today())

    def stored(self, word: str) -> StoredDraft:
        """The draft that a word names: an id, a title that only one has, or a file.

        Raises UnknownDraft, Damaged, TooNew.
        """
        if word.endswith(".sla") and Path(word).is_file():
            return open_file(Path(word))
        try:
            return self.library.open(word)
        except UnknownDraft:
            titled = [d for d in self.library.summaries().drafts if d.title == word]
            if len(titled) != 1:
                raise
            return self.library.open(titled[0].id)

    def agreement(self, word: str) -> tuple[StoredDraft, Agreement]:
        """The draft that a word names, and the agreement it holds."""
        stored = self.stored(word)
        try:
            return stored, decode(stored.draft)
        except Damaged as error:
            raise Damaged(f"The draft “{word}” can't be read: {error}") from error


def assigned(draft: OpenDraft, settings_given: Iterable[str]) -> None:
    """Make the changes `PATH=VALUE` on a draft; a new id in a list makes its item.

    Raises BadUse, UnknownPath or Unreadable at the first that doesn't work.
    """
    for setting in settings_given:
        path, sign, text = setting.partition("=")
        if not sign:
            raise BadUse(f"“{setting}” has no “=”. Write PATH=VALUE, for instance title=Payroll.")
        path = path.strip().strip("/")
        try:
            draft.set_text(path, text)
        except Unreadable as error:
            raise Unreadable(f"{path}: “{text}” can't be read. {error}") from error


def print_json(data: Any) -> None:
    """Print data as JSON for other programs."""
    print(json.dumps(data, ensure_ascii=False, indent=2))


def warn(sentence: str) -> None:
    """One line on the error output."""
    print(" ".join(sentence.split()), file=sys.stderr)
