"""Going back in the open agreement, to a point or to what was opened: asked first, one step."""

from collections.abc import Callable

from slaeditor.agreement import Agreement
from slaeditor.bidi import isolated
from slaeditor.editing.going_back import before_going_back
from slaeditor.editing.names import change_name
from slaeditor.editing.taking_back import changes_back
from slaeditor.i18n import _, ngettext
from ui.desk import Desk
from ui.dialogs import ask
from ui.frame import Frame
from ui.theme.widgets import PrimaryButton

_MOST_NAMED = 8


def ask_to_revert(frame: Frame, desk: Desk, then: Callable[[], object]) -> None:
    """Ask whether to go back to what was opened, naming what will change; say if nothing would."""
    names = _names(desk.draft.agreement, desk.sitting.opened)
    if not desk.draft.permission.is_given:
        frame.toast.show_message(desk.draft.permission.sentence)
    elif not names:
        frame.toast.show_message(_("Nothing has changed since this agreement was opened."))
    else:
        ask(
            frame,
            _("Revert to last opened?"),
            _sentence(names),
            [(PrimaryButton(_("Revert")), then)],
        )


def go_back(desk: Desk, agreement: Agreement, step: str) -> None:
    """Make a point of the present state, and take another one as one step.

    Raises what making the point raises; then nothing has changed.
    """
    desk.add_point_of(desk.draft.agreement, before_going_back(), "restored")
    desk.draft.replace(agreement, step)
    desk.save_now()


def _names(now: Agreement, earlier: Agreement) -> list[str]:
    """What would change, each thing once."""
    changes = changes_back(now, earlier)
    return list(dict.fromkeys(isolated(change_name(now, change)) for change in changes))


def _sentence(names: list[str]) -> str:
    told = ngettext(
        "This changes back to what it was when you opened the agreement: {names}.",
        "{count} things change back to what they were when you opened the agreement: {names}.",
        len(names),
    )
    named = names[:_MOST_NAMED]
    rest = len(names) - len(named)
    if rest:
        named.append(ngettext("{count} more", "{count} more", rest).format(count=rest))
    kept = _("What stands now is kept as a version of its own, and Undo takes you forward again.")
    return f"{told.format(count=len(names), names=', '.join(named))} {kept}"
