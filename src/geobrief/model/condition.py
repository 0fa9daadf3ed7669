"""Conditions: what must happen before a treaty enters into force (VCLT 24(1)).

A closed algebra.  In a file a condition is a mapping with exactly one condition key; its
other keys are parameters.  In Python, conditions are joined with ``&`` and ``|``.
Nothing is evaluated here: `geobrief.law` does that.
"""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Annotated, ClassVar, Literal

import attrs

from geobrief.constraint import Between, Invariant, NonEmpty, PositiveInt, Problem
from geobrief.model import wording
from geobrief.model.algebra import AllOf, AnyOf, Asked, Condition
from geobrief.model.means import Means
from geobrief.model.treaty_in_force import TreatyInForce
from geobrief.values.convert import as_delay, as_frozenset, as_names, as_tuple, as_when
from geobrief.values.delay import Delay
from geobrief.values.exact import as_optional_exact
from geobrief.values.identifier import ActorCode, GroupName, WeightsName
from geobrief.values.when import When
from geobrief.words import listed, worded

__all__ = [
    "CONDITIONS",
    "Agreed",
    "AllOf",
    "AnyOf",
    "Condition",
    "Consents",
    "Exchange",
    "FractionOf",
    "MembersOf",
    "Named",
    "NoObjections",
    "Notifications",
    "OnDate",
    "Share",
    "Signed",
    "TreatyInForce",
]

Proportion = Annotated[Fraction, Between(0, 1)]
"""An exact share of one, written ``0.55`` or ``2/3``."""


def _all_or_states(value: Iterable[str]) -> Literal["all"] | tuple[str, ...]:
    return "all" if value == "all" else as_tuple(value)


@attrs.frozen(repr=False)
class Signed(Condition):
    """Definitive signature by all, or by the states named (VCLT 12).

    >>> print(Signed(["PRK", "RUS"]))
    signature by North Korea and Russia

    Attributes:
        by: ``all`` who negotiated it, or the states named.
    """

    key: ClassVar[str] = "signature"
    primary: ClassVar[str | None] = "by"
    asks_for: ClassVar[Asked] = "signature"

    by: Literal["all"] | Annotated[tuple[ActorCode, ...], NonEmpty()] = attrs.field(
        default="all", converter=_all_or_states
    )

    def __str__(self) -> str:
        return "signature by all" if self.by == "all" else f"signature by {wording.states(self.by)}"


@attrs.frozen(repr=False)
class Exchange(Condition):
    """Exchange of instruments of ratification (VCLT 16(a)) or of notes (13).

    >>> print(Exchange())
    exchange of instruments of ratification

    Attributes:
        of: what is exchanged.
    """

    key: ClassVar[str] = "exchange"
    primary: ClassVar[str | None] = "of"
    asks_for: ClassVar[Asked] = "exchange"

    of: Literal["instruments", "notes"] = "instruments"

    def __str__(self) -> str:
        return "exchange of instruments of ratification" if self.of == "instruments" else "exchange of notes"


@attrs.frozen(repr=False)
class Notifications(Condition):
    """The last notification by all that domestic procedures are complete.

    >>> print(Notifications())
    receipt of the last notification

    Attributes:
        day: whether the day of receipt or of sending counts.
    """

    key: ClassVar[str] = "notifications"
    primary: ClassVar[str | None] = "day"
    asks_for: ClassVar[Asked] = "notification"

    day: Literal["received", "sent"] = "received"

    def __str__(self) -> str:
        return f"{'receipt' if self.day == 'received' else 'sending'} of the last notification"


def _as_meanses(value: Iterable[Means]) -> frozenset[Means]:
    return as_frozenset(value)


