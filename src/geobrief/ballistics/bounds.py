"""Bounds: what an imprecise figure leaves possible, in the unit that a formula wants.

An "about" has no published width, so its figure is taken as it stands and the hedge is
kept.  "At least" and "at most" leave their other side open.
"""

import math
from collections.abc import Iterable
from typing import Final, Self

import attrs

from geobrief.constraint import Number
from geobrief.errors import InvalidArgument
from geobrief.truth import Truth
from geobrief.values.estimate import Estimate

__all__ = ["Bounds", "Quantity", "kilograms", "kilometres"]

Quantity = Number | Estimate
"""A figure in km or kg, or an estimate with its unit."""

KILOMETRES: Final = {"km": 1.0, "m": 0.001, "nmi": 1.852, "mi": 1.609344}
KILOGRAMS: Final = {"kg": 1.0, "t": 1000.0, "lb": 0.45359237}


@attrs.frozen
class Bounds:
    """The smallest and the largest value that a figure allows.

    Attributes:
        low: the smallest value; minus infinity where nothing bounds it.
        high: the largest value; infinity where nothing bounds it.
        approximate: whether a figure in it was given as "about".
    """

    low: float
    high: float
    approximate: bool = False

    @classmethod
    def of(cls, quantity: Quantity, units: dict[str, float]) -> Self:
        """Read a figure or an estimate; raises `InvalidArgument` for a unit that is not known.

        >>> Bounds.of(Estimate(low=7000, bound="at_least", unit="km"), KILOMETRES)
        Bounds(low=7000.0, high=inf, approximate=False)
        """
        if not isinstance(quantity, Estimate):
            if not math.isfinite(quantity):
                raise InvalidArgument(f"expected a finite number, got {quantity!r}")
            return cls(float(quantity), float(quantity))
        if quantity.unit not in units:
            raise InvalidArgument(f"expected one of {', '.join(units)} as unit, got {quantity.unit!r}")
        factor = units[quantity.unit]
        figures = [each for each in (quantity.low, quantity.best, quantity.high) if each is not None]
        open_below = quantity.low is None and (quantity.best is None or quantity.bound == "at_most")
        open_above = quantity.high is None and (quantity.best is None or quantity.bound == "at_least")
        return cls(
            -math.inf if open_below else min(figures) * factor,
            math.inf if open_above else max(figures) * factor,
            approximate=quantity.bound == "approximate",
        )

    @classmethod
    def around(cls, several: Iterable["Bounds"]) -> Self:
        """Span several voices that measured one thing; a figure without bound on a side bounds nothing.

        >>> Bounds.around([Bounds(7000, math.inf), Bounds(7687, 7687)])
        Bounds(low=7000, high=7687, approximate=False)
        """
        pool = list(several)
        low = min((each.low for each in pool if each.low > -math.inf), default=-math.inf)
        high = max((each.high for each in pool if each.high < math.inf), default=math.inf)
        named = [value for each in pool for value in (each.low, each.high) if math.isfinite(value)]
        return cls(
            low if low <= min(named, default=low) else -math.inf,
            high if high >= max(named, default=high) else math.inf,
            approximate=any(each.approximate for each in pool),
        )

    def at_least(self, limit: float) -> Truth:
        """Whether the value is the limit or above it."""
        if self.low >= limit:
            return Truth.YES
        return Truth.NO if self.high < limit else Truth.UNKNOWN

    def above(self, limit: float) -> Truth:
        """Whether the value is above the limit."""
        if self.low > limit:
            return Truth.YES
        return Truth.NO if self.high <= limit else Truth.UNKNOWN

    def __str__(self) -> str:
        about = "about " if self.approximate else ""
        if self.low == self.high:
            return f"{about}{self.low:,.0f}"
        if math.isinf(self.high):
            return f"at least {about}{self.low:,.0f}" if math.isfinite(self.low) else "unknown"
        if math.isinf(self.low):
            return f"at most {about}{self.high:,.0f}"
        return f"{about}{self.low:,.0f}–{self.high:,.0f}"


def kilometres(quantity: Quantity) -> Bounds:
    """Read a distance in km."""
    return Bounds.of(quantity, KILOMETRES)


def kilograms(quantity: Quantity) -> Bounds:
    """Read a mass in kg."""
    return Bounds.of(quantity, KILOGRAMS)
