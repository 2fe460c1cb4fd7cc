"""What stands in the place of the list while there is nothing to list."""

from slaeditor.i18n import _
from ui.theme.notices import EmptyState
from ui.theme.widgets import Button, PrimaryButton, QuietButton


class FirstSight(EmptyState):
    """An empty library says in one sentence what to do."""

    def __init__(self) -> None:
        self.start = PrimaryButton(_("New agreement"), "plus-file")
        self.example = Button(_("Open the example"), "play")
        self.file = QuietButton(_("Open a file…"))
        super().__init__(
            "document",
            _("No agreements yet."),
            _("Start one, or look at a finished example."),
            (self.start, self.example, self.file),
        )


class NothingFound(EmptyState):
    """A search without a hit leads back to all."""

    def __init__(self) -> None:
        self.all_button = Button(_("Show all"))
        super().__init__(
            "search",
            _("Nothing found"),
            _("No agreement has all these words, this status and this kind."),
            (self.all_button,),
        )


def trash_empty() -> EmptyState:
    """An empty trash."""
    return EmptyState("trash", _("The trash is empty"), _("What you move here can be restored."))