@attrs.frozen(repr=False)
class Consents(Condition):
    """A number of consents to be bound (Genocide Convention: 20).

    >>> print(Consents(20, means=["ratification", "accession"]))
    20 consents by accession or ratification

    Attributes:
        count: how many.
        means: the means of consent that count; left out, all but succession.
        of: whose consents count: signatories, or the members of a group of the treaty.
    """

    key: ClassVar[str] = "consents"
    primary: ClassVar[str | None] = "count"
    asks_for: ClassVar[Asked] = "consent"

    count: PositiveInt
    means: frozenset[Means] = attrs.field(default=frozenset(), converter=_as_meanses, kw_only=True)
    of: GroupName | None = attrs.field(default=None, kw_only=True)

    def __str__(self) -> str:
        of = f" of {wording.group(self.of)}" if self.of else ""
        by = f" by {listed(map(worded, sorted(self.means)), 'or')}" if self.means else ""
        return f"{wording.consents(self.count)}{of}{by}"


@attrs.frozen(repr=False)
class Named(Condition):
    """The consent of every state named (CTBT: the 44 states of Annex 2).

    Consents of other states are welcome, and count for nothing here.

    >>> print(Named(["annex_2"]))
    consent by all of annex 2

    Attributes:
        states: the states, or the name of one group of the treaty.
    """

    key: ClassVar[str] = "named"
    primary: ClassVar[str | None] = "states"
    asks_for: ClassVar[Asked] = "consent"

    states: Annotated[tuple[ActorCode, ...], NonEmpty()] = attrs.field(converter=as_names)

    def __str__(self) -> str:
        if len(self.states) == 1 and self.states[0].islower():
            return f"consent by all of {wording.group(self.states[0])}"
        return f"consent by {wording.states(self.states)}"


@attrs.frozen(kw_only=True, repr=False)
class FractionOf(Condition):
    """Consents by a fraction of a set of states (UN Charter: a majority of the other signatories).

    Raises `InvalidRecord` unless exactly one of ``at_least`` and ``more_than`` is given.

    >>> print(FractionOf(of="signatories", more_than="1/2"))
    consent by a majority of the signatories

    Attributes:
        of: the set: signatories, parties, others, negotiating_states, or a group of the treaty.
        at_least: the smallest fraction that suffices.
        more_than: the fraction that must be exceeded.
        as_at: when the set is taken.
        besides: the states left out of ``others``; where none are given, those that the clause names.
    """

    key: ClassVar[str] = "fraction"
    asks_for: ClassVar[Asked] = "consent"

    of: GroupName
    at_least: Proportion | None = attrs.field(default=None, converter=as_optional_exact)
    more_than: Proportion | None = attrs.field(default=None, converter=as_optional_exact)
    as_at: Literal["adoption", "trigger_day"] = "trigger_day"
    besides: tuple[ActorCode, ...] = attrs.field(default=(), converter=as_names)

    def _invariants(self) -> Iterable[Problem]:
        yield from _one_threshold(self.at_least, self.more_than)
        if self.besides and self.of != "others":
            yield Invariant("besides", f"leaves states out of 'others', not of {self.of!r}")

    def __str__(self) -> str:
        when = ", counted at adoption" if self.as_at == "adoption" else ""
        most = wording.threshold(self.at_least, self.more_than)
        of = wording.group(self.of)
        if self.besides:
            of = f"the signatories other than {wording.states(self.besides)}"
        return f"consent by {most} of {of}{when}"


@attrs.frozen(repr=False)
class MembersOf(Condition):
    """Consents by members of a group (WHO Constitution: 26 members of the United Nations).

    >>> print(MembersOf("un", 26))
    26 consents by members of the United Nations

    Attributes:
        group: a group of the treaty, or an organisation whose membership on the day counts.
        at_least: how many.
    """

    key: ClassVar[str] = "members_of"
    asks_for: ClassVar[Asked] = "consent"

    group: GroupName
    at_least: PositiveInt

    def __str__(self) -> str:
        return f"{wording.consents(self.at_least)} by {wording.members(self.group)}"


