"""Reading JSON that is broken: what stands before, between and behind the broken places.

`mended` reads on behind each break where the rest fits best: it tries the next few places and
levels, and takes the first from which the text can be read to its end, else the one that leads
furthest. Texts and their number of tries are bounded, so any input ends soon.
"""

import json
import re
from typing import Any, NamedTuple

from slaeditor.library.limits import DEPTH

MOST_BREAKS = 40
"""After so many broken places the rest is given up."""
MOST_TOKENS = 500_000
"""What stands behind so many values and signs isn't read: a draft of 1,000 levels has 150,000."""
_TRIED_PLACES = 48  # commas, brackets and quotation marks behind a break
_TRIED_FOR_CLOSED = 8  # more of them, where one leads to the end but leaves brackets open
_TRIED_TOKENS = 2_000_000  # in all tries together: some seconds

_TOKEN = re.compile(
    r'[ \t\r\n]*(?:("(?:[^"\\\0\r\n]|\\[^\0\r\n])*")'
    r"|(-?[0-9][0-9.eE+-]{0,400}|true|false|null)|([][{},:]))"
)
_BLANK = re.compile(r"[ \t\r\n]*")
_RESUMABLE = re.compile(r'[,\]}"\[{:]')
_NO_WORD = re.compile(r"\W")
_ZEROS = re.compile("\0+")
_BAD_SIGNS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f]")

# What may follow, by what is expected: a value, a value or the end of a list, a key, a key or the
# end of an object, a colon, a comma or an end.
_MOVES = {
    **{(state, token): "value" for state in ("value", "item") for token in ("text", "plain")},
    **{(state, token): "open" for state in ("value", "item") for token in "{["},
    ("item", "]"): "close",
    ("key", "text"): "key",
    ("first", "text"): "key",
    ("first", "}"): "close",
    ("colon", ":"): "colon",
    ("next", ","): "comma",
    ("next", "}"): "close",
    ("next", "]"): "close",
}
_AFTER = {"key": "colon", "colon": "value"}
_CLOSES = {"{": "}", "[": "]"}

Event = tuple[str, str]


class Mended(NamedTuple):
    """What could be read, and the paths of the places that could not, in their order."""

    value: Any
    breaks: tuple[str, ...]
    is_cut: bool


class _Run(NamedTuple):
    """One reading without a break: what was met, and where and how it stopped."""

    events: list[Event]
    place: int
    around: str  # the brackets that are open, outermost first
    expected: str

    @property
    def is_done(self) -> bool:
        return self.expected == "done"


def mended(text: str) -> Mended:
    """The value in a broken text; `None` where nothing of it can be read. Raises nothing."""
    text = _ZEROS.sub("\0", text)
    run = _read(text, 0, "", "value")
    events, budget, breaks = list(run.events), _TRIED_TOKENS, 0
    while not _is_at_end(text, run) and breaks < MOST_BREAKS and len(events) < MOST_TOKENS:
        breaks += 1
        found, budget = _resumed(text, run, budget)
        if found is None:
            break
        events.append(("break", ""))
        same = _in_common(run.around, found.around)
        events += [("close", "")] * (len(run.around) - same)
        events += [("open", sign) for sign in found.around[same:]]
        if found.name:
            events.append(("key", f'"{found.name}"'))
        events += found.run.events
        run = found.run
    is_cut = not run.is_done
    if is_cut:
        events.append(("cut", _rest_of_text(text, run)))
    return _built(events, is_cut)


def _in_common(one: str, other: str) -> int:
    """How many signs at their beginning are the same."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _is_at_end(text: str, run: _Run) -> bool:
    blank = _BLANK.match(text, run.place)
    return blank is not None and blank.end() == len(text)


def _read(text: str, place: int, around: str, expected: str) -> _Run:
    """Read on from a place, with these brackets open, until something doesn't fit."""
    events: list[Event] = []
    while expected != "done" and len(events) < MOST_TOKENS:
        found = _TOKEN.match(text, place)
        if found is None:
            break
        kind, token = _kind(found)
        move = _MOVES.get((expected, kind))
        if move is None or not _fits(move, kind, around):
            break
        if move == "open":
            around += kind
        elif move == "close":
            around = around[:-1]
        expected = _next(move, kind, around)
        events.append((move, token))
        place = found.end()
    return _Run(events, place, around, expected)


def _kind(found: re.Match[str]) -> tuple[str, str]:
    if found[1] is not None:
        return "text", found[1]
    if found[2] is not None:
        return "plain", found[2]
    return found[3], found[3]


def _fits(move: str, kind: str, around: str) -> bool:
    if move == "close":
        return bool(around) and _CLOSES[around[-1]] == kind
    return move != "open" or len(around) < DEPTH


def _next(move: str, kind: str, around: str) -> str:
    if move in _AFTER:
        return _AFTER[move]
    if move == "open":
        return "first" if kind == "{" else "item"
    if move == "comma":
        return "key" if around[-1] == "{" else "value"
    return "next" if around else "done"


