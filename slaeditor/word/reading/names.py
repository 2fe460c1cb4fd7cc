"""Names of elements and attributes of a Word file, as lxml spells them."""

_OFFICE = "http://schemas.microsoft.com/office/word"
W_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{W_NAMESPACE}}}"
W14 = f"{{{_OFFICE}/2010/wordml}}"
W15 = f"{{{_OFFICE}/2012/wordml}}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
VML = "{urn:schemas-microsoft-com:vml}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}"

ID = W + "id"
NAME = W + "name"
VALUE = W + "val"
PARAGRAPH = W + "p"
CHOICE = COMPATIBILITY + "Choice"
FALLBACK = COMPATIBILITY + "Fallback"

STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W_NAMESPACE.encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/",
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
    ),
)
"""Namespaces of the strict variant of the format, and what they are read as."""
