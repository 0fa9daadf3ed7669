"""Terms: the days on which a treaty comes up for an end by lapse of time (VCLT 54).

A term of N years from day D ends on D + N years, the first day out.  Renewals are counted
from the original entry, or from the end on which the parties last agreed: an extension moves
the end of the term that is running, and must take effect by that day; later it is a new
agreement.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

import attrs

from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.uncertain.span import NEVER, NOT_EVER, Span, moved
from geobrief.model.extension import Extension
from geobrief.model.treaty import Duration
from geobrief.values.delay import Delay

__all__ = ["Terms"]

SLACK = 4
"""Days by which clipping to the end of a month can make a term longer than another."""

MOST_DAYS = 800
"""Up to how many possible days of entry the end of a term is worked out for each."""


def _boundary(start: int, term: Delay, each: Delay, number: int) -> int:
    """Give the end of a term after so many renewals, counted from its start."""
    if term.unit == each.unit:
        return moved(start, type(term)(min(term.count + number * each.count, 99_999)).after)
    day = moved(start, term.after)
    for _ in range(number):
        day = moved(day, each.after)
    return day


class Longer(NamedTuple):
    """An extension agreed on one day, by some time or until a day; a day that never comes is no end."""

    day: int
    by: Delay | None
    until: int | None

    def moves(self, end: int) -> int:
        """Give the end to which it moves another."""
        if self.until is not None:
            return max(end, self.until)
        return end if self.by is None else moved(end, self.by.after)


@attrs.frozen(slots=False)
class Terms:
    """How long a treaty runs: its term, tacit renewals, and extensions by agreement.

    Attributes:
        duration: what the text says; None where it runs without end.
        entry: the day from which the term is counted.
        extensions: what the parties agreed.
        is_complete: whether they agreed nothing else.
    """

    duration: Duration | None
    entry: Span
    extensions: tuple[DatedAct, ...] = ()
    is_complete: bool = True

    @cached_property
    def expiry(self) -> Span:
        """The first day out by lapse of time."""
        renewal = self.duration.renewal if self.duration else None
        if self.duration is None or (renewal is not None and renewal.times is None):
            return NOT_EVER
        if self._is_exact:
            found = Span(*(self._last(day, self._least) for day in self.entry))
        else:  # the less time is added first, the sooner it ends; and the other way round
            least = sorted(self._least, key=lambda one: one.until is not None)
            most = sorted(self._most, key=lambda one: one.until is None)
            found = Span(self._last(self.entry.lo, least), self._last(self.entry.hi, most))
        return found if self.is_complete else found.or_never

    @cached_property
    def unextended(self) -> Span:
        """The first day out by lapse of time, had nothing been agreed."""
        return Terms(self.duration, self.entry).expiry

    def next_end(self, ready: Span) -> Span:
        """Find the first end of a term by which a notice has run; with the days unknown, within bounds."""
        if self.duration is None or not self.entry.may_happen:
            return NOT_EVER
        if self._is_exact and self.entry.hi - self.entry.lo <= MOST_DAYS:
            # The end is not monotone in the entry: ask for every day.
            days = range(self.entry.lo, self.entry.hi + 1)
            found = [self._next(day, each) for day in days for each in ready]
            return Span(min(found), max(found))
        lo = max(self._first(self.entry.lo), ready.lo)
        each = self._each
        if self.extensions or each is None:
            return Span(lo, NEVER)
        after = moved(ready.hi, each.after)
        latest = NEVER if NEVER in (self.entry.hi, after) else max(self._first(self.entry.hi), after + SLACK)
        return Span(lo, latest)

    @property
    def _each(self) -> Delay | None:
        """For how long it is renewed each time; None where it is not."""
        duration = self.duration
        return duration.renewal.each or duration.term if duration and duration.renewal else None

    @cached_property
    def _least(self) -> tuple[Longer, ...]:
        """The extensions as late, and as little, as they may be."""
        return tuple(self._longer(one, most=False) for one in self.extensions)

    @cached_property
    def _most(self) -> tuple[Longer, ...]:
        """The extensions as early, and as much, as they may be."""
        return tuple(self._longer(one, most=True) for one in self.extensions)

    @property
    def _is_exact(self) -> bool:
        return self._least == self._most

    def _longer(self, one: DatedAct, *, most: bool) -> Longer:
        act, until = one.act, one.on("until")
        day = one.effect.lo if most else one.effect.hi
        if until is not None:
            return Longer(day, None, until.hi if most else until.lo)
        if not isinstance(act, Extension) or act.indefinitely:
            return Longer(day, None, NEVER)
        by = act.lengthened or (self.duration.extendable_by if self.duration else None)
        return Longer(day, by, NEVER if most and by is None else None)

    def _last(self, entry: int, extensions: Sequence[Longer]) -> int:
        *_, last = self._ends(entry, extensions)
        return last

    def _next(self, entry: int, ready: int) -> int:
        if ready >= NEVER:
            return NEVER
        each = self._each
        if each is not None and each.count == 0:
            return max(ready, self._first(entry))
        return next((end for end in self._ends(entry, self._least) if end >= ready), NEVER)

    def _first(self, entry: int) -> int:
        duration = self.duration
        if duration is not None and duration.term is not None:
            return moved(entry, duration.term.after)
        return Span.of(duration.until).lo if duration is not None and duration.until is not None else NEVER

    def _ends(self, entry: int, extensions: Sequence[Longer]) -> Iterator[int]:
        """Yield the ends of the terms, one after the other."""
        duration, each = self.duration, self._each
        term = duration.term if duration else None
        times = duration.renewal.times if duration and duration.renewal else 0
        waiting, end, number, longest = list(extensions), self._first(entry), 0, NEVER
        agreed = None if term is not None else end  # renewals are counted from it, else from the entry
        since = 0
        while True:
            moved_to, longest = self._extended(end, waiting, longest)
            if moved_to > end:
                agreed, since = moved_to, number
            yield moved_to
            number += 1
            if each is None or not each.count or moved_to >= NEVER or (times is not None and number > times):
                return
            if agreed is not None or term is None:
                end = _boundary(agreed or moved_to, each, each, number - since - 1)
            else:
                end = _boundary(entry, term, each, number)

    def _extended(self, end: int, waiting: list[Longer], longest: int) -> tuple[int, int]:
        """Move an end by what was agreed by then; all extensions together no further than is allowed."""
        allowed = self.duration.extendable_by if self.duration else None
        if allowed is not None and longest >= NEVER:
            longest = moved(end, allowed.after)
        while (one := next((each for each in waiting if each.day <= end), None)) is not None:
            waiting.remove(one)
            end = max(end, min(one.moves(end), longest))
        return end, longest
