"""The versions of an agreement as a list, newest first: now, then the points of its history.

Versions that the program made by itself stand back; three or more in a row are folded into a line.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidgetItem

from slaeditor.bidi import isolated
from slaeditor.i18n import _
from slaeditor.library.points import AUTOMATIC, Point
from slaeditor.moments import moment_in_full, moment_words
from ui.compare.job import NOW
from ui.side_list import MORE, MUTED, PICTURE, SideList
from ui.theme.widgets import tip

_ICONS = {
    "opened": "folder-open",
    "export": "export",
    "named": "tag",
    "review": "mail",
    "automatic": "clock",
    "status": "flag",
    "merged": "swap",
    "restored": "restore",
}
_KINDS = {
    "opened": _("automatic"),
    "export": _("exported"),
    "named": _("named"),
    "review": _("from a review"),
    "automatic": _("automatic"),
    "status": _("status changed"),
    "merged": _("brought together"),
    "restored": _("before going back"),
}
_TOLD_BY_LABEL = frozenset({"status", "restored"})  # labels that only the program gives
_FOLDED = 3
"""Automatic versions in a row that are folded into one line."""

_AT, _GROUP = Qt.ItemDataRole.UserRole + 10, Qt.ItemDataRole.UserRole + 11
_FOLD_KEYS = {
    Qt.Key.Key_Return: None,
    Qt.Key.Key_Enter: None,
    Qt.Key.Key_Space: None,
    Qt.Key.Key_Right: True,
    Qt.Key.Key_Left: False,
}


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the list: a version, or with `group` a fold named by the first one in it."""

    id: str
    words: str
    more: str
    picture: str
    is_muted: bool = False
    group: str = ""
    tip: str = ""


