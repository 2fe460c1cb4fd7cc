"""The dialog for a new agreement: kind, parties, start; Back and Next, and Create at the end."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from slaeditor.agreement import Agreement
from slaeditor.editing.starting import Start
from slaeditor.editing.templates import template
from slaeditor.errors import SlaError
from slaeditor.i18n import _
from slaeditor.library.drafts import Summary
from ui.dialogs import Dialog
from ui.new.pages import COPY, KindPage, Page, PartiesPage, SourcePage
from ui.theme.widgets import Button, PrimaryButton, Words, hint, set_surface


class NewAgreementDialog(Dialog):
    """`create` gets the answers; `agreement_of` reads the agreement that is to be copied.

    What either refuses (`SlaError`) is shown in the dialog, which stays with all answers.
    """

    def __init__(
        self,
        parent: QWidget,
        existing: Sequence[Summary],
        agreement_of: Callable[[str], Agreement],
        create: Callable[[Start], object],
    ) -> None:
        super().__init__(_("New agreement"), parent)
        self._create = create
        self._agreement_of = agreement_of
        self._kind, self._parties = KindPage(), PartiesPage()
        self._source = SourcePage(existing)
        self._pages: tuple[Page, ...] = (self._kind, self._parties, self._source)
        self._step, self._heading = hint(""), Words("", "section")
        self._problem = Words("", "error")
        self._problem.hide()
        self._stack = QStackedWidget()
        for page in self._pages:
            self._stack.addWidget(_scrolling(page))
        for part in (self._step, self._heading, self._stack, self._problem):
            self.body.addWidget(part)
        self._back, self._next = Button(_("Back")), PrimaryButton(_("Next"))
        self._next.setDefault(True)
        self._back.clicked.connect(self._on_back_clicked)
        self._next.clicked.connect(self._on_next_clicked)
        self.add_buttons(self.cancel_button(), self._back, self._next)
        self.resize(QSize(560, 600))
        self._show_page(0)

    def _show_page(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        page = self._pages[number]
        last = len(self._pages)
        self._step.setText(_("Step {step} of {last}").format(step=number + 1, last=last))
        self._heading.setText(page.title)
        self._back.setEnabled(number > 0)
        self._next.setText(_("Create") if number + 1 == last else _("Next"))
        self._problem.hide()
        if page is self._parties:
            self._parties.ask_for(self._kind.kind)
        if page is self._source:
            self._source.ask_for(self._kind.kind)
        page.focus_first()

    def _answers(self) -> Start:
        copied = self._source.source == COPY
        return Start(
            kind=self._kind.kind,
            source=(
                self._agreement_of(self._source.copied_id)
                if copied
                else template(self._source.source)
            ),
            title=self._source.title_text,
            provider=self._parties.provider,
            customer=self._parties.customer,
            entity=self._parties.entity,
            ours=self._parties.ours,
            leave_out=self._source.leave_out.chosen() if copied else (),
        )

    @Slot()
    def _on_back_clicked(self) -> None:
        self._show_page(self._stack.currentIndex() - 1)

    @Slot()
    def _on_next_clicked(self) -> None:
        if self._stack.currentIndex() + 1 < len(self._pages):
            self._show_page(self._stack.currentIndex() + 1)
            return
        try:
            self._create(self._answers())
        except SlaError as error:
            self._problem.setText(str(error))
            self._problem.show()
        else:
            self.accept()


def _scrolling(page: Page) -> QScrollArea:
    """The page, with a bar where large text needs more room than there is."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QFrame.Shape.NoFrame)
    set_surface(page, "none")
    area.setWidget(page)
    return area
