"""Steps of the tests with two laptops: begin, edit apart, come together, decide, be quiet."""

import time
from pathlib import Path

from slaeditor.agreement import Agreement
from slaeditor.clashes import paths_of
from slaeditor.editing import shelf
from slaeditor.editing.templates import new_agreement, template
from slaeditor.library.drafts import Library
from tests.agreements import TODAY
from tests.sync.edits import Decided, Script
from tests.sync.laptop import Laptop, Pair, files
from tests.sync.syncthing import wait_until

COPIES, NO_COPIES, UNSAID = -1, 0, None
"""How many conflict copies Syncthing keeps: all, none, or its configuration doesn't say."""
_SETTLES = 25.0
"""Seconds within which two connected laptops have brought their versions together."""
_QUIET = 3.0
"""Seconds in which nobody writes when there is nothing to write."""


def begin(pair: Pair) -> str:
    """Put an agreement into the left library, let it travel, and start both programs; its id."""
    elsewhere = pair.left.home.parent / "elsewhere"
    library = Library(pair.left.library, elsewhere)
    agreement = new_agreement(template("internal-it-service-desk"))
    draft_id = shelf.store(library, agreement, TODAY)
    pair.connect()
    for each in pair.both:
        each.start()
    return draft_id


def begin_and_open(pair: Pair) -> str:
    """The same, with the agreement open on both."""
    draft_id = begin(pair)
    for each in pair.both:
        assert each.do("open", draft_id)
    converge(pair, draft_id)
    return draft_id


def is_shown_as_stored(laptop: Laptop, draft_id: str) -> bool:
    """Whether the program, if it is running, has everything saved and shows what the file holds."""
    if not laptop.runs:
        return True
    report = laptop.report()
    if report["saving"] or report["failure"]:
        return False
    return report["open"] is None or laptop.open_agreement == laptop.draft(draft_id)


def is_converged(pair: Pair, draft_id: str) -> bool:
    """Whether both libraries and both windows say the same, with no copies left about."""
    if not pair.is_synced() or pair.left.copies():
        return False
    if not all(is_shown_as_stored(each, draft_id) for each in pair.both):
        return False
    return pair.left.draft(draft_id) == pair.right.draft(draft_id)


def converge(pair: Pair, draft_id: str) -> Agreement:
    """Wait until both say the same; what that is."""
    try:
        wait_until(lambda: is_converged(pair, draft_id), "both have the same", _SETTLES)
    except AssertionError as error:
        raise AssertionError(f"{error}\n{state(pair, draft_id)}") from None
    return pair.left.draft(draft_id)


def state(pair: Pair, draft_id: str) -> str:
    """What there is on both laptops, for a test that fails."""
    lines = []
    for each in pair.both:
        report = each.report() if each.runs else {}
        shown = is_shown_as_stored(each, draft_id)
        lines += [
            f"{each.name}: copies {each.copies()}, shown as stored: {shown}",
            f"  saving {report.get('saving')}, failure {report.get('failure')!r}",
            f"  bars {report.get('bars')}",
            f"  clashes {each.draft(draft_id).clashes}",
            f"  header {each.header(draft_id)}",
            f"  log {each.log!r}",
        ]
    mine, theirs = files(pair.left.library), files(pair.right.library)
    different = [name for name in mine.keys() | theirs.keys() if mine.get(name) != theirs.get(name)]
    return "\n".join([*lines, f"different files: {sorted(different)}"])


def play(pair: Pair, script: Script) -> None:
    """Let both do what the script says, and save."""
    for laptop, acts in ((pair.left, script.left), (pair.right, script.right)):
        for act in acts:
            act.do(laptop)
        laptop.save()


def decide(laptop: Laptop, now: Agreement, how: str, script: Script) -> list[Decided]:
    """Let one decide everything that is shown, and save; what the script is about is left open."""
    taboo = {compound_at(path) for path in script.paths}
    decisions = [
        Decided(now, each, how) for each in now.clashes if compound_at(each.path) not in taboo
    ]
    for each in decisions:
        each.do(laptop)
    laptop.save()
    return decisions


def compound_at(path: str) -> str:
    """The value of several fields that a path is a part of, or itself."""
    return paths_of(Agreement, path)[0]


def settle(pair: Pair, draft_id: str, laptop: Laptop, how: str) -> None:
    """Let one of the two decide everything that is shown, and the other one see that."""
    before = laptop.draft(draft_id)
    for clash in before.clashes:
        laptop.do("settle", clash.id, how)
    laptop.save()
    after = converge(pair, draft_id)
    assert after.clashes == (), state(pair, draft_id)


def assert_quiet(pair: Pair) -> None:
    """Nobody goes on writing once all is said."""
    before = [stamps(each.library) for each in pair.both]
    time.sleep(_QUIET)
    assert [stamps(each.library) for each in pair.both] == before
    assert_untroubled(pair)


def assert_untroubled(pair: Pair) -> None:
    """Neither program had anything to complain about that nobody expected."""
    for each in pair.both:
        assert each.log == "", each.log


def stamps(library: Path) -> dict[str, int]:
    """When each file was written."""
    return {str(path): path.stat().st_mtime_ns for path in library.rglob("*.json*")}


def wait_for_list(laptop: Laptop, titles: list[str]) -> None:
    """Wait until the list of the program shows these titles and no others."""

    def shows() -> bool:
        return [title for _, title, _ in laptop.report()["agreements"]] == titles

    wait_until(shows, f"{laptop.name} shows {titles}")
