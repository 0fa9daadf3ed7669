"""The order in which things that ask each other are worked out."""

from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.brief.dependency_order import circles_in_order

NAMES = "abcdef"
GRAPHS = st.fixed_dictionaries({name: st.lists(st.sampled_from(NAMES), max_size=4) for name in NAMES})


def ordered(graph: Mapping[str, Iterable[str]], start: str, done: str = "") -> list[tuple[str, ...]]:
    """The circles in order, each sorted."""
    return [tuple(sorted(circle)) for circle in circles_in_order(start, graph.__getitem__, done)]


def reached(graph: Mapping[str, Iterable[str]], start: str) -> set[str]:
    """Everything that is asked, directly or through others."""
    found: set[str] = set()
    waiting = list(graph[start])
    while waiting:
        if (name := waiting.pop()) not in found:
            found.add(name)
            waiting.extend(graph[name])
    return found


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        ({"a": ""}, ["a"]),
        ({"a": "a"}, ["a"]),
        ({"a": "bc", "b": "c", "c": ""}, ["c", "b", "a"]),
        ({"a": "b", "b": "a"}, ["ab"]),
        ({"a": "b", "b": "cd", "c": "b", "d": ""}, ["d", "bc", "a"]),
        ({"a": "bd", "b": "c", "c": "b", "d": "ec", "e": "d"}, ["bc", "de", "a"]),
    ],
)
def test_what_is_asked_comes_before_what_asks(graph: dict[str, str], expected: list[str]) -> None:
    """Whatever asks each other must come together, after all else that it asks."""
    assert ordered(graph, "a") == [tuple(circle) for circle in expected]


@given(GRAPHS)
def test_circles_are_those_that_reach_each_other(graph: dict[str, list[str]]) -> None:
    """Each name must come once, with exactly those that it asks and that ask it, after all others it asks."""
    before: set[str] = set()
    for circle in ordered(graph, "a"):
        for name in circle:
            together = {other for other in reached(graph, name) if name in reached(graph, other)}
            assert set(circle) == together | {name}
            assert reached(graph, name) <= before.union(circle)
        assert before.isdisjoint(circle)
        before.update(circle)
    assert before == reached(graph, "a") | {"a"}


def test_what_is_done_is_not_looked_at() -> None:
    """Neither what is done nor what only it asks must come again."""
    assert ordered({"a": "bc", "b": "", "c": "d", "d": ""}, "a", done="c") == [("b",), ("a",)]


def test_no_chain_is_too_long() -> None:
    """A chain far longer than the stack must be walked to its end."""
    chain = {str(number): [str(number + 1)] for number in range(5_000)} | {"5000": []}
    assert [int(name) for (name,) in ordered(chain, "0")] == list(range(5_000, -1, -1))
