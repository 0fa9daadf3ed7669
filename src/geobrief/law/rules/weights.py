"""Weights: what shares states carry by a table of the treaty, where a clause asks for shares.

Tonnage, emissions or capital: a table may leave states out, or say that what they carry is not known.
"""

from collections.abc import Iterable
from fractions import Fraction

from geobrief import actors
from geobrief.law.uncertain.partial_set import PartialSet, passes
from geobrief.model.treaty import WeightTable
from geobrief.truth import Truth

__all__ = ["Weights"]


class Weights:
    """A table of weights by person, exact, against its total."""

    def __init__(self, table: WeightTable) -> None:
        """Key the table by person in law."""
        self._weights = {actors.person(code): weight for code, weight in table.weights.items()}
        self._unknown = frozenset(map(actors.person, table.unknown))
        known = sum(table.weights.values(), Fraction(0))
        self.total = known if table.total is None else table.total
        self._rest = self.total - known

    def absent(self, from_whom: Iterable[str]) -> tuple[str, ...]:
        """Name those of whom the table says nothing, and who therefore carry nothing."""
        return tuple(sorted(set(from_whom) - self._weights.keys() - self._unknown))

    def carried(self, by: PartialSet) -> tuple[Fraction, Fraction]:
        """Bound what some carry: who is absent carries nothing, who is unknown up to the rest."""
        low = sum((self._weights.get(who, Fraction(0)) for who in by.certain), Fraction(0))
        high = sum((self._weights.get(who, Fraction(0)) for who in by.possible), Fraction(0))
        return low, high + (self._rest if by.possible & self._unknown else 0)

    def reached(self, by: PartialSet, at_least: Fraction | None, more_than: Fraction | None) -> Truth:
        """Tell whether some carry at least a share of the whole, or more than one."""
        return Truth.among(passes(each, self.total, at_least, more_than) for each in self.carried(by))
