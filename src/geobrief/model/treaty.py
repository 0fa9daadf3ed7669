"""Treaties: the text, who may join, how it enters into force, runs and ends."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import Annotated, ClassVar, Literal, cast, get_args

import attrs

from geobrief.constraint import Between, Constrained, Invariant, PositiveInt, Problem, Text
from geobrief.model.coverage import Coverages, as_optional_coverages
from geobrief.model.duration import Duration, Renewal
from geobrief.model.entry_into_force import EntryIntoForce
from geobrief.model.means import Opening
from geobrief.model.provision import Provision, ProvisionKind
from geobrief.model.record import Record
from geobrief.values.citation import Citation, as_citations
from geobrief.values.convert import (
    as_names,
    as_optional_delay,
    as_optional_period,
    as_optional_when,
    as_tuple,
    as_when,
)
from geobrief.values.delay import Delay
from geobrief.values.exact import as_exact_mapping, as_optional_exact
from geobrief.values.identifier import ActorCode, Language, TreatyId
from geobrief.values.mapping import EMPTY, FrozenMapping, frozen_lists, frozen_mapping
from geobrief.values.period import Period
from geobrief.values.place import Place
from geobrief.values.when import When

__all__ = [
    "BindingView",
    "Duration",
    "Provision",
    "ProvisionKind",
    "ProvisionalClause",
    "Registration",
    "Renewal",
    "ReportedEnd",
    "ReportedEntry",
    "ReportedMembership",
    "Treaty",
    "TreatyKind",
    "WeightTable",
    "WithdrawalClause",
    "WithdrawalRounding",
]

TreatyKind = Literal[
    "treaty",
    "convention",
    "agreement",
    "protocol",
    "charter",
    "statute",
    "covenant",
    "exchange_of_notes",
    "amendment",
    "mou",
    "declaration",
    "executive_agreement",
    "other",
]
"""What the text calls itself; the name has no legal effect (VCLT 2(1)(a))."""

Positive = Annotated[Fraction, Between(0, None)]

WithdrawalRounding = Literal["first_of_following_month", "end_of_year", "end_of_term"]
"""To which day the day of effect of a withdrawal is moved."""


@attrs.frozen(kw_only=True, repr=False)
class WithdrawalClause(Constrained):
    """How a party may leave a treaty (VCLT 54, 56).

    A treaty without such a clause is governed by article 56.  A day of effect that the record of a
    withdrawal states goes before the clause, unless withdrawal is not allowed.  Some texts put off the
    effect while an armed conflict lasts in which the author of the notice is engaged when it would take
    effect (Ottawa Convention 20(3)), or when it gives notice (Geneva Conventions 63, 62, 142, 158).

    >>> paris = WithdrawalClause(notice="1 year", not_before="3 years", not_before_from="party")
    >>> paris.allowed, paris.notice
    (True, Years(1))

    Attributes:
        allowed: whether withdrawal is allowed at all.
        notice: how long after notice it takes effect; left out, at once.
        not_before: how long after entry into force notice may first be given.
        not_before_from: whether that is counted from the treaty's entry or the party's own.
        rounding: to which day the day of effect is moved.
        minimum_parties: the number of parties below which the treaty ends, where it says so (VCLT 55).
        barred_during_conflict: which armed conflict of its author puts off the effect until it is over.
    """

    allowed: bool = True
    notice: Delay | None = attrs.field(default=None, converter=as_optional_delay)
    not_before: Delay | None = attrs.field(default=None, converter=as_optional_delay)
    not_before_from: Literal["treaty", "party"] = "treaty"
    rounding: WithdrawalRounding | None = None
    minimum_parties: PositiveInt | None = None
    barred_during_conflict: Literal["at_effect", "at_notice"] | None = None


ProvisionalStart = Literal["signature", "adoption", "notification"]
"""The act from which a treaty is applied provisionally."""


def _word_or_when(value: str | date | When) -> ProvisionalStart | When:
    if isinstance(value, str) and value in get_args(ProvisionalStart):
        return cast("ProvisionalStart", value)  # one of its words, as just asked
    return as_when(value)


@attrs.frozen(kw_only=True, repr=False)
class ProvisionalClause(Constrained):
    """That a treaty, or a part, is applied before it is in force (VCLT 25).

    From signature it is applied by signatories, from adoption also by who negotiated it and who
    consented, from a day by who signed or consented.

    >>> energy_charter = ProvisionalClause(since="signature", notice="60 days", opting_out=True)
    >>> energy_charter.since, energy_charter.notice
    ('signature', Days(60))

    Attributes:
        since: from signature, from adoption, from a day, or as each state notifies.
        part: the part that is applied; left out, the whole.
        notice: how long it goes on after a notice of not becoming a party; left out, not at all.
        opting_out: whether a state may declare that it does not apply it.
        until: the first day on which nobody applies it by this clause any more.
    """

    since: ProvisionalStart | When = attrs.field(converter=_word_or_when)
    part: Text | None = None
    notice: Delay | None = attrs.field(default=None, converter=as_optional_delay)
    opting_out: bool = False
    until: When | None = attrs.field(default=None, converter=as_optional_when)


@attrs.frozen(kw_only=True, repr=False)
class Registration(Constrained):
    """An entry of a treaty in a register (UN Charter 102).

    A treaty that is not registered binds all the same, but cannot be invoked before the organs of
    the United Nations.

    >>> Registration(register="UNTS", number="I-541", volume="34", on="1949-09-07").number
    'I-541'

    Attributes:
        register: the register, such as UNTS.
        number: the number in it.
        volume: the volume.
        on: the day of registration.
        url: where it is found.
    """

    register: Text
    number: Text | None = None
    volume: Text | None = None
    on: When | None = attrs.field(default=None, converter=as_optional_when)
    url: Text | None = None


@attrs.frozen(kw_only=True, repr=False)
class WeightTable(Constrained):
    """What each state weighs in a share condition; exact, against an explicit total.

    A state that is absent counts nothing; one listed under ``unknown`` counts between
    nothing and what the total leaves.

    Raises `InvalidRecord` where the weights add up to more than the total.

    >>> emissions = WeightTable(weights={"CHN": "20.09", "USA": "17.89"}, total=100, unit="percent")
    >>> emissions.weights["CHN"]
    Fraction(2009, 100)

    Attributes:
        weights: the weight of each state.
        total: the total of the table as the treaty gives it; left out, the sum.
        unknown: states whose weight is not known.
        unit: what is weighed.
        citations: where the table is published.
    """

    weights: FrozenMapping[Positive] = attrs.field(converter=as_exact_mapping)
    total: Positive | None = attrs.field(default=None, converter=as_optional_exact)
    unknown: tuple[ActorCode, ...] = attrs.field(default=(), converter=as_names)
    unit: Text | None = None
    citations: tuple[Citation, ...] = attrs.field(default=(), converter=as_citations)

    def _invariants(self) -> Iterable[Problem]:
        if self.total is not None and sum(self.weights.values()) > self.total:
            yield Invariant("total", "the weights add up to more than the total")


def _as_weight_tables(value: Mapping[str, WeightTable]) -> FrozenMapping[WeightTable]:
    return frozen_mapping(value)


@attrs.frozen(kw_only=True, repr=False)
class ReportedEntry(Constrained):
    """The day of entry into force as a source states it; checked against the computed day.

    >>> ReportedEntry(on="2016-11-04").by is None  # the Paris Agreement itself
    True

    Attributes:
        on: the day.
        by: the state for which it is stated; left out, the treaty itself.
        provisional: whether it is the day from which it is applied provisionally, and no entry (VCLT 25).
        citations: who states it.
    """

    on: When = attrs.field(converter=as_when)
    by: ActorCode | None = None
    provisional: bool = False
    citations: tuple[Citation, ...] = attrs.field(default=(), converter=as_citations)


@attrs.frozen(kw_only=True, repr=False)
class ReportedEnd(Constrained):
    """The end of a treaty as a source states it: from its first day out, what is reported is over.

    >>> ReportedEnd(on="1951-01-01").by is None  # the treaty itself
    True

    Attributes:
        on: the first day on which it is out of force.
        by: the state for which it is stated; left out, the treaty itself.
        citations: who states it.
    """

    on: When = attrs.field(converter=as_when)
    by: ActorCode | None = None
    citations: tuple[Citation, ...] = attrs.field(default=(), converter=as_citations)


@attrs.frozen(kw_only=True, repr=False)
class ReportedMembership(Constrained):
    """A stretch during which a source counts a state as a member, without naming the acts.

    It is an assertion about dates, never an act: ATOP begins an alliance at signature.

    >>> ReportedMembership(by="FRA", period="1949-04-04/..", begins_with="signature").period.start
    When('1949-04-04')

    Attributes:
        by: the state.
        period: from the first day to the last; left out, on days that the source does not give.
        begins_with: what the source takes for the beginning.
        citations: who states it.
    """

    by: ActorCode
    period: Period | None = attrs.field(default=None, converter=as_optional_period)
    begins_with: Literal["signature", "consent", "entry_into_force"] | None = None
    citations: tuple[Citation, ...] = attrs.field(default=(), converter=as_citations)


def _as_openings(value: Iterable[ActorCode | Opening]) -> tuple[ActorCode | Opening, ...]:
    return as_tuple(value)


@attrs.frozen(kw_only=True, repr=False)
class BindingView(Constrained):
    """What a state or organisation holds on whether a text is a treaty in law (VCLT 2(1)(a)).

    >>> view = BindingView(by="USA", binding=False, ground="it gives assurances, not guarantees")
    >>> view.binding
    False

    Attributes:
        by: who holds it.
        binding: whether it holds that it is a treaty.
        ground: on what ground.
        citations: where it says so.
    """

    by: ActorCode
    binding: bool
    ground: Text | None = None
    citations: tuple[Citation, ...] = attrs.field(default=(), converter=as_citations)


def _yes_or_no(value: bool | Literal["yes", "no", "disputed"]) -> bool | Literal["disputed"]:  # noqa: FBT001
    return cast("bool", {"yes": True, "no": False}.get(value, value)) if isinstance(value, str) else value


def _as_binding_views(value: Iterable[BindingView]) -> tuple[BindingView, ...]:
    return as_tuple(value)


def _as_provisions(value: Iterable[Provision]) -> tuple[Provision, ...]:
    return as_tuple(value)


def _as_registrations(value: Iterable[Registration]) -> tuple[Registration, ...]:
    return as_tuple(value)


def _as_reported_entries(value: Iterable[ReportedEntry]) -> tuple[ReportedEntry, ...]:
    return as_tuple(value)


def _as_reported_ends(value: Iterable[ReportedEnd]) -> tuple[ReportedEnd, ...]:
    return as_tuple(value)


def _as_reported_memberships(value: Iterable[ReportedMembership]) -> tuple[ReportedMembership, ...]:
    return as_tuple(value)


@attrs.frozen(kw_only=True, repr=False)
class Treaty(Record):
    """An international agreement between states (VCLT 2(1)(a)) or with organisations (1986: 2(1)(a)).

    A closed treaty names its states under ``between``; an open one says under
    ``open_to`` who may join.

    >>> from geobrief import Exchange
    >>> pact = Treaty(id="dprk-russia-partnership", title="Treaty on Comprehensive Strategic Partnership",
    ...               between=["PRK", "RUS"], entry_into_force=EntryIntoForce(upon=Exchange()))
    >>> print("in force upon", pact.entry_into_force.upon)
    in force upon exchange of instruments of ratification

    Attributes:
        title: its title.
        short_title: the name by which it is known.
        kind: what the text calls itself.
        between: the states of a closed treaty.
        open_to: who may join an open one: all_states, groups, organisations, states, each or as an Opening.
        negotiating_states: who negotiated it, where that matters (VCLT 24(2)).
        adopted: the day of adoption.
        adopted_at: the place of adoption.
        entry_into_force: its clause; left out, article 24(2) applies: all negotiating states.
        provisional_application: whether it is applied before it is in force.
        duration: how long it runs; left out, indefinitely.
        withdrawal: how a party may leave; left out, article 56 applies.
        depositaries: who keeps the instruments.
        provisions: what it obliges to.
        protocol_to: the treaty to which it is a protocol.
        amends: the treaty that it amends.
        binds: whom an amendment binds once in force.
        binds_later_parties: whether it binds who joins what it amends afterwards, as its text says.
        eligibility: whether only parties (or signatories) of the parent may join.
        ends_with_parent: whether it ends with its parent, and for who leaves that; left out, not known.
        implies_consent_to: treaties to which consent to this one consents as well.
        supersedes: treaties that it takes the place of (VCLT 59).
        registrations: where it is registered.
        weights: tables of weights for share conditions, by name.
        groups: groups of states for conditions, by name.
        reported_entries: entry into force as sources state it.
        reported_ends: the end as sources state it, for all or for one.
        reported_memberships: members and dates as sources state them.
        binding: whether it is a treaty in law, or that is disputed; a political commitment is never in force.
        binding_views: who holds that it is one, or none, where that is disputed.
        coverage: which kinds of act are recorded, and of which days; several for days that differ.
        languages: its authentic languages.
        subjects: what it is about.
    """

    kind_name: ClassVar[str] = "treaty"
    section: ClassVar[str] = "treaties"
    roles: ClassVar[dict[str, tuple[str, ...]]] = {"by": ("between",), "day": ("adopted",)}

    title: Text
    short_title: Text | None = None
    kind: TreatyKind | None = None
    between: tuple[ActorCode, ...] = attrs.field(default=(), converter=as_names)
    open_to: tuple[ActorCode | Opening, ...] = attrs.field(default=(), converter=_as_openings)
    negotiating_states: tuple[ActorCode, ...] = attrs.field(default=(), converter=as_names)
    adopted: When | None = attrs.field(default=None, converter=as_optional_when)
    adopted_at: Place | None = None
    entry_into_force: EntryIntoForce | None = None
    provisional_application: ProvisionalClause | None = None
    duration: Duration | None = None
    withdrawal: WithdrawalClause | None = None
    depositaries: tuple[ActorCode, ...] = attrs.field(default=(), converter=as_names)
    provisions: tuple[Provision, ...] = attrs.field(default=(), converter=_as_provisions)
    protocol_to: TreatyId | None = None
    amends: TreatyId | None = None
    binds: Literal["acceptors", "all_parties"] = "acceptors"
    binds_later_parties: bool | None = None
    eligibility: Literal["anyone", "parties_to_parent", "signatories_of_parent"] | None = None
    ends_with_parent: bool | None = None
    implies_consent_to: tuple[TreatyId, ...] = attrs.field(default=(), converter=as_names)
    supersedes: tuple[TreatyId, ...] = attrs.field(default=(), converter=as_names)
    registrations: tuple[Registration, ...] = attrs.field(default=(), converter=_as_registrations)
    weights: FrozenMapping[WeightTable] = attrs.field(default=EMPTY, converter=_as_weight_tables)
    groups: FrozenMapping[tuple[ActorCode, ...]] = attrs.field(default=EMPTY, converter=frozen_lists)
    reported_entries: tuple[ReportedEntry, ...] = attrs.field(default=(), converter=_as_reported_entries)
    reported_ends: tuple[ReportedEnd, ...] = attrs.field(default=(), converter=_as_reported_ends)
    reported_memberships: tuple[ReportedMembership, ...] = attrs.field(
        default=(), converter=_as_reported_memberships
    )
    binding: bool | Literal["disputed"] = attrs.field(default=True, converter=_yes_or_no)
    binding_views: tuple[BindingView, ...] = attrs.field(default=(), converter=_as_binding_views)
    coverage: Coverages | None = attrs.field(default=None, converter=as_optional_coverages)
    languages: tuple[Language, ...] = attrs.field(default=(), converter=as_names)
    subjects: tuple[Text, ...] = attrs.field(default=(), converter=as_names)

    @property
    def is_bilateral(self) -> bool:
        """Whether it is closed between two."""
        return len(self.between) == 2

    @property
    def name(self) -> str:
        """The short title where there is one, else the title."""
        return self.short_title or self.title

    def _invariants(self) -> Iterable[Problem]:
        if self.ends_with_parent and not self.protocol_to:
            yield Invariant("ends_with_parent", "name the treaty with which it ends under protocol_to")
        if self.binding_views and self.binding != "disputed":
            yield Invariant("binding_views", "views differ only where binding is disputed")
        if self.between and self.open_to:
            yield Invariant("open_to", "a treaty is closed (between) or open (open_to), not both")
        if len(self.between) == 1 or len(set(self.between)) != len(self.between):
            yield Invariant("between", "a closed treaty names at least two different states")
