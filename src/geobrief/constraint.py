"""Constraints: what a field may hold, declared once in ``Annotated[T, ...]``.

The constructor, the codec, the schema and the generators all read the same
declaration.  `Constrained` is the base of every value and record: it checks all
fields when an object is made (also by ``attrs.evolve``) and reports every broken
rule at once.
"""

import functools
import math
import re
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Annotated, Any, ClassVar, Literal, get_args, get_origin

import attrs

from geobrief.errors import InvalidRecord

__all__ = [
    "Between",
    "Check",
    "Constrained",
    "Invariant",
    "NonEmpty",
    "Number",
    "Pattern",
    "PositiveInt",
    "Problem",
    "Refers",
    "Text",
    "problems_with",
    "type_hints",
]

INTEGER_LIMIT = 2**63


@attrs.frozen
class Problem:
    """One broken rule: where in the object, which rule, and what would be right."""

    path: tuple[str | int, ...]
    code: str
    message: str
    value: object = None
    expected: str = ""

    def under(self, *prefix: str | int) -> "Problem":
        """Move the problem below a longer path."""
        return attrs.evolve(self, path=(*prefix, *self.path))

    def __str__(self) -> str:
        place = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in self.path)
        return f"{place.lstrip('.')}: {self.message}" if place else self.message


def Invariant(fields: str, message: str, code: str = "GB109") -> Problem:  # noqa: N802 - reads as a kind of problem
    """Describe fields of one object that contradict each other; the first is where it shows."""
    return Problem((fields,) if fields else (), code, message)


class Check:
    """A rule for one value; subclasses say what is expected and under which code."""

    code: ClassVar[str]

    @property
    def expected(self) -> str:
        """What a right value looks like, for a message."""
        raise NotImplementedError

    def allows(self, value: Any) -> bool:
        """Whether the value keeps the rule."""
        raise NotImplementedError


@attrs.frozen
class Pattern(Check):
    r"""The whole text matches a regular expression (which must end in ``\Z``)."""

    code: ClassVar[str] = "GB105"
    expected: str
    regex: str
    _match: Callable[[str], object] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if not self.regex.endswith(r"\Z"):
            raise ValueError(rf"the pattern must end in \Z, got {self.regex!r}")
        object.__setattr__(self, "_match", re.compile(self.regex).match)

    def allows(self, value: str) -> bool:
        """Whether the text matches."""
        return self._match(value) is not None


