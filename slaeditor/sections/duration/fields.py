"""The records of the duration: start, term, renewal, notice, changes of owner, review."""

from datetime import date
from typing import Annotated

from slaeditor.field import (
    AdditionalTerms,
    Asked,
    Compound,
    Field,
    Form,
    Record,
    both,
    either,
    elsewhere,
    in_form,
    sibling,
)
from slaeditor.sections.duration.ending import (
    FIXED_END,
    AfterEnd,
    Cause,
    Convenience,
    RepeatedFailure,
    TermType,
    WhoMayEnd,
)
from slaeditor.units import NoticeUnit, PeriodUnit
from slaeditor.values.choices import Choice


class Starts(Choice):
    """How the first day is fixed."""

    ON_DATE = "on-date", "On a date"
    LAST_SIGNATURE = "last-signature", "On the day of the last signature"


class RenewalType(Choice):
    """What happens at the end of a fixed term."""

    NONE = "none", "It ends"
    AUTOMATIC = "automatic", "It renews unless someone says no"
    BY_AGREEMENT = "by-agreement", "It renews if both say yes in writing"


class NoticeReference(Choice):
    """The day from which notice counts back."""

    END_DATE = "end-date", "the End Date"
    RENEWAL_DATE = "renewal-date", "the day after the End Date"


class Transfer(Choice):
    """Whether the agreement may be passed to somebody else."""

    CONSENT = "with-consent", "Only with written consent"
    GROUP_FREE = "group-free", "Within the group freely, else with consent"


class Term(Compound, frozen=True):
    """How long the agreement runs."""

    type: Annotated[
        TermType | None,
        Field(
            "How long does it run?",
            gap="Term",
            internal=Asked.FIRST,
            external=Asked.FIRST,
        ),
    ] = None
    length: Annotated[
        int | None,
        Field(
            "For how long?",
            gap="Term",
            why="Says how long you must keep the promise, also if costs rise.",
            example="12",
            row="term",
            internal=Asked.FIRST,
            external=Asked.FIRST,
            applies_if=sibling("type", TermType.FIXED, None),
        ),
    ] = None
    unit: Annotated[
        PeriodUnit | None,
        Field(
            "Counted in",
            gap="months or years",
            row="term",
            internal=Asked.CONFIRM,
            external=Asked.CONFIRM,
            applies_if=sibling("type", TermType.FIXED, None),
        ),
    ] = None
    until: Annotated[
        date | None,
        Field(
            "Last day",
            example="31 December 2028",
            row="term",
            internal=Asked.WHEN,
            external=Asked.WHEN,
            applies_if=sibling("type", TermType.UNTIL_DATE),
        ),
    ] = None


class Renewal(Compound, frozen=True):
    """What happens at the end of the term."""

    type: Annotated[
        RenewalType | None,
        Field(
            "What happens at the end?",
            gap="Renewal",
            why="Nobody remembers: decide now whether silence means yes.",
            internal=Asked.CONFIRM,
            external=Asked.FIRST,
        ),
    ] = None
    length: Annotated[
        int | None,
        Field(
            "Renews for",
            gap="Renewal period",
            example="12",
            row="renewal",
            internal=Asked.WHEN,
            external=Asked.WHEN,
            applies_if=sibling("type", RenewalType.AUTOMATIC, RenewalType.BY_AGREEMENT),
        ),
    ] = None
    unit: Annotated[
        PeriodUnit | None,
        Field(
            "Counted in",
            gap="months or years",
            row="renewal",
            internal=Asked.WHEN,
            external=Asked.WHEN,
            applies_if=sibling("type", RenewalType.AUTOMATIC, RenewalType.BY_AGREEMENT),
        ),
    ] = None
    most: Annotated[
        int | None,
        Field(
            "How often at most?",
            empty="without limit.",
            example="2",
            applies_if=sibling("type", RenewalType.AUTOMATIC),
        ),
    ] = None


RENEWS = elsewhere("duration/renewal/type", RenewalType.AUTOMATIC)
OPEN_ENDED = elsewhere("duration/term/type", TermType.OPEN_ENDED)
HAS_NOTICE = either(both(RENEWS, FIXED_END), OPEN_ENDED)


class Notice(Compound, frozen=True):
    """The last moment to say no to a renewal, or how to end an open-ended agreement."""

    length: Annotated[
        int | None,
        Field(
            "Notice period",
            why="One day too late can cost a whole further term.",
            example="60",
            row="notice",
            internal=Asked.WHEN,
            external=Asked.WHEN,
            applies_if=HAS_NOTICE,
        ),
    ] = None
    unit: Annotated[
        NoticeUnit | None,
        Field(
            "Counted in",
            gap="days or months",
            row="notice",
            internal=Asked.WHEN,
            external=Asked.WHEN,
            applies_if=HAS_NOTICE,
        ),
    ] = None
    reference: Annotated[
        NoticeReference | None,
        Field(
            "Received before",
            empty="the End Date.",
            row="notice",
            applies_if=both(RENEWS, FIXED_END),
        ),
    ] = None


