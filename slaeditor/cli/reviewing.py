"""The verb `review`: what a Word file that came back proposes, and taking it into the draft."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

from slaeditor.agreement import decode, encode
from slaeditor.cli.desk import BadUse, Desk, Words, print_json
from slaeditor.cli.streams import on_one_line, warn
from slaeditor.document.view import View
from slaeditor.editing.reviewing import file_of_review, finished, imported
from slaeditor.readiness.questions import completeness
from slaeditor.review.proposal import Proposal, Remark, Review, Unmatched

_ALL = "all"


def review(desk: Desk, words: Words) -> None:
    """Print what a file proposes; with `--take`, take it, with all comments and a record of it.

    A point is made in the history before anything is applied. Where the file says two different
    things about one value, "all" takes neither, and says so.
    """
    stored, agreement = desk.agreement(words.draft)
    path = Path(words.file)
    history = desk.library.history(stored.id)
    data = file_of_review(path)
    found = imported(data, path.name, agreement, history, desk.today, repair=words.repair).review
    for sentence in found.warnings:
        warn(sentence)
    chosen = _chosen(found, words.take) if words.take else None
    if chosen is not None:
        history.add(encode(agreement), f"Before the review {path.name}", "review")
        new = finished(agreement, found, chosen, desk.today)
        stored.save(encode(decode(encode(new))), completeness(View(new, desk.today)))
    if words.json:
        print_json(_data(found))
    else:
        _print(found, chosen)


def _chosen(found: Review, wanted: list[str]) -> Collection[str]:
    """The ids to take. Raises BadUse for one that the file doesn't propose."""
    if wanted == [_ALL]:
        rivals = [each for each in found.proposals if each.rivals]
        for rival in rivals:
            warn(f"{rival.id} was not taken: the file says two things about {rival.label}.")
        return {each.id for each in found.proposals if not each.rivals}
    known = {each.id for each in found.proposals}
    for each in wanted:
        if each not in known:
            raise BadUse(f"The file has no proposal “{each}”. `slaeditor review` lists them.")
    return set(wanted)


def _data(found: Review) -> dict[str, Any]:
    return {
        "proposals": [_proposal(each) for each in found.proposals],
        "comments": [_comment(each) for each in found.remarks],
        "unmatched": [_unmatched(each) for each in found.unmatched],
    }


def _proposal(each: Proposal) -> dict[str, Any]:
    return {
        "id": each.id,
        "path": each.path,
        "kind": each.kind.value,
        "before": each.before,
        "after": each.after,
        "author": each.author,
        "date": each.date,
    }


def _comment(each: Remark) -> dict[str, Any]:
    said = [
        {
            "author": author.name,
            "date": author.date.isoformat() if author.date is not None else "",
            "text": text,
        }
        for author, text in each.entries
    ]
    first = said[0] if said else {"author": "", "date": "", "text": ""}
    return {
        "id": each.id,
        "path": each.path,
        "quoted": each.quoted,
        **first,
        "resolved": each.resolved,
        "replies": said[1:],
    }


def _unmatched(each: Unmatched) -> dict[str, Any]:
    authors = ", ".join(author.name for author in each.authors if author.name)
    return {"text": each.text, "near": each.near, "what": each.what, "author": authors}


def _print(found: Review, chosen: Collection[str] | None) -> None:
    for each in found.proposals:
        taken = "" if chosen is None else "taken  " if each.id in chosen else "kept   "
        change = f"“{each.before}” → “{each.after}”" if each.after else f"“{each.before}” removed"
        who = f" ({each.author})" if each.author else ""
        mark = " CONFLICT" if each.conflict else ""
        print(f"{each.id}  {taken}{each.where}, {each.label}: {on_one_line(change)}{who}{mark}")
    for remark in found.remarks:
        for author, text in remark.entries:
            print(f"comment   {remark.where}: {author.name}: {on_one_line(text)}")
    for unmatched in found.unmatched:
        print(f"no place  {unmatched.near}: {on_one_line(unmatched.text)} ({unmatched.what})")
    if not (found.proposals or found.remarks or found.unmatched):
        print("Nothing was changed in this file.")
