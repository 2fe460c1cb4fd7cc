"""The verb `history`: what it lists, shows, names and goes back to."""

from collections.abc import Sequence

from slaeditor.agreement import decode
from slaeditor.cli.desk import BadUse, Desk, Words, print_json
from slaeditor.cli.streams import on_one_line, warn
from slaeditor.document.compose import compose
from slaeditor.document.text import plain_text
from slaeditor.editing.going_back import Was, WentBack, go_back, go_back_in_file
from slaeditor.editing.revisions import revision
from slaeditor.errors import Damaged, Refused, TooNew, UnknownDraft
from slaeditor.library.drafts import History, Point

_WAS = {
    Was.IN_LIBRARY: "What it said before is a point of its own.",
    Was.IN_TRASH: "It was in the trash and is in the library again.",
    Was.LOST: "Its file was gone and is in the library again.",
}


def history(desk: Desk, words: Words) -> None:
    """Print the points of a draft's history, newest first, or do with them what the words say.

    The draft may be in the trash, damaged, or lost: its id is enough then.
    """
    draft_id = _draft_id(desk, words.draft)
    points = desk.library.history(draft_id)
    if words.restore is not None:
        _print_went_back(_went_back(desk, words, draft_id), as_data=words.json)
    elif words.show is not None:
        at = points.restored(revision(points, words.show).id)
        if at.sentence:
            warn(at.sentence)
        print(plain_text(compose(decode(at.draft), desk.today)))
    elif words.name is not None:
        named = _named(desk, words, points)
        _print_points([named], as_data=words.json)
    else:
        found = points.points()
        for problem in points.problems:
            warn(problem)
        _print_points(found, as_data=words.json)


def _print_points(points: Sequence[Point], *, as_data: bool) -> None:
    if as_data:
        print_json([_data(point) for point in points])
        return
    for point in points:
        computer = f"  (on {on_one_line(point.computer)})" if point.computer else ""
        label = on_one_line(point.label)
        print(f"{point.id:17} {_local(point)}  {point.kind:10} {label}{computer}")


def _print_went_back(went: WentBack, *, as_data: bool) -> None:
    if went.sentence:
        warn(went.sentence)
    if as_data:
        print_json({"id": went.draft_id, "restored": _data(went.point)})
        return
    label = on_one_line(went.point.label)
    print(f"{went.draft_id}: went back to “{label}” from {_local(went.point)}. {_WAS[went.was]}")


def _data(point: Point) -> dict[str, str]:
    return {
        "id": point.id,
        "label": point.label,
        "date": point.date,
        "kind": point.kind,
        "computer": point.computer,
    }


def _local(point: Point) -> str:
    """When a point was made, by the clock on the wall; as it is stored where that is no date."""
    try:
        return point.moment.astimezone().strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError):
        return on_one_line(point.date)


def _draft_id(desk: Desk, word: str) -> str:
    """The id behind a word: a draft's, one's in the trash, or one's of which only points are left.

    Raises what `Desk.stored` raises when there is nothing of all that.
    """
    try:
        return desk.stored(word).id
    except (UnknownDraft, Damaged, TooNew):
        drafts = desk.library.trashed().drafts
        trashed = [each.id for each in drafts if word in (each.id, each.title)]
        if len(trashed) == 1:
            return trashed[0]
        if not word.endswith(".sla") and _has_points(desk, word):
            return word
        raise


def _has_points(desk: Desk, word: str) -> bool:
    try:
        return bool(desk.library.history(word).points())
    except Refused:  # a title, which is no id
        return False


def _went_back(desk: Desk, words: Words, draft_id: str) -> WentBack:
    if words.draft.endswith(".sla"):
        return go_back_in_file(desk.library, desk.stored(words.draft), words.restore, desk.today)
    return go_back(desk.library, draft_id, words.restore, desk.today)


def _named(desk: Desk, words: Words, points: History) -> Point:
    """Make a point of what the draft says now, by that name."""
    if not words.name.strip():
        raise BadUse("A point needs a name: --name “Draft 3”.")
    return points.add(desk.stored(words.draft).draft, words.name.strip(), "named")
