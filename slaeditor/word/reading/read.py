"""The way in: the bytes of a file that came back, read into one record of what it says."""

from lxml import etree

from slaeditor.errors import ReviewRefused
from slaeditor.returned import ReturnedFile
from slaeditor.word.guard import guarded
from slaeditor.word.reading.beside import margins, note_texts, style_names
from slaeditor.word.reading.comments import read_threads
from slaeditor.word.reading.identity import (
    read_anchors,
    read_identity,
    read_margins,
    read_snapshot,
)
from slaeditor.word.reading.names import W
from slaeditor.word.reading.package import Parts
from slaeditor.word.reading.story import read_story
from slaeditor.word.reading.views import View

_EXTERNAL_SHOWN = 3
"""How many of the things outside a file are named in the warning."""


def read_returned(data: bytes, name: str, *, repair: bool = False) -> ReturnedFile:
    """Read a Word file that came back; `name` is what the sentences about it call it.

    Raises ReviewRefused for a file that isn't safe or readable; BrokenByLibreOffice for one that
    an older LibreOffice damaged, which `repair` reads as far as it goes, with a warning.
    """
    parts = Parts(guarded(data, name), repair=repair)
    try:
        return _read(parts)
    except RecursionError as error:
        raise ReviewRefused(
            f"“{name}” is nested deeper than any document, as only a file made to do harm is. It "
            "was not read."
        ) from error


def _read(parts: Parts) -> ReturnedFile:
    styles = style_names(parts)
    story = read_story(_body(parts), note_texts(parts), styles)
    view = View(is_after=True)
    after = view.read(story.paragraphs)
    before = View(is_after=False).read(story.paragraphs)
    snapshot, damage = read_snapshot(parts)
    return ReturnedFile(
        name=parts.name,
        identity=read_identity(parts),
        anchors=read_anchors(parts),
        snapshot=snapshot,
        after=after,
        before=before,
        removed=tuple(view.removed),
        comments=read_threads(parts, view, after, styles),
        unplaced=tuple(view.unplaced),
        margins=margins(parts),
        application=parts.application(),
        warnings=tuple(_warnings(parts, damage, field_left_open=story.left_open)),
        margins_exported=read_margins(parts),
    )


def _body(parts: Parts) -> etree._Element:
    body = parts.document().find(W + "body")
    if body is None:
        raise ReviewRefused(f"“{parts.name}” is a Word file without any text.")
    return body


def _warnings(parts: Parts, damage: str, *, field_left_open: bool) -> list[str]:
    """What the person should know about the file, as sentences."""
    found = [damage] if damage else []
    external = [entry.target for entry in parts.external()]
    if external:
        named = ", ".join(f"“{target}”" for target in external[:_EXTERNAL_SHOWN])
        more = len(external) - _EXTERNAL_SHOWN
        rest = f" and {more} more" if more > 0 else ""
        found.append(f"The file points to {named}{rest} outside it. Nothing was fetched.")
    if parts.repaired:
        found.append(
            "The file was saved damaged by LibreOffice and was repaired as far as it goes. Compare "
            "every changed value with the file: a text may be missing or doubled."
        )
    if field_left_open:
        found.append(
            "A field in the file begins and never ends, so its code may be read as if it were text."
        )
    return found
