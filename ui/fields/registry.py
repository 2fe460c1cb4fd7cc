"""Which editor edits which type of value: the one place to add one."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from ui.fields.choice import ChoiceEditor
from ui.fields.date import DateEditor
from ui.fields.editor import FieldEditor
from ui.fields.line import LineEditor
from ui.fields.number import NumberEditor, WholeEditor
from ui.fields.prose import ProseEditor, SeriesEditor
from ui.fields.spec import RowSpec
from ui.fields.week import WeekEditor
from ui.fields.yes_no import YesNoEditor

EDITORS: Mapping[str, Callable[[RowSpec], FieldEditor]] = MappingProxyType(
    {
        "text": LineEditor,
        "prose": ProseEditor,
        "yes-no": YesNoEditor,
        "choice": ChoiceEditor,
        "whole": WholeEditor,
        "number": NumberEditor,
        "date": DateEditor,
        "week": WeekEditor,
        "series": SeriesEditor,
        "time-zone": LineEditor,
        "language": ChoiceEditor,
    }
)
"""By the name of the value type in `slaeditor.values`."""


def editor_for(spec: RowSpec) -> FieldEditor:
    """A new editor for the field; raises `KeyError` for a type of value that has none."""
    if spec.type_name not in EDITORS:
        raise KeyError(f"no editor edits {spec.type_name!r}; there are {', '.join(EDITORS)}")
    return EDITORS[spec.type_name](spec)
