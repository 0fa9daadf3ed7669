"""Readings: the consistent ways to take the records, in all of which an answer must hold.

An act whose effect is contested, or whose publication cannot be placed, is in or out;
geobrief never decides a dispute.  Where few days are imprecise every combination is a
reading of its own, so that the answer is exact; where many are, the engine bounds them.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, product
from math import prod

import attrs

from geobrief.actors import person
from geobrief.law.dated import Dated, in_order
from geobrief.law.docket import Docket
from geobrief.law.span import NEVER, Span, exactly
from geobrief.model.treaty import Treaty

__all__ = ["Reading", "readings"]

MOST_DISPUTES = 6
"""How many disputed acts are taken in every combination; further ones may or may not happen."""
MOST_WORLDS = 256
MOST_ACTS = 16
"""Up to how many combinations of days, and acts, every one is a reading of its own."""


@attrs.frozen
class Reading:
    """One way to take the records: the acts that count, and those left out as without effect."""

    acts: tuple[Dated, ...]
    left_out: frozenset[str] = frozenset()


def readings(
    treaty: Treaty, acts: Sequence[Dated], position_of: str | None, uncertain: frozenset[str]
) -> tuple[Reading, ...]:
    """List the readings, the one in which every act has effect first."""
    if not uncertain and not any(one.act.contested for one in acts):
        return tuple(Reading(world) for world in _worlds(treaty, acts, MOST_WORLDS))
    side = None if position_of is None else person(position_of)
    rejected = {one for one in acts if side is not None and _contested_by(one, side)}
    counted = [one for one in acts if one not in rejected]
    disputed = [one for one in counted if _is_open(one, side, uncertain)]
    taken, beyond = disputed[:MOST_DISPUTES], set(disputed[MOST_DISPUTES:])
    softened = [attrs.evolve(one, day=Span(one.day.lo, NEVER)) if one in beyond else one for one in counted]
    out = frozenset(one.act.id for one in rejected)
    share = MOST_WORLDS >> len(taken)
    found: list[Reading] = []
    for number in range(len(taken) + 1):
        for without in combinations(taken, number):
            kept = [one for one in softened if one not in without]
            ids = out | {one.act.id for one in without}
            found += [Reading(world, ids) for world in _worlds(treaty, kept, share)]
    return tuple(found)


def _contested_by(one: Dated, side: str) -> bool:
    return any(person(contest.by) == side for contest in one.act.contested)


def _is_open(one: Dated, side: str | None, uncertain: frozenset[str]) -> bool:
    return one.act.id in uncertain or (side is None and bool(one.act.contested))


def _worlds(treaty: Treaty, acts: Sequence[Dated], most: int) -> Iterator[tuple[Dated, ...]]:
    """Yield every combination of days where there are few, else the bounds themselves."""
    number = prod(span.hi - span.lo + 1 for one in acts for span in _spans(one))
    if number == 1 or number > most or len(acts) > MOST_ACTS:
        yield tuple(acts)
        return
    order = _histories(Docket(treaty, acts))
    consistent = 0
    for world in product(*(tuple(_each_day(one)) for one in acts)):
        if _histories(Docket(treaty, world)) == order:
            consistent += 1
            yield in_order(world)
    if not consistent:
        yield tuple(acts)


def _spans(one: Dated) -> Iterator[Span]:
    if one.day.may_happen:
        yield one.day
    yield from one.further.values()


def _each_day(one: Dated) -> Iterator[Dated]:
    names = tuple(one.further)
    days: Iterable[int] = range(one.day.lo, one.day.hi + 1)
    for day in days:
        for further in product(*(range(span.lo, span.hi + 1) for span in one.further.values())):
            pairs = zip(names, map(exactly, further), strict=True)
            yield Dated(one.act, exactly(day), dict(pairs))


def _histories(docket: Docket) -> frozenset[tuple[str, str]]:
    """List the notices with a consent before them: a world in which one has none is not consistent."""
    return frozenset(
        (who, notice.dated.act.id)
        for who, dossier in docket.dossiers.items()
        for spell in dossier.spells
        for notice in spell.notices
        if not notice.is_of_signature
    )
