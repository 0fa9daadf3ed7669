"""Entry into force: from the trigger to the first day on which somebody is bound (VCLT 24, 28).

The clause counts a day from its trigger.  No treaty is in force without a party; a bilateral one
needs both.  A closed treaty may name a day before its own adoption, and then works back to it.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from geobrief.law.acts.consents import ActsByState, Consent, ConsentSpell
from geobrief.law.acts.statehood import dissolution, existence, gone
from geobrief.law.acts.succession import Predecessor, succeeded
from geobrief.law.rules.conditions import needs_consent, trigger
from geobrief.law.rules.counting import CountedConsents
from geobrief.law.rules.delays import delayed, treaty_entry
from geobrief.law.rules.withdrawal import end_on_entry
from geobrief.law.uncertain.span import NEVER, NOT_EVER, SOME_DAY, Interval, Span, earliest_of, latest_of
from geobrief.law.uncertain.truth_by_day import TruthByDay, any_holds
from geobrief.model.entry_into_force import LaterParties
from geobrief.truth import Truth

__all__ = ["Beginning", "begins_for", "own_entry"]


def begins_for(who: str, spell: ConsentSpell, acts: ActsByState) -> Span:
    """Give the day from which a consent has effect for its author, the treaty being in force.

    A state may declare a later day; a succession works from the date of succession (VCSS 23).
    """
    declared = spell.consent.dated.on("effective")
    if not spell.consent.is_succession:
        return spell.start if declared is None else latest_of([spell.start, declared])
    day = declared
    if day is None:
        on = [one.day for one in succeeded(spell.consent, who, acts)] or [SOME_DAY]
        day = earliest_of([Span.hull(*on), spell.start])
    return day if spell.start.must_happen else day.or_never


def own_entry(consent: Span, mark: Span, entry: Span, rule: LaterParties) -> Span:
    """Find the day for one consenting state: the treaty's own day, or for a later one its own (24(3)).

    Later is who consents after a mark.  It is never before the treaty's, nor before its own consent.
    """
    if not entry.may_happen or not consent.may_happen:
        return NOT_EVER
    original = latest_of([entry, consent])
    if consent.hi <= mark.lo:
        return original
    after = Span(max(consent.lo, mark.lo + 1), consent.hi)
    later = latest_of([delayed(after, rule.after, rule.rounding), entry])
    if consent.lo > mark.hi:
        return later
    return Span.hull(Span(original.lo, max(entry.hi, min(consent.hi, mark.hi))), later)


def just_before(before: Predecessor, part: Iterable[Interval]) -> Truth:
    """Tell whether a predecessor had a part in a treaty when another took over from it, or when it ended."""
    last = dissolution(before.who) - 1
    days = Span(*(max(min(day - 1, last), 1) for day in before.day))
    return TruthByDay.during(part).on_one_of(days)


def had_before(
    consent: Consent, who: str, acts: ActsByState, part: Callable[[str], Iterable[Interval]]
) -> Truth:
    """Tell whether one whose place a state took, by a notice of succession, had a part in the treaty then.

    Where the day of a predecessor's consent alone is not known, the notice that the depositary passed on
    shows that it stood (VCSS 22, VCLT 77(1)(d)); where no table names any predecessor, that there was one.
    """
    before = succeeded(consent, who, acts)
    undated = (
        spell.consent.dated.is_open and spell.start.lo < one.day.hi <= spell.noticed.lo
        for one in before
        for spell in acts.of(one.who).spells
    )
    if not before or any(undated):
        return Truth.YES
    return any_holds(just_before(one, part(one.who)) for one in before)


class Beginning:
    """How a treaty begins for all, and for one."""

    def __init__(self, consents: CountedConsents) -> None:
        """Find the first day on which the condition holds, and the day of entry that the clause gives."""
        self.consents, self.clause, self.treaty = consents, consents.clause, consents.treaty
        self.acts, self.related = consents.acts, consents.related
        self.later_parties = self.clause.later_parties
        self.trigger = trigger(self.clause.upon, consents)
        self.due = treaty_entry(self.clause, self.trigger, consents.related)

    @cached_property
    def is_retroactive(self) -> Truth:
        """Whether the text names a day before its own adoption, on which it is to enter into force (28)."""
        adopted = self.acts.adoption if self.acts.named and self.clause.upon.asked <= {"day"} else None
        return Truth.NO if adopted is None else ~adopted.not_after(self.trigger)

    def entry_for(self, who: str, spell: ConsentSpell, entry: Span, *, pending: bool = False) -> Span:
        """Find the day on which a treaty that enters on some day does so for a person, by a consent.

        While its entry is pending, for want of a party, nobody is later than it.  Who brings it in at once
        does so for itself: for all others it enters on the clause's day.
        """
        begins = begins_for(who, spell, self.acts)
        if self.is_immediate(spell):
            return latest_of([begins, entry])
        entry = latest_of([entry, self.due])
        if spell.consent.is_succession:
            return latest_of([begins, entry])
        mark = self.trigger
        if self.later_parties.to == "deposited_after_entry":
            mark = NOT_EVER if pending else entry
        own = own_entry(spell.start, mark, entry, self.later_parties)
        if self.is_retroactive.is_no or who not in self.acts.named:
            return latest_of([own, begins])
        return entry if self.is_retroactive.is_yes else Span.hull(entry, own)

    def is_immediate(self, spell: ConsentSpell) -> bool:
        """Whether a consent has effect on the day that it states, as the text allows (Geneva I, 62)."""
        declared = spell.consent.dated.on("effective")
        return self.clause.immediate_effect and declared is not None and not spell.consent.is_succession

    @cached_property
    def _may_be_early(self) -> bool:
        """Whether somebody may be bound before the clause's day."""
        return any(self.is_immediate(each) for one in self.acts.by_state.values() for each in one.spells)

    def first_bound(self) -> Span:
        """Find the first day, from the clause's on, on which somebody is bound by consent.

        Whoever has effect at once may be bound from the trigger on.
        A bilateral treaty needs both, and a closed one that asks only for a day all who are named.
        """
        only_a_day = self.clause.upon.asked <= {"day", "another_treaty"}
        if self.treaty.is_bilateral or (self.acts.named and only_a_day):
            return self._all_bound()
        if self._has_original_party:
            return latest_of([self.due, self.trigger])
        lasting = (each.until(gone(who)) for who in self.acts.by_state for each in self._standing(who))
        stands = (each for each in lasting if each.may_hold)
        return earliest_of(start if end.lo > start.hi else start.or_never for start, end in stands)

    def _all_bound(self) -> Span:
        since_due = TruthByDay.during([Interval(self.due)])
        bound = (TruthByDay.during(self._standing(who)) for who in self.acts.named)
        first = TruthByDay.all_of([since_due, *bound]).first
        if self.is_retroactive.is_no:
            return first
        given = (TruthByDay.during(self._standing(who, binding=False)) for who in self.acts.named)
        consented = TruthByDay.all_of([since_due, *given]).first
        if not consented.may_happen:
            return NOT_EVER
        able = (TruthByDay.during(self.able(who)) for who in self.acts.named)
        back = TruthByDay.all_of([since_due, *able]).first.given(Truth.of(consented.must_happen or None))
        return back if self.is_retroactive.is_yes else Span.hull(back, first)

    def able(self, who: str) -> tuple[Interval, ...]:
        """Give from when to when a person can be bound: it exists, and may join (VCLT 6, 15).

        What it did itself about the treaty shows that it could, whatever the tables of states say.
        """
        exists = TruthByDay.during((*existence(who), Interval(self.acts.of(who).first)))
        eligible = self.related.eligible(self.treaty, who, binding=True)
        return tuple((TruthByDay.during(eligible) & exists).spells())

    @property
    def _has_original_party(self) -> bool:
        """Whether somebody is surely bound from the day on that the clause gives.

        That is whoever consents by the trigger and takes nothing back: one that surely does, or, where
        nobody takes anything back, one of those by whom the condition is met.
        """
        if self.acts.named or self._may_be_early:
            return False
        spells = [(who, each) for who, acts in self.acts.by_state.items() for each in acts.spells]
        firm = [(who, spell) for who, spell in spells if not spell.withdrawals and dissolution(who) >= NEVER]
        entry = latest_of([self.due, self.trigger])
        if any(self.is_original(who, spell, entry) for who, spell in firm):
            return True
        consents = [spell.consent for _, spell in firm if not spell.consent.is_succession]
        at_once = [one for one in consents if one.dated.on("effective") is None]  # from their own day on
        open_to_all = self.treaty.eligibility in {None, "anyone"}
        return open_to_all and 0 < len(at_once) == len(spells) and needs_consent(self.clause.upon)

    def is_original(self, who: str, spell: ConsentSpell, entry: Span) -> bool:
        """Whether a consent surely binds from the day of entry on, if it still stands by then."""
        eligible = next(iter(self.related.eligible(self.treaty, who, binding=True)), Interval(NOT_EVER))
        stays = eligible.end.lo >= NEVER or entry.hi < eligible.end.lo
        begins = begins_for(who, spell, self.acts)
        return (
            eligible.start.hi <= self.trigger.lo
            and stays
            and not self._may_be_early
            and not spell.consent.is_succession
            and begins.hi <= self.trigger.lo
        )

    def _had_consented(self, consent: Consent, who: str) -> Truth:
        """Tell whether one whom a state succeeded had consented, so that there is something to take over."""
        return had_before(consent, who, self.acts, self._given)

    def _given(self, who: str) -> Iterator[Interval]:
        for spell in self.acts.of(who).spells:
            yield Interval(
                spell.start, earliest_of(end_on_entry(each, self.treaty) for each in spell.notices)
            )

    def _standing(self, who: str, *, binding: bool = True) -> Iterator[Interval]:
        """Yield from when to when each consent stands, or could bind, as far as its notices let it."""
        for spell in self.acts.of(who).spells:
            over = earliest_of(end_on_entry(each, self.treaty) for each in spell.withdrawals)
            begins = self.entry_for(who, spell, self.trigger, pending=True) if binding else spell.start
            if spell.consent.is_succession and not self._had_consented(spell.consent, who).is_yes:
                begins = begins.or_never
            for eligible in self.related.eligible(self.treaty, who, binding=True):
                stands = Interval(begins, over).within(eligible)
                if stands.may_hold:
                    yield stands
