"""One day, imprecisely known, as the source has it.

A `When` keeps the text that was read and derives which days it leaves possible.  It is
never a stretch of time: ``2024-06`` is one day of June 2024 and nobody says which.  For
what lasts, see `geobrief.values.period.Period`; for the texts, `geobrief.values.edtf`.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

import attrs

from geobrief.truth import Truth
from geobrief.values import calendar, edtf
from geobrief.values.edtf import InvalidWhen, Precision

if TYPE_CHECKING:
    from geobrief.values.period import Period

__all__ = ["Day", "InvalidWhen", "Precision", "When"]

_AFTER_ALL_DAYS = date.max.toordinal() + 1


@attrs.frozen(repr=False, order=False)
class When:
    """One day, known as well as its text says.

    ``earliest`` and ``latest`` bound the possible days, both included; None is an open
    side.  ``uncertain`` (``?``, ``%``) and ``approximate`` (``~``, ``%``) do not widen
    the bounds, because EDTF gives them no width: they stay flags for whoever judges.

    Two are equal if their texts are; ``2024-06`` and ``2024-06-XX`` are not, and equal
    texts may still be different days.  There is no ``<``: `before` and its kin answer a
    `Truth`, and `sort_key` sorts.  Raises InvalidWhen (an InvalidRecord) on other texts.

    >>> When("2024-06").earliest, When("2024-06").latest, When("2024-06~").approximate
    (datetime.date(2024, 6, 1), datetime.date(2024, 6, 30), True)
    >>> When("19.6.2024")
    Traceback (most recent call last):
    geobrief.values.edtf.InvalidWhen: When: text: expected a date such as 2024-06-19, 2024-06, 2024 \
