"""A set of persons of whom some certainly belong and others possibly do."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

import attrs

from geobrief.truth import Truth

__all__ = ["UNRECORDED", "PartialSet", "passes"]


@attrs.frozen
class PartialSet:
    """Who certainly and who possibly belongs; the certain are possible too.

    Attributes:
        certain: who belongs.
        possible: who may belong.
        is_open: whether others may belong who are not named.
    """

    certain: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()
    is_open: bool = False

    @classmethod
    def of(cls, members: Iterable[str]) -> "PartialSet":
        """Make a set that is known exactly."""
        known = frozenset(members)
        return cls(known, known)

    @classmethod
    def told(cls, truths: Iterable[tuple[str, Truth]], *, is_open: bool = False) -> "PartialSet":
        """Make the set of those of whom something is, or may be, true."""
        every = tuple(truths)
        return cls(
            frozenset(who for who, truth in every if truth.is_yes),
            frozenset(who for who, truth in every if not truth.is_no),
            is_open,
        )

    @classmethod
    def on_one_of(cls, days: "Sequence[PartialSet]") -> "PartialSet":
        """Make the set as it was on one of several days, of which nobody knows which."""
        certain = frozenset.intersection(*(day.certain for day in days))
        possible = frozenset.union(*(day.possible for day in days))
        return cls(certain, possible, any(day.is_open for day in days))

    def among(self, other: "PartialSet") -> "PartialSet":
        """Keep those who belong to another set as well."""
        possible = self.possible if other.is_open else self.possible & other.possible
        if self.is_open:
            possible |= other.possible
        return PartialSet(self.certain & other.certain, possible, self.is_open and other.is_open)

    def without(self, left_out: Iterable[str]) -> "PartialSet":
        """Leave some out."""
        out = frozenset(left_out)
        return PartialSet(self.certain - out, self.possible - out, self.is_open)

    def number_at_least(self, count: int) -> Truth:
        """Tell whether at least so many belong."""
        if len(self.certain) >= count:
            return Truth.YES
        return Truth.UNKNOWN if self.is_open or len(self.possible) >= count else Truth.NO

    def makes_up(self, of: "PartialSet", at_least: Fraction | None, more_than: Fraction | None) -> Truth:
        """Tell whether these are such a fraction of a set; each uncertain member counts one way."""
        if of.is_open:
            return Truth.UNKNOWN
        certain = len(self.certain & of.certain)
        # A possible member that certainly belongs here helps the fraction; one that does not hurts it.
        helpful = (self.possible & of.possible) - of.certain
        hurtful = of.possible - of.certain - self.certain
        low = passes(certain, len(of.certain) + len(hurtful), at_least, more_than)
        best = len(self.possible & of.certain) + len(helpful)
        return Truth.among([low, passes(best, len(of.certain) + len(helpful), at_least, more_than)])


UNRECORDED = PartialSet(is_open=True)
"""A set of which nobody is recorded, and anybody may belong."""


def passes(
    part: Fraction | int, whole: Fraction | int, at_least: Fraction | None, more_than: Fraction | None
) -> bool:
    """Tell whether a part of a whole reaches a share, or exceeds it; of nothing there is no share.

    >>> passes(2, 3, Fraction(2, 3), None), passes(2, 4, None, Fraction(1, 2))
    (True, False)
    """
    if at_least is not None:
        return whole > 0 and part >= at_least * whole
    return more_than is not None and part > more_than * whole
