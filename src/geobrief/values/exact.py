"""Exact numbers: shares and fractions as rationals of the text in which they are written.

``0.55`` is 11/20, not the nearest binary float, so that "at least 55 %" is decided exactly.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, cast

from geobrief.constraint import Between
from geobrief.constraint.problem import shortened
from geobrief.errors import InvalidRecord
from geobrief.values.convert import read
from geobrief.values.mapping import FrozenMapping

__all__ = [
    "Proportion",
    "as_exact",
    "as_exact_mapping",
    "as_optional_exact",
    "exact_from",
    "exact_number",
    "exact_text",
]

Proportion = Annotated[Fraction, Between(0, 1)]
"""An exact share of one, written ``0.55`` or ``2/3``."""

_DIGITS_OF_A_FLOAT = 15
_LIMIT = 10**30
_NOUGHT_BELOW = r"/0+\Z"
_FORM = r"[0-9]{1,30}(?:/[0-9]{1,30}|\.[0-9]{1,30})?\Z"


def exact_from(value: str | float | Fraction) -> Fraction:
    """Read ``2/3``, ``0.55``, ``3`` or a number as it is printed.

    Raises InvalidRecord for what is none, is negative, or has more than thirty digits
    above or below its line.

    >>> exact_from("2/3"), exact_from(0.55)
    (Fraction(2, 3), Fraction(11, 20))
    """
    if not isinstance(value, Fraction):
        text = f"{Decimal(repr(value)):f}" if isinstance(value, float) else str(value)
        if isinstance(value, bool) or not re.match(_FORM, text) or re.search(_NOUGHT_BELOW, text):
            raise InvalidRecord("share", [f"expected a share such as 0.55 or 2/3, got {shortened(value)}"])
        value = Fraction(text)
    if value < 0 or max(value.numerator, value.denominator) >= _LIMIT:
        raise InvalidRecord("share", [f"expected at most thirty digits and no minus, got {shortened(value)}"])
    return value


def as_exact(value: str | float | Fraction) -> Fraction:
    """Turn a share given by a caller into an exact fraction."""
    return read(exact_from, value)


def as_optional_exact(value: str | float | Fraction | None) -> Fraction | None:
    """Turn a share given by a caller into an exact fraction; None stays."""
    return None if value is None else read(exact_from, value)


def as_exact_mapping(value: Mapping[str, str | float | Fraction]) -> FrozenMapping[Fraction]:
    """Turn a table of numbers given by a caller into exact fractions."""
    if not hasattr(value, "items"):
        return cast("FrozenMapping[Fraction]", value)  # the check of the field rejects it
    return FrozenMapping({key: read(exact_from, each) for key, each in value.items()})


def exact_text(value: Fraction) -> str:
    """Write an exact number as a decimal where it ends, else as ``n/d``.

    >>> exact_text(Fraction(11, 20)), exact_text(Fraction(2, 3)), exact_text(Fraction(3))
    ('0.55', '2/3', '3')
    """
    denominator = value.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    if denominator != 1 or value.denominator > 10**12:
        return f"{value.numerator}/{value.denominator}"
    whole = Decimal(value.numerator) / Decimal(value.denominator)
    return f"{whole:f}" if Fraction(whole) == value else f"{value.numerator}/{value.denominator}"


def exact_number(value: Fraction) -> int | float | str:
    """Write an exact number as a number where that is exact, else as text.

    >>> exact_number(Fraction(11, 20)), exact_number(Fraction(2, 3)), exact_number(Fraction(3))
    (0.55, '2/3', 3)
    """
    text = exact_text(value)
    if "/" in text or len(text) > _DIGITS_OF_A_FLOAT:
        return text
    return int(text) if "." not in text else float(text)
