"""What a flight says about a missile: class by range, MTCR category, how far it could reach.

The formulas assume a non-rotating spherical Earth, an impulsive boost and no drag; what they
give is a lower bound.  Imprecise measurements give every result that they allow.
"""

from geobrief.ballistics.bounds import Bounds
from geobrief.ballistics.equivalent_range import METHOD, EquivalentRange, equivalent_range
from geobrief.ballistics.flight import Flight, flight, flight_issues
from geobrief.ballistics.mtcr import MtcrCategory, mtcr_category
from geobrief.ballistics.orbit import EARTH_RADIUS, HALF_CIRCUMFERENCE, best_apogee
from geobrief.ballistics.range_class import SCHEMES, Classified, Scheme, SchemeName, range_class
from geobrief.ballistics.trajectory import trajectory

__all__ = [
    "EARTH_RADIUS",
    "HALF_CIRCUMFERENCE",
    "METHOD",
    "SCHEMES",
    "Bounds",
    "Classified",
    "EquivalentRange",
    "Flight",
    "MtcrCategory",
    "Scheme",
    "SchemeName",
    "best_apogee",
    "equivalent_range",
    "flight",
    "flight_issues",
    "mtcr_category",
    "range_class",
    "trajectory",
]
