"""Possible days of one event, and stretches between two: what is sure of them, and what may be."""

import pytest

from geobrief.law.uncertain.span import NEVER, NOT_EVER, Interval, Span
from geobrief.truth import Truth


@pytest.mark.parametrize(
    ("truth", "expected"),
    [(Truth.YES, Span(10, 12)), (Truth.UNKNOWN, Span(10, NEVER)), (Truth.NO, NOT_EVER)],
)
def test_an_event_that_depends_on_something(truth: Truth, expected: Span) -> None:
    """What is open must leave the first day possible and the event unsure, not move it."""
    assert Span(10, 12).given(truth) == expected


def test_stretches_within_each_other() -> None:
    """Both must have begun and neither ended; where that is on no day, it cannot hold."""
    first, second = Interval(Span(10, 12), Span(30, 30)), Interval(Span(11, 11), Span(20, 40))
    assert first.within(second) == second.within(first) == Interval(Span(11, 12), Span(20, 30))
    assert not first.within(Interval(Span(30, 30))).may_hold
    assert first.within(Interval(Span(29, 29))).may_hold


def test_a_stretch_that_ends_sooner() -> None:
    """A later end must change nothing, an imprecise one leave it open which comes first."""
    stretch = Interval(Span(10, 10), Span(20, 20))
    assert stretch.until(Span(25, 25)) == stretch
    assert stretch.until(Span(15, 25)) == Interval(Span(10, 10), Span(15, 20))


def test_a_stretch_holds_from_its_first_day_to_the_day_before_its_end() -> None:
    """The first day belongs to it, the first day out does not; between the bounds of either it only may."""
    stretch = Interval(Span(10, 12), Span(20, 22))
    assert [day for day in range(8, 25) if stretch.may_hold_on(day)] == list(range(10, 22))
    assert [day for day in range(8, 25) if stretch.surely_holds_on(day)] == list(range(12, 20))
