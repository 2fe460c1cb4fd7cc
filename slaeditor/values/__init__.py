"""Types of value: each reads what a person typed and writes it back, per document language.

For every type `read(write(value, language), language) == value`; `read` raises nothing but
`slaeditor.errors.Unreadable`, whose text says what is wrong and how to mend it.
"""

from slaeditor.values.choices import Choice, ChoiceType
from slaeditor.values.codes import TIME_ZONE
from slaeditor.values.dates import DATE
from slaeditor.values.hours import WEEK
from slaeditor.values.language import LANGUAGES
from slaeditor.values.numbers import NUMBER, WHOLE
from slaeditor.values.series import SERIES, Series
from slaeditor.values.texts import NONE_STATED, PROSE, TEXT, YES_NO, is_none_stated, storable
from slaeditor.values.types import ValueType, is_sound, json_default, json_load, type_of
from slaeditor.values.week import Hours, Week

__all__ = [
    "DATE",
    "LANGUAGES",
    "NONE_STATED",
    "NUMBER",
    "PROSE",
    "SERIES",
    "TEXT",
    "TIME_ZONE",
    "WEEK",
    "WHOLE",
    "YES_NO",
    "Choice",
    "ChoiceType",
    "Hours",
    "Series",
    "ValueType",
    "Week",
    "is_none_stated",
    "is_sound",
    "json_default",
    "json_load",
    "storable",
    "type_of",
]
