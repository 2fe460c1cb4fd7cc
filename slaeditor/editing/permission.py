"""Whether the draft on the desk may be edited: declared here once, all else asks or obeys."""

from collections.abc import Callable

from slaeditor.errors import ReadOnly


class Permission:
    """Given at first. While it is refused, `sentence` says why, and no edit of the draft works."""

    def __init__(self) -> None:
        self._sentence = ""
        self._listeners: list[Callable[[], None]] = []

    @property
    def is_given(self) -> bool:
        """Whether the draft may be edited."""
        return not self._sentence

    @property
    def sentence(self) -> str:
        """Why the draft can only be read; empty where it may be edited."""
        return self._sentence

    def refuse(self, sentence: str) -> None:
        """Let nobody edit from now on, for the reason in this sentence."""
        self._change(sentence)

    def give(self) -> None:
        """Let the person edit from now on."""
        self._change("")

    def require(self) -> None:
        """Raise `ReadOnly` where the draft may not be edited."""
        if self._sentence:
            raise ReadOnly(self._sentence)

    def subscribe(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` whenever it is given, refused or refused for another reason.

        The result ends that.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _change(self, sentence: str) -> None:
        if sentence != self._sentence:
            self._sentence = sentence
            for listener in tuple(self._listeners):
                listener()