@attrs.frozen(repr=False)
class Share(Condition):
    """Consents that carry a share of a table of weights (Paris: 55 % of emissions).

    Exact rationals against the explicit total of the table.

    Raises `InvalidRecord` unless exactly one of ``at_least`` and ``more_than`` is given.

    >>> Share("emissions", at_least="0.55").at_least
    Fraction(11, 20)

    Attributes:
        of: the name of a table of weights of the treaty.
        at_least: the smallest share that suffices.
        more_than: the share that must be exceeded.
    """

    key: ClassVar[str] = "share"
    asks_for: ClassVar[Asked] = "consent"

    of: WeightsName
    at_least: Proportion | None = attrs.field(default=None, converter=as_optional_exact, kw_only=True)
    more_than: Proportion | None = attrs.field(default=None, converter=as_optional_exact, kw_only=True)

    def _invariants(self) -> Iterable[Problem]:
        yield from _one_threshold(self.at_least, self.more_than)

    def __str__(self) -> str:
        most = wording.threshold(self.at_least, self.more_than)
        return f"consents with {most} of {wording.group(self.of)}"


@attrs.frozen(repr=False)
class OnDate(Condition):
    """A fixed day.

    >>> print(OnDate("1994-11-16"))
    1994-11-16

    Attributes:
        on: the day.
    """

    key: ClassVar[str] = "date"
    primary: ClassVar[str | None] = "on"
    asks_for: ClassVar[Asked] = "day"

    on: When = attrs.field(converter=as_when)

    @property
    def preposition(self) -> str:
        """The word that a day takes."""
        return "on"

    def __str__(self) -> str:
        return str(self.on)


def _open_or_when(value: str | date | When) -> Literal["open"] | When:
    return "open" if value == "open" else as_when(value)


@attrs.frozen(repr=False)
class Agreed(Condition):
    """A day on which the negotiating states agree (VCLT 24(1)).

    >>> print(Agreed())
    agreement of the negotiating states

    Attributes:
        on: the day agreed, or ``open`` while none is recorded.
    """

    key: ClassVar[str] = "agreed"
    primary: ClassVar[str | None] = "on"
    asks_for: ClassVar[Asked] = "day"

    on: Literal["open"] | When = attrs.field(default="open", converter=_open_or_when)

    @property
    def preposition(self) -> str:
        """The word that a day takes, once there is one."""
        return "upon" if self.on == "open" else "on"

    def __str__(self) -> str:
        return "agreement of the negotiating states" if self.on == "open" else f"{self.on}, as agreed"


@attrs.frozen(kw_only=True, repr=False)
class NoObjections(Condition):
    """Tacit acceptance: too few object within a time (MARPOL annexes, International Health Regulations).

    The condition is met at the end of the time, unless as many as the fraction objected.

    >>> print(NoObjections(within="10 months", fraction="1/3"))
    10 months without objection by 1/3 of the parties

    Attributes:
        within: how long the parties have, counted from adoption.
        fraction: the fraction of the parties whose objection stops it; left out, any one does.
        weights: a table of weights of which objectors must not carry the fraction either.
    """

    key: ClassVar[str] = "no_objections"
    asks_for: ClassVar[Asked] = "silence"

    within: Delay = attrs.field(converter=as_delay)
    fraction: Proportion | None = attrs.field(default=None, converter=as_optional_exact)
    weights: WeightsName | None = None

    @property
    def preposition(self) -> str:
        """The word that a time takes."""
        return "after"

    def __str__(self) -> str:
        who = "a party" if self.fraction is None else f"{wording.share(self.fraction)} of the parties"
        return f"{self.within} without objection by {who}"


CONDITIONS: tuple[type[Condition], ...] = (
    Signed,
    Exchange,
    Notifications,
    Consents,
    Named,
    FractionOf,
    MembersOf,
    Share,
    OnDate,
    TreatyInForce,
    Agreed,
    NoObjections,
    AllOf,
    AnyOf,
)
"""Every kind of condition; the codec, the schema and the generators read this list."""


def _one_threshold(at_least: Fraction | None, more_than: Fraction | None) -> Iterable[Problem]:
    if (at_least is None) == (more_than is None):
        yield Invariant("", "give exactly one of at_least and more_than")
