"""The cards of single changes, and the one card of all the small ones."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from slaeditor.i18n import _
from slaeditor.review.proposal import Kind, Proposal
from ui.review.card import DecisionCard, QuietCardButton
from ui.review.decisions import Matter
from ui.review.marks import LONG, MarkedText, sides
from ui.review.words import change_words, changes_words, who_words
from ui.theme.tokens import MEDIUM, SMALL, TIGHT, WIDE
from ui.theme.widgets import Chip, Mark, Words, hint, row_of

_SHORT = 40
"""Characters up to which a value stands in the title of its card."""

_NAMED = 6
"""How many other places are named; of more the number is told."""


class ProposalCard(DecisionCard):
    """One change: the passage with what is removed and added, or all versions where they differ."""

    def __init__(self, proposal: Proposal) -> None:
        super().__init__(proposal.id, change_words(proposal))
        self._is_whole = False
        self.add_head(_title(proposal), proposal.where, self.state)
        if proposal.conflict or proposal.rivals:
            self.body.addLayout(row_of(Chip(_conflict(proposal), "warning")))
        buttons: list[QWidget] = []
        if proposal.now:
            self.body.addLayout(_versions(proposal))
        else:
            buttons = self._add_passage(proposal)
        self._add_notes(proposal)
        for button in (self.keep, self.take):
            button.setAccessibleName(
                _("{verb}: {where}, {label}").format(
                    verb=button.text(), where=proposal.where, label=proposal.label
                )
            )
        buttons.append(self.go_button(proposal.path, proposal.where))
        self.add_foot(who_words(proposal.authors), *buttons)

    def _add_passage(self, proposal: Proposal) -> list[QWidget]:
        """The passage with its marks; what it answers is the button that shows all of it."""
        passage = MarkedText(*_passage(proposal))
        self.body.addWidget(passage)
        if not passage.is_shortened:
            return []
        button = QuietCardButton(_("Show all of it"))
        button.setAccessibleName(
            _("Show all of the passage in {place}").format(place=proposal.where)
        )
        button.clicked.connect(lambda: self._show_whole(passage, button))
        return [button]

    def _show_whole(self, passage: MarkedText, button: QuietCardButton) -> None:
        self._is_whole = not self._is_whole
        passage.show_whole(self._is_whole)
        button.setText(_("Show less") if self._is_whole else _("Show all of it"))

    def _add_notes(self, proposal: Proposal) -> None:
        notes = [("info", "accent", proposal.hint)] if proposal.hint else []
        notes += [
            ("warning-triangle", "warning", _("The file also says: {text}").format(text=text))
            for text in proposal.rivals
        ]
        if proposal.also:
            notes.append(("document", "muted", _also(proposal.also)))
        for picture, colour, sentence in notes:
            row = row_of(Mark(picture, colour), stretch=False)
            row.addWidget(Words(sentence, "hint"), 1)
            self.body.addLayout(row)


class SmallCard(DecisionCard):
    """All the small changes under one decision; they can be looked at one by one."""

    def __init__(self, matter: Matter) -> None:
        count = len(matter.proposals)
        title = _("{count} small changes").format(count=count) if count > 1 else _("1 small change")
        kinds = _("Spaces, quotes, capitals: the words stay the same.")
        super().__init__(matter.key, f"{title}. {kinds}")
        self._matter = matter
        self.add_head(title, kinds, self.state)
        self._inner = QWidget()
        self._inner.hide()
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(MEDIUM)
        self.body.addWidget(self._inner)
        self._each = QuietCardButton(_("Show each"))
        self._each.setAccessibleName(_("Show each of the small changes"))
        self._each.clicked.connect(self._on_each_clicked)
        authors = [author for each in matter.proposals for author in each.authors]
        self.add_foot(who_words(authors), self._each)
        for button in (self.keep, self.take):
            button.setAccessibleName(
                _("{verb}: {what}").format(verb=button.text(), what=changes_words(count))
            )

    @Slot()
    def _on_each_clicked(self) -> None:
        if not self._column.count():
            for each in self._matter.proposals:
                entry = QVBoxLayout()
                entry.setSpacing(TIGHT)
                entry.addWidget(hint(f"{each.where} · {each.label}"))
                entry.addWidget(MarkedText(each.before, each.after))
                self._column.addLayout(entry)
        opens = self._inner.isHidden()
        self._inner.setVisible(opens)
        self._each.setText(_("Show fewer") if opens else _("Show each"))


def _conflict(proposal: Proposal) -> str:
    return _("The file says two things") if proposal.rivals else _("Both sides changed it")


def _title(proposal: Proposal) -> str:
    """What the change is about; a short value stands in it as it was and as it shall be."""
    before, after = proposal.before, proposal.after
    is_short = max(len(before), len(after)) <= _SHORT and "\n" not in before + after
    if proposal.kind is Kind.VALUE and before and after and is_short:
        return f"{proposal.label}: {before} → {after}"
    return proposal.label


def _passage(proposal: Proposal) -> tuple[str, str]:
    """What is shown with marks: the paragraph around a value, else the change itself."""
    if proposal.kind is Kind.VALUE and any(proposal.passage):
        return proposal.passage
    return proposal.before, proposal.after


def _also(places: tuple[str, ...]) -> str:
    named = ", ".join(places[:_NAMED])
    more = len(places) - _NAMED
    if more > 0:
        return _("Also printed in {places} and {count} more places").format(
            places=named, count=more
        )
    return _("Also printed in {places}").format(places=named)


def _versions(proposal: Proposal) -> QGridLayout:
    """Mine, what was exported, and the reviewer's, side by side."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(WIDE)
    grid.setVerticalSpacing(SMALL // 2)
    exported = proposal.before
    shown = sides(exported, proposal.after)[0] if len(exported) > LONG else exported
    columns = (
        (_("Yours, as it is now"), MarkedText(exported, proposal.now)),
        (_("As it was exported"), MarkedText(shown, shown, whole=True)),
        (_("In the review"), MarkedText(exported, proposal.after)),
    )
    for column, (heading, text) in enumerate(columns):
        grid.addWidget(hint(heading), 0, column)
        grid.addWidget(text, 1, column, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(column, 1)
    grid.setRowStretch(1, 1)
    return grid
