"""The look of the Word document: every style, by the role that wears it.

Lengths are twentieths of a point (1 cm = 567), sizes half points, colours RRGGBB. The typeface is
Arial: it is on every computer with Word, and Liberation Sans has the same widths elsewhere.
"""

from dataclasses import dataclass

from slaeditor.blocks import Role
from slaeditor.word.markup import NAMESPACES

TYPEFACE = "Arial"
TEXT_WIDTH = 9071
"""Width between the margins of the page, 16 cm."""

INK = "1F2A44"
GREY = "595959"
RULE = "BFC5D2"
SHADE = "EEF1F6"
TABLE_SIZE = 18
STEP = 720
"""Distance from one level of text to the next."""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """One paragraph style; `paragraph` and `run` are its properties in the order of the schema."""

    id: str
    name: str
    paragraph: str = ""
    run: str = ""
    based_on: str = "Normal"
    following: str = ""


def _spacing(before: int, after: int, line: int = 0) -> str:
    height = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{height}/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _numbered(list_id: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def indent(left: int, hanging: int = 0) -> str:
    """The indentation of a paragraph, with the room that its number takes."""
    room = f' w:hanging="{hanging}"' if hanging else ""
    return f'<w:ind w:left="{left}"{room}/>'


def _rule(side: str, size: int, space: int, colour: str) -> str:
    line = f'w:val="single" w:sz="{size}" w:space="{space}" w:color="{colour}"'
    return f"<w:pBdr><w:{side} {line}/></w:pBdr>"


_BOLD = "<w:b/><w:bCs/>"
_INK = f'<w:color w:val="{INK}"/>'
_GREY = f'<w:color w:val="{GREY}"/>'
_KEEP = "<w:keepNext/><w:keepLines/>"
_BOX = "".join(
    f'<w:{side} w:val="single" w:sz="6" w:space="6" w:color="{RULE}"/>'
    for side in ("top", "left", "bottom", "right")
)
CONTENTS_NUMBER = 1418
"""Where the titles of numbered headings begin in the table of contents."""

_FOOTER_TAB = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'


def _outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level}"/>'


_COVER = (
    ParagraphStyle(
        "SLATitle",
        "SLA Title",
        _rule("bottom", 12, 10, INK) + _spacing(120, 480, 252),
        _BOLD + _INK + _size(56),
    ),
    ParagraphStyle("SLAKind", "SLA Kind", _spacing(3400, 120), _GREY + _size(28)),
    ParagraphStyle("SLACoverLine", "SLA Cover Line", _spacing(0, 100), _size(22)),
    ParagraphStyle(
        "SLALegend",
        "SLA Legend",
        f'<w:pBdr>{_BOX}</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/>'
        + _spacing(720, 240)
        + '<w:ind w:left="142" w:right="142"/>',
        _BOLD + _INK + _size(20),
    ),
)

_CONTENTS = (
    ParagraphStyle(
        "TOCHeading",
        "TOC Heading",
        _KEEP + _spacing(0, 240),
        _BOLD + _INK + _size(30),
        following="TOC1",
    ),
    ParagraphStyle(
        "TOC1",
        "toc 1",
        f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{TEXT_WIDTH}"/></w:tabs>'
        + _spacing(0, 100),
    ),
)

