"""Our own markup as a tree."""

from lxml import etree

_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"


def parsed(xml: str) -> etree._Element:
    """Our own markup as a tree; large texts are allowed, nothing is fetched or expanded."""
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)
    root = etree.fromstring(xml.encode("utf-8"), parser)
    root.attrib.pop(_IGNORABLE, None)  # has its place on the part's own root alone
    return root
