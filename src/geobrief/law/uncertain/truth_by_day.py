"""Truth by day: what holds on which day, as stretches of yes, no and unknown."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, groupby
from operator import or_

import attrs

from geobrief.law.uncertain.span import DAWN, NEVER, NOT_EVER, Interval, Span
from geobrief.truth import Truth

__all__ = ["TruthByDay", "all_hold", "any_holds"]

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


def all_hold(truths: Iterable[Truth]) -> Truth:
    """Tell whether all of several hold; after a no, nothing more is asked."""
    found = YES
    for truth in truths:
        found &= truth
        if found is NO:
            break
    return found


def any_holds(truths: Iterable[Truth]) -> Truth:
    """Tell whether one of several holds; after a yes, nothing more is asked."""
    return ~all_hold(~truth for truth in truths)


@attrs.frozen
class TruthByDay:
    """A truth for every day: stretches without gap or overlap, a query is a bisect.

    ``starts`` holds the first day of each stretch, the first being ``DAWN``; neighbours differ.

    >>> from geobrief.law.uncertain.span import Span
    >>> by_day = TruthByDay.during([Interval(Span(10, 12), Span(20, 20))])
    >>> [str(by_day.at(day)) for day in (9, 10, 12, 19, 20)]
    ['no', 'unknown', 'yes', 'yes', 'no']
    """

    starts: tuple[int, ...]
    values: tuple[Truth, ...]

    @classmethod
    def constant(cls, value: Truth) -> "TruthByDay":
        """Say the same of every day."""
        return cls((DAWN,), (value,))

    @classmethod
    def during(cls, intervals: Iterable[Interval]) -> "TruthByDay":
        """Say of what holds during any of several intervals on which days it does."""
        by_day = _NEVER
        for start, end in intervals:
            if start.lo < end.hi:
                one = _one(start, end)
                by_day = one if by_day is _NEVER else by_day | one
        return by_day

    def at(self, day: int) -> Truth:
        """Tell what holds on a day."""
        return self.values[bisect_right(self.starts, day) - 1]

    def index(self, day: int) -> int:
        """Find the stretch in which a day lies."""
        return bisect_right(self.starts, day) - 1

    def end(self, index: int) -> int:
        """Give the first day after a stretch."""
        return self.starts[index + 1] if index + 1 < len(self.starts) else NEVER

    def between(self, first: int, last: int) -> tuple[Truth, ...]:
        """Give the values of the stretches that touch the days from first to last."""
        return self.values[self.index(first) : self.index(last) + 1]

    def on_one_of(self, days: Span) -> Truth:
        """Tell what holds on a day of which nobody knows which of several it is.

        >>> from geobrief.law.uncertain.span import Span
        >>> by_day = TruthByDay.during([Interval(Span(10, 10), Span(20, 20))])
        >>> str(by_day.on_one_of(Span(12, 19))), str(by_day.on_one_of(Span(12, 20)))
        ('yes', 'unknown')
        """
        values = self.between(days.lo, min(days.hi, NEVER - 1))
        return values[0] if values.count(values[0]) == len(values) else UNKNOWN

    def stretches(self) -> Iterator[tuple[int, int, Truth]]:
        """Yield first day, first day out, and value of every stretch."""
        for index, (start, value) in enumerate(zip(self.starts, self.values, strict=True)):
            yield start, self.end(index), value

    def spells(self) -> Iterator[Interval]:
        """Yield from when to when it may hold: each stretch that is not no, with what is sure of it.

        >>> from geobrief.law.uncertain.span import Span
        >>> by_day = TruthByDay.during([Interval(Span(10, 12), Span(20, 20))])
        >>> [(tuple(start), tuple(end)) for start, end in by_day.spells()]
        [((10, 12), (20, 20))]
        """
        for maybe, group in groupby(self.stretches(), key=lambda stretch: not stretch[2].is_no):
            every = tuple(group)
            if maybe:
                first, last = every[0][0], every[-1][1]
                sure = ((start, end) for start, end, value in every if value.is_yes)
                begun, over = next(sure, (NEVER, first))
                yield Interval(Span(first, begun), Span(over, last))

    @property
    def first(self) -> Span:
        """The possible days of the first on which it holds; never where it holds on none."""
        return next(self.spells(), Interval(NOT_EVER)).start

    def after(self, day: int, value: Truth) -> "TruthByDay":
        """Replace what holds after a day."""
        if day + 1 >= NEVER:
            return self
        kept = bisect_right(self.starts, day)
        if self.values[kept - 1] is value:
            return TruthByDay(self.starts[:kept], self.values[:kept])
        return TruthByDay((*self.starts[:kept], day + 1), (*self.values[:kept], value))

    def begun(self) -> "TruthByDay":
        """Tell on which days it holds or has held before."""
        return _joined(list(zip(self.starts, accumulate(self.values, or_), strict=True)))

    def mapped(self, change: Callable[[Truth], Truth]) -> "TruthByDay":
        """Change every value alike."""
        return _joined(list(zip(self.starts, map(change, self.values), strict=True)))

    def disputed(self, other: "TruthByDay", when: "TruthByDay") -> "TruthByDay":
        """Make unknown what another tells otherwise, on the days on which a third holds."""
        return _merged(
            (self, other, when),
            lambda values: values[0] if values[0] is values[1] or values[2] is NO else UNKNOWN,
        )

    def settled(self, when: "TruthByDay", value: Truth) -> "TruthByDay":
        """Replace what is unknown by a value on the days on which another surely holds."""
        return _merged(
            (self, when), lambda values: value if values[0] is UNKNOWN and values[1] is YES else values[0]
        )

    def __and__(self, other: "TruthByDay") -> "TruthByDay":
        return _merged((self, other), lambda values: values[0] & values[1])

    def __or__(self, other: "TruthByDay") -> "TruthByDay":
        return _merged((self, other), lambda values: values[0] | values[1])

    def __invert__(self) -> "TruthByDay":
        return TruthByDay(self.starts, tuple(~value for value in self.values))

    @staticmethod
    def each_day(truths: Sequence["TruthByDay"], join: Callable[[tuple[Truth, ...]], Truth]) -> "TruthByDay":
        """Join several into one, day by day."""
        return _merged(truths, join)

    @staticmethod
    def agreed(truths: Sequence["TruthByDay"]) -> "TruthByDay":
        """Keep what all say alike; where they differ it is unknown."""
        if truths.count(truths[0]) == len(truths):
            return truths[0]
        return _merged(truths, lambda values: values[0] if len(set(values)) == 1 else UNKNOWN)

    @staticmethod
    def all_of(truths: Sequence["TruthByDay"]) -> "TruthByDay":
        """Tell on which days several hold at once."""
        return TruthByDay.at_least(len(truths), truths)

    @staticmethod
    def at_least(count: int, truths: Sequence["TruthByDay"]) -> "TruthByDay":
        """Tell on which days at least so many of several hold."""
        steps = sorted(
            (start, value is not NO, value is YES, before is not NO, before is YES)
            for by_day in truths
            for start, value, before in zip(by_day.starts, by_day.values, (NO, *by_day.values), strict=False)
        )
        found: list[tuple[int, Truth]] = [(DAWN, YES if count <= 0 else NO)]
        possible = certain = 0
        for start, may, does, might, did in steps:
            possible += may - might
            certain += does - did
            found.append((start, YES if certain >= count else UNKNOWN if possible >= count else NO))
        return _joined(found)


def _one(start: Span, end: Span) -> TruthByDay:
    if DAWN < start.lo == start.hi < end.lo == end.hi:  # nothing is uncertain
        days, values = (DAWN, start.lo, end.lo), (NO, YES, NO)
        return TruthByDay(days, values) if end.lo < NEVER else TruthByDay(days[:2], values[:2])
    sure = [(start.hi, YES), (end.lo, UNKNOWN)] if start.hi < end.lo else []
    return _joined([(DAWN, NO), (start.lo, UNKNOWN), *sure, (end.hi, NO)])


def _joined(steps: Sequence[tuple[int, Truth]]) -> TruthByDay:
    """Drop empty stretches and join equal neighbours."""
    starts: list[int] = []
    values: list[Truth] = []
    for position, (start, value) in enumerate(steps):
        if start >= NEVER or (position + 1 < len(steps) and steps[position + 1][0] == start):
            continue
        if not values or values[-1] is not value:
            starts.append(start)
            values.append(value)
    return TruthByDay(tuple(starts), tuple(values))


def _merged(truths: Sequence[TruthByDay], join: Callable[[tuple[Truth, ...]], Truth]) -> TruthByDay:
    days = sorted({start for by_day in truths for start in by_day.starts})
    return _joined([(day, join(tuple(by_day.at(day) for by_day in truths))) for day in days])


_NEVER = TruthByDay.constant(NO)
