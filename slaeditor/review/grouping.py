"""One card for one intention: the same change in many places, and the same value printed twice."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from slaeditor.blocks import Gap, Value
from slaeditor.kinds import Side
from slaeditor.review.context import Context
from slaeditor.review.drafts import Current
from slaeditor.review.echoes import CONTRADICTION, with_echoes
from slaeditor.review.proposal import AddClause, Kind, Proposal, Reword, SetLine, SetText, Unmatched
from slaeditor.textdiff import Fate, changes

_MANY = 3
"""So often must the same words be replaced by the same others to be one intention."""


def grouped(found: Sequence[Proposal], context: Context) -> list[Proposal]:
    """The proposals in the order of the document, joined where they are one intention."""
    joined = [*_bulk(found, context)]
    joined = [*_by_value(joined, context)]
    joined = [*with_echoes([(each, _pairs(each.before, each.after)) for each in joined], context)]
    unique = list(
        {(each.kind, each.path, each.before, each.after): each for each in joined}.values()
    )
    order = _order(context)
    unique.sort(key=lambda each: order.get(_anchor(each), len(order)))
    current = Current(context)
    return [
        replace(each, conflict=bool(now or each.rivals), now=now)
        for each in unique
        if (now := current.now(each)) is not None
    ]


def homeless(proposals: Sequence[Proposal]) -> Iterator[Unmatched]:
    """Changes of fixed text that are part of no greater intention, and that nothing can take."""
    for each in proposals:
        if not each.edits and not each.trivial:
            yield Unmatched(each.after, each.where, each.hint, each.authors)


def _bulk(found: Sequence[Proposal], context: Context) -> Iterator[Proposal]:
    """Proposals that only replace certain words by others, many times alike, as one."""
    pairs = {id(each): _replacements(each) for each in found}
    counts = Counter(pair for each in found for pair in set(pairs[id(each)]))
    often = {pair for pair, count in counts.items() if count >= _MANY}
    pairs |= {id(each): _in_texts(each, context) for each in found if not pairs[id(each)]}
    labels = _renamed(often, context)
    gathered: dict[tuple[str, str], list[Proposal]] = defaultdict(list)
    for each in found:
        own = set(pairs[id(each)])
        if len(own) == 1 and own <= often:
            gathered[own.pop()].append(each)
        else:
            yield _with_renamed(each, labels)
    for pair, members in gathered.items():
        yield _replaced_everywhere(pair, members, labels.get(pair), context)


def _replacements(proposal: Proposal) -> list[tuple[str, str]]:
    """The words that a rewording replaces, with what replaces them; empty for any other edit.

    A change in a fixed cell has no edit of its own, but may be one of many alike.
    """
    if any(not isinstance(edit, Reword) for edit in proposal.edits) or len(proposal.edits) > 1:
        return []
    return _pairs(proposal.before, proposal.after)


def _in_texts(proposal: Proposal, context: Context) -> list[tuple[str, str]]:
    """The same of a change to a text that somebody typed: it may be one of many alike."""
    if proposal.kind is not Kind.VALUE or len(proposal.edits) != 1:
        return []
    edit = proposal.edits[0]
    is_label = proposal.path.endswith("/short_name")
    if is_label or not isinstance(edit, SetText | SetLine) or not context.reader.is_text(edit.path):
        return []
    return _pairs(proposal.before, proposal.after)


def _pairs(before: str, after: str) -> list[tuple[str, str]]:
    stretches = changes(before, after)
    found: list[tuple[str, str]] = []
    for one, other in zip(stretches, [*stretches[1:], None], strict=True):
        if one.fate is Fate.REMOVED:
            if other is None or other.fate is not Fate.ADDED:
                return []
            found.append((one.text, other.text))
    added = sum(stretch.fate is Fate.ADDED for stretch in stretches)
    return found if added == len(found) else []


def _renamed(pairs: set[tuple[str, str]], context: Context) -> dict[tuple[str, str], Side]:
    """Of these replacements those that give a side another label."""
    labels = {
        context.labels.provider.text: Side.PROVIDER,
        context.labels.customer.text: Side.CUSTOMER,
    }
    return {pair: labels[pair[0]] for pair in pairs if pair[0] in labels}


def _with_renamed(each: Proposal, labels: dict[tuple[str, str], Side]) -> Proposal:
    """A rewording that also uses a new label: the label is a placeholder in it."""
    edits = tuple(
        replace(edit, text=_labelled(edit.text, labels)) if isinstance(edit, Reword) else edit
        for edit in each.edits
    )
    return replace(each, edits=edits)


def _labelled(text: str, labels: dict[tuple[str, str], Side]) -> str:
    for (_old, new), side in labels.items():
        text = text.replace(new, f"{{{side.value}}}")
    return text


def _replaced_everywhere(
    pair: tuple[str, str], members: list[Proposal], side: Side | None, context: Context
) -> Proposal:
    first = members[0]
    also = tuple(dict.fromkeys(each.where for each in members))
    authors = tuple(dict.fromkeys(author for each in members for author in each.authors))
    old, new = pair
    if side is None:
        return replace(
            first,
            path="clauses",
            before=old,
            after=new,
            label=f"Replaced in {len(members)} places",
            edits=tuple(edit for each in members for edit in each.edits),
            authors=authors,
            also=also,
        )
    at = f"introduction/{side.value}"
    typed = [e for each in members for e in each.edits if isinstance(e, SetText | SetLine)]
    return replace(
        first,
        kind=Kind.VALUE,
        path=f"{at}/short_name",
        before=old,
        after=new,
        label=context.names.label(f"{at}/short_name"),
        edits=(SetText(f"{at}/short_name", new), *typed),
        authors=authors,
        also=also,
        trivial=False,
    )


def _by_value(found: Sequence[Proposal], context: Context) -> Iterator[Proposal]:
    """A value that is printed in several places: one card, or rivals where they differ."""
    printed = _printed(context)
    found = [_with_article(each, context) for each in found]
    values: dict[str, list[Proposal]] = defaultdict(list)
    for each in found:
        if each.kind is Kind.VALUE and not any(type(e).__name__ == "SetLine" for e in each.edits):
            values[each.path].append(each)
    done: set[str] = set()
    for each in found:
        if each.path not in values or each not in values[each.path]:
            yield each
        elif each.path not in done:
            done.add(each.path)
            yield from _of_one_value(values[each.path], printed.get(each.path, ()))


def _with_article(each: Proposal, context: Context) -> Proposal:
    """A new label with the article that the old one had: "the Supplier" for "the Provider"."""
    at, _, leaf = each.path.rpartition("/")
    if leaf != "short_name" or each.trivial or not each.edits:
        return each
    label = getattr(context.labels, at.rpartition("/")[2], None)
    if label is None or not label.has_article:
        return each
    return replace(each, edits=(*each.edits, SetText(f"{at}/short_name_article", "yes")))


def _of_one_value(members: list[Proposal], where: Sequence[str]) -> Iterator[Proposal]:
    real = [each for each in members if not each.trivial] or members[:1]
    by_text: dict[str, list[Proposal]] = defaultdict(list)
    for each in real:
        by_text[each.after].append(each)
    for text, group in by_text.items():
        first = replace(group[0], edits=max((each.edits for each in group), key=len))
        here = {each.where for each in group}
        rivals = tuple(other for other in by_text if other != text)
        hint = first.hint
        if rivals:
            hint = CONTRADICTION
        yield replace(
            first,
            authors=tuple(dict.fromkeys(a for each in group for a in each.authors)),
            also=tuple(
                dict.fromkeys(
                    name
                    for name in (*where, *(name for each in group for name in each.also))
                    if name not in here or len(here) > 1
                )
            ),
            rivals=rivals,
            conflict=bool(rivals),
            hint=hint,
        )


def _printed(context: Context) -> dict[str, list[str]]:
    """Where each value is printed."""
    found: dict[str, list[str]] = defaultdict(list)
    for place in context.places:
        for span in place.spans:
            if isinstance(span, Value | Gap):
                found[span.path].append(context.names.where(place))
    return found


def _order(context: Context) -> dict[str, int]:
    """The position of every path, clause and row in the document."""
    order: dict[str, int] = {}
    for index, place in enumerate(context.places):
        order.setdefault(f"clauses/{place.key}/text", index)
        if place.row:
            order.setdefault(place.row, index)
            order.setdefault(place.row.rpartition("/")[0], index)
        for span in place.spans:
            if isinstance(span, Value | Gap):
                order.setdefault(span.path, index)
    return order


def _anchor(proposal: Proposal) -> str:
    """The path that says where in the document a proposal belongs."""
    for edit in proposal.edits:
        if isinstance(edit, AddClause):
            return f"clauses/{edit.behind}/text"
        if isinstance(edit, Reword) and proposal.path == "clauses":
            return f"clauses/{edit.clause}/text"
    return proposal.path