_BODY = (
    ParagraphStyle(
        "Heading1",
        "heading 1",
        _KEEP + _numbered(1, 0) + _spacing(320, 140) + indent(STEP, STEP) + _outline(0),
        _BOLD + _INK + _size(24),
        following="SLAClause2",
    ),
    ParagraphStyle(
        "SLAPlainHeading",
        "SLA Plain Heading",
        _KEEP + _spacing(320, 140) + _outline(0),
        _BOLD + _INK + _size(24),
        following="SLAText",
    ),
    ParagraphStyle("SLAParty", "SLA Party", _numbered(4, 0) + indent(STEP, STEP)),
    ParagraphStyle("SLARecital", "SLA Recital", _numbered(5, 0) + indent(STEP, STEP)),
    ParagraphStyle("SLAClause2", "SLA Clause 2", _numbered(1, 1) + indent(STEP, STEP)),
    ParagraphStyle("SLAClause3", "SLA Clause 3", _numbered(1, 2) + indent(2 * STEP, STEP)),
    ParagraphStyle("SLAClause4", "SLA Clause 4", _numbered(1, 3) + indent(3 * STEP, STEP)),
    ParagraphStyle("SLAText", "SLA Text"),
    ParagraphStyle("SLABody", "SLA Body", indent(STEP)),
    ParagraphStyle("SLADefinition", "SLA Definition", indent(STEP)),
)

_SCHEDULES = (
    ParagraphStyle(
        "SLASchedule",
        "SLA Schedule",
        _KEEP
        + _numbered(2, 0)
        + _rule("bottom", 8, 6, INK)
        + _spacing(360, 240)
        + indent(1985, 1985)
        + _outline(0),
        _BOLD + _INK + _size(30),
        following="SLAText",
    ),
    ParagraphStyle(
        "SLAPart",
        "SLA Part",
        _KEEP + _numbered(6, 0) + _spacing(280, 140) + indent(1134, 1134) + _outline(1),
        _BOLD + _INK + _size(22),
        following="SLAText",
    ),
    ParagraphStyle(
        "SLASchedule1",
        "SLA Schedule Heading",
        _KEEP + _numbered(3, 0) + _spacing(240, 120) + indent(STEP, STEP) + _outline(2),
        _BOLD + _INK + _size(20),
        following="SLASchedule2",
    ),
    ParagraphStyle("SLASchedule2", "SLA Schedule 2", _numbered(3, 1) + indent(STEP, STEP)),
    ParagraphStyle("SLASchedule3", "SLA Schedule 3", _numbered(3, 2) + indent(2 * STEP, STEP)),
    ParagraphStyle("SLASchedule4", "SLA Schedule 4", _numbered(3, 3) + indent(3 * STEP, STEP)),
)

_TABLES = (
    ParagraphStyle(
        "SLATableHead",
        "SLA Table Head",
        "<w:keepNext/>" + _spacing(60, 60, 250),
        _BOLD + _INK + _size(18),
    ),
    ParagraphStyle("SLATableText", "SLA Table Text", _spacing(60, 60, 250), _size(TABLE_SIZE)),
    ParagraphStyle("SLASpacer", "SLA Spacer", _spacing(0, 0, 240), _size(16)),
    ParagraphStyle(
        "SLASignatureLead", "SLA Signature Lead", _KEEP + _spacing(400, 160), _BOLD + _INK
    ),
    ParagraphStyle(
        "SLASignatureLabel", "SLA Signature Label", _spacing(40, 40, 240), _GREY + _size(18)
    ),
    ParagraphStyle("SLASignatureLine", "SLA Signature Line", _spacing(40, 40, 240)),
)

_MARGINS = (
    ParagraphStyle(
        "Header",
        "header",
        _rule("bottom", 4, 6, RULE) + _spacing(0, 0, 240) + '<w:jc w:val="center"/>',
        _BOLD + _GREY + _size(16),
    ),
    ParagraphStyle(
        "Footer",
        "footer",
        _rule("top", 4, 6, RULE) + _FOOTER_TAB + _spacing(0, 0, 240),
        _GREY + _size(16),
    ),
)

STYLES = (*_COVER, *_CONTENTS, *_BODY, *_SCHEDULES, *_TABLES, *_MARGINS)
"""All paragraph styles but Normal, in the order in which Word lists them."""

