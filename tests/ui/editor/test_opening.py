"""What opening a screen or an item does to the windows in view and to the focus."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.editor.conftest import Open


class WindowsShown(QObject):
    """Remembers every widget that came up as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look for showings."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.names.append(type(watched).__name__)
        return False


def test_the_page_of_a_level_opens_within_the_window(opened: Open, qapp: QApplication) -> None:
    sight = opened()
    level = f"metrics/levels/{sight.draft.add('metrics/levels')}"
    sight.draft.set_text(f"{level}/baseline/values", "99.2 99.4 98.8")
    shown = WindowsShown()
    qapp.installEventFilter(shown)
    assert sight.page.reveal(f"{level}/name")
    qapp.removeEventFilter(shown)
    assert shown.names == []
    assert sight.place == f"{level}/name"


def test_a_screen_that_begins_with_a_list_opens_in_its_first_item(opened: Open) -> None:
    sight = opened()
    service = sight.draft.add("scope/services", after="")
    assert sight.page.reveal("scope")
    assert sight.place == f"scope/services/{service}/name"


def test_what_can_be_done_with_an_item_comes_before_its_fields_with_tab(opened: Open) -> None:
    sight = opened()
    service = sight.draft.add("scope/services", after="")
    assert sight.page.reveal(f"scope/services/{service}/name")
    sight.button("Remove: Service 1").setFocus()
    sight.key(Qt.Key.Key_Tab)
    assert sight.place == f"scope/services/{service}/name"
