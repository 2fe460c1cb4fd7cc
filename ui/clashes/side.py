"""One of two texts that stand side by side, with the words marked that only this one has."""

from collections.abc import Mapping

from slaeditor.i18n import _
from slaeditor.textdiff import Fate, Stretch
from ui.review.marks import MarkedText
from ui.theme.tokens import Tokens


class SideText(MarkedText):
    """Shows `here`; what `other` doesn't say stands on a coloured ground and is underlined."""

    def __init__(self, here: str, other: str, *, whole: bool = True) -> None:
        self._own = here
        super().__init__(here, other, whole=whole)
        self.setAccessibleName(here or _("empty"))

    def _shown(self, found: tuple[Stretch, ...]) -> tuple[Stretch, ...]:
        """Only what stands in this text."""
        return tuple(each for each in found if each.fate is not Fate.ADDED)

    def _looks(self, tokens: Tokens) -> Mapping[Fate, str]:
        """What the other text doesn't say."""
        look = f"color:{tokens.accent};background-color:{tokens.accent_soft}"
        return {Fate.REMOVED: f"{look};text-decoration:underline"}
