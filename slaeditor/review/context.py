"""What all parts of the gathering look at: the draft, the exported document and its names."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from slaeditor.agreement import Agreement
from slaeditor.blocks import Document
from slaeditor.document.roles import Labels
from slaeditor.document.view import View
from slaeditor.returned import Line
from slaeditor.review.labels import exported_labels
from slaeditor.review.naming import Names
from slaeditor.review.passages import Passage, passage
from slaeditor.review.places import Place, places
from slaeditor.review.values import Reader


@dataclass(frozen=True)
class Context:
    """The exported document as lines, and the draft that they are compared for."""

    base: Document
    view: View
    places: tuple[Place, ...]
    reader: Reader
    names: Names
    numbers: dict[str, str]
    labels: Labels
    """What the sides are called in the exported document."""
    typed: frozenset[tuple[str, str]] = frozenset()
    """Numbers typed into live references: the bookmark that one points to, and the number."""

    @classmethod
    def of(cls, base: Document, view: View) -> "Context":
        """The context of a document that was exported, for a draft as it is now."""
        found = places(base)
        labels = exported_labels(base, view.labels)
        return cls(
            base, view, found, Reader(view, found), Names(base, view), _targets(found), labels
        )

    @property
    def agreement(self) -> Agreement:
        """The draft as it is now."""
        return self.view.agreement

    def passage(self, place: Place, line: Line) -> Passage:
        """What became of a place in a line."""
        return passage(place, line, self.reader, self.labels, self.numbers, self.typed)


def own_id(seed: str, text: str) -> str:
    """An id for a clause of one's own, the same whenever the same file is read."""
    digest = sha256(f"{seed}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()
    return f"own-{digest[:12]}"


def _targets(found: Iterable[Place]) -> dict[str, str]:
    """Paragraph ids by printed number; a number that stands twice is left out."""
    numbers: dict[str, str] = {}
    twice: set[str] = set()
    for place in found:
        if place.paragraph is None or not place.paragraph.number:
            continue
        if place.number in numbers:
            twice.add(place.number)
        numbers.setdefault(place.number, place.paragraph.id)
    return {number: target for number, target in numbers.items() if number not in twice}
