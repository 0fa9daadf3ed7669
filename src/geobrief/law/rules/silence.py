"""Silence has dates: on which days an act that is not recorded could have an effect.

None revives what all have ended (VCLT 54(b)), or whose last day is named and past (54(a)); none
brings a treaty into force before the day that its text names (24(1)), or an open one before it was
adopted (9); none makes a party of a state that is gone (6).
"""

from collections.abc import Iterable, Sequence

from geobrief.actors import person
from geobrief.law.acts.statehood import dissolution
from geobrief.law.rules.history import History
from geobrief.law.rules.termination import Ending
from geobrief.law.uncertain.span import DAWN, NEVER, Interval, Span
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.condition import Agreed, AllOf, AnyOf, Condition, OnDate
from geobrief.model.termination import Termination
from geobrief.model.treaty import Treaty
from geobrief.values.when import When

__all__ = ["earliest_day", "is_final", "last_ending", "open_days"]


def open_days(
    treaty: Treaty, over: Ending | None, persons: Iterable[str], *, is_of_force: bool
) -> TruthByDay:
    """Tell on which days an act that is not recorded could have an effect for some persons."""
    last = min((NEVER if over is None else over.day.hi, *map(dissolution, persons)))
    return TruthByDay.during(
        [Interval(Span.on(earliest_day(treaty, is_of_force=is_of_force)), Span.on(last))]
    )


def earliest_day(treaty: Treaty, *, is_of_force: bool) -> int:
    """Give the day before which nothing can have had an effect: of force, that which the text names."""
    clause, adopted = treaty.entry_into_force, treaty.adopted
    if clause is None:
        return DAWN
    named = [clause.not_before, clause.on_date_if_met_by] if is_of_force else []
    days = [Span.of(each).lo for each in named if isinstance(each, When)]
    if is_of_force:
        days.append(_named_day(clause.upon))
    if adopted is not None and not treaty.between and "day" not in clause.upon.asked:
        days.append(Span.of(adopted).lo)
    return max(days, default=DAWN)


def _named_day(condition: Condition) -> int:
    """Give the day before which a condition cannot be met, as far as its text names one."""
    if isinstance(condition, OnDate | Agreed):
        return Span.of(condition.on).lo if isinstance(condition.on, When) else DAWN
    if isinstance(condition, AllOf | AnyOf):
        return (max if isinstance(condition, AllOf) else min)(map(_named_day, condition.parts))
    return DAWN


def last_ending(treaty: Treaty, histories: Sequence[History]) -> Ending | None:
    """Find what ends a treaty for sure in every history, whatever else is not recorded."""
    found = [[one for one in each.endings if is_final(treaty, one)] for each in histories]
    if not all(found):
        return None
    return max((min(each, key=lambda one: one.day.hi) for each in found), key=lambda one: one.day.hi)


def is_final(treaty: Treaty, ending: Ending, members: frozenset[str] = frozenset()) -> bool:
    """Whether an ending stands whoever else may have consented, and whenever the treaty entered.

    That some end it is enough where they are all to whom it is open, or all of whom it is known.
    """
    if not ending.day.must_happen:
        return False
    if ending.kind == "term":
        return treaty.duration is not None and treaty.duration.term is None
    if ending.dated is None or not isinstance(act := ending.dated.act, Termination):
        return False
    named = frozenset(map(person, treaty.between)) or members
    return not act.between or (bool(named) and named.issubset(map(person, act.between)))
