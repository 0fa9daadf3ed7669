"""Estimates: a number as somebody gave it, with its bounds, its unit and who says so.

Zero is a number, never "unknown".  Estimates of different voices are never merged
silently: `geobrief.values.reconcile` applies a policy that has a name.
"""

from collections.abc import Iterable
from typing import Literal

import attrs

from geobrief.constraint import Constrained, Invariant, Number, Passage, Problem, Text
from geobrief.values.citation import Citation, as_citations
from geobrief.values.convert import as_optional_when, as_tuple
from geobrief.values.identifier import ActorCode
from geobrief.values.when import When

__all__ = ["Bound", "Estimate", "Method", "Policy", "as_estimates"]

Bound = Literal["exact", "range", "at_least", "at_most", "approximate"]
"""How the figure bounds the true number."""

Method = Literal["counted", "reported", "media", "derived_from_unit_size", "imputed", "unknown"]
"""How the figure was come by."""

Policy = Literal["envelope", "latest", "most_reliable", "median"]
"""A named way to make one estimate out of several."""


@attrs.frozen(kw_only=True, repr=False)
class Estimate(Constrained):
    """A figure with its bounds, as one voice gives it.

    At least one of the three numbers is given.  A best figure outside its own range is
    kept (the field's data has such rows) and reported by a check; ``low`` above ``high``
    is refused.

    >>> print(Estimate(best=10_000, bound="approximate", unit="persons"))
    about 10,000 persons
    >>> print(Estimate(low=100, high=200, unit="kt"))
    100–200 kt

    Attributes:
        low: the lower bound.
        best: the best single figure.
        high: the upper bound.
        unit: what is counted or measured: persons, km, kt, s, missiles, warheads.
        bound: how the figure bounds the true number.
        method: how the figure was come by.
        verbatim: the words in which it was given.
        by: who gives it.
        on: the day to which the figure refers.
        alleged: whether it is only alleged.
        citations: where it is said.
    """

    low: Number | None = None
    best: Number | None = None
    high: Number | None = None
    unit: Text
    bound: Bound | None = None
    method: Method | None = None
    verbatim: Passage | None = None
    by: ActorCode | None = None
    on: When | None = attrs.field(default=None, converter=as_optional_when)
    alleged: bool = False
    citations: tuple[Citation, ...] = attrs.field(default=(), converter=as_citations)

    def _invariants(self) -> Iterable[Problem]:
        if self.low is None and self.best is None and self.high is None:
            yield Invariant("", "an estimate needs at least one of low, best, high")
        if self.low is not None and self.high is not None and self.low > self.high:
            yield Invariant("low", f"low {self.low!r} is above high {self.high!r}", "GB502")

    @property
    def least(self) -> Number | None:
        """The smallest number that the estimate allows, where it gives one."""
        if self.low is not None:
            return self.low
        return self.best if self.bound in {"exact", "at_least", None} else None

    @property
    def most(self) -> Number | None:
        """The largest number that the estimate allows, where it gives one."""
        if self.high is not None:
            return self.high
        return self.best if self.bound in {"exact", "at_most", None} else None

    def __str__(self) -> str:
        return f"{_figure(self)} {self.unit}"


def as_estimates(value: Iterable[Estimate]) -> tuple[Estimate, ...]:
    """Turn any iterable of estimates into a tuple."""
    return as_tuple(value)


def _figure(estimate: Estimate) -> str:
    low, best, high = estimate.low, estimate.best, estimate.high
    if best is not None:
        word = {"approximate": "about ", "at_least": "at least ", "at_most": "at most "}.get(
            estimate.bound or "", ""
        )
        spread = f" ({_number(low)}–{_number(high)})" if low is not None or high is not None else ""
        return f"{word}{_number(best)}{spread}"
    about = "about " if estimate.bound == "approximate" else ""
    if low is None:
        return f"at most {about}{_number(high)}"
    if high is None:
        return f"at least {about}{_number(low)}"
    return f"{about}{_number(low)}" if low == high else f"{about}{_number(low)}–{_number(high)}"


def _number(value: Number | None) -> str:
    return "…" if value is None else f"{value:,}"
