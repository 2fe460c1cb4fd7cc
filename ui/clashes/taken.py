"""A card for one change of another computer that was taken over: what stood here, what stands."""

from dataclasses import dataclass

from slaeditor.i18n import _
from ui.review.card import ReviewCard
from ui.review.marks import MarkedText
from ui.theme.widgets import hint, row_of


@dataclass(frozen=True, slots=True)
class TakenOver:
    """A value that came from elsewhere; `where` and `name` say which, `when` when it came."""

    path: str
    where: str
    name: str
    before: str
    after: str
    when: str


class TakenCard(ReviewCard):
    """There is nothing to decide on it: what was taken over stands, and history has both."""

    def __init__(self, taken: TakenOver) -> None:
        super().__init__()
        self.add_head(taken.name, taken.where)
        self.body.addWidget(MarkedText(taken.before, taken.after))
        go = self.go_button(taken.path, taken.name)
        go.setToolTip(_("Show it in the agreement"))
        row = row_of(stretch=False)
        row.addWidget(hint(taken.when), 1)
        row.addWidget(go)
        self.body.addLayout(row)
        self.setAccessibleName(
            _("{where}, {label}: {before} became {after}").format(
                where=taken.where,
                label=taken.name,
                before=taken.before or _("nothing"),
                after=taken.after or _("nothing"),
            )
        )
