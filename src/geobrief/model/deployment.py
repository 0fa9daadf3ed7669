"""Deployments: forces sent by some actors to a place, as reported."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar, Literal

import attrs

from geobrief.constraint import Constrained, Passage, Text
from geobrief.model.record import Record
from geobrief.values.citation import Citation, as_citations
from geobrief.values.convert import as_frozenset, as_names, as_optional_period, as_tuple
from geobrief.values.estimate import Estimate, as_estimates
from geobrief.values.identifier import ActorCode, Subject, TreatyId
from geobrief.values.period import Period
from geobrief.values.place import Place

__all__ = [
    "Attribute",
    "Component",
    "Deployment",
    "DeploymentAction",
    "DeploymentPhase",
    "DeploymentShape",
    "LegalBasis",
    "Mission",
]

DeploymentShape = Literal["stock", "flow", "period"]
"""Whether the record counts what is there on a day, what moves, or what is there over a period."""

DeploymentAction = Literal[
    "deploy",
    "reinforce",
    "rotate",
    "exercise",
    "alert",
    "mobilise",
    "redeploy",
    "withdraw",
    "demobilise",
]
"""What is done with the forces."""

Mission = Literal[
    "warfighting",
    "peacekeeping",
    "humanitarian",
    "training",
    "exercise",
    "basing",
    "deterrence",
    "escort",
    "advisory",
    "occupation",
    "reconstruction",
]
"""What the forces are for; several can hold at once."""

DeploymentPhase = Literal["reported", "in_transit", "training", "in_theatre", "in_combat", "withdrawn"]
"""How far the deployment has come."""


@attrs.frozen(kw_only=True, repr=False)
class Attribute(Constrained):
    """A detail of a deployment that may be contested.

    Where accounts differ, each is one attribute under the same name, with its own voice.

    >>> Attribute(name="uniforms", text="dressed in Russian military attire", alleged=True, by="KOR").alleged
    True

    Attributes:
        name: what it concerns: uniforms, location, equipment, purpose.
        text: the detail, in words.
        alleged: whether it is only alleged.
        by: who says so.
        citations: where it is said.
    """

    name: Text
    text: Passage
    alleged: bool = False
    by: ActorCode | None = None
    citations: tuple[Citation, ...] = attrs.field(default=(), converter=as_citations)


@attrs.frozen(kw_only=True, repr=False)
class Component(Constrained):
    """A part of the force: by branch, by component, or both.

    Parts that add up to more than the whole are kept, and reported by a check.

    >>> first = Component(branch="special_forces", strength=[Estimate(best=1500, unit="persons", by="KOR")])
    >>> print(first.branch, *first.strength)
    special_forces 1,500 persons

    Attributes:
        branch: army, navy, air_force, marine_corps, special_forces, police.
        component: active, reserve, national_guard, civilian, police, observer, staff.
        strength: how strong it is, each figure with its voice.
    """

    branch: Text | None = None
    component: Text | None = None
    strength: tuple[Estimate, ...] = attrs.field(default=(), converter=as_estimates)


@attrs.frozen(kw_only=True, repr=False)
class LegalBasis(Constrained):
    """The mandate or legal basis on which a deployment rests, or is claimed to rest.

    That a basis is claimed says nothing about whether the treaty is in force, or covers it.

    >>> basis = LegalBasis(treaty="dprk-russia-partnership", by=["unnamed-experts"])
    >>> basis.claimed  # recorded as a claim unless it is said to be established
    True

    Attributes:
        treaty: a treaty of the brief.
        instrument: another instrument, such as a resolution.
        claimed: whether it is only claimed, by those who are named.
        by: who says so.
        text: the claim in words.
        citations: where it is said.
    """

    treaty: TreatyId | None = None
    instrument: Text | None = None
    claimed: bool = True
    by: tuple[ActorCode, ...] = attrs.field(default=(), converter=as_names)
    text: Passage | None = None
    citations: tuple[Citation, ...] = attrs.field(default=(), converter=as_citations)


def _as_legal_bases(value: Iterable[LegalBasis]) -> tuple[LegalBasis, ...]:
    return as_tuple(value)


def _as_missions(value: Iterable[Mission]) -> frozenset[Mission]:
    return as_frozenset(value)


def _as_components(value: Iterable[Component]) -> tuple[Component, ...]:
    return as_tuple(value)


def _as_attributes(value: Iterable[Attribute]) -> tuple[Attribute, ...]:
    return as_tuple(value)


@attrs.frozen(kw_only=True, repr=False)
class Deployment(Record):
    """Forces that one or more actors send to, keep at, or take from a place.

    Strengths are never merged unless asked: see `reconcile`.

    >>> thousands = Estimate(low=2000, unit="persons", bound="at_least", verbatim="thousands", alleged=True)
    >>> sent = Deployment(id="prk-troops-in-russia", senders=["PRK"], host="RUS", shape="stock", alleged=True,
    ...                   period="2024-10/..", strength=[thousands])
    >>> print(*sent.strength, "from", sent.period.start)
    at least 2,000 persons from 2024-10

    Attributes:
        senders: whose forces they are.
        host: the state in which they are.
        territory: the territory, where it is not that state's own or is disputed.
        place: where in it.
        in_support_of: the actor or record that they support.
        operation: the operation to which they belong.
        legal_basis: the mandate or basis, as claimed or as established.
        shape: whether a stock, a flow or a period is counted.
        action: what is done with the forces.
        missions: what they are for.
        period: from when to when.
        strength: how strong they are, each figure with its voice.
        components: strength by branch and component.
        phase: how far it has come.
        attributes: details that may be contested.
        alleged: whether the deployment as a whole is only alleged.
    """

    kind_name: ClassVar[str] = "deployment"
    section: ClassVar[str] = "deployments"
    roles: ClassVar[dict[str, tuple[str, ...]]] = {"by": ("senders",), "day": ("period",)}

    senders: tuple[ActorCode, ...] = attrs.field(default=(), converter=as_names)
    host: ActorCode | None = None
    territory: Text | None = None
    place: Place | None = None
    in_support_of: tuple[Subject, ...] = attrs.field(default=(), converter=as_names)
    operation: Text | None = None
    legal_basis: tuple[LegalBasis, ...] = attrs.field(default=(), converter=_as_legal_bases)
    shape: DeploymentShape | None = None
    action: DeploymentAction | None = None
    missions: frozenset[Mission] = attrs.field(default=frozenset(), converter=_as_missions)
    period: Period | None = attrs.field(default=None, converter=as_optional_period)
    strength: tuple[Estimate, ...] = attrs.field(default=(), converter=as_estimates)
    components: tuple[Component, ...] = attrs.field(default=(), converter=_as_components)
    phase: DeploymentPhase | None = None
    attributes: tuple[Attribute, ...] = attrs.field(default=(), converter=_as_attributes)
    alleged: bool = False


if not TYPE_CHECKING:  # a checker that saw it would take every misspelt name for right

    def __getattr__(name: str) -> object:
        if name.startswith("__"):  # the import system asks
            raise AttributeError(name)
        from geobrief.moved import old_name  # noqa: PLC0415 - hardly anybody else does

        return old_name(__name__, name)
