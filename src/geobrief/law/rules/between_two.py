"""In force between two states: both are parties, and nothing keeps it out between them."""

from geobrief.actors import person
from geobrief.law.rules.history import History
from geobrief.law.rules.reservations import barring
from geobrief.law.uncertain.span import Interval
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.termination import Termination

__all__ = ["by_day"]


def by_day(history: History, a: str, b: str) -> TruthByDay:
    """Tell on which days the treaty is in force between two states."""
    both = TruthByDay.during(history.party(a)) & TruthByDay.during(history.party(b))
    for other in history.related.superseding:
        both &= ~(other.party_by_day(a) & other.party_by_day(b))
    for one, act in history.acts.together(Termination):
        if {a, b}.issubset(map(person, act.between)):
            both &= ~TruthByDay.during([Interval(one.effect)])
    return both & ~barring(history, a, b)
