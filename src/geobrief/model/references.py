"""References: every place in a value that names a record, a source or an actor.

Read from the declared types, so that a new field needs no second list.
"""

import functools
from collections.abc import Iterator
from typing import Any, NamedTuple, assert_never

import attrs

from geobrief.constraint import Constrained, Steps
from geobrief.constraint.shape import (
    AnyNumber,
    AnyText,
    Boolean,
    ListOf,
    MappingOf,
    ObjectOf,
    OptionalOf,
    ReferenceTo,
    SetOf,
    Shape,
    UnionOf,
    WholeNumber,
    WordOf,
    fields_of,
    within,
)
from geobrief.constraint.validator import validator_of

__all__ = ["Reference", "references_in"]


class Reference(NamedTuple):
    """A name that stands for something else: where it stands, and for what kinds of thing."""

    path: Steps
    name: str
    to: tuple[str, ...]


def references_in(value: Constrained) -> Iterator[Reference]:
    """Yield every reference in a value, with its path.

    >>> from geobrief.model.response import Response
    >>> response = Response(id="a", to="kor-accuses-prk", by="RUS", kinds=["evaded"])
    >>> [(reference.name, reference.to) for reference in references_in(response)]
    [('kor-accuses-prk', ('accusation',)), ('RUS', ('actor',))]
    """
    cls: Any = type(value)
    for name, shape in _leading_on(cls):
        yield from _in(getattr(value, name), shape, (name,))


@functools.cache
def _leading_on(cls: Any) -> tuple[tuple[str, Shape], ...]:
    """List the fields in which a reference may stand."""
    shapes = fields_of(cls)
    own = [field.name for field in attrs.fields(cls) if field.init]
    return tuple((name, shapes[name]) for name in own if any(map(_leads_on, within(shapes[name]))))


def _leads_on(shape: Shape) -> bool:
    match shape:
        case ReferenceTo():
            return True
        case ObjectOf(cls):
            return issubclass(cls, Constrained)
        case _:
            return False


def _in(held: Any, shape: Shape, path: Steps) -> Iterator[Reference]:  # noqa: C901, PLR0912 - a case for each kind
    match shape:
        case ReferenceTo(kinds):
            yield Reference(path, held, kinds)
        case ObjectOf():
            if isinstance(held, Constrained):
                for reference in references_in(held):
                    yield reference._replace(path=(*path, *reference.path))
        case ListOf(member) | SetOf(member):
            for index, each in enumerate(held):
                yield from _in(each, member, (*path, index))
        case MappingOf((member, _)):
            for key, each in held.items():
                yield from _in(each, member, (*path, key))
        case OptionalOf(given):
            if held is not None:
                yield from _in(held, given, path)
        case UnionOf(options):
            fitting = next(option for option in options if not validator_of(option).faults_of(held))
            yield from _in(held, fitting, path)
        case AnyText() | WordOf() | Boolean() | WholeNumber() | AnyNumber():
            return
        case _:
            assert_never(shape)
