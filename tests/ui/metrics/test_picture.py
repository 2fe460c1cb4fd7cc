"""The picture at the end of a level's page follows the level."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from slaeditor.editing.open_draft import OpenDraft
from tests.agreements import HOSTED_APPLICATION, typed
from tests.ui.accessibility import problems
from ui import theme
from ui.metrics.chart import PastChart
from ui.metrics.picture import LevelPicture
from ui.theme.palette import shown_tokens

LEVEL = "metrics/levels/availability"


@pytest.fixture
def draft() -> OpenDraft:
    """The hosted application."""
    return OpenDraft(typed(HOSTED_APPLICATION), lambda: 0.0)


@pytest.fixture
def picture(qapp: QApplication, qtbot: QtBot, draft: OpenDraft) -> LevelPicture:
    """The picture of its availability, in view."""
    theme.apply(qapp, "light", 100)
    shown = LevelPicture(draft, LEVEL)
    qtbot.addWidget(shown)
    shown.resize(560, 400)
    shown.show()
    return shown


def chart_of(picture: LevelPicture) -> PastChart:
    """The chart in it."""
    chart = picture.findChild(PastChart)
    assert isinstance(chart, PastChart)
    return chart


def colours(chart: PastChart) -> set[str]:
    """All colours that are painted."""
    image = chart.grab().toImage()
    return {
        QColor(image.pixel(x, y)).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }


def test_it_says_in_words_what_it_shows(picture: LevelPicture) -> None:
    assert picture.text().startswith("Met in none of 9 periods. The worst was 98.8%. What it")
    name = chart_of(picture).accessibleName()
    assert name == "Picture of the past. Met in none of 9 periods. The worst was 98.8%."


def test_it_follows_the_level_a_moment_later(
    picture: LevelPicture, draft: OpenDraft, qtbot: QtBot
) -> None:
    draft.set_text(f"{LEVEL}/target", "99")
    assert "none of 9" in picture.text()
    qtbot.waitUntil(lambda: "8 of 9" in picture.text())


def test_it_goes_when_there_is_nothing_to_show_and_comes_back(
    picture: LevelPicture, draft: OpenDraft, qtbot: QtBot
) -> None:
    draft.set_text(f"{LEVEL}/target", "")
    draft.set_text(f"{LEVEL}/baseline/values", "")
    qtbot.waitUntil(picture.isHidden)
    draft.undo()
    qtbot.waitUntil(picture.isVisible)


def test_a_dot_that_misses_is_hollow_and_one_that_meets_is_filled(
    picture: LevelPicture, draft: OpenDraft
) -> None:
    tokens = shown_tokens()
    missed = colours(chart_of(picture))
    assert tokens.warning in missed and tokens.accent not in missed
    draft.set_text(f"{LEVEL}/target", "98")
    picture.refresh()
    met = colours(chart_of(picture))
    assert tokens.accent in met and tokens.warning not in met


def test_a_thousand_periods_are_drawn(picture: LevelPicture, draft: OpenDraft) -> None:
    draft.set_text(f"{LEVEL}/baseline/values", " ".join(str(n % 7 + 93) for n in range(1000)))
    picture.refresh()
    assert shown_tokens().warning in colours(chart_of(picture))


def test_a_picture_that_is_gone_hears_nothing_more(draft: OpenDraft, qtbot: QtBot) -> None:
    gone = LevelPicture(draft, LEVEL)
    gone.deleteLater()
    qtbot.waitUntil(lambda: not isValid(gone))
    draft.set_text(f"{LEVEL}/target", "99")


def test_it_is_sound_for_a_screen_reader(picture: LevelPicture) -> None:
    assert problems(picture) == []
