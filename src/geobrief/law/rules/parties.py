"""When each state is bound by a treaty, as far as its own acts, and its parent, go (VCLT 2(1)(g), 24).

Its consent binds it from its own day of entry into force until a notice takes effect, its term
ends, or it ceases to exist.  When the treaty ends for all is not asked here.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

import attrs

from geobrief.actors import person
from geobrief.law.acts.consents import Consent, ConsentSpell, Notice
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.acts.related_treaties import Amendment, RelatedTreaty
from geobrief.law.acts.statehood import gone
from geobrief.law.acts.succession import Predecessor, heirs, predecessors, resumed, succeeded, took_over_whole
from geobrief.law.rules.entry_into_force import Beginning, begins_for, had_before, just_before
from geobrief.law.rules.term import Terms
from geobrief.law.rules.withdrawal import effect_of_notice, in_peace, unrevoked
from geobrief.law.uncertain.span import ALWAYS, NOT_EVER, SOME_DAY, Interval, Span, earliest_of, latest_of
from geobrief.law.uncertain.truth_by_day import any_holds
from geobrief.model.algebra import simple_parts
from geobrief.model.condition import NoObjections
from geobrief.model.extension import Extension
from geobrief.model.renunciation import Renunciation
from geobrief.truth import Truth

__all__ = ["Inheritance", "Parties", "Stay"]


class Stay(NamedTuple):
    """A stretch for which a consent binds its author, as far as its notices and its parent go."""

    who: str
    spell: ConsentSpell
    start: Span
    end: Span

    @property
    def never_began(self) -> bool:
        """Whether the consent was taken back before it could bind."""
        return self.spell.noticed.hi < self.start.lo


class Inheritance(NamedTuple):
    """What of a predecessor's part in a treaty is, or may be, a successor's without any act of its own."""

    before: Predecessor
    days: Interval


class Parties:
    """From when to when each state is bound: the first notices that end it, its own term, its parent."""

    def __init__(self, beginning: Beginning, *, extensions_recorded: bool = True) -> None:
        """Find the day of entry into force, and the terms that are counted from it."""
        self.treaty, self.acts, self.related = beginning.treaty, beginning.acts, beginning.related
        self.beginning = beginning
        self._stays: dict[str, tuple[Stay, ...]] = {}
        self._inherited: dict[str, tuple[Inheritance, ...]] = {}
        self._later: dict[str, tuple[Interval, ...]] = {}
        self.entry = self._entry()
        extensions = tuple(self._extensions())
        self.terms = Terms(self.treaty.duration, self.entry, extensions, is_complete=extensions_recorded)

    @cached_property
    def binds_without_consent(self) -> bool:
        """Whether it binds parties of its parent that have not consented themselves."""
        tacit = "silence" in self.beginning.clause.upon.asked
        to_all = self.treaty.binds == "all_parties"
        return tacit or (to_all and bool(self.treaty.protocol_to or self.treaty.amends))

    @cached_property
    def persons(self) -> tuple[str, ...]:
        """Everybody who acted or was to act."""
        negotiated = map(person, self.treaty.negotiating_states)
        through = self.above.everybody if self.above else ()
        return tuple(dict.fromkeys((*self.acts.by_state, *self.acts.named, *negotiated, *through)))

    @cached_property
    def is_tied(self) -> Truth:
        """Whether who leaves the parent leaves it as well; coming back takes a consent of its own (54(a)).

        An amendment is left with what it amends.  Where a text open to parties of the parent alone does not
        say it, nobody knows.
        """
        return Truth.YES if self.treaty.amends else Truth.of(self.treaty.ends_with_parent)

    @cached_property
    def _parent(self) -> RelatedTreaty | None:
        """The treaty whose parties it binds without their consent, where it is known."""
        return self.related.parent(self.treaty) if self.binds_without_consent else None

    @cached_property
    def _may_bind_later_parties(self) -> bool:
        """Whether it is an open amendment that binds who accepts it, and maybe who joins later (40(5))."""
        return bool(self.treaty.amends) and not self.binds_without_consent and not self.acts.named

    @cached_property
    def amended(self) -> RelatedTreaty | None:
        """The treaty that it amends, where who joins that later may be bound, and where it is known."""
        amends = self.treaty.amends
        return self.related.related(amends) if amends and self._may_bind_later_parties else None

    @property
    def above(self) -> RelatedTreaty | None:
        """The treaty whose parties it binds, or may bind, without their consent, where it is known."""
        return self._parent or self.amended

    @property
    def amendment(self) -> Amendment:
        """What it is to who joins the treaty that it amends after its entry."""
        return Amendment(self.entry, self.treaty.binds_later_parties, binds_earlier=False)

    def _entry(self) -> Span:
        if not self.binds_without_consent:
            return self.beginning.first_bound()
        through = (self._through_parent(who, self.beginning.due, pending=True) for who in self.persons)
        return earliest_of(start for stretches in through for start, _ in stretches)

    def _extensions(self) -> Iterator[DatedAct]:
        """Yield the acts that extend its term, not one provision: of a bilateral treaty, it takes both."""
        for one, act in self.acts.together(Extension):
            agreed = set(map(person, act.between))
            of_two = self.treaty.is_bilateral and agreed
            if not act.articles and (not of_two or agreed.issuperset(self.acts.named)):
                yield one

    def is_original(self, who: str) -> bool:
        """Whether a person's only consent surely binds from the day of entry on, if it binds at all."""
        spells = self.acts.of(who).spells
        if self.binds_without_consent or len(spells) != 1:
            return False
        return self.beginning.is_original(who, spells[0], self.entry)

    def bound(self, who: str) -> tuple[Interval, ...]:
        """When a person is bound, as far as its own acts go."""
        if not self.binds_without_consent:
            return (*self._bound_by_consent(who), *self._without_own_act(who))
        opposed = self._opposed(who)
        accepted = () if opposed.is_no else self._bound_by_consent(who)  # only who objected needs to accept
        own = (Interval(start.given(opposed), end) for start, end in accepted)
        return (*self._through_parent(who, self.entry), *own)

    def _bound_by_consent(self, who: str) -> tuple[Interval, ...]:
        stays = [Interval(start, self.end_of(who, spell, out)) for _, spell, start, out in self.stays(who)]
        return tuple([each for each in stays if each.may_hold])

    def end_of(self, who: str, spell: ConsentSpell, out: Span) -> Span:
        """Find from when on a consent is no more: it is out, its author is gone, or its term ended."""
        return earliest_of([out, gone(who), self.expiry_for(who, spell.start)])

    def stays(self, who: str) -> tuple[Stay, ...]:
        """Give the stretches for which each consent of a person binds it."""
        found = self._stays.get(who)
        if found is None:
            found = self._stays[who] = tuple(self._each_stay(who))
        return found

    def _each_stay(self, who: str) -> Iterator[Stay]:
        for spell in self.acts.of(who).spells:
            begins = self.beginning.entry_for(who, spell, self.entry)
            works_back = begins.lo < spell.start.lo
            eligible = (
                self.beginning.able(who)
                if works_back
                else self.related.eligible(self.treaty, who, binding=True)
            )
            if spell.consent.is_succession and not self.had(spell.consent, who).is_yes:
                begins = begins.or_never
            stretches = map(Interval(begins).within, eligible)
            joined = [each for each in stretches if each.may_hold] or [Interval(NOT_EVER)]
            for number, (may_start, until) in enumerate(joined):
                is_sure = not number and (self.is_tied.is_yes or may_start.hi < until.lo)
                start = may_start if is_sure else may_start.or_never
                ends = [self.out(spell, start), until.given(self.is_tied)]
                if spell.consent.is_succession:
                    ends += self.under_notice(succeeded(spell.consent, who, self.acts))
                yield Stay(who, spell, start, earliest_of(ends))
                if may_start.hi < until.lo:
                    break

    @cached_property
    def heirs(self) -> tuple[str, ...]:
        """Who did nothing about the treaty, and may have a part in it as a successor."""
        if not self.entry.may_happen:
            return ()
        every = dict.fromkeys(after for who in self.persons for after in heirs(who))
        return tuple(who for who in every if who not in self.persons and self.inherited(who))

    def inherited(self, who: str) -> tuple[Inheritance, ...]:
        """Give what passed, or may have passed, to a state that has not said so, until it acts itself."""
        if not self.entry.may_happen or not predecessors(who):
            return ()
        found = self._inherited.get(who)
        if found is None:
            found = self._inherited[who] = tuple(self._each_inheritance(who))
        return found

    def _each_inheritance(self, who: str) -> Iterator[Inheritance]:
        """Yield what goes on where states unite (VCSS 31), and may go on where one separates (34).

        A newly independent state gets nothing (16); who notifies its succession says itself from when.
        """
        earlier = [before for before in predecessors(who) if before.kind != "newly_independent"]
        own = self.acts.of(who)
        if not earlier or any(one.is_succession for one in own.consents):
            return
        acted = [*(spell.start for spell in own.spells), *(one.day for one, _ in own.done(Renunciation))]
        for before in earlier:
            spoke = (day.given(before.day.not_after(day)) for day in acted)  # what it did before is no answer
            until = earliest_of([*spoke, gone(who)])
            was_in_force = self.entry.lo < before.day.hi or before.kind == "resumption"
            had = self._passed_on(who, before) if was_in_force else Truth.NO
            if had.is_no:
                continue
            start, end = before.day, until
            if before.kind == "uniting":
                end = earliest_of([end, *resumed(before.who, who), *self.under_notice([before])])
            if not (had.is_yes and before.kind == "uniting" and took_over_whole(who)):
                start = start.or_never
            days = Interval(start, end)
            if days.may_hold:
                yield Inheritance(before, days)

    def under_notice(self, earlier: Iterable[Predecessor]) -> Iterator[Span]:
        """Yield when notices that predecessors gave before a succession may end what was taken over.

        A successor gets what they had on that day; no rule says whether a notice that ran goes on running.
        """
        for before in earlier:
            for stay in self.stays(before.who):
                for notice in stay.spell.notices:
                    out = self.effect(notice, stay.start)
                    ran = notice.day.not_after(before.day) & before.day.not_after(out)
                    yield out.given(ran).or_never

    def _passed_on(self, who: str, before: Predecessor) -> Truth:
        """Tell whether there was anything to pass on by a kind of succession.

        Of one that acceded to another, only its bilateral treaties are open (VCSS 15); of one from which
        another resumed its statehood, what was joined for both while they were united.  What is not
        in force yet passes to nobody who does not say so (32, 36).
        """
        if before.kind == "accession" and before.who not in self.acts.named:
            return Truth.NO
        if before.kind != "resumption":
            return just_before(before, self.bound(before.who))
        united = [one.day for one in predecessors(before.who) if (one.who, one.kind) == (who, "uniting")]
        joined = (stay.spell.start for stay in self.stays(before.who) if united)
        meanwhile = any(united[0].lo <= start.hi and start.lo <= before.day.hi for start in joined)
        return Truth.UNKNOWN if meanwhile else Truth.NO

    def _without_own_act(self, who: str) -> Iterator[Interval]:
        """Yield when a person has a part in the treaty that it did nothing for."""
        yield from (each.days for each in self.inherited(who))
        yield from self.as_later_party(who)

    def had(self, consent: Consent, who: str) -> Truth:
        """Tell whether one had the treaty to whom a state notified its succession (VCSS 17, 18, 34).

        A notice proves no more than it says: where the records cover its predecessors and none had it, it is
        not known that there was anything to take over.
        """
        return had_before(
            consent, who, self.acts, lambda before: (*self.bound(before), *self.consented(before))
        )

    def start(self, who: str, spell: ConsentSpell) -> Span:
        """Find the first day on which the treaty is in force for a person by a consent."""
        return earliest_of(stay.start for stay in self.stays(who) if stay.spell is spell)

    def as_later_party(self, who: str) -> tuple[Interval, ...]:
        """When a person is bound as it joined the treaty after this one had amended it (40(5)), or may be."""
        if not self._may_bind_later_parties or not self.entry.may_happen:
            return ()
        found = self._later.get(who)
        if found is None:
            found = self._later[who] = tuple(self._each_as_later_party(who))
        return found

    def _each_as_later_party(self, who: str) -> Iterator[Interval]:
        spells: Iterable[Interval] = () if self.treaty.binds_later_parties is False else [Interval(SOME_DAY)]
        if self.amended is not None:
            spells = self.amended.party_as_amended(who, self.amendment).spells()
        noticed = earliest_of(one.day for one in self.acts.of(who).notices).or_never
        for each in spells:
            days = each.within(Interval(self.entry, earliest_of([noticed, self.expiry_for(who, each.start)])))
            if days.may_hold:
                yield days

    def _through_parent(self, who: str, entry: Span, *, pending: bool = False) -> tuple[Interval, ...]:
        """When a person is bound as a party to the parent; one that objected, once it drops that.

        While its entry is pending, nobody is later than it.
        """
        spells: Iterable[Interval] = [Interval(SOME_DAY)]
        if self._parent is not None and (pending or self.treaty.binds == "all_parties"):
            spells = self._parent.party_by_day(who).spells()
        elif self._parent is not None:
            tacit = attrs.evolve(self.amendment, binds_earlier=True)
            spells = self._parent.party_as_amended(who, tacit).spells()
        opposed, free = self._opposed(who), ALWAYS
        if not opposed.is_no:
            free = self.beginning.consents.objections_dropped(who)
            free = free if opposed.is_yes else Span.hull(ALWAYS, free)
        since = Interval(latest_of([entry, free]))
        return tuple(own for each in spells if (own := each.within(since)).may_hold)

    def _opposed(self, who: str) -> Truth:
        """Tell whether a person is kept out of what is accepted tacitly because it objected in time."""
        consents = self.beginning.consents
        parts = simple_parts(consents.clause.upon) if self.treaty.binds == "acceptors" else ()
        return any_holds(consents.opposed(who, one) for one in parts if isinstance(one, NoObjections))

    def out(self, spell: ConsentSpell, own: Span) -> Span:
        """Find the first day on which a consent that binds from ``own`` is ended by a notice."""
        return earliest_of(self.effect(notice, own) for notice in spell.notices)

    def effect(self, notice: Notice, own: Span) -> Span:
        """Find the first day on which a notice has taken its author out, which is bound from ``own`` on."""
        return effect_of_notice(notice, own, self.treaty, self.terms)

    def days_of_notices(self) -> Iterator[Span]:
        """Yield the days on which notices take effect, or would have taken it, or were first allowed."""
        clause = self.treaty.withdrawal
        for who, state_acts in self.acts.by_state.items():
            for _, spell, start, _ in self.stays(who) if state_acts.notices else ():
                for notice in spell.notices:
                    yield start
                    yield from (
                        self.effect(each, start) for each in (notice, unrevoked(notice), in_peace(notice))
                    )
                    if clause is not None and clause.not_before is not None:
                        yield start.put_off(clause.not_before)

    def expiry_for(self, who: str, joined: Span) -> Span:
        """Find the first day out by lapse of time for one consent: some may extend a term for some (41)."""
        if self.treaty.duration is None:
            return NOT_EVER
        return Span.hull(*(terms.expiry for terms in self._terms_of(who, joined)))

    def terms_for(self, who: str, day: int) -> Terms:
        """Give the terms of one person on a day: as far as it may have taken part in what extended them."""
        spells = (stay.spell for stay in self.stays(who) if stay.start.lo <= day < stay.end.hi)
        return next((self._terms_of(who, spell.start)[-1] for spell in spells), self.terms)

    def lapses(self, who: str) -> Iterator[Interval]:
        """Yield from when to when it is open whether a term ran that was prolonged after its end (39)."""
        if not self.terms.extensions:
            return
        spells = self.acts.of(who).spells
        if self.binds_without_consent or not spells:
            yield from self.terms.gaps
        for spell in spells:
            for terms in self._terms_of(who, spell.start):
                yield from terms.gaps

    def _terms_of(self, who: str, joined: Span) -> tuple[Terms, ...]:
        """Give the terms with the extensions in which one surely takes part, and in which it may."""
        extensions = self.terms.extensions
        if not any(one.act.actors for one in extensions):
            return (self.terms,)
        parts = [(one, _takes_part(who, joined, one)) for one in extensions]
        surely = tuple(one for one, part in parts if part.is_yes)
        possibly = tuple(one for one, part in parts if not part.is_no)
        return tuple(attrs.evolve(self.terms, extensions=each) for each in (surely, possibly))

    def consented(self, who: str) -> tuple[Interval, ...]:
        """When a person's consent to be bound stands, whether or not the treaty is in force."""
        own = (Interval(earliest_of([given, start]), end) for given, start, end in self.given(who))
        if self.binds_without_consent:
            return tuple(own)
        return (*own, *self._without_own_act(who))

    def given(self, who: str) -> Iterator[tuple[Span, Span, Span]]:
        """Yield when each consent was given, from when it binds, and from when on it is no more."""
        for spell in self.acts.of(who).spells:
            given = begins_for(who, spell, self.acts) if spell.consent.is_succession else spell.start
            start = self.start(who, spell)
            yield given, start, self.end_of(who, spell, self.out(spell, start))

    def concerned(self, who: str) -> tuple[Interval, ...]:
        """When a person has a say in ending it: it is bound, its consent stands, or a parent binds it."""
        through = self._parent.party_by_day(who).spells() if self._parent else ()
        return (*self.bound(who), *self.consented(who), *through)


def _takes_part(who: str, joined: Span, one: DatedAct) -> Truth:
    """Tell whether an extension is for a person: it agreed, or joined the treaty as extended (40(5))."""
    if not one.act.actors or who in map(person, one.act.actors):
        return Truth.YES
    return ~joined.not_after(one.day)
