"""The life of a treaty in one reading of its records: trigger, entry, parties, end.

A reading fixes which contested acts take effect.  Everything is computed once; the
courses of single states when they are first asked for.
"""

from collections.abc import Iterable
from functools import cache, cached_property

from geobrief import actors
from geobrief.errors import NotFound
from geobrief.law import lifecycle
from geobrief.law.course import Course
from geobrief.law.dated import Dated, conditions_in
from geobrief.law.docket import Consent, ConsentSpell, Docket, Notice, negotiators
from geobrief.law.entry import own_entry, treaty_entry
from geobrief.law.lifecycle import Ending
from geobrief.law.names import name
from geobrief.law.register import Register, is_organisation
from geobrief.law.setting import Setting, TreatyLike
from geobrief.law.span import (
    ALWAYS,
    NEVER,
    NOT_EVER,
    Interval,
    Span,
    earliest_of,
    exactly,
    latest_of,
)
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
from geobrief.model.termination import Termination
from geobrief.model.treaty import Treaty
from geobrief.truth import Truth

__all__ = ["Life", "dissolution"]


class Life:
    """One treaty's life, as one reading of the acts has it."""

    def __init__(self, treaty: Treaty, acts: Iterable[Dated], setting: Setting) -> None:
        """Sort the acts and find the day of entry into force."""
        self.treaty = treaty
        self.setting = setting
        self.docket = Docket(treaty, acts)
        for other in setting.implying:
            for who in sorted(other.standing("contracting_states", NEVER - 1).possible):
                self._imply(other.treaty, who)
        self.clause = treaty.entry_into_force or default_clause(treaty, self.docket)
        self.register = Register(treaty, self.clause, self.docket, setting)
        self.trigger = trigger(self.clause.upon, self.register)
        self.entry = treaty_entry(self.clause, self.trigger, self.register)
        if not self.binds_without_consent:
            self.entry = latest_of([self.entry, self._bound()])

    def _imply(self, other: Treaty, who: str) -> None:
        day = self.setting.implied_consent(who)
        act = next((one for one in self.docket.acts if one.act.treaty == other.id), None)
        if act is None:
            act = Dated(Ratification(treaty=other.id, by=who), day)
        self.docket.add(who, Consent(day, "implied", act))

    def _bound(self) -> Span:
        """Find the first day from the clause's on which a consent stands: without any, no treaty is in force.

        A bilateral treaty needs both, and a closed one that asks only for a day all who are named.
        """
        simple = [part for part in conditions_in(self.clause.upon) if not part.parts]
        only_a_day = all(isinstance(part, OnDate | Agreed | TreatyInForce) for part in simple)
        if self.treaty.is_bilateral or (self.treaty.between and only_a_day):
            courses = [
                Course.during(Interval(spell.start, spell.noticed) for spell in self.docket.of(who).spells)
                for who in map(actors.person, self.treaty.between)
            ]
            together = Course.at_least(len(courses), courses) & Course.during([Interval(self.entry)])
            return next(together.spells(), Interval(NOT_EVER)).start
        return earliest_of(
            spell.start if spell.noticed.lo > self.entry.hi else Span(spell.start.lo, NEVER)
            for dossier in self.docket.dossiers.values()
            for spell in dossier.spells
            if spell.noticed.hi > self.entry.lo
        )

    @cached_property
    def binds_without_consent(self) -> bool:
        """Whether it binds parties of its parent that have not consented themselves."""
        tacit = any(isinstance(part, NoObjections) for part in conditions_in(self.clause.upon))
        return tacit or (self.treaty.binds == "all_parties" and self.setting.parent(self.treaty) is not None)

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
        found = [*self._endings_of_all(), *self._fall_in_number()]
        return tuple(sorted((one for one in found if one.day.may_happen), key=lambda one: one.day))

    @cached_property
    def end(self) -> Span:
        """The first day on which the treaty is out of force."""
        return earliest_of(one.day for one in self.endings)

    @cached_property
    def expiry(self) -> Span:
        """The first day out by lapse of time."""
        extensions = tuple(one for one in self.docket.acts if isinstance(one.act, Extension))
        return lifecycle.expiry(self.treaty.duration, self.entry, extensions)

    def _endings_of_all(self) -> Iterable[Ending]:
        yield Ending(self.expiry, "VCLT 54(a)", "its term ended")
        for one in self.docket.joint:
            if isinstance(one.act, Termination):
                all_agree = self._all_agree(one, one.act.between)
                if not all_agree.is_no:
                    day = one.day if all_agree.is_yes else Span(one.day.lo, NEVER)
                    yield Ending(day, "VCLT 54(b)", "it was terminated", one)
        for other in self.setting.superseding:
            text = f"it was superseded by {other.treaty.name}"
            yield Ending(self._superseded(other), "VCLT 59(1)", text)
        if self.treaty.is_bilateral:
            yield from self._endings_by_one()

    def _all_agree(self, one: Dated, among: Iterable[str]) -> Truth:
        """Tell whether all parties terminate it; some can end it only among themselves (41, 54(b))."""
        agreeing = frozenset(map(actors.person, among))
        if not agreeing:
            return Truth.YES
        day = latest_of([one.day, self.entry])
        disagree = Truth.NO
        for who in self.persons:
            if who not in agreeing and day.may_happen:
                disagree |= Course.during(self._own_spells(who)).on_one_of(day)
        return ~disagree

    def _superseded(self, other: TreatyLike) -> Span:
        """Find the first day on which all parties are parties to a treaty that takes its place (59)."""
        everybody = [(Course.during(self._own_spells(who)), other.party_course(who)) for who in self.persons]
        moved_on = Course.during([Interval(self.entry)])
        for own, new in everybody:
            moved_on &= ~own | new
        moved_on &= Course.at_least(1, [own for own, _ in everybody])
        return next(moved_on.spells(), Interval(NOT_EVER)).start

    def _endings_by_one(self) -> Iterable[Ending]:
        """One denunciation ends a bilateral treaty, and so may the end of one of the two."""
        for who in map(actors.person, self.treaty.between):
            notices = (notice for spell in self.docket.of(who).spells for notice in spell.notices)
            for notice in notices:
                if notice.day.hi >= self.entry.lo:
                    day = self.effect(notice, self.entry)
                    day = day if notice.day.lo >= self.entry.hi else Span(day.lo, NEVER)
                    yield Ending(day, "VCLT 54(a)", f"{name(who)} denounced it", notice.dated)
            gone = dissolution(who)
            if gone < NEVER:
                yield Ending(Span(gone, NEVER), "VCSS 34", f"{name(who)} ceased to exist")

    def _fall_in_number(self) -> Iterable[Ending]:
        """Too few parties end a treaty only where the text says so (55)."""
        clause = self.treaty.withdrawal
        minimum = clause.minimum_parties if clause else None
        if minimum is None:
            return
        every = [self._own_spells(who) for who in self.persons]
        spells = [spell for own in every for spell in own]
        after = [spell for spell in spells if spell.end.hi > self.entry.lo]
        surely = [spell for spell in after if spell.end.lo > self.entry.hi and spell.start.must_happen]
        earliest = sorted({max(spell.end.lo, self.entry.lo + 1) for spell in after})
        latest = sorted({spell.end.hi for spell in surely})
        courses = [Course.during(own) for own in every]

        def fewer(day: int, *, surely: bool) -> bool:
            counted = [course.at(day) for course in courses]
            number = sum(not one.is_no if surely else one.is_yes for one in counted)
            return number < minimum

        first = next((day for day in earliest if day < NEVER and fewer(day, surely=False)), NEVER)
        sure = next((day for day in latest if day < NEVER and fewer(day, surely=True)), NEVER)
        yield Ending(Span(first, sure), "VCLT 55", f"fewer than {minimum} parties were left")

    @property
    def interval(self) -> Interval:
        """From entry into force to the first day out."""
        return Interval(self.entry, self.end)

    # One state ----------------------------------------------------------------------------

    def party(self, who: str) -> tuple[Interval, ...]:
        """When a person is a party."""
        return tuple(Interval(start, earliest_of([end, self.end])) for start, end in self._own_spells(who))

    def _own_spells(self, who: str) -> tuple[Interval, ...]:
        """When a person is bound, as far as its own acts go."""
        if self.binds_without_consent:
            return self._bound_through_parent(who)
        gone = exactly(dissolution(who))
        found: list[Interval] = []
        for _, (start, out) in self.stays(who):
            if start.may_happen:
                found.append(Interval(start, earliest_of([out, gone])))
        return tuple(found)

    def stays(self, who: str) -> tuple[tuple[ConsentSpell, Interval], ...]:
        """Give each consent of a person with the stretch for which it binds."""
        found = ((spell, self.start(who, spell)) for spell in self.docket.of(who).spells)
        return tuple((spell, Interval(start, self.out(spell, start))) for spell, start in found)

    def start(self, who: str, spell: ConsentSpell) -> Span:
        """Find the day on which the treaty enters into force for a person."""
        consent = spell.consent
        declared = consent.dated.on("effective")
        if consent.is_succession:
            start = latest_of([declared or spell.start, self.entry])
        else:
            own = own_entry(spell.start, self.trigger, self.entry, self.clause.later_parties)
            start = own if declared is None else latest_of([own, declared])
        eligible = self.setting.eligible(self.treaty, who, binding=True)
        return latest_of([start, eligible])

    def _bound_through_parent(self, who: str) -> tuple[Interval, ...]:
        """When a person is bound as a party to the parent, unless it objected where that keeps it out."""
        parent = self.setting.parent(self.treaty)
        opposed = self._opposed(who) if self.treaty.binds == "acceptors" else Truth.NO
        if opposed.is_yes:
            return ()
        spells = parent.party_course(who).spells() if parent else [Interval(ALWAYS)]
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

        Before entry into force it works on receipt: the state is out of the parties.
        """
        out = self._effect(notice, own)
        return out if notice.is_after else Span(out.lo, NEVER)

    def _effect(self, notice: Notice, own: Span) -> Span:
        noticed = notice.day
        if noticed.hi < self.entry.lo or not self.entry.may_happen:
            return noticed
        before = Span(noticed.lo, min(noticed.hi, self.entry.hi - 1))
        after = Span(max(noticed.lo, self.entry.lo), noticed.hi)
        effect = lifecycle.effect_of_notice(notice.dated, after, self.treaty, self.entry, own)
        if noticed.lo >= self.entry.hi:
            return effect
        return Span(min(before.lo, effect.lo), max(before.hi, effect.hi))

    def contracting(self, who: str) -> tuple[Interval, ...]:
        """When a person's consent to be bound stands, whether or not the treaty is in force."""
        gone = exactly(dissolution(who))
        found: list[Interval] = []
        for spell, (_, out) in self.stays(who):
            found.append(Interval(spell.start, earliest_of([out, gone, self.end])))
        return tuple(found)

    def signed(self, who: str) -> tuple[Interval, ...]:
        """When a person is a signatory."""
        return self.docket.of(who).signed


def default_clause(treaty: Treaty, docket: Docket) -> EntryIntoForce:
    """Give the rule for a treaty without a clause: consent of all negotiating states (24(2))."""
    named = negotiators(treaty, docket)
    upon: Condition = Named(named) if named else FractionOf(of="negotiating_states", at_least=1)
    return EntryIntoForce(upon=upon)


@cache
def dissolution(who: str) -> int:
    """Give the first day on which a state no longer exists; never for all others."""
    if is_organisation(who):
        return NEVER
    try:
        found = actors.get(who)
    except NotFound:
        return NEVER
    spells = getattr(found, "spells", ())
    last = spells[-1].end if spells else None
    return NEVER if last is None else last.toordinal() + 1
