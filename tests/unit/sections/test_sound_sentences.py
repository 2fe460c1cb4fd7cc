"""Duration and service levels as text: no broken sentence, no long one, no word out of place."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from importlib.resources import files
from typing import Any

import pytest

from slaeditor.agreement import decode
from slaeditor.blocks import Block, Cell, Paragraph, Reference, Role, Spans, Table
from slaeditor.document.view import View
from slaeditor.field import Form
from slaeditor.sections.duration import clauses as duration
from slaeditor.sections.duration import schedule as key_dates
from slaeditor.sections.metrics import clauses as metrics
from slaeditor.sections.metrics import schedule as levels
from slaeditor.sections.metrics.credits import blocks as credit_blocks

TODAY = date(2026, 11, 24)

NOT_WITHIN_A_COMPANY = (
    "penalty|damages|liabilit|indemni|warrant|guarantee|breach|default|remed|credit|set-off|"
    "invoice|interest|for cause|governing law|court|arbitration|legally bound|consideration|deed|"
    "in witness|counterpart|assignment|novation|third-party|confidential|dismissal|shall|Party|"
    "Parties"
)
NOWHERE = (
    r"and/or|etc\.|e\.g\.|such as|may not|herein|aforesaid|hereof|promptly|timely|immediately|"
    "as soon as possible|best effort|ensure|penalty|force majeure|from time to time|above,|"
    "in the event that|provided that|TBD"
)

FULL: dict[str, Any] = {
    "duration": {
        "effective_date": "2027-04-01",
        "service_start": "2027-05-01",
        "term": {"type": "fixed", "length": 24, "unit": "months"},
        "renewal": {"type": "automatic", "length": 12, "unit": "months", "most": 2},
        "notice": {"length": 60, "unit": "days", "reference": "end-date"},
        "convenience": {
            "who": "either",
            "length": 1,
            "unit": "months",
            "ends_on": "month-end",
            "fee": "a month’s charge",
        },
        "cause": {"cure_days": 30},
        "repeated_failure": {"misses": 2, "periods": 3, "use_within_days": 30},
        "change": {
            "confirm_days": 30,
            "who_may_end": "either",
            "notice_days": 90,
            "window_months": 12,
            "tell_within_days": 10,
            "transfer": "with-consent",
        },
        "after_end": {
            "data_days": 30,
            "data_format": "CSV files",
            "help_months": 3,
            "knowledge": "the handbook",
            "survives": "clause 14 of the lease",
        },
        "review": {"every": 3, "first": "2027-07-01", "triggers": "a move\na merger"},
    },
    "metrics": {
        "levels": [
            {
                "id": "avl",
                "name": "Availability",
                "category": "availability",
                "owed_by": "both",
                "definition": "the share of the time in which a user can log in",
                "start_event": "the probe fails",
                "stop_event": "the probe succeeds",
                "pause": "work was announced",
                "direction": "at-least",
                "target": "99.9",
                "unit": "percent",
                "unit_of": "the Service Hours",
                "minimum": "99.0",
                "window": "calendar-month",
                "clock": "around-the-clock",
                "method": "the Provider, by a probe outside its network, once a minute",
                "exclusions": "own",
                "own_exclusions": "strikes\nfloods",
                "ramp": [
                    {"id": "s1", "start": "2027-05-01", "value": "99.0"},
                    {"id": "s2", "start": "2027-08-01", "value": "99.9"},
                ],
                "measurement_type": "continuous",
                "formula": "(agreed − down) ÷ agreed",
                "small_number": 10,
                "data_kept_months": 12,
                "data_owner": "the desk",
                "combined": "mean",
                "priority": "one",
                "baseline": {
                    "status": "B",
                    "value": "99.2",
                    "statistic": "mean",
                    "population": "all minutes",
                    "period": "2026",
                    "periods": 9,
                    "source": "the log",
                    "values": "99.2 99.4",
                    "binds_on": "2027-10-01",
                },
            },
            {
                "id": "rsp",
                "name": "Response",
                "owed_by": "provider",
                "direction": "at-most",
                "unit": "hours",
                "share": "95",
                "baseline": {
                    "status": "D",
                    "after": "the new tool",
                    "measure_periods": 3,
                    "set_by": "2027-10-01",
                    "formula": "the worst of the periods measured",
                },
            },
            {"id": "rep", "name": "Conversion", "baseline": {"status": "E"}},
        ],
        "report": {
            "due_days": 10,
            "recipient": "the board",
            "every": "month",
            "format": "a PDF",
            "objection_days": 30,
        },
        "priorities": [
            {"id": "one", "name": "Priority 1", "meaning": "a stop.", "example": "no login"},
            {"id": "two", "name": "Priority 2", "meaning": "all else"},
        ],
        "priority_decided_by": "the desk",
        "consequence": {"type": "credits", "cause_days": 5},
        "credits": {
            "bands": [{"id": "b", "level": "avl", "worse_than": "99.0", "percent": "5"}],
            "base": "the monthly charge",
            "cap_percent": "10",
            "other_rights": "remain",
            "claim_days": 30,
        },
        "measuring": {
            "missing_data": "other-source",
            "other_source": "the log",
            "partial_period": "ignore",
            "failed_probes": 2,
        },
    },
}


def answers(data: Any, at: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The places of all single answers, and of each list item as a whole."""
    if not isinstance(data, dict | list):
        yield at
        return
    pairs = list(data.items()) if isinstance(data, dict) else list(enumerate(data))
    for key, inner in pairs:
        if isinstance(data, list):
            yield (*at, key)
        if key != "id":
            yield from answers(inner, (*at, key))


