"""The ellipse of a ballistic flight: what apogee and ground range say about its speed.

A non-rotating spherical Earth, a boost that ends at once on the ground, and no air.  After
R. R. Bate, D. D. Mueller and J. E. White, Fundamentals of Astrodynamics (1971), chapter 6,
whose ``Q`` is the square of the speed at launch over that of a circular orbit there.
"""

import math
from typing import Final

__all__ = [
    "EARTH_RADIUS",
    "HALF_CIRCUMFERENCE",
    "best_apogee",
    "energy",
    "farthest",
]

EARTH_RADIUS: Final = 6371.0
"""Mean radius of the Earth in km."""

HALF_CIRCUMFERENCE: Final = math.pi * EARTH_RADIUS
"""The distance to the far side of the Earth in km: no ground range is longer."""


def energy(apogee: float, ground_range: float) -> float:
    """Compute ``Q`` of a flight, both in km; from 1 on, it can reach any point on Earth.

    >>> round(energy(2111, 787), 3)
    0.502
    """
    if math.isinf(apogee):
        return 2.0
    half_angle = ground_range / (2 * EARTH_RADIUS)
    eccentricity = apogee / (EARTH_RADIUS + apogee - EARTH_RADIUS * math.cos(half_angle))
    semi_major_axis = (EARTH_RADIUS + apogee) / (1 + eccentricity)
    return 2 - EARTH_RADIUS / semi_major_axis


def farthest(q: float) -> float:
    """Compute the longest ground range in km that a launch with this ``Q`` allows.

    >>> round(farthest(energy(2111, 787)))
    4355
    """
    if q >= 1:
        return HALF_CIRCUMFERENCE
    return 2 * EARTH_RADIUS * math.asin(q / (2 - q))


def best_apogee(ground_range: float) -> float:
    """Compute the apogee in km of the flight that reaches a ground range with least energy.

    The empty focus of that ellipse lies midway between launch and impact.

    >>> round(best_apogee(787)), round(best_apogee(10_000))
    (191, 1319)
    """
    half_angle = ground_range / (2 * EARTH_RADIUS)
    return EARTH_RADIUS * (math.sin(half_angle) + math.cos(half_angle) - 1) / 2
