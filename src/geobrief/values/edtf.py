"""The grammar of dates: which texts are read, and which days each of them leaves possible.

It is EDTF (ISO 8601-2:2019) level 0 and the parts of level 1 that reporting needs:
days, months, years, unspecified digits from the right (``2024-06-XX``, ``198X``), a
qualifier at the end (``?`` uncertain, ``~`` approximate, ``%`` both) and intervals
``a/b``, ``../b``, ``a/..``.  Not read: seasons, times of day, week dates, the compact
form, years before 0001 or after 9999, and level 2.
"""

import re
from datetime import date
from typing import Literal, NamedTuple

from geobrief.constraint import Problem
from geobrief.errors import InvalidRecord
from geobrief.values.calendar import days_in_month
from geobrief.words import meant

__all__ = ["EdtfDate", "InvalidWhen", "Precision", "qualifier", "read", "read_one", "shortest", "shown"]

Precision = Literal["day", "month", "year", "decade", "century", "interval"]
DateCode = Literal["GB301", "GB302", "GB303"]

# Texts, compiled when first used: importing a record compiles none of them.
_ISO_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z"
_ONE = (
    r"(?:(?P<century>[0-9]{2})XX"
    r"|(?P<decade>[0-9]{3})X"
    r"|(?P<year>[0-9]{4})(?:-XX(?:-XX)?|-(?P<month>[0-9]{2})(?:-(?:XX|(?P<day>[0-9]{2})))?)?"
    r")(?P<qualifier>[?~%]?)\Z"
)
_EXPECTED = "expected a date such as 2024-06-19, 2024-06, 2024 or an interval a/b"
_LONGEST_SHOWN = 40


class InvalidWhen(InvalidRecord):
    """A text does not name a day, or names one that does not exist.

    ``code`` tells which: GB301 not EDTF, GB302 no such day, GB303 end before start.
    ``hint`` is what to write instead, or empty where that would be a guess.

    >>> error = InvalidWhen("When", "GB302", "no such day '2023-02-30'")
    >>> print(error.code, error)
    GB302 When: text: no such day '2023-02-30'
    """

    def __init__(self, kind: str, code: DateCode, message: str, hint: str = "") -> None:
        super().__init__(kind, [Problem(("text",), code, f"{message}; {hint}" if hint else message)])
        self.args = (kind, code, message, hint)  # what pickle calls the class with
        self.code: DateCode = code
        self.message = message
        self.hint = hint


class EdtfDate(NamedTuple):
    """What a text says: the bounds of the possible days (None: open) and how sure it is of them."""

    earliest: date | None
    latest: date | None
    precision: Precision
    uncertain: bool = False
    approximate: bool = False


def read(text: str) -> EdtfDate:
    """Read a date or an interval within which one day lies.

    Raises InvalidWhen.

    >>> read("2024-06~/..")[:3]
    (datetime.date(2024, 6, 1), None, 'interval')
    """
    if re.match(_ISO_DAY, text):
        day = _day(text)
        return EdtfDate(day, day, "day")
    start, slash, end = text.partition("/")
    if not slash:
        return read_one(text)
    if "/" in end:
        raise _not_edtf(text)
    if start == end == "..":
        raise InvalidWhen("When", "GB301", f"{text!r} says nothing", "leave an unknown date out")
    if not start or not end:
        raise InvalidWhen(
            "When", "GB301", f"{shown(text)} leaves one end of the interval empty", "write .. for an open end"
        )
    return _read_interval(text, start, end)


def read_one(text: str) -> EdtfDate:
    """Read a date that is not an interval.

    Raises InvalidWhen.

    >>> read_one("198X").latest
    datetime.date(1989, 12, 31)
    """
    match = re.match(_ONE, text)
    if match is None:
        raise _not_edtf(text)
    century, decade, year, month, day, mark = match.groups()
    uncertain, approximate = mark in ("?", "%"), mark in ("~", "%")
    if day is not None:
        only = _day(text[:10])
        return EdtfDate(only, only, "day", uncertain, approximate)
    if month is not None:
        first, last = _month(text, int(year), int(month))
        return EdtfDate(first, last, "month", uncertain, approximate)
    digits = year or decade or century
    precision: Precision = "year" if year else "decade" if decade else "century"
    first, last = _years(text, digits)
    return EdtfDate(first, last, precision, uncertain, approximate)


def qualifier(*, uncertain: bool, approximate: bool) -> str:
    """Write the mark that ends a qualified date.

    >>> qualifier(uncertain=True, approximate=True)
    '%'
    """
    if uncertain:
        return "%" if approximate else "?"
    return "~" if approximate else ""


