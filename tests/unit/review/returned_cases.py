"""What the tests of Word's cases share: one agreement, and what comes back for it."""

from collections.abc import Sequence

from slaeditor.agreement import Agreement
from slaeditor.blocks import Document, Reference
from slaeditor.document.compose import compose
from slaeditor.document.snapshot import unpacked
from slaeditor.document.view import View
from slaeditor.returned import Line, ReturnedFile
from slaeditor.review.gathering import review
from slaeditor.review.places import places
from slaeditor.review.proposal import Proposal, Review
from slaeditor.review.taking import taken
from tests.agreements import HOSTED_APPLICATION, TODAY, typed
from tests.unit.review.word_edits import Word

HOSTED = typed(HOSTED_APPLICATION)
DOCUMENT = compose(HOSTED, TODAY)
ANNA = "Anna Legal"

_REFERENCE = "\N{PILCROW SIGN}"


def found(word: Word, agreement: Agreement = HOSTED, base: Document | None = None) -> Review:
    """What a file proposes that was exported from `base`, else from what its snapshot says."""
    file = word.file()
    if base is None:
        assert file.snapshot is not None
        base = unpacked(file.snapshot)
    return review(file, base, agreement, TODAY)


def only(of: Review) -> Proposal:
    """The one proposal, without anything that has no place."""
    listed = [(p.path, p.label, p.before, p.after) for p in of.proposals]
    assert len(listed) == 1, listed
    assert of.unmatched == ()
    return of.proposals[0]


def after(proposals: Sequence[Proposal], agreement: Agreement = HOSTED) -> Agreement:
    """The draft with these proposals taken."""
    return taken(agreement, proposals, View(agreement, TODAY))


def composed(proposals: Sequence[Proposal], agreement: Agreement = HOSTED) -> Document:
    """The document of the draft with these proposals taken."""
    return compose(after(proposals, agreement), TODAY)


def said(document: Document, *, without: Sequence[str] = ()) -> list[str]:
    """All that a document says, live references as a sign; rows whose path begins so are not."""
    texts = (
        "".join(_REFERENCE if isinstance(span, Reference) else span.text for span in place.spans)
        for place in places(document)
        if not (without and place.row.startswith(tuple(without)))
    )
    return [text.strip() for text in texts if text.strip()]


def read(file: ReturnedFile) -> list[str]:
    """All that a file says, in the same way."""
    return [text for line in file.after if (text := _text(line))]


def _text(line: Line) -> str:
    text = line.text
    for each in reversed(line.references):
        text = text[: each.start] + _REFERENCE + text[each.end :]
    return text.strip()


def differing(ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """What one of them says and the other doesn't."""
    return [each for each in (*ours, *theirs) if ours.count(each) != theirs.count(each)]


def taking_all_gives_the_file(word: Word, *, but: Sequence[str] = ()) -> None:
    """Taking all gives the reviewer's text; what holds a text of `but` may follow by itself."""
    new = said(composed(found(word).proposals))
    left = [
        each for each in differing(new, read(word.file())) if not any(text in each for text in but)
    ]
    assert left == []


def text_of(document: Document, clause: str) -> str:
    """What the paragraph with an id says."""
    (text,) = [p.text for p in document.paragraphs() if p.id == clause]
    return text
