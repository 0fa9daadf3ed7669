"""Several truths joined."""

from collections.abc import Iterator

from geobrief.law.uncertain.truth_by_day import all_hold, any_holds
from geobrief.truth import Truth

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


def until(last: Truth) -> Iterator[Truth]:
    """Yield what leaves it open, then what decides; nobody may ask further."""
    yield from (UNKNOWN, last)
    raise AssertionError("asked further")


def test_nothing_is_asked_once_it_is_decided() -> None:
    """A no must decide whether all hold, a yes whether any does, whatever comes after."""
    assert (all_hold(until(NO)), any_holds(until(YES))) == (NO, YES)


def test_what_is_open_stays_open() -> None:
    """One unknown among others that do not decide must make the whole unknown; of none, all hold."""
    assert (all_hold([YES, UNKNOWN]), any_holds([NO, UNKNOWN])) == (UNKNOWN, UNKNOWN)
    assert (all_hold([]), any_holds([])) == (YES, NO)
