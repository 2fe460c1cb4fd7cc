"""Marks of tracked changes: who changed what and when, each with an id of its own in the file."""

import re
from datetime import date, datetime, timedelta
from itertools import count, cycle

from slaeditor.textdiff import Fate
from slaeditor.word.markup import attribute
from slaeditor.word.paragraphs import Frame

_ELEMENTS = {Fate.ADDED: "ins", Fate.REMOVED: "del"}
_FIRST_ID = 1_000_000
"""Far above the ids of bookmarks: some programs mix the two up."""

_APART = timedelta(minutes=2)

_TEXT = re.compile(r"<(/?)w:(t|instrText)(?=[ >])")
_STRUCK = {"t": "delText", "instrText": "delInstrText"}


class Marks:
    """Makes the marks of one file. What was kept (`Fate.KEPT`) gets none."""

    def __init__(self, author: str, when: datetime | date) -> None:
        """`when` is written as the author's clock shows it, as Word does, though with a "Z"."""
        moment = when if isinstance(when, datetime) else datetime(when.year, when.month, when.day)
        self._author = attribute(author)
        self._moment = moment.replace(tzinfo=None, microsecond=0)
        self._offset = timedelta()
        self._turns = cycle((timedelta(), _APART))
        self._ids = count(_FIRST_ID)

    def begin_block(self, fate: Fate) -> None:
        """Mark what follows a little earlier or later than the changes of the block before.

        LibreOffice takes changes of one minute for a single one where the first ends a paragraph
        and the second begins the next, and joins the two paragraphs when it undoes it (7.4). What
        came or went as a whole may run on into the next such block.
        """
        self._offset = next(self._turns) if fate is Fate.KEPT else 2 * _APART

    def text(self, content: str, fate: Fate) -> str:
        """Runs, fields and bookmarks as inserted or deleted ones."""
        if fate is Fate.KEPT or not content:
            return content
        if fate is Fate.REMOVED:
            content = _TEXT.sub(lambda found: f"<{found[1]}w:{_STRUCK[found[2]]}", content)
        element = _ELEMENTS[fate]
        return f"<w:{element} {self._attributes()}>{content}</w:{element}>"

    def paragraph(self, fate: Fate) -> str:
        """What ends the properties of a paragraph that came or went as a whole."""
        return "" if fate is Fate.KEPT else f"<w:rPr>{self.row(fate)}</w:rPr>"

    def row(self, fate: Fate) -> str:
        """What ends the properties of a table row that came or went."""
        return "" if fate is Fate.KEPT else f"<w:{_ELEMENTS[fate]} {self._attributes()}/>"

    def former(self, frame: Frame) -> str:
        """What ends the properties of a paragraph that had another style or level before."""
        style = f'<w:pStyle w:val="{frame.style}"/>'
        before = f"<w:pPr>{style}{frame.properties}</w:pPr>"
        return f"<w:pPrChange {self._attributes()}>{before}</w:pPrChange>"

    def _attributes(self) -> str:
        stamp = (self._moment + self._offset).isoformat()
        return f'w:id="{next(self._ids)}" w:author={self._author} w:date="{stamp}Z"'
