"""The form in a window of its own."""

from tests.ui.form.person import show

__all__ = ["show"]
