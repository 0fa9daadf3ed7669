"""Suspension: performance stops, the treaty and the parties stay (VCLT 57, 58, 60–62, 72)."""

from collections.abc import Iterator

from geobrief.actors import person
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.rules import between_two
from geobrief.law.rules.history import History
from geobrief.law.uncertain.span import NOT_EVER, Interval
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.suspension import Suspension

__all__ = ["operative_by_day", "suspensions"]


def operative_by_day(history: History, a: str, b: str) -> TruthByDay:
    """Tell on which days the treaty is operative between two states: in force, and suspended by neither."""
    suspended = TruthByDay.during(interval for _, _, interval in suspensions(history, a, b))
    return between_two.by_day(history, a, b) & ~suspended


def suspensions(history: History, a: str, b: str) -> Iterator[tuple[DatedAct, Suspension, Interval]]:
    """Yield the acts by which either suspends the treaty towards the other, and from when to when."""
    for one_side, other in ((a, b), (b, a)):
        for one, act in history.acts.of(one_side).done(Suspension):
            if not act.towards or other in map(person, act.towards):
                yield one, act, Interval(one.day, one.on("ended") or NOT_EVER)
