"""Suspension: performance stops, the treaty and the parties stay (VCLT 57, 58, 60–62, 72)."""

from collections.abc import Iterator

from geobrief.actors import person
from geobrief.answer import Reason
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.reasons import days
from geobrief.law.reasons.reason import act_reason, author, grounds
from geobrief.law.rules.history import History
from geobrief.law.uncertain.span import NOT_EVER, Interval
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.suspension import Suspension

__all__ = ["by_day", "reasons_for", "resumed"]

RULES = {
    "breach": "VCLT 60, 72",
    "impossibility": "VCLT 61, 72",
    "changed_circumstances": "VCLT 62, 72",
    "treaty_provision": "VCLT 57(a), 72",
    "consent_of_all": "VCLT 57(b), 72",
    "later_treaty": "VCLT 59(2), 72",
}


def by_day(history: History, a: str, b: str) -> TruthByDay:
    """Tell on which days either has suspended the treaty towards the other."""
    return TruthByDay.during(_interval(one) for one in _between(history, a, b))


def reasons_for(history: History, a: str, b: str, day: int) -> Iterator[Reason]:
    """Yield the suspensions that stand on a day."""
    for one in _between(history, a, b):
        act = one.act
        if not isinstance(act, Suspension) or one.day.lo > day:
            continue
        truth = TruthByDay.during([_interval(one)]).at(day)
        if truth.is_no:
            continue
        has = "has suspended" if truth.is_yes else "may have suspended"
        text = f"{author(one)} {has} its operation {days.since(one.day)}{grounds(act.ground)}"
        yield act_reason(text, RULES.get(act.basis or "", "VCLT 72"), act)


def resumed(history: History, a: str, b: str, day: int) -> Iterator[Reason]:
    """Yield the last suspension that has ended by a day."""
    ended = [one for one in _between(history, a, b) if _interval(one).end.hi <= day]
    for one in sorted(ended, key=lambda each: _interval(each).end)[-1:]:
        text = (
            f"{author(one)} ended {days.on(_interval(one).end)} the suspension that began {days.on(one.day)}"
        )
        yield act_reason(text, "VCLT 72", one.act)


def _between(history: History, a: str, b: str) -> Iterator[DatedAct]:
    for one_side, other in ((a, b), (b, a)):
        for one in history.acts.of(one_side).other:
            act = one.act
            if isinstance(act, Suspension) and (not act.towards or other in map(person, act.towards)):
                yield one


def _interval(one: DatedAct) -> Interval:
    return Interval(one.day, one.on("ended") or NOT_EVER)
