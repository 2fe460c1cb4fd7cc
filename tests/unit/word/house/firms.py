"""Templates of made-up firms, written by hand as Word writes them."""

import base64
import io
import zipfile

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMES = (
    f'xmlns:w="{_W}" xmlns:r="{_R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

LOGO = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgOH0aAAKHAY2S0jUhAAAAAElFTkSuQmCC"
)
"""A picture of one dot."""

TEMPLATE, DOCUMENT = f"{_MAIN}.template.main+xml", f"{_MAIN}.document.main+xml"
MACROS = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"

LETTER = '<w:pgSz w:w="12240" w:h="15840"/>'
WIDE_MARGINS = (
    '<w:pgMar w:top="2268" w:right="1800" w:bottom="1440" w:left="1800" w:header="720" '
    'w:footer="720" w:gutter="0"/>'
)


def paragraph_style(
    name: str, title: str, paragraph: str = "", run: str = "", based_on: str = "Normal"
) -> str:
    """One paragraph style."""
    look = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    letters = f"<w:rPr>{run}</w:rPr>" if run else ""
    built_in = title in ("Normal", "heading 1", "Title", "header", "footer", "Body Text")
    custom = "" if built_in else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{name}"><w:name w:val="{title}"/>'
        f'<w:basedOn w:val="{based_on}"/><w:qFormat/>{look}{letters}</w:style>'
    )


def numbered(instance: int, level: int = 0) -> str:
    """The properties of a style that numbers by itself."""
    at = f'<w:ilvl w:val="{level}"/>' if level else ""
    return f'<w:numPr>{at}<w:numId w:val="{instance}"/></w:numPr>'


def level(
    number: int, form: str, text: str, style: str = "", more: str = "", start: int = 1
) -> str:
    """One level of a list; `more` stands behind the number's form, as the schema asks."""
    bound = f'<w:pStyle w:val="{style}"/>' if style else ""
    restart, legal = ("", more) if "isLgl" in more else (more, "")
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'{restart}{bound}{legal}<w:suff w:val="tab"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{720 * (number + 1)}" '
        f'w:hanging="720"/></w:pPr></w:lvl>'
    )


def abstract(name: int, *levels: str) -> str:
    """One list with its levels, filled up to nine as Word does."""
    spare = (level(n, "decimal", f"%{n + 1})") for n in range(len(levels), 9))
    return (
        f'<w:abstractNum w:abstractNumId="{name}"><w:nsid w:val="0AC3E00{name}"/>'
        '<w:multiLevelType w:val="multilevel"/>' + "".join((*levels, *spare)) + "</w:abstractNum>"
    )


def instance(name: int, of: int) -> str:
    """One instance of a list."""
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/></w:num>'


def package(
    styles: str,
    lists: str = "",
    *,
    language: str = "en-US",
    font: str = "Georgia",
    section: str = LETTER + WIDE_MARGINS,
    kind: str = TEMPLATE,
    header: str = "",
    footer: str = "",
    settings: str = '<w:defaultTabStop w:val="708"/>',
    body: str = "<w:p><w:r><w:t>Sample text of the firm</w:t></w:r></w:p>",
    more: dict[str, bytes] | None = None,
) -> bytes:
    """A whole template; without `header` and `footer` it has none."""
    parts = {"styles": "styles", "settings": "settings"}
    content = {
        "styles": f"<w:styles {_NAMES}>{_defaults(font, language)}{styles}</w:styles>",
        "settings": f"<w:settings {_NAMES}>{settings}</w:settings>",
    }
    references = ""
    if lists:
        parts["numbering"] = "numbering"
        content["numbering"] = f"<w:numbering {_NAMES}>{lists}</w:numbering>"
    for name, text, root in (("header1", header, "hdr"), ("footer1", footer, "ftr")):
        if text:
            parts[name] = name[:-1]
            content[name] = f"<w:{root} {_NAMES}>{text}</w:{root}>"
            references += f'<w:{name[:-1]}Reference w:type="default" r:id="rId{name}"/>'
    files = {
        "[Content_Types].xml": _types(parts, kind).encode(),
        "_rels/.rels": _relations([("rId1", "officeDocument", "word/document.xml")]),
        "word/_rels/document.xml.rels": _relations(
            [(f"rId{name}", sort, f"{name}.xml") for name, sort in parts.items()]
        ),
        "word/document.xml": (
            f"{_DECLARATION}<w:document {_NAMES}><w:body>{body}<w:sectPr>{references}{section}"
            "</w:sectPr></w:body></w:document>"
        ).encode(),
    }
    files |= {f"word/{n}.xml": (_DECLARATION + text).encode() for n, text in content.items()}
    return zipped(files | (more or {}))


