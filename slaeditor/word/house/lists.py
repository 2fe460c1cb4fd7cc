"""Our lists added to those of a firm's template, under numbers that are free there."""

from collections.abc import Mapping, Sequence

from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart
from lxml import etree

from slaeditor.word import markup
from slaeditor.word.house.numbers import Plan, Source
from slaeditor.word.lists import LISTS, Instance, abstract_xml, level_xml, starts
from slaeditor.word.parsing import parsed


def add_lists(
    word_file: WordFile, plan: Plan, instances: Sequence[Instance], ids: Mapping[str, str]
) -> dict[int, int]:
    """Add our lists and all instances that a document needs.

    `ids` leads from our styles that are in the file to their ids there. Returns the number in the
    file for each one that was written.
    """
    return _Adder(_numbering(word_file), plan, ids).all(instances)


def _numbering(word_file: WordFile) -> etree._Element:
    """The element that holds all lists, made where the file has none."""
    part = word_file.part
    for relation in part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return relation.target_part.element
    element = parse_xml(f"<w:numbering {markup.NAMESPACES}/>")
    name = PackURI("/word/numbering.xml")
    added = NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, element, part.package)
    part.relate_to(added, RELATIONSHIP_TYPE.NUMBERING)
    return element


class _Adder:
    def __init__(self, numbering: etree._Element, plan: Plan, ids: Mapping[str, str]) -> None:
        self._numbering = numbering
        self._plan = plan
        self._ids = ids
        self._abstract = 1 + _highest(numbering, "w:abstractNum", "w:abstractNumId")
        self._number = 1 + _highest(numbering, "w:num", "w:numId")
        self._abstracts: dict[int, int] = {}
        self._numbers: dict[int, int] = {0: 0}

    def all(self, instances: Sequence[Instance]) -> dict[int, int]:
        for name in LISTS:
            self._add_ours(name)
        for name, source in self._plan.sources.items():
            self._add_theirs(name, source)
        for instance in instances:
            self._add_instance(instance)
        return self._numbers

    def _add_ours(self, name: int) -> None:
        element = parsed(abstract_xml(name, LISTS[name]).replace(" ", f" {markup.NAMESPACES} ", 1))
        self._bind(element)
        element.set(qn("w:abstractNumId"), str(self._abstract))
        element.find(qn("w:nsid")).set(qn("w:val"), self._free_signature(name))
        known = self._numbering.findall(qn("w:abstractNum"))
        bullets = self._numbering.findall(qn("w:numPicBullet"))
        before = (*bullets, *known)
        self._numbering.insert(self._numbering.index(before[-1]) + 1 if before else 0, element)
        self._abstracts[name] = self._abstract
        self._abstract += 1
        self._add(name, self._abstracts[name], {})

    def _add_theirs(self, name: int, source: Source) -> None:
        self._abstracts[name] = source.abstract
        if source.own:
            self._add(name, source.abstract, dict.fromkeys(source.own, ""))
        else:
            self._numbers[name] = source.instance

    def _add_instance(self, instance: Instance) -> None:
        levels = self._plan.scheme.lists[instance.list]
        source = self._plan.sources.get(instance.list)
        changed = dict.fromkeys(source.own, "") if source is not None else {}
        for level, start in starts(instance, levels):
            changed[level] = f'<w:startOverride w:val="{start}"/>'
        self._add(instance.id, self._abstracts[instance.list], changed, instance.list)

    def _add(
        self, written: int, abstract: int, changed: Mapping[int, str], name: int | None = None
    ) -> None:
        """Add an instance, with what is said of each changed level before our format of it."""
        name = written if name is None else name
        source = self._plan.sources.get(name)
        own = source.own if source is not None else ()
        levels = self._plan.scheme.lists[name]
        overrides = "".join(
            f'<w:lvlOverride w:ilvl="{level}">{said}'
            f"{level_xml(level, levels[level]) if level in own else ''}</w:lvlOverride>"
            for level, said in sorted(changed.items())
        )
        element = parsed(
            f'<w:num {markup.NAMESPACES} w:numId="{self._number}">'
            f'<w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
        )
        self._bind(element)
        last = self._numbering.find(qn("w:numIdMacAtCleanup"))
        if last is None:
            self._numbering.append(element)
        else:
            last.addprevious(element)
        self._numbers[written] = self._number
        self._number += 1

    def _bind(self, element: etree._Element) -> None:
        """Name the styles as they are called in the file; a firm's style belongs to its own list.

        A level of the firm's list names no style of ours: an instance can't take over a style.
        """
        joined = self._plan.joined
        for style in list(element.iter(qn("w:pStyle"))):
            name = style.get(qn("w:val"))
            if name in self._ids and (name not in joined) == (element.tag != qn("w:num")):
                style.set(qn("w:val"), self._ids[name])
            else:
                style.getparent().remove(style)

    def _free_signature(self, name: int) -> str:
        """A number by which Word tells lists apart, one that no list has yet."""
        used = {each.get(qn("w:val")) for each in self._numbering.iter(qn("w:nsid"))}
        return next(
            signature
            for number in range(len(used) + 1)
            if (signature := f"51A{number:04X}{name}") not in used
        )


def _highest(numbering: etree._Element, element: str, attribute: str) -> int:
    """The highest number that an element has; one that isn't a number is none."""
    numbers = (each.get(qn(attribute), "") for each in numbering.iterfind(qn(element)))
    return max((int(number) for number in numbers if number.isdecimal()), default=0)
