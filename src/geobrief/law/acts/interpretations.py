"""Interpretations: the consistent ways to take the records, in all of which an answer must hold.

An act whose effect is contested, or whose publication cannot be placed, is in or out;
geobrief never decides a dispute.  Where few days are imprecise every combination is an
interpretation, so that the answer is exact; where many are, the engine bounds them.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from math import prod

import attrs

from geobrief.actors import person
from geobrief.law.acts.consents import ActsByState
from geobrief.law.acts.day_that_counts import DatedAct, in_order
from geobrief.law.uncertain.span import NEVER, Span, exactly
from geobrief.model.treaty import Treaty

__all__ = ["Interpretation", "interpretations"]

MOST_DISPUTES = 6
"""How many disputed acts are taken in every combination; further ones may or may not happen."""
MOST_WORLDS = 256
MOST_ACTS = 16
"""Up to how many combinations of days, and acts, every one is an interpretation of its own."""


@attrs.frozen
class Interpretation:
    """One way to take the records: the acts that count, and those left out as without effect."""

    acts: tuple[DatedAct, ...]
    left_out: frozenset[str] = frozenset()


def interpretations(
    treaty: Treaty, acts: Sequence[DatedAct], position_of: str | None, uncertain: frozenset[str]
) -> tuple[Interpretation, ...]:
    """List the interpretations, the one in which every act has effect first."""
    if not uncertain and not any(one.act.contested for one in acts):
        return tuple(Interpretation(world) for world in _worlds(treaty, acts, MOST_WORLDS))
    side = None if position_of is None else person(position_of)
    rejected = {one for one in acts if side is not None and _contested_by(one, side)}
    counted = [one for one in acts if one not in rejected]
    disputed = [one for one in counted if _is_open(one, side, uncertain)]
    taken, beyond = disputed[:MOST_DISPUTES], set(disputed[MOST_DISPUTES:])
    softened = [attrs.evolve(one, day=Span(one.day.lo, NEVER)) if one in beyond else one for one in counted]
    out = frozenset(one.act.id for one in rejected)
    share = MOST_WORLDS >> len(taken)
    found: list[Interpretation] = []
    for number in range(len(taken) + 1):
        for without in combinations(taken, number):
            kept = [one for one in softened if one not in without]
            ids = out | {one.act.id for one in without}
            found += [Interpretation(world, ids) for world in _worlds(treaty, kept, share)]
    return tuple(found)


def _contested_by(one: DatedAct, side: str) -> bool:
    return any(person(contest.by) == side for contest in one.act.contested)


def _is_open(one: DatedAct, side: str | None, uncertain: frozenset[str]) -> bool:
    return one.act.id in uncertain or (side is None and bool(one.act.contested))


def _worlds(treaty: Treaty, acts: Sequence[DatedAct], most: int) -> Iterator[tuple[DatedAct, ...]]:
    """Yield every combination of days where there are few, else the bounds themselves."""
    number = prod(span.hi - span.lo + 1 for one in acts for span in _spans(one))
    if number == 1 or number > most or len(acts) > MOST_ACTS:
        yield tuple(acts)
        return
    order = _histories(ActsByState(treaty, acts))
    consistent = 0
    for world in product(*(tuple(_each_day(one)) for one in acts)):
        if _histories(ActsByState(treaty, world)) == order:
            consistent += 1
            yield in_order(world)
    if not consistent:
        yield tuple(acts)


def _spans(one: DatedAct) -> Iterator[Span]:
    if one.day.may_happen:
        yield one.day
    yield from one.further.values()


def _each_day(one: DatedAct) -> Iterator[DatedAct]:
    names = tuple(one.further)
    days: Iterable[int] = range(one.day.lo, one.day.hi + 1)
    for day in days:
        for further in product(*(range(span.lo, span.hi + 1) for span in one.further.values())):
            pairs = zip(names, map(exactly, further), strict=True)
            yield DatedAct(one.act, exactly(day), dict(pairs))


def _histories(acts: ActsByState) -> frozenset[tuple[str, str]]:
    """List the notices with a consent before them: a world in which one has none is not consistent."""
    return frozenset(
        (who, notice.dated.act.id)
        for who, state_acts in acts.by_state.items()
        for spell in state_acts.spells
        for notice in spell.notices
        if not notice.is_of_signature
    )