def zipped(files: dict[str, bytes]) -> bytes:
    """The files as one archive."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def _defaults(font: str, language: str) -> str:
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
        f'<w:sz w:val="22"/><w:lang w:val="{language}"/></w:rPr></w:rPrDefault><w:pPrDefault/>'
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>'
    )


def _types(parts: dict[str, str], kind: str) -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_MAIN}.{sort}+xml"/>'
        for name, sort in parts.items()
    )
    return (
        f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/>{overrides}</Types>'
    )


def _relations(entries: list[tuple[str, str, str]], outside: str = "") -> bytes:
    found = "".join(
        f'<Relationship Id="{name}" Type="{_R}/{sort}" Target="{target}"/>'
        for name, sort, target in entries
    )
    return (
        f'{_DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{found}{outside}'
        "</Relationships>"
    ).encode()


def _picture(relation: str, attribute: str = "embed") -> str:
    """A drawing that shows a picture within the file or, with `link`, outside it."""
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        '<wp:extent cx="914400" cy="228600"/><wp:docPr id="1" name="Logo"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        '<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="logo.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:{attribute}="{relation}"/><a:stretch><a:fillRect/></a:stretch>'
        '</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="914400" cy="228600"/>'
        '</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


ACME_STYLES = (
    paragraph_style("Title", "Title", '<w:jc w:val="center"/>', '<w:b/><w:sz w:val="40"/>')
    + paragraph_style(
        "AcmeL1",
        "Acme L1",
        f'<w:keepNext/>{numbered(3)}<w:spacing w:before="240" w:after="120"/>'
        '<w:outlineLvl w:val="0"/>',
        "<w:b/><w:caps/>",
    )
    + paragraph_style("AcmeL2", "Acme L2", numbered(3, 1) + '<w:spacing w:after="120"/>')
    + paragraph_style("AcmeL3", "Acme L3", numbered(3, 2) + '<w:spacing w:after="120"/>')
    + paragraph_style("BodyText", "Body Text", '<w:spacing w:after="120"/>')
    + paragraph_style("AcmeTableHead", "Acme Table Heading", "", "<w:b/>")
    + paragraph_style("header", "header")
)
ACME_LISTS = (
    abstract(
        4,
        level(0, "decimal", "%1", "AcmeL1"),
        level(1, "decimal", "%1.%2", "AcmeL2"),
        level(2, "decimal", "%1.%2.%3", "AcmeL3"),
    )
    + abstract(5, level(0, "bullet", "•"))
    + instance(3, 4)
    + instance(4, 5)
)


def acme(kind: str = TEMPLATE, settings: str = '<w:defaultTabStop w:val="708"/>') -> bytes:
    """A firm with three numbered levels, a logo in its header, and pages that it counts itself."""
    header = f'<w:p><w:pPr><w:pStyle w:val="header"/></w:pPr>{_picture("rIdLogo")}</w:p>'
    footer = (
        "<w:p><w:r><w:t>Acme Solicitors LLP</w:t></w:r></w:p>"
        '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    )
    return package(
        ACME_STYLES,
        ACME_LISTS,
        kind=kind,
        settings=settings,
        header=header,
        footer=footer,
        more={
            "word/media/logo.png": LOGO,
            "word/_rels/header1.xml.rels": _relations([("rIdLogo", "image", "media/logo.png")]),
        },
    )


def plain() -> bytes:
    """A firm whose template numbers nothing: two styles, German, nothing above or below."""
    styles = paragraph_style(
        "berschrift1", "heading 1", '<w:keepNext/><w:outlineLvl w:val="0"/>', '<w:sz w:val="30"/>'
    ) + paragraph_style("Textkrper", "Body Text", "", '<w:lang w:val="de-DE"/>')
    return package(styles, language="de-DE", font="Verdana", kind=DOCUMENT)


def articles(second: str = "") -> bytes:
    """A firm with articles: one numbered style, "Article I", and our clauses below it."""
    styles = paragraph_style(
        "Article", "Article Heading", numbered(1) + '<w:outlineLvl w:val="0"/>', "<w:b/>"
    )
    lists = abstract(0, level(0, "decimal", "Article %1", "Article")) + instance(1, 0)
    return package(styles + second, lists)


def deep() -> bytes:
    """A firm with four levels, of which the second goes on counting through the document."""
    marks = ("%1.", "%2.", "(%3)", "(%4)")
    forms = ("upperRoman", "decimal", "lowerLetter", "lowerRoman")
    names = ("DeepHeading", "DeepClause", "DeepItem", "DeepSubitem")
    levels = [
        level(n, form, mark, name, '<w:lvlRestart w:val="0"/>' if n == 1 else "")
        for n, (form, mark, name) in enumerate(zip(forms, marks, names, strict=True))
    ]
    styles = "".join(
        paragraph_style(
            name,
            f"Deep {n + 1}",
            numbered(7, n) + ('<w:outlineLvl w:val="0"/>' if n == 0 else ""),
        )
        for n, name in enumerate(names)
    )
    schedule = paragraph_style("DeepAnnex", "Annex", numbered(8) + '<w:outlineLvl w:val="0"/>')
    lists = (
        abstract(1, *levels)
        + abstract(2, level(0, "upperLetter", "Annex %1", "DeepAnnex"))
        + instance(7, 1)
        + instance(8, 2)
    )
    return package(styles + schedule, lists)


def linked() -> bytes:
    """A template that reaches outside: a linked picture, a fetching field, its own template."""
    header = (
        f"<w:p>{_picture('rIdOut', 'link')}</w:p>"
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>'
        'INCLUDEPICTURE "http://firm.example/logo.png"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>Shown</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    outside = (
        f'<Relationship Id="{{}}" Type="{_R}/{{}}" Target="http://firm.example/{{}}" '
        'TargetMode="External"/>'
    )
    attached = '<w:attachedTemplate r:id="rIdT"/><w:defaultTabStop w:val="708"/>'
    return package(
        ACME_STYLES,
        ACME_LISTS,
        header=header,
        settings=attached,
        more={
            "word/_rels/header1.xml.rels": _relations(
                [], outside.format("rIdOut", "image", "logo.png")
            ),
            "word/_rels/settings.xml.rels": _relations(
                [], outside.format("rIdT", "attachedTemplate", "firm.dotx")
            ),
        },
    )
