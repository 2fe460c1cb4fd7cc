"""What may follow `slaeditor` where no verb of the command line is meant. No Qt here."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from slaeditor.errors import SlaError

_LIBRARY = "--library"


class Misuse(SlaError):
    """The words after `slaeditor` can't be understood."""


class Wish(NamedTuple):
    """What the window is to open: a draft's file or the start screen, and which library."""

    file: Path | None = None
    library: Path | None = None


def wish(given: Sequence[str], verbs: Collection[str]) -> Wish:
    """Return what the words ask the window to open; `Misuse` says what is wrong with them."""
    files, library = _sorted(given)
    if len(files) > 1:
        raise Misuse(f"One draft opens at a time, and {len(files)} files were named.")
    if not files:
        return Wish(None, library)
    file = Path(files[0])
    if file.suffix.lower() != ".sla" and not file.is_file():
        raise Misuse(
            f"“{files[0]}” is neither a draft's file (FILE.sla) nor one of the verbs "
            f"{', '.join(verbs)}."
        )
    if not file.is_file():
        raise Misuse(f"The file “{files[0]}” isn't there; check its name and folder.")
    return Wish(file, library)


def misuse(given: Sequence[str], verbs: Collection[str]) -> str | None:
    """Return the sentence that says what is wrong with the words, or None if nothing is."""
    try:
        wish(given, verbs)
    except Misuse as problem:
        return str(problem)
    return None


def with_verb_first(given: Sequence[str], verbs: Collection[str]) -> list[str] | None:
    """Return the words with their verb first, or None if they hold no verb.

    `slaeditor --library DIR list` is understood like `slaeditor list --library DIR`.
    """
    skip = 0
    while skip < len(given) and given[skip].startswith(_LIBRARY):
        skip += 2 if given[skip] == _LIBRARY else 1
    if skip >= len(given) or given[skip] not in verbs:
        return None
    return [given[skip], *given[:skip], *given[skip + 1 :]]


def usage(verbs: Collection[str]) -> str:
    """Return the help that `slaeditor --help` prints."""
    return (
        "Usage: slaeditor [--library DIR] [FILE.sla]    open the window, with that draft\n"
        "       slaeditor VERB …                        work without a window\n"
        "\n"
        f"Verbs: {', '.join(verbs)}.\n"
        "`slaeditor VERB --help` tells what follows a verb.\n"
        "\n"
        "--library DIR   the folder that holds the drafts (also: SLAEDITOR_LIBRARY)\n"
        "--version       print the version"
    )


def _sorted(given: Sequence[str]) -> tuple[list[str], Path | None]:
    files: list[str] = []
    library: Path | None = None
    rest = iter(given)
    for word in rest:
        if word == _LIBRARY:
            folder = next(rest, "")
        elif word.startswith(f"{_LIBRARY}="):
            folder = word.removeprefix(f"{_LIBRARY}=")
        elif word.startswith("-"):
            raise Misuse(f"The option “{word}” is unknown; `slaeditor --help` lists what there is.")
        else:
            files.append(word)
            continue
        if not folder:
            raise Misuse("--library asks for the folder that holds the drafts.")
        library = Path(folder)
    return files, library
