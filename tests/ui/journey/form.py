"""How a person fills in a form: each field by the words beside it and the heading above it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QWidget,
)

from tests.ui.journey.interview import Question
from tests.ui.journey.person import Person, name_of, text_in
from ui.fields.row import FieldRow
from ui.fields.side_by_side import SideBySide

_HEADINGS = ("title", "section", "label")
_REQUIRED = ", required"


class FormFiller:
    """A person at the form of the open agreement."""

    def __init__(self, person: Person) -> None:
        self.person = person

    def answer(self, question: Question) -> None:
        """Go to where a question is asked and answer it; what stands there already is kept."""
        self.go_to(question)
        row = self.row(question)
        if reading(row) != question.words:
            self._give(row, question.words)
            row = self.row(question)
        confirm = self._confirm_button(row)
        if confirm is not None:
            self.person.click_on(confirm)
        assert reading(self.row(question)) == question.words, question

    def read(self, question: Question) -> str:
        """What stands at a question."""
        self.go_to(question)
        return reading(self.row(question))

    def go_to(self, question: Question) -> None:
        """Show the section, and within it the item or the page of the item."""
        person = self.person
        if not self._shows_title(question.page or question.section):
            self._leave_page()
            if not self._shows_title(question.section):
                person.click_line("Sections", question.section)
            if question.page:
                self._open_page(question)
        if question.item and not self._shows_item(question):
            self._open_item(question.item)
        if question.item and not self._shows_item(question):
            self.unfold_until(f"Add {question.item_word}", question.card)
            self._open_item(question.item)
        if question.item and not self._shows_item(question):
            person.click(f"Add {question.item_word}")
            assert self._shows_item(question), f"There is no {question.item}"

    def row(self, question: Question) -> FieldRow:
        """The row of a question in view, after opening More detail where it hides."""
        for fold in ("", f"More detail: {question.card}, hidden", "More detail, hidden"):
            if fold and self.person.look_for(fold) is None:
                continue
            if fold:
                self.person.click(fold)
            for name in question.names:
                found = self._rows(name, question)
                if len(found) == 1:
                    return found[0]
        seen = [(each.label.text(), headings(each)) for each in self._all_rows()]
        raise AssertionError(f"{question} is asked nowhere, or twice. In view: {seen}")

    def unfold_until(self, name: str, card: str) -> None:
        """Open More detail until something of that name is in view."""
        for fold in (f"More detail: {card}, hidden", "More detail, hidden"):
            if self.person.look_for(name) is None and self.person.look_for(fold) is not None:
                self.person.click(fold)

    def where(self) -> tuple[str, tuple[str, ...]]:
        """The words beside the field with the focus, and the headings above it."""
        widget: QWidget | None = self.person.focused
        while widget is not None and not isinstance(widget, FieldRow):
            widget = widget.parentWidget()
        assert widget is not None, "The focus is in no field of the form"
        return widget.label.text(), headings(widget)

    def _give(self, row: FieldRow, words: str) -> None:
        control = row.editor.control
        if isinstance(control, QComboBox):
            self.choose(control, words)
        elif isinstance(control, QRadioButton):
            answers = row.findChildren(QRadioButton)
            self.person.click_on(next(each for each in answers if each.text() == words))
        else:
            self.person.write(control, words)

    def choose(self, combo: QComboBox, words: str) -> None:
        """Open a drop-down, type the first letters, go on with the arrow, and take it."""
        self.person.click_on(combo)
        view = combo.view()
        self.person.waits_until(view.isVisible)
        first = words.split(" ", maxsplit=1)[0]
        QTest.keyClicks(view, first)
        for _ in range(combo.count()):
            if view.currentIndex().data() == words:
                break
            at_end = view.currentIndex().row() + 1 == combo.count()
            QTest.keyClick(view, Qt.Key.Key_Home if at_end else Qt.Key.Key_Down)
        assert view.currentIndex().data() == words, f"{words!r} is not offered"
        QTest.keyClick(view, Qt.Key.Key_Return)
        QApplication.processEvents()

    def choose_by_name(self, name: str, words: str) -> None:
        """Choose in the drop-down that has this label."""
        labels = [each for each in self._labels() if each.text() == name]
        combo = labels[0].buddy()
        assert isinstance(combo, QComboBox), f"{name!r} is no drop-down"
        self.choose(combo, words)

    def _confirm_button(self, row: FieldRow) -> QPushButton | None:
        around = row.parentWidget()
        line = around.parentWidget() if isinstance(around, SideBySide) else None
        buttons = (line or row).findChildren(QPushButton)
        return next((b for b in buttons if b.isVisible() and b.text() == "Confirm"), None)

    def _all_rows(self) -> list[FieldRow]:
        return [each for each in self.person.shown() if isinstance(each, FieldRow)]

    def _rows(self, name: str, question: Question) -> list[FieldRow]:
        """The rows that are called so, under the headings of the question."""
        return [
            row
            for row in self._all_rows()
            if name_of(row.label).removesuffix(_REQUIRED) == name
            and set(question.within) <= set(headings(row))
        ]

    def _shows_title(self, title: str) -> bool:
        return any(role_of(each) == "title" and each.text() == title for each in self._labels())

    def _shows_item(self, question: Question) -> bool:
        return any(set(question.within) <= set(headings(row)) for row in self._all_rows())

    def _labels(self) -> list[QLabel]:
        return [each for each in self.person.shown() if isinstance(each, QLabel)]

    def _leave_page(self) -> None:
        back = self.person.look_for("All service levels (")
        if back is not None:
            self.person.click("All service levels (")

    def _open_item(self, item: str) -> None:
        """The card of an item that is closed, if it is there."""
        for name in (f"{item}, hidden", f"{item} ("):
            found = self.person.look_for(name)
            if found is not None and name_of(found).endswith(", hidden"):
                self.person.click(name)
                return

    def _open_page(self, question: Question) -> None:
        """The page of a service level, which may have no name yet."""
        lines = self.person.lines("What do we promise?") if self._has_levels() else []
        if any(line.startswith(question.page) for line in lines):
            self.person.click_line("What do we promise?", question.page, twice=True)
        else:
            self.person.click("Add service level")

    def _has_levels(self) -> bool:
        return self.person.look_for("Open service level") is not None


def headings(row: QWidget) -> tuple[str, ...]:
    """The titles above a field: of its item, its card and its page."""
    found = []
    around = row.parentWidget()
    while around is not None and not around.isWindow():
        for label in around.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if role_of(label) in _HEADINGS and label.isVisible():
                found.append(label.text())
        around = around.parentWidget()
    return tuple(found)


def role_of(label: QLabel) -> str:
    """Whether a label is a title, a heading or the name of a field."""
    return str(label.property("role") or "")


def reading(row: FieldRow) -> str:
    """What a field shows, in words."""
    control = row.editor.control
    if isinstance(control, QComboBox):
        return control.currentText()
    if isinstance(control, QRadioButton):
        checked = [each.text() for each in row.findChildren(QRadioButton) if each.isChecked()]
        return checked[0] if checked else ""
    assert isinstance(control, QLineEdit | QPlainTextEdit)
    return text_in(control)
