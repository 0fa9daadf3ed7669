"""Ratifications: the consent of one state to be bound, from parliament to depositary."""

from collections.abc import Iterable
from typing import ClassVar, Literal

import attrs

from geobrief.constraint import Constrained, Invariant, Passage, Problem, Text
from geobrief.model.act import StateAct
from geobrief.model.means import Means
from geobrief.values.citation import Citation, as_citations
from geobrief.values.convert import as_names, as_optional_when, as_tuple, as_when
from geobrief.values.identifier import ActorCode
from geobrief.values.when import When

__all__ = [
    "Deposit",
    "Instrument",
    "Ratification",
    "Reservation",
    "ReservationKind",
    "Step",
    "StepKind",
    "StepResult",
]

StepKind = Literal[
    "submission",
    "lower_house_vote",
    "upper_house_vote",
    "parliament_vote",
    "referendum",
    "court_review",
    "head_of_state_signature",
    "decree",
    "publication",
    "other",
]
"""A step of the domestic procedure."""

StepResult = Literal["approved", "rejected", "returned", "pending"]
"""What came of a step."""

ReservationKind = Literal["reservation", "declaration", "understanding"]
"""Whether a statement modifies legal effect (VCLT 2(1)(d)) or only interprets."""


@attrs.frozen(kw_only=True, repr=False)
class Step(Constrained):
    """One step of the domestic procedure that leads to ratification.

    No step is consent towards the other states: that takes an instrument (VCLT 2(1)(b), 16).

    >>> vote = Step(kind="lower_house_vote", on="2024-10-24", body="State Duma")
    >>> vote.body, vote.result
    ('State Duma', 'approved')

    Attributes:
        kind: what sort of step.
        on: the day.
        body: the body that took it.
        result: what came of it.
        by: the person who took it.
        citations: where it is said.
    """

    kind: StepKind
    on: When | None = attrs.field(default=None, converter=as_optional_when)
    body: Text | None = None
    result: StepResult = "approved"
    by: ActorCode | None = None
    citations: tuple[Citation, ...] = attrs.field(default=(), converter=as_citations)


@attrs.frozen(kw_only=True, repr=False)
class Deposit(Constrained):
    """The deposit of an instrument with one of several depositaries.

    Several depositaries let a state choose one that it recognises (NPT, 1968).

    >>> Deposit(depositary="SUN", on="1985-12-12").depositary  # North Korea and the NPT, in Moscow
    'SUN'

    Attributes:
        depositary: the depositary.
        on: the day.
    """

    depositary: ActorCode
    on: When = attrs.field(converter=as_when)


def _as_deposits(value: Iterable[Deposit]) -> tuple[Deposit, ...]:
    return as_tuple(value)


@attrs.frozen(kw_only=True, repr=False)
class Instrument(Constrained):
    """The instrument by which consent is established, and what became of it.

    An instrument that is executed and not yet exchanged, deposited or notified is a
    stage, not consent (VCLT 16).

    >>> decree = Instrument(executed="2024-11-11", by="kim-jong-un")
    >>> decree.deposited is None  # signed at home, so not yet consent
    True

    Attributes:
        executed: the day it was signed at home.
        by: the person who signed it.
        deposited: the day it was deposited.
        deposits: the deposits with several depositaries; the earliest counts unless all are required.
        sent: the day a notification was sent.
        received: the day a notification was received.
        effective: a later day of effect that it declares; for a succession, the date of succession.
        reported_effect: the day of effect for this state, as the depositary reports it.
        citations: where it is said.
    """

    executed: When | None = attrs.field(default=None, converter=as_optional_when)
    by: ActorCode | None = None
    deposited: When | None = attrs.field(default=None, converter=as_optional_when)
    deposits: tuple[Deposit, ...] = attrs.field(default=(), converter=_as_deposits)
    sent: When | None = attrs.field(default=None, converter=as_optional_when)
    received: When | None = attrs.field(default=None, converter=as_optional_when)
    effective: When | None = attrs.field(default=None, converter=as_optional_when)
    reported_effect: When | None = attrs.field(default=None, converter=as_optional_when)
    citations: tuple[Citation, ...] = attrs.field(default=(), converter=as_citations)

    def _invariants(self) -> Iterable[Problem]:
        if self.deposited is not None and self.deposits:
            yield Invariant("deposited", "give one deposit under deposited, or several under deposits")


