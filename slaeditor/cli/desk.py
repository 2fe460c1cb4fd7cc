"""What every verb needs: the library, the draft that a word names, and output."""

import argparse
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from slaeditor import settings
from slaeditor.agreement import Agreement, decode
from slaeditor.cli.streams import warn
from slaeditor.editing.open_draft import OpenDraft
from slaeditor.editing.reconciling import open_draft
from slaeditor.errors import Damaged, SaveFailed, SlaError, UnknownDraft, UnknownPath, Unreadable
from slaeditor.library.drafts import Library, open_file
from slaeditor.library.stored import StoredDraft
from slaeditor.library.summaries import Listing

Words = argparse.Namespace
_QUOTED = 80  # characters of a person's text that a sentence repeats


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

        Versions of it that wait are merged first, and the error output says so. Raises
        UnknownDraft, Damaged, TooNew, and BadUse for a title that several have.
        """
        if word.endswith(".sla"):
            return _opened(Path(word))
        try:
            return self._brought_together(word)
        except UnknownDraft as unknown:
            return self._brought_together(_titled(word, self.library.summaries(), unknown))

    def _brought_together(self, draft_id: str) -> StoredDraft:
        """The draft with what waits to be merged; as it is where that can't be saved."""
        try:
            stored, joined = open_draft(self.library, draft_id)
        except SaveFailed as error:
            warn(str(error))
            return self.library.open(draft_id)
        if joined is not None:
            warn(joined.sentence)
        return stored

    def id_in_library(self, word: str) -> str:
        """The id of the library's draft that a word names; raises like `stored`."""
        if word.endswith(".sla"):
            raise BadUse(f"“{word}” is a file of its own, not a draft of the library.")
        return self.stored(word).id

    def restore(self, word: str) -> str:
        """Take the draft that a word names out of the trash; its id. Raises like `stored`."""
        try:
            self.library.restore(word)
        except UnknownDraft as unknown:
            word = _titled(word, self.library.trashed(), unknown)
            self.library.restore(word)
        return word

    def agreement(self, word: str) -> tuple[StoredDraft, Agreement]:
        """The draft that a word names, and the agreement it holds."""
        stored = self.stored(word)
        try:
            return stored, decode(stored.draft)
        except Damaged as error:
            raise Damaged(f"The draft “{word}” can't be read: {error}") from error


def _titled(title: str, listing: Listing, unknown: UnknownDraft) -> str:
    """The id of the one draft with that title; raises `unknown` if none has it, or BadUse."""
    ids = [draft.id for draft in listing.drafts if title and draft.title == title]
    if not ids:
        raise unknown
    if len(ids) > 1:
        raise BadUse(f"{len(ids)} drafts are called “{_short(title)}”: {', '.join(ids)}. Name one.")
    return ids[0]


def _opened(file: Path) -> StoredDraft:
    """The draft in a file of its own."""
    if not file.is_file():
        raise UnknownDraft(f"The file “{file}” isn't there; check its name and folder.")
    return open_file(file)


def assigned(draft: OpenDraft, settings_given: Iterable[str]) -> None:
    """Make the changes `PATH=VALUE` on a draft; a new id in a list makes its item.

    Raises BadUse, UnknownPath or Unreadable at the first that doesn't work.
    """
    for setting in settings_given:
        path, sign, text = setting.partition("=")
        if not sign:
            raise BadUse(
                f"“{_short(setting)}” has no “=”. Write PATH=VALUE, for instance title=Payroll."
            )
        if _is_half(setting):
            raise BadUse(f"{path}: the text isn't UTF-8. Give it in that encoding.")
        path = path.strip().strip("/")
        try:
            draft.set_text(path, text)
        except Unreadable as error:
            raise Unreadable(f"{path}: “{_short(text)}” can't be read. {error}") from error
        except UnknownPath as error:
            raise UnknownPath(f"{error} `slaeditor fields DRAFT` lists what there is.") from error


def _is_half(text: str) -> bool:
    """Whether a text came in as bytes that are no UTF-8; no file could keep it as it is."""
    return any("\ud800" <= sign <= "\udfff" for sign in text)


def _short(text: str) -> str:
    """As much of a text as a sentence about it needs."""
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"


def print_json(data: Any) -> None:
    """Print data as JSON for other programs."""
    print(json.dumps(data, ensure_ascii=False, indent=2))
