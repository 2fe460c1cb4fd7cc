"""Whatever is answered and whatever isn't: a document comes out, and it is whole."""

from datetime import date

from hypothesis import HealthCheck, given, settings

from slaeditor.agreement import Agreement
from slaeditor.document.compose import compose
from slaeditor.document.html import html_page
from slaeditor.document.text import plain_text
from slaeditor.document.view import View
from slaeditor.readiness.findings import findings
from tests.consistency import problems
from tests.properties.answers import agreements, departing

TODAY = date(2026, 11, 24)

slow_to_draw = settings(suppress_health_check=list(HealthCheck))


@slow_to_draw
@given(agreements())
def test_the_document_of_any_agreement_is_whole(agreement: Agreement) -> None:
    assert problems(compose(agreement, TODAY)) == []


@slow_to_draw
@given(departing())
def test_any_agreement_can_be_written_and_checked_twice_alike(agreement: Agreement) -> None:
    document = compose(agreement, TODAY)
    assert compose(agreement, TODAY) == document
    assert plain_text(document).endswith("\n")
    assert "</html>" in html_page(document)
    found = findings(View(agreement, TODAY))
    assert found == findings(View(agreement, TODAY), document)
    assert all(finding.sentence.rstrip(" ").endswith(".") and finding.path for finding in found)
