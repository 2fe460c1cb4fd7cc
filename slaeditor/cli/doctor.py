"""The verb `doctor`: what is wrong with the library, and what can be had of a damaged draft."""

from slaeditor.cli.desk import Desk, Words, print_json
from slaeditor.cli.streams import on_one_line
from slaeditor.editing.remains import restore
from slaeditor.library.doctor import examine


def doctor(desk: Desk, words: Words) -> int:
    """Look at the whole library, or write what is left of a draft as a copy.

    1 when something needs a choice, else 0.
    """
    if words.restore:
        return _restore(desk, words)
    report = examine(desk.library)
    if words.json:
        print_json(
            {
                "drafts": report.drafts,
                "trash": report.trashed,
                "points": report.points,
                "needs_choice": report.needs_choice,
                "findings": [
                    {
                        "weight": each.weight,
                        "about": each.about,
                        "sentence": each.sentence,
                        "can_be_had": each.can_be_had,
                    }
                    for each in report.findings
                ],
            }
        )
    else:
        for each in report.findings:
            way = f" `slaeditor doctor --restore {each.about}` saves what is left as a copy."
            told = f"{each.sentence}{way if each.can_be_had else ''}"
            print(f"{each.weight.label}: {on_one_line(told)}")
        print(report.sentence)
    return 1 if report.needs_choice else 0


def _restore(desk: Desk, words: Words) -> int:
    copy_id, made_of = restore(desk.library, words.restore, desk.today)
    if words.json:
        print_json({"id": copy_id, "from": made_of.source, "lost": list(made_of.lost)})
    else:
        print(f"{copy_id}  {on_one_line(made_of.sentence)}")
    return 0
