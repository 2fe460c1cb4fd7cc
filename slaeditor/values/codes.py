"""Values that are names from a public list: time zones."""

import re
from functools import cache
from typing import Final

from slaeditor.errors import Unreadable
from slaeditor.values.language import folded, tidy

_ZONE: Final = r"[A-Za-z_]+(?:/[A-Za-z0-9_+-]+){1,2}|UTC"


@cache
def _zones() -> dict[str, str]:
    """Zone names of the IANA database by their folded form; empty where none is installed."""
    from zoneinfo import available_timezones

    return {_zone_key(name): name for name in sorted(available_timezones())}


class _TimeZone:
    """A place of the IANA time zone database, such as "Europe/Berlin"."""

    name: Final = "time-zone"

    def read(self, text: str, language: str) -> str:
        """The zone's exact name; where no database is installed, any name of that shape."""
        zones = _zones()
        found = zones.get(_zone_key(text))
        if found is None and not zones and re.fullmatch(_ZONE, tidy(text)):
            found = tidy(text)
        if found is None:
            raise Unreadable("Write the time zone as region and city, such as “Europe/Berlin”.")
        return found

    def write(self, value: object, language: str) -> str:
        """The zone's name."""
        return str(value)


def _zone_key(text: str) -> str:
    return folded(tidy(text)).replace(" ", "_")


TIME_ZONE: Final = _TimeZone()
