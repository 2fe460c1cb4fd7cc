"""What a check finds: something missing, unreadable or doubtful, with the place to mend it."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: blocks "ready for legal", is worth a look, or is a note."""

    BLOCKER = "blocker"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `sentence` says what and how to mend it; `rule` is its number in the checks."""

    path: str
    severity: Severity
    sentence: str
    rule: str
