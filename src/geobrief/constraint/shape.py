"""Shapes: what values of a declared type look like, in two views of the same rules.

``is_right`` is quick and makes nothing: its yes is certain, its no only asks for a closer
look.  ``problems`` is that closer look.  A record is made of dozens of values that are
right and seldom of one that is not, so nearly all the time goes into the first.
"""

import functools
import math
import re
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any, Final, Literal, get_args, get_origin

from geobrief.constraint.check import Check, broken
from geobrief.constraint.problem import Problem, Unread, shortened

__all__ = ["INTEGER_LIMIT", "Shape", "problems_with", "shape"]

INTEGER_LIMIT: Final = 2**63
"""Whole numbers lie between the negative of this and this, the latter excluded."""

_FORBIDDEN = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]"

Shape = tuple[Callable[[Any], bool], Callable[[Any], Iterable[Problem]]]
"""``is_right`` and ``problems``; the latter is asked only after a no of the former."""


def problems_with(value: object, tp: Any) -> Iterable[Problem]:
    """Return every rule of a declared type that a value breaks."""
    is_right, problems = shape(tp)
    return () if is_right(value) else problems(value)


@functools.cache
def shape(tp: Any) -> Shape:
    """Read the shape off a declared type."""
    origin, arguments = get_origin(tp), get_args(tp)
    if origin is Annotated:
        return _checked(shape(arguments[0]), [rule for rule in arguments[1:] if isinstance(rule, Check)])
    if origin is Literal:
        return _words(arguments)
    if origin in (typing.Union, types.UnionType):
        return _either(arguments)
    if origin in (tuple, frozenset):
        return _members(origin, shape(arguments[0]))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(origin, shape(arguments[-1]))
    return _SCALARS.get(tp) or _instance(origin or tp)


def _wrong_type(value: object, expected: str) -> Iterable[Problem]:
    if isinstance(value, Unread):
        return tuple(value.problems())
    return (Problem((), "GB101", f"expected {expected}, got {shortened(value)}", value, expected),)


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and value.isprintable()


def _text_problems(value: Any) -> Iterable[Problem]:
    if not isinstance(value, str):
        return _wrong_type(value, "text")
    if not re.search(_FORBIDDEN, value):
        return ()
    return (Problem((), "GB009", f"control character or lone surrogate in {shortened(value)}", value),)


def _is_integer(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and -INTEGER_LIMIT <= value < INTEGER_LIMIT


def _integer_problems(value: Any) -> Iterable[Problem]:
    if not isinstance(value, int) or isinstance(value, bool):
        return _wrong_type(value, "a whole number")
    return () if _is_integer(value) else (Problem((), "GB013", "number beyond ±2⁶³", value),)


def _is_number(value: Any) -> bool:
    return math.isfinite(value) if isinstance(value, float) else _is_integer(value)


def _number_problems(value: Any) -> Iterable[Problem]:
    if isinstance(value, float):
        return (Problem((), "GB013", f"expected a finite number, got {value!r}", value),)
    if isinstance(value, int) and not isinstance(value, bool):
        return _integer_problems(value)
    return _wrong_type(value, "a number")


def _is_boolean(value: Any) -> bool:
    return isinstance(value, bool)


def _boolean_problems(value: Any) -> Iterable[Problem]:
    return _wrong_type(value, "true or false")


_NUMBER: Shape = (_is_number, _number_problems)
_SCALARS: dict[Any, Shape] = {
    str: (_is_text, _text_problems),
    bool: (_is_boolean, _boolean_problems),
    int: (_is_integer, _integer_problems),
    float: _NUMBER,
}


def _words(words: tuple[str, ...]) -> Shape:
    known = frozenset(words)
    listed = ", ".join(words)

    def is_right(value: Any) -> bool:
        return isinstance(value, str) and value in known

    def problems(value: Any) -> Iterable[Problem]:
        if not isinstance(value, str):
            return _wrong_type(value, f"one of {listed}")
        return (Problem((), "GB104", f"{value!r} is not one of {listed}", value, listed),)

    return is_right, problems


def _instance(cls: type) -> Shape:
    expected = f"{'an' if cls.__name__.startswith(('A', 'E', 'I', 'O')) else 'a'} {cls.__name__}"
    return lambda value: isinstance(value, cls), lambda value: _wrong_type(value, expected)


def _members(container: type[tuple[Any, ...] | frozenset[Any]], member: Shape) -> Shape:
    member_is_right, _ = member

    def is_right(value: Any) -> bool:
        return isinstance(value, container) and all(map(member_is_right, value))

    def problems(value: Any) -> Iterable[Problem]:
        if not isinstance(value, container):
            return _wrong_type(value, "a list" if container is tuple else "a set")
        return _below(enumerate(value), member)

    return is_right, problems


def _mapping(container: type[Mapping[str, Any]], member: Shape) -> Shape:
    member_is_right, _ = member

    def is_right(value: Any) -> bool:
        return (
            isinstance(value, container)
            and all(map(_is_text, value))
            and all(map(member_is_right, value.values()))
        )

    def problems(value: Any) -> Iterable[Problem]:
        if not isinstance(value, container):
            return _wrong_type(value, "a mapping")
        wrong_keys = _below(((key, key) for key in value), _SCALARS[str])
        return [*wrong_keys, *_below(value.items(), member)]

    return is_right, problems


def _below(members: Iterable[tuple[Any, Any]], member: Shape) -> list[Problem]:
    is_right, problems = member
    return [problem.under(step) for step, each in members if not is_right(each) for problem in problems(each)]


def _checked(inner: Shape, rules: list[Check]) -> Shape:
    if not rules:
        return inner
    inner_is_right, inner_problems = inner
    test = rules[0].test if len(rules) == 1 else lambda value: all(rule.allows(value) for rule in rules)

    def is_right(value: Any) -> bool:
        return inner_is_right(value) and bool(test(value))

    def is_right_text(value: Any) -> bool:
        return isinstance(value, str) and value.isprintable() and bool(test(value))

    def problems(value: Any) -> Iterable[Problem]:
        found = () if inner_is_right(value) else tuple(inner_problems(value))
        return found or [broken(rule, value) for rule in rules if not rule.allows(value)]

    return is_right_text if inner is _SCALARS[str] else is_right, problems


def _either(options: tuple[Any, ...]) -> Shape:
    rest = tuple(option for option in options if option is not types.NoneType)
    inner = _NUMBER if set(rest) == {int, float} else _one_of(rest)
    return _optional(inner) if len(rest) < len(options) else inner


def _optional(inner: Shape) -> Shape:
    inner_is_right, inner_problems = inner
    return lambda value: value is None or inner_is_right(value), inner_problems


def _one_of(options: tuple[Any, ...]) -> Shape:
    shapes = tuple(map(shape, options))
    if len(shapes) == 1:
        return shapes[0]
    expected = " or ".join(map(_name, options))

    def is_right(value: Any) -> bool:
        return any(option_is_right(value) for option_is_right, _ in shapes)

    def problems(value: Any) -> Iterable[Problem]:
        fits = any(not problems_with(value, option) for option in options)
        return () if fits else _wrong_type(value, expected)

    return is_right, problems


def _name(tp: Any) -> str:
    if get_origin(tp) is Annotated:
        return _name(get_args(tp)[0])
    if get_origin(tp) is Literal:
        return " or ".join(map(repr, get_args(tp)))
    if get_origin(tp) in (tuple, frozenset):
        return "a list"
    return getattr(tp, "__name__", str(tp))
