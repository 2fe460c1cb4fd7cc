"""A document as HTML: the page to export."""

import re
from html.parser import HTMLParser

from slaeditor.blocks import Cell, Gap, Part, Reference, Role, Row, Table, Value
from slaeditor.document.html import html_page
from slaeditor.document.text import plain_text
from tests.unit.word.building import document, paragraph
from tests.unit.word.rich_document import rich


class Reader(HTMLParser):
    """Reads the text of a page, the links, and whether every element is closed in its order."""

    def __init__(self) -> None:
        """Start outside of every element."""
        super().__init__()
        self.open: list[str] = []
        self.text = ""
        self.links: dict[str, str] = {}
        self.names: set[str] = set()
        self._href = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, its address and its name."""
        values = dict(attrs)
        if tag not in {"meta", "br", "col"}:
            self.open.append(tag)
        if tag not in {"a", "span", "strong", "mark"}:
            self.text += " "
        self._href = values.get("href") or ""
        self.names |= {name for name in (values.get("id"), values.get("name")) if name}

    def handle_endtag(self, tag: str) -> None:
        """Check that the innermost element is the one that ends."""
        assert self.open.pop() == tag
        self._href = ""

    def handle_data(self, data: str) -> None:
        """Note words, and the text of a link by its address."""
        if not {"style", "title", "caption"} & set(self.open):
            self.text += data
        if self._href:
            self.links[self._href] = data


def read(html: str) -> Reader:
    """A page as read from its first element to its last."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    return reader


def words_of_text(text: str) -> list[str]:
    """The words of a plain text without its rules, bars and colons behind labels."""
    plain = re.sub(r"^[-=]+$|_{5,}| \| | / |(?<=^Name):|(?<=^Function):", " ", text, flags=re.M)
    return re.sub(r"^(Place|Date|Signature):", r"\1", plain, flags=re.M).split()


def test_the_page_says_what_the_plain_text_says() -> None:
    assert read(html_page(rich())).text.split() == words_of_text(plain_text(rich()))


def test_the_page_is_in_the_language_of_the_document_and_needs_no_other_file() -> None:
    page = html_page(rich())
    assert '<html lang="en-GB">' in page
    assert "<title>Hosted Ordering Application</title>" in page
    assert "src=" not in page
    assert "url(" not in page


def test_a_reference_of_the_page_leads_to_its_clause() -> None:
    reader = read(html_page(rich()))
    assert reader.links["#duration.term"] == "3.1"
    assert {address[1:] for address in reader.links} <= reader.names


def test_a_reference_to_nothing_is_plain_text() -> None:
    part = Part("scope", (paragraph(Role.BODY, "a", Reference("gone", "clause 9")),))
    assert read(html_page(document(part))).links == {}


def test_text_is_escaped_in_every_place() -> None:
    bad = "<b>\"&'"
    table = Table("t", (bad,), (Row("r", (Cell((Value(bad, bad),), bad),)),), bad, bad)
    part = Part("x", (paragraph(Role.CLAUSE, bad, Gap(bad, bad), number=bad), table))
    html = html_page(document(part))
    assert "<b>" not in html
    read(html)


def test_right_to_left_paragraphs_say_so() -> None:
    part = Part("x", (paragraph(Role.BODY, "a", Value("חברת שירות", "p/v")),))
    assert 'dir="rtl"' in html_page(document(part))