@attrs.frozen
class Between(Check):
    """A number within bounds, both included; a missing bound is open."""

    code: ClassVar[str] = "GB107"
    low: float | None = None
    high: float | None = None

    @property
    def expected(self) -> str:
        """The bounds in words."""
        if self.low is None:
            return f"a number up to {self.high}"
        if self.high is None:
            return f"a number from {self.low}"
        return f"a number from {self.low} to {self.high}"

    def allows(self, value: float | Fraction) -> bool:
        """Whether the number lies within the bounds."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)


@attrs.frozen
class NonEmpty(Check):
    """A text that is not blank, or a collection with at least one member."""

    code: ClassVar[str] = "GB106"

    @property
    def expected(self) -> str:
        """What is asked for."""
        return "at least one value"

    def allows(self, value: str | Iterable[object]) -> bool:
        """Whether there is something in it."""
        return bool(value.strip()) if isinstance(value, str) else bool(value)


@attrs.frozen
class Refers:
    """The text is the id of a record of one of these kinds, or of any kind where empty.

    ``source`` and ``actor`` are namespaces of their own.  It is a mark, not a check:
    whether the reference resolves is asked of a whole brief.
    """

    to: tuple[str, ...] = ()


Text = Annotated[str, NonEmpty()]
Number = int | float
PositiveInt = Annotated[int, Between(1, None)]

_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

_Found = Iterator[Problem]
_Validator = Callable[[Any], Iterable[Problem]]
_NOTHING: tuple[Problem, ...] = ()


def _wrong_type(value: object, expected: str) -> tuple[Problem]:
    return (Problem((), "GB101", f"expected {expected}, got {_short(value)}", value, expected),)


def _short(value: object, limit: int = 60) -> str:
    text = repr(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _check_str(value: Any) -> Iterable[Problem]:
    if not isinstance(value, str):
        return _wrong_type(value, "text")
    if value.isprintable() or not _FORBIDDEN.search(value):
        return _NOTHING
    return (Problem((), "GB009", f"control character or lone surrogate in {_short(value)}", value),)


def _check_int(value: Any) -> Iterable[Problem]:
    if not isinstance(value, int) or isinstance(value, bool):
        return _wrong_type(value, "a whole number")
    if -INTEGER_LIMIT <= value < INTEGER_LIMIT:
        return _NOTHING
    return (Problem((), "GB013", "number beyond ±2⁶³", value),)


def _check_number(value: Any) -> Iterable[Problem]:
    if isinstance(value, float):
        if math.isfinite(value):
            return _NOTHING
        return (Problem((), "GB013", f"expected a finite number, got {value!r}", value),)
    if isinstance(value, int) and not isinstance(value, bool):
        return _check_int(value)
    return _wrong_type(value, "a number")


def _check_bool(value: Any) -> Iterable[Problem]:
    return _NOTHING if isinstance(value, bool) else _wrong_type(value, "true or false")


def _check_literal(words: tuple[str, ...]) -> _Validator:
    known = frozenset(words)

    def check(value: Any) -> Iterable[Problem]:
        if isinstance(value, str) and value in known:
            return _NOTHING
        if not isinstance(value, str):
            return _wrong_type(value, f"one of {', '.join(words)}")
        return (Problem((), "GB104", f"{value!r} is not one of {', '.join(words)}", value, ", ".join(words)),)

    return check


def _check_members(
    container: type[tuple[Any, ...] | frozenset[Any]], member: _Validator, noun: str
) -> _Validator:
    def check(value: Any) -> Iterable[Problem]:
        if not isinstance(value, container):
            return _wrong_type(value, noun)
        found: list[Problem] = []
        for index, each in enumerate(value):
            for problem in member(each):
                found.append(problem.under(index))  # noqa: PERF401 - mostly there is none
        return found

    return check


def _check_mapping(container: type[Mapping[str, Any]], member: _Validator) -> _Validator:
    def check(value: Any) -> Iterable[Problem]:
        if not isinstance(value, container):
            return _wrong_type(value, "a mapping")
        found: list[Problem] = []
        for key, each in value.items():
            for problem in (*_check_str(key), *member(each)):
                found.append(problem.under(key))  # noqa: PERF401 - likewise
        return found

    return check


def _check_class(cls: type) -> _Validator:
    def check(value: Any) -> Iterable[Problem]:
        return _NOTHING if isinstance(value, cls) else _wrong_type(value, f"a {cls.__name__}")

    return check


def _check_annotated(inner: _Validator, checks: tuple[Check, ...]) -> _Validator:
    def check(value: Any) -> Iterable[Problem]:
        found = inner(value)
        if found:
            return found
        return [broken(rule, value) for rule in checks if not rule.allows(value)]

    return check


def broken(rule: Check, value: object) -> Problem:
    """Describe a value that breaks a rule."""
    return Problem((), rule.code, f"expected {rule.expected}, got {_short(value)}", value, rule.expected)


def _check_union(options: tuple[Any, ...]) -> _Validator:
    if set(options) == {int, float}:
        return _check_number
    optional = types.NoneType in options
    rest = tuple(option for option in options if option is not types.NoneType)
    if optional and set(rest) == {int, float}:
        return lambda value: _NOTHING if value is None else _check_number(value)
    validators = tuple(_validator(option) for option in rest)

    def check(value: Any) -> Iterable[Problem]:
        if optional and value is None:
            return _NOTHING
        found: Iterable[Problem] = _NOTHING
        for validator in validators:
            found = validator(value)
            if not found:
                return _NOTHING
        if len(validators) == 1:
            return found
        return _wrong_type(value, " or ".join(_type_name(option) for option in rest))

    return check


def _type_name(tp: Any) -> str:
    if get_origin(tp) is Annotated:
        return _type_name(get_args(tp)[0])
    if get_origin(tp) is Literal:
        return " or ".join(map(repr, get_args(tp)))
    if get_origin(tp) in (tuple, frozenset):
        return "a list"
    return getattr(tp, "__name__", str(tp))


_PRIMITIVES: dict[Any, _Validator] = {
    str: _check_str,
    bool: _check_bool,
    int: _check_int,
    float: _check_number,
}


@functools.cache
def _validator(tp: Any) -> _Validator:
    origin, arguments = get_origin(tp), get_args(tp)
    if origin is Annotated:
        checks = tuple(rule for rule in arguments[1:] if isinstance(rule, Check))
        inner = _validator(arguments[0])
        return _check_annotated(inner, checks) if checks else inner
    if origin is Literal:
        return _check_literal(arguments)
    if origin in (typing.Union, types.UnionType):
        return _check_union(arguments)
    if origin is tuple:
        return _check_members(tuple, _validator(arguments[0]), "a list")
    if origin is frozenset:
        return _check_members(frozenset, _validator(arguments[0]), "a set")
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _check_mapping(origin, _validator(arguments[-1]))
    return _PRIMITIVES.get(tp) or _check_class(origin or tp)


def problems_with(value: object, tp: Any) -> Iterable[Problem]:
    """Return every rule of a declared type that a value breaks."""
    return _validator(tp)(value)


def type_hints(cls: Any) -> dict[str, Any]:
    """Read the types of an attrs class with their ``Annotated`` parts, in field order."""
    return _type_hints(cls)


@functools.cache
def _type_hints(cls: Any) -> dict[str, Any]:
    hints = typing.get_type_hints(cls, include_extras=True)
    return {field.name: hints[field.name] for field in attrs.fields(cls)}


@functools.cache
def _field_checks(cls: Any) -> tuple[tuple[str, object, _Validator], ...]:
    hints = type_hints(cls)
    return tuple(
        (field.name, field.default, _validator(hints[field.name]))
        for field in attrs.fields(cls)
        if field.init
    )


@attrs.frozen
class Constrained:
    """Base of values and records: every field is checked when the object is made.

    Subclasses state rules about several fields in ``_invariants``.
    """

    def __attrs_post_init__(self) -> None:
        found: list[Problem] = []
        cls: Any = self.__class__
        for name, default, check in _field_checks(cls):
            value = getattr(self, name)
            if value is not default:
                for problem in check(value):
                    found.append(problem.under(name))  # noqa: PERF401 - likewise
        if not found:
            found = list(self._invariants())
        if found:
            raise InvalidRecord(type(self).__name__, found)

    def _invariants(self) -> Iterable[Problem]:
        """Yield the rules about several fields that this object breaks."""
        return ()
