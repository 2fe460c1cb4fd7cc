"""What stands beside the text: footnotes and endnotes, headers, footers and watermarks."""

from collections.abc import Iterator, Mapping

from lxml import etree

from slaeditor.returned import Margin
from slaeditor.word.reading.asides import box_text, word_art
from slaeditor.word.reading.names import ID, NAME, VALUE, W
from slaeditor.word.reading.package import Parts
from slaeditor.word.reading.story import read_story
from slaeditor.word.reading.views import View

_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_MARGINS = ("header", "footer")


def style_names(parts: Parts) -> dict[str, str]:
    """The names of the paragraph styles by their ids."""
    return {
        element.get(W + "styleId", ""): name.get(VALUE, "")
        for root in parts.related("styles")
        for element in root.iter(W + "style")
        if (name := element.find(NAME)) is not None
    }


def note_texts(parts: Parts) -> dict[tuple[str, str], str]:
    """The texts of footnotes and endnotes by ("footnote" or "endnote", id)."""
    return {
        (kind, element.get(ID, "")): story_text(element).strip()
        for part, kind in _NOTES.items()
        for root in parts.related(part)
        for element in root.iter(W + kind)
        if element.get(W + "type") not in _SEPARATORS
    }


def margins(parts: Parts) -> tuple[Margin, ...]:
    """Each different text of a header, footer or watermark, in the order of the file."""
    found = dict.fromkeys(
        margin
        for kind in _MARGINS
        for root in parts.related(kind)
        for margin in margin_texts(kind, root)
    )
    return tuple(found)


def margin_texts(kind: str, root: etree._Element) -> Iterator[Margin]:
    """The texts of one header or footer, with those of its watermarks and text boxes."""
    text = story_text(root)
    if text.strip():
        yield Margin(kind, text)
    for words in word_art(root):
        yield Margin("watermark", words)
    for box in root.iter(W + "txbxContent"):
        if (words := box_text(box)).strip():
            yield Margin(kind, words)


def story_text(root: etree._Element, styles: Mapping[str, str] | None = None) -> str:
    """The text of a small story with all changes accepted, a line for each paragraph."""
    story = read_story(root, {}, styles or {})
    lines = View(is_after=True).read(story.paragraphs)
    return "\n".join(line.text for line in lines if line.text.strip())
