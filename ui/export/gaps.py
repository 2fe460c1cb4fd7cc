"""What is still missing in a document, and where to fill it in."""

from collections.abc import Mapping

from slaeditor.blocks import Document, Gap
from slaeditor.document.terms import spans_of


def gaps_of(document: Document) -> Mapping[str, str]:
    """The paths of what is missing by its label, in the order of the document."""
    found: dict[str, str] = {}
    for part in document.parts:
        for block in part.blocks:
            for span in spans_of(block):
                if isinstance(span, Gap):
                    found.setdefault(span.label, span.path)
    return found
