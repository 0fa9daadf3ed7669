"""Validators: whether a value has a shape, in two views of the same rules.

``is_right`` is quick and makes nothing: its yes is certain, its no only asks for a closer
look.  ``problems`` is that closer look.  A record is made of dozens of values that are
right and seldom of one that is not, so nearly all the time goes into the first.
"""

import functools
import math
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import assert_never

from geobrief.constraint.check import Check, broken
from geobrief.constraint.problem import Problem, Unread, shortened
from geobrief.constraint.shape import (
    INTEGER_LIMIT,
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
    shape_of,
)

__all__ = ["Validator", "problems_with", "validator_for", "validator_of"]

_FORBIDDEN = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"


class Validator:
    """The two views of a shape; ``problems`` is asked only after a no of ``is_right``."""

    __slots__ = ("is_right", "problems")

    def __init__(
        self, is_right: Callable[[object], bool], problems: Callable[[object], Sequence[Problem]]
    ) -> None:
        self.is_right = is_right
        self.problems = problems

    def faults_of(self, value: object) -> Sequence[Problem]:
        """Return every rule that a value breaks."""
        return () if self.is_right(value) else self.problems(value)


def problems_with(value: object, tp: object) -> Iterable[Problem]:
    """Return every rule of a declared type that a value breaks."""
    return validator_for(tp).faults_of(value)


@functools.cache
def validator_for(tp: object) -> Validator:
    """Make the validator of a declared type."""
    return validator_of(shape_of(tp))


@functools.cache
def validator_of(shape: Shape) -> Validator:
    """Make the validator of a shape."""
    return _checked(_unchecked(shape), shape.checks)


def _unchecked(shape: Shape) -> Validator:  # noqa: C901 - a case for each kind
    match shape:
        case AnyText() | ReferenceTo():
            return _TEXT
        case WordOf(words):
            return _word(words)
        case Boolean():
            return _BOOLEAN
        case WholeNumber():
            return _WHOLE_NUMBER
        case AnyNumber():
            return _NUMBER
        case ListOf(member):
            return _members(tuple, "a list", validator_of(member))
        case SetOf(member):
            return _members(frozenset, "a set", validator_of(member))
        case MappingOf((member, container)):
            return _mapping(container, validator_of(member))
        case ObjectOf(cls):
            return _instance(cls)
        case OptionalOf(given):
            return _optional(validator_of(given))
        case UnionOf(options):
            return _one_of(tuple(map(validator_of, options)), " or ".join(map(_name, options)))
        case _:
            assert_never(shape)


def _name(shape: Shape) -> str:
    """Name an option of a union, for a message."""
    match shape:
        case Boolean():
            return "true or false"
        case AnyText(cls) | WholeNumber(cls) | AnyNumber(cls) | ObjectOf(cls):
            return cls.__name__
        case ReferenceTo():
            return str.__name__
        case WordOf(words):
            return " or ".join(map(repr, words))
        case ListOf() | SetOf():
            return "a list"
        case MappingOf():
            return "a mapping"
        case OptionalOf(given):
            return _name(given)
        case UnionOf(options):
            return " or ".join(map(_name, options))
        case _:
            assert_never(shape)


def _wrong_type(value: object, expected: str) -> Sequence[Problem]:
    if isinstance(value, Unread):
        return tuple(value.problems())
    return (Problem((), "GB101", f"expected {expected}, got {shortened(value)}", value, expected),)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value.isprintable()


def _text_problems(value: object) -> Sequence[Problem]:
    if not isinstance(value, str):
        return _wrong_type(value, "text")
    if not re.search(_FORBIDDEN, value):
        return ()
    return (Problem((), "GB009", f"control character or lone surrogate in {shortened(value)}", value),)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and -INTEGER_LIMIT <= value < INTEGER_LIMIT


def _whole_problems(value: object) -> Sequence[Problem]:
    if not isinstance(value, int) or isinstance(value, bool):
        return _wrong_type(value, "a whole number")
    return () if _is_whole(value) else (Problem((), "GB013", "number beyond ±2⁶³", value),)


