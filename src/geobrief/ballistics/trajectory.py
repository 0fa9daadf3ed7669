"""The shape of a flight: higher or lower than the one that costs least."""

from typing import Final

from geobrief.ballistics.bounds import Bounds, Quantity, kilometres
from geobrief.ballistics.equivalent_range import impossible
from geobrief.ballistics.orbit import HALF_CIRCUMFERENCE, best_apogee
from geobrief.errors import InvalidArgument
from geobrief.model.weapons_test import Trajectory
from geobrief.values.possible import Possible

__all__ = ["DEPRESSED_BELOW", "LOFTED_ABOVE", "trajectory", "trajectory_of"]

LOFTED_ABOVE: Final = 4 / 3
"""A flight is lofted above this multiple of the apogee that costs least."""

DEPRESSED_BELOW: Final = 3 / 4
"""A flight is depressed below this multiple of the apogee that costs least."""


def trajectory(apogee: Quantity, ground_range: Quantity) -> Possible[Trajectory]:
    """Tell whether a flight was lofted, of minimum energy, or depressed.

    The apogee is compared with that of the flight that reaches the same range with least
    energy.  No source fixes the limits: between 3/4 and 4/3 of it, as set here, a flight
    gives up less than about 5 % of its range.  Imprecise figures may leave several shapes
    possible.  Raises `InvalidArgument` where no trajectory has these figures.

    >>> str(trajectory(7687, 1001)), str(trajectory(550, 2700)), str(trajectory(50, 600))
    ('lofted', 'minimum_energy', 'depressed')
    """
    return trajectory_of(kilometres(apogee), kilometres(ground_range))


def trajectory_of(apogee: Bounds, ground_range: Bounds) -> Possible[Trajectory]:
    """Tell the shape from bounds in km."""
    if problem := impossible(apogee, ground_range):
        raise InvalidArgument(problem)
    nearest, furthest = max(ground_range.low, 0.0), min(ground_range.high, HALF_CIRCUMFERENCE)
    highest_at = min(max(HALF_CIRCUMFERENCE / 2, nearest), furthest)  # no cheapest flight rises higher
    cheapest = [best_apogee(nearest), best_apogee(furthest), best_apogee(highest_at)]
    lowest, highest = max(apogee.low, 0.0), apogee.high
    shapes: set[Trajectory] = set()
    if highest > LOFTED_ABOVE * min(cheapest):
        shapes.add("lofted")
    if lowest < DEPRESSED_BELOW * max(cheapest):
        shapes.add("depressed")
    if lowest <= LOFTED_ABOVE * max(cheapest) and highest >= DEPRESSED_BELOW * min(cheapest):
        shapes.add("minimum_energy")
    return Possible(frozenset(shapes))
