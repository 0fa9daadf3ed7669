"""A facet of where a claim stands: a value, or those that are possible, with reasons."""

from typing import Any, Generic, TypeVar, cast

import attrs

from geobrief.answer import Reason
from geobrief.values.possible import Possible
from geobrief.values.when import When

__all__ = ["Facet"]

T = TypeVar("T")


@attrs.frozen
class Facet(Possible[T], Generic[T]):
    """One side of where a claim stands.

    Where dates are imprecise, several values may be possible; ``value`` raises
    `Undetermined` then, and ``options`` holds them all.

    Attributes:
        reasons: what it rests on, the deciding ones first.
        since: the day from which it has been so, where the records give one.
    """

    reasons: tuple[Reason, ...] = attrs.field(default=(), kw_only=True)
    since: When | None = attrs.field(default=None, kw_only=True)

    def plain(self) -> Any:
        """Return the value as plain data, or ``one_of`` those that are possible."""
        options: list[Any] = [_plain(each) for each in self]
        return options[0] if self.is_certain else {"one_of": options}


def _plain(value: object) -> object:
    return sorted(map(str, cast("frozenset[object]", value))) if isinstance(value, frozenset) else value
