"""What of an older version can be copied back: the change that the person is at, or a section."""

from slaeditor.agreement import SECTIONS
from slaeditor.bidi import isolated
from slaeditor.changes import Change
from slaeditor.editing.names import change_name
from slaeditor.editing.taking_back import of_section, of_values
from slaeditor.i18n import _, ngettext
from ui.compare.job import Found
from ui.history.foot import Offer

_MOST_NAMED = 3


def offers(found: Found, paths: tuple[str, ...]) -> tuple[Offer, ...]:
    """First what stands at the paths of the change, then each section that differs from now."""
    result = []
    values = of_values(found.back, paths)
    if values:
        names = [isolated(name) for name in dict.fromkeys(_names(found, values))]
        more = ", …" if len(names) > _MOST_NAMED else ""
        what = ", ".join(names[:_MOST_NAMED]) + more
        words = _("Only this change: {fields}").format(fields=what)
        result.append(Offer(words, what, paths=paths))
    for section, title in SECTIONS.items():
        count = len(of_section(found.back, section))
        if count:
            words = ngettext(
                "The section “{section}” ({count} difference)",
                "The section “{section}” ({count} differences)",
                count,
            ).format(section=title, count=count)
            result.append(Offer(words, title, section=section))
    return tuple(result)


def _names(found: Found, changes: tuple[Change, ...]) -> list[str]:
    """What the changes are called; an item that is gone has its name in the older version."""
    return [change_name(found.old.agreement, change) for change in changes]
