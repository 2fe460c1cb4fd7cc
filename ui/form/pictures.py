"""Hand-made pictures at the end of an item's page, by the path of its list."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from slaeditor.editing.open_draft import OpenDraft
from ui.metrics.picture import LevelPicture

PICTURES: dict[str, Callable[[OpenDraft, str, QWidget], QWidget]] = {"metrics/levels": LevelPicture}
