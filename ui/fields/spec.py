"""What a row of the form must know about its field; made from the record's declaration."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RowSpec:
    """One field as a row shows it; `path` names it, `type_name` is the name of its value type.

    `choices` holds (value, label) of each choice. `language` is the language of the document, in
    which dates, numbers and hours are written. `name` is what a screen reader says where the label
    alone would stand for two fields. `unit` stands after a number.
    """

    path: str
    label: str
    type_name: str = "text"
    hint: str = ""
    why: str = ""
    example: str = ""
    unit: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    required: bool = False
    none_allowed: bool = False
    one_per_line: bool = False
    language: str = "en-GB"
    name: str = ""
