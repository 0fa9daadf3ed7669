"""Values that stand as one text or number in a file: how each is read and written."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from geobrief.codec.records.faults import Fault
from geobrief.constraint import Problem
from geobrief.values.delay import Delay
from geobrief.values.exact import exact_from, exact_number
from geobrief.values.extra import Extra
from geobrief.values.period import Period
from geobrief.values.plain import Plain
from geobrief.values.when import When

__all__ = ["TEXT_FORMS", "need"]

_LAST_YEAR = 9999


def need(plain: object, kind: type | tuple[type, ...], expected: str, hint: str = "") -> None:
    """Refuse plain data of another type."""
    if not isinstance(plain, kind):
        raise Fault([Problem((), "GB101", f"expected {expected}, got {plain!r:.60}", plain, expected, hint)])


def _year(plain: object) -> str | None:
    is_year = isinstance(plain, int) and not isinstance(plain, bool) and 1 <= plain <= _LAST_YEAR
    return f"{plain:04}" if is_year else None


def _when(plain: Any) -> When:
    if not isinstance(plain, str):
        plain = _year(plain) or plain
        need(plain, str, "a date such as 2024-06-19, 2024-06 or 2024")
    return When.of(plain)


def _period(plain: Any) -> Period:
    if not isinstance(plain, str):
        plain = _year(plain) or plain
        need(plain, str, "a period such as 2024-10/.. or 2024")
    return Period.of(plain)


def _delay(plain: Any) -> Delay:
    need(plain, str, "a delay such as '30 days' or '6 months'")
    return Delay.parse(plain)


def _exact(plain: Any) -> Fraction:
    if isinstance(plain, bool):
        need(plain, str, "a share such as 0.55 or 2/3")
    need(plain, (str, int, float), "a share such as 0.55 or 2/3")
    return exact_from(plain)


TEXT_FORMS: tuple[tuple[type, Callable[[Any], Any], Callable[[Any], Any]], ...] = (
    (When, _when, str),
    (Period, _period, str),
    (Delay, _delay, str),
    (Fraction, _exact, exact_number),
    (Plain, Plain, lambda plain: plain.value),
    (Extra, Extra, lambda extra: extra.value),
)
"""Each class with the function that reads it and the one that writes it."""
