"""The dialog before an export: for whom, as what kind of file, and how it is marked."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from slaeditor.document.copies import Copy, Profile
from slaeditor.editing.export_choices import Choices
from slaeditor.i18n import _, ngettext
from slaeditor.library.drafts import Point
from slaeditor.moments import moment_words
from slaeditor.word.house.chosen import chosen
from ui.dialogs import Dialog
from ui.fields.choice_box import ChoiceBox
from ui.new.choices import RadioChoices
from ui.signals import without_arguments
from ui.theme.notices import InfoBar
from ui.theme.tokens import TIGHT, WIDE
from ui.theme.widgets import PrimaryButton, column_of

TYPES = {
    ".docx": _("Word document"),
    ".pdf": _("PDF, for reading"),
    ".html": _("Web page"),
    ".txt": _("Plain text"),
}
"""The kinds of file by suffix, the master first."""

_COPIES = (
    (
        Copy.REVIEW.value,
        _("Review copy for our own legal department"),
        _("Gaps are marked; things to check and comments stand beside the text."),
    ),
    (
        Copy.OTHER_SIDE.value,
        _("Copy for the other side"),
        _("Gaps stand in brackets; no comments, no names, nothing internal."),
    ),
    (
        Copy.CLEAN.value,
        _("Clean copy for signature"),
        _("Without a draft mark; only when nothing is open."),
    ),
)
_PROFILES = (
    (Profile.COMPATIBLE.value, _("Word and LibreOffice")),
    (Profile.WORD.value, _("Word alone")),
)
_MOST_NAMED = 4
_WIDTH = 38  # in heights of a line of text


class ChoosingDialog(Dialog):
    """Asks for the choices; `then` gets them once the dialog has closed.

    `gaps` are the labels of what is missing; `go_to_gap` leads to the first of it.
    """

    def __init__(
        self,
        parent: QWidget,
        choices: Choices,
        points: Sequence[Point],
        gaps: Sequence[str],
        then: Callable[[Choices], object],
        go_to_gap: Callable[[], object],
    ) -> None:
        super().__init__(_("Export"), parent)
        self.setMinimumWidth(round(self.fontMetrics().height() * _WIDTH))
        self._then = then
        self._gaps = gaps
        self._go_to_gap = go_to_gap
        self.kind, self.profile, self.since = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.copies = RadioChoices(_("For whom"))
        self.copies.offer(_COPIES, choices.copy.value)
        self.watermark = QLineEdit(choices.watermark)
        self.watermark.setPlaceholderText(_("None; for instance DRAFT"))
        self.comments = QCheckBox(_("With comments and things to check"))
        self.comments.setChecked(choices.with_comments)
        self.house = QCheckBox(_house_words())
        self.house.setChecked(choices.in_house)
        if chosen() is None:
            self.house.hide()
        self._open = InfoBar(self._gap_words(), "warning", closable=False)
        self._open.add_button(_("Go to the first gap"), self._on_gap_asked)
        self._fill(choices, points)
        self._lay_out()
        self._ready = PrimaryButton(_("Choose file…"))
        self._ready.setDefault(True)
        self._ready.clicked.connect(self._on_ready_clicked)
        self.add_buttons(self.cancel_button(), self._ready)
        self.copies.picked.connect(self._show_what_applies)
        self.kind.activated.connect(without_arguments(self._show_what_applies))
        self.since.activated.connect(without_arguments(self._show_what_applies))
        self._show_what_applies()
        self.copies.focus_first()

    def _fill(self, choices: Choices, points: Sequence[Point]) -> None:
        for suffix, words in TYPES.items():
            self.kind.addItem(f"{words} ({suffix})", suffix)
        self.kind.setCurrentIndex(max(self.kind.findData(choices.suffix), 0))
        for value, words in _PROFILES:
            self.profile.addItem(words, value)
        self.profile.setCurrentIndex(self.profile.findData(choices.profile.value))
        self.since.addItem(_("None: the whole document"), "")
        now = datetime.now(UTC)
        for point in points:
            self.since.addItem(f"{point.label}, {moment_words(point.moment, now)}", point.id)
        self.since.setCurrentIndex(max(self.since.findData(choices.since), 0))

    def _lay_out(self) -> None:
        self.body.addWidget(self.copies)
        self.body.addWidget(self._open)
        boxes = QGridLayout()
        boxes.setSpacing(WIDE)
        boxes.addLayout(_under(_("File"), self.kind), 0, 0)
        boxes.addLayout(_under(_("Made for"), self.profile), 0, 1)
        boxes.addLayout(_under(_("Tracked changes since"), self.since), 1, 0)
        boxes.addLayout(_under(_("Watermark across every page"), self.watermark), 1, 1)
        for column in (0, 1):
            boxes.setColumnStretch(column, 1)
        self.body.addLayout(boxes)
        self.body.addWidget(self.comments)
        self.body.addWidget(self.house)

    def choices(self) -> Choices:
        """What is chosen now, as far as it applies."""
        suffix = str(self.kind.currentData())
        return Choices(
            copy=Copy(self.copies.value()),
            profile=Profile(self.profile.currentData()),
            watermark=self.watermark.text().strip(),
            with_comments=self.comments.isChecked(),
            since=str(self.since.currentData()) if suffix == ".docx" else "",
            suffix=suffix,
            in_house=self.house.isChecked(),
        )

    def _gap_words(self) -> str:
        count = len(self._gaps)
        words = ngettext(
            "One thing is still open: {named}. A clean copy has no gaps.",
            "{count} things are still open: {named}. A clean copy has no gaps.",
            count,
        )
        named = ", ".join(f"[{label}]" for label in self._gaps[:_MOST_NAMED])
        more = _(" and others") if count > _MOST_NAMED else ""
        return words.format(count=count, named=named + more)

    @Slot()
    def _show_what_applies(self) -> None:
        """Let only that be chosen which makes a difference to this copy and kind of file."""
        suffix, copy = self.kind.currentData(), Copy(self.copies.value())
        is_word = suffix == ".docx"
        is_whole = not (is_word and self.since.currentData())
        self.since.setEnabled(is_word)
        self.profile.setEnabled(is_word and is_whole)
        self.comments.setEnabled(is_word and is_whole and copy is Copy.REVIEW)
        self.watermark.setEnabled(suffix in (".docx", ".pdf") and is_whole)
        self.house.setEnabled(is_word)
        is_stopped = copy is Copy.CLEAN and bool(self._gaps)
        self._open.setVisible(is_stopped)
        self._ready.setEnabled(not is_stopped)
        self._fit()

    @Slot()
    def _on_ready_clicked(self) -> None:
        choices = self.choices()
        self.accept()
        self._then(choices)

    def _on_gap_asked(self) -> None:
        self.reject()
        self._go_to_gap()


def _house_words() -> str:
    kept = chosen()
    return _("In the house template “{name}”").format(name=kept.name if kept else "")


def _under(label: str, box: QWidget) -> QVBoxLayout:
    words = QLabel(label)
    words.setProperty("role", "label")
    words.setBuddy(box)
    box.setAccessibleName(label)
    return column_of((words, box), TIGHT)