ROLE_STYLES = {
    Role.COVER_TITLE: "SLATitle",
    Role.COVER_KIND: "SLAKind",
    Role.COVER_LINE: "SLACoverLine",
    Role.LEGEND: "SLALegend",
    Role.PLAIN_HEADING: "SLAPlainHeading",
    Role.PARTY: "SLAParty",
    Role.RECITAL: "SLARecital",
    Role.HEADING: "Heading1",
    Role.CLAUSE: "SLAClause2",
    Role.ITEM: "SLAClause3",
    Role.SUBITEM: "SLAClause4",
    Role.BODY: "SLABody",
    Role.DEFINITION: "SLADefinition",
    Role.SCHEDULE: "SLASchedule",
    Role.PART: "SLAPart",
    Role.PARAGRAPH_HEADING: "SLASchedule1",
    Role.PARAGRAPH: "SLASchedule2",
    Role.SIGNATURE_LEAD: "SLASignatureLead",
}
"""The style of each role in the body of the agreement."""

SCHEDULE_STYLES = {Role.ITEM: "SLASchedule3", Role.SUBITEM: "SLASchedule4"}
"""The styles of the roles that look otherwise within a schedule."""


def styles_xml(language: str = "en-GB") -> str:
    """The part word/styles.xml, whose default language is the tag `language`."""
    fonts = " ".join(f'w:{script}="{TYPEFACE}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>"
        f'{_size(20)}<w:lang w:val="{language}" w:eastAsia="ja-JP" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/>"
        f"{_spacing(0, 140, 269)}</w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        "<w:unhideWhenUsed/></w:style>"
        + _TABLE_STYLES
        + "".join(map(_style_xml, STYLES))
        + _COMMENT_STYLES
        + "</w:styles>"
    )


_BUILT_IN = frozenset({"heading 1", "header", "footer", "toc 1", "TOC Heading"})
"""Names that Word gives to styles of its own."""


def _style_xml(style: ParagraphStyle) -> str:
    own = "" if style.name in _BUILT_IN else ' w:customStyle="1"'
    following = f'<w:next w:val="{style.following}"/>' if style.following else ""
    paragraph = f"<w:pPr>{style.paragraph}</w:pPr>" if style.paragraph else ""
    run = f"<w:rPr>{style.run}</w:rPr>" if style.run else ""
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{style.id}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based_on}"/>{following}<w:qFormat/>{paragraph}{run}</w:style>'
    )


def _line(side: str, size: int, colour: str) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'


TABLE_BORDERS = (
    f"<w:tblBorders>{_line('top', 8, INK)}{_line('bottom', 8, INK)}"
    f"{_line('insideH', 4, RULE)}</w:tblBorders>"
)
"""Rules above, below and between the rows; none between the columns."""

CELL_MARGIN = 85
"""Space between the text of a cell and its sides."""

CELL_MARGINS = (
    f'<w:tblCellMar><w:left w:w="{CELL_MARGIN}" w:type="dxa"/>'
    f'<w:right w:w="{CELL_MARGIN}" w:type="dxa"/></w:tblCellMar>'
)

_TABLE_STYLES = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" '
    'w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '</w:style><w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name '
    'w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
    '<w:style w:type="table" w:customStyle="1" w:styleId="SLATable"><w:name w:val="SLA Table"/>'
    f'<w:basedOn w:val="TableNormal"/><w:tblPr>{TABLE_BORDERS}{CELL_MARGINS}</w:tblPr>'
    f'<w:tblStylePr w:type="firstRow"><w:rPr>{_BOLD}</w:rPr><w:tcPr><w:shd w:val="clear" '
    f'w:color="auto" w:fill="{SHADE}"/></w:tcPr></w:tblStylePr></w:style>'
)

_COMMENT_STYLES = (
    '<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/>'
    '<w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/><w:rPr>'
    '<w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="CommentReference">'
    '<w:name w:val="annotation reference"/><w:basedOn w:val="DefaultParagraphFont"/>'
    '<w:uiPriority w:val="99"/><w:unhideWhenUsed/><w:rPr><w:sz w:val="16"/>'
    '<w:szCs w:val="16"/></w:rPr></w:style>'
)
