"""The endings of a treaty: every way in which it comes to be out of force (VCLT 54–59).

Its term runs out, all parties terminate or supersede it, one of two denounces it, too few
parties are left where the text says so, or none is left at all.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import Literal

import attrs

from geobrief import actors
from geobrief.law.acts.consents import ActsByState, Notice
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.acts.related_treaties import RelatedTreaties, RelatedTreaty
from geobrief.law.acts.statehood import dissolution
from geobrief.law.reasons.names import name
from geobrief.law.uncertain.span import NEVER, NOT_EVER, Interval, Span, exactly
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.termination import Termination
from geobrief.model.treaty import Treaty
from geobrief.truth import Truth

__all__ = ["Ending", "EndingKind", "Endings", "superseded_by"]

EndingKind = Literal[
    "term", "termination", "supersession", "denunciation", "dissolution", "number", "departure"
]

RULES: dict[EndingKind, str] = {
    "term": "VCLT 54(a)",
    "termination": "VCLT 54(b)",
    "supersession": "VCLT 59(1)",
    "denunciation": "VCLT 54(a)",
    "dissolution": "VCSS 34",
    "number": "VCLT 55",
    "departure": "VCLT 54(a)",
}


@attrs.frozen
class Ending:
    """One way in which a treaty ends: on which day and why.

    Attributes:
        day: the first day on which it is out of force.
        kind: what ends it.
        text: the same in words.
        dated: the act that ends it, if one does.
        by: the treaty that takes its place, if one does.
        gone: the state that ceased to exist, if one did.
    """

    day: Span
    kind: EndingKind
    text: str
    dated: DatedAct | None = None
    by: Treaty | None = None
    gone: str | None = None

    @property
    def rule(self) -> str:
        """The rule by which it ends."""
        return RULES[self.kind]

    def comes_with(self, other: "Ending") -> bool:
        """Whether another ending comes no later."""
        return other.day.lo <= self.day.lo and other.day.hi <= self.day.hi


def superseded_by(treaty: Treaty, day: Span) -> Ending:
    """Make the ending by a treaty that takes the place of another."""
    return Ending(day, "supersession", f"it was superseded by {treaty.name}", by=treaty)


@attrs.frozen
class Endings:
    """What the endings of one treaty depend on.

    Attributes:
        treaty: the treaty.
        docket: what states have done.
        setting: the other treaties.
        entry: its entry into force.
        expiry: the first day out by lapse of time.
        persons: everybody whose part in it may matter.
        bound: when each person is bound, as far as its own acts go.
        concerned: when each person has a say in ending it, in force or not.
        effect: when a notice takes its author out.
        is_original: whether a person that is bound at all surely is so from the day of entry on.
    """

    treaty: Treaty
    acts: ActsByState
    related: RelatedTreaties
    entry: Span
    expiry: Span
    persons: tuple[str, ...]
    bound: Callable[[str], tuple[Interval, ...]]
    concerned: Callable[[str], tuple[Interval, ...]]
    effect: Callable[[Notice, Span], Span]
    is_original: Callable[[str], bool]

    def every(self) -> tuple[Ending, ...]:
        """List every way in which the treaty ends, the earliest first."""
        found = [
            Ending(self.expiry, "term", "its term ended"),
            *self._by_agreement(),
            *self._by_one_of_two(),
        ]
        for left in (*self._by_fall_in_number(), *self._by_departure_of_all()):
            # All leave where the treaty ends: that alone is no ending of its own.
            if not any(map(left.comes_with, found)):
                found.append(left)
        return tuple(sorted((one for one in found if one.day.may_happen), key=lambda one: one.day))

    def _by_agreement(self) -> Iterator[Ending]:
        for one in self.acts.joint:
            if isinstance(one.act, Termination):
                agree = self._all_agree(one, one.act.between)
                if not agree.is_no:
                    day = one.day if agree.is_yes else Span(one.day.lo, NEVER)
                    yield Ending(day, "termination", "it was terminated", one)
        for other in self.related.superseding:
            yield superseded_by(other.treaty, self._superseded(other))

    def _all_agree(self, one: DatedAct, among: Iterable[str]) -> Truth:
        """Tell whether all terminate it whose consent stands; some can end it only among themselves (41)."""
        agreeing = frozenset(map(actors.person, among))
        disagree = Truth.NO
        for who in self.persons if agreeing else ():
            if who not in agreeing:
                disagree |= TruthByDay.during((*self.bound(who), *self.concerned(who))).on_one_of(one.day)
        return ~disagree

    def _superseded(self, other: RelatedTreaty) -> Span:
        """Find the first day on which all parties are parties to a treaty that takes its place (59)."""
        parties = [(TruthByDay.during(self.bound(who)), other.party_by_day(who)) for who in self.persons]
        everybody = TruthByDay.at_least(len(parties), [~old | new for old, new in parties])
        moved_on = everybody & self._while_anyone_is_bound(old for old, _ in parties)
        return next(moved_on.spells(), Interval(NOT_EVER)).start

    def _while_anyone_is_bound(self, truths: Iterable[TruthByDay]) -> TruthByDay:
        return TruthByDay.at_least(1, tuple(truths)) & TruthByDay.during([Interval(self.entry)])

    def _by_one_of_two(self) -> Iterator[Ending]:
        """One denunciation ends a bilateral treaty, and so may the end of one of the two."""
        for who in map(actors.person, self.treaty.between) if self.treaty.is_bilateral else ():
            notices = (notice for spell in self.acts.of(who).spells for notice in spell.notices)
            for notice in notices:
                if notice.day.hi >= self.entry.lo:
                    day = self.effect(notice, self.entry)
                    day = day if notice.day.lo >= self.entry.hi else Span(day.lo, NEVER)
                    yield Ending(day, "denunciation", f"{name(who)} denounced it", notice.dated)
            gone = dissolution(who)
            if gone < NEVER:
                text = f"{name(who)} ceased to exist"
                yield Ending(Span(gone, NEVER), "dissolution", text, gone=who)

    def _by_fall_in_number(self) -> Iterator[Ending]:
        """Too few parties end a treaty only where the text says so (55)."""
        clause = self.treaty.withdrawal
        if clause is not None and clause.minimum_parties is not None:
            text = f"fewer than {clause.minimum_parties} parties were left"
            yield Ending(self._fall_below(clause.minimum_parties), "number", text)

    def _by_departure_of_all(self) -> Iterator[Ending]:
        """End a treaty to which nobody is a party any more."""
        everybody = chain.from_iterable(map(self._once_in_force, self.persons))
        if any(start.hi <= self.entry.lo and end.lo >= NEVER for start, end in everybody):
            return  # one surely stays
        yield Ending(self._fall_below(1), "departure", "its last party left it")

    def _fall_below(self, number: int) -> Span:
        """Find the first day on which a party has left and fewer than a number are bound."""
        every = [tuple(self._once_in_force(who)) for who in self.persons]
        truths = [TruthByDay.during(stretches) for stretches in every]
        enough = TruthByDay.at_least(number, truths)
        possible: list[int] = []
        sure: list[int] = []
        for stretches, own in zip(every, truths, strict=True):
            for start, end in stretches:
                first = max(end.lo, self.entry.lo + 1)
                if end.hi > self.entry.lo and not own.at(first).is_yes:  # who returns that day has not left
                    possible.append(first)
                if max(start.hi, self.entry.hi) < end.lo and own.at(end.hi).is_no:  # it surely was a party
                    sure.append(end.hi)
        return Span(
            min((day for day in possible if day < NEVER and not enough.at(day).is_yes), default=NEVER),
            min((day for day in sure if day < NEVER and enough.at(day).is_no), default=NEVER),
        )

    def _once_in_force(self, who: str) -> Iterator[Interval]:
        """Yield when a person is bound, given that the treaty has entered: an original party is at once."""
        for start, end in self.bound(who):
            yield Interval(exactly(self.entry.lo) if self.is_original(who) else start, end)
