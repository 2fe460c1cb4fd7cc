"""Between Qt's signals and the functions of this program."""

from collections.abc import Callable


def without_arguments(then: Callable[[], object]) -> Callable[[], None]:
    """A slot that calls `then`, whatever the signal carries; what it returns is dropped."""

    def on_signal() -> None:
        then()

    return on_signal
