"""Delays: the days, calendar months or years that a treaty text counts.

"On the 30th day after" is the date plus 30 days.  Months are calendar months, clipped
to the end of the month; years are twelve months.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Annotated, ClassVar

import attrs

from geobrief.constraint import Between, Constrained, Invariant, Problem
from geobrief.errors import InvalidRecord
from geobrief.values.calendar import add_months

__all__ = ["Days", "Delay", "Months", "Years"]

_FORM = r"([0-9]{1,5}) (days?|months?|years?)\Z"


_WEEKS = r"([0-9]{1,4}) weeks?\Z"
_YEARS_AND_MONTHS = r"([0-9]{1,3}) years?,? (?:and )?([0-9]{1,2}) months?\Z"


def _in_one_unit(text: object) -> tuple[str, ...]:
    """Give the days or months that a delay in weeks, or in years and months, probably means."""
    if not isinstance(text, str):
        return ()
    if weeks := re.match(_WEEKS, text):
        return (f"{7 * int(weeks[1])} days",)
    if mixed := re.match(_YEARS_AND_MONTHS, text):
        return (f"{12 * int(mixed[1]) + int(mixed[2])} months",)
    return ()


@attrs.frozen(repr=False)
class Delay(Constrained):
    """A number of days, calendar months or years.

    >>> Delay.parse("6 months")
    Months(6)
    >>> print(Days(30), Months(1).after(date(2024, 1, 31)))
    30 days 2024-02-29
    """

    unit: ClassVar[str] = "days"

    count: Annotated[int, Between(0, 99_999)]

    @staticmethod
    def parse(text: str) -> "Delay":
        """Read ``30 days``, ``6 months`` or ``1 year``."""
        match = re.match(_FORM, text) if isinstance(text, str) else None
        if match is None:
            message = f"expected a delay such as '30 days' or '6 months', got {text!r}"
            raise InvalidRecord("Delay", [Problem((), "GB105", message, near=_in_one_unit(text))])
        return {"d": Days, "m": Months, "y": Years}[match[2][0]](int(match[1]))

    def after(self, day: date) -> date:
        """Count the delay from a day; ``OverflowError`` beyond the year 9999."""
        raise NotImplementedError

    def before(self, day: date) -> date:
        """Count the delay back from a day."""
        raise NotImplementedError

    def __str__(self) -> str:
        return f"{self.count} {self.unit[:-1] if self.count == 1 else self.unit}"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.count})"

    def _invariants(self) -> Iterable[Problem]:
        if type(self) is Delay:
            yield Invariant("count", "a delay is made of Days, Months or Years")


class Days(Delay):
    """A number of days.

    >>> Days(30).after(date(2016, 10, 5))  # the Paris Agreement
    datetime.date(2016, 11, 4)
    """

    __slots__ = ()
    unit: ClassVar[str] = "days"

    def after(self, day: date) -> date:
        """Count the days from a day."""
        return day + timedelta(self.count)

    def before(self, day: date) -> date:
        """Count the days back from a day."""
        return day - timedelta(self.count)


class Months(Delay):
    """A number of calendar months, clipped to the end of the month.

    >>> Months(1).after(date(2024, 1, 31))
    datetime.date(2024, 2, 29)
    """

    __slots__ = ()
    unit: ClassVar[str] = "months"

    def after(self, day: date) -> date:
        """Count the months from a day."""
        return add_months(day, self.count)

    def before(self, day: date) -> date:
        """Count the months back from a day."""
        return add_months(day, -self.count)


class Years(Delay):
    """A number of years; 29 February becomes the 28th where there is none.

    >>> Years(10).after(date(2011, 2, 5))  # New START: the first day after its term
    datetime.date(2021, 2, 5)
    """

    __slots__ = ()
    unit: ClassVar[str] = "years"

    def after(self, day: date) -> date:
        """Count the years from a day."""
        return add_months(day, 12 * self.count)

    def before(self, day: date) -> date:
        """Count the years back from a day."""
        return add_months(day, -12 * self.count)
