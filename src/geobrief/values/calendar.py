"""Calendar arithmetic on single days, as treaty clauses count them.

Months and years are calendar units and are clipped to the end of the month: one month
after 31 January is the last day of February.  Every function is non-decreasing in its
day, so that the bounds of an imprecise date can be moved one by one.
"""

from datetime import MAXYEAR, MINYEAR, date

__all__ = ["add_months", "add_years", "days_in_month", "first_of_following_month", "first_of_that_month"]

_DAYS_IN_MONTH = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in_month(year: int, month: int) -> int:
    """Count the days of a month of the proleptic Gregorian calendar.

    >>> days_in_month(2024, 2), days_in_month(1900, 2)
    (29, 28)
    """
    is_leap_year = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and is_leap_year else _DAYS_IN_MONTH[month - 1]


def add_months(day: date, months: int) -> date:
    """Move a day by calendar months, clipped to the end of the month.

    Negative months count back.  Raises OverflowError outside the years 1 to 9999.

    >>> add_months(date(2024, 1, 31), 1), add_months(date(2024, 3, 31), -13)
    (datetime.date(2024, 2, 29), datetime.date(2023, 2, 28))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    if not MINYEAR <= year <= MAXYEAR:
        raise OverflowError(f"{day.isoformat()} and {months} months lies outside the years 1 to 9999")
    return date(year, month, min(day.day, days_in_month(year, month)))


def add_years(day: date, years: int) -> date:
    """Move a day by calendar years; 29 February becomes 28 February where there is none.

    >>> add_years(date(2024, 2, 29), 1)
    datetime.date(2025, 2, 28)
    """
    return add_months(day, 12 * years)


def first_of_following_month(day: date) -> date:
    """Find the first day of the next month, even from the first of a month.

    >>> first_of_following_month(date(2024, 12, 1))
    datetime.date(2025, 1, 1)
    """
    return add_months(first_of_that_month(day), 1)


def first_of_that_month(day: date) -> date:
    """Find the first day of the month in which a day lies.

    >>> first_of_that_month(date(2024, 12, 4))
    datetime.date(2024, 12, 1)
    """
    return date(day.year, day.month, 1)
