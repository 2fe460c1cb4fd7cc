"""What the clauses on early ends and on the time after them say beside other clauses."""

from datetime import date
from typing import Any

from slaeditor.agreement import decode
from slaeditor.blocks import Paragraph, Reference
from slaeditor.document.view import View
from slaeditor.sections.duration import clauses


def texts(**sections: Any) -> dict[str, str]:
    """The clauses of a contract; references stand as 9.9 before numbering."""
    see = View(decode({"id": "a", "kind": "external", **sections}), date(2026, 11, 24))
    return {
        block.id: "".join("9.9" if isinstance(s, Reference) else s.text for s in block.spans)
        for block in clauses.external(see)
        if isinstance(block, Paragraph)
    }


def resting_on(contract: str) -> dict[str, Any]:
    return {"standing": {"rests_on": contract}}


def test_help_after_the_end_says_where_its_price_stands() -> None:
    duration = {"after_end": {"help_months": 3}}
    governed = texts(duration=duration, introduction=resting_on("governing-agreement"))
    assert governed["duration.after-end@help"].endswith(
        "The Governing Agreement states what the Customer pays for this help."
    )
    alone = texts(duration=duration, introduction=resting_on("stands-alone"))
    assert alone["duration.after-end@help"].endswith(
        "Clause 9.9 states what the Customer pays for this help."
    )
    undecided = texts(duration=duration)["duration.after-end@help"]
    assert undecided.endswith("or to systems of its own.")


def test_repeated_failure_says_once_what_stands_in_for_a_missing_minimum() -> None:
    levels = {"levels": [{"id": "avl", "minimum": "99.0"}, {"id": "b"}]}
    duration = {"repeated_failure": {"misses": 2}}
    clause = texts(duration=duration, metrics=levels)["duration.repeated-failure"]
    assert clause.endswith("Service Level without a Minimum Level, the Target takes its place.")
    chosen = {**levels, "consequence": {"type": "credits"}}
    beside = texts(duration=duration, metrics=chosen)["duration.repeated-failure"]
    assert "takes its place" not in beside


def test_what_is_paid_for_ending_early_stands_with_the_right_to_end() -> None:
    right = {"who": "customer", "length": 90, "unit": "days"}
    paid = texts(duration={"convenience": {**right, "fee": "three times the monthly charge."}})
    assert paid["duration.convenience"].endswith(
        "A Party that ends this Agreement in this way shall pay the other the following: three "
        "times the monthly charge."
    )
    assert "pay" not in texts(duration={"convenience": right})["duration.convenience"]
    assert "duration.convenience" not in texts(duration={"convenience": {"fee": "a fee"}})


def test_knowledge_is_handed_over_by_the_end() -> None:
    said = texts(duration={"after_end": {"knowledge": "the handbook\nthe passwords."}})
    assert said["duration.after-end@knowledge"] == (
        "By the day on which this Agreement ends, the Provider shall hand over the following to "
        "the Customer: the handbook; the passwords."
    )
    assert "duration.after-end@knowledge" not in texts()
