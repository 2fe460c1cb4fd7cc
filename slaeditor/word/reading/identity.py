"""The marks that an export leaves with: its identity, the table of anchors and the snapshot."""

import base64
import binascii
import zlib

from lxml import etree

from slaeditor.returned import AnchorEntry, Identity
from slaeditor.word.items import ANCHORS, MARGINS, SNAPSHOT
from slaeditor.word.reading.package import Parts

LARGEST_SNAPSHOT = 64 * 1024 * 1024
"""Bytes that a snapshot may have unpacked; that of 5,000 rows has less than 5 MB."""

_ENCODING = "deflate-base64"
_PROPERTIES = {
    "sla agreement id": "agreement_id",
    "sla export id": "export_id",
    "sla version": "version",
    "sla status": "status",
    "sla profile": "profile",
    "sla copy": "copy",
}
_ATTRIBUTES = {
    "agreement": "agreement_id",
    "export": "export_id",
    "version": "version",
    "status": "status",
    "profile": "profile",
    "copy": "copy",
}


def read_identity(parts: Parts) -> Identity | None:
    """Which export the file is, None without any mark; custom XML prevails over properties."""
    found: dict[str, str] = {}
    for root in parts.package_related("custom-properties"):
        for element in root:
            field = _PROPERTIES.get(element.get("name", "").lower())
            if field:
                found[field] = "".join(element.itertext()).strip()
    for namespace, name in ((SNAPSHOT, "snapshot"), (ANCHORS, "anchors")):
        for root in parts.bearing(namespace):
            if root.tag == f"{{{namespace}}}{name}":
                found.update(_attributes(root))
    return Identity(**found) if found else None


def _attributes(root: etree._Element) -> dict[str, str]:
    return {
        field: root.get(attribute, "")
        for attribute, field in _ATTRIBUTES.items()
        if root.get(attribute)
    }


def read_anchors(parts: Parts) -> tuple[AnchorEntry, ...]:
    """The table that leads from names to paths, empty if the file has none."""
    found: dict[str, AnchorEntry] = {}
    for root in parts.bearing(ANCHORS):
        for element in root.iter(f"{{{ANCHORS}}}anchor"):
            name, path = element.get("name", ""), element.get("path", "")
            occurrence = element.get("occurrence", "")
            if name and occurrence.isascii() and occurrence.isdigit() and len(occurrence) < 10:
                found[name] = AnchorEntry(name, element.get("kind", ""), path, int(occurrence))
    return tuple(found.values())


def read_margins(parts: Parts) -> tuple[str, ...]:
    """What stood in headers, footers and watermarks when the file was exported."""
    return tuple(
        element.text or ""
        for root in parts.bearing(MARGINS)
        for element in root.iter(f"{{{MARGINS}}}margin")
    )


def read_snapshot(parts: Parts) -> tuple[bytes | None, str]:
    """The snapshot unpacked, None without one, and a sentence if it can't be unpacked."""
    for root in parts.bearing(SNAPSHOT):
        for element in root.iter(f"{{{SNAPSHOT}}}snapshot"):
            if element.get("encoding", "") != _ENCODING:
                return None, "The snapshot in the file is of a kind that isn't known here."
            data = _unpacked(element.text or "")
            if data is None:
                return None, "The snapshot in the file is damaged; it is compared without."
            return data, ""
    return None, ""


def _unpacked(text: str) -> bytes | None:
    """Base64 of deflated bytes, with the header of zlib or without; None if it isn't that."""
    try:
        packed = base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return None
    for window in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        stream = zlib.decompressobj(window)
        try:
            data = stream.decompress(packed, LARGEST_SNAPSHOT)
        except zlib.error:
            continue
        return data if stream.eof else None
    return None
