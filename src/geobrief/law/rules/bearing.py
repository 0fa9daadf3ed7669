"""What bears on a day: by what a treaty still runs, for all or for some, and what is to end it.

It runs because it was renewed or extended, or because a notice against it has no effect; a notice
that runs will end it.  What was done later does not bear on a day unless it works back, nor does what
had run out by then.
"""

from collections.abc import Iterable, Iterator

import attrs

from geobrief.law.acts.consents import Notice
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.rules.history import History
from geobrief.law.rules.termination import Ending
from geobrief.law.uncertain.span import NOT_EVER, Span

__all__ = ["Bearing", "Extended", "Noticed", "Renewed", "Terminated", "bearing"]


@attrs.frozen
class Renewed:
    """Its term was renewed tacitly on a day (VCLT 54(a))."""

    day: Span


@attrs.frozen
class Extended:
    """Its term was extended by agreements, the last of which runs longest (VCLT 39, 54(b))."""

    by: tuple[DatedAct, ...]
    end: Span

    @property
    def day(self) -> Span:
        """The day of the last of the agreements."""
        return self.by[-1].day


@attrs.frozen
class Noticed:
    """Somebody gave a notice to leave it.

    Attributes:
        notice: the notice.
        day: its day, or that of its revocation, where it was revoked by then.
        start: from when on its author is bound.
        effect: the first day on which its author is out; never, where it has no effect.
        ending: how that ends the treaty for all, where it is asked of all and it is not one between two.
    """

    notice: Notice
    day: Span
    start: Span
    effect: Span
    ending: Ending | None = None

    def runs_on(self, day: int) -> bool:
        """Whether it will surely end something, and has not yet on a day."""
        return day < self.effect.lo and self.effect.must_happen


@attrs.frozen
class Terminated:
    """It was agreed, or declared, that it ends on a later day (VCLT 54, 59–62)."""

    ending: Ending
    day: Span


Bearing = Renewed | Extended | Noticed | Terminated


def bearing(history: History, persons: tuple[str, ...], day: int) -> list[Bearing]:
    """List what bears on a day on a treaty being in force, for some or at all, what decides first.

    What is to end it does, for it says until when; else what happened last.
    """
    notices, announced = tuple(_by_notice(history, persons, day)), tuple(_announced(history, day))
    running: list[Bearing] = [*announced, *(one for one in notices if one.runs_on(day))]
    others: tuple[Bearing, ...] = (
        *_by_lapse_of_time(history, persons, day),
        *(one for one in notices if not one.runs_on(day)),
    )
    return [*sorted(running, key=_last_first), *sorted(others, key=_last_first)]


def _last_first(one: Bearing) -> int:
    return -one.day.hi


def _announced(history: History, day: int) -> Iterator[Terminated]:
    """Yield what was done by a day to end it later for all."""
    for ending in history.endings:
        one = ending.dated
        if one is None or ending.kind != "termination" or not ending.day.must_happen:
            continue
        if one.day.hi <= day < ending.day.lo:
            yield Terminated(ending, one.day)


def _by_lapse_of_time(history: History, persons: tuple[str, ...], day: int) -> Iterator[Bearing]:
    every = [history.parties.terms_for(who, day) for who in persons] or [history.terms]
    running = min((terms.running(day) for terms in every), key=lambda each: len(each.extensions))
    if running.renewed.hi <= day:
        yield Renewed(running.renewed)
    agreed = [(one, end) for one, end in running.extensions if min(one.day.hi, one.effect.hi) <= day]
    if agreed:
        yield Extended(tuple(one for one, _ in agreed), agreed[-1][1])


def _by_notice(history: History, persons: tuple[str, ...], day: int) -> Iterator[Noticed]:
    """Yield the notices that matter: of two parties both, else its own, or what ends it for all."""
    of_two = history.treaty.is_bilateral
    authors: Iterable[str] = history.acts.named if of_two else persons or history.acts.by_state
    for who in authors:
        for one in _given(history, who, day):
            if persons or of_two:
                yield one
            elif one.runs_on(day) and (ending := _ended_by_leaving(history, one)):
                yield attrs.evolve(one, ending=ending)


def _ended_by_leaving(history: History, one: Noticed) -> Ending | None:
    """Find how a treaty ends on the day on which a notice takes effect, because too few are left."""
    endings = (each for each in history.endings if each.kind in {"number", "departure"})
    return next((each for each in endings if each.day == one.effect), None)


def _given(history: History, who: str, day: int) -> Iterator[Noticed]:
    """Yield the notices of one party that it gave by a day on which it is bound."""
    spells = history.acts.of(who).spells
    for stay in history.parties.stays(who) if any(each.notices for each in spells) else ():
        for notice in stay.spell.notices if stay.start.lo <= day < stay.end.hi else ():
            if notice.day.lo <= day and (notice.is_of_renewal or stay.start.lo <= notice.due.hi):
                revoked = notice.dated.on("revoked") or NOT_EVER
                last = revoked if revoked.lo <= day else notice.day
                yield Noticed(notice, last, stay.start, history.parties.effect(notice, stay.start))
