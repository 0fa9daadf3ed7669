"""Weapons tests: missiles, nuclear devices, engines and launches, as measured and reported."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

import attrs

from geobrief.constraint import (
    Between,
    Constrained,
    Invariant,
    Number,
    Passage,
    Pattern,
    PositiveInt,
    Problem,
    Text,
)
from geobrief.model.record import Record
from geobrief.values.citation import Citation, as_citations
from geobrief.values.convert import as_frozenset, as_names, as_optional_when, as_tuple
from geobrief.values.estimate import Estimate, as_estimates
from geobrief.values.identifier import ActorCode, Slug
from geobrief.values.place import Place
from geobrief.values.when import When

__all__ = [
    "Attribution",
    "Emplacement",
    "Measurement",
    "Outcome",
    "OutcomeResult",
    "Platform",
    "Propulsion",
    "Quantity",
    "RangeClass",
    "TestKind",
    "TestPurpose",
    "Trajectory",
    "Vehicle",
    "Weapon",
    "WeaponsTest",
]

TestKind = Literal["missile", "nuclear", "space_launch", "engine", "air_defence", "anti_satellite", "other"]
"""What is tested."""

Attribution = Literal["confirmed", "unconfirmed", "putative", "disputed"]
"""How sure it is that the test took place and whose it was."""

TestPurpose = Literal[
    "test",
    "training",
    "exercise",
    "combat_use",
    "space_launch",
    "demonstration",
    "weapons_related",
    "effects",
    "peaceful",
    "safety",
    "fundamental_science",
    "transport",
]
"""What the test was for; several can hold at once."""

RangeClass = Literal["CRBM", "SRBM", "MRBM", "IRBM", "ICBM"]
"""Class by range; the limits depend on the scheme."""

Vehicle = Literal[
    "ballistic",
    "quasi_ballistic",
    "cruise",
    "hgv",
    "marv",
    "slv",
    "sounding_rocket",
    "interceptor",
    "bomb",
    "other",
]
"""What sort of vehicle carries the payload."""

Platform = Literal[
    "silo",
    "road_mobile",
    "rail_mobile",
    "submarine",
    "surface_ship",
    "aircraft",
    "barge",
    "lake",
    "fixed_pad",
    "other",
]
"""From what it is launched."""

Propulsion = Literal["liquid", "solid", "hybrid", "air_breathing"]
"""What drives it."""

Trajectory = Literal["lofted", "minimum_energy", "depressed"]
"""The shape of the flight."""

OutcomeResult = Literal["success", "failure", "partial", "unknown"]
"""How it went."""

Quantity = Literal["apogee", "range", "flight_time", "bearing", "speed", "payload"]
"""What was measured: apogee and range in km, flight time in s, bearing in degrees."""

Emplacement = Literal[
    "shaft",
    "tunnel",
    "gallery",
    "mine",
    "crater",
    "surface",
    "tower",
    "balloon",
    "airdrop",
    "rocket",
    "barge",
    "ship",
    "underwater",
    "water_surface",
    "space",
    "atmospheric",
    "underground",
]
"""Where a nuclear device was placed."""

ClockTime = Annotated[
    str,
    Pattern(
        "a time of day such as 22:10 or 22:10:05",
        r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,3})?)?\Z",
    ),
]
"""A time of day, 00:00 to 23:59:59."""

TimeBasis = Annotated[
    str, Pattern("UTC, or an offset such as +09:00", r"(?:UTC|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])\Z")
]
"""What the time and the day refer to; a test at night in Korea is on another day in UTC."""


@attrs.frozen(kw_only=True, repr=False)
class Weapon(Constrained):
    """The weapon tested, on three axes: range class, vehicle, platform.

    A range class says nothing about the vehicle or the platform: each axis is given by itself.

    >>> hwasong = Weapon(name="Hwasong-19", range_class="ICBM", vehicle="ballistic", platform="road_mobile")
    >>> hwasong.range_class, hwasong.propulsion
    ('ICBM', None)

    Attributes:
        name: its name.
        aliases: other names.
        raw: the name as the source gives it.
        range_class: its class by range, as stated.
        range_scheme: the scheme whose limits are meant.
        vehicle: what sort of vehicle carries the payload.
        platform: from what it is launched.
        propulsion: what drives it.
        stages: how many stages.
        max_range: the range that it is capable of, in km.
        payload: the payload that it is capable of, in kg.
    """

    name: Text | None = None
    aliases: tuple[Text, ...] = attrs.field(default=(), converter=as_names)
    raw: Passage | None = None
    range_class: RangeClass | None = None
    range_scheme: Slug | None = None
    vehicle: Vehicle | None = None
    platform: Platform | None = None
    propulsion: Propulsion | None = None
    stages: Annotated[int, Between(1, 9)] | None = None
    max_range: Estimate | None = None
    payload: Estimate | None = None


@attrs.frozen(kw_only=True, repr=False)
class Measurement(Estimate):
    """A measured quantity of a flight, as one voice gives it.

    Voices that differ are kept side by side; apogee and range are in km, flight time is in seconds.

    >>> print(Measurement(quantity="apogee", best=7687.5, unit="km", by="PRK"))
    7,687.5 km

    Attributes:
        quantity: what was measured.
    """

    quantity: Quantity


@attrs.frozen(kw_only=True, repr=False)
class Outcome(Constrained):
    """How a test went, and who judged it so.

    The tester and its neighbours may differ: each verdict is one outcome.

    >>> Outcome(result="success", by="PRK").by  # North Korea says so of its own test
    'PRK'

    Attributes:
        result: how it went.
        by: who judged it.
        phase: the phase in which it failed: pad, boost, a stage, re-entry.
        citations: where it is said.
    """

    result: OutcomeResult
    by: ActorCode | None = None
    phase: Text | None = None
    citations: tuple[Citation, ...] = attrs.field(default=(), converter=as_citations)


def _as_test_purposes(value: Iterable[TestPurpose]) -> frozenset[TestPurpose]:
    return as_frozenset(value)


def _as_measurements(value: Iterable[Measurement]) -> tuple[Measurement, ...]:
    return as_tuple(value)


def _as_outcomes(value: Iterable[Outcome]) -> tuple[Outcome, ...]:
    return as_tuple(value)


@attrs.frozen(kw_only=True, repr=False)
class WeaponsTest(Record):
    """One test of a weapon: a launch, an explosion, an engine firing.

    The day is that of the basis given: in Korea a test can be a day later than in UTC.
    Raises `InvalidRecord` for a time without its basis.

    >>> test = WeaponsTest(id="hwasong-19-2024-10-31", tester="PRK", kind="missile", on="2024-10-31",
    ...                    time="07:10", time_basis="+09:00", weapon=Weapon(name="Hwasong-19"),
    ...                    measurements=[Measurement(quantity="apogee", best=7687.5, unit="km", by="PRK")])
    >>> print(test.weapon.name, *test.measured("apogee"))
    Hwasong-19 7,687.5 km

    Attributes:
        tester: who tested.
        attribution: how sure it is that it took place and whose it was.
        kind: what is tested.
        on: the day, on the basis given.
        time: the time of day.
        time_basis: UTC or an offset.
        group: the series to which it belongs.
        index: its place in the series, from 1.
        count: how many the series has.
        purposes: what it was for.
        weapon: the weapon.
        launch: where it was launched.
        impact: where it came down.
        measurements: apogee, range, flight time and bearing, each with its voice.
        trajectory: the shape of the flight, as stated.
        outcomes: how it went, each with who judged it.
        explosive_yield: yield of a nuclear test in kt, each figure with its voice.
        emplacement: where a nuclear device was placed.
        height: height above ground in metres; negative is depth below it.
        mb: body-wave magnitude.
        ms: surface-wave magnitude.
        alleged: whether the test as a whole is only alleged.
    """

    kind_name: ClassVar[str] = "weapons_test"
    section: ClassVar[str] = "weapons_tests"
    roles: ClassVar[dict[str, tuple[str, ...]]] = {"by": ("tester",), "day": ("on",)}

    tester: ActorCode
    attribution: Attribution | None = None
    kind: TestKind
    on: When | None = attrs.field(default=None, converter=as_optional_when)
    time: ClockTime | None = None
    time_basis: TimeBasis | None = None
    group: Slug | None = None
    index: PositiveInt | None = None
    count: PositiveInt | None = None
    purposes: frozenset[TestPurpose] = attrs.field(default=frozenset(), converter=_as_test_purposes)
    weapon: Weapon | None = None
    launch: Place | None = None
    impact: Place | None = None
    measurements: tuple[Measurement, ...] = attrs.field(default=(), converter=_as_measurements)
    trajectory: Trajectory | None = None
    outcomes: tuple[Outcome, ...] = attrs.field(default=(), converter=_as_outcomes)
    explosive_yield: tuple[Estimate, ...] = attrs.field(default=(), converter=as_estimates)
    emplacement: Emplacement | None = None
    height: Number | None = None
    mb: Annotated[Number, Between(0.1, 10)] | None = None
    ms: Annotated[Number, Between(0.1, 10)] | None = None
    alleged: bool = False

    def _invariants(self) -> Iterable[Problem]:
        if self.time is not None and self.time_basis is None:
            yield Invariant("time", "a time needs its basis, because the day depends on it")
        if self.index is not None and self.count is not None and self.index > self.count:
            yield Invariant("index", f"index {self.index} is above count {self.count}")

    def measured(self, quantity: Quantity) -> tuple[Measurement, ...]:
        """Return the measurements of one quantity."""
        return tuple(each for each in self.measurements if each.quantity == quantity)
