"""The category of a missile under the Missile Technology Control Regime (MTCR)."""

from typing import Literal

from geobrief.ballistics.bounds import Bounds, Quantity, kilograms, kilometres
from geobrief.truth import Truth
from geobrief.values.possible import Possible

__all__ = ["MtcrCategory", "mtcr_category"]

MtcrCategory = Literal["I", "II", "none"]
"""Category I, Category II, or neither, as a complete system."""


def mtcr_category(max_range: Quantity, payload: Quantity | None = None) -> Possible[MtcrCategory]:
    """Tell the MTCR category from range in km and payload in kg, or estimates with their units.

    Category I: at least 500 kg over at least 300 km (Annex, item 1.A).  Category II: at
    least 300 km with any payload (item 19.A).  The figures are taken as they are; the regime
    also looks at what trading payload for range would allow, which they do not tell.
    Without a payload, every category that the range allows is possible.

    >>> str(mtcr_category(300, 500)), str(mtcr_category(300, 499)), str(mtcr_category(299, 1000))
    ('I', 'II', 'none')
    >>> print(mtcr_category(600))
    I or II
    """
    mass = Bounds(0, float("inf")) if payload is None else kilograms(payload)
    far, heavy = kilometres(max_range).at_least(300), mass.at_least(500)
    holds: dict[MtcrCategory, Truth] = {"I": far & heavy, "II": far & ~heavy, "none": ~far}
    return Possible(frozenset(category for category, truth in holds.items() if not truth.is_no))
