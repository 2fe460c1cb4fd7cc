"""Drafts as plain dicts, for tests of the library."""

import random
from typing import Any

_WORDS = [
    *["availability", "baseline", "credit", "customer", "hours", "incident", "measured", "month"],
    *["notice", "period", "provider", "report", "response", "restoration", "service", "target"],
    *["term", "threshold", "week", "Überprüfung"],
]


def sample(draft_id: str = "one", title: str = "Hosting", levels: int = 3) -> dict[str, Any]:
    """A draft with parties and as many service levels as asked for."""
    words = random.Random(draft_id)
    return {
        "id": draft_id,
        "title": title,
        "kind": "external",
        "status": "draft",
        "introduction": {
            "provider": {"name": "Nordlicht GmbH"},
            "customer": {"name": "Café Zürich AG"},
        },
        "metrics": {
            "levels": [
                {
                    "id": f"avl-{number}",
                    "name": f"Level {number}",
                    "target": "99.9",
                    "note": " ".join(words.choices(_WORDS, k=12)),
                }
                for number in range(levels)
            ]
        },
    }


def titled(draft: dict[str, Any], title: str) -> dict[str, Any]:
    """The draft with another title."""
    return {**draft, "title": title}
