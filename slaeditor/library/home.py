"""Where a library is kept. The library itself is loaded when somebody asks for it."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from slaeditor.settings import local_folder

if TYPE_CHECKING:
    from slaeditor.library.drafts import Library


class Home:
    """The folders of a library; `local` is this computer's own (`settings.local_folder`)."""

    def __init__(self, folder: Path, local: Path | None = None) -> None:
        self.folder = folder
        self.local = local or local_folder(folder)

    @classmethod
    def of(cls, library: "Library") -> Self:
        """The home of a library that is loaded already."""
        home = cls(library.folder, library.local)
        home.library = library
        return home

    @cached_property
    def library(self) -> "Library":
        """The library, with TinyDB and all that reads drafts. For one thread."""
        from slaeditor.library.drafts import Library  # here: the list shows without it

        return Library(self.folder, self.local)
