"""Terms: the days on which a treaty comes up for an end by lapse of time (VCLT 54).

A term of N years from day D ends on D + N years, the first day out.  Renewals are counted
from the original entry, or from the end on which the parties last agreed: an extension moves
the end of the term that is running when it takes effect.  One that all agree on when the last term
has run out holds from then on (39); in the gap before it nobody knows, unless it is said to work back.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

import attrs

from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.uncertain.span import NEVER, NOT_EVER, Interval, Span, moved
from geobrief.model.extension import Extension
from geobrief.model.treaty import Duration
from geobrief.values.delay import Delay

__all__ = ["Running", "Terms"]

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
    """An extension that works from one day, by some time or until a day; a day that never comes is no end."""

    day: int
    by: Delay | None
    until: int | None
    number: int

    def moves(self, end: int) -> int:
        """Give the end to which it moves another."""
        if self.until is not None:
            return max(end, self.until)
        return end if self.by is None else moved(end, self.by.after)


Moves = list[tuple[int, Longer | None]]
"""The end of a term as it stood at first, and each day to which an extension moved it."""


class Term(NamedTuple):
    """One term: the day on which it begins, and the moves of its end, the first by an extension if late."""

    start: int
    moves: Moves

    @property
    def end(self) -> int:
        """The first day after it."""
        return self.moves[-1][0]

    @classmethod
    def revived(cls, late: Longer, ended: int) -> "Term":
        """Make the term that an extension adds to one that had ended, from its own day on."""
        start, end = late.day, late.moves(ended)
        if end <= start:  # it would be over before it begins
            start = end = late.moves(start)
        return cls(start, [(end, late)])


class Running(NamedTuple):
    """By what a treaty runs on a day: its own term, or a tacit renewal, as it may have been extended.

    Attributes:
        renewed: the day on which it was last renewed; never where it was not.
        extensions: the extensions of the term that runs that reach beyond the day, each with its end.
    """

    renewed: Span
    extensions: tuple[tuple[DatedAct, Span], ...] = ()


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
    def gaps(self) -> tuple[Interval, ...]:
        """From when to when it is open whether it ran: from the end of a term to what prolonged it later."""
        bounds = dict.fromkeys([(self.entry.lo, self._least), (self.entry.hi, self._most)])
        return tuple(
            Interval(Span.on(one.end), Span.on(after.start))
            for entry, extensions in bounds
            for one, after in pairwise(self._terms(entry, extensions))
            if one.end < after.start
        )

    @cached_property
    def unextended(self) -> Span:
        """The first day out by lapse of time, had nothing been agreed."""
        return Terms(self.duration, self.entry).expiry

    def running(self, day: int) -> Running:
        """Find by what it runs on a day; what depends on days that are not known is left out."""
        if self.duration is None or not self.entry.must_happen:
            return Running(NOT_EVER)
        found = [
            self._running(entry, each, day)
            for entry, each in zip(self.entry, (self._least, self._most), strict=True)
        ]
        (first, ends), (last, others) = found
        renewed = Span(min(first, last), max(first, last)) if NEVER not in {first, last} else NOT_EVER
        both = [number for number in ends if number in others]
        extended = [(self.extensions[each], Span(*sorted((ends[each], others[each])))) for each in both]
        return Running(renewed, tuple(extended))

    def _running(self, entry: int, extensions: Sequence[Longer], day: int) -> tuple[int, dict[int, int]]:
        last = NEVER
        for number, one in enumerate(self._terms(entry, extensions)):
            if (last := one.end) > day:
                agreed = {by.number: end for end, by in one.moves if by is not None and end > day}
                is_renewed = number > 0 and one.moves[0][1] is None
                return one.start if is_renewed else NEVER, agreed
        return (last if self._each is not None and not self._each.count else NEVER), {}

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
        return tuple(self._longer(number, one, most=False) for number, one in enumerate(self.extensions))

    @cached_property
    def _most(self) -> tuple[Longer, ...]:
        """The extensions as early, and as much, as they may be."""
        return tuple(self._longer(number, one, most=True) for number, one in enumerate(self.extensions))

    @property
    def _is_exact(self) -> bool:
        return self._least == self._most

    def _longer(self, number: int, one: DatedAct, *, most: bool) -> Longer:
        act, until = one.act, one.on("until")
        day = one.effect.lo if most else one.effect.hi
        if until is not None:
            return Longer(day, None, until.hi if most else until.lo, number)
        if not isinstance(act, Extension) or act.indefinitely:
            return Longer(day, None, NEVER, number)
        by = act.lengthened or (self.duration.extendable_by if self.duration else None)
        return Longer(day, by, NEVER if most and by is None else None, number)

    def _last(self, entry: int, extensions: Sequence[Longer]) -> int:
        *_, last = self._terms(entry, extensions)
        return last.end

    def _next(self, entry: int, ready: int) -> int:
        if ready >= NEVER:
            return NEVER
        each = self._each
        if each is not None and each.count == 0:
            return max(ready, self._first(entry))
        return next((one.end for one in self._terms(entry, self._least) if one.end >= ready), NEVER)

    def _first(self, entry: int) -> int:
        duration = self.duration
        if duration is not None and duration.term is not None:
            return moved(entry, duration.term.after)
        return Span.of(duration.until).lo if duration is not None and duration.until is not None else NEVER

    def _terms(self, entry: int, extensions: Sequence[Longer]) -> Iterator[Term]:
        """Yield the terms, one after the other, with a gap before one that was agreed too late."""
        duration, each = self.duration, self._each
        term = duration.term if duration else None
        times = duration.renewal.times if duration and duration.renewal else 0
        waiting, end, number, longest = list(extensions), self._first(entry), 0, NEVER
        agreed = None if term is not None else end  # renewals are counted from it, else from the entry
        since, found = 0, Term(entry, [(end, None)])
        while True:
            longest = self._extend(found, waiting, longest)
            if (moved_to := found.end) > end:
                agreed, since = moved_to, number
            yield found
            number += 1
            if each is None or not each.count or moved_to >= NEVER or (times is not None and number > times):
                late = min((one for one in waiting if one.day < NEVER), key=lambda one: one.day, default=None)
                if late is None or moved_to >= NEVER:
                    return
                waiting.remove(late)
                found, longest = Term.revived(late, moved_to), NEVER
                continue
            if agreed is not None or term is None:
                end = _boundary(agreed or moved_to, each, each, number - since - 1)
            else:
                end = _boundary(entry, term, each, number)
            found = Term(moved_to, [(end, None)])

    def _extend(self, found: Term, waiting: list[Longer], longest: int) -> int:
        """Move an end by what was agreed by then; all extensions together no further than is allowed."""
        allowed = self.duration.extendable_by if self.duration else None
        if allowed is not None and longest >= NEVER:
            longest = moved(found.end, allowed.after)
        while (one := next((each for each in waiting if each.day <= found.end), None)) is not None:
            waiting.remove(one)
            found.moves.append((max(found.end, min(one.moves(found.end), longest)), one))
        return longest
