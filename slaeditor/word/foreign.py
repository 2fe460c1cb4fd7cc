"""What a file is that was taken for a Word file: told by how it begins, not by its name."""

import codecs

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ZIP = b"PK\x03\x04"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_ODF = b"mimetypeapplication/vnd.oasis.opendocument."
_MIMETYPE_AT = 30
"""Where the name of an archive's first entry begins; ODF begins with its type, not packed."""

_TEXT_PROBE = 4096

_MARKS = (
    (
        b"%PDF-",
        "“{name}” is a PDF. Only the Word file (.docx) brings changes home; ask for that one.",
    ),
    (b"{\\rtf", "“{name}” is an RTF file. Open it in Word, save it as .docx and import that."),
    (b"PK", "“{name}” is an empty archive, not a Word file. Ask for it to be sent again."),
)


def foreign_format(data: bytes, name: str) -> str:
    """The sentence about a file that is no .docx at all; empty for what may be one."""
    if not data:
        return f"“{name}” is empty. Ask for it to be sent again."
    if data.startswith(_ZIP):
        return _other_archive(data, name)
    if data.startswith(_OLE):
        return _ole(data, name)
    for mark, sentence in _MARKS:
        if data.startswith(mark):
            return sentence.format(name=name)
    if _is_flat_word(data):
        return f"“{name}” is a Word file in one piece (XML). Save it in Word as .docx, import that."
    if _is_text(data):
        return f"“{name}” is a text file, not a Word file. Import the .docx that came back."
    return f"“{name}” is not a Word file (.docx). Import the .docx that came back."


def _other_archive(data: bytes, name: str) -> str:
    if data.startswith(_ODF, _MIMETYPE_AT):
        return (
            f"“{name}” is an OpenDocument file. Open it in LibreOffice, save it as Word file "
            "(.docx) and import that."
        )
    return ""


def _ole(data: bytes, name: str) -> str:
    if _ENCRYPTED_PACKAGE in data:
        return f"“{name}” is locked with a password. Save it without one in Word and import that."
    return (
        f"“{name}” is in the old Word format (.doc), or locked with a password. Save it in Word "
        "as .docx without a password and import that."
    )


def _is_flat_word(data: bytes) -> bool:
    return b"schemas.microsoft.com/office/2006/xmlPackage" in data[:_TEXT_PROBE] or (
        b"schemas.microsoft.com/office/word/2003/wordml" in data[:_TEXT_PROBE]
    )


def _is_text(data: bytes) -> bool:
    """Whether the beginning reads as text in UTF-8 without control characters."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        text = decoder.decode(data[:_TEXT_PROBE])
    except UnicodeDecodeError:
        return False
    return all(character.isprintable() or character in "\r\n\t\f\ufeff" for character in text)
