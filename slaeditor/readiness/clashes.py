"""Values that two computers changed differently, and that nobody has decided yet."""

from collections.abc import Iterator
from contextlib import suppress

from slaeditor.clashes import open_clashes
from slaeditor.document.view import View
from slaeditor.errors import UnknownPath
from slaeditor.field import Record
from slaeditor.finding import Finding, Severity
from slaeditor.paths import place_at, walk
from slaeditor.readiness.titles import title


def findings(view: View) -> Iterator[Finding]:
    """One for each, at the path of the value: a document must not say what is still open."""
    for clash in open_clashes(view.agreement):
        where = _title(view, clash.path)
        sentence = (
            f"{where}: changed on both sides. Compare the two versions and choose one."
            if clash.other is not None
            else f"{where}: changed here and removed on another computer. Keep it or remove it."
        )
        yield Finding(clash.path, Severity.BLOCKER, sentence, "clash")


def _title(view: View, path: str) -> str:
    """The value in words; of one that has several fields, what stands around these."""
    with suppress(UnknownPath):
        return title(view, place_at(view.agreement, path))
    record = view.value(path)
    if isinstance(record, Record):
        for each in walk(record, path):
            return title(view, place_at(view.agreement, each.path)).rpartition(" › ")[0]
    return path
