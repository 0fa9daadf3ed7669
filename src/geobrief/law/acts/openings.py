"""Openings: whether a treaty is open to who signs it or consents to it (VCLT 11, 14, 15, 83).

Who joins what is not open to it may have been let in, as the text or all parties may agree (15(b) and (c)):
whether its act has effect is open.  A closed treaty counts nobody else, and is not asked about here.
"""

from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from geobrief import actors
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.acts.statehood import is_organisation
from geobrief.law.uncertain.span import ALWAYS, NOT_EVER, Interval, Span
from geobrief.law.uncertain.truth_by_day import TruthByDay, any_holds
from geobrief.model.means import Opening
from geobrief.model.ratification import Ratification
from geobrief.model.signature import Signature
from geobrief.model.treaty import Treaty
from geobrief.model.wording import NAMED_SETS
from geobrief.truth import Truth

__all__ = ["admitted"]

WITHOUT_SIGNATURE: Final = frozenset({"accession", "succession", "signature"})
"""By which means nobody confirms what it signed before."""


def admitted(treaty: Treaty, acts: tuple[DatedAct, ...]) -> tuple[DatedAct, ...]:
    """Say of each signature and consent whether the treaty is open to it; a succession needs no opening."""
    codes = tuple(each for each in treaty.open_to if isinstance(each, str))
    openings = [each for each in treaty.open_to if isinstance(each, Opening)]
    every = [*openings, *([Opening(to=codes)] if codes else [])]
    return tuple(attrs.evolve(one, is_admitted=_is_open(treaty, every, one, acts)) for one in acts)


def _is_open(treaty: Treaty, openings: Iterable[Opening], one: DatedAct, acts: Iterable[DatedAct]) -> Truth:
    """Tell whether an act fits an opening, or confirms a signature that does (14)."""
    means = _means(one)
    if means == "succession" or not one.day.may_happen:
        return Truth.YES
    who = actors.person(one.act.actors[0]) if means else ""
    fits = any_holds(_fits(treaty, each, who, means, one.day) for each in openings) if means else Truth.YES
    if fits.is_yes or means in WITHOUT_SIGNATURE:
        return fits
    return fits | any_holds(
        _is_open(treaty, openings, signed, ()) & _stands(signed, one.day)
        for signed in acts
        if _means(signed) == "signature" and actors.person(signed.act.actors[0]) == who
    )


def _means(one: DatedAct) -> str:
    """Name by which means an act joins a treaty; nothing where it does not."""
    if isinstance(one.act, Signature):
        return "signature"
    return one.act.means if isinstance(one.act, Ratification) else ""


def _stands(signed: DatedAct, day: Span) -> Truth:
    """Tell whether a signature stands on a day."""
    return signed.day.not_after(day) & ~(signed.on("withdrawn") or NOT_EVER).not_after(day)


def _fits(treaty: Treaty, opening: Opening, who: str, means: str, day: Span) -> Truth:
    if opening.means and means not in opening.means:
        return Truth.NO
    since = Span.of(opening.since) if opening.since else ALWAYS
    until = Span.of(opening.until) if opening.until else NOT_EVER
    is_among = any_holds(_among(treaty, name, who).on_one_of(day) for name in opening.to)
    return since.not_after(day) & day.not_after(until) & is_among


def _among(treaty: Treaty, name: str, who: str) -> TruthByDay:
    """Tell on which days somebody is among those for whom a name stands."""
    found = actors.known(name)
    if name == "all_states":
        return TruthByDay.constant(Truth.of(None if actors.known(who) is None else not is_organisation(who)))
    if name in treaty.groups:
        return TruthByDay.constant(Truth.of(who in map(actors.person, treaty.groups[name])))
    if name == "negotiating_states" and treaty.negotiating_states:
        return TruthByDay.constant(Truth.of(who in map(actors.person, treaty.negotiating_states)))
    if actors.person(name) == who or isinstance(found, actors.State):
        return TruthByDay.constant(Truth.of(actors.person(name) == who))
    if isinstance(found, actors.Organisation) and found.memberships and name not in NAMED_SETS:
        return TruthByDay.during(_memberships(found, who))
    return TruthByDay.constant(Truth.UNKNOWN)


def _memberships(organisation: actors.Organisation, who: str) -> Iterator[Interval]:
    for held in organisation.memberships:
        if actors.person(held.member) == who:
            end = held.spell.end
            out = NOT_EVER if end is None else Span.on(end.toordinal() + 1)
            yield Interval(Span.on(held.spell.start.toordinal()), out)