class PointList(SideList):
    """`chosen` tells that another version, or several, are chosen."""

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__(_("Points, newest first"), has_second_lines=True)
        self.setAccessibleDescription(
            _("Choosing one compares it with now; Ctrl and Space choose a second one to compare.")
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._points: tuple[Point, ...] = ()
        self._open: set[str] = set()
        self._last: tuple[str, ...] = ()
        self.itemSelectionChanged.connect(self._on_selection_changed)
        self.itemClicked.connect(self._on_item_clicked)

    def show_points(self, points: Sequence[Point], wanted: Sequence[str] | None) -> None:
        """Show now and these points, with the wanted ones chosen, or now where they are missing.

        Without a wish it is the newest that somebody made on purpose, else the newest at all.
        """
        self._points = tuple(points)
        chosen = (self._newest_telling(),) if wanted is None else tuple(wanted)
        for name, group in _runs(self._points):
            if name and any(point.id in chosen for point in group):
                self._open.add(name)
        self._fill(chosen)

    def chosen_ids(self) -> tuple[str, ...]:
        """The chosen versions, newest first."""
        items = (self.item(row) for row in range(self.count()))
        chosen = (item.data(_AT) for item in items if item.isSelected())
        return tuple(each for each in chosen if each is not None)

    def current_id(self) -> str | None:
        """The version that the keys are at; None on a fold."""
        row = self.currentRow()
        found: str | None = self.item(row).data(_AT) if row >= 0 else None
        return found

    def choose(self, *ids: str) -> None:
        """Choose these versions and no others."""
        self._fill(ids)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold and unfold with the keys that do so in a tree."""
        row, key = self.currentRow(), Qt.Key(event.key())
        group = self.item(row).data(_GROUP) if row >= 0 else ""
        if not group or key not in _FOLD_KEYS:
            super().keyPressEvent(event)
            return
        wanted = _FOLD_KEYS[key]
        if wanted is None or wanted is not (group in self._open):
            self._fold(group)

    def _newest_telling(self) -> str:
        told = [point.id for point in self._points if point.kind not in AUTOMATIC]
        return next(iter([*told, *(point.id for point in self._points)]), NOW)

    def _fill(self, wanted: Sequence[str]) -> None:
        now = datetime.now(UTC)
        with QSignalBlocker(self):
            self.clear()
            for line in _lines(self._points, self._open, now):
                self._add(line)
            rows = [row for row in range(self.count()) if self.item(row).data(_AT) in wanted]
            is_folded = any(point.id in wanted for point in self._points)
            for row in rows or ([] if is_folded else [0]):
                self.item(row).setSelected(True)
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            first = self.item((rows or [0])[0])
            self.selectionModel().setCurrentIndex(self.indexFromItem(first), flag)
        self._on_selection_changed()

    def _add(self, line: _Line) -> None:
        item = QListWidgetItem(line.words)
        item.setData(PICTURE, (line.picture, "muted" if line.is_muted else "accent"))
        item.setData(MORE, line.more)
        item.setData(MUTED, line.is_muted)
        item.setData(_AT, None if line.group else line.id)
        item.setData(_GROUP, line.group)
        item.setToolTip(tip(line.tip or line.words))
        spoken = ", ".join(each for each in (line.words, line.more) if each)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        if line.group:
            item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        self.addItem(item)

    def _fold(self, group: str) -> None:
        """Fold a group, or unfold it, with the keys still on its line."""
        chosen = self.chosen_ids()
        self._open ^= {group}
        self._fill(chosen or self._last)
        for row in range(self.count()):
            if self.item(row).data(_GROUP) == group:
                index = self.indexFromItem(self.item(row))
                flag = QItemSelectionModel.SelectionFlag.NoUpdate
                self.selectionModel().setCurrentIndex(index, flag)

    @Slot()
    def _on_selection_changed(self) -> None:
        """Tell of it, unless nothing is chosen because the keys are on a fold."""
        ids = self.chosen_ids()
        if ids and ids != self._last:
            self._last = ids
            self.chosen.emit()

    @Slot(QListWidgetItem)
    def _on_item_clicked(self, item: QListWidgetItem) -> None:
        if item.data(_GROUP):
            self._fold(item.data(_GROUP))


def _runs(points: Sequence[Point]) -> Iterator[tuple[str, list[Point]]]:
    """Points in a row that are automatic or not; each run has the name of its oldest point."""
    for is_automatic, run in groupby(points, key=lambda point: point.kind in AUTOMATIC):
        group = list(run)
        yield (group[-1].id if is_automatic else ""), group


def _lines(points: Sequence[Point], unfolded: set[str], now: datetime) -> Iterator[_Line]:
    yield _Line(NOW, _("Now"), _("as it stands, not yet named"), "edit")
    for name, group in _runs(points):
        if name and len(group) >= _FOLDED:
            is_open = name in unfolded
            yield _fold_line(name, group, is_open, now)
            if not is_open:
                continue
        yield from (_point_line(point, now) for point in group)


def _fold_line(name: str, group: Sequence[Point], is_open: bool, now: datetime) -> _Line:
    words = _("{count} automatic versions").format(count=len(group))
    newest, oldest = _when(group[0], now), _when(group[-1], now)
    span = _("{first} to {last}").format(first=oldest, last=newest)
    more = span if newest != oldest else newest
    state = _("shown") if is_open else _("hidden")
    picture = "chevron-down" if is_open else "chevron-right"
    return _Line("", words, f"{more} · {state}", picture, True, name)


def _point_line(point: Point, now: datetime) -> _Line:
    kind = _KINDS.get(point.kind, "")
    on = _("on {computer}").format(computer=isolated(point.computer)) if point.computer else ""
    said = "" if point.kind in _TOLD_BY_LABEL else kind
    more = " · ".join(each for each in (_when(point, now), on, said) if each)
    is_muted = point.kind in AUTOMATIC
    tip_words = "\n".join(each for each in (point.label, moment_of(point), on, kind) if each)
    picture = _ICONS.get(point.kind, "clock")
    return _Line(point.id, point.label, more, picture, is_muted, tip=tip_words)


def _when(point: Point, now: datetime) -> str:
    """When a point was made, in local time; as it is stored where that is no date."""
    try:
        return moment_words(point.moment, now)
    except ValueError:
        return point.date


def point_words(point: Point) -> str:
    """A point in one line of a box: its label and when it was made."""
    return f"{point.label} · {_when(point, datetime.now(UTC))}"


def point_name(point: Point) -> str:
    """What a point is called in a sentence; many of the program's own have the same label."""
    return point_words(point) if point.kind in AUTOMATIC else point.label


def moment_of(point: Point) -> str:
    """Day and time of a point, in local time; as it is stored where that is no date."""
    try:
        return moment_in_full(point.moment)
    except ValueError:
        return point.date
