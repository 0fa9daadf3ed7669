"""Succession: who may have taken over from whom, and on which day.

The day is that of the facts of succession (`geobrief.actors.successions`), where the act states
none; imprecise where no single day is settled, or where depositaries count from different days.
"""

from collections.abc import Iterator
from functools import cache

import attrs

from geobrief import actors
from geobrief.actors import SuccessionKind
from geobrief.law.acts.consents import ActsByState, Consent
from geobrief.law.uncertain.span import SOME_DAY, Interval, Span
from geobrief.model.ratification import Ratification

__all__ = ["Predecessor", "heirs", "interruptions", "predecessors", "resumed", "succeeded", "took_over_whole"]


@attrs.frozen
class Predecessor:
    """A state from which another took over, by person in law, on which days, and how."""

    who: str
    day: Span
    kind: SuccessionKind


@cache
def predecessors(who: str) -> tuple[Predecessor, ...]:
    """List from whom a state took over since 1945, by whatever kind; nobody, for who is not known."""
    if actors.known(who) is None:
        return ()
    found: list[Predecessor] = []
    for fact in actors.successions_to(who):
        day = SOME_DAY if fact.day is None else Span.hull(*map(Span.of, (fact.day, *fact.other_days)))
        found.append(Predecessor(actors.person(fact.predecessor), day, fact.kind))
    return tuple(found)


@cache
def heirs(who: str) -> tuple[str, ...]:
    """List who took over from a state, or from one that took over from it, by person in law."""
    found: dict[str, None] = {}
    open_to = [who]
    while open_to:
        before = open_to.pop()
        for fact in actors.successions_from(before) if actors.known(before) is not None else ():
            after = actors.person(fact.successor)
            if fact.kind != "newly_independent" and after not in found:
                found[after] = None
                open_to.append(after)
    return tuple(each for each in found if each != who)


@cache
def interruptions(who: str) -> tuple[Interval, ...]:
    """List from when to when a state was merged in another, before it resumed its place as Syria did.

    What it was party to stayed in force within its own region (VCSS 31(2)): whether it was a party
    itself in that time, nothing decides.
    """
    merged = actors.successions_from(who) if actors.known(who) is not None else ()
    starts = [Span.of(fact.day) for fact in merged if fact.kind == "uniting" and fact.day is not None]
    resumed = [one.day for one in predecessors(who) if one.kind == "resumption"]
    return tuple(Interval(start, day) for start in starts for day in resumed if start.hi < day.lo)


def resumed(part: str, whole: str) -> Iterator[Span]:
    """Yield the day on which a state resumed its statehood that had united with another."""
    return (one.day for one in predecessors(part) if (one.who, one.kind) == (whole, "resumption"))


def took_over_whole(who: str) -> bool:
    """Whether states that united told the depositary that what either was party to holds for the whole.

    Only Yemen did, by its letter of 1990-05-19.  Elsewhere it is for the old regions (VCSS 31(2)).
    """
    return who == "YEM"


def succeeded(consent: Consent, who: str, acts: ActsByState) -> tuple[Predecessor, ...]:
    """List to whom a notice of succession may refer: whom it names, else those who consented, if any."""
    act = consent.dated.act
    if isinstance(act, Ratification) and act.predecessor is not None:
        named = actors.person(act.predecessor)
        found = tuple(one for one in predecessors(who) if one.who == named)
        return found or (Predecessor(named, SOME_DAY, "separation"),)
    every = [one for one in predecessors(who) if one.kind not in {"accession", "resumption"}]
    recorded = [one for one in every if acts.of(one.who).consents]
    return tuple(recorded or every)
