"""Predicates on declared types: which shape of plain data a type asks for."""

from collections.abc import Callable
from typing import Any, get_origin

from geobrief.constraint import Constrained
from geobrief.model.condition import Condition
from geobrief.values.delay import Delay

__all__ = ["is_object", "made_of"]


def is_object(tp: Any) -> bool:
    """Whether a type is a class that stands as a mapping of its fields."""
    return (
        isinstance(tp, type)
        and issubclass(tp, Constrained)
        and tp is not Condition
        and not issubclass(tp, Delay)
    )


def made_of(*origins: Any) -> Callable[[Any], bool]:
    """Return the predicate for types such as ``tuple[str, ...]`` by their origin."""

    def asks(tp: Any) -> bool:
        origin: Any = get_origin(tp)
        return origin in origins

    return asks
