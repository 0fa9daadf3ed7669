"""Counting: whose consents count toward a clause on a day, of which groups, and with what weight.

Every means of consent counts except succession, unless the clause says otherwise (VCSS 18); organisations
count as the clause says, their memberships taken on the day, and like a state where the treaty or
its clause names them (Convention of 1986, 24).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from itertools import chain
from typing import Final, NamedTuple, assert_never

import attrs

from geobrief import actors
from geobrief.closed import for_every
from geobrief.errors import NotFound
from geobrief.law.acts.consents import ActsByState, Consent, negotiators
from geobrief.law.acts.related_treaties import RelatedTreaties
from geobrief.law.acts.statehood import is_organisation
from geobrief.law.acts.succession import succeeded
from geobrief.law.rules.weights import Weights
from geobrief.law.rules.withdrawal import counts_until
from geobrief.law.uncertain.partial_set import UNRECORDED, PartialSet
from geobrief.law.uncertain.span import (
    NEVER,
    NOT_EVER,
    SOME_DAY,
    Interval,
    Span,
    day_of,
    earliest_of,
    latest_of,
)
from geobrief.law.uncertain.truth_by_day import TruthByDay, any_holds
from geobrief.model.algebra import simple_parts
from geobrief.model.condition import FractionOf, Named, NoObjections
from geobrief.model.entry_into_force import EntryIntoForce
from geobrief.model.exchange import InstrumentExchange, NoteExchange
from geobrief.model.objection import Objection
from geobrief.model.treaty import Treaty
from geobrief.model.wording import NAMED_SETS
from geobrief.truth import Truth

__all__ = ["CountedConsents", "kinds_that_change"]


class _Counting(NamedTuple):
    """From when until when one person's consent by some means may count, also where no means are named."""

    who: str
    means: str
    start: Span
    end: Span
    by_any_means: bool