class _Resumed(NamedTuple):
    """A reading behind a break, and the brackets that were taken as open at its beginning.

    `name` is the key before it, where the quotation mark of that is what broke.
    """

    run: _Run
    around: str
    name: str = ""


def _resumed(text: str, broken: _Run, budget: int) -> tuple[_Resumed | None, int]:
    """The best way to read on, and what is left of the budget; None where there is none.

    Best is one that reads to the end with every bracket closed, then one that reads to the end.
    """
    best: _Resumed | None = None
    places_left = _TRIED_PLACES
    for place in _RESUMABLE.finditer(text, broken.place):
        if places_left <= 0 or budget <= 0:
            break
        places_left -= 1
        for around, expected in _ways(place[0], broken):
            run = _read(text, place.start(), around, expected)
            budget -= len(run.events) + 1
            name = _NO_WORD.sub("", text[broken.place : place.start()])[-60:]
            found = _Resumed(run, around, name if expected == "colon" else "")
            is_at_end = _is_at_end(text, run)
            if is_at_end and run.is_done:
                return found, budget
            if run.events and (best is None or run.place > best.run.place):
                best = found
                if is_at_end:
                    places_left = min(places_left, _TRIED_FOR_CLOSED)
    return best, budget


def _ways(sign: str, broken: _Run) -> list[tuple[str, str]]:
    """How it might go on at a sign: with a bracket more (the broken sign), or fewer and fewer."""
    ways = []
    if sign in '"{[' and broken.expected in ("colon", "value", "item"):
        ways.append((broken.around, "value"))
        ways.append((broken.around + "{", "key") if sign == '"' else (broken.around + "[", "value"))
    if sign in "{[" and broken.expected == "first":
        ways.append((broken.around[:-1] + "[", "value"))
    if sign == ":":
        return [(broken.around, "colon")] if broken.expected in ("first", "key") else []
    for depth in range(len(broken.around), 0, -1):
        around = broken.around[:depth]
        if sign in ",]}":
            ways.append((around, "next"))
        elif sign == '"':
            ways.append((around, "key" if around[-1] == "{" else "value"))
        elif around[-1] == "[":
            ways.append((around, "value"))
    return ways


def _rest_of_text(text: str, run: _Run) -> str:
    """What stands of a text whose end is missing; empty where no text was cut."""
    if run.expected not in ("value", "item"):
        return ""
    rest = text[run.place :].lstrip(" \t\r\n")
    if not rest.startswith('"') or _ZEROS.search(rest):
        return ""
    return re.sub(r"\\(?:u[0-9a-fA-F]{0,3})?$", "", rest[1:])


def _built(events: list[Event], is_cut: bool) -> Mended:
    builder = _Builder()
    for move, token in events:
        builder.take(move, token)
    return Mended(builder.root, tuple(dict.fromkeys(builder.breaks)), is_cut)


class _Builder:
    """Makes the value from what was met."""

    def __init__(self) -> None:
        self.root: Any = None
        self.breaks: list[str] = []
        self._around: list[Any] = []
        self._keys: list[str] = []  # the key, or the number, within each of those

    def take(self, move: str, token: str) -> None:
        """Go one step further."""
        if move == "value":
            self._put(self._plain(token))
        elif move == "open":
            self._open({} if token == "{" else [])
        elif move == "close":
            self._around.pop()
            self._keys.pop()
        elif move == "key":
            self._keys[-1] = self._text(token[1:-1])
        elif move == "break":
            self.breaks.append(self._path())
        elif move == "cut":
            self.breaks.append(self._path())
            if token:
                self._put(self._text(token))

    def _open(self, made: Any) -> None:
        self._put(made)
        self._around.append(made)
        self._keys.append("")

    def _put(self, value: Any) -> None:
        if not self._around:
            self.root = value
        elif isinstance(self._around[-1], dict):
            self._around[-1][self._keys[-1]] = value
        else:
            self._around[-1].append(value)

    def _plain(self, token: str) -> Any:
        if token.startswith('"'):
            return self._text(token[1:-1])
        try:
            return json.loads(token)
        except ValueError:
            return token

    def _text(self, written: str) -> str:
        """A text as it stands between its quotation marks; what can't be read becomes "�"."""
        try:
            return str(json.loads(f'"{written}"'))
        except ValueError:
            self.breaks.append(self._path())
            plain = _BAD_SIGNS.sub("\ufffd", re.sub(r'\\(?!["\\/bfnrtu])', "", written))
            plain = re.sub(r"\\u(?![0-9a-fA-F]{4})", "\ufffd", plain)
            return _read_text(plain)

    def _path(self) -> str:
        names = []
        for around, key in zip(self._around, self._keys, strict=True):
            if isinstance(around, dict):
                names.append(key)
            else:
                item = around[-1] if around else None
                found = item.get("id") if isinstance(item, dict) else None
                names.append(found if isinstance(found, str) else str(len(around)))
        return "/".join(name for name in names if name)


def _read_text(plain: str) -> str:
    try:
        return str(json.loads(f'"{plain}"', strict=False))
    except ValueError:
        return plain
