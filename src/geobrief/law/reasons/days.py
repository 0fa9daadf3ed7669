"""Days in sentences: a day, a month or a year, or between which days; never a notation.

What is imprecise stays so: no sentence names one day where the records leave several.
"""

from datetime import date, timedelta

from geobrief.law.uncertain.span import DAWN, NEVER, Interval, Span

__all__ = ["among", "during", "named", "on"]


def named(span: Span) -> str:
    """Name a day, as well as it is known.

    >>> from geobrief.law.uncertain.span import Span
    >>> from geobrief.values.when import When
    >>> named(Span.of(When("2024-06-19"))), named(Span.of(When("2024-06"))), named(Span.of(When("2024")))
    ('2024-06-19', '2024-06', '2024')
    >>> named(Span.of(When("2001-01-31/2001-03-05"))), named(Span.of(When("2000/..")))
    ('a day between 2001-01-31 and 2001-03-05', 'a day on or after 2000-01-01')
    """
    first, last = _bounds(span)
    if first is not None and last is not None and (short := _one_word(first, last)):
        return short
    return on(span).replace("on an ", "an ") if first is last else f"a day {on(span)}"


def on(span: Span) -> str:
    """Say on which day something happens.

    >>> from geobrief.law.uncertain.span import Span
    >>> from geobrief.values.when import When
    >>> on(Span.of(When("2024-06-19"))), on(Span.of(When("2024-06")))
    ('on 2024-06-19', 'in 2024-06')
    >>> on(Span.of(When("../2001-02-03"))), on(Span(0, NEVER))
    ('on or before 2001-02-03', 'on an unknown day')
    """
    first, last = _bounds(span)
    if first is None:
        return "on an unknown day" if last is None else f"on or before {last}"
    if last is None:
        return f"on or after {first}"
    if short := _one_word(first, last):
        return f"on {short}" if first == last else f"in {short}"
    return f"between {first} and {last}"


def among(span: Span) -> str:
    """Say of which days one is meant.

    >>> from geobrief.law.uncertain.span import Span
    >>> from geobrief.values.when import When
    >>> among(Span.of(When("2024-06"))), among(Span.of(When("2001-01-31/2001-03-05")))
    ('of 2024-06', 'between 2001-01-31 and 2001-03-05')
    """
    first, last = _bounds(span)
    short = _one_word(first, last) if first is not None and last is not None and first != last else None
    return f"of {short}" if short else on(span)


def during(interval: Interval) -> str:
    """Say from which day to which, the last included, something holds.

    >>> from geobrief.law.uncertain.span import Span
    >>> during(Interval(Span.on(730120))), during(Interval(Span.on(730120), Span.on(730486)))
    ('since 2000-01-01', 'from 2000-01-01 to 2000-12-31')
    """
    start, (lo, hi) = interval
    last = Span(lo if lo >= NEVER else lo - 1, hi if hi >= NEVER else hi - 1)
    if not last.may_happen:
        return f"since {named(start)}" if start.lo > DAWN else "without a beginning or an end"
    begun = f"from {named(start)} " if start.hi > DAWN else ""
    return f"{begun}to {named(last)}" if begun else f"until {named(last)}"


def _bounds(span: Span) -> tuple[date | None, date | None]:
    first = date.fromordinal(span.lo) if DAWN < span.lo < NEVER else None
    last = date.fromordinal(span.hi) if DAWN < span.hi < NEVER else None
    return first, last


def _one_word(first: date, last: date) -> str | None:
    """Write a day, a whole month or a whole year."""
    if first == last:
        return first.isoformat()
    if first.day != 1 or (last < date.max and (last + timedelta(1)).day != 1):
        return None
    if first.timetuple()[:2] == last.timetuple()[:2]:
        return first.isoformat()[:7]
    whole_year = first.year == last.year and (first.month, last.month) == (1, 12)
    return first.isoformat()[:4] if whole_year else None
