"""Statehood: who is a state, when one is no more, and which claims to continue one, as the tables say."""

from functools import cache

import attrs

from geobrief import actors
from geobrief.law.acts.succession import predecessors
from geobrief.law.uncertain.span import ALWAYS, NEVER, Interval, Span

__all__ = ["Claim", "claims", "dissolution", "existence", "gone", "is_organisation"]


@attrs.frozen
class Claim:
    """That one person in law continues another, made from one day to another and disputed."""

    by: str
    to_continue: str
    days: Interval


def is_organisation(code: str) -> bool:
    """Whether a code is that of an organisation: anything but a state's."""
    return code.islower() and not code.startswith("cow-")


@cache
def dissolution(who: str) -> int:
    """Give the first day on which a state no longer exists; never for all others, and who is not known."""
    state = actors.known(who)
    last = state.spells[-1].end if isinstance(state, actors.State) and state.spells else None
    return NEVER if last is None else last.toordinal() + 1


@cache
def gone(who: str) -> Span:
    """Give the same as the days of an event."""
    return Span.on(dissolution(who))


@cache
def existence(who: str) -> tuple[Interval, ...]:
    """Give from when to when a state existed, disputed or not; always for all others, and if not known.

    It did from its day of succession, whenever a list of states lets it begin.
    """
    state = actors.known(who)
    if not isinstance(state, actors.State):
        return (Interval(ALWAYS),)
    same = [one for one in actors.states() if actors.person(one.code) == actors.person(who)]
    held = {spell for one in same for spell in (*one.spells, *one.disputed)}
    spells = sorted(held, key=lambda spell: spell.start)
    ends = [Span.on(NEVER if spell.end is None else spell.end.toordinal() + 1) for spell in spells]
    starts = [Span.on(spell.start.toordinal()) for spell in spells]
    taken_over = (Interval(one.day, Span.on(dissolution(who))) for one in predecessors(who))
    return (*map(Interval, starts, ends), *taken_over) or (Interval(ALWAYS),)


@cache
def claims() -> tuple[Claim, ...]:
    """List the disputed claims to continue a state that is gone."""
    found: list[Claim] = []
    for state in actors.states():
        if state.claims_to_continue is not None and state.claimed is not None:
            start, end = state.claimed.start.toordinal(), state.claimed.end
            days = Interval(Span.on(start), Span.on(NEVER if end is None else end.toordinal() + 1))
            found.append(Claim(actors.person(state.code), actors.person(state.claims_to_continue), days))
    return tuple(found)
