"""The verb `library`: the whole library into one file, and back from one."""

from datetime import UTC, datetime
from pathlib import Path

from slaeditor.cli.desk import BadUse, Desk, Words, print_json
from slaeditor.cli.streams import on_one_line, warn
from slaeditor.editing.bringing_in import Fate, bring_in, summary_of
from slaeditor.library.archive import pack
from slaeditor.library.unpacking import Unpacked

_QUIET = (Fate.SAME,)


def library(desk: Desk, words: Words) -> int:
    """Save the library to one file, or bring one back; 1 when something of it needs a look."""
    if bool(words.save) == bool(words.load):
        raise BadUse("Say what to do: `slaeditor library --save FILE` or `--load FILE`.")
    return _save(desk, words) if words.save else _load(desk, words)


def _save(desk: Desk, words: Words) -> int:
    target = Path(words.save)
    packed = pack(desk.library.folder, target, datetime.now(UTC))
    for note in packed.notes:
        warn(note)
    if words.json:
        print_json({"file": str(target), "drafts": packed.drafts, "trash": packed.trashed})
    else:
        print(f"Saved to {target}: drafts: {packed.drafts}, in the trash: {packed.trashed}")
    return 1 if packed.notes else 0


def _load(desk: Desk, words: Words) -> int:
    with Unpacked(Path(words.load)) as source:
        brought = bring_in(desk.library, source, desk.today)
    if words.json:
        print_json(
            [
                {"id": each.id, "title": each.title, "fate": each.fate, "more": each.sentence}
                for each in brought
            ]
        )
    else:
        for each in brought:
            if each.fate not in _QUIET:
                told = on_one_line(f"{each.title}: {each.fate.label}. {each.sentence}")
                print(f"{each.id:16} {told}")
        print(summary_of(brought))
    return 1 if any(each.fate in (Fate.DAMAGED, Fate.FAILED) for each in brought) else 0
