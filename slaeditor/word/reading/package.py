"""The parts of a package that passed the guard: found by their relationships, parsed safely."""

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from slaeditor.errors import BrokenByLibreOffice, ReviewRefused
from slaeditor.word.guard import Package
from slaeditor.word.reading.mending import mend_controls, without_overlaps
from slaeditor.word.reading.names import RELATIONSHIP, STRICT, W

_MAIN = "officeDocument"
_USUAL_MAIN = "word/document.xml"
_APPLICATION = re.compile(rb"<(?:\w+:)?Application>([^<]{1,200})<")
_LIBREOFFICE = re.compile(r"^LibreOffice/(\d+(?:\.\d+)*).*")
_MISMATCH = re.compile(r"tag mismatch: (\w+) .*?\b(\w+)$")
_REVISIONS = frozenset({"ins", "del", "moveFrom", "moveTo"})
_CONTROLS = frozenset({"sdt", "sdtContent"})


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship: the last piece of its type, its target, whether that is outside."""

    kind: str
    target: str
    external: bool


class Parts:
    """The parts of one file; raises ReviewRefused for what can't be parsed.

    With `repair` a main part that LibreOffice left damaged is read as far as it goes.
    """

    def __init__(self, package: Package, *, repair: bool = False) -> None:
        """Find the main part by its relationship, by its usual name if there is none."""
        self.name = package.name
        self._parts = {part.casefold(): content for part, content in package.parts.items()}
        self._repair = repair
        self.repaired = False
        self._roots: dict[str, etree._Element] = {}
        found = (entry.target for entry in self.relationships("") if entry.kind == _MAIN)
        self._main = next(found, _USUAL_MAIN).casefold()

    def document(self) -> etree._Element:
        """The root of the main part."""
        content = self._parts.get(self._main)
        if content is None:
            raise ReviewRefused(self._no_document())
        root = self._document_root(content)
        if root is None or root.tag != W + "document":
            raise ReviewRefused(self._no_document())
        return root

    def related(self, kind: str) -> Iterator[etree._Element]:
        """The roots of the parts that the main part is related to as `kind`."""
        for entry in self.relationships(self._main):
            content = self._parts.get(entry.target.casefold())
            if entry.kind == kind and not entry.external and content is not None:
                yield self.parsed(content)

    def bearing(self, namespace: str) -> Iterator[etree._Element]:
        """The roots of the parts in which a namespace occurs, whatever their names."""
        mark = namespace.encode("ascii")
        for part, content in self._parts.items():
            if mark in content and part != self._main:
                if part not in self._roots:
                    self._roots[part] = self.parsed(content)
                yield self._roots[part]

    def package_related(self, kind: str) -> Iterator[etree._Element]:
        """The roots of the parts that the package itself is related to as `kind`."""
        for entry in self.relationships(""):
            content = self._parts.get(entry.target.casefold())
            if entry.kind == kind and not entry.external and content is not None:
                yield self.parsed(content)

    def relationships(self, part: str) -> list[Relationship]:
        """What a part (the package itself: "") is related to; targets from the package's root."""
        folder, file = posixpath.split(part)
        content = self._parts.get(posixpath.join(folder, "_rels", f"{file}.rels").casefold())
        if content is None:
            return []
        return list(_relationships(self.parsed(content), folder))

    def external(self) -> list[Relationship]:
        """Everything outside the file that any part points to, hyperlinks apart, each once."""
        found: dict[tuple[str, str], Relationship] = {}
        for part, content in self._parts.items():
            if not part.endswith(".rels") or b"External" not in content:
                continue
            for entry in _relationships(self.parsed(content), ""):
                if entry.external and entry.kind != "hyperlink":
                    found[entry.kind, entry.target] = entry
        return list(found.values())

    def application(self) -> str:
        """The program that saved the file, by its own account; empty if it doesn't say."""
        found = _APPLICATION.search(self._parts.get("docprops/app.xml", b""))
        name = found[1].decode("utf-8", "replace").strip() if found else ""
        return _LIBREOFFICE.sub(r"LibreOffice \1", name)

    def parsed(self, content: bytes) -> etree._Element:
        """The root of an XML part; nothing is fetched or expanded."""
        try:
            return _parse(content)
        except etree.XMLSyntaxError as error:
            raise ReviewRefused(self._not_readable(str(error))) from error

    def _document_root(self, content: bytes) -> etree._Element | None:
        try:
            root = _parse(content)
        except etree.XMLSyntaxError as error:
            if not self._is_libreoffice_break(error):
                raise ReviewRefused(self._not_readable(str(error))) from error
            if not self._repair:
                raise BrokenByLibreOffice(self._broken()) from error
            self.repaired = True
            try:
                root = _parse(without_overlaps(content))
            except etree.XMLSyntaxError:
                root = self._recovered(content)
        if root is not None and "LibreOffice" in self.application():
            self.repaired |= bool(mend_controls(root))
        return root

    def _broken(self) -> str:
        return (
            f"“{self.name}” was saved damaged by {self.application() or 'LibreOffice'}: older "
            "versions break files when a value is edited with tracked changes on. It can be "
            "repaired and read, but look at each changed value then; better, ask for it to be "
            "saved with LibreOffice 25.2 or Word."
        )

    def _recovered(self, content: bytes) -> etree._Element | None:
        """As much of a damaged part as can be made out."""
        try:
            return _parse(content, recover=True)
        except etree.XMLSyntaxError as error:
            raise ReviewRefused(self._not_readable(str(error))) from error

    def _is_libreoffice_break(self, error: etree.XMLSyntaxError) -> bool:
        """Whether a tracked change and a content control overlap, as LibreOffice 7.4 writes."""
        found = _MISMATCH.search(re.sub(r", line \d+, column \d+.*", "", str(error)))
        if found is None:
            return False
        tags = {found[1], found[2]}
        return bool(tags & _CONTROLS) and bool(tags & (_REVISIONS | {"r", "p"}))

    def _not_readable(self, reason: str) -> str:
        if "depth" in reason.lower():
            return (
                f"“{self.name}” is nested deeper than any document, as only a file made to do "
                "harm is. It was not read."
            )
        return (
            f"“{self.name}” is damaged inside and can't be read. Open it in Word, save it again "
            "and import that."
        )

    def _no_document(self) -> str:
        return (
            f"“{self.name}” is an Office file, but holds no Word document. Import the .docx that "
            "came back."
        )


def _parse(content: bytes, *, recover: bool = False) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=recover,  # else it leaves out "&amp;"; the guard let no others in
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )
    if b"purl.oclc.org/ooxml" in content:
        for strict, usual in STRICT:
            content = content.replace(strict, usual)
    return etree.fromstring(content, parser)


def _relationships(root: etree._Element, folder: str) -> Iterator[Relationship]:
    for element in root.iter(RELATIONSHIP + "Relationship"):
        external = element.get("TargetMode") == "External"
        target = element.get("Target", "")
        if not external:
            target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
        yield Relationship(element.get("Type", "").rpartition("/")[2], target, external)
