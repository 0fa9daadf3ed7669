"""Shapes: what values of a declared type look like, parsed once into nodes of twelve kinds.

Whoever works from the declarations of the fields (the check of the constructor, the codec,
references, generated data, documentation) is a ``match`` over these nodes that ends in
``assert_never``.  A new kind of node is thus a fault of every such place that forgets it.
What stands beside a type in ``Annotated`` hangs on its node.
"""

import functools
import types
import typing
from collections.abc import Iterator, Mapping
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Final,
    Literal,
    TypeAlias,
    assert_never,
    get_args,
    get_origin,
)

import attrs

from geobrief.constraint.check import Check, Refers

__all__ = [
    "INTEGER_LIMIT",
    "AnyNumber",
    "AnyText",
    "Boolean",
    "ListOf",
    "MappingOf",
    "Node",
    "ObjectOf",
    "OptionalOf",
    "ReferenceTo",
    "SetOf",
    "Shape",
    "UnionOf",
    "WholeNumber",
    "WordOf",
    "fields_of",
    "parts_of",
    "shape_of",
    "type_hints",
    "within",
]

INTEGER_LIMIT: Final = 2**63
"""Whole numbers lie between the negative of this and this, the latter excluded."""


class Node:
    """What every node has: what it is made of, and the marks that stand beside the type.

    One class serves all kinds, each of which says only what it is made of.  It is written by hand,
    which keeps imports short.
    """

    __slots__ = ("marks", "of")
    __match_args__ = ("of",)

    def __init__(self, of: object, *, marks: tuple[object, ...] = ()) -> None:
        self.of = of
        self.marks = marks

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Node)
            and type(self) is type(other)
            and (self.of, self.marks) == (other.of, other.marks)
        )

    def __hash__(self) -> int:
        return hash((type(self), self.of, self.marks))

    @property
    def checks(self) -> tuple[Check, ...]:
        """Those of the marks that are rules for the value."""
        return tuple(mark for mark in self.marks if isinstance(mark, Check))

    def __repr__(self) -> str:
        """Show what the node is made of, and its marks where it has any."""
        made_of = self.of.__name__ if isinstance(self.of, type) else repr(self.of)
        marks = f", marks={self.marks!r}" if self.marks else ""
        return f"{type(self).__name__}({made_of}{marks})"


class AnyText(Node):
    """A text: ``str``."""

    __slots__ = ()
    of: type[str]


class Boolean(Node):
    """Yes or no: ``bool``."""

    __slots__ = ()
    of: type[bool]


class WholeNumber(Node):
    """A whole number: ``int``."""

    __slots__ = ()
    of: type[int]


class AnyNumber(Node):
    """A whole or broken number: ``float``, ``int | float``."""

    __slots__ = ()
    of: type[float]


class ReferenceTo(Node):
    """A text that is the id of something of one of these kinds, or of any record where empty."""

    __slots__ = ()
    of: tuple[str, ...]


class WordOf(Node):
    """One word of a closed list: ``Literal["received", "sent"]``."""

    __slots__ = ()
    of: tuple[str, ...]


class ListOf(Node):
    """Any number of members in order: ``tuple[When, ...]``."""

    __slots__ = ()
    of: "Shape"


class SetOf(Node):
    """Any number of different members: ``frozenset[Means]``."""

    __slots__ = ()
    of: "Shape"


class MappingOf(Node):
    """Members by name, and the class that holds them: ``FrozenMapping[Source]``."""

    __slots__ = ()
    of: tuple["Shape", type[Mapping[str, object]]]


class ObjectOf(Node):
    """An object of a class: a record, a value, an exact number."""

    __slots__ = ()
    of: type


class OptionalOf(Node):
    """What may be None: ``When | None``."""

    __slots__ = ()
    of: "Shape"


class UnionOf(Node):
    """One of several shapes: ``When | TreatyInForce``."""

    __slots__ = ()
    of: tuple["Shape", ...]


