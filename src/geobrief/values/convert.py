"""Converters: what a caller may write in Python where a field holds something stricter.

A date field takes a text, a ``date`` or a `When`; a collection takes any iterable but a
text.  Files stay strict: they are read before these converters run.
"""

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from geobrief.values.delay import Delay
from geobrief.values.period import Period, as_period
from geobrief.values.when import When, as_when

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
]

T = TypeVar("T")


def as_optional_when(value: str | date | When | None) -> When | None:
    """Turn a text or a date into a When; None stays."""
    return None if value is None else When.of(value)


def as_optional_period(value: str | date | Period | None) -> Period | None:
    """Turn a text or a date into a Period; None stays."""
    return None if value is None else Period.of(value)


def as_delay(value: Delay | str) -> Delay:
    """Turn a text such as ``30 days`` into a Delay."""
    return Delay.parse(value) if isinstance(value, str) else value


def as_optional_delay(value: Delay | str | None) -> Delay | None:
    """Turn a text such as ``30 days`` into a Delay; None stays."""
    return Delay.parse(value) if isinstance(value, str) else value


def as_names(value: Iterable[str]) -> tuple[str, ...]:
    """Turn any iterable of texts into a tuple; a single text is left for the check to reject.

    >>> as_names(["PRK", "RUS"])
    ('PRK', 'RUS')
    """
    return as_tuple(value)


def as_tuple(value: Iterable[T]) -> tuple[T, ...]:
    """Turn any iterable but a text into a tuple.

    >>> as_tuple(["PRK", "RUS"])
    ('PRK', 'RUS')
    """
    if isinstance(value, tuple | str | bytes | dict) or not isinstance(value, Iterable):
        return value  # type: ignore[return-value]  # the check of the field rejects it
    return tuple(value)


def as_frozenset(value: Iterable[T]) -> frozenset[T]:
    """Turn any iterable but a text into a frozenset.

    >>> as_frozenset(["evaded"])
    frozenset({'evaded'})
    """
    if isinstance(value, frozenset | str | bytes | dict) or not isinstance(value, Iterable):
        return value  # type: ignore[return-value]  # the check of the field rejects it
    return frozenset(value)
