"""The endings of a treaty: every way in which it comes to be out of force (VCLT 54–59).

Its term runs out, all parties terminate or supersede it, one of two denounces it, too few
parties are left where the text says so, or none is left at all.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Literal

import attrs

from geobrief.actors import person
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.acts.related_treaties import RelatedTreaty
from geobrief.law.acts.statehood import dissolution
from geobrief.law.rules.parties import Parties
from geobrief.law.uncertain.span import NEVER, Interval, Span, latest_of
from geobrief.law.uncertain.truth_by_day import TruthByDay, any_holds
from geobrief.model.termination import Termination
from geobrief.model.treaty import Treaty
from geobrief.truth import Truth

__all__ = ["Ending", "EndingKind", "endings"]

EndingKind = Literal[
    "term", "termination", "supersession", "parent", "denunciation", "dissolution", "number", "departure"
]


@attrs.frozen
class Ending:
    """One way in which a treaty ends: on which day and why.

    Attributes:
        day: the first day on which it is out of force.
        kind: what ends it.
        rule: the rule by which it does.
        dated: the act that ends it, if one does.
        by: the treaty that takes its place, if one does.
        gone: the state that ceased to exist, if one did.
    """

    day: Span
    kind: EndingKind
    rule: str
    dated: DatedAct | None = None
    by: Treaty | None = None
    gone: str | None = None


def endings(parties: Parties) -> tuple[Ending, ...]:
    """List every way in which a treaty ends, the earliest first."""
    found: list[Ending] = []
    if parties.treaty.duration is not None:
        found.append(Ending(parties.terms.expiry, "term", "VCLT 54(a)"))
    found += [*_by_agreement(parties), *_by_one_of_two(parties)]
    for left in _by_leaving(parties):
        # All leave where the treaty ends: that alone is no ending of its own.
        if not any(one.day.lo <= left.day.lo and one.day.hi <= left.day.hi for one in found):
            found.append(left)
    return tuple(sorted((one for one in found if one.day.may_happen), key=lambda one: one.day))


def _by_agreement(parties: Parties) -> Iterator[Ending]:
    for one, act in parties.acts.together(Termination):
        day = one.effect.given(_all_agree(parties, one, act.between))
        yield Ending(day, "termination", "VCLT 54(b)", one)
    for other in parties.related.superseding:
        yield Ending(_superseded(parties, other), "supersession", "VCLT 59(1)", by=other.treaty)
    if parties.treaty.ends_with_parent:
        yield Ending(parties.related.end_of_parent(parties.treaty), "parent", "VCLT 54(a)")


def _all_agree(parties: Parties, one: DatedAct, among: Iterable[str]) -> Truth:
    """Tell whether all terminate it whose consent stands; some can end it only among themselves (41).

    Nobody else is left when they have agreed and it takes effect; of who joins in between it is open.  Silent
    successors that may have had it by then (VCSS 34) leave it open as well.
    """
    agreeing = frozenset(map(person, among))
    others = [who for who in parties.persons if who not in agreeing] if agreeing else []
    concerned = [TruthByDay.during(parties.concerned(who)) for who in others]
    then, last = (
        ~any_holds(each.on_one_of(day) for each in concerned)
        for day in (one.day, latest_of([one.day, one.effect]))
    )
    heirs = (who for who in parties.heirs if who not in agreeing) if agreeing else ()
    last &= ~any_holds(TruthByDay.during(parties.bound(who)).on_one_of(one.day) for who in heirs)
    return last | (then & Truth.UNKNOWN)


def _superseded(parties: Parties, other: RelatedTreaty) -> Span:
    """Find the first day on which all parties are parties to a treaty that takes its place (59)."""
    everybody = (*parties.persons, *parties.heirs)
    bound = [TruthByDay.during(parties.bound(who)) for who in everybody]
    moved_on = [~old | other.party_by_day(who) for who, old in zip(everybody, bound, strict=True)]
    in_force = TruthByDay.at_least(1, bound) & TruthByDay.during([Interval(parties.entry)])
    return (TruthByDay.all_of(moved_on) & in_force).first


def _by_one_of_two(parties: Parties) -> Iterator[Ending]:
    """One denunciation ends a bilateral treaty, and so may the end of one of the two."""
    entry = parties.entry
    for who in map(person, parties.treaty.between) if parties.treaty.is_bilateral else ():
        for notice in (notice for spell in parties.acts.of(who).spells for notice in spell.notices):
            if notice.is_of_renewal or notice.due.hi >= entry.lo:
                out = parties.effect(notice, entry)
                day = out if notice.is_of_renewal or notice.due.lo >= entry.hi else out.or_never
                yield Ending(day, "denunciation", "VCLT 54(a)", notice.dated)
        gone = dissolution(who)
        if gone < NEVER:
            yield Ending(Span.on(gone).or_never, "dissolution", "VCSS 34", gone=who)


def _by_leaving(parties: Parties) -> Iterator[Ending]:
    """Too few parties end a treaty only where the text says so (55); that nobody is left always does."""
    clause = parties.treaty.withdrawal
    if clause is not None and clause.minimum_parties is not None:
        yield Ending(_fall_below(parties, clause.minimum_parties), "number", "VCLT 55")
    bound = chain.from_iterable(_once_in_force(parties, who) for who in parties.persons)
    if not any(start.hi <= parties.entry.lo and end.lo >= NEVER for start, end in bound):
        yield Ending(_fall_below(parties, 1), "departure", "VCLT 54(a)")  # nobody surely stays


def _fall_below(parties: Parties, number: int) -> Span:
    """Find the first day on which a party has left and fewer than a number are bound."""
    entry = parties.entry
    every = [tuple(_once_in_force(parties, who)) for who in (*parties.persons, *parties.heirs)]
    truths = [TruthByDay.during(stretches) for stretches in every]
    enough = TruthByDay.at_least(number, truths)
    possible: list[int] = []
    sure: list[int] = []
    for stretches, own in zip(every, truths, strict=True):
        for start, end in stretches:
            first = max(end.lo, entry.lo + 1)
            if end.hi > entry.lo and not own.at(first).is_yes:  # who returns that day has not left
                possible.append(first)
            if max(start.hi, entry.hi) < end.lo and own.at(end.hi).is_no:  # it surely was a party
                sure.append(end.hi)
    return Span(
        min((day for day in possible if day < NEVER and not enough.at(day).is_yes), default=NEVER),
        min((day for day in sure if day < NEVER and enough.at(day).is_no), default=NEVER),
    )


def _once_in_force(parties: Parties, who: str) -> Iterator[Interval]:
    """Yield when a person is bound, given that the treaty has entered: an original party is at once.

    What it may be bound by besides, as when it joins what is amended later, has a beginning of its own.
    """
    for number, (start, end) in enumerate(parties.bound(who)):
        at_once = not number and parties.is_original(who)
        yield Interval(Span.on(parties.entry.lo) if at_once else start, end)
