"""Suspension: performance stops, the treaty and the parties stay (VCLT 57, 58, 60–62, 72; VCSS 23(2))."""

from collections.abc import Callable, Iterator

from geobrief.actors import person
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.acts.succession import succeeded
from geobrief.law.rules import between_two
from geobrief.law.rules.history import History
from geobrief.law.uncertain.span import NOT_EVER, Interval
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.suspension import Suspension

__all__ = ["operative_by_day", "suspensions", "suspensions_for", "until_notice"]


def operative_by_day(
    history: History, a: str, b: str, part: Callable[[History, str], TruthByDay] = between_two.party_by_day
) -> TruthByDay:
    """Tell on which days the treaty is operative between two states: in force, and suspended by neither."""
    acts = (interval for _, _, interval in suspensions(history, a, b))
    awaiting = (interval for who in (a, b) for _, interval in until_notice(history, who))
    return between_two.by_day(history, a, b, part) & ~TruthByDay.during((*acts, *awaiting))


def until_notice(history: History, who: str) -> Iterator[tuple[DatedAct, Interval]]:
    """Yield from when to when operation waits for a newly independent state to notify its succession.

    It is a party from its independence, and until it says so performance is suspended (VCSS 23(2)).
    """
    for stay in history.parties.stays(who):
        consent = stay.spell.consent
        kinds = {one.kind for one in succeeded(consent, who, history.acts)} if consent.is_succession else ()
        if "newly_independent" in kinds:
            start = stay.start if len(kinds) == 1 else stay.start.or_never
            yield stay.spell.consent.dated, Interval(start, stay.spell.start)


def suspensions_for(
    history: History, persons: tuple[str, ...]
) -> Iterator[tuple[DatedAct, Suspension, Interval]]:
    """Yield the suspensions between two, or those of one towards all; of a treaty between two, all."""
    of_two = history.acts.named if history.treaty.is_bilateral else persons
    if len(of_two) == 2:
        yield from suspensions(history, *of_two)
    for who in persons if len(of_two) == 1 else ():
        for one, act in history.acts.of(who).done(Suspension):
            if not act.towards:
                yield one, act, Interval(one.effect, one.on("ended") or NOT_EVER)


def suspensions(history: History, a: str, b: str) -> Iterator[tuple[DatedAct, Suspension, Interval]]:
    """Yield the acts by which either suspends the treaty towards the other, and from when to when."""
    for one_side, other in ((a, b), (b, a)):
        for one, act in history.acts.of(one_side).done(Suspension):
            if not act.towards or other in map(person, act.towards):
                yield one, act, Interval(one.effect, one.on("ended") or NOT_EVER)
