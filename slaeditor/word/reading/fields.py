"""Fields: their result is text, their instruction isn't, and contents tables are left out."""

import re
from dataclasses import dataclass, field

_CONTENTS = frozenset({"TOC", "INDEX", "TOA"})
_PAGE_NUMBERS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_WORDS = re.compile(r'"[^"]*"|\S+')


@dataclass(slots=True)
class Field:
    """One field that the reader is inside of. `target` is the bookmark of a cross-reference."""

    key: str
    instruction: list[str] = field(default_factory=list)
    in_result: bool = False
    is_contents: bool = False
    is_page_number: bool = False
    target: str = ""

    @property
    def hides(self) -> bool:
        """Whether what stands in it now is no text: instruction, contents table, page number."""
        return not self.in_result or self.is_contents or self.is_page_number

    def result_begins(self) -> None:
        """The instruction is complete: find out what it asks for."""
        words = _WORDS.findall("".join(self.instruction))
        kind = words[0].upper() if words else ""
        self.in_result = True
        self.is_contents = kind in _CONTENTS
        self.is_page_number = kind in _PAGE_NUMBERS
        if kind == "REF" and len(words) > 1:
            self.target = words[1].strip('"')


class Fields:
    """The fields that the reader is inside of, the innermost last."""

    def __init__(self, *, transparent: bool = False) -> None:
        """Begin outside of all; a `transparent` one hides nothing, for files with open fields."""
        self._open: list[Field] = []
        self._count = 0
        self._transparent = transparent

    @property
    def hides(self) -> bool:
        """Whether text here is an instruction or an entry of a contents table."""
        if not self._open or self._transparent:
            return False
        return any(field.hides for field in self._open)

    @property
    def hides_outside(self) -> bool:
        """Whether the innermost field itself stands where text is hidden."""
        return not self._transparent and any(field.hides for field in self._open[:-1])

    @property
    def in_contents(self) -> bool:
        """Whether the reader is inside a contents table."""
        return any(field.is_contents for field in self._open) and not self._transparent

    @property
    def left_open(self) -> bool:
        """Whether a field began that hasn't ended."""
        return bool(self._open)

    def begin(self) -> None:
        """A field begins with its instruction."""
        self._count += 1
        self._open.append(Field(f"field{self._count}"))

    def instruct(self, text: str) -> None:
        """Text of the innermost field's instruction."""
        if self._open:
            self._open[-1].instruction.append(text)

    def separate(self) -> Field | None:
        """The innermost field's result begins; None where there is no field."""
        if not self._open or self._open[-1].in_result:
            return None
        self._open[-1].result_begins()
        return self._open[-1]

    def end(self) -> Field | None:
        """The innermost field ends; None where there is no field."""
        return self._open.pop() if self._open else None
