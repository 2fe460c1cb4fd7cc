"""Runs inside LibreOffice's own Python: opens Word files, edits them and saves them.

`python office_script.py PROFILE < jobs.json`. A job is {"open": path, "steps": [[verb, …], …]}; the
verbs are the functions below whose names begin with `do_`. It imports nothing of the project.
"""

import importlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

uno: Any = importlib.import_module("uno")

_PIPE = f"sla-editor-tests-{os.getpid()}"
_CONNECTION = f"uno:pipe,name={_PIPE};urp;StarOffice.ComponentContext"
_WORD = "MS Word 2007 XML"
_PARAGRAPH_BREAK = 0


class Office:
    """A running office and the document that it has open."""

    def __init__(self, context: Any) -> None:
        """Take over the office's context."""
        self._context = context
        self.desktop = self._made("com.sun.star.frame.Desktop")
        self._file: Any = None

    def open(self, path: str) -> None:
        """Open a file without showing it."""
        address = Path(path).as_uri()
        self._file = self.desktop.loadComponentFromURL(
            address, "_blank", 0, (_property("Hidden", True),)
        )

    def close(self) -> None:
        """Close the file."""
        self._file.close(True)

    def do_save(self, path: str) -> None:
        """Save as Word file."""
        self._file.storeToURL(Path(path).as_uri(), (_property("FilterName", _WORD),))

    def do_track(self, on: bool) -> None:
        """Switch tracking on or off."""
        self._file.RecordChanges = on

    def do_replace(self, old: str, new: str) -> None:
        """Replace the first place where a text stands."""
        self._found(old).String = new

    def do_append(self, text: str, tail: str) -> None:
        """Type at the end of the paragraph with a text."""
        place = self._found(text)
        cursor = place.Text.createTextCursorByRange(place)
        cursor.gotoEndOfParagraph(False)
        place.Text.insertString(cursor, tail, False)

    def do_split(self, text: str) -> None:
        """Press Enter before a text."""
        place = self._found(text)
        cursor = place.Text.createTextCursorByRange(place.Start)
        place.Text.insertControlCharacter(cursor, _PARAGRAPH_BREAK, False)

    def do_merge(self, text: str) -> None:
        """Delete the end of the paragraph with a text."""
        place = self._found(text)
        cursor = place.Text.createTextCursorByRange(place)
        cursor.gotoEndOfParagraph(False)
        cursor.goRight(1, True)
        cursor.String = ""

    def do_delete(self, text: str) -> None:
        """Delete the paragraph with a text."""
        self._paragraph(text).String = ""

    def do_add(self, text: str, new: str) -> None:
        """Type a new paragraph below the one with a text."""
        self.do_append(text, "")
        place = self._found(text)
        cursor = place.Text.createTextCursorByRange(place)
        cursor.gotoEndOfParagraph(False)
        place.Text.insertControlCharacter(cursor, _PARAGRAPH_BREAK, False)
        place.Text.insertString(cursor, new, False)

    def do_move(self, text: str, before: str) -> None:
        """Cut the paragraph with a text and paste it before another one."""
        view = self._file.CurrentController
        view.select(self._paragraph(text))
        self._dispatch(".uno:Cut")
        view.ViewCursor.gotoRange(self._found(before).Start, False)
        self._dispatch(".uno:Paste")

    def do_comment(self, text: str, words: str, author: str) -> None:
        """Comment on a text."""
        place = self._found(text)
        note = self._file.createInstance("com.sun.star.text.textfield.Annotation")
        note.Author, note.Content = author, words
        note.DateTimeValue = _moment(2027, 2, 1)
        place.Text.insertTextContent(place, note, True)

    def do_resolve(self, words: str) -> None:
        """Mark the comment with these words as resolved."""
        fields = self._file.TextFields.createEnumeration()
        while fields.hasMoreElements():
            field = fields.nextElement()
            is_note = field.supportsService("com.sun.star.text.textfield.Annotation")
            if is_note and words in field.Content:
                field.Resolved = True

    def do_insert_row(self, text: str, *cells: str) -> None:
        """Put a row with these texts below the one that a text stands in."""
        place = self._found(text)
        table, name = place.TextTable, place.Cell.CellName
        row = int(name.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        self._select(place)
        self._dispatch(".uno:InsertRowsAfter")
        for column, words in enumerate(cells):
            cell = table.getCellByPosition(column, row)
            cell.insertString(cell.createTextCursor(), words, False)

    def do_delete_row(self, text: str) -> None:
        """Delete the row that a text stands in."""
        self._select(self._found(text))
        self._dispatch(".uno:DeleteRows")

    def do_accept(self) -> None:
        """Accept all tracked changes."""
        self._dispatch(".uno:AcceptAllTrackedChanges")

    def do_reject(self) -> None:
        """Refuse all tracked changes."""
        self._dispatch(".uno:RejectAllTrackedChanges")

    def _paragraph(self, text: str) -> Any:
        place = self._found(text)
        cursor = place.Text.createTextCursorByRange(place)
        cursor.gotoStartOfParagraph(False)
        cursor.gotoNextParagraph(True)
        return cursor

    def _found(self, text: str) -> Any:
        search = self._file.createSearchDescriptor()
        search.SearchString = text
        search.SearchCaseSensitive = True
        found = self._file.findFirst(search)
        while found is not None and found.DocumentIndex is not None:  # in the contents table
            found = self._file.findNext(found.End, search)
        if found is None:
            raise SystemExit(f"“{text}” is not in the file.")
        return found

    def _select(self, place: Any) -> None:
        """Put the visible cursor where a text begins, as a click does."""
        self._file.CurrentController.ViewCursor.gotoRange(place.Start, False)

    def _dispatch(self, command: str) -> None:
        dispatcher = self._made("com.sun.star.frame.DispatchHelper")
        dispatcher.executeDispatch(self._file.CurrentController.Frame, command, "", 0, ())

    def _made(self, service: str) -> Any:
        return self._context.ServiceManager.createInstanceWithContext(service, self._context)


def _property(name: str, value: object) -> Any:
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


def _moment(year: int, month: int, day: int) -> Any:
    made = uno.createUnoStruct("com.sun.star.util.DateTime")
    made.Year, made.Month, made.Day, made.Hours = year, month, day, 9
    return made


def _context(started: subprocess.Popen[bytes]) -> Any:
    """Wait until the office answers."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    refused = uno.getClass("com.sun.star.connection.NoConnectException")
    for _attempt in range(300):
        if started.poll() is not None:
            break
        try:
            return resolver.resolve(_CONNECTION)
        except refused:
            time.sleep(0.1)
    raise SystemExit("LibreOffice doesn't answer.")


def main(profile: str) -> None:
    """Start the office with a profile of its own, do all jobs, and end it."""
    jobs = json.load(sys.stdin)
    arguments = [f"-env:UserInstallation={profile}", "--headless", "--norestore"]
    with subprocess.Popen(
        ["soffice", *arguments, f"--accept=pipe,name={_PIPE};urp;"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as started:
        try:
            office = Office(_context(started))
        except SystemExit:
            started.kill()
            raise
        try:
            for job in jobs:
                office.open(job["open"])
                for verb, *arguments in job["steps"]:
                    getattr(office, f"do_{verb}")(*arguments)
                office.close()
        finally:
            office.desktop.terminate()
            try:
                started.wait(20)
            except subprocess.TimeoutExpired:
                started.kill()


if __name__ == "__main__":
    main(sys.argv[1])