def shortest(earliest: date | None, latest: date | None, mark: str = "") -> str:
    """Write the shortest text of one precision with exactly these bounds, each end closed by the mark.

    >>> shortest(date(2024, 2, 1), date(2024, 2, 29)), shortest(None, date(2024, 6, 19), "~")
    ('2024-02', '../2024-06-19~')
    """
    starts_year = earliest is None or (earliest.month, earliest.day) == (1, 1)
    ends_year = latest is None or (latest.month, latest.day) == (12, 31)
    starts_month = earliest is None or earliest.day == 1
    ends_month = latest is None or latest.day == days_in_month(latest.year, latest.month)
    if earliest and latest and starts_year and ends_year:
        century, decade = (
            earliest.year % span == 0 and latest.year == earliest.year + span - 1 for span in (100, 10)
        )
        if century or decade:
            return (f"{earliest.year // 100:02d}XX" if century else f"{earliest.year // 10:03d}X") + mark
    length = 4 if starts_year and ends_year else 7 if starts_month and ends_month else 10
    start = ".." if earliest is None else earliest.isoformat()[:length] + mark
    end = ".." if latest is None else latest.isoformat()[:length] + mark
    return start if start == end else f"{start}/{end}"


def shown(text: str) -> str:
    """Quote a text for a message, cut where it is long."""
    return repr(text) if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]!r}…"


def _read_interval(text: str, start: str, end: str) -> EdtfDate:
    first = None if start == ".." else read_one(start)
    last = None if end == ".." else read_one(end)
    earliest = first.earliest if first else None
    latest = last.latest if last else None
    if earliest is not None and latest is not None and latest < earliest:
        raise InvalidWhen("When", "GB303", f"{text!r} ends before it starts", "swap or correct the dates")
    ends = [end for end in (first, last) if end]
    return EdtfDate(
        earliest,
        latest,
        "interval",
        uncertain=any(end.uncertain for end in ends),
        approximate=any(end.approximate for end in ends),
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        year, month, _ = map(int, text.split("-"))
        last = _month(text, year, month)[1].day
        raise InvalidWhen("When", "GB302", f"no such day {text!r}", f"that month has 01 to {last}") from None


def _month(text: str, year: int, month: int) -> tuple[date, date]:
    _years(text, f"{year:04d}")
    if 21 <= month <= 41 and len(text.rstrip("?~%")) == 7:
        raise InvalidWhen(
            "When", "GB301", f"seasons are not read, got {text!r}", "write the months as an interval a/b"
        )
    if not 1 <= month <= 12:
        raise InvalidWhen("When", "GB302", f"no such month in {text!r}", "months are 01 to 12")
    return date(year, month, 1), date(year, month, days_in_month(year, month))


def _years(text: str, digits: str) -> tuple[date, date]:
    first, last = int(digits.ljust(4, "0")), int(digits.ljust(4, "9"))
    if first == 0:
        raise InvalidWhen("When", "GB302", f"no year 0000, got {text!r}", "years are 0001 to 9999")
    return date(first, 1, 1), date(last, 12, 31)


def _not_edtf(text: str) -> InvalidWhen:
    hint = meant(filter(None, (_nearest(text),)))
    return InvalidWhen("When", "GB301", f"{_EXPECTED}, got {shown(text)}", hint)


# Correction: only ever suggested, and only where one reading is left.

_YEAR_FIRST = r"([0-9]{4})([-./ ])([0-9]{1,2})(?:\2([0-9]{1,2}))?\Z"
_YEAR_LAST = r"([0-9]{1,2})([-./ ])([0-9]{1,2})\2([0-9]{4})\Z"
_COMPACT = r"([0-9]{4})([0-9]{2})([0-9]{2})\Z"
_LOOK_ALIKES = str.maketrans({"‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-", "x": "X", "u": "X"})


def _nearest(text: str) -> str | None:
    if len(text) > _LONGEST_SHOWN:
        return None
    tidy = text.strip().translate(_LOOK_ALIKES)
    found = {
        candidate for candidate in (tidy, *_rearranged(tidy)) if candidate != text and _is_edtf(candidate)
    }
    return found.pop() if len(found) == 1 else None


def _rearranged(text: str) -> list[str]:
    if match := re.match(_YEAR_FIRST, text):
        year, _, month, day = match.groups()
        return [f"{year}-{month:0>2}" + (f"-{day:0>2}" if day else "")]
    if match := re.match(_YEAR_LAST, text):
        one, _, two, year = match.groups()
        return [f"{year}-{two:0>2}-{one:0>2}", f"{year}-{one:0>2}-{two:0>2}"]
    if match := re.match(_COMPACT, text):
        return ["-".join(match.groups())]
    return []


def _is_edtf(text: str) -> bool:
    if not re.match(_ONE, text):
        return False
    try:
        read_one(text)
    except InvalidWhen:
        return False
    return True
