"""Which classes stand in a file as a mapping of their fields, and not as a clause or one text."""

from typing import TypeGuard

from geobrief.constraint import Constrained
from geobrief.model.condition import Condition
from geobrief.values.delay import Delay

__all__ = ["is_object"]


def is_object(cls: object) -> TypeGuard[type[Constrained]]:
    """Whether something is a class that stands as a mapping of its fields."""
    return (
        isinstance(cls, type)
        and issubclass(cls, Constrained)
        and cls is not Condition
        and not issubclass(cls, Delay)
    )