Shape: TypeAlias = (
    AnyText
    | ReferenceTo
    | WordOf
    | Boolean
    | WholeNumber
    | AnyNumber
    | ListOf
    | SetOf
    | MappingOf
    | ObjectOf
    | OptionalOf
    | UnionOf
)
"""A node of any kind."""

_SCALARS: dict[object, Shape] = {
    str: AnyText(str),
    bool: Boolean(bool),
    int: WholeNumber(int),
    float: AnyNumber(float),
}


def shape_of(tp: object) -> Shape:
    """Parse a declared type.

    >>> shape_of(tuple[str, ...] | None)
    OptionalOf(ListOf(AnyText(str)))
    """
    origin, arguments = get_origin(tp), get_args(tp)
    if origin is Annotated:
        return _marked(shape_of(arguments[0]), arguments[1:])
    if origin is Literal:
        return WordOf(arguments)
    if origin in (typing.Union, types.UnionType):
        return _one_of(arguments)
    if origin is tuple:
        return ListOf(shape_of(arguments[0]))
    if origin is frozenset:
        return SetOf(shape_of(arguments[0]))
    cls: object = origin or tp
    if not isinstance(cls, type) or cls is Any:
        raise TypeError(f"no field can be declared as {tp!r}")
    if arguments and issubclass(cls, Mapping):
        return MappingOf((shape_of(arguments[-1]), cls))
    return _SCALARS.get(cls) or ObjectOf(cls)


def _marked(shape: Shape, marks: tuple[object, ...]) -> Shape:
    kept = (*shape.marks, *(mark for mark in marks if not isinstance(mark, Refers)))
    for mark in marks:
        if isinstance(mark, Refers):
            if not isinstance(shape, AnyText):
                raise TypeError(f"only a text refers to something, got {shape!r}")
            return ReferenceTo(mark.to, marks=kept)
    return type(shape)(shape.of, marks=kept)


def _one_of(options: tuple[object, ...]) -> Shape:
    given = tuple(option for option in options if option is not types.NoneType)
    if set(given) == {int, float}:
        shape: Shape = AnyNumber(float)
    elif len(given) == 1:
        shape = shape_of(given[0])
    else:
        shape = UnionOf(tuple(map(shape_of, given)))
    return OptionalOf(shape) if len(given) < len(options) else shape


def type_hints(cls: Any) -> dict[str, Any]:
    """Read the types of an attrs class with their ``Annotated`` parts, in field order."""
    hints = typing.get_type_hints(cls, include_extras=True)
    return {field.name: hints[field.name] for field in attrs.fields(cls)}


def fields_of(cls: type) -> Mapping[str, Shape]:
    """Parse the types of an attrs class, in field order."""
    return _fields_of(cls)


@functools.cache
def _fields_of(cls: type) -> Mapping[str, Shape]:
    return {name: shape_of(tp) for name, tp in type_hints(cls).items()}


def parts_of(shape: Shape) -> tuple[Shape, ...]:
    """Return the shapes of which a shape is made.

    >>> parts_of(shape_of(tuple[str, ...]))
    (AnyText(str),)
    """
    match shape:
        case ListOf(member) | SetOf(member) | MappingOf((member, _)):
            return (member,)
        case OptionalOf(given):
            return (given,)
        case UnionOf(options):
            return options
        case AnyText() | ReferenceTo() | WordOf() | Boolean() | WholeNumber() | AnyNumber() | ObjectOf():
            return ()
        case _:
            assert_never(shape)


def within(shape: Shape) -> Iterator[Shape]:
    """Yield a shape and every shape inside it; the fields of a class are not inside it."""
    yield shape
    for part in parts_of(shape):
        yield from within(part)


if not TYPE_CHECKING:  # a checker that saw it would take every misspelt name for right

    def __getattr__(name: str) -> object:
        if name.startswith("__"):  # the import system asks
            raise AttributeError(name)
        from geobrief.moved import old_name  # noqa: PLC0415 - hardly anybody else does

        return old_name(__name__, name)
