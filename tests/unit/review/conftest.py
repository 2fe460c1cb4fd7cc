"""The four ways in which each of Word's cases is tried."""

import pytest

from slaeditor.document.copies import Profile
from tests.unit.review.returned_cases import ANNA, DOCUMENT
from tests.unit.review.word_edits import Word


@pytest.fixture(params=list(Profile), ids=lambda profile: profile.value)
def profile(request: pytest.FixtureRequest) -> Profile:
    return Profile(request.param)


@pytest.fixture(params=[ANNA, ""], ids=["tracked", "untracked"])
def author(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def word(profile: Profile, author: str) -> Word:
    """An export of the hosted application, open in Word."""
    return Word(DOCUMENT, profile, author)
