"""What runs along with every page but the cover: reference and version, and what a PDF is for."""

from slaeditor.blocks import Document

FOR_READING = "For reading; the Word file is the master."
"""What stands below every page of a PDF or a print."""


def identity(document: Document) -> str:
    """Reference and version of a document, as far as it has them."""
    version = document.version
    if version[:1].isdigit():
        version = f"Version {version}"
    return " \N{MIDDLE DOT} ".join(filter(None, (document.reference, version)))
