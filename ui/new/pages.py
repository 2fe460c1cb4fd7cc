"""The three pages of questions."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from slaeditor.editing.duplicating import LeaveOut
from slaeditor.editing.templates import templates
from slaeditor.field import Form
from slaeditor.i18n import _
from slaeditor.kinds import KIND_WORDS, Entity, Kind, Side, form_of
from slaeditor.library.drafts import Summary
from ui.fields.choice_box import ChoiceBox
from ui.new.choices import RadioChoices
from ui.theme.tokens import MEDIUM, PAGE, TIGHT, WIDE
from ui.theme.widgets import Words, hint

COPY = "copy"


class Page(QWidget):
    """One page: a heading, a sentence, and its questions in `column`."""

    def __init__(self, title: str, sentence: str) -> None:
        super().__init__()
        self.title = title
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(WIDE)
        self.column.addWidget(Words(sentence, "muted"))

    def focus_first(self) -> None:
        """Give the keys to the first question."""
        raise NotImplementedError

    def add_field(self, label: str, control: QWidget, explanation: str = "") -> None:
        """A control under its label."""
        self.column.addLayout(labelled(label, control, explanation))


class KindPage(Page):
    """What kind of agreement it is to be."""

    def __init__(self) -> None:
        super().__init__(_("What kind of agreement is it?"), _("You can change this later."))
        self._kinds = RadioChoices()
        self._kinds.offer(
            (kind.value, kind.label, KIND_WORDS[kind].summary)
            for kind in Kind
            if KIND_WORDS[kind].ready
        )
        self.column.addWidget(self._kinds)
        self.column.addStretch(1)

    @property
    def kind(self) -> Kind:
        """The kind chosen."""
        chosen = self._kinds.value()
        return next(kind for kind in Kind if kind.value == chosen)

    def focus_first(self) -> None:
        """Give the keys to the kinds."""
        self._kinds.focus_first()


class PartiesPage(Page):
    """Between whom the agreement is, and whether that makes it a contract."""

    def __init__(self) -> None:
        super().__init__(
            _("Between whom?"), _("A name that you don’t know yet can stay empty for now.")
        )
        self._kind = Kind.INTERNAL
        self._side = RadioChoices(_("We are"))
        self._side.offer(
            [
                (Side.PROVIDER.value, _("the provider: we deliver"), ""),
                (Side.CUSTOMER.value, _("the customer: we receive"), ""),
            ]
        )
        self._ours, self._theirs = QLineEdit(), QLineEdit()
        self._entity = RadioChoices(_("Do both belong to the same company?"))
        self._entity.picked.connect(self._explain)
        self._consequence = Words(role="why")
        self.column.addWidget(self._side)
        self.add_field(_("Our side"), self._ours)
        self.add_field(_("The other side"), self._theirs)
        self.column.addWidget(self._entity)
        self.column.addWidget(self._consequence)
        self.column.addStretch(1)
        self.ask_for(Kind.INTERNAL)

    @property
    def ours(self) -> Side:
        """Which side is ours."""
        return Side.of(self._side.value())

    @property
    def provider(self) -> str:
        """The name of the side that delivers."""
        return (self._ours if self.ours is Side.PROVIDER else self._theirs).text()

    @property
    def customer(self) -> str:
        """The name of the side that receives."""
        return (self._theirs if self.ours is Side.PROVIDER else self._ours).text()

    @property
    def entity(self) -> Entity:
        """Whether the two can contract with each other."""
        chosen = self._entity.value()
        return next(each for each in Entity if each.value == chosen)

    def ask_for(self, kind: Kind) -> None:
        """Ask what fits the kind; an answer given for that kind stays."""
        before = self._entity.value() if kind is self._kind else ""
        usual = Entity.SAME if kind is Kind.INTERNAL else Entity.INDEPENDENT
        self._kind = kind
        department = kind is Kind.INTERNAL
        example = _("e.g. IT Services") if department else _("e.g. Northwind GmbH")
        other = _("e.g. Human Resources") if department else _("e.g. Contoso plc")
        self._ours.setPlaceholderText(example)
        self._theirs.setPlaceholderText(other)
        self._entity.offer([(each.value, each.label, "") for each in Entity], before or usual.value)
        self._explain()

    def focus_first(self) -> None:
        """Give the keys to the first question."""
        self._side.focus_first()

    @Slot()
    def _explain(self) -> None:
        """Say what follows where the answer makes another document of it than the kind."""
        form, usual = form_of(self._kind, self.entity), KIND_WORDS[self._kind].form
        self._consequence.setVisible(form is not usual)
        if form is Form.EXTERNAL:
            self._consequence.setText(
                _(
                    "Two companies need a contract, also within one group. The document "
                    "becomes one, with what a contract needs: parties, notices, signatures."
                )
            )
        else:
            self._consequence.setText(
                _(
                    "A company can’t make a contract with itself. The document becomes an "
                    "internal commitment between the two departments."
                )
            )


class SourcePage(Page):
    """What to begin with: a template, or a copy of an agreement that is there already."""

    def __init__(self, existing: Sequence[Summary]) -> None:
        super().__init__(_("Start from"), _("Everything in it can be changed."))
        self._existing = [each for each in existing if each.kind]
        self._title = QLineEdit()
        self._title.setPlaceholderText(_("e.g. Payroll service"))
        self._sources = RadioChoices(_("Begin with"))
        self._sources.picked.connect(self._on_picked)
        self._copied = ChoiceBox()
        for each in self._existing:
            self._copied.addItem(each.title or _("Agreement without a title"), each.id)
        self.leave_out = LeaveOutBoxes()
        self._copying = self._copy_part()
        self.add_field(
            _("What is the agreement called?"), self._title, _("Name the service, not the project.")
        )
        self.column.addWidget(self._sources)
        self.column.addWidget(self._copying)
        self.column.addStretch(1)

    @property
    def title_text(self) -> str:
        """The title typed."""
        return self._title.text()

    @property
    def source(self) -> str:
        """The id of the template, or `COPY`."""
        return self._sources.value()

    @property
    def copied_id(self) -> str:
        """The id of the agreement to copy."""
        return str(self._copied.currentData() or "")

    def ask_for(self, kind: Kind) -> None:
        """Offer what fits the kind."""
        answers = [(each.id, each.title, each.summary) for each in templates() if each.kind is kind]
        if self._existing:
            words = _("A copy of an agreement of mine"), _("You choose what is left out.")
            answers.append((COPY, *words))
        self._sources.offer(answers, self.source)
        self._on_picked()

    def focus_first(self) -> None:
        """Give the keys to the title."""
        self._title.setFocus(Qt.FocusReason.TabFocusReason)

    def _copy_part(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(PAGE, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addLayout(labelled(_("Copy of"), self._copied))
        column.addWidget(self.leave_out)
        return part

    @Slot()
    def _on_picked(self) -> None:
        self._copying.setVisible(self.source == COPY)


class LeaveOutBoxes(QWidget):
    """What a copy is to leave out, as boxes to tick."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(Words(_("Leave out"), "label"))
        self._boxes: dict[LeaveOut, QCheckBox] = {}
        for what in LeaveOut:
            box = QCheckBox(what.label)
            box.setAccessibleName(_("Leave out: {what}").format(what=what.label))
            self._boxes[what] = box
            column.addWidget(box)
        self._boxes[LeaveOut.MEASURED].setChecked(True)
        self._boxes[LeaveOut.DATES].setChecked(True)

    def focus_first(self) -> None:
        """Give the keys to the first box."""
        next(iter(self._boxes.values())).setFocus(Qt.FocusReason.TabFocusReason)

    def chosen(self) -> list[LeaveOut]:
        """What is ticked."""
        return [what for what, box in self._boxes.items() if box.isChecked()]


def labelled(label: str, control: QWidget, explanation: str = "") -> QVBoxLayout:
    """A control under its label, which a screen reader says."""
    words = QLabel(label)
    words.setProperty("role", "label")
    words.setBuddy(control)
    control.setAccessibleName(label)
    column = QVBoxLayout()
    column.setSpacing(TIGHT)
    column.addWidget(words)
    if explanation:
        column.addWidget(hint(explanation))
        control.setAccessibleDescription(explanation)
    column.addWidget(control)
    return column
