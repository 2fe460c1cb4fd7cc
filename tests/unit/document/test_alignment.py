"""What belongs together in two lists: by id, else by text."""

import time

from slaeditor.document.alignment import Line, Pair, aligned


def lines(*texts: str) -> list[Line]:
    """Lines written as "id: text"; an id that is left out is empty."""
    return [Line("row", *(part.strip() for part in text.split(":"))) for text in texts]


def test_equal_ids_belong_together_whatever_they_say() -> None:
    old, new = lines("a: one", "b: two"), lines("a: something else", "b: two")
    assert aligned(old, new) == [Pair(0, 0), Pair(1, 1)]


def test_what_is_on_one_side_only_was_removed_or_added() -> None:
    old, new = lines("a: one", "b: two", "c: three"), lines("a: one", "d: four", "c: three")
    assert aligned(old, new) == [Pair(0, 0), Pair(1, None), Pair(None, 1), Pair(2, 2)]


def test_the_one_that_left_the_order_was_moved() -> None:
    old, new = lines("a: 1", "b: 2", "c: 3", "d: 4"), lines("b: 2", "c: 3", "a: 1", "d: 4")
    assert aligned(old, new) == [
        Pair(0, None, moved=True),
        Pair(1, 0),
        Pair(2, 1),
        Pair(None, 2, moved=True),
        Pair(3, 3),
    ]


def test_a_position_is_no_id() -> None:
    old = lines("x@1: payslips for all", "x@2: answers to letters")
    new = lines("x@1: a new thing", "x@2: payslips for all", "x@3: answers to letters")
    assert aligned(old, new) == [Pair(None, 0), Pair(0, 1), Pair(1, 2)]


def test_similar_texts_belong_together_where_ids_are_new() -> None:
    old = lines("a: the Provider answers within four hours", "b: nothing in common")
    new = lines("c: the Provider answers within two hours", "d: another matter")
    assert aligned(old, new) == [Pair(0, 0), Pair(1, None), Pair(None, 1)]


def test_only_what_is_of_one_sort_belongs_together() -> None:
    assert aligned([Line("row", "a", "one")], [Line("table", "a", "one")]) == [
        Pair(0, None),
        Pair(None, 0),
    ]


def test_two_with_one_id_are_told_apart_by_their_order() -> None:
    old, new = lines("a: one", "a: two"), lines("a: one", "a: two", "a: three")
    assert aligned(old, new) == [Pair(0, 0), Pair(1, 1), Pair(None, 2)]


def test_thousands_are_aligned_at_once() -> None:
    old = [Line("row", f"r{n}", f"row {n} of many") for n in range(5000)]
    new = [Line("row", "", f"line {n} of many others") for n in range(5000)]
    start = time.perf_counter()
    assert len(aligned(old, old[::-1])) == 2 * len(old) - 1
    aligned(old, new)
    aligned(new, [Line("row", "", f"{line.text}, or so") for line in new])
    assert time.perf_counter() - start < 5
