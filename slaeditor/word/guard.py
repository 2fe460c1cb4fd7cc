"""The guard before a file that came back is read: nothing in it may do harm.

It looks at the directory of the archive first and only then, one by one, at the parts that hold
XML. Nothing is fetched, executed or decoded. Each refusal is one sentence of its own, raised as
ReviewRefused. The limits are far above what Word makes of the largest agreement: one with 5,000
rows has parts of 12 MB that pack 38:1.
"""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from slaeditor.errors import ReviewRefused
from slaeditor.word.foreign import foreign_format

MEGABYTE = 1024 * 1024
LARGEST_FILE = 50 * MEGABYTE
LARGEST_PART = 64 * MEGABYTE
LARGEST_SUM = 300 * MEGABYTE
MOST_PARTS = 2_000
MOST_TAGS = 3_000_000
LARGEST_RATIO = 150
RATIO_FROM = MEGABYTE
"""Size below which a part may be packed as tightly as it likes."""

_ENCRYPTED = 0x1
_DIRECTORY_ENTRY = b"PK\x01\x02"
_PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_XML_SUFFIXES = (".xml", ".rels", ".vml")
_ENCODING = re.compile(rb"""^<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]+)""")
_ASCII_BASED = re.compile(r"utf-?8|us-ascii|ascii|iso-8859-\d+|windows-125\d", re.IGNORECASE)
_WIDE = (
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
"""How a part in UTF-16 begins, with and without a byte order mark."""

_FORBIDDEN = ("<!DOCTYPE", "<!ENTITY")
_BROKEN_ARCHIVE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    struct.error,
    OSError,
)
"""What zipfile raises for an archive that is damaged or packed in a way that it doesn't know."""


@dataclass(frozen=True, slots=True)
class Package:
    """A file that passed: its XML parts by name without a leading slash, unpacked."""

    name: str
    parts: Mapping[str, bytes]


