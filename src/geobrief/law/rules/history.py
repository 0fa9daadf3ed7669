"""The life of a treaty in one reading of its records: trigger, entry, parties, end.

A reading fixes which contested acts take effect.  Everything is computed once; the
courses of single states when they are first asked for.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property

from geobrief import actors
from geobrief.law.acts.consents import ActsByState, Consent, ConsentSpell, Notice, negotiators
from geobrief.law.acts.day_that_counts import DatedAct, conditions_in
from geobrief.law.acts.related_treaties import RelatedTreaties, RelatedTreaty
from geobrief.law.acts.statehood import dissolution
from geobrief.law.rules.beginning import Beginning, begins_for
from geobrief.law.rules.conditions import trigger
from geobrief.law.rules.counting import CountedConsents
from geobrief.law.rules.entry_into_force import treaty_entry
from geobrief.law.rules.term import Terms
from geobrief.law.rules.termination import Ending, Endings
from geobrief.law.rules.withdrawal import effect_of_notice
from geobrief.law.uncertain.span import (
    ALWAYS,
    DAWN,
    NEVER,
    NOT_EVER,
    SOME_DAY,
    Interval,
    Span,
    earliest_of,
    exactly,
    hull,
    latest_of,
    not_after,
    span_of,
)
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.condition import (
    Condition,
    FractionOf,
    Named,
    NoObjections,
)
from geobrief.model.entry_into_force import EntryIntoForce
from geobrief.model.extension import Extension
from geobrief.model.ratification import Ratification
from geobrief.model.treaty import Treaty
from geobrief.truth import Truth

__all__ = ["History"]


class History:
    """One treaty's life, as one reading of the acts has it."""

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
        self._extensions_recorded = extensions_recorded
        self.related = related
        self.acts = ActsByState(treaty, acts)
        for other in related.implying:
            for who in sorted(other.everybody):
                self._imply(other, who)
        self.clause = treaty.entry_into_force or default_clause(treaty, self.acts)
        self.consents = CountedConsents(treaty, self.clause, self.acts, related)
        self.trigger = trigger(self.clause.upon, self.consents)
        due = treaty_entry(self.clause, self.trigger, self.consents)
        self.beginning = Beginning(treaty, self.clause, self.acts, related, self.trigger, due)
        self.entry = due
        if self.binds_without_consent:
            through = (stretch for who in self.persons for stretch in self._through_parent(who))
            self.entry = earliest_of(start for start, _ in through)
        else:
            self.entry = self.beginning.first_bound()
        self._stays: dict[str, tuple[tuple[ConsentSpell, Interval], ...]] = {}

    def _imply(self, other: RelatedTreaty, who: str) -> None:
        """Enter the consent that follows from consent to another treaty, if it does."""
        adoption = span_of(self.treaty.adopted) if self.treaty.adopted else ALWAYS
        day = self.related.implied_consent(other, who, adoption)
        if day.may_happen:
            act = Ratification(treaty=other.treaty.id, by=who)
            self.acts.add(who, Consent(day, "implied", DatedAct(act, day)))

    @property
    def is_retroactive(self) -> Truth:
        """Whether the text names a day before its own adoption (28)."""
        return self.beginning.is_retroactive

    @cached_property
    def binds_without_consent(self) -> bool:
        """Whether it binds parties of its parent that have not consented themselves."""
        tacit = any(isinstance(part, NoObjections) for part in conditions_in(self.clause.upon))
        return tacit or (
            self.treaty.binds == "all_parties" and bool(self.treaty.protocol_to or self.treaty.amends)
        )

    @cached_property
    def persons(self) -> tuple[str, ...]:
        """Everybody who acted or was to act."""
        named = map(actors.person, (*self.treaty.between, *self.treaty.negotiating_states))
        parent = self.related.parent(self.treaty) if self.binds_without_consent else None
        bound = parent.everybody if parent else ()
        return tuple(dict.fromkeys([*self.acts.by_state, *named, *bound]))

    # The treaty as a whole ---------------------------------------------------------------

    @cached_property
    def endings(self) -> tuple[Ending, ...]:
        """Every way in which the treaty ends, the earliest first."""
        found = Endings(
            treaty=self.treaty,
            acts=self.acts,
            related=self.related,
            entry=self.entry,
            expiry=self.expiry,
            persons=self.persons,
            bound=self.bound,
            concerned=self._concerned,
            effect=self.effect,
            is_original=self._is_original,
        )
        return found.every()

    @cached_property
    def end(self) -> Span:
        """The first day on which the treaty is out of force."""
        return earliest_of(one.day for one in self.endings)

    @cached_property
    def entered(self) -> Span:
        """The day on which it is in force for the first time: never where it ended before."""
        if self.end.hi <= self.entry.lo:
            return NOT_EVER
        return self.entry if self.end.lo > self.entry.hi else Span(self.entry.lo, NEVER)

    @property
    def terms(self) -> Terms:
        """The terms for which it runs."""
        return Terms(self.treaty.duration, self.entry, self._extensions)

    @cached_property
    def expiry(self) -> Span:
        """The first day out by lapse of time."""
        expiry = self.terms.expiry
        return expiry if self._extensions_recorded else Span(expiry.lo, NEVER)

    @cached_property
    def unextended(self) -> Span:
        """The first day out by lapse of time, had nothing been agreed."""
        return Terms(self.treaty.duration, self.entry).expiry

    def expiry_for(self, who: str, spell: ConsentSpell) -> Span:
        """Find the first day out by lapse of time for one consent: some may extend a term for some (41)."""
        if all(not one.act.actors for one in self._extensions):
            return self.expiry
        parts = [(one, self._takes_part(who, spell, one)) for one in self._extensions]
        surely = tuple(one for one, part in parts if part.is_yes)
        possibly = tuple(one for one, part in parts if not part.is_no)
        expiry = hull(*(Terms(self.treaty.duration, self.entry, each).expiry for each in (surely, possibly)))
        return expiry if self._extensions_recorded else Span(expiry.lo, NEVER)

    @cached_property
    def _extensions(self) -> tuple[DatedAct, ...]:
        found = (one for one in self.acts.acts if isinstance(one.act, Extension))
        return tuple(one for one in found if not self.treaty.is_bilateral or self._is_by_both(one))

    def _is_by_both(self, one: DatedAct) -> bool:
        return not one.act.actors or set(map(actors.person, one.act.actors)).issuperset(self.beginning.named)

    def _takes_part(self, who: str, spell: ConsentSpell, one: DatedAct) -> Truth:
        """Tell whether an extension is for a person: it agreed, or joined the treaty as extended (40(5))."""
        if not one.act.actors or who in map(actors.person, one.act.actors):
            return Truth.YES
        return ~not_after(spell.start, one.day)

    @cached_property
    def interval(self) -> Interval:
        """From entry into force to the first day out: at the latest that on which nobody can be a party."""
        return Interval(self.entry, self.end.until(max(self.end.lo, self._deserted)))

    @cached_property
    def in_force(self) -> TruthByDay:
        """On which days it is in force: whenever it entered, on none on which nobody can be bound."""
        if Truth.UNKNOWN not in self._between_ends.values or not self.is_retroactive.is_no:
            return self._between_ends
        bound = TruthByDay.at_least(1, [TruthByDay.during(self.bound(who)) for who in self.persons])
        return self._between_ends.settled(~bound, Truth.NO)

    def lacks_parties(self, day: int) -> bool:
        """Whether it is out of force on a day only because nobody can be bound by it then."""
        return self.in_force.at(day).is_no and not self._between_ends.at(day).is_no

    @cached_property
    def _between_ends(self) -> TruthByDay:
        """On which days it has entered and has not ended."""
        return TruthByDay.during([self.interval])

    @cached_property
    def _deserted(self) -> int:
        """The day from which on nobody can be a party."""
        return max((each.end.hi for who in self.persons for each in self.bound(who)), default=NEVER)

    def _is_original(self, who: str) -> bool:
        """Whether a person's only consent surely binds from the day of entry on, if it binds at all."""
        spells = self.acts.of(who).spells
        if self.binds_without_consent or len(spells) != 1:
            return False
        return self.beginning.is_original(who, spells[0], self.entry)

    # One state ----------------------------------------------------------------------------

    def party(self, who: str) -> tuple[Interval, ...]:
        """When a person is a party."""
        return tuple(Interval(start, earliest_of([end, self.end])) for start, end in self.bound(who))

    def bound(self, who: str) -> tuple[Interval, ...]:
        """When a person is bound, as far as its own acts go."""
        if not self.binds_without_consent:
            return self._bound_by_consent(who)
        opposed = self._opposed(who)
        accepted = () if opposed.is_no else self._bound_by_consent(who)
        if opposed.is_unknown:  # only one that objected needs to accept
            accepted = tuple(Interval(Span(start.lo, NEVER), end) for start, end in accepted)
        return (*self._through_parent(who), *accepted)

    def _bound_by_consent(self, who: str) -> tuple[Interval, ...]:
        gone = exactly(dissolution(who))
        stays = (
            (start, earliest_of([out, gone, self.expiry_for(who, spell)]))
            for spell, (start, out) in self.stays(who)
        )
        return tuple(Interval(start, end) for start, end in stays if start.lo < end.hi)

    def stays(self, who: str) -> tuple[tuple[ConsentSpell, Interval], ...]:
        """Give each consent of a person with the stretches for which it binds, its own end apart."""
        found = self._stays.get(who)
        if found is None:
            found = self._stays[who] = tuple(self._each_stay(who))
        return found

    def start(self, who: str, spell: ConsentSpell) -> Span:
        """Find the first day on which the treaty is in force for a person by a consent."""
        return earliest_of(stay.start for each, stay in self.stays(who) if each is spell)

    def _each_stay(self, who: str) -> Iterator[tuple[ConsentSpell, Interval]]:
        for spell in self.acts.of(who).spells:
            begins = self.beginning.entry_for(who, spell, self.entry)
            stretches = (
                (latest_of([begins, since]), until)
                for since, until in self.related.eligible(self.treaty, who, binding=True)
            )
            # Who leaves the parent leaves the protocol: coming back takes a consent of its own.
            joined = [each for each in stretches if each[0].lo < each[1].hi] or [(NOT_EVER, NOT_EVER)]
            for number, (may_start, until) in enumerate(joined):
                start = Span(may_start.lo, NEVER) if number else may_start
                yield spell, Interval(start, earliest_of([self.out(spell, start), until]))
                if may_start.hi < until.lo:
                    break

    def _through_parent(self, who: str) -> tuple[Interval, ...]:
        """When a person is bound as a party to the parent; one that objected, once it drops that."""
        parent = self.related.parent(self.treaty)
        spells = parent.party_by_day(who).spells() if parent else [Interval(SOME_DAY)]
        opposed, free = self._opposed(who), ALWAYS
        if not opposed.is_no:
            free = self.consents.objections_dropped(who)
            free = free if opposed.is_yes else Span(DAWN, free.hi)
        own = ((latest_of([self.entry, start, free]), end) for start, end in spells)
        return tuple(Interval(start, end) for start, end in own if start.lo < end.hi)

    def _opposed(self, who: str) -> Truth:
        """Tell whether a person is kept out of what is accepted tacitly because it objected in time."""
        truth = Truth.NO
        for part in conditions_in(self.clause.upon) if self.treaty.binds == "acceptors" else ():
            if isinstance(part, NoObjections):
                truth |= self.consents.opposed(who, part)
        return truth

    def out(self, spell: ConsentSpell, own: Span) -> Span:
        """Find the first day on which a consent that binds from ``own`` is ended by a notice."""
        return earliest_of(self.effect(notice, own) for notice in spell.notices)

    def effect(self, notice: Notice, own: Span) -> Span:
        """Find the first day on which a notice has taken its author out.

        Before entry into force for the author it works on receipt: the state is out of the parties.
        """
        out = self._effect(notice, own)
        return out if notice.is_after else Span(out.lo, NEVER)

    def _effect(self, notice: Notice, own: Span) -> Span:
        noticed = notice.day
        if noticed.hi < own.lo or not own.may_happen:
            return noticed
        before = Span(noticed.lo, min(noticed.hi, own.hi - 1))
        after = Span(max(noticed.lo, own.lo), noticed.hi)
        effect = NOT_EVER
        if not notice.is_of_signature:  # a signature can be taken back only before
            effect = effect_of_notice(notice.dated, after, self.treaty, self.terms, own)
        if noticed.lo >= own.hi:
            return effect
        return Span(min(before.lo, effect.lo), max(before.hi, effect.hi))

    def contracting(self, who: str) -> tuple[Interval, ...]:
        """When a person's consent to be bound stands, whether or not the treaty is in force."""
        stretches = ((start, earliest_of([end, self.end])) for start, end in self.consented(who))
        return tuple(Interval(start, end) for start, end in stretches)

    def pending(self, who: str) -> tuple[Interval, ...]:
        """When a person has consented and is not bound yet."""
        found: list[Interval] = []
        for spell in self.acts.of(who).spells:
            begins = begins_for(who, spell) if spell.consent.is_succession else spell.start
            start = self.start(who, spell)
            over = earliest_of([start, self.out(spell, start), exactly(dissolution(who)), self.end])
            found.append(Interval(begins, earliest_of([over, self.expiry_for(who, spell)])))
        return tuple(found)

    def _concerned(self, who: str) -> tuple[Interval, ...]:
        """When a person has a say in ending the treaty: its consent stands, or a parent binds it."""
        parent = self.related.parent(self.treaty) if self.binds_without_consent else None
        return (*self.consented(who), *(parent.party_by_day(who).spells() if parent else ()))

    def consented(self, who: str) -> tuple[Interval, ...]:
        """When a person's consent stands, as far as its own acts go."""
        gone = exactly(dissolution(who))
        found: list[Interval] = []
        for spell in self.acts.of(who).spells:
            begins = begins_for(who, spell) if spell.consent.is_succession else spell.start
            start = self.start(who, spell)
            begins, out = earliest_of([begins, start]), self.out(spell, start)
            found.append(Interval(begins, earliest_of([out, gone, self.expiry_for(who, spell)])))
        return tuple(found)

    def signed(self, who: str) -> tuple[Interval, ...]:
        """When a person is a signatory."""
        gone = exactly(dissolution(who))
        return tuple(Interval(start, earliest_of([end, gone])) for start, end in self.acts.of(who).signed)


def default_clause(treaty: Treaty, acts: ActsByState) -> EntryIntoForce:
    """Give the rule for a treaty without a clause: consent of all negotiating states (24(2))."""
    named = negotiators(treaty, acts)
    upon: Condition = Named(named) if named else FractionOf(of="negotiating_states", at_least=1)
    return EntryIntoForce(upon=upon)
