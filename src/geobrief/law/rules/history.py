"""The history of a treaty in one interpretation of its records: trigger, entry, parties, end.

An interpretation fixes which contested acts take effect.  Everything is computed once; the
truths of single states when they are first asked for.
"""

from collections.abc import Iterable
from functools import cached_property

from geobrief.law.acts.consents import ActsByState, Consent, negotiators
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.acts.related_treaties import Amendment, RelatedTreaties
from geobrief.law.acts.statehood import gone
from geobrief.law.acts.succession import interruptions
from geobrief.law.rules.amendments import as_amended
from geobrief.law.rules.counting import CountedConsents
from geobrief.law.rules.entry_into_force import Beginning
from geobrief.law.rules.parties import Parties
from geobrief.law.rules.termination import Ending, endings
from geobrief.law.uncertain.span import ALWAYS, NEVER, NOT_EVER, Interval, Span, earliest_of, latest_of
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.condition import Condition, FractionOf, Named
from geobrief.model.entry_into_force import EntryIntoForce
from geobrief.model.ratification import Ratification
from geobrief.model.treaty import Treaty
from geobrief.truth import Truth

__all__ = ["History"]


class History:
    """What became of one treaty, as one interpretation of the acts has it."""

    def __init__(
        self,
        treaty: Treaty,
        acts: Iterable[DatedAct],
        related: RelatedTreaties,
        *,
        extensions_recorded: bool = True,
    ) -> None:
        """Sort the acts and find the day of entry into force."""
        self.treaty = treaty
        self.related = related
        self.acts = ActsByState(treaty, acts)
        self._enter_implied_consents()
        self.clause = treaty.entry_into_force or _default_clause(treaty, self.acts)
        self.consents = CountedConsents(treaty, self.clause, self.acts, related)
        self.beginning = Beginning(self.consents)
        self.parties = Parties(self.beginning, extensions_recorded=extensions_recorded)
        self.trigger, self.entry = self.beginning.trigger, self.parties.entry
        self.persons, self.terms = self.parties.persons, self.parties.terms

    def _enter_implied_consents(self) -> None:
        """Enter the consents that follow from consent to another treaty, once this one was adopted."""
        adoption = Span.of(self.treaty.adopted) if self.treaty.adopted else ALWAYS
        for other in self.related.implying:
            for who in sorted(other.everybody):
                given = (start for start, _ in other.consent_by_day(who).spells())
                day = earliest_of(start.given(adoption.not_after(start)) for start in given)
                if day.may_happen:
                    act = Ratification(treaty=other.treaty.id, by=who)
                    self.acts.add(who, Consent(day, "implied", DatedAct(act, day)))

    @cached_property
    def endings(self) -> tuple[Ending, ...]:
        """Every way in which the treaty ends, the earliest first."""
        return endings(self.parties)

    @cached_property
    def end(self) -> Span:
        """The first day on which the treaty is out of force."""
        return earliest_of(one.day for one in self.endings)

    @cached_property
    def entered(self) -> Span:
        """The day on which it is in force for the first time: never where it ended before."""
        if self.end.hi <= self.entry.lo:
            return NOT_EVER
        return self.entry if self.end.lo > self.entry.hi else self.entry.or_never

    def is_settled_by(self, day: int) -> bool:
        """Whether it has surely entered into force, or ended, by a day: nothing is awaited any more."""
        return min(self.entry.hi, self.end.hi) <= day

    @cached_property
    def interval(self) -> Interval:
        """From entry into force to the first day out: at the latest that on which nobody can be a party."""
        if self.end.is_day:
            return Interval(self.entry, self.end)
        deserted = self._deserted(self.persons)
        if deserted < NEVER:
            deserted = self._deserted(self._everybody)
        return Interval(self.entry, self.end.until(max(self.end.lo, deserted)))

    def _deserted(self, persons: Iterable[str]) -> int:
        bound = (each for who in persons for each in self.parties.bound(who))
        return max((end.hi for _, end in bound), default=NEVER)

    @cached_property
    def in_force(self) -> TruthByDay:
        """On which days it is in force: whenever it entered, on none on which nobody can be bound."""
        if Truth.UNKNOWN not in self._between_ends.values or not self.beginning.is_retroactive.is_no:
            return self._between_ends
        bound = TruthByDay.at_least(
            1, [TruthByDay.during(self.parties.bound(who)) for who in self._everybody]
        )
        return self._between_ends.settled(~bound, Truth.NO)

    @property
    def _everybody(self) -> tuple[str, ...]:
        return (*self.persons, *self.parties.heirs)

    def lacks_parties(self, day: int) -> bool:
        """Whether it is out of force on a day only because nobody can be bound by it then."""
        return self.in_force.at(day).is_no and not self._between_ends.at(day).is_no

    @cached_property
    def _between_ends(self) -> TruthByDay:
        """On which days it has entered and has not ended."""
        return TruthByDay.during(self.stretches)

    @cached_property
    def stretches(self) -> tuple[Interval, ...]:
        """From when to when it has entered and has not ended; open while no term ran or a side was merged."""
        if not self.interval.may_hold:
            return (self.interval,)
        sides = self.acts.named if self.treaty.is_bilateral else ()
        gaps = self.terms.gaps if self.terms.extensions else ()
        return _open_in((self.interval,), (*gaps, *(gap for who in sides for gap in interruptions(who))))

    def party(self, who: str) -> tuple[Interval, ...]:
        """When a person is a party."""
        return self._while_in_force(who, self.parties.bound(who))

    def as_amended(self, who: str, amendment: Amendment) -> tuple[Interval, ...]:
        """When a person is a party to the text as an amendment has it, without accepting that."""
        return tuple(each.until(self.end) for each in as_amended(self.parties, who, amendment))

    def contracting(self, who: str) -> tuple[Interval, ...]:
        """When a person's consent to be bound stands, whether or not the treaty is in force."""
        return self._while_in_force(who, self.parties.consented(who))

    def _while_in_force(self, who: str, stretches: Iterable[Interval]) -> tuple[Interval, ...]:
        within = tuple([each.until(self.end) for each in stretches])
        if not within:
            return within
        gaps = (*(self.parties.lapses(who) if self.terms.extensions else ()), *interruptions(who))
        return _open_in(within, gaps) if gaps else within

    def pending(self, who: str) -> tuple[Interval, ...]:
        """When a person has consented and the treaty has not entered into force for it yet."""
        given = self.parties.given(who)
        return tuple(Interval(since, earliest_of([start, end, self.end])) for since, start, end in given)

    def not_bound_yet(self, who: str) -> tuple[Interval, ...]:
        """When a person has consented and is not bound: where a parent binds, a consent does not."""
        if not self.parties.binds_without_consent:
            return self.pending(who)
        bound = earliest_of(start for start, _ in self.parties.bound(who))
        given = self.parties.given(who)
        return tuple(Interval(since, earliest_of([bound, end, self.end])) for since, _, end in given)

    def signed(self, who: str) -> tuple[Interval, ...]:
        """When a person is a signatory."""
        return tuple(each.until(gone(who)) for each in self.acts.of(who).signed)


def _open_in(found: tuple[Interval, ...], gaps: Iterable[Interval]) -> tuple[Interval, ...]:
    """Leave open whether stretches hold in gaps, and let them go on after each."""
    for over, again in gaps:
        parts = (
            part
            for each in found
            for part in (
                each.until(Span(over.lo, again.hi)),
                Interval(latest_of([each.start, again]), each.end),
            )
        )
        found = tuple(part for part in parts if part.may_hold)
    return found


def _default_clause(treaty: Treaty, acts: ActsByState) -> EntryIntoForce:
    """Give the rule for a treaty without a clause: consent of all negotiating states (24(2))."""
    named = negotiators(treaty, acts)
    upon: Condition = Named(named) if named else FractionOf(of="negotiating_states", at_least=1)
    return EntryIntoForce(upon=upon)
