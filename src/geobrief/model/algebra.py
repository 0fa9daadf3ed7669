"""The algebra of conditions: what they have in common, and how ``&`` and ``|`` join them.

The conditions themselves are in `geobrief.model.condition`.
"""

import functools
from collections.abc import Iterable, Iterator
from typing import Annotated, ClassVar, Literal, get_args

import attrs

from geobrief.constraint import Constrained, Invariant, KeyOf, NonEmpty, Problem
from geobrief.constraint.shape import fields_of, within
from geobrief.model import wording
from geobrief.values.convert import as_tuple

__all__ = ["AllOf", "AnyOf", "Asked", "Condition", "simple_parts"]

Asked = Literal[
    "signature", "exchange", "notification", "consent", "day", "another_treaty", "silence", "its_parts"
]
"""What a condition asks for: something that states do, a day, the entry of another treaty, that too few
object (tacit acceptance), or only what its parts ask for."""


@attrs.frozen(eq=False, repr=False)  # its kinds are compared
class Condition(Constrained):
    """Base of all conditions; ``a & b`` asks for both, ``a | b`` for either."""

    key: ClassVar[str]
    """The key that names the condition in a file."""
    primary: ClassVar[str | None] = None
    """The field that stands beside the key; None where the key holds a mapping of all fields."""
    asks_for: ClassVar[Asked]
    """What it asks for; on that depends what a signature means (VCLT 12) and who is bound."""

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        super().__attrs_init_subclass__()
        if getattr(cls, "asks_for", None) not in get_args(Asked):
            raise TypeError(f"{cls.__name__}: asks_for is not one of {', '.join(get_args(Asked))}")

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

    @property
    def asked(self) -> frozenset[Asked]:
        """All that it asks for, by itself or by its parts."""
        return frozenset(part.asks_for for part in simple_parts(self))

    def keys_of(self, mapping: Literal["groups", "weights"]) -> Iterator[tuple[str, str]]:
        """Yield the fields by which it names a group, or a table of weights, of the treaty, with the name."""
        kind: type = type(self)
        for field in _fields_naming(kind, mapping):
            name = getattr(self, field)
            if name is not None:
                yield field, name

    def _inside(self, part: "Condition") -> str:
        return f"({part})" if part.parts and type(part) is not type(self) else str(part)


@functools.cache
def _fields_naming(kind: type, mapping: str) -> tuple[str, ...]:
    """Read from the declared types which fields of a condition hold a key of some mapping of the treaty."""
    mark = KeyOf(mapping)
    return tuple(
        name for name, shape in fields_of(kind).items() if any(mark in inner.marks for inner in within(shape))
    )


def simple_parts(condition: Condition) -> Iterator[Condition]:
    """Yield the simple conditions of which one is made, or itself where it is simple."""
    if not condition.parts:
        yield condition
    for part in condition.parts:
        yield from simple_parts(part)


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
    asks_for: ClassVar[Asked] = "its_parts"

    conditions: Annotated[tuple[Condition, ...], NonEmpty()] = attrs.field(converter=_conditions)

    @property
    def parts(self) -> tuple[Condition, ...]:
        """The conditions combined."""
        return self.conditions

    def __str__(self) -> str:
        return wording.together(map(self._inside, self.conditions))


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
    asks_for: ClassVar[Asked] = "its_parts"

    conditions: Annotated[tuple[Condition, ...], NonEmpty()] = attrs.field(converter=_conditions)

    @property
    def parts(self) -> tuple[Condition, ...]:
        """The conditions combined."""
        return self.conditions

    def __str__(self) -> str:
        return " or ".join(map(self._inside, self.conditions))