or an interval a/b, got '19.6.2024'; did you mean '2024-06-19'?
    """

    text: str
    earliest: date | None = attrs.field(init=False, eq=False)
    latest: date | None = attrs.field(init=False, eq=False)
    precision: Precision = attrs.field(init=False, eq=False)
    uncertain: bool = attrs.field(init=False, eq=False)
    approximate: bool = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.text, str):
            raise TypeError(f"expected a text such as '2024-06-19', got {self.text!r}")
        earliest, latest, precision, uncertain, approximate = edtf.read(self.text)
        assign = object.__setattr__
        assign(self, "earliest", earliest)
        assign(self, "latest", latest)
        assign(self, "precision", precision)
        assign(self, "uncertain", uncertain)
        assign(self, "approximate", approximate)

    @classmethod
    def of(cls, value: "str | date | When") -> "When":
        """Turn a text or a date into a When; the same text mostly gives the same object.

        Raises InvalidWhen for a text that is not a date, and TypeError for everything
        else, also for a datetime: which day it is depends on the time zone.

        >>> When.of(date(2024, 6, 19)), When.of("2024-06-19") is When.of("2024-06-19")
        (When('2024-06-19'), True)
        """
        if type(value) is date:
            return _of_day(value)
        if isinstance(value, str):
            return _interned(str(value))
        if isinstance(value, When):
            return value
        return _interned(_plain_day(value).isoformat())

    @classmethod
    def between(cls, earliest: date | None, latest: date | None) -> "When":
        """Name a day between two days, both included, in the shortest text that says exactly that.

        Both ends of an interval get the same precision; None leaves a side open.  Raises
        InvalidWhen where no day is left, or every day.

        >>> When.between(date(2024, 6, 1), date(2024, 6, 30)), When.between(date(2024, 6, 19), None)
        (When('2024-06'), When('2024-06-19/..'))
        """
        return _spanning(earliest, latest, mark="")

    @classmethod
    def from_year(cls, year: int) -> "When":
        """Name a day of a year that stands as a number, 1 to 9999.

        >>> When.from_year(1949)
        When('1949')
        """
        if isinstance(year, bool) or not isinstance(year, int):
            raise TypeError(f"expected a year as an int, got {year!r}")
        if not 1 <= year <= 9999:
            raise InvalidWhen("When", "GB302", f"no such year {year!r}", "years are 1 to 9999")
        return _interned(f"{year:04d}")

    @property
    def is_day(self) -> bool:
        """Whether exactly one day is possible.

        >>> When("2024-06-19").is_day, When("2024-06").is_day
        (True, False)
        """
        return self.earliest is not None and self.earliest == self.latest

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """Order by earliest possible day (open first), latest (open last), then text."""
        earliest = self.earliest.toordinal() if self.earliest else 0
        latest = self.latest.toordinal() if self.latest else _AFTER_ALL_DAYS
        return (earliest, latest, self.text)

    def before(self, other: "str | date | When") -> Truth:
        """Tell whether this day lies before another.

        >>> When("2024-06").before("2024-07-01"), When("2024-06").before("2024-06")
        (<Truth.YES: 'yes'>, <Truth.UNKNOWN: 'unknown'>)
        """
        that = When.of(other)
        if self.latest is not None and that.earliest is not None and self.latest < that.earliest:
            return Truth.YES
        if self.earliest is not None and that.latest is not None and self.earliest >= that.latest:
            return Truth.NO
        return Truth.UNKNOWN

    def after(self, other: "str | date | When") -> Truth:
        """Tell whether this day lies after another.

        >>> When("2024").after("2024-06")
        <Truth.UNKNOWN: 'unknown'>
        """
        return When.of(other).before(self)

    def on_or_before(self, other: "str | date | When") -> Truth:
        """Tell whether this day is another day or lies before it.

        >>> When("2024-06").on_or_before("2024-06-30")
        <Truth.YES: 'yes'>
        """
        return ~self.after(other)

    def on_or_after(self, other: "str | date | When") -> Truth:
        """Tell whether this day is another day or lies after it.

        >>> When("2024-06").on_or_after("2024-06-30")
        <Truth.UNKNOWN: 'unknown'>
        """
        return ~self.before(other)

    def overlaps(self, other: "str | date | When") -> Truth:
        """Tell whether this day and another are the same day.

        Yes only if both are one and the same day, no if no day is possible for both.

        >>> When("2024-06").overlaps("2024"), When("2024-06").overlaps("2023")
        (<Truth.UNKNOWN: 'unknown'>, <Truth.NO: 'no'>)
        """
        return self.on_or_before(other) & self.on_or_after(other)

    def within(self, period: "str | date | Period") -> Truth:
        """Tell whether this day lies within a lasting stretch; a text is read as a Period.

        >>> When("2024-06-19").within("2024-06"), When("2024").within("2024-06")
        (<Truth.YES: 'yes'>, <Truth.UNKNOWN: 'unknown'>)
        """
        from geobrief.values.period import Period  # noqa: PLC0415 - a Period is made of two When

        return Period.of(period).covers(self)

    def plus(self, *, days: int = 0, months: int = 0, years: int = 0) -> "When":
        """Move the day: by years and months first, clipped to the end of the month, then by days.

        The result covers what every possible day becomes and keeps the qualifiers.
        Negative numbers count back.  Raises OverflowError outside the years 1 to 9999.

        >>> When("2024-01-31").plus(months=1), When("2024-06").plus(years=1), When("2024-06~").plus(days=30)
        (When('2024-02-29'), When('2025-06'), When('2024-07-01~/2024-07-30~'))
        """
        return self._each(lambda day: calendar.add_months(day, 12 * years + months) + timedelta(days=days))

    def first_of_following_month(self) -> "When":
        """Find the first day of the next month, even from the first of a month.

        >>> When("2024-06").first_of_following_month()
        When('2024-07-01')
        """
        return self._each(calendar.first_of_following_month)

    def first_of_that_month(self) -> "When":
        """Find the first day of the month in which the day lies.

        >>> When("2024-06-19").first_of_that_month()
        When('2024-06-01')
        """
        return self._each(calendar.first_of_that_month)

    def _each(self, moved: Callable[[date], date]) -> "When":
        """Move both bounds; ``moved`` must be non-decreasing, so that all days stay between them."""
        mark = edtf.qualifier(uncertain=self.uncertain, approximate=self.approximate)
        return _spanning(self.earliest and moved(self.earliest), self.latest and moved(self.latest), mark)

    def __reduce__(self) -> "tuple[type[When], tuple[str]]":
        return (type(self), (self.text,))

    def __repr__(self) -> str:
        return f"When({self.text!r})"

    def __str__(self) -> str:
        return self.text


Day = str | date | When
"""A day as a caller may name it: as a text, a date, or a When."""


@lru_cache(maxsize=16_384)
def _interned(text: str) -> When:
    return When(text)


@lru_cache(maxsize=16_384)
def _of_day(day: date) -> When:
    return _interned(day.isoformat())


def _spanning(earliest: date | None, latest: date | None, mark: str) -> When:
    first = None if earliest is None else _plain_day(earliest)
    last = None if latest is None else _plain_day(latest)
    if first is last is None:
        raise InvalidWhen(
            "When", "GB301", "expected at least one of earliest and latest", "leave an unknown date out"
        )
    return _interned(edtf.shortest(first, last, mark))


def _plain_day(value: object) -> date:
    if isinstance(value, datetime):
        raise TypeError(f"expected a day, got {value!r}; choose the time zone and take its .date()")
    if not isinstance(value, date):
        raise TypeError(f"expected a text, a date or a When, got {value!r}")
    return value
