"""A value of which the records may leave several possible.

Where dates or measurements are imprecise, a question with more than two answers has a set
of possible ones.  `geobrief.truth.Truth` is the same idea for yes and no.
"""

from collections.abc import Iterator
from typing import Generic, TypeVar, cast

import attrs

from geobrief.errors import InvalidArgument, Undetermined
from geobrief.truth import Truth

__all__ = ["Possible"]

T = TypeVar("T")


@attrs.frozen
class Possible(Generic[T]):
    """One value, or the several that are possible; never none.

    ``value`` raises `Undetermined` where several are possible, so that none is picked.

    >>> shape = Possible(frozenset({"lofted", "minimum_energy"}))
    >>> str(shape), shape.is_certain, str(shape.holds("lofted")), str(shape.holds("depressed"))
    ('lofted or minimum_energy', False, 'unknown', 'no')
    >>> Possible(frozenset({"lofted"})).value
    'lofted'

    Attributes:
        options: every value that is possible.
    """

    options: frozenset[T]

    def __attrs_post_init__(self) -> None:
        if not self.options:
            raise InvalidArgument("no possible value was given")

    @property
    def is_certain(self) -> bool:
        """Whether only one value is possible."""
        return len(self.options) == 1

    @property
    def value(self) -> T:
        """The one possible value; raises `Undetermined` where there are several."""
        if not self.is_certain:
            raise Undetermined(f"several values are possible: {self}")
        return next(iter(self.options))

    def holds(self, value: T) -> Truth:
        """Whether it is this value: yes, no, or unknown."""
        if value not in self.options:
            return Truth.NO
        return Truth.YES if self.is_certain else Truth.UNKNOWN

    def __iter__(self) -> Iterator[T]:
        return iter(sorted(self.options, key=_text))

    def __str__(self) -> str:
        return " or ".join(map(_text, self))


def _text(value: object) -> str:
    """Write a value for a person: sets as words joined by ``and``."""
    if isinstance(value, frozenset):
        return " and ".join(sorted(map(str, cast("frozenset[object]", value))))
    return "none" if value is None else str(value)
