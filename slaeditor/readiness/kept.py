"""Values that are kept but don't print, so that a switch of kind takes nothing away unseen."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from slaeditor.document.view import View
from slaeditor.field import Asked, Audience, Form
from slaeditor.finding import Finding, Severity
from slaeditor.paths import Place, walk
from slaeditor.readiness.titles import title

_MOST_NAMED = 3
_WHERE_TO_SWITCH = "introduction/standing/entity"
_OTHER = {Form.INTERNAL: Form.EXTERNAL, Form.EXTERNAL: Form.INTERNAL}


@dataclass(frozen=True, slots=True)
class _InForm:
    """The agreement as conditions would see it in a form."""

    view: View
    form: Form

    def value(self, path: str) -> object:
        """The value at a path."""
        return self.view.value(path)


def findings(view: View, places: Iterable[Place]) -> Iterator[Finding]:
    """One note with the number of such values, and the first of them by name.

    `places` are the fields that are asked in this agreement.
    """
    shown = {place.path for place in places}
    kept = [place for place in walk(view.agreement) if _is_kept(view, place, shown)]
    if not kept:
        return
    named = [title(view, place) for place in kept[:_MOST_NAMED]]
    more = " and more" if len(kept) > _MOST_NAMED else ""
    count = "1 value is" if len(kept) == 1 else f"{len(kept)} values are"
    does = "does not print" if len(kept) == 1 else "do not print"
    yield Finding(
        _WHERE_TO_SWITCH,
        Severity.NOTE,
        f"{count} kept but {does} in this kind of agreement: {'; '.join(named)}{more}.",
        "kept",
    )


def _is_kept(view: View, place: Place, shown: Collection[str]) -> bool:
    """Whether a value would print in the other form, but doesn't in this one."""
    if place.value in (None, ()) or place.field.audience is not Audience.PRINTED:
        return False
    if place.is_list or place.path in shown:
        return False
    other = _InForm(view, _OTHER[view.form])
    return place.field.asked(other.form) is not Asked.NEVER and place.applies(other)
