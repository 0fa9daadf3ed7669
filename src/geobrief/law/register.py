"""The register: whose consents count toward a clause on a day, and which groups it speaks of.

Every means of consent counts except succession, unless the clause says otherwise;
organisations count as the clause says, their memberships taken on the day.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

import attrs

from geobrief import actors
from geobrief.errors import NotFound
from geobrief.law.dated import conditions_in
from geobrief.law.docket import Docket, negotiators
from geobrief.law.setting import Setting
from geobrief.law.span import DAWN, NEVER, NOT_EVER, Span, latest_of, not_after, put_off, span_of
from geobrief.law.standing import Standing
from geobrief.model.condition import (
    Agreed,
    AllOf,
    Condition,
    Consents,
    Exchange,
    FractionOf,
    MembersOf,
    Named,
    NoObjections,
    OnDate,
    TreatyInForce,
)
from geobrief.model.entry_into_force import EntryIntoForce
from geobrief.model.exchange import InstrumentExchange, NoteExchange
from geobrief.model.objection import Objection
from geobrief.model.treaty import Treaty, WeightTable
from geobrief.truth import Truth
from geobrief.values.when import When

__all__ = ["Register", "is_organisation"]

SETS = frozenset({"signatories", "others", "parties", "negotiating_states"})
"""The sets of states that every treaty has."""


def is_organisation(code: str) -> bool:
    """Whether a code is that of an organisation: anything but a state's."""
    return code.islower() and not code.startswith("cow-")


@attrs.frozen
class _Counting:
    """From when until when one person's consent by some means may count."""

    who: str
    means: str
    start: Span
    end: Span


class Weights:
    """A table of weights by person, exact, against its total."""

    def __init__(self, table: WeightTable) -> None:
        """Key the table by person in law."""
        self._weights = {actors.person(code): weight for code, weight in table.weights.items()}
        self._unknown = frozenset(map(actors.person, table.unknown))
        known = sum(table.weights.values(), Fraction(0))
        self.total = known if table.total is None else table.total
        self._rest = self.total - known

    def carried(self, by: Standing) -> tuple[Fraction, Fraction]:
        """Bound what some carry: who is absent carries nothing, who is unknown up to the rest."""
        low = sum((self._weights.get(who, Fraction(0)) for who in by.certain), Fraction(0))
        high = sum((self._weights.get(who, Fraction(0)) for who in by.possible), Fraction(0))
        return low, high + (self._rest if by.possible & self._unknown else 0)


