"""Going through what there is to check."""

from ui.readiness.route import Route


def route(*paths: str) -> Route:
    """A way along those places."""
    made = Route()
    made.set_paths(paths)
    return made


def test_next_goes_through_all_and_begins_anew() -> None:
    way = route("a", "b", "c")
    assert [way.next(""), way.next("a"), way.next("b"), way.next("c")] == ["a", "b", "c", "a"]


def test_previous_goes_the_other_way() -> None:
    way = route("a", "b", "c")
    assert [way.previous(""), way.previous("c"), way.previous("a")] == ["c", "b", "c"]


def test_a_place_counts_once() -> None:
    way = route("a", "a", "b")
    assert way.next("a") == "b"


def test_after_mending_one_the_next_is_the_one_behind_it() -> None:
    way = route("a", "b", "c", "d")
    assert way.next("a") == "b"
    way.set_paths(["a", "c", "d"])
    assert way.next("b") == "c"


def test_after_mending_one_the_previous_is_the_one_before_it() -> None:
    way = route("a", "b", "c", "d")
    assert way.next("a") == "b"
    way.set_paths(["a", "c", "d"])
    assert way.previous("b") == "a"


def test_from_elsewhere_the_way_goes_on_where_it_was_left() -> None:
    way = route("a", "b", "c")
    assert way.next("a") == "b"
    assert way.next("somewhere/else") == "c"


def test_with_nothing_to_check_there_is_no_way() -> None:
    assert route().next("a") == ""
    assert route("").previous("a") == ""
