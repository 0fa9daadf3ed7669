"""The base of every value and record: all fields are checked when an object is made."""

import functools
import typing
from collections.abc import Callable, Iterable, Iterator
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

import attrs

from geobrief.constraint.problem import Problem
from geobrief.constraint.shape import problems_with, shape
from geobrief.errors import InvalidRecord

__all__ = ["Constrained", "type_hints"]


def type_hints(cls: Any) -> dict[str, Any]:
    """Read the types of an attrs class with their ``Annotated`` parts, in field order."""
    return _type_hints(cls)


@functools.cache
def _type_hints(cls: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(cls, include_extras=True)
    return {field.name: hints[field.name] for field in attrs.fields(cls)}


@functools.cache
def _given(cls: Any) -> tuple[tuple[str, object, Callable[[Any], bool]], ...]:
    """List the fields that a caller gives: name, default, the quick test of any other value."""
    hints = type_hints(cls)
    return tuple(
        (field.name, field.default, shape(_but(field.default, hints[field.name]))[0])
        for field in attrs.fields(cls)
        if field.init
    )


def _but(default: object, tp: Any) -> Any:
    """Leave None out of a union where it is the default, which needs no test."""
    if default is not None or get_origin(tp) not in (Union, UnionType):
        return tp
    return Union[tuple(option for option in get_args(tp) if option is not NoneType)]  # noqa: UP007 - made of parts


def _made(default: object) -> object:
    factory = getattr(default, "factory", None)
    return default if factory is None else factory()


@attrs.frozen(repr=False)
class Constrained:
    """Base of values and records: every field is checked when the object is made.

    ``attrs.evolve`` makes a new object, so it checks as well.  Every broken rule is reported
    at once.  Subclasses state rules about several fields in ``_invariants``.
    """

    def __attrs_post_init__(self) -> None:
        cls: Any = self.__class__
        found: list[Problem] = []
        for name, default, is_right in _given(cls):
            value = getattr(self, name)
            if value is not default and not is_right(value):
                found = list(self._wrong_fields())
                break
        if not found:
            found = list(self._invariants())
        if found:
            raise InvalidRecord(cls.__name__, found)

    def _wrong_fields(self) -> Iterator[Problem]:
        cls: Any = self.__class__
        hints = type_hints(cls)
        for name, default, _ in _given(cls):
            value = getattr(self, name)
            if value is not default:
                yield from (problem.under(name) for problem in problems_with(value, hints[name]))

    def __repr__(self) -> str:
        """Show what is given, the id first, and leave out what is at its default."""
        cls: Any = self.__class__
        shown = [(name, getattr(self, name), default) for name, default, _ in _given(cls)]
        given = [f"{name}={value!r}" for name, value, default in shown if value != _made(default)]
        given.sort(key=lambda each: not each.startswith("id="))
        return f"{type(self).__name__}({', '.join(given)})"

    def _invariants(self) -> Iterable[Problem]:
        """Yield the rules about several fields that this object breaks."""
        return ()
