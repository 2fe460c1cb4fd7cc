"""The list of agreements as a table for a spreadsheet."""

from collections.abc import Iterable

from slaeditor.kinds import KIND_WORDS, Kind, Status
from slaeditor.library.summaries import Summary

_HEADINGS = ["ID", "Title", "Kind", "Provider", "Customer", "Status", "Ready", "Changed"]


def list_sheet(summaries: Iterable[Summary]) -> list[list[str]]:
    """A line of headings, then one row for each agreement; moments as 2027-03-04 14:32, local."""
    kinds = {kind.value: KIND_WORDS[kind].short for kind in Kind}
    states = {status.value: status.label for status in Status}
    rows = [
        [
            each.id,
            each.title,
            kinds.get(each.kind, each.kind),
            each.provider,
            each.customer,
            states.get(each.status or Status.DRAFT.value, each.status),
            each.complete.replace("/", " of "),
            each.changed.astimezone().strftime("%Y-%m-%d %H:%M"),
        ]
        for each in summaries
    ]
    return [_HEADINGS, *rows]
