"""Interpretations: the consistent ways to take the records, in all of which an answer must hold.

An act whose effect is contested, to which the treaty is not open, or whose publication cannot be placed,
is in or out; geobrief never decides a dispute.  Who did an act holds it to have effect, who contests it that
it has none; the position of anybody else is not known.  Where few days are imprecise every combination is an
interpretation, so that the answer is exact; where many are, the engine bounds them.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from math import prod

import attrs

from geobrief.actors import person
from geobrief.law.acts.consents import ActsByState
from geobrief.law.acts.day_that_counts import DatedAct, in_order
from geobrief.law.uncertain.span import Span
from geobrief.model.treaty import Treaty
from geobrief.truth import Truth

__all__ = ["Interpretation", "binds", "interpretations"]

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
    if not uncertain and not any(one.act.contested or one.is_admitted is not Truth.YES for one in acts):
        return tuple(Interpretation(world) for world in _worlds(treaty, acts, MOST_WORLDS))
    side = None if position_of is None else person(position_of)
    rejected = {one for one in acts if side in {person(contest.by) for contest in one.act.contested}}
    counted = [one for one in acts if one not in rejected]
    did = {one for one in acts if side is not None and _did(side, one, treaty, acts)}
    disputed = [
        one
        for one in counted
        if one.act.id in uncertain or not one.is_admitted.is_yes or (one.act.contested and one not in did)
    ]
    taken, beyond = disputed[:MOST_DISPUTES], set(disputed[MOST_DISPUTES:])
    softened = [attrs.evolve(one, day=one.day.or_never) if one in beyond else one for one in counted]
    out = frozenset(one.act.id for one in rejected)
    share = MOST_WORLDS >> len(taken)
    found: list[Interpretation] = []
    for number in range(len(taken) + 1):
        for without in combinations(taken, number):
            kept = [one for one in softened if one not in without]
            ids = out | {one.act.id for one in without}
            found += [Interpretation(world, ids) for world in _worlds(treaty, kept, share)]
    return tuple(found)


def binds(treaty: Treaty, position_of: str | None) -> Truth:
    """Tell whether a text is a treaty in law: where that is disputed, as one side holds, if it took one."""
    if treaty.binding != "disputed":
        return Truth.of(treaty.binding)
    side = None if position_of is None else person(position_of)
    held = {view.binding for view in treaty.binding_views if person(view.by) == side}
    return Truth.of(held.pop() if len(held) == 1 else None)


def _did(who: str, one: DatedAct, treaty: Treaty, acts: Sequence[DatedAct]) -> bool:
    """Whether a person did an act; one that names nobody was done by all whose consent surely stood."""
    by = one.act.actors or treaty.between
    if by:
        return who in map(person, by)
    spells = ActsByState(treaty, acts).of(who).spells
    return any(spell.start.hi <= one.day.lo and one.day.hi < spell.noticed.lo for spell in spells)


def _worlds(treaty: Treaty, acts: Sequence[DatedAct], most: int) -> list[tuple[DatedAct, ...]]:
    """List every combination of days where there are few, else the bounds themselves."""
    number = prod(span.hi - span.lo + 1 for one in acts for span in (one.day, *one.further.values()))
    if number == 1 or number > most or len(acts) > MOST_ACTS:
        return [tuple(acts)]
    order = _noticed(ActsByState(treaty, acts))
    worlds = product(*(tuple(_each_day(one)) for one in acts))
    consistent = (world for world in worlds if _noticed(ActsByState(treaty, world)) == order)
    return list(map(in_order, consistent)) or [tuple(acts)]


def _each_day(one: DatedAct) -> Iterator[DatedAct]:
    further = [range(span.lo, span.hi + 1) for span in one.further.values()]
    for day, *others in product(range(one.day.lo, one.day.hi + 1), *further):
        stated = dict(zip(one.further, map(Span.on, others), strict=True))
        yield attrs.evolve(one, day=Span.on(day), further=stated)


def _noticed(acts: ActsByState) -> frozenset[tuple[str, str]]:
    """List the notices with a consent before them: a world in which one has none is not consistent."""
    return frozenset(
        (who, notice.dated.act.id)
        for who, state_acts in acts.by_state.items()
        for spell in state_acts.spells
        for notice in spell.notices
        if not notice.is_of_signature
    )
