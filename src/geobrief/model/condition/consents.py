"""Conditions on consents to be bound: how many there are, whose, and what share they carry."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Annotated, ClassVar, Literal

import attrs

from geobrief.constraint import Invariant, NonEmpty, PositiveInt, Problem
from geobrief.model import wording
from geobrief.model.algebra import Asked, Condition
from geobrief.model.means import Means
from geobrief.values.convert import as_frozenset, as_names
from geobrief.values.exact import Proportion, as_optional_exact
from geobrief.values.identifier import ActorCode, GroupName, WeightsName
from geobrief.words import listed, worded

__all__ = ["Consents", "FractionOf", "MembersOf", "Named", "Share"]


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


def _one_threshold(at_least: Fraction | None, more_than: Fraction | None) -> Iterable[Problem]:
    if (at_least is None) == (more_than is None):
        yield Invariant("", "give exactly one of at_least and more_than")