def without(data: Any, at: tuple[Any, ...]) -> Any:
    """A copy of the data that lacks what stands at a place."""
    key, *rest = at
    if not rest:
        if isinstance(data, list):
            return [item for number, item in enumerate(data) if number != key]
        return {name: inner for name, inner in data.items() if name != key}
    if isinstance(data, list):
        return [without(inner, tuple(rest)) if n == key else inner for n, inner in enumerate(data)]
    return {n: without(inner, tuple(rest)) if n == key else inner for n, inner in data.items()}


def blocks(data: dict[str, Any], kind: str) -> tuple[Block, ...]:
    standing = {"standing": {"rests_on": "governing-agreement"}}
    see = View(decode({"id": "a", "kind": kind, "introduction": standing, **data}), TODAY)
    if see.form is Form.INTERNAL:
        own = (*duration.internal(see), *metrics.internal(see))
    else:
        own = (*duration.external(see), *metrics.external(see))
    return (*own, *levels.blocks(see), *key_dates.blocks(see), *credit_blocks(see))


def written(spans: Spans) -> str:
    text = "".join("9.9" if isinstance(span, Reference) else span.text for span in spans)
    return text.replace("\u00a0", " ")


def texts(found: tuple[Block, ...]) -> Iterator[tuple[Role | None, str]]:
    for block in found:
        if isinstance(block, Paragraph):
            yield block.role, written(block.spans)
        elif isinstance(block, Table):
            cells: list[Cell] = [cell for row in block.rows for cell in row.cells]
            yield from ((None, written(cell.spans)) for cell in cells)


def faults(role: Role | None, text: str) -> list[str]:
    """What is broken about a text; nothing where it is sound."""
    found = re.findall(r"  |\{|\}|\.\.| [.,;:]|\[\]|\( ?\)|None|,,|;;|\b(\w+) \1\b", text)
    if text != text.strip() or not text:
        found.append("blank")
    if role is Role.CLAUSE and not re.search(r"[.:]$", text):
        found.append("no end")
    if role is Role.ITEM and not re.search(r"(; and|[;.])$", text):
        found.append("no end")
    return found


PLACES = list(answers(FULL))


@pytest.mark.parametrize("kind", ["internal", "external"])
def test_no_sentence_breaks_when_any_one_answer_is_removed(kind: str) -> None:
    for place in [(), *PLACES]:
        data = without(FULL, place) if place else FULL
        for role, text in texts(blocks(data, kind)):
            assert not faults(role, text), f"without {place}: {text}"


@pytest.mark.parametrize("kind", ["internal", "external"])
def test_no_sentence_breaks_when_only_one_answer_is_given(kind: str) -> None:
    for role, text in texts(blocks({}, kind)):
        assert not faults(role, text), text
    for section in ("duration", "metrics"):
        for name, answer in FULL[section].items():
            for role, text in texts(blocks({section: {name: answer}}, kind)):
                assert not faults(role, text), f"only {name}: {text}"


def test_no_paragraph_or_row_has_the_name_of_another() -> None:
    for kind in ("internal", "external"):
        found = blocks(FULL, kind)
        names = [block.id for block in found]
        names += [row.id for block in found if isinstance(block, Table) for row in block.rows]
        assert len(names) == len(set(names))


def test_an_agreement_within_a_company_speaks_no_contract_language() -> None:
    for data in (FULL, {}):
        for _, text in texts(blocks(data, "internal")):
            assert not re.search(rf"\b({NOT_WITHIN_A_COMPANY})", text), text


def test_no_vague_or_dusty_word_stands_in_the_text() -> None:
    for kind in ("internal", "external"):
        for _, text in texts(blocks(FULL, kind)):
            assert not re.search(rf"\b({NOWHERE})", text, re.IGNORECASE), text


@pytest.mark.parametrize("section", ["duration", "metrics"])
def test_no_sentence_of_the_wording_is_longer_than_thirty_five_words(section: str) -> None:
    file = files("resources") / "wording" / "en" / "1" / f"{section}.toml"
    for text in _strings(tomllib.loads(file.read_text(encoding="utf-8"))):
        filled = re.sub(r"\{[^{}]*\}", "value", re.sub(r"(?<=\.)(\{[^{}]*\})+", "", text))
        for sentence in re.split(r"(?<=[.:]) ", filled):
            assert len(sentence.split()) <= 35, sentence


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    else:
        for inner in data.values():
            yield from _strings(inner)
