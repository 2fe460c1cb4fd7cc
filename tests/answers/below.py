"""Answers of one part of an agreement, their paths shortened."""

Answers = tuple[tuple[str, str], ...]


def below(at: str, *answers: tuple[str, str]) -> Answers:
    """The answers with their paths below `at`."""
    return tuple((f"{at}/{name}", text) for name, text in answers)
