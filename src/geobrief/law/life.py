"""The life of a treaty in one reading of its records: trigger, entry, parties, end.

A reading fixes which contested acts take effect.  Everything is computed once; the
courses of single states when they are first asked for.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property

from geobrief import actors
from geobrief.law.course import Course
from geobrief.law.dated import Dated, conditions_in
from geobrief.law.docket import Consent, ConsentSpell, Docket, Notice, negotiators
from geobrief.law.endings import Ending, Endings
from geobrief.law.entry import own_entry, treaty_entry
from geobrief.law.notice import effect_of_notice
from geobrief.law.register import Register
from geobrief.law.setting import Setting, TreatyLike
from geobrief.law.span import (
    ALWAYS,
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
from geobrief.law.statehood import dissolution, succession
from geobrief.law.terms import Terms
from geobrief.law.trigger import trigger
from geobrief.model.condition import (
    Agreed,
    Condition,
    FractionOf,
    Named,
    NoObjections,
    OnDate,
    TreatyInForce,
)
from geobrief.model.entry_into_force import EntryIntoForce
from geobrief.model.extension import Extension
from geobrief.model.ratification import Ratification
from geobrief.model.treaty import Treaty
from geobrief.truth import Truth

__all__ = ["Life", "begins_for"]


class Life:
    """One treaty's life, as one reading of the acts has it."""

    def __init__(
        self, treaty: Treaty, acts: Iterable[Dated], setting: Setting, *, extensions_recorded: bool = True
    ) -> None:
        """Sort the acts and find the day of entry into force."""
        self.treaty = treaty
        self._extensions_recorded = extensions_recorded
        self.setting = setting
        self.docket = Docket(treaty, acts)
        for other in setting.implying:
            for who in sorted(other.everybody):
                self._imply(other, who)
        self.clause = treaty.entry_into_force or default_clause(treaty, self.docket)
        self.register = Register(treaty, self.clause, self.docket, setting)
        self.trigger = trigger(self.clause.upon, self.register)
        self._stays: dict[str, tuple[tuple[ConsentSpell, Interval], ...]] = {}
        self.entry = treaty_entry(self.clause, self.trigger, self.register)
        self.entry = self._first_bound()

    def _imply(self, other: TreatyLike, who: str) -> None:
        """Enter the consent that follows from consent to another treaty, if it does."""
        adoption = span_of(self.treaty.adopted) if self.treaty.adopted else ALWAYS
        day = self.setting.implied_consent(other, who, adoption)
        if day.may_happen:
            act = Ratification(treaty=other.treaty.id, by=who)
            self.docket.add(who, Consent(day, "implied", Dated(act, day)))

    def _first_bound(self) -> Span:
        """Find the first day, from the clause's on, on which somebody is bound: no treaty is without a party.

        A bilateral treaty needs both, and a closed one that asks only for a day all who are named.
        """
        if self.binds_without_consent:
            stretches = (stretch for who in self.persons for stretch in self._bound_through_parent(who))
            return earliest_of(start for start, _ in stretches)
        original = None if self._named else self._original_consent
        if original is not None:
            return latest_of([self.entry, original])
        if not (
            self.treaty.is_bilateral
            or (self.treaty.between and self._asks_for(OnDate, Agreed, TreatyInForce))
        ):
            consents = (each for who in self.docket.dossiers for each in self._consents(who))
            return earliest_of(
                start if end.lo > start.hi else Span(start.lo, NEVER) for start, end in consents
            )
        courses = [Course.during(self._consents(who)) for who in self._named]
        together = Course.at_least(len(courses), courses) & Course.during([Interval(self.entry)])
        first = next(together.spells(), Interval(NOT_EVER)).start
        if self._is_retroactive.is_no:
            return first
        last = latest_of(
            earliest_of(spell.start for spell in self.docket.of(who).spells) for who in self._named
        )
        if not last.may_happen:
            return NOT_EVER
        agreed = self.entry if last.must_happen else Span(self.entry.lo, NEVER)
        return agreed if self._is_retroactive.is_yes else hull(agreed, first)

    @property
    def _original_consent(self) -> Span | None:
        """The day of a consent that surely stands on the trigger and is not taken back: it binds on entry."""
        if self.treaty.eligibility not in {None, "anyone"}:
            return None
        found = (
            spell.start
            for dossier in self.docket.dossiers.values()
            for spell in dossier.spells
            if spell.start.hi <= self.trigger.lo
            and not (spell.notices or spell.consent.is_succession or spell.consent.dated.on("effective"))
        )
        return next(found, None)

    def _consents(self, who: str) -> Iterator[Interval]:
        """Yield from when to when each consent could bind, a notice ending it at once."""
        for spell in self.docket.of(who).spells:
            for since, until in self.setting.eligible(self.treaty, who, binding=True):
                start = latest_of([self._start(who, spell), since])
                end = earliest_of([spell.noticed, until])
                if start.lo < end.hi:
                    yield Interval(start, end)

    @cached_property
    def _named(self) -> tuple[str, ...]:
        return tuple(map(actors.person, self.treaty.between))

    def _asks_for(self, *kinds: type[Condition]) -> bool:
        simple = (part for part in conditions_in(self.clause.upon) if not part.parts)
        return all(isinstance(part, kinds) for part in simple)

    @cached_property
    def _is_retroactive(self) -> Truth:
        """Whether the text names a day before its own adoption, on which it is to enter into force (28)."""
        if not self._named or not self._asks_for(OnDate, Agreed):
            return Truth.NO
        adopted = self.docket.adoption
        return Truth.NO if adopted is None else ~not_after(adopted, self.trigger)

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
        parent = self.setting.parent(self.treaty) if self.binds_without_consent else None
        bound = parent.everybody if parent else ()
        return tuple(dict.fromkeys([*self.docket.dossiers, *named, *bound]))

    # The treaty as a whole ---------------------------------------------------------------

    @cached_property
    def endings(self) -> tuple[Ending, ...]:
        """Every way in which the treaty ends, the earliest first."""
        found = Endings(
            treaty=self.treaty,
            docket=self.docket,
            setting=self.setting,
            entry=self.entry,
            expiry=self.expiry,
            persons=self.persons,
            bound=self.bound,
            consented=self.consented,
            effect=self.effect,
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

    def expiry_for(self, who: str) -> Span:
        """Find the first day out for a person by lapse of time: some may extend a term for some (41)."""
        mine = tuple(one for one in self._extensions if self._takes_part(who, one))
        if len(mine) == len(self._extensions):
            return self.expiry
        expiry = Terms(self.treaty.duration, self.entry, mine).expiry
        return expiry if self._extensions_recorded else Span(expiry.lo, NEVER)

    @cached_property
    def _extensions(self) -> tuple[Dated, ...]:
        return tuple(one for one in self.docket.acts if isinstance(one.act, Extension))

    def _takes_part(self, who: str, one: Dated) -> bool:
        return not one.act.actors or who in map(actors.person, one.act.actors)

    @property
    def interval(self) -> Interval:
        """From entry into force to the first day out."""
        return Interval(self.entry, self.end)

    # One state ----------------------------------------------------------------------------

    def party(self, who: str) -> tuple[Interval, ...]:
        """When a person is a party."""
        return tuple(Interval(start, earliest_of([end, self.end])) for start, end in self.bound(who))

    def bound(self, who: str) -> tuple[Interval, ...]:
        """When a person is bound, as far as its own acts go."""
        if self.binds_without_consent:
            return self._bound_through_parent(who)
        over = earliest_of([exactly(dissolution(who)), self.expiry_for(who)])
        stays = ((start, earliest_of([out, over])) for _, (start, out) in self.stays(who))
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
        for spell in self.docket.of(who).spells:
            begins = self._start(who, spell)
            stretches = (
                (latest_of([begins, since]), until)
                for since, until in self.setting.eligible(self.treaty, who, binding=True)
            )
            joined = [(start, until) for start, until in stretches if start.lo < until.hi]
            for start, until in joined or [(NOT_EVER, NOT_EVER)]:
                yield spell, Interval(start, earliest_of([self.out(spell, start), until]))

    def _start(self, who: str, spell: ConsentSpell) -> Span:
        """Find the day on which the treaty enters into force for a person by a consent."""
        begins = begins_for(who, spell)
        if spell.consent.is_succession:
            return latest_of([begins, self.entry])
        own = own_entry(spell.start, self.trigger, self.entry, self.clause.later_parties)
        if self._is_retroactive.is_no or who not in self._named:
            return latest_of([own, begins])
        return self.entry if self._is_retroactive.is_yes else hull(self.entry, own)

    def _bound_through_parent(self, who: str) -> tuple[Interval, ...]:
        """When a person is bound as a party to the parent, unless it objected where that keeps it out."""
        parent = self.setting.parent(self.treaty)
        opposed = self._opposed(who) if self.treaty.binds == "acceptors" else Truth.NO
        if opposed.is_yes:
            return ()
        spells = parent.party_course(who).spells() if parent else [Interval(SOME_DAY)]
        own = (Interval(latest_of([self.entry, start]), end) for start, end in spells)
        if opposed.is_unknown:
            own = (Interval(Span(start.lo, NEVER), end) for start, end in own)
        return tuple(one for one in own if one.start.lo < one.end.hi)

    def _opposed(self, who: str) -> Truth:
        truth = Truth.NO
        for part in conditions_in(self.clause.upon):
            if isinstance(part, NoObjections):
                truth |= self.register.opposed(who, part)
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

    def consented(self, who: str) -> tuple[Interval, ...]:
        """When a person's consent stands, as far as its own acts go."""
        over = earliest_of([exactly(dissolution(who)), self.expiry_for(who)])
        found: list[Interval] = []
        for spell in self.docket.of(who).spells:
            begins = begins_for(who, spell) if spell.consent.is_succession else spell.start
            out = self.out(spell, self.start(who, spell))
            found.append(Interval(begins, earliest_of([out, over])))
        return tuple(found)

    def signed(self, who: str) -> tuple[Interval, ...]:
        """When a person is a signatory."""
        gone = exactly(dissolution(who))
        return tuple(Interval(start, earliest_of([end, gone])) for start, end in self.docket.of(who).signed)


def begins_for(who: str, spell: ConsentSpell) -> Span:
    """Give the day from which a consent has effect for its author, the treaty being in force.

    A state may declare a later day; a succession works from the date of succession (VCSS 23).
    """
    declared = spell.consent.dated.on("effective")
    if not spell.consent.is_succession:
        return spell.start if declared is None else latest_of([spell.start, declared])
    succeeded = succession(who)
    day = declared or (spell.start if succeeded is None else earliest_of([exactly(succeeded), spell.start]))
    return day if spell.start.must_happen else Span(day.lo, NEVER)


def default_clause(treaty: Treaty, docket: Docket) -> EntryIntoForce:
    """Give the rule for a treaty without a clause: consent of all negotiating states (24(2))."""
    named = negotiators(treaty, docket)
    upon: Condition = Named(named) if named else FractionOf(of="negotiating_states", at_least=1)
    return EntryIntoForce(upon=upon)