@attrs.frozen(kw_only=True, repr=False)
class Reservation(Constrained):
    """A reservation or declaration made with consent (VCLT 2(1)(d), 19–23).

    What counts is whether it modifies legal effect, not what it is called.

    >>> made = Reservation(articles=["IX"], on="1988-11-25",  # the United States and the Genocide Convention
    ...                    text="the specific consent of the United States is required in each case")
    >>> made.kind, made.withdrawn
    ('reservation', None)

    Attributes:
        kind: whether it modifies legal effect.
        articles: the articles it concerns.
        text: its words, short.
        on: its day, where later than the consent.
        notified: the day on which the other states were notified of it, from which they may object (20(5)).
        withdrawn: the day it was withdrawn.
        citations: where it is said.
    """

    kind: ReservationKind = "reservation"
    articles: tuple[Text, ...] = attrs.field(default=(), converter=as_names)
    text: Passage | None = None
    on: When | None = attrs.field(default=None, converter=as_optional_when)
    notified: When | None = attrs.field(default=None, converter=as_optional_when)
    withdrawn: When | None = attrs.field(default=None, converter=as_optional_when)
    citations: tuple[Citation, ...] = attrs.field(default=(), converter=as_citations)


def _as_steps(value: Iterable[Step]) -> tuple[Step, ...]:
    return as_tuple(value)


def _as_reservations(value: Iterable[Reservation]) -> tuple[Reservation, ...]:
    return as_tuple(value)


@attrs.frozen(kw_only=True, repr=False)
class Ratification(StateAct):
    """One state's consent to be bound, whatever means it uses.

    >>> act = Ratification(treaty="dprk-russia-partnership", by="PRK",
    ...                    instrument=Instrument(executed="2024-11-11"))
    >>> act.means, act.instrument.executed
    ('ratification', When('2024-11-11'))

    Attributes:
        means: how it consents.
        predecessor: of a succession, whose consent is taken over; left out, that of any of its predecessors.
        steps: the domestic procedure.
        instrument: the instrument, and whether it was deposited, notified or only executed.
        reservations: reservations and declarations.
        territorial_scope: the territories to which it extends, where it says so.
        as_amended: whether its author said that it joins the text as amended, or not so (VCLT 40(5)).
    """

    kind_name: ClassVar[str] = "ratification"
    section: ClassVar[str] = "ratifications"
    roles: ClassVar[dict[str, tuple[str, ...]]] = {
        "by": ("by",),
        "day": (
            "instrument.deposited",
            "instrument.deposits.on",
            "instrument.received",
            "instrument.sent",
            "instrument.executed",
            "steps.on",
        ),
    }
    done_on: ClassVar[tuple[str, ...]] = ("instrument",)
    further_days: ClassVar[tuple[str, ...]] = ()

    means: Means = "ratification"
    predecessor: ActorCode | None = None
    steps: tuple[Step, ...] = attrs.field(default=(), converter=_as_steps)
    instrument: Instrument | None = None
    reservations: tuple[Reservation, ...] = attrs.field(default=(), converter=_as_reservations)
    territorial_scope: tuple[Text, ...] = attrs.field(default=(), converter=as_names)
    as_amended: bool | None = None

    @classmethod
    def meant_by(cls, name: str) -> tuple[str, ...]:
        """Name the fields that a wrong keyword means: also those of the instrument."""
        of_instrument = (f"instrument.{name}",) if name in attrs.fields_dict(Instrument) else ()
        return of_instrument or super().meant_by(name)

    def _invariants(self) -> Iterable[Problem]:
        yield from super()._invariants()
        if self.predecessor is not None and self.means != "succession":
            yield Invariant("predecessor", "only a succession takes over the consent of a predecessor")
