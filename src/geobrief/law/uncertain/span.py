"""Spans: the possible days of one event, and stretches between two such events.

A date is a set of possible days.  The engine counts days as ordinals and keeps the two
bounds; an event that may not happen at all has ``NEVER`` as its upper bound.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Final, NamedTuple

from geobrief.truth import Truth
from geobrief.values.delay import Delay
from geobrief.values.when import When

__all__ = ["ALWAYS", "DAWN", "NEVER", "NOT_EVER", "SOME_DAY", "Interval", "Span"]
__all__ += ["day_of", "earliest_of", "latest_of", "moved"]

DAWN: Final = 0
"""Before every day of the calendar."""
NEVER: Final = date.max.toordinal() + 1
"""After every day of the calendar: it does not happen."""


class Span(NamedTuple):
    """The possible days of an event, as ordinals, both bounds included."""

    lo: int
    hi: int

    @classmethod
    def on(cls, day: int) -> "Span":
        """Make the span of one known day."""
        return cls(day, day)

    @classmethod
    def of(cls, when: When) -> "Span":
        """Read the bounds of a date.

        >>> Span.of(When("2024-06")).hi - Span.of(When("2024-06")).lo
        29
        """
        earliest, latest = when.earliest, when.latest
        return cls(earliest.toordinal() if earliest else DAWN, latest.toordinal() if latest else NEVER)

    @staticmethod
    def hull(*spans: "Span") -> "Span":
        """Give the span of an event that is one of several, and nobody knows which."""
        return Span(min(span.lo for span in spans), max(span.hi for span in spans))

    @property
    def is_day(self) -> bool:
        """Whether exactly one day is possible."""
        return self.lo == self.hi

    @property
    def may_happen(self) -> bool:
        """Whether the event happens in some world."""
        return self.lo < NEVER

    @property
    def must_happen(self) -> bool:
        """Whether the event happens in every world."""
        return self.hi < NEVER

    @property
    def day_after(self) -> "Span":
        """The day after the event."""
        return Span(min(self.lo + 1, NEVER), min(self.hi + 1, NEVER))

    @property
    def or_never(self) -> "Span":
        """The same event, if it happens at all."""
        return Span(self.lo, NEVER)

    @property
    def when(self) -> When | None:
        """The span as a date; None where nothing is known about it, or it never happens.

        >>> Span.of(When("2024-06")).when
        When('2024-06')
        """
        lo = date.fromordinal(self.lo) if DAWN < self.lo < NEVER else None
        hi = date.fromordinal(self.hi) if DAWN < self.hi < NEVER else None
        return When.between(lo, hi) if lo or hi else None

    def given(self, truth: Truth) -> "Span":
        """Give the days of the event provided that something holds."""
        return self if truth.is_yes else NOT_EVER if truth.is_no else self.or_never

    def until(self, day: int) -> "Span":
        """Leave out the days after one, where some day remains."""
        return Span(self.lo, min(self.hi, day)) if self.lo <= day < self.hi else self

    def not_after(self, other: "Span") -> Truth:
        """Tell whether the event comes on the day of another or before it."""
        if self.hi <= other.lo:
            return Truth.YES
        return Truth.NO if self.lo > other.hi else Truth.UNKNOWN

    def moved(self, step: Callable[[date], date]) -> "Span":
        """Move the event by a step that keeps the order of days, so that the bounds move one by one."""
        return Span(moved(self.lo, step), moved(self.hi, step))

    def put_off(self, by: Delay | None) -> "Span":
        """Count a delay from the event."""
        return self if by is None else self.moved(by.after)


NOT_EVER: Final = Span(NEVER, NEVER)
SOME_DAY: Final = Span(DAWN, NEVER)
"""Any day, or none."""
ALWAYS: Final = Span(DAWN, DAWN)


class Interval(NamedTuple):
    """A stretch of days, half-open: ``end`` is the first day out."""

    start: Span
    end: Span = NOT_EVER

    def may_hold_on(self, day: int) -> bool:
        """Whether a day lies in it in some world."""
        return self.start.lo <= day < self.end.hi

    def surely_holds_on(self, day: int) -> bool:
        """Whether a day lies in it in every world."""
        return self.start.hi <= day < self.end.lo

    @property
    def may_hold(self) -> bool:
        """Whether it may have a day at all."""
        return self.start.lo < self.end.hi

    def until(self, end: Span) -> "Interval":
        """End it on another day, if that comes first."""
        if end.lo >= self.end.hi:
            return self
        return Interval(self.start, Span(min(self.end.lo, end.lo), min(self.end.hi, end.hi)))

    def within(self, other: "Interval") -> "Interval":
        """Keep the days on which another holds as well."""
        (start, end), (since, until) = self, other
        if since.hi <= start.lo and until.lo >= end.hi:
            return self
        return Interval(
            Span(max(start.lo, since.lo), max(start.hi, since.hi)),
            Span(min(end.lo, until.lo), min(end.hi, until.hi)),
        )


def latest_of(spans: Iterable[Span]) -> Span:
    """Give the span of the last of several events; of none, always."""
    lo = hi = DAWN
    for first, last in spans:
        lo, hi = first if first > lo else lo, last if last > hi else hi  # noqa: FURB136 - the quickest way
    return Span(lo, hi)


def earliest_of(spans: Iterable[Span]) -> Span:
    """Give the span of the first of several events; of none, never."""
    lo = hi = NEVER
    for first, last in spans:
        lo, hi = first if first < lo else lo, last if last < hi else hi  # noqa: FURB136 - likewise
    return Span(lo, hi)


def moved(day: int, step: Callable[[date], date]) -> int:
    """Move one day; a day beyond the calendar stays there."""
    if not DAWN < day < NEVER:
        return day
    try:
        return step(date.fromordinal(day)).toordinal()
    except (OverflowError, ValueError):
        return NEVER


def day_of(day: int) -> date:
    """Give the date of an ordinal; one beyond the calendar becomes its first or last day."""
    return date.fromordinal(min(max(day, 1), NEVER - 1))
