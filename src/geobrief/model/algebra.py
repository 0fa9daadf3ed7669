"""The algebra of conditions: what they have in common, and how ``&`` and ``|`` join them.

The conditions themselves are in `geobrief.model.condition`.
"""

from collections.abc import Iterable
from typing import Annotated, ClassVar

import attrs

from geobrief.constraint import Constrained, Invariant, NonEmpty, Problem
from geobrief.model import wording
from geobrief.values.convert import as_tuple

__all__ = ["AllOf", "AnyOf", "Condition"]


@attrs.frozen(repr=False)
class Condition(Constrained):
    """Base of all conditions; ``a & b`` asks for both, ``a | b`` for either."""

    key: ClassVar[str]
    """The key that names the condition in a file."""
    primary: ClassVar[str | None] = None
    """The field that stands beside the key; None where the key holds a mapping of all fields."""

    def __and__(self, other: "Condition") -> "AllOf":
        if not isinstance(other, Condition):
            return NotImplemented
        return AllOf((*_parts(self, AllOf), *_parts(other, AllOf)))

    def __or__(self, other: "Condition") -> "AnyOf":
        if not isinstance(other, Condition):
            return NotImplemented
        return AnyOf((*_parts(self, AnyOf), *_parts(other, AnyOf)))

    @property
    def preposition(self) -> str:
        """The word that leads to the condition in a sentence."""
        return "upon"

    def _invariants(self) -> Iterable[Problem]:
        if type(self) is Condition:
            yield Invariant("", "a condition is of one of its kinds, such as Consents or Exchange")

    @property
    def parts(self) -> tuple["Condition", ...]:
        """The conditions that this one combines; empty for a simple one."""
        return ()


def _parts(condition: Condition, joined_by: "type[AllOf | AnyOf]") -> tuple[Condition, ...]:
    return condition.parts if isinstance(condition, joined_by) else (condition,)


def _conditions(parts: Iterable[Condition]) -> tuple[Condition, ...]:
    return as_tuple(parts)


@attrs.frozen(repr=False)
class AllOf(Condition):
    """Every one of several conditions.

    >>> from geobrief import Consents, Share
    >>> print(Consents(55) & Share("emissions", at_least="0.55"))
    55 consents with at least 55 % of emissions

    Attributes:
        conditions: the conditions.
    """

    key: ClassVar[str] = "all_of"
    primary: ClassVar[str | None] = "conditions"

    conditions: Annotated[tuple[Condition, ...], NonEmpty()] = attrs.field(converter=_conditions)

    @property
    def parts(self) -> tuple[Condition, ...]:
        """The conditions combined."""
        return self.conditions

    def __str__(self) -> str:
        return wording.together(
            f"({part})" if isinstance(part, AnyOf) else str(part) for part in self.conditions
        )


@attrs.frozen(repr=False)
class AnyOf(Condition):
    """At least one of several conditions.

    >>> from geobrief import Exchange
    >>> print(Exchange("notes") | Exchange("instruments"))
    exchange of notes or exchange of instruments of ratification

    Attributes:
        conditions: the conditions.
    """

    key: ClassVar[str] = "any_of"
    primary: ClassVar[str | None] = "conditions"

    conditions: Annotated[tuple[Condition, ...], NonEmpty()] = attrs.field(converter=_conditions)

    @property
    def parts(self) -> tuple[Condition, ...]:
        """The conditions combined."""
        return self.conditions

    def __str__(self) -> str:
        return " or ".join(f"({part})" if isinstance(part, AllOf) else str(part) for part in self.conditions)
