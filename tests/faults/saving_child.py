"""A process that saves one draft again and again, and says after each save that it is done.

Arguments: library folder, local folder, "race" to save read-modify-write with others. Killed by
the test; says "saved <number>" and "point <number>" when that is done.
"""

import sys
from pathlib import Path

from slaeditor.errors import ChangedOutside
from slaeditor.library.drafts import Library


def main() -> None:
    """Save for ever, or add 1 to a counter 40 times with others doing the same."""
    folder, local, *rest = sys.argv[1:]
    library = Library(Path(folder), Path(local))
    if rest == ["race"]:
        print(sum(add_one(library) for _ in range(40)), flush=True)
    elif rest == ["locked"]:
        print(sum(add_one_locked(library) for _ in range(40)), flush=True)
    else:
        save_for_ever(library)


def save_for_ever(library: Library) -> None:
    """Count up in the draft's title; every tenth is also a point of the history."""
    stored = library.open("one")
    number = int(stored.draft["title"])
    while True:
        number += 1
        stored.save({**stored.draft, "title": str(number), "text": "x" * (number * 997 % 20_000)})
        print("saved", number, flush=True)
        if number % 10 == 0:
            library.history("one").add(stored.draft, str(number), "automatic")
            print("point", number, flush=True)


def add_one(library: Library) -> bool:
    """Read, add, save; whether it was saved."""
    stored = library.open("one")
    try:
        stored.save({**stored.draft, "title": str(int(stored.draft["title"]) + 1)})
    except ChangedOutside:
        return False
    return True


def add_one_locked(library: Library) -> bool:
    """The same with the lock held, waiting for it as long as it takes."""
    lock = library.lock("one")
    while lock.acquire():
        pass
    with lock:
        return add_one(library)


if __name__ == "__main__":
    main()
