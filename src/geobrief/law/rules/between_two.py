"""In force between two states: both are parties, and nothing keeps it out between them."""

from collections.abc import Callable

from geobrief.actors import person
from geobrief.law.rules.history import History
from geobrief.law.rules.reservations import barring
from geobrief.law.uncertain.span import Interval
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.termination import Termination

__all__ = ["by_day", "party_by_day"]


def party_by_day(history: History, who: str) -> TruthByDay:
    """Tell on which days a person is a party."""
    return TruthByDay.during(history.party(who))


def by_day(
    history: History, a: str, b: str, part: Callable[[History, str], TruthByDay] = party_by_day
) -> TruthByDay:
    """Tell on which days the treaty is in force between two states, or else both have the ``part`` in it."""
    both = part(history, a) & part(history, b)
    for other in history.related.superseding:
        both &= ~(other.party_by_day(a) & other.party_by_day(b))
    for one, act in history.acts.together(Termination):
        if {a, b}.issubset(map(person, act.between)):
            both &= ~TruthByDay.during([Interval(one.effect)])
    return both & ~barring(history, a, b)
