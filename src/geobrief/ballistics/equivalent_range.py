"""How far a missile could have flown, had it not been lofted: a lower bound."""

import math
from typing import ClassVar, Final

import attrs

from geobrief.ballistics.bounds import Bounds, Quantity, kilometres
from geobrief.ballistics.orbit import EARTH_RADIUS, HALF_CIRCUMFERENCE, best_apogee, energy, farthest
from geobrief.errors import InvalidArgument
from geobrief.result import Form, Result
from geobrief.truth import Truth

__all__ = ["METHOD", "EquivalentRange", "equivalent_range"]

METHOD: Final = (
    f"speed at launch from apogee and ground range, then the longest range that it allows; spherical, "
    f"non-rotating Earth of {EARTH_RADIUS:.0f} km, impulsive boost, no drag; a lower bound, because gravity "
    f"losses of the lofted boost are ignored"
)


@attrs.frozen(kw_only=True)
class EquivalentRange(Result):
    """The longest range, on a minimum-energy flight, of the missile that flew as measured.

    ``value`` is what the flight shows at least.  ``most`` is the same formula for the most
    favourable of the measured figures; it is no upper bound of what the missile can do.

    Attributes:
        value: the range in km that it could reach at least; half the circumference where any point.
        most: the range in km by the same formula, for the upper bounds of the measurements.
        any_point_on_earth: whether its energy suffices for any point on Earth.
        apogee: the apogee in km that was put in.
        ground_range: the ground range in km that was put in.
        method: how it was computed, and with what error.
    """

    form: ClassVar[Form] = Form(
        "value most unit bound any_point_on_earth apogee ground_range method",
        version=1,
        value=lambda reach: round(reach.value, 1),
        most=lambda reach: round(reach.most, 1),
        unit=lambda _: "km",
        bound=lambda _: "at_least",
    )

    value: float
    most: float
    any_point_on_earth: Truth
    apogee: Bounds
    ground_range: Bounds
    method: str = METHOD

    @property
    def bounds(self) -> Bounds:
        """What the measurements leave possible for the formula's result."""
        return Bounds(self.value, self.most, self.apogee.approximate or self.ground_range.approximate)

    def __str__(self) -> str:
        about = "about " if self.bounds.approximate else ""
        given = f"(apogee {self.apogee} km, ground range {self.ground_range} km)"
        if self.any_point_on_earth.is_yes:
            return f"any point on Earth {given}"
        return f"at least {about}{self.value:,.0f} km {given}"


def equivalent_range(apogee: Quantity, ground_range: Quantity) -> EquivalentRange:
    """Compute how far a missile with this apogee and ground range could have flown.

    Both are in km, or estimates with their unit.  Imprecise figures give the smallest
    result that they allow.  An open side is as wide as a flight can be.  Raises
    `InvalidArgument` where no trajectory has these figures.

    >>> print(equivalent_range(2111, 787))
    at least 4,355 km (apogee 2,111 km, ground range 787 km)
    >>> equivalent_range(7687, 1001).any_point_on_earth
    <Truth.YES: 'yes'>
    """
    return equivalent_of(kilometres(apogee), kilometres(ground_range))


def equivalent_of(apogee: Bounds, ground_range: Bounds) -> EquivalentRange:
    """Compute the equivalent range from bounds in km."""
    if problem := impossible(apogee, ground_range):
        raise InvalidArgument(problem)
    lowest, highest = max(apogee.low, 0.0), apogee.high
    nearest, furthest = max(ground_range.low, 0.0), min(ground_range.high, HALF_CIRCUMFERENCE)
    least = _energy(min(max(best_apogee(nearest), lowest), highest), nearest)
    most = max(_energy(lowest, furthest), _energy(highest, furthest))
    return EquivalentRange(
        value=farthest(least),
        most=farthest(most),
        any_point_on_earth=Bounds(least, most).at_least(1.0),
        apogee=apogee,
        ground_range=ground_range,
    )


def impossible(apogee: Bounds, ground_range: Bounds) -> str:
    """Say why no trajectory has these figures; empty where some has."""
    if apogee.high < 0:
        return f"expected an apogee from 0 km, got {apogee} km"
    if ground_range.high < 0:
        return f"expected a ground range from 0 km, got {ground_range} km"
    if ground_range.low > HALF_CIRCUMFERENCE:
        return f"expected a ground range up to {HALF_CIRCUMFERENCE:,.0f} km, got {ground_range} km"
    if apogee.high <= 0 < ground_range.low:
        return f"expected an apogee above 0 km for a ground range of {ground_range} km, got {apogee} km"
    return ""


def _energy(apogee: float, ground_range: float) -> float:
    """Compute ``Q``; a flight that goes nowhere has none, one along the ground orbits."""
    if apogee == 0:
        return 0.0 if ground_range == 0 else 1.0
    return energy(apogee, ground_range) if math.isfinite(apogee) else 2.0
