"""One question worked out for every day at once, and answered for any of them.

The truth of a day is a bisect.  Reasons are worked out when they are first read, and kept;
within a stretch nothing happens that could change them.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable

import attrs

from geobrief.answer import Answer, Missing, Reason, Why
from geobrief.law.reasons import days
from geobrief.law.reasons.reason import Explanation
from geobrief.law.uncertain.span import NEVER, Span
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.truth import Truth
from geobrief.values.period import Period
from geobrief.values.when import Day, When

__all__ = ["QuestionByDay"]

MOST_KEPT = 4096
"""How many answers a question keeps."""


@attrs.define(eq=False)
class QuestionByDay:
    """A question that can be asked of any day.

    Attributes:
        question: the question in words.
        by_day: on which days the answer is which.
        why: gives the reasons for it on a day.
        turns: gives the days on which reasons may change though the answer does not.
        recurring: gives what they name that changes again and again without end, such as a term, on a day.
        now: the day that is meant where none is named.
        as_of: the day up to which the records claim to be complete.
    """

    question: str
    by_day: TruthByDay
    why: Callable[[int, Truth], Explanation]
    turns: Callable[[], Iterable[int]]
    recurring: Callable[[int], object]
    now: When
    as_of: When | None
    _answers: dict[Day | None, Answer] = attrs.field(factory=dict, init=False)
    _bounds: dict[int, tuple[When | None, When | None]] = attrs.field(factory=dict, init=False)
    _explained: dict[tuple[int, object], Why] = attrs.field(factory=dict, init=False)
    _turning: list[int] = attrs.field(factory=list, init=False)

    def ask(self, on: Day | None, during: str | Period | None = None) -> Answer:
        """Answer for one day, which may be imprecise, or for a whole period."""
        if during is not None:
            if on is not None:
                raise TypeError("ask on a day or during a period, not both")
            return self._throughout(Period.of(during))
        answer = self._answers.get(on)
        if answer is None:
            if len(self._answers) >= MOST_KEPT:
                self._answers.clear()
            answer = self._answers[on] = self._answer(on)
        return answer

    def _answer(self, on: Day | None) -> Answer:
        when = self.now if on is None else When.of(on)
        earliest, bounds = when.earliest, None
        if earliest is not None and earliest == when.latest:
            day = earliest.toordinal()
            index = self.by_day.index(day)
            bounds = self._bounds.get(index)
            if bounds is None:
                bounds = self._bounds[index] = self._bounds_of(index)
            value, tell = self.by_day.values[index], self._told_on
        else:
            value, tell = self.by_day.on_one_of(Span.of(when)), self._told_of
        since, until = bounds or (None, None)
        return Answer.told_later(
            tell,
            value=value,
            question=self.question,
            on=when,
            as_of=self.as_of,
            assumed_day=on is None,
            since=since,
            until=until,
        )

    def _told_on(self, answer: Answer) -> Why:
        """Give the reasons on the day of an answer; the answer names it, which keeps many answers small."""
        return self._told(Span.of(answer.on or self.now).lo)

    def _told(self, day: int) -> Why:
        """Give the reasons on a day; they are kept for the whole stretch in which they hold."""
        stretch = bisect_right(self._starts, day), self.recurring(day)
        found = self._explained.get(stretch)
        if found is None:
            found = self._explained[stretch] = self.why(day, self.by_day.at(day)).why
        return found

    @property
    def _starts(self) -> list[int]:
        """The days on which the answer, or the reasons for it, may change."""
        if not self._turning:
            self._turning += sorted({*self.by_day.starts, *self.turns()})
        return self._turning

    def _bounds_of(self, index: int) -> tuple[When | None, When | None]:
        """Say from when to when it is so in a stretch, imprecise where neighbours are unknown."""
        starts, values = self.by_day.starts, self.by_day.values
        if values[index].is_unknown:
            return None, None
        since = starts[index]
        before = index > 0 and values[index - 1].is_unknown
        first = Span(starts[index - 1], since) if before else Span.on(since)
        end = self.by_day.end(index)
        after = end < NEVER and values[index + 1].is_unknown
        last = self.by_day.end(index + 1) if after else end
        return first.when, Span(end, last).when if last < NEVER else None

    def _told_of(self, answer: Answer) -> Why:
        """Give the reasons on the first days of some on which they change."""
        span = Span.of(answer.on or self.now)
        last = min(span.hi, NEVER - 1)
        tried = [span.lo, *(day for day in self._starts if span.lo < day <= last)]
        parts = [self.why(day, self.by_day.at(day)) for day in tried[:3]]
        reasons = tuple(dict.fromkeys(reason for part in parts for reason in part.reasons))
        missing = tuple(dict.fromkeys(each for part in parts for each in part.missing))
        if len(set(self.by_day.between(span.lo, last))) > 1:
            which = f"which day {days.among(span)} is meant"
            reasons = (Reason(text=f"it depends on {which}"), *reasons)
            missing = (Missing(kind="day", text=which), *missing)
        return reasons, missing

    def _throughout(self, period: Period) -> Answer:
        """Answer whether it holds on every day of a period."""
        (first, begun), (ending, last) = ((lo, min(hi, NEVER - 1)) for lo, hi in period.bounds)
        widest = set(self.by_day.between(first, last))
        surely = set(self.by_day.between(begun, ending)) if begun <= ending else set[Truth]()
        value, day = Truth.UNKNOWN, self._first_of(Truth.UNKNOWN, first, last)
        if widest <= {Truth.YES}:
            value, day = Truth.YES, last
        elif widest <= {Truth.NO}:
            value, day = Truth.NO, first
        elif Truth.NO in surely:
            value, day = Truth.NO, self._first_of(Truth.NO, begun, ending)
        elif surely == {Truth.YES}:  # on other days, which may not belong to it, it is otherwise
            day = None
        return Answer.told_later(
            lambda _: _told_of_bounds() if day is None else self._told(day),
            value=value,
            question=f"{self.question} (throughout {period})",
            as_of=self.as_of,
        )

    def _first_of(self, value: Truth, first: int, last: int) -> int | None:
        """Find the first day of some on which a value holds; None where it does on none."""
        stretches = (each for each in self.by_day.stretches() if each[2] is value)
        return next((max(start, first) for start, end, _ in stretches if start <= last and end > first), None)


def _told_of_bounds() -> Why:
    """Say that it is one thing on some days and another on days that may not belong to the period."""
    what = "when the period began and ended"
    return (Reason(text=f"it depends on {what}"),), (Missing(kind="day", text=what),)
