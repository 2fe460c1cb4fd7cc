"""Saving happens a second after the last change, and every two seconds while changes go on."""

from collections.abc import Callable

from slaeditor.editing.autosave import Autosave


class Time:
    """A clock with timers that go off when it is moved on."""

    def __init__(self) -> None:
        self.now = 0.0
        self._timers: list[tuple[float, Callable[[], None]]] = []

    def __call__(self) -> float:
        return self.now

    def later(self, delay: float, call: Callable[[], None]) -> Callable[[], None]:
        timer = (self.now + delay, call)
        self._timers.append(timer)
        return lambda: self._timers.remove(timer) if timer in self._timers else None

    def pass_by(self, seconds: float) -> None:
        end = self.now + seconds
        while due := sorted((t for t in self._timers if t[0] <= end), key=lambda t: t[0]):
            self._timers.remove(due[0])
            self.now = due[0][0]
            due[0][1]()
        self.now = end


def run() -> tuple[Time, Autosave, list[float]]:
    time = Time()
    saved: list[float] = []
    return time, Autosave(lambda: saved.append(time.now), time.later, time), saved


def test_a_change_is_saved_a_second_later() -> None:
    time, autosave, saved = run()
    autosave.note_change()
    time.pass_by(0.9)
    assert saved == []
    time.pass_by(0.2)
    assert saved == [1.0]


def test_typing_without_a_pause_is_saved_every_two_seconds() -> None:
    time, autosave, saved = run()
    for _ in range(100):
        autosave.note_change()
        time.pass_by(0.1)
    assert len(saved) >= 4
    gaps = [later - earlier for earlier, later in zip([0.0, *saved], saved, strict=False)]
    assert max(gaps) <= 2.11


def test_saving_at_once_leaves_nothing_due() -> None:
    time, autosave, saved = run()
    autosave.note_change()
    autosave.save_now()
    assert saved == [0.0]
    assert not autosave.is_due
    time.pass_by(5)
    autosave.save_now()
    assert saved == [0.0]
