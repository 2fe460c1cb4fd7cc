"""The title page: what the document is called, whose it is, from which day, that it is a draft."""

from slaeditor.blocks import Block, Fixed, Paragraph, Role, Spans
from slaeditor.field import Form
from slaeditor.kinds import FORM_WORDS
from slaeditor.values.dates import printed_date
from slaeditor.view import Sees

FINAL = ("agreed", "in-force", "expired", "superseded")
"""States in which the document is no draft any more."""


def cover(see: Sees) -> tuple[Block, ...]:
    """The paragraphs of the title page; the legend stands on drafts only."""
    words = FORM_WORDS[see.form]
    blocks = [
        Paragraph(Role.COVER_TITLE, "cover.title", see.spans("title"), path="title"),
        Paragraph(Role.COVER_KIND, "cover.kind", (Fixed(words.title),), path="kind"),
        _line(
            see,
            "parties",
            "introduction/provider/name",
            provider=see.spans("introduction/provider/name"),
            customer=see.spans("introduction/customer/name"),
        ),
    ]
    if see.form is Form.INTERNAL:
        company = see.spans("introduction/company")
        blocks.append(_line(see, "company", "introduction/company", company=company))
    blocks += _about(see)
    if see.value("status") not in FINAL:
        blocks.append(Paragraph(Role.LEGEND, "cover.legend", (Fixed(words.legend),), path="status"))
    return tuple(blocks)


def _about(see: Sees) -> list[Paragraph]:
    """Reference, version and day, and who may read it; only the day is always there."""
    lines = []
    if see.has("reference"):
        lines.append(_line(see, "reference", "reference", reference=see.spans("reference")))
    day: Spans = (see.derived(printed_date(see.today, see.language)),)
    if see.has("version"):
        lines.append(_line(see, "version", "version", version=see.spans("version"), date=day))
    else:
        lines.append(_line(see, "date", "version", date=day))
    if see.has("confidentiality"):
        level = see.spans("confidentiality")
        lines.append(_line(see, "confidentiality", "confidentiality", level=level))
    return lines


def _line(see: Sees, variant: str, path: str, **names: Spans) -> Paragraph:
    spans = see.phrase("introduction.cover", variant, **names)
    return Paragraph(Role.COVER_LINE, f"cover.{variant}", spans, path=path)
