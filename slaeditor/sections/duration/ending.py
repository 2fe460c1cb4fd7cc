"""The records of how an agreement ends before its time, and what follows its end."""

from typing import Annotated

from slaeditor.field import Asked, Compound, Field, Form, Record, both, elsewhere, in_form, sibling
from slaeditor.units import NoticeUnit
from slaeditor.values.choices import Choice


class TermType(Choice):
    """How long the agreement runs."""

    FIXED = "fixed", "For a fixed time"
    OPEN_ENDED = "open-ended", "Until someone ends it"
    UNTIL_DATE = "until-date", "Until a date"
    WITH_GOVERNING = "with-governing", "As long as the contract it is part of"


class WhoMayEnd(Choice):
    """Which side has a right to end the agreement."""

    NEITHER = "neither", "Neither side"
    CUSTOMER = "customer", "The customer"
    PROVIDER = "provider", "The provider"
    EITHER = "either", "Either side"


class EndsOn(Choice):
    """The day to which a notice without cause takes effect."""

    ANY_DAY = "any-day", "when the notice has run"
    MONTH_END = "month-end", "at the end of a calendar month"
    QUARTER_END = "quarter-end", "at the end of a calendar quarter"


FIXED_END = elsewhere("duration/term/type", TermType.FIXED, TermType.UNTIL_DATE, None)


class Convenience(Compound, frozen=True):
    """A right to end the agreement early and without a reason; off unless chosen."""

    who: Annotated[
        WhoMayEnd | None,
        Field(
            "Who may end it early without a reason?",
            empty="neither side.",
            row="convenience",
            applies_if=FIXED_END,
        ),
    ] = None
    length: Annotated[
        int | None,
        Field(
            "With notice of",
            gap="Notice to end early",
            example="90",
            row="convenience",
            internal=Asked.WHEN,
            external=Asked.WHEN,
            applies_if=both(
                FIXED_END, sibling("who", WhoMayEnd.CUSTOMER, WhoMayEnd.PROVIDER, WhoMayEnd.EITHER)
            ),
        ),
    ] = None
    unit: Annotated[
        NoticeUnit | None,
        Field(
            "Counted in",
            gap="days or months",
            row="convenience",
            internal=Asked.WHEN,
            external=Asked.WHEN,
            applies_if=both(
                FIXED_END, sibling("who", WhoMayEnd.CUSTOMER, WhoMayEnd.PROVIDER, WhoMayEnd.EITHER)
            ),
        ),
    ] = None
    ends_on: Annotated[
        EndsOn | None,
        Field(
            "It then ends",
            empty="when the notice has run.",
            applies_if=both(
                FIXED_END, sibling("who", WhoMayEnd.CUSTOMER, WhoMayEnd.PROVIDER, WhoMayEnd.EITHER)
            ),
        ),
    ] = None

    fee: Annotated[
        str | None,
        Field(
            "What is paid for ending early?",
            empty="nothing.",
            example="three times the monthly charge",
            internal=Asked.NEVER,
            applies_if=both(
                in_form(Form.EXTERNAL),
                FIXED_END,
                sibling("who", WhoMayEnd.CUSTOMER, WhoMayEnd.PROVIDER, WhoMayEnd.EITHER),
            ),
        ),
    ] = None


class Cause(Record, frozen=True):
    """Ending after a serious failure that was not put right."""

    cure_days: Annotated[
        int | None,
        Field(
            "Days to put a serious failure right",
            gap="Time to put a serious failure right",
            hint="Needed only if no other contract has a rule on this.",
            example="30",
            unit="days",
            internal=Asked.NEVER,
        ),
    ] = None


class RepeatedFailure(Compound, frozen=True):
    """A right to end when the same level falls below its minimum again and again."""

    misses: Annotated[
        int | None,
        Field(
            "Periods below the minimum",
            gap="Number of periods below the minimum",
            hint="Below the target where a level has no minimum.",
            example="2",
            row="chronic",
            internal=Asked.NEVER,
        ),
    ] = None
    periods: Annotated[
        int | None,
        Field(
            "Out of how many in a row",
            gap="Number of periods in a row",
            example="3",
            row="chronic",
            internal=Asked.NEVER,
        ),
    ] = None
    use_within_days: Annotated[
        int | None,
        Field(
            "Right to be used within",
            gap="Time to use the right to end",
            hint="Days after the report is received.",
            example="30",
            unit="days",
            row="chronic",
            internal=Asked.NEVER,
        ),
    ] = None


class AfterEnd(Record, frozen=True):
    """What each side still does once the agreement has ended."""

    data_days: Annotated[
        int | None,
        Field(
            "Data are handed back within",
            gap="Time to hand back data",
            example="30",
            unit="days",
            internal=Asked.NEVER,
            row="exit",
        ),
    ] = None
    data_format: Annotated[
        str | None,
        Field(
            "In which form",
            example="CSV files and a database export",
            internal=Asked.NEVER,
            row="exit",
        ),
    ] = None
    help_months: Annotated[
        int | None,
        Field("Help with the move for", example="3", unit="months", internal=Asked.NEVER),
    ] = None
    knowledge: Annotated[
        str | None,
        Field(
            "What is handed over besides the data?",
            hint="Documents and knowledge that the next provider needs.",
            example="the handbook of the operators",
            prose=True,
            one_per_line=True,
            internal=Asked.NEVER,
        ),
    ] = None
    survives: Annotated[
        str | None,
        Field(
            "What else applies after the end?",
            example="the right to use the exported data",
            prose=True,
            one_per_line=True,
            internal=Asked.NEVER,
        ),
    ] = None
