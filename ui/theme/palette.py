"""Tokens to Qt's palette, and back: the palette of the application tells which tokens are shown."""

from PySide6.QtGui import QBrush, QColor, QGuiApplication, QPalette

from ui.theme.tokens import Tokens, look

_Role = QPalette.ColorRole

_ROLES = {
    _Role.Window: "window",
    _Role.WindowText: "text",
    _Role.Base: "surface",
    _Role.AlternateBase: "window",
    _Role.Text: "text",
    _Role.Button: "surface",
    _Role.ButtonText: "text",
    _Role.BrightText: "danger",
    _Role.ToolTipBase: "toast",
    _Role.ToolTipText: "on_toast",
    _Role.PlaceholderText: "muted",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "on_accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.Accent: "accent",
    _Role.Light: "surface",
    _Role.Midlight: "hairline",
    _Role.Mid: "hairline",
    _Role.Dark: "border",
    _Role.Shadow: "border",
}

_FADED = (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.PlaceholderText)


def palette_of(tokens: Tokens) -> QPalette:
    """The palette for widgets that no rule of the style sheet speaks about."""
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, QColor(tokens.colour(token)))
    for role in _FADED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.disabled))
    palette.setColor(QPalette.ColorGroup.Disabled, _Role.Highlight, QColor(tokens.hairline))
    return palette


def shown_tokens() -> Tokens:
    """The tokens in use now: ask at every painting, and live switching comes for nothing."""
    ground = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return look().dark if ground.lightnessF() < 0.5 else look().light


def brush(role: str) -> QBrush:
    """A brush in the colour that the tokens call `role`.

    A palette makes it: QBrush's own constructor asks for the namespace Qt, 17 ms at the start.
    """
    made = QPalette()
    made.setColor(_Role.Window, QColor(shown_tokens().colour(role)))
    return made.brush(_Role.Window)
