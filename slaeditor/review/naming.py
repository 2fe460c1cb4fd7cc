"""How places of the document are named to a person: "Clause 3.3", "Schedule 1, Part A"."""

from slaeditor.blocks import Document, Paragraph, Role, Table
from slaeditor.document.view import View
from slaeditor.errors import UnknownPath
from slaeditor.reading import item_name
from slaeditor.review.places import Place

_PARTS = {
    "cover": "Cover page",
    "front": "Parties and background",
    "signatures": "Signatures",
}


class Names:
    """Names the places of one exported document."""

    def __init__(self, base: Document, view: View) -> None:
        self._view = view
        self._schedules = {
            part.id: block.number
            for part in base.parts
            for block in part.blocks
            if isinstance(block, Paragraph) and block.role is Role.SCHEDULE
        }
        self._fixed_rows = {
            row.id: row.cells[0].text
            for part in base.parts
            for block in part.blocks
            if isinstance(block, Table)
            for row in block.rows
            if row.cells and "/" not in row.id
        }

    def where(self, place: Place) -> str:
        """The name of a place."""
        if place.part in self._schedules:
            return self._in_schedule(place)
        if place.part in _PARTS:
            return _PARTS[place.part]
        paragraph = place.paragraph
        if paragraph is not None and paragraph.role is Role.HEADING:
            return f"Heading {place.number}"
        if paragraph is not None and paragraph.role is Role.DEFINITION:
            return f"Clause {place.number}, definition"
        return f"Clause {place.number}" if place.number else "The document"

    def _in_schedule(self, place: Place) -> str:
        schedule = self._schedules[place.part]
        if place.row:
            return f"{schedule}, {self._fixed_rows.get(place.row) or self.item(place.row)}"
        if place.number and place.number != schedule:
            return f"{schedule}, {place.number}"
        return schedule

    def item(self, path: str) -> str:
        """What a list item is called, by its name or its place."""
        at, _, item_id = path.rpartition("/")
        try:
            return item_name(self._view, at, item_id) if at else path
        except UnknownPath:
            return item_id

    def label(self, path: str) -> str:
        """What a value is called: the label of its gap, with what it belongs to."""
        place = self._view.place(path)
        return place.gap_label if place is not None else path
