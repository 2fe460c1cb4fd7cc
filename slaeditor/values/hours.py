"""Weekly hours as a document says them: "Monday to Friday, 08:00 to 18:00"."""

from typing import Final, NamedTuple

from slaeditor.errors import Unreadable
from slaeditor.values.hours_reading import NotHours, read_week
from slaeditor.values.language import LanguageData, language_data
from slaeditor.values.week import Hours, Spans, Week, clock, days_between, runs
from slaeditor.values.words import join_and

_EXAMPLE: Final = Week([Hours((0, 1, 2, 3, 4), 8 * 60, 18 * 60)])


class _Forms(NamedTuple):
    """How a language writes weekly hours."""

    always: str
    every_day: str
    day: str
    days: str
    times: str


_FORMS: Final = {
    "en": _Forms("24 hours a day, every day", "every day", "{0}", "{0} to {1}", "{0} to {1}"),
    "de": _Forms(
        "24 Stunden am Tag, jeden Tag", "jeden Tag", "{0}", "{0} bis {1}", "{0} bis {1} Uhr"
    ),
    "fr": _Forms(
        "24 heures sur 24, 7 jours sur 7",
        "tous les jours",
        "le {0}",
        "du {0} au {1}",
        "de {0} à {1}",
    ),
}


def write_week(week: Week, language: str) -> str:
    """The hours in full words; days with the same hours together, groups divided by semicolons."""
    data = language_data(language)
    forms = _FORMS.get(data.base, _FORMS["en"])
    if week == Week.always:
        return forms.always
    return "; ".join(
        f"{_days(days, forms, data)}, {_spans(spans, forms, data)}" for days, spans in week.groups
    )


def _days(days: tuple[int, ...], forms: _Forms, data: LanguageData) -> str:
    if len(days) == 7:
        return forms.every_day
    written: list[str] = []
    for first, last in runs(days):
        if (last - first) % 7 >= 2:
            written.append(forms.days.format(data.days[first], data.days[last]))
        else:
            written += [forms.day.format(data.days[day]) for day in days_between(first, last)]
    return join_and(written, data.tag)


def _spans(spans: Spans, forms: _Forms, data: LanguageData) -> str:
    ranges = [forms.times.format(clock(opens), clock(closes)) for opens, closes in spans]
    return join_and(ranges, data.tag)


def _sentence(problem: str, language: str) -> str:
    """The problem, completed by how to write the hours where it doesn't say so itself."""
    example = f"“{write_week(_EXAMPLE, language)}”."
    if not problem:
        return f"Write the hours as {example}"
    return problem if problem.endswith(".") else f"{problem}: write, for example, {example}"


class _WeekType:
    """Days and hours in any usual form; written in the document language's long form."""

    name: Final = "week"

    def read(self, text: str, language: str) -> Week:
        """The weekly hours; hours of one day that overlap are merged."""
        try:
            return read_week(text, language_data(language))
        except NotHours as problem:
            raise Unreadable(_sentence(str(problem), language)) from None

    def write(self, value: object, language: str) -> str:
        """The long form; raises `TypeError` for anything but a `Week`."""
        if not isinstance(value, Week):
            raise TypeError(f"{value!r} is no week")
        return write_week(value, language)


WEEK: Final = _WeekType()
