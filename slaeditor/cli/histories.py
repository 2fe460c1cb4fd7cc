"""The verb `history`."""

from slaeditor.cli.desk import Desk, Words, print_json
from slaeditor.cli.streams import on_one_line


def history(desk: Desk, words: Words) -> None:
    """Print the points of a draft's history, newest first."""
    points = desk.library.history(desk.stored(words.draft).id).points()
    if words.json:
        print_json([{"id": p.id, "label": p.label, "date": p.date, "kind": p.kind} for p in points])
        return
    for point in points:
        print(f"{point.id:16} {point.date}  {point.kind:10} {on_one_line(point.label)}")