class OwnerChange(Record, frozen=True):
    """What happens if a department is reorganised, or a company bought, merged or passed on."""

    confirm_days: Annotated[
        int | None,
        Field(
            "New head confirms within",
            gap="Time to confirm",
            hint="After a merger or split the agreement continues; the new head confirms it.",
            why="You chose these people; decide what happens when others take over.",
            example="30",
            unit="days",
            internal=Asked.CONFIRM,
            external=Asked.NEVER,
            applies_if=in_form(Form.INTERNAL),
        ),
    ] = None
    who_may_end: Annotated[
        WhoMayEnd | None,
        Field(
            "If a side is bought: who may end the agreement?",
            gap="Who may end the agreement after a change of control",
            why="You chose these people; decide what happens when others take over.",
            internal=Asked.NEVER,
            external=Asked.FIRST,
            applies_if=in_form(Form.EXTERNAL),
        ),
    ] = None
    notice_days: Annotated[
        int | None,
        Field(
            "With notice of",
            gap="Notice after a change of control",
            example="90",
            unit="days",
            row="control",
            internal=Asked.NEVER,
            external=Asked.WHEN,
            applies_if=both(
                in_form(Form.EXTERNAL),
                sibling("who_may_end", WhoMayEnd.CUSTOMER, WhoMayEnd.PROVIDER, WhoMayEnd.EITHER),
            ),
        ),
    ] = None
    window_months: Annotated[
        int | None,
        Field(
            "Within how many months of being told?",
            gap="Time to decide after a change of control",
            example="12",
            unit="months",
            row="control",
            internal=Asked.NEVER,
            external=Asked.WHEN,
            applies_if=both(
                in_form(Form.EXTERNAL),
                sibling("who_may_end", WhoMayEnd.CUSTOMER, WhoMayEnd.PROVIDER, WhoMayEnd.EITHER),
            ),
        ),
    ] = None
    tell_within_days: Annotated[
        int | None,
        Field(
            "The other side is told within",
            gap="Time to tell of a change of control",
            hint="Counted from the day on which the purchase is completed.",
            example="10",
            unit="days",
            internal=Asked.NEVER,
            external=Asked.CONFIRM,
            applies_if=in_form(Form.EXTERNAL),
        ),
    ] = None
    transfer: Annotated[
        Transfer | None,
        Field(
            "May the agreement be passed to somebody else?",
            gap="Transfer",
            internal=Asked.NEVER,
            external=Asked.CONFIRM,
            applies_if=in_form(Form.EXTERNAL),
        ),
    ] = None


class Review(Record, frozen=True):
    """When both sides look at the agreement again."""

    every: Annotated[
        int | None,
        Field(
            "When do we look at it again?",
            gap="Review rhythm",
            hint="Every how many months?",
            why="A promise that no one looks at is wrong within a year.",
            example="3",
            unit="months",
            row="review",
            internal=Asked.FIRST,
            external=Asked.CONFIRM,
        ),
    ] = None
    first: Annotated[
        date | None,
        Field(
            "First review",
            empty="one rhythm after the start.",
            example="1 April 2027",
            row="review",
        ),
    ] = None
    triggers: Annotated[
        str | None,
        Field(
            "Events that call for an earlier review",
            prose=True,
            one_per_line=True,
            example="a level is missed twice in a row",
        ),
    ] = None


class Duration(Record, frozen=True):
    """The section that says from when to when."""

    starts: Annotated[
        Starts | None,
        Field("How does it start?", empty="on the date below.", card="Start"),
    ] = None
    effective_date: Annotated[
        date | None,
        Field(
            "From when?",
            gap="Start date",
            why="Fixes which month is measured first; a date in the past makes you late on "
            "day one.",
            example="1 January 2027",
            card="Start",
            row="start",
            internal=Asked.FIRST,
            external=Asked.FIRST,
            applies_if=sibling("starts", Starts.ON_DATE, None),
        ),
    ] = None
    service_start: Annotated[
        date | None,
        Field(
            "Services begin later, on",
            gap="First day of the Services",
            empty="with the agreement.",
            example="1 May 2027",
            card="Start",
            row="start",
        ),
    ] = None
    term: Annotated[Term, Field("Term", card="Term and renewal")] = Term()
    renewal: Annotated[
        Renewal,
        Field("Renewal", card="Term and renewal", applies_if=FIXED_END),
    ] = Renewal()
    notice: Annotated[Notice, Field("Notice", card="Term and renewal")] = Notice()
    change: Annotated[
        OwnerChange, Field("If a side is reorganised, bought or merged", card="New owners")
    ] = OwnerChange()
    review: Annotated[Review, Field("Review", card="Review")] = Review()
    convenience: Annotated[Convenience, Field("Ending early", card="Ending early")] = Convenience()
    cause: Annotated[Cause, Field("Ending for cause", card="Ending early")] = Cause()
    repeated_failure: Annotated[RepeatedFailure, Field("Repeated failure", card="Ending early")] = (
        RepeatedFailure()
    )
    after_end: Annotated[AfterEnd, Field("After the end", card="After the end")] = AfterEnd()
    additional_terms: AdditionalTerms = None