def file_bytes(path: Path) -> bytes:
    """The content of a file that came back; raises ReviewRefused if it can't be read at all."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ReviewRefused(f"“{path}” is a folder. Choose the Word file in it.")
        if not stat.S_ISREG(status.st_mode):
            raise ReviewRefused(f"“{path}” is not a file. Choose the Word file that came back.")
        if status.st_size > LARGEST_FILE:
            raise ReviewRefused(_too_large(path.name, status.st_size))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise ReviewRefused(f"There is no file “{path}”. Check its name and folder.") from error
    except PermissionError as error:
        raise ReviewRefused(
            f"You may not read “{path}”. Copy it to a folder of your own, or ask for the right to."
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReviewRefused(f"“{path}” could not be read ({reason}). Try a copy of it.") from error


def guarded(data: bytes, name: str) -> Package:
    """Check a file's content and return its XML parts; `name` is what the sentences call it.

    Raises ReviewRefused. Unpacks a part only after the whole directory has passed.
    """
    if len(data) > LARGEST_FILE:
        raise ReviewRefused(_too_large(name, len(data)))
    reason = foreign_format(data, name)
    if reason:
        raise ReviewRefused(reason)
    if data.count(_DIRECTORY_ENTRY) > MOST_PARTS:
        raise ReviewRefused(_too_many(name))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _check_directory(entries, name)
            parts = dict(_xml_parts(archive, entries, name))
    except _BROKEN_ARCHIVE as error:
        raise ReviewRefused(
            f"“{name}” is damaged: it was cut off or changed on the way. Ask for it to be sent "
            "again."
        ) from error
    return Package(name, parts)


def _too_large(name: str, size: int) -> str:
    return (
        f"“{name}” has {size // MEGABYTE} MB, and {LARGEST_FILE // MEGABYTE} MB is the most that "
        "is read. Remove its pictures in Word and save it again."
    )


def _too_many(name: str) -> str:
    return (
        f"“{name}” consists of more than {MOST_PARTS:,} parts; a Word file has at most a few "
        "hundred. It was not opened."
    )


def _check_directory(entries: list[zipfile.ZipInfo], name: str) -> None:
    """Refuse by what the directory of the archive says, before anything is unpacked."""
    if len(entries) > MOST_PARTS:
        raise ReviewRefused(_too_many(name))
    if any(entry.compress_type not in _PACKINGS for entry in entries):
        raise ReviewRefused(
            f"“{name}” is packed in a way that Word doesn't use. Open it in Word, save it again "
            "and import that."
        )
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise ReviewRefused(
            f"“{name}” is locked with a password. Save it without one in Word and import that."
        )
    _check_names([entry.filename for entry in entries], name)
    _check_sizes(entries, name)


def _check_names(parts: list[str], name: str) -> None:
    folded = [part.casefold() for part in parts]
    if len(set(folded)) < len(folded):
        raise ReviewRefused(
            f"“{name}” holds two parts of the same name, so it isn't clear what it says. Open it "
            "in Word, save it again and import that."
        )
    if any(_leads_out(part) for part in parts):
        raise ReviewRefused(
            f"“{name}” has parts whose names lead out of the file. It was not opened."
        )
    if any(part.endswith("vbaproject.bin") for part in folded):
        raise ReviewRefused(
            f"“{name}” contains macros. Save it in Word as a document without macros (.docx) and "
            "import that."
        )
    if not {"[content_types].xml", "_rels/.rels"} <= set(folded):
        raise ReviewRefused(
            f"“{name}” is an archive (.zip), not a Word file. Unpack it and import the .docx in it."
        )


def _leads_out(part: str) -> bool:
    pieces = part.replace("\\", "/").split("/")
    return ".." in pieces or not pieces[0] or ":" in pieces[0]


def _check_sizes(entries: list[zipfile.ZipInfo], name: str) -> None:
    """Refuse what would unpack to far more than a document; zipfile never unpacks more."""
    total = sum(entry.file_size for entry in entries)
    if total > LARGEST_SUM:
        raise ReviewRefused(
            f"“{name}” would unpack to {total // MEGABYTE:,} MB. No document needs that much; it "
            "was not opened."
        )
    for entry in entries:
        size, packed = entry.file_size, max(entry.compress_size, 1)
        if _is_xml(entry.filename) and size > LARGEST_PART:
            raise ReviewRefused(
                f"A part of “{name}” would unpack to {size // MEGABYTE:,} MB of text. No "
                "agreement is that long; it was not opened."
            )
        if size > RATIO_FROM and size > LARGEST_RATIO * packed:
            raise ReviewRefused(
                f"A part of “{name}” unpacks to {size // packed:,} times its size, as only a file "
                "made to do harm does. It was not opened."
            )


def _is_xml(part: str) -> bool:
    return part.lower().endswith(_XML_SUFFIXES)


def _xml_parts(
    archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], name: str
) -> Iterator[tuple[str, bytes]]:
    """Unpack the parts that hold XML, each checked before the next."""
    for entry in entries:
        if not _is_xml(entry.filename):
            continue
        with archive.open(entry) as stream:  # asked for its size, it never unpacks beyond
            content = stream.read(entry.file_size)
        _check_xml(content, name)
        if entry.filename.casefold() == "[content_types].xml" and b"macroEnabled" in content:
            raise ReviewRefused(
                f"“{name}” is a document with macros (.docm). Save it in Word as .docx and import "
                "that."
            )
        yield entry.filename, content


def _check_xml(content: bytes, name: str) -> None:
    """Refuse definitions of a document's own and more tags than the longest agreement has."""
    wide = next((codec for mark, codec in _WIDE if content.startswith(mark)), "")
    if wide:
        tags = content.count("<".encode(wide))
    else:
        _check_encoding(content, name)
        tags = content.count(b"<")
    codec = wide or "ascii"
    if any(word.encode(codec) in content for word in _FORBIDDEN):
        raise ReviewRefused(
            f"“{name}” defines entities of its own (a DTD), which no Word file does. It was not "
            "opened."
        )
    if tags > MOST_TAGS:
        raise ReviewRefused(
            f"A part of “{name}” has {tags:,} marks, as only a file made to do harm does. It was "
            "not opened."
        )


def _check_encoding(content: bytes, name: str) -> None:
    """Refuse encodings in which a DTD could hide; the format allows UTF-8 and UTF-16 alone."""
    text = content.removeprefix(b"\xef\xbb\xbf").lstrip()
    declared = _ENCODING.match(text)
    known = declared is None or _ASCII_BASED.fullmatch(declared[1].decode("ascii"))
    if not known or (text and not text.startswith(b"<")):
        raise ReviewRefused(
            f"A part of “{name}” is written in a way that Word doesn't write. Open the file in "
            "Word, save it again and import that."
        )