class CountedConsents:
    """The consents to one treaty as its clause counts them."""

    def __init__(
        self, treaty: Treaty, clause: EntryIntoForce, acts: ActsByState, related: RelatedTreaties
    ) -> None:
        """Collect the consents that may count."""
        self.treaty = treaty
        self.clause = clause
        self.acts = acts
        self.related = related
        self.adoption = Span.of(treaty.adopted) if treaty.adopted else SOME_DAY
        self.negotiators = negotiators(treaty, acts) or None
        self._counting = tuple(_counting(treaty, clause, acts, related))
        self._by_means: dict[frozenset[str], list[_Counting]] = {}
        self._lists: dict[tuple[str, ...], tuple[str, ...] | None] = {}
        members_matter = clause.organisations in {"unless_a_member_counts", "as_its_members"}
        self._organisations = frozenset(filter(is_organisation, {one.who for one in self._counting}))
        self.by_members = tuple(self._organisations) if members_matter else ()
        self._weights: dict[str, Weights] = {}

    @property
    def only_grow(self) -> bool:
        """Whether no consent is taken back, and none depends on who belongs to an organisation."""
        return not self.by_members and all(one.end.lo >= NEVER for one in self._counting)

    def turning_days(self) -> set[int]:
        """Give the days on which consents may begin or cease to count."""
        found = {day for one in self._counting for span in (one.start, one.end) for day in span}
        return found.union(*map(self.days_of_group, self.by_members))

    def counted(self, day: int, means: frozenset[str] = frozenset(), *, of: str | None = None) -> PartialSet:
        """Give whose consents count on a day, organisations by the clause's rule, of a list or of all."""
        certain: set[str] = set()
        possible: set[str] = set()
        for who, _, start, end, _ in self._of(means):
            if start.lo <= day < end.hi:
                possible.add(who)
                if start.hi <= day < end.lo:
                    certain.add(who)
        everybody = PartialSet(frozenset(certain), frozenset(possible))
        return self._by_rule(everybody, day, of)

    def _of(self, means: frozenset[str]) -> list[_Counting]:
        """List the consents by one of some means; where none are named, by one that counts then."""
        found = self._by_means.get(means)
        if found is None:
            every = self._counting
            found = [one for one in every if (one.means in means if means else one.by_any_means)]
            self._by_means[means] = found
        return found

    @cached_property
    def _by_person(self) -> dict[str, list[_Counting]]:
        found: dict[str, list[_Counting]] = {}
        for one in self._of(frozenset()):
            found.setdefault(one.who, []).append(one)
        return found

    def _by_rule(self, everybody: PartialSet, day: int, of: str | None) -> PartialSet:
        organisations = everybody.possible & self._organisations
        if not organisations:
            return everybody
        states = everybody.without(organisations)
        certain, possible = set(states.certain), set(states.possible)
        for one in organisations:
            is_certain = one in everybody.certain
            rule = self.clause.organisations
            if rule == "never" and one not in self._named | self._listed(of):
                continue
            match rule:
                case "never" | "as_state":
                    possible.add(one)
                    certain |= {one} if is_certain else frozenset()
                case "as_its_members":
                    members = self._members(one, day)
                    possible |= members.possible
                    certain |= members.certain if is_certain else frozenset()
                case "unless_a_member_counts":
                    members = self._members(one, day)
                    if not members.certain & states.certain:
                        possible.add(one)
                        counts = is_certain and not members.possible & states.possible
                        certain |= {one} if counts else frozenset()
                case _:
                    assert_never(rule)
        return PartialSet(frozenset(certain), frozenset(possible))

    def _listed(self, of: str | None) -> frozenset[str]:
        """Whom a group or a table of weights of the treaty lists: among them an organisation counts too."""
        table = self.treaty.weights.get(of or "")
        weighed = () if table is None else (*table.weights, *table.unknown)
        return frozenset(map(actors.person, (*self.treaty.groups.get(of or "", ()), *weighed)))

    @cached_property
    def listed(self) -> frozenset[str]:
        """Whom a list of the treaty names of which the clause counts consents."""
        parts = simple_parts(self.clause.upon)
        names = (name for part in parts for to in ("groups", "weights") for _, name in part.keys_of(to))
        return frozenset[str]().union(*map(self._listed, names))

    @cached_property
    def _named(self) -> frozenset[str]:
        """Whom the treaty names as its parties or negotiators, and whom its clause names."""
        parts = (part for part in simple_parts(self.clause.upon) if isinstance(part, Named))
        listed = (self.group_named([name]) or () for part in parts for name in part.states)
        negotiated = map(actors.person, self.treaty.negotiating_states)
        return frozenset((*self.acts.named, *negotiated, *chain.from_iterable(listed)))

    def has_consented(self, who: str, day: int) -> Truth:
        """Tell whether a person's consent stands on a day."""
        given = self._by_person.get(who, ())
        if any(one.start.hi <= day < one.end.lo for one in given):
            return Truth.YES
        return Truth.UNKNOWN if any(one.start.lo <= day < one.end.hi for one in given) else Truth.NO

    def exchanges(self, of: str) -> Iterator[Span]:
        """Yield the days on which instruments, or notes, were exchanged by all concerned (13, 16(a))."""
        kind = InstrumentExchange if of == "instruments" else NoteExchange
        concerned = set(self.acts.named)
        for one, act in self.acts.together(kind):
            exchanging = set(map(actors.person, act.actors))
            if not exchanging or concerned <= exchanging:
                yield one.day

    def group_named(self, names: Iterable[str]) -> tuple[str, ...] | None:
        """Name the persons of a list, in which the name of a group of the treaty stands for its members.

        None where a name is neither a group's nor an actor's, so that nobody knows who is meant.
        """
        names = tuple(names)
        if names not in self._lists:
            self._lists[names] = self._persons_of(names)
        return self._lists[names]

    def _persons_of(self, names: tuple[str, ...]) -> tuple[str, ...] | None:
        codes = [code for name in names for code in self.treaty.groups.get(name, (name,))]
        persons = tuple(dict.fromkeys(map(actors.person, codes)))
        unknown = (code for code in codes if actors.known(code) is None)
        return None if any(actors.person(code) not in self.acts.by_state for code in unknown) else persons

    def group(self, name: str, day: int) -> PartialSet:
        """Give the members of a group on a day."""
        if name in self.treaty.groups:
            return PartialSet.of(map(actors.person, self.treaty.groups[name]))
        if name in _SETS:
            return _SETS[name].members(self, day)
        return self._members(name, day)

    def parties(self, day: int) -> PartialSet:
        """Give the parties of the parent; without one, those that have consented."""
        if not (self.treaty.protocol_to or self.treaty.amends):
            return self.counted(day)  # nobody is a party yet: those that have consented
        parent = self.related.parent(self.treaty)
        return UNRECORDED if parent is None else parent.standing("parties", day)

    def days_of_parties(self) -> Iterator[int]:
        """Yield the days on which those may change."""
        parent = self.related.parent(self.treaty)
        if parent is not None:
            yield from (day for who in parent.everybody for day in parent.party_by_day(who).starts)

    def negotiating(self, _day: int) -> PartialSet:
        """Give the negotiating states, whatever the day."""
        return UNRECORDED if self.negotiators is None else PartialSet.of(self.negotiators)

    def others(self, day: int) -> PartialSet:
        """Give the signatories that the clause does not name."""
        named = (part for part in simple_parts(self.clause.upon) if isinstance(part, Named))
        return self._without(self.signatories(day), [code for part in named for code in part.states])

    def days_of_signing(self) -> Iterator[int]:
        """Yield the days on which those may change."""
        signed = (interval for one in self.acts.by_state.values() for interval in one.signed)
        return (day for interval in signed for span in interval for day in span)

    def signatories(self, day: int) -> PartialSet:
        """Give those whose signature stands on a day."""
        signed = ((who, TruthByDay.during(one.signed).at(day)) for who, one in self.acts.by_state.items())
        return PartialSet.told(signed)

    def _members(self, organisation: str, day: int) -> PartialSet:
        try:
            members = actors.members(organisation, day_of(day))
        except NotFound:
            return UNRECORDED
        return PartialSet.of(map(actors.person, members))

    def measured(self, condition: FractionOf, day: int) -> PartialSet:
        """Give the set of which a fraction is taken: as at adoption, or on the day."""
        name = "signatories" if condition.besides else condition.of
        of = self._at_adoption(name) if condition.as_at == "adoption" else self.group(name, day)
        if self.clause.organisations == "never":  # without those that join what is open to states and them
            meant = self._named | self._listed(name)
            of = of.without(who for who in of.possible if is_organisation(who) and who not in meant)
        return self._without(of, condition.besides)

    def _without(self, of: PartialSet, names: Iterable[str]) -> PartialSet:
        """Leave out of a set those who are named; whoever is meant by a name that nobody knows may be any."""
        meant = [self.group_named([name]) for name in names]
        rest = of.without(who for each in meant if each is not None for who in each)
        return attrs.evolve(rest, certain=frozenset()) if None in meant else rest

    def _at_adoption(self, name: str) -> PartialSet:
        """Give the members of a group on the day of adoption, which may be any of several."""
        if self.adoption == SOME_DAY:
            return self.group(name, 1) if self.is_fixed(name) else UNRECORDED
        days = [day for day in self.days_of_group(name) if self.adoption.lo < day <= self.adoption.hi]
        return PartialSet.on_one_of([self.group(name, day) for day in (self.adoption.lo, *days)])

    def is_fixed(self, name: str) -> bool:
        """Whether a group never changes."""
        return name in self.treaty.groups or (name in _SETS and _SETS[name].is_fixed)

    def days_of_group(self, name: str) -> Iterator[int]:
        """Yield the days on which the members of a group may change."""
        if name in self.treaty.groups:
            return
        if name in _SETS:
            yield from _SETS[name].turns(self)
        else:
            for held in getattr(actors.known(name), "memberships", ()):
                yield held.spell.start.toordinal()
                if held.spell.end is not None:
                    yield held.spell.end.toordinal() + 1

    def weights(self, name: str) -> Weights | None:
        """Give a table of weights of the treaty; None where there is none, or it has no total."""
        table = self.treaty.weights.get(name)
        if table is None or (table.unknown and table.total is None):
            return None
        if name not in self._weights:
            self._weights[name] = Weights(table)
        return self._weights[name]

    def deadline(self, condition: NoObjections) -> Span:
        """Give the last day on which a party can object to an amendment that is accepted tacitly."""
        return self.adoption.put_off(condition.within)

    def opposed(self, who: str, condition: NoObjections) -> Truth:
        """Tell whether a person objected in time, and did not take that back in time."""
        deadline = self.deadline(condition)
        return any_holds(
            one.day.not_after(deadline) & ~(one.on("withdrawn") or NOT_EVER).not_after(deadline)
            for one, _ in self.acts.of(who).done(Objection)
        )

    def objections_dropped(self, who: str) -> Span:
        """Give the day on which a person has taken back the last of its objections; never if one stands."""
        made = self.acts.of(who).done(Objection)
        return latest_of(one.on("withdrawn") or NOT_EVER for one, _ in made)

    def blocked(self, condition: NoObjections) -> Truth:
        """Tell whether too many objected in time to an amendment that is accepted tacitly."""
        parties = self._at_adoption("parties")
        opposed = PartialSet.told((who, self.opposed(who, condition)) for who in self.acts.by_state)
        objecting = opposed.among(UNRECORDED if parties.is_open else parties)
        if condition.fraction is None:
            return objecting.number_at_least(1)
        if not opposed.possible:
            return Truth.NO
        blocked = objecting.makes_up(parties, condition.fraction, None)
        if condition.weights is not None:
            table = self.weights(condition.weights)
            blocked |= Truth.UNKNOWN if table is None else table.reached(objecting, condition.fraction, None)
        return blocked


