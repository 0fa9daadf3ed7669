"""A set of persons of whom some certainly belong and others possibly do."""

from collections.abc import Iterable

import attrs

from geobrief.truth import Truth

__all__ = ["Standing"]


@attrs.frozen
class Standing:
    """Who certainly and who possibly belongs; the certain are possible too."""

    certain: frozenset[str] = frozenset()
    possible: frozenset[str] = frozenset()

    @classmethod
    def of(cls, members: Iterable[str]) -> "Standing":
        """Make a set that is known exactly."""
        known = frozenset(members)
        return cls(known, known)

    def among(self, other: "Standing") -> "Standing":
        """Keep those who belong to another set as well."""
        return Standing(self.certain & other.certain, self.possible & other.possible)

    def without(self, left_out: Iterable[str]) -> "Standing":
        """Leave some out."""
        out = frozenset(left_out)
        return Standing(self.certain - out, self.possible - out)

    def number_at_least(self, count: int) -> Truth:
        """Tell whether at least so many belong."""
        if len(self.certain) >= count:
            return Truth.YES
        return Truth.UNKNOWN if len(self.possible) >= count else Truth.NO
