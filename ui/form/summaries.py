"""A few words about an item in the list that leads to its page, by the path of the list."""

from slaeditor.document.view import View
from slaeditor.sections.metrics.words import target, text_of
from ui.form.levels import Summary


def _target(view: View, level: str) -> str:
    at = f"metrics/levels/{level}"
    return text_of(target(view, level)) if view.has(f"{at}/target") else ""


SUMMARIES: dict[str, Summary] = {"metrics/levels": _target}
