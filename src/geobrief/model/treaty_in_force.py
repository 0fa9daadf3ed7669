"""The condition that another treaty is in force; it can also bound a clause from below."""

from typing import ClassVar

import attrs

from geobrief.model.algebra import Asked, Condition
from geobrief.values.identifier import TreatyId

__all__ = ["TreatyInForce"]


@attrs.frozen(repr=False)
class TreatyInForce(Condition):
    """The entry into force of another treaty.

    >>> print(TreatyInForce("paris-agreement"))
    entry into force of paris-agreement

    Attributes:
        treaty: the other treaty.
    """

    key: ClassVar[str] = "treaty"
    primary: ClassVar[str | None] = "treaty"
    asks_for: ClassVar[Asked] = "another_treaty"

    treaty: TreatyId

    def __str__(self) -> str:
        return f"entry into force of {self.treaty}"
