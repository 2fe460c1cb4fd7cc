"""Which of the firm's styles are for what: a line of sample text and a list of styles for each."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from slaeditor.bidi import isolated
from slaeditor.i18n import _
from slaeditor.word.house.opening import Template
from slaeditor.word.house.places import PLACES, Place
from slaeditor.word.house.roles import proposed
from slaeditor.word.house.samples import Look, Sample, samples
from ui.dialogs import Dialog
from ui.fields.choice_box import ChoiceBox
from ui.signals import without_arguments
from ui.theme.tokens import MEDIUM, SMALL, TIGHT
from ui.theme.widgets import Button, PrimaryButton, Words, hint

_WIDTH = 44  # in heights of a line of text
_HEIGHT = 34
_SMALLEST, _LARGEST = 8.0, 15.0
"""Points between which a sample is shown: a title fits into its line, a note can be read."""


class _SampleLine(QWidget):
    """What a place is called, and below it its sample text in the look of its style."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.name = QLabel(place.label)
        self.name.setProperty("role", "label")
        self._place = place
        self.text = Words("")
        self.text.setVisible(bool(place.sample))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self.name)
        column.addWidget(self.text)

    def show_sample(self, sample: Sample) -> None:
        """Show the number and the look that follow from the styles chosen now."""
        number = f"{sample.number}   " if sample.number else ""
        self.text.setText(number + self._place.sample)
        self.text.setFont(_font(self.text.font(), sample.look))


class HouseDialog(Dialog):
    """Asks what the styles of a template are for; `then` gets them once the dialog has closed.

    `styles` are the styles by the names of places that it begins with; `is_known` says that they
    were confirmed before.
    """

    def __init__(
        self,
        parent: QWidget,
        template: Template,
        styles: Mapping[str, str],
        then: Callable[[dict[str, str]], object],
        *,
        is_known: bool = False,
    ) -> None:
        super().__init__(_("House template"), parent)
        self._template = template
        self._then = then
        self.boxes: dict[str, ChoiceBox] = {}
        self.lines: dict[str, _SampleLine] = {}
        self.body.addWidget(Words(isolated(template.name), "section"))
        self.body.addWidget(hint(_about(styles, is_known=is_known)))
        self.body.addWidget(self._scrolled(styles), 1)
        again = Button(_("Propose anew"))
        again.setAccessibleName(_("Propose styles anew from the template"))
        again.clicked.connect(self._on_again_clicked)
        ready = PrimaryButton(_("Use this template"))
        ready.setDefault(True)
        ready.clicked.connect(self._on_ready_clicked)
        self.add_buttons(again, self.cancel_button(), ready)
        line = self.fontMetrics().height()
        self.setMinimumWidth(round(line * _WIDTH))
        self.resize(round(line * _WIDTH), round(line * _HEIGHT))
        self._show_samples()
        self.boxes["heading"].setFocus(Qt.FocusReason.OtherFocusReason)

    def styles(self) -> dict[str, str]:
        """The styles chosen now, by the names of their places; ours are left out."""
        chosen = {name: str(box.currentData()) for name, box in self.boxes.items()}
        return {name: style for name, style in chosen.items() if style}

    def _scrolled(self, styles: Mapping[str, str]) -> QScrollArea:
        grid = QGridLayout()
        grid.setHorizontalSpacing(MEDIUM)
        grid.setVerticalSpacing(SMALL)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        for row, place in enumerate(PLACES):
            box, line = self._box(place), _SampleLine(place)
            line.name.setBuddy(box)
            box.setCurrentIndex(max(box.findData(styles.get(place.name, "")), 0))
            box.activated.connect(without_arguments(self._show_samples))
            self.boxes[place.name], self.lines[place.name] = box, line
            grid.addWidget(line, row, 0)
            grid.addWidget(box, row, 1, Qt.AlignmentFlag.AlignTop)
        within = QWidget()
        within.setLayout(grid)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(within)
        return area

    def _box(self, place: Place) -> ChoiceBox:
        box = ChoiceBox()
        box.setAccessibleName(_("Style for {place}").format(place=place.label))
        box.addItem(_("Use our own"), "")
        sheet = self._template.sheet
        kind = "table" if place.is_table else "paragraph"
        for style in sorted(sheet.of_type(kind), key=lambda each: each.name.casefold()):
            box.addItem(style.name or style.id, style.id)
        return box

    @Slot()
    def _show_samples(self) -> None:
        for sample in samples(self._template, self.styles()):
            self.lines[sample.place.name].show_sample(sample)

    @Slot()
    def _on_again_clicked(self) -> None:
        found = proposed(self._template.sheet)
        for name, box in self.boxes.items():
            box.setCurrentIndex(max(box.findData(found.get(name, "")), 0))
        self._show_samples()

    @Slot()
    def _on_ready_clicked(self) -> None:
        styles = self.styles()
        self.accept()
        self._then(styles)


def _about(styles: Mapping[str, str], *, is_known: bool) -> str:
    if is_known:
        return _("You confirmed these styles before. Change what has changed, or use them again.")
    if styles:
        return _(
            "These styles were found in the template. Check them: what has no style of your firm "
            "gets our own look, and your firm’s styles stay as they are."
        )
    return _(
        "No style of the template tells what it is for. Choose some, or use its page, header and "
        "footer alone."
    )


def _font(usual: QFont, look: Look) -> QFont:
    font = QFont(look.family, -1) if look.family else QFont(usual)
    font.setPointSizeF(min(max(look.size, _SMALLEST), _LARGEST))
    font.setBold(look.bold)
    font.setItalic(look.italic)
    capitals = QFont.Capitalization.AllUppercase if look.capitals else usual.capitalization()
    font.setCapitalization(capitals)
    return font
