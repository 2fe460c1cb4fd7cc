"""Choices that share a stored word don't share anything else."""

from slaeditor.values import Choice, ChoiceType


class OneWord(Choice):
    """A choice whose stored word another choice has too."""

    SAME = "same-word", "The first label"


class SameWord(Choice):
    """The other one."""

    SAME = "same-word", "The second label"


def test_two_choices_with_the_same_stored_word_keep_their_own_labels() -> None:
    assert ChoiceType(OneWord).write(OneWord.SAME, "en-GB") == "The first label"
    assert ChoiceType(SameWord).write(SameWord.SAME, "en-GB") == "The second label"
