"""The panes: what is in view at which width, and the way from one to another."""

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from slaeditor.editing.templates import finished_example
from tests.ui.accessibility import problems
from tests.ui.editor.conftest import CTRL, SHIFT, Open, Sight
from ui import theme
from ui.preview.view import PreviewView

F6, F8, F9 = Qt.Key.Key_F6, Qt.Key.Key_F8, Qt.Key.Key_F9


def shown(sight: Sight) -> str:
    """What stands at the right."""
    panes = sight.page.panes
    if panes.shows_checks:
        return "checks"
    return "preview" if panes.shows_preview else ""


def test_the_preview_is_in_view_where_there_is_room(opened: Open) -> None:
    assert shown(opened(width=1366)) == "preview"


def test_in_a_narrower_window_the_preview_waits_until_asked_for(opened: Open) -> None:
    sight = opened(width=1150)
    assert shown(sight) == ""
    sight.key(F9)
    assert shown(sight) == "preview"
    sight.key(F9)
    assert shown(sight) == ""


def test_the_preview_comes_back_with_the_room(opened: Open) -> None:
    sight = opened(width=1150)
    sight.page.window().resize(1366, 720)
    assert shown(sight) == "preview"
    sight.key(F9)
    sight.page.window().resize(1150, 720)
    sight.page.window().resize(1366, 720)
    assert shown(sight) == ""


def test_large_text_counts_as_a_narrow_window(opened: Open) -> None:
    assert shown(opened(width=1366, percent=150)) == ""


@pytest.mark.parametrize("width", [860, 900, 1000, 1150, 1280])
def test_everything_fits_with_the_preview_in_view(opened: Open, width: int) -> None:
    sight = opened(finished_example(), width=width)
    if shown(sight) != "preview":
        sight.key(F9)
    QApplication.processEvents()
    assert sight.page.window().width() == width
    panes = sight.page.panes
    assert panes.middle.width() >= 420 and panes.right.width() >= 340


def test_the_key_goes_round_the_panes(opened: Open) -> None:
    sight = opened()
    page = sight.page
    sight.key(F6)
    assert page.preview.isAncestorOf(sight.focused)
    sight.key(F6)
    assert page.navigator.isAncestorOf(sight.focused)
    sight.key(F6)
    assert sight.place == "title"
    sight.key(F6, SHIFT)
    assert page.navigator.isAncestorOf(sight.focused)


def test_going_back_to_the_form_leads_to_the_field_left(opened: Open) -> None:
    sight = opened()
    sight.page.reveal("introduction/customer/name")
    sight.key(F6)
    assert sight.page.location() == "introduction/customer/name"
    sight.key(F6, SHIFT)
    assert sight.place == "introduction/customer/name"


def test_the_tab_key_goes_through_the_panes_as_they_stand(opened: Open) -> None:
    sight = opened()
    sight.page.reveal("people")
    panes = (sight.page.panes.middle, sight.page.panes.right)
    seen: list[int] = []
    for _press in range(400):
        sight.key(Qt.Key.Key_Tab)
        at = [number for number, pane in enumerate(panes) if pane.isAncestorOf(sight.focused)]
        if not at:
            break
        seen += at
    assert set(seen) == {0, 1}
    assert seen == sorted(seen)


def test_things_to_check_take_the_place_of_the_preview(opened: Open) -> None:
    sight = opened()
    assert sight.page.header.check_button.text().endswith(" things to check")
    sight.key(Qt.Key.Key_R, CTRL)
    assert shown(sight) == "checks"
    assert sight.focused.accessibleName().startswith("Fix: ")
    sight.press("Close things to check")
    assert shown(sight) == "preview"
    assert sight.place == "title"


def test_a_narrow_header_says_less_instead_of_cutting_words_off(
    opened: Open, qapp: QApplication
) -> None:
    sight = opened()
    header = sight.page.header
    whole = header.check_button.text()
    theme.apply(qapp, "light", 150)
    sight.window.resize(900, 700)
    sight.qtbot.waitUntil(lambda: header.width() <= 900)
    for each in header.findChildren(QAbstractButton):
        assert not each.isVisible() or each.width() >= each.minimumSizeHint().width()
    assert header.check_button.text() == whole.partition(" ")[0]
    assert header.check_button.accessibleName() == whole
    assert sight.button("Export to Word").text() == "Export"
    theme.apply(qapp, "light", 100)
    sight.window.resize(1280, 700)
    sight.qtbot.waitUntil(lambda: header.check_button.text() == whole)
    assert sight.button("Export to Word").text() == "Export to Word"


