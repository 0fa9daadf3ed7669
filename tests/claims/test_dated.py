"""The latest response among imprecise days, against every course of events."""

from datetime import date
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from geobrief.claims.dated import Dated, latest_words
from geobrief.model.response import Response, ResponseKind

KINDS: list[ResponseKind] = ["denied", "admitted", "evaded"]
DAY_ONE = date(2024, 10, 1).toordinal()


@st.composite
def placed(draw: st.DrawFn) -> Dated[Response]:
    """A response made on one of a few days, or perhaps not yet."""
    first, last = sorted(draw(st.tuples(st.integers(0, 5), st.integers(0, 5))))
    kinds = draw(st.sets(st.sampled_from(KINDS), min_size=1, max_size=2))
    act = Response(id="r", to="claim", by="PRK", kinds=kinds)
    return Dated(act, DAY_ONE + first, DAY_ONE + last, certain=draw(st.booleans()))


def _courses(acts: list[Dated[Response]]) -> set[frozenset[str]]:
    """What the latest responses say in each course of events that the days allow."""
    found: set[frozenset[str]] = set()
    days = [[*range(each.first, each.last + 1), *([] if each.certain else [None])] for each in acts]
    for course in product(*days):
        made = [(day, each.act.kinds) for day, each in zip(course, acts, strict=True) if day is not None]
        last = max((day for day, _ in made), default=0)
        found.add(frozenset[str]().union(*(kinds for day, kinds in made if day == last)))
    return found


@given(st.lists(placed(), max_size=4))
def test_every_course_of_events_is_possible_and_no_other(acts: list[Dated[Response]]) -> None:
    """What may have been said last is exactly what some order of the days allows."""
    assert set(latest_words(acts)) == _courses(acts)
