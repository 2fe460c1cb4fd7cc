"""From a returned file to its proposals, by comparing it with the document that went out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from slaeditor.agreement import Agreement
from slaeditor.blocks import Document, Term
from slaeditor.document.view import View
from slaeditor.returned import Line, ReturnedFile
from slaeditor.review.absences import absences
from slaeditor.review.alignment import Alignment, Match, aligned
from slaeditor.review.context import Context
from slaeditor.review.emptied import emptied
from slaeditor.review.grouping import grouped, homeless
from slaeditor.review.lines import joined
from slaeditor.review.movements import halves, joins, moves
from slaeditor.review.newcomers import Newcomers
from slaeditor.review.passages import Passage, Slot
from slaeditor.review.proposal import Kind, Proposal, Remark, Review, Reword, Unmatched
from slaeditor.review.remarks import marked, remarks, struck_out, unplaced, without_notes
from slaeditor.review.renumbering import typed_numbers
from slaeditor.review.signing import is_signing, signing
from slaeditor.review.values import Sort
from slaeditor.textdiff import is_trivial


def review(file: ReturnedFile, base: Document, agreement: Agreement, today: date) -> Review:
    """Everything that a returned file proposes for a draft.

    `base` is the document that the file was exported from, `agreement` the draft as it is now.
    """
    return _Gatherer(file, Context.of(base, View(agreement, today))).review()


class _Gatherer:
    def __init__(self, file: ReturnedFile, context: Context) -> None:
        self._file = file
        self._context = context
        self._remarks: list[Remark] = []
        self._unmatched: list[Unmatched] = []

    def review(self) -> Review:
        """Gather everything."""
        alignment = aligned(self._context.places, self._file)
        typed = typed_numbers(alignment, self._context)
        self._context = replace(self._context, typed=typed)
        newcomers = Newcomers(alignment, self._context)
        found = [
            *self._of_lines(alignment),
            *absences(alignment, self._context, self._unmatched),
            *joins(alignment, self._context),
            *moves(alignment, self._context),
            *newcomers.proposals(),
            *signing(alignment, self._context, self._unmatched),
        ]
        self._unmatched.extend(newcomers.unmatched)
        self._remarks.extend(newcomers.remarks)
        self._remarks.extend(remarks(self._file, alignment, self._context))
        self._unmatched.extend(unplaced(self._file, alignment, self._context))
        proposals = grouped(found, self._context)
        self._unmatched.extend(homeless(proposals))
        return Review(
            self._file.name,
            tuple(each for each in proposals if each.edits or each.trivial),
            tuple(dict.fromkeys(self._remarks)),
            tuple(self._unmatched),
            self._file.warnings,
        )

    def _of_lines(self, alignment: Alignment) -> Iterator[Proposal]:
        """The proposals in lines that are still there."""
        swallowed = {(match.source) for match in alignment.matches if match.merged}
        for match in alignment.matches:
            if match.line is None or is_signing(match.place):
                continue
            whole = joined(match.line, *(line for _, line in match.tail))
            line, notes = without_notes(match.place, whole)
            self._remarks.extend(marked(match.place, line, self._context, notes))
            yield from self._proposals(match, line, values_only=match.source in swallowed)
            bare = struck_out(line)
            if bare is not None:
                for each in self._proposals(match, bare):
                    yield replace(each, hint=_STRUCK)

    def _proposals(
        self, match: Match, line: Line, *, values_only: bool = False
    ) -> Iterator[Proposal]:
        if match.place.text == line.text and not match.tail:
            return
        found = self._context.passage(match.place, line)
        if not match.tail and is_trivial(found.old, found.new):
            yield from self._trivial(found)
            return
        for slot in found.slots:
            yield from self._value(found, slot)
        if values_only:
            return
        if match.tail:
            yield from halves(match, found, self._context)
        elif found.is_reworded:
            gone = tuple(emptied(found, self._context))
            yield from gone or self._wording(found)

    def _value(self, found: Passage, slot: Slot) -> Iterator[Proposal]:
        outcome = slot.outcome
        if outcome is None or slot.place is None or outcome.sort is Sort.WORDS:
            return
        path = getattr(slot.span, "path", "")
        names = self._context.names
        quotes = '“”"' if isinstance(slot.span, Term) else ""
        yield Proposal(
            kind=Kind.CLAUSE if path.startswith("clauses/") else Kind.VALUE,
            path=path,
            before=slot.span.text.strip(quotes or None),
            after=found.new[slot.place[0] : slot.place[1]].strip(quotes or None),
            where=names.where(found.place),
            label=names.label(path),
            edits=outcome.edits,
            authors=found.authors(*slot.place),
            passage=(found.old, found.new),
            hint=outcome.hint,
            trivial=outcome.sort is Sort.SAME,
        )

    def _wording(self, found: Passage) -> Iterator[Proposal]:
        paragraph = found.place.paragraph
        is_fixed = paragraph is None or not paragraph.id
        clause = found.place.key if paragraph is None else paragraph.id
        edits = () if is_fixed else (Reword(clause, found.template(), found.base),)
        yield Proposal(
            kind=Kind.CLAUSE,
            path=f"clauses/{clause}/text",
            before=found.expected,
            after=found.new,
            where=self._context.names.where(found.place),
            label="Wording",
            edits=edits,
            authors=found.authors(),
            passage=(found.old, found.new),
            hint=_FIXED_CELL.format(found.old) if is_fixed else self._hint(found),
            trivial=found.is_trivial,
        )

    def _trivial(self, found: Passage) -> Iterator[Proposal]:
        """Other blanks, quotes, capitals; taken as wording only where all its values live on."""
        if found.old == found.new:
            return
        keeps = all(slot.lives for slot in found.slots) and found.template() != found.base
        for each in self._wording(found):
            yield replace(each, edits=each.edits if keeps else (), hint="", trivial=True)

    def _hint(self, found: Passage) -> str:
        """What a person should know before a clause is reworded."""
        if found.relinked:
            return _RELINKED.format(", ".join(found.relinked))
        reasons = [s.outcome.hint for s in found.slots if s.outcome is not None and not s.lives]
        lost = [slot.span for slot in found.slots if not slot.lives]
        sources = [source for span in lost for source in getattr(span, "sources", ())]
        values = [path for span in lost if (path := getattr(span, "path", ""))]
        if sources:
            reasons.append(f"What was changed here is worked out from {self._labels(sources)}.")
        if values:
            reasons.append(f"{self._labels(values)} will no longer show here by itself.")
        return " ".join(filter(None, reasons))

    def _labels(self, paths: list[str]) -> str:
        labels = dict.fromkeys(self._context.names.label(path) for path in paths)
        return ", ".join(f"“{label}”" for label in labels)


_STRUCK = "Struck through by hand, without tracking: decide whether it goes."
_FIXED_CELL = (
    "This is worked out from other values, or is a fixed part of the document. It said “{}”."
)
_RELINKED = (
    "The reference was typed over and is no longer live in the file. It now names {}; taken over, "
    "it is live again and follows the numbering."
)
