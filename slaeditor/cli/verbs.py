"""The verbs by name, apart from what they do: the window asks for them and starts faster so."""

VERBS: tuple[str, ...] = (
    "templates",
    "new",
    "list",
    "fields",
    "set",
    "levels",
    "show",
    "export",
    "review",
    "history",
    "duplicate",
    "trash",
    "restore",
    "library",
    "doctor",
)
