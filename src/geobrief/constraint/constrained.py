"""The base of every value and record: all fields are checked when an object is made."""

import functools
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from geobrief.constraint.added_fields import GainsFields
from geobrief.constraint.meant import SaysWhatWasMeant
from geobrief.constraint.problem import Problem
from geobrief.constraint.shape import OptionalOf, Shape, fields_of
from geobrief.constraint.validator import validator_of
from geobrief.errors import InvalidRecord

__all__ = ["Constrained"]


_Given: TypeAlias = tuple[str, object, Callable[[object], bool], Callable[[object], Iterable[Problem]]]


@functools.cache
def _given(cls: Any) -> tuple[_Given, ...]:
    """List the fields that a caller gives: name, default, and both views of any other value."""
    shapes = fields_of(cls)
    return tuple(
        (field.name, field.default, validator.is_right, validator.problems)
        for field in attrs.fields(cls)
        if field.init
        for validator in [validator_of(_but(field.default, shapes[field.name]))]
    )


def _but(default: object, shape: Shape) -> Shape:
    """Leave None out where it is the default, which needs no test."""
    return shape.of if default is None and isinstance(shape, OptionalOf) and not shape.marks else shape


def _below(name: str, problems: Iterable[Problem]) -> list[Problem]:
    """Put problems below their field; a closure in the loop over the fields would slow it down."""
    return [problem.under(name) for problem in problems]


def _made(default: object) -> object:
    factory = getattr(default, "factory", None)
    return default if factory is None else factory()


@attrs.frozen(eq=False, repr=False)
class Constrained(GainsFields, metaclass=SaysWhatWasMeant):
    """Base of values and records: every field is checked when the object is made.

    ``attrs.evolve`` makes a new object, so it checks as well.  Every broken rule is reported
    at once.  Subclasses state rules about several fields in ``_invariants``.
    """

    def __attrs_post_init__(self) -> None:
        cls: Any = self.__class__
        found: list[Problem] = []
        for name, default, is_right, problems in _given(cls):
            value = getattr(self, name)
            if value is not default and not is_right(value):
                found += _below(name, problems(value))
        if not found:
            found = list(self._invariants())
        if found:
            raise InvalidRecord(cls.__name__, found)

    def __repr__(self) -> str:
        """Show what is given, the id first, and leave out what is at its default."""
        cls: Any = self.__class__
        shown = [(name, getattr(self, name), default) for name, default, *_ in _given(cls)]
        given = [f"{name}={value!r}" for name, value, default in shown if value != _made(default)]
        given.sort(key=lambda each: not each.startswith("id="))
        return f"{type(self).__name__}({', '.join(given)})"

    def _invariants(self) -> Iterable[Problem]:
        """Yield the rules about several fields that this object breaks."""
        return ()


if not TYPE_CHECKING:  # a checker that saw it would take every misspelt name for right

    def __getattr__(name: str) -> object:
        if name.startswith("__"):  # the import system asks
            raise AttributeError(name)
        from geobrief.moved import old_name  # noqa: PLC0415 - hardly anybody else does

        return old_name(__name__, name)
