"""The whole window, as the person has it before them."""

from tests.ui.window.opened import desktop, disk, library, show

__all__ = ["desktop", "disk", "library", "show"]