def _is_number(value: object) -> bool:
    return math.isfinite(value) if isinstance(value, float) else _is_whole(value)


def _number_problems(value: object) -> Sequence[Problem]:
    if isinstance(value, float):
        return (Problem((), "GB013", f"expected a finite number, got {value!r}", value),)
    if isinstance(value, int) and not isinstance(value, bool):
        return _whole_problems(value)
    return _wrong_type(value, "a number")


def _is_boolean(value: object) -> bool:
    return isinstance(value, bool)


def _boolean_problems(value: object) -> Sequence[Problem]:
    return _wrong_type(value, "true or false")


_TEXT = Validator(_is_text, _text_problems)
_BOOLEAN = Validator(_is_boolean, _boolean_problems)
_WHOLE_NUMBER = Validator(_is_whole, _whole_problems)
_NUMBER = Validator(_is_number, _number_problems)


def _word(words: tuple[str, ...]) -> Validator:
    known = frozenset(words)
    listed = ", ".join(words)

    def is_right(value: object) -> bool:
        return isinstance(value, str) and value in known

    def problems(value: object) -> Sequence[Problem]:
        if not isinstance(value, str):
            return _wrong_type(value, f"one of {listed}")
        return (Problem((), "GB104", f"{value!r} is not one of {listed}", value, listed),)

    return Validator(is_right, problems)


def _instance(cls: type) -> Validator:
    expected = f"{'an' if cls.__name__.startswith(('A', 'E', 'I', 'O')) else 'a'} {cls.__name__}"
    return Validator(lambda value: isinstance(value, cls), lambda value: _wrong_type(value, expected))


def _members(container: type[Collection[object]], expected: str, member: Validator) -> Validator:
    member_is_right = member.is_right

    def is_right(value: object) -> bool:
        return isinstance(value, container) and all(map(member_is_right, value))

    def problems(value: object) -> Sequence[Problem]:
        if not isinstance(value, container):
            return _wrong_type(value, expected)
        return _below(enumerate(value), member)

    return Validator(is_right, problems)


def _mapping(container: type[Mapping[str, object]], member: Validator) -> Validator:
    member_is_right = member.is_right

    def is_right(value: object) -> bool:
        return (
            isinstance(value, container)
            and all(map(_is_text, value))
            and all(map(member_is_right, value.values()))
        )

    def problems(value: object) -> Sequence[Problem]:
        if not isinstance(value, container):
            return _wrong_type(value, "a mapping")
        return [*_below(((key, key) for key in value), _TEXT), *_below(value.items(), member)]

    return Validator(is_right, problems)


def _below(members: Iterable[tuple[str | int, object]], member: Validator) -> list[Problem]:
    return [problem.under(step) for step, each in members for problem in member.faults_of(each)]


def _checked(inner: Validator, checks: tuple[Check, ...]) -> Validator:
    if not checks:
        return inner
    inner_is_right = inner.is_right
    test = checks[0].test if len(checks) == 1 else lambda value: all(check.allows(value) for check in checks)

    def is_right(value: object) -> bool:
        return inner_is_right(value) and bool(test(value))

    def is_right_text(value: object) -> bool:
        return isinstance(value, str) and value.isprintable() and bool(test(value))

    def problems(value: object) -> Sequence[Problem]:
        found = () if inner_is_right(value) else tuple(inner.problems(value))
        return found or [broken(check, value) for check in checks if not check.allows(value)]

    return Validator(is_right_text if inner is _TEXT else is_right, problems)


def _optional(given: Validator) -> Validator:
    given_is_right = given.is_right
    return Validator(lambda value: value is None or given_is_right(value), given.problems)


def _one_of(options: tuple[Validator, ...], expected: str) -> Validator:
    def is_right(value: object) -> bool:
        return any(option.is_right(value) for option in options)

    def problems(value: object) -> Sequence[Problem]:
        found = [option.faults_of(value) for option in options]
        if not all(found):
            return ()
        of_text = (
            each for each in found if isinstance(value, str) and each[0].code not in {"GB101", "GB104"}
        )
        return next(of_text, None) or _wrong_type(value, expected)

    return Validator(is_right, problems)
