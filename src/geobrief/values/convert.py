"""Converters: what a caller may write in Python where a field holds something stricter.

They never raise: what they cannot read is left for the check of the field, which names it.
A date field takes a text, a ``date`` or a `When`; a collection takes any iterable but a
text.  Files stay strict: they are read before these converters run.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar, cast

from geobrief.constraint import Unread
from geobrief.errors import InvalidRecord
from geobrief.values.delay import Delay
from geobrief.values.period import Period
from geobrief.values.when import When

__all__ = [
    "as_delay",
    "as_frozenset",
    "as_names",
    "as_optional_delay",
    "as_optional_period",
    "as_optional_when",
    "as_period",
    "as_tuple",
    "as_when",
    "read",
]

T = TypeVar("T")
V = TypeVar("V")


def read(reader: Callable[[V], T], value: V) -> T:
    """Read a value; one that cannot be read is left for the check of its field to refuse by name."""
    try:
        return reader(value)
    except (InvalidRecord, TypeError) as error:
        return cast("T", Unread(value, error))


def as_when(value: str | date | When) -> When:
    """Turn a text or a date into a When.

    >>> as_when("2024-06")
    When('2024-06')
    """
    return value if isinstance(value, When) else read(When.of, value)


def as_optional_when(value: str | date | When | None) -> When | None:
    """Turn a text or a date into a When; None stays."""
    return value if value is None or isinstance(value, When) else read(When.of, value)


def as_period(value: str | date | Period) -> Period:
    """Turn a text or a date into a Period.

    >>> as_period("2024-10/..")
    Period('2024-10/..')
    """
    return value if isinstance(value, Period) else read(Period.of, value)


def as_optional_period(value: str | date | Period | None) -> Period | None:
    """Turn a text or a date into a Period; None stays."""
    return value if value is None or isinstance(value, Period) else read(Period.of, value)


def as_delay(value: Delay | str) -> Delay:
    """Turn a text such as ``30 days`` into a Delay."""
    return read(Delay.parse, value) if isinstance(value, str) else value


def as_optional_delay(value: Delay | str | None) -> Delay | None:
    """Turn a text such as ``30 days`` into a Delay; None stays."""
    return read(Delay.parse, value) if isinstance(value, str) else value


def as_names(value: Iterable[str]) -> tuple[str, ...]:
    """Turn any iterable of texts into a tuple; a single text is left for the check to reject.

    >>> as_names(["PRK", "RUS"])
    ('PRK', 'RUS')
    """
    return as_tuple(value)


def as_tuple(value: Iterable[T]) -> tuple[T, ...]:
    """Turn any iterable but a text into a tuple; a set, which has no order, in sorted order.

    >>> as_tuple(["PRK", "RUS"]), as_tuple({"RUS", "PRK"})
    (('PRK', 'RUS'), ('PRK', 'RUS'))
    """
    if isinstance(value, tuple):
        return value
    if isinstance(value, str | bytes | dict) or not isinstance(value, Iterable):
        return value  # type: ignore[return-value]  # the check of the field rejects it
    return tuple(sorted(value, key=repr) if isinstance(value, set | frozenset) else value)


def as_frozenset(value: Iterable[T]) -> frozenset[T]:
    """Turn any iterable but a text into a frozenset.

    >>> as_frozenset(["evaded"])
    frozenset({'evaded'})
    """
    if isinstance(value, frozenset):
        return value
    if isinstance(value, str | bytes | dict) or not isinstance(value, Iterable):
        return value  # type: ignore[return-value]  # the check of the field rejects it
    return frozenset(value)