@attrs.frozen(kw_only=True)
class _NamedSet:
    """What the law has to know of a set of states that a clause can name without a group of its treaty.

    Attributes:
        members: gives who belongs to it on a day.
        turns: gives the days on which that may change.
        is_fixed: whether it never does.
        changed_by: the kinds of act by which it does, and so keep a share of it from being reached.
    """

    members: Callable[[CountedConsents, int], PartialSet]
    turns: Callable[[CountedConsents], Iterable[int]]
    is_fixed: bool = False
    changed_by: frozenset[str] = frozenset()


_of_signing = partial(_NamedSet, turns=CountedConsents.days_of_signing, changed_by=frozenset({"signature"}))
_SETS: Final[Mapping[str, _NamedSet]] = for_every(
    NAMED_SETS,
    "_SETS of geobrief.law.rules.counting",
    {
        "others": _of_signing(members=CountedConsents.others),
        "signatories": _of_signing(members=CountedConsents.signatories),
        "parties": _NamedSet(members=CountedConsents.parties, turns=CountedConsents.days_of_parties),
        "negotiating_states": _NamedSet(
            members=CountedConsents.negotiating, turns=lambda _: (), is_fixed=True
        ),
    },
)


def kinds_that_change(group: str) -> frozenset[str]:
    """Give the kinds of act by which the members of a group change."""
    return _SETS[group].changed_by if group in _SETS else frozenset()


def _counting(
    treaty: Treaty, clause: EntryIntoForce, acts: ActsByState, related: RelatedTreaties
) -> Iterator[_Counting]:
    for who, state_acts in acts.by_state.items():
        for spell in state_acts.spells:
            over = earliest_of(counts_until(each, treaty, clause, related) for each in spell.withdrawals)
            start, counts = spell.start, True
            if spell.consent.is_succession:
                counts = clause.successions == "count"
                start = start if _had_consented(spell.consent, who, acts) else start.or_never
            for eligible in related.eligible(treaty, who):
                stands = Interval(start, over).within(eligible)
                if stands.may_hold:
                    yield _Counting(who, spell.consent.means, *stands, by_any_means=counts)


def _had_consented(consent: Consent, who: str, acts: ActsByState) -> bool:
    """Whether one to whom a succession may refer had surely consented when it took over (VCSS 18).

    Where nothing of it is recorded, the depositary's word that a succession was notified is all there is.
    """
    recorded = [(one.day, acts.of(one.who).spells) for one in succeeded(consent, who, acts)]
    stood = [s.start.hi < day.lo and day.hi <= s.noticed.lo for day, spells in recorded for s in spells]
    return any(stood) or not stood