def test_fix_leads_to_the_field(opened: Open) -> None:
    sight = opened(finished_example())
    sight.draft.enter("duration/review/every", "soon")
    sight.settle()
    sight.press(sight.page.header.check_button.text())
    fixes = [each for each in sight.page.checks.findings if each.path == "duration/review/every"]
    sight.press(f"Fix: {fixes[0].sentence}")
    assert (sight.place, sight.line) == ("duration/review/every", "soon")


def test_f8_goes_from_one_to_the_next(opened: Open) -> None:
    sight = opened(finished_example())
    sight.draft.enter("duration/review/every", "soon")
    sight.draft.enter("title", "")
    sight.settle()
    blockers = [each.path for each in sight.page.checks.findings if each.severity == "blocker"]
    assert blockers == ["title", "duration/review/every"]
    sight.page.reveal("scope")
    sight.key(F8)
    assert sight.place == "title"
    sight.key(F8)
    assert sight.place == "duration/review/every"
    sight.key(F8, SHIFT)
    assert sight.place == "title"


def test_with_nothing_to_check_the_button_says_so(opened: Open) -> None:
    sight = opened()
    sight.page.checks.show_findings((), ())
    sight.key(F8)
    assert sight.place == "title"


class Pointing(QWidget):
    """A preview that is told where the person is, and can be clicked."""

    field_requested = Signal(str)
    settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.paths: list[str] = []

    def show_section(self, part: str) -> None:
        """Take note."""
        self.parts.append(part)

    def highlight(self, path: str) -> None:
        """Take note."""
        self.paths.append(path)

    def show_clause(self, clause_id: str) -> bool:
        """There is none."""
        return False


def test_the_preview_follows_the_person_and_leads_back(opened: Open) -> None:
    pointing = Pointing()
    sight = opened(preview=pointing)
    sight.page.reveal("people")
    sight.page.reveal("duration/review/every")
    assert pointing.parts == ["introduction", "signatures", "duration"]
    assert pointing.paths[0] == "title" and pointing.paths[-1] == "duration/review/every"
    pointing.field_requested.emit("scope/out_of_scope")
    assert sight.place == "scope/out_of_scope"
    pointing.field_requested.emit("introduction/customer")
    assert sight.place == "introduction/customer/name"


def test_the_preview_is_led_to_the_person_once_it_has_a_document(opened: Open) -> None:
    pointing = Pointing()
    sight = opened(preview=pointing)
    sight.page.reveal("duration/review/every")
    pointing.parts.clear()
    pointing.paths.clear()
    pointing.settled.emit()
    pointing.settled.emit()
    assert (pointing.parts, pointing.paths) == (["duration"], ["duration/review/every"])


def test_any_widget_may_stand_as_preview(opened: Open) -> None:
    sight = opened(preview=QWidget())
    assert sight.page.reveal("duration/review/every")


def test_the_widths_can_be_kept_for_another_time(opened: Open) -> None:
    sight = opened()
    sight.page.panes.setSizes([300, 600, 466])
    kept = sight.page.state()
    other = opened()
    other.page.restore_state(kept)
    assert other.page.state() == kept
    other.page.restore_state((1, 2))
    other.page.restore_state(())
    assert other.page.state() == kept


def test_the_list_of_sections_grows_and_shrinks_with_its_words(
    opened: Open, qapp: QApplication
) -> None:
    sight = opened(width=1366)
    sections = sight.page.navigator
    usual = sections.width()
    theme.apply(qapp, "light", 110)
    sight.qtbot.waitUntil(lambda: sections.width() == round(usual * 1.1), timeout=2000)
    theme.apply(qapp, "light", 100)
    sight.qtbot.waitUntil(lambda: abs(sections.width() - usual) <= 1, timeout=2000)


def test_a_preview_that_was_hidden_stays_hidden_another_time(opened: Open) -> None:
    sight = opened()
    sight.key(F9)
    other = opened()
    other.page.restore_state(sight.page.state())
    assert shown(other) == ""


@pytest.mark.parametrize("screen", ["introduction", "scope", "duration", "metrics", "people"])
def test_each_screen_is_sound_for_a_screen_reader(opened: Open, screen: str) -> None:
    sight = opened(finished_example(), preview=PreviewView())
    sight.page.reveal(screen)
    sight.page.open_find()
    QApplication.processEvents()
    assert problems(sight.page.window()) == []


@pytest.mark.parametrize(("width", "percent"), [(860, 100), (1280, 100), (1366, 150)])
def test_it_is_sound_at_every_width_and_text_size(opened: Open, width: int, percent: int) -> None:
    sight = opened(finished_example(), width=width, percent=percent)
    sight.key(Qt.Key.Key_R, CTRL)
    QApplication.processEvents()
    assert problems(sight.page.window()) == []
