"""The card of the settings with the house template: which one it is, another one, or none."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from slaeditor.bidi import isolated
from slaeditor.errors import HouseRefused
from slaeditor.i18n import _
from slaeditor.word.house.chosen import chosen, digest_of, forget
from slaeditor.word.house.keeping import keep, kept_data, styles_for
from slaeditor.word.house.opening import opened, read
from ui.house.dialog import HouseDialog
from ui.theme.notices import InfoBar, announce
from ui.theme.widgets import Button, Card, Words, hint, row_of

AskForFile = Callable[[QWidget], Path | None]
"""Asks a person for the file of a template; None if they chose none."""


class HouseCard(Card):
    """Shows the template that exports are made in, and lets it be chosen, changed and removed."""

    def __init__(self, ask: AskForFile) -> None:
        super().__init__(_("House template"))
        self._ask = ask
        self.dialog: HouseDialog | None = None
        self.name = Words("")
        self.notice = InfoBar("", "danger", closable=False)
        self.notice.hide()
        self.choose = Button(_("Choose…"), "folder-open")
        self.choose.setAccessibleName(_("Choose a house template"))
        self.change = Button(_("Styles…"))
        self.change.setAccessibleName(_("Change what the styles of the house template are for"))
        self.remove = Button(_("Remove"))
        self.remove.setAccessibleName(_("Export without a house template"))
        self.choose.clicked.connect(self._on_choose_clicked)
        self.change.clicked.connect(self._on_change_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)
        self.body.addWidget(self.name)
        self.body.addWidget(
            hint(
                _(
                    "A Word template of your firm (.dotx or .docx): exports to Word take its "
                    "styles, numbering, page, header and footer."
                )
            )
        )
        self.body.addWidget(self.notice)
        self.body.addLayout(row_of(self.choose, self.change, self.remove))
        self._show()

    @Slot()
    def _on_choose_clicked(self) -> None:
        path = self._ask(self.window())
        if path is not None:
            self._attempt(lambda: self._confirm(read(path), path.name))

    @Slot()
    def _on_change_clicked(self) -> None:
        kept = chosen()
        if kept is not None:
            self._attempt(lambda: self._confirm(kept_data(kept), kept.name))

    @Slot()
    def _on_remove_clicked(self) -> None:
        self._attempt(forget)
        self._show()
        self.choose.setFocus()

    def _confirm(self, data: bytes, name: str) -> None:
        """Ask what the styles are for, and keep the template with the answer."""
        template = opened(data, name)
        styles, is_known = styles_for(template, digest_of(data))

        def then(found: dict[str, str]) -> None:
            self._attempt(lambda: keep(data, name, found))
            self._show()

        self.dialog = HouseDialog(self.window(), template, styles, then, is_known=is_known)
        self.dialog.open()

    def _attempt(self, what: Callable[[], object]) -> None:
        """Do something, and tell here why it couldn't be done."""
        self.notice.hide()
        try:
            what()
        except HouseRefused as error:
            self.notice.set_text(str(error), "danger")
            self.notice.show()
            announce(self, str(error))

    def _show(self) -> None:
        kept = chosen()
        self.name.setText(isolated(kept.name) if kept else _("None: exports have our own look."))
        self.change.setEnabled(kept is not None)
        self.remove.setEnabled(kept is not None)
