"""The look of the window: tokens, palette, style sheet, icons and the small styled widgets."""

from ui.theme.icons import app_icon, icon
from ui.theme.palette import shown_tokens
from ui.theme.scheme import apply

__all__ = ["app_icon", "apply", "icon", "shown_tokens"]