class Register:
    """The consents to one treaty as its clause counts them."""

    def __init__(self, treaty: Treaty, clause: EntryIntoForce, docket: Docket, setting: Setting) -> None:
        """Collect the consents that may count."""
        self.treaty = treaty
        self.clause = clause
        self.docket = docket
        self.setting = setting
        self.adoption = span_of(treaty.adopted) if treaty.adopted else Span(DAWN, NEVER)
        self.adopted = min(self.adoption.hi, NEVER - 1)
        named = negotiators(treaty, docket)
        self.negotiators: tuple[str, ...] | None = named or None
        self._counting = tuple(_counting(treaty, docket, setting))
        self._by_person: dict[str, list[_Counting]] = {}
        for one in self._counting:
            self._by_person.setdefault(one.who, []).append(one)
        self._besides = _named_beside_fractions(clause.upon)

    def counted(self, day: int, means: frozenset[str] = frozenset()) -> Standing:
        """Give whose consents count on a day, organisations by the clause's rule."""
        certain: set[str] = set()
        possible: set[str] = set()
        for one in self._counting:
            if one.start.lo <= day < one.end.hi and (one.means in means if means else True):
                possible.add(one.who)
                if one.start.hi <= day < one.end.lo:
                    certain.add(one.who)
        everybody = Standing(frozenset(certain), frozenset(possible))
        return everybody if self.clause.organisations == "as_state" else self._by_rule(everybody, day)

    def _by_rule(self, everybody: Standing, day: int) -> Standing:
        organisations = [who for who in everybody.possible if is_organisation(who)]
        states = everybody.without(organisations)
        rule = self.clause.organisations
        if rule == "never" or not organisations:
            return states
        certain, possible = set(states.certain), set(states.possible)
        for one in organisations:
            members = self._members(one, day)
            if rule == "as_its_members":
                possible |= members.possible
                certain |= members.certain if one in everybody.certain else frozenset()
            elif not members.certain & states.certain:
                possible.add(one)
                if one in everybody.certain and not members.possible & states.possible:
                    certain.add(one)
        return Standing(frozenset(certain), frozenset(possible))

    def has_consented(self, who: str, day: int) -> Truth:
        """Tell whether a person's consent stands on a day."""
        truth = Truth.NO
        for one in self._by_person.get(who, ()):
            if one.start.hi <= day < one.end.lo:
                return Truth.YES
            if one.start.lo <= day < one.end.hi:
                truth = Truth.UNKNOWN
        return truth

    def exchanges(self, of: str) -> Iterator[Span]:
        """Yield the days on which instruments, or notes, were exchanged by all concerned."""
        kind = InstrumentExchange if of == "instruments" else NoteExchange
        concerned = set(self.treaty.between)
        for one in self.docket.joint:
            if isinstance(one.act, kind) and (not one.act.actors or concerned <= set(one.act.actors)):
                yield one.day

    def group_named(self, names: Iterable[str]) -> tuple[str, ...]:
        """Name the persons of a list, in which the name of a group of the treaty stands for its members."""
        codes = [code for name in names for code in self.treaty.groups.get(name, (name,))]
        return tuple(dict.fromkeys(map(actors.person, codes)))

    def group(self, name: str, day: int) -> Standing:
        """Give the members of a group on a day."""
        if name in self.treaty.groups:
            return Standing.of(map(actors.person, self.treaty.groups[name]))
        if name in {"signatories", "others"}:
            return self._signatories(day)
        if name == "negotiating_states":
            return Standing.of(self.negotiators or ())
        if name == "parties":
            parent = self.setting.parent(self.treaty)
            return self.counted(day) if parent is None else parent.standing("parties", day)
        return self._members(name, day)

    def _signatories(self, day: int) -> Standing:
        certain: set[str] = set()
        possible: set[str] = set()
        for who, dossier in self.docket.dossiers.items():
            for start, end in dossier.signed:
                if start.lo <= day < end.hi:
                    possible.add(who)
                    if start.hi <= day < end.lo:
                        certain.add(who)
        return Standing(frozenset(certain), frozenset(possible))

    def _members(self, organisation: str, day: int) -> Standing:
        try:
            members = actors.members(organisation, date.fromordinal(max(1, min(day, NEVER - 1))))
        except NotFound:
            return Standing(frozenset(), frozenset(one.who for one in self._counting))
        return Standing.of(map(actors.person, members))

    def measured(self, condition: FractionOf, day: int) -> Standing:
        """Give the set of which a fraction is taken: as at adoption, or on the day."""
        at = self.adopted if condition.as_at == "adoption" else day
        return self.group(condition.of, at).without(self.besides(condition))

    def besides(self, condition: FractionOf) -> tuple[str, ...]:
        """Name those whom a fraction of the others leaves out."""
        if condition.of != "others":
            return ()
        return self.group_named(condition.besides or self._besides)

    def weights(self, name: str) -> Weights | None:
        """Give a table of weights of the treaty; None where there is none, or it has no total."""
        table = self.treaty.weights.get(name)
        if table is None or (table.unknown and table.total is None):
            return None
        return Weights(table)

    def entry_of(self, name: str) -> Span:
        """Give the entry into force of another treaty."""
        return self.setting.entry(name)

    def deadline(self, condition: NoObjections) -> Span:
        """Give the last day on which a party can object to an amendment that is accepted tacitly."""
        return put_off(self.adoption, condition.within)

    def opposed(self, who: str, condition: NoObjections) -> Truth:
        """Tell whether a person objected in time, and did not take that back in time."""
        deadline = self.deadline(condition)
        truth = Truth.NO
        for one in self.docket.of(who).other:
            if isinstance(one.act, Objection):
                taken_back = one.on("withdrawn") or NOT_EVER
                truth |= not_after(one.day, deadline) & ~not_after(taken_back, deadline)
        return truth

    def blocked(self, condition: NoObjections) -> Truth:
        """Tell whether too many objected in time to an amendment that is accepted tacitly."""
        parties = self.group("parties", self.adopted)
        if not parties.possible:
            parties = Standing.of(self.negotiators or ())
        found = {who: self.opposed(who, condition) for who in parties.possible}
        objecting = Standing(
            frozenset(who for who, truth in found.items() if truth.is_yes),
            frozenset(who for who, truth in found.items() if not truth.is_no),
        ).among(parties)
        if condition.fraction is None:
            return objecting.number_at_least(1)
        needed = condition.fraction * len(parties.certain)
        blocked = Truth.among([len(objecting.certain) >= needed, len(objecting.possible) >= needed])
        table = self.weights(condition.weights) if condition.weights else None
        if table is not None:
            low, high = table.carried(objecting)
            threshold = condition.fraction * table.total
            blocked |= Truth.among([low >= threshold, high >= threshold])
        return blocked

    def is_monotone(self, condition: Condition) -> bool:
        """Whether the condition, once met, stays met: no consent is taken back and no group changes."""
        steady = self.clause.organisations != "unless_a_member_counts"
        return (
            steady
            and all(one.end.lo >= NEVER for one in self._counting)
            and all(self._is_steady(part) for part in conditions_in(condition))
        )

    def _is_steady(self, condition: Condition) -> bool:
        if isinstance(condition, FractionOf):
            return condition.as_at == "adoption" or condition.of in self.treaty.groups
        if isinstance(condition, MembersOf):
            return condition.group in self.treaty.groups
        if isinstance(condition, Consents):
            return condition.of is None or condition.of in self.treaty.groups
        return True

    def turning_days(self, condition: Condition) -> list[int]:
        """List the days on which the condition may begin or cease to hold."""
        parts = list(conditions_in(condition))
        days = {day for one in self._counting for day in (*one.start, *one.end)}
        days |= {day for part in parts for span in self._days_of(part) for day in span}
        if any(_speaks_of_signatories(part) for part in parts):
            signed = (span for dossier in self.docket.dossiers.values() for span in dossier.signed)
            days |= {day for start, end in signed for day in (*start, *end)}
        if not all(self._is_steady(part) for part in parts) or self.clause.organisations != "never":
            days |= {day for name in self._organisations(parts) for day in _membership_days(name)}
        return sorted(day for day in days if day < NEVER)

    def _days_of(self, condition: Condition) -> Iterator[Span]:
        if isinstance(condition, OnDate | Agreed):
            if isinstance(condition.on, When):
                yield span_of(condition.on)
        elif isinstance(condition, TreatyInForce):
            yield self.entry_of(condition.treaty)
        elif isinstance(condition, Exchange):
            yield from self.exchanges(condition.of)
        elif isinstance(condition, NoObjections):
            yield self.deadline(condition)

    def _organisations(self, parts: Iterable[Condition]) -> Iterator[str]:
        for part in parts:
            for name in (getattr(part, "of", None), getattr(part, "group", None)):
                if isinstance(name, str) and name not in SETS and name not in self.treaty.groups:
                    yield name
        yield from (who for who in self._by_person if is_organisation(who))


def _counting(treaty: Treaty, docket: Docket, setting: Setting) -> Iterator[_Counting]:
    for who, dossier in docket.dossiers.items():
        for spell in dossier.spells:
            if not spell.consent.is_succession:
                start = latest_of([spell.start, setting.eligible(treaty, who)])
                yield _Counting(who, spell.consent.means, start, spell.noticed)


def _named_beside_fractions(condition: Condition) -> tuple[str, ...]:
    """Find the states named beside a fraction: the fraction is one of the others."""
    for part in conditions_in(condition):
        if isinstance(part, AllOf):
            named = [each for each in part.conditions if isinstance(each, Named)]
            if named and any(isinstance(each, FractionOf) for each in part.conditions):
                return tuple(code for each in named for code in each.states)
    return ()


def _speaks_of_signatories(condition: Condition) -> bool:
    return getattr(condition, "of", None) in {"signatories", "others"}


def _membership_days(organisation: str) -> Iterator[int]:
    try:
        found = actors.get(organisation)
    except NotFound:
        return
    for held in getattr(found, "memberships", ()):
        yield held.spell.start.toordinal()
        if held.spell.end is not None:
            yield held.spell.end.toordinal() + 1
