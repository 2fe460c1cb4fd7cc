"""What a search in the list has come to: hits in the texts as they come, and how far it is."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QLabel

from slaeditor.i18n import _, ngettext
from slaeditor.library.home import Home
from ui.library.catalogue import Catalogue
from ui.library.model import AgreementsModel
from ui.library.rows import Column, Row

if TYPE_CHECKING:
    from ui.library.searching import Report, TextSearch


class Finds(QObject):
    """The hits of the words looked for; `came` says that there are others than before.

    The model hears where the words stand in those that it shows.
    """

    came = Signal()

    def __init__(
        self, home: Home, model: AgreementsModel, label: Callable[[], QLabel], parent: QObject
    ) -> None:
        """`label` is where it says how far it is."""
        super().__init__(parent)
        self._home, self._model, self._label = home, model, label
        self._search: TextSearch | None = None
        self._words = ""
        self._hits: dict[str, None] = {}
        self._again: dict[str, None] | None = None
        self._searched = self._total = 0
        self.is_over = True
        model.passage_wanted.connect(self._on_passage_wanted)

    @property
    def words(self) -> str:
        """What is looked for; empty while nothing is."""
        return self._words

    @property
    def hits(self) -> dict[str, None]:
        """The ids of the agreements whose texts hold the words, in the order of finding."""
        return self._hits

    def look_for(self, words: str) -> None:
        """Take up other words: what was found before is forgotten, `begin` follows."""
        if words == self._words:
            return
        self._words, self._hits, self._again = words, {}, None
        self._searched = self._total = 0
        self.is_over = not words
        self._model.show_hits(())
        if self._search is not None:
            self._search.stop()

    def begin(self, ids: Sequence[str]) -> None:
        """Search the texts of those agreements, in that order; once more where they changed."""
        if not self._words:
            return
        self._again = {} if self._hits else None
        self._searched, self._total = 0, len(ids)
        self.is_over = False
        self._made().begin(self._words, ids)

    def rows(
        self, drafts: Catalogue, boxes: tuple[str, str], order: tuple[Column, bool]
    ) -> Sequence[Row]:
        """What is asked for: hits in titles and parties, then those in the texts.

        `boxes` are status and kind, empty for any.
        """
        if not (self._words or any(boxes)):
            return drafts.in_order(None, *order)
        fitting = drafts.numbers_of(*boxes)
        if not self._words:
            return drafts.in_order(fitting, *order)
        named = drafts.having(self._words, fitting)
        by_text = drafts.numbers_with(self._hits, fitting) if self._hits else []
        if named and by_text:
            known = set(named)
            by_text = [number for number in by_text if number not in known]
        return [*drafts.in_order(named, *order), *drafts.in_order(by_text, *order)]

    def search(self, drafts: Catalogue, boxes: tuple[str, str]) -> None:
        """Look for the words in the texts of those agreements that aren't found by their titles."""
        if self._words:
            fitting = drafts.numbers_of(*boxes)
            found = set(drafts.having(self._words, fitting))
            rest = [number for number in fitting if number not in found]
            self.begin([row.id for row in drafts.in_order(rest, *self._model.order)])

    def end(self) -> None:
        """Search no more."""
        if self._search is not None:
            self._search.end()

    def say(self, shown: int) -> None:
        """Say how many are found, and how far the search is; nothing while none is asked for."""
        if not self._words and self._search is None:
            return
        label = self._label()
        found = ngettext("{count} found", "{count} found", shown).format(count=f"{shown:,}")
        if not self.is_over and self._searched < self._total:
            more = _("searched {searched} of {total} …")
            told = more.format(searched=f"{self._searched:,}", total=f"{self._total:,}")
            found = f"{found}, {told}"
        label.setText(found)
        label.setVisible(bool(self._words))

    def _made(self) -> "TextSearch":
        if self._search is None:
            from ui.library.searching import TextSearch  # loads the library and the records

            self._search = TextSearch(self._home, self)
            self._search.found.connect(self._on_found)
            self._search.placed.connect(self._on_placed)
        return self._search

    @Slot(object)
    def _on_found(self, report: "Report") -> None:
        if report.words != self._words:
            return
        self._searched, self._total, self.is_over = report.searched, report.total, report.is_over
        found = dict.fromkeys(report.found)
        if self._again is None:
            self._hits.update(found)
        else:  # what was found before stays in sight until all is searched again
            self._again.update(found)
            self._hits |= found
            if report.is_over:
                self._hits, self._again = self._again, None
        self._model.show_hits(self._hits)
        self.came.emit()

    @Slot(str, object)
    def _on_placed(self, words: str, passages: object) -> None:
        if words == self._words and isinstance(passages, dict):
            self._model.show_passages(passages)

    @Slot(str)
    def _on_passage_wanted(self, draft_id: str) -> None:
        if self._search is not None:
            self._search.want(draft_id)
