"""Objections to reservations that keep a treaty out of force between two states (VCLT 20(4)(b)).

Only an objector that definitely says so does that, and only in time: within twelve months
of being notified of the reservation, or by the day of its own consent if that is later
(20(5)).  Where nobody records the notification, the day of the reservation stands for it.
"""

from collections.abc import Iterator, Sequence

import attrs

from geobrief.actors import person
from geobrief.answer import Reason
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.reasons import days
from geobrief.law.reasons.names import name
from geobrief.law.reasons.reason import act_reason, author
from geobrief.law.rules.history import History
from geobrief.law.uncertain.span import (
    ALWAYS,
    NEVER,
    NOT_EVER,
    Interval,
    Span,
    earliest_of,
    latest_of,
    not_after,
    put_off,
    span_of,
)
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.objection import Objection
from geobrief.model.ratification import Ratification
from geobrief.values.delay import Months

__all__ = ["barring", "barring_reasons", "ineffective"]


def barring(history: History, a: str, b: str) -> TruthByDay:
    """Tell on which days an objection keeps the treaty out of force between two states."""
    return TruthByDay.during(interval for _, _, interval in _bars(history, a, b))


def barring_reasons(history: History, a: str, b: str, day: int) -> Iterator[Reason]:
    """Yield the objections that bar it on a day."""
    for one, _, interval in _bars(history, a, b):
        truth = TruthByDay.during([interval]).at(day)
        if isinstance(one.act, Objection) and not truth.is_no:
            to = f"the reservation of {name(one.act.to, one.day.lo)}"
            keeps = "keeps" if truth.is_yes else "may keep"
            on = days.on(one.day) if one.day.lo <= day else f"later, {days.on(one.day)},"
            text = f"{author(one)} objected {on} to {to} and {keeps} the treaty out of force"
            yield act_reason(f"{text} between the two", "VCLT 20(4)(b)", one.act)


def ineffective(history: History, a: str, b: str, day: int) -> Iterator[Reason]:
    """Yield the objections made by a day that do not bar it, though they were meant to."""
    for one, made, (start, end) in _bars(history, a, b):
        if not isinstance(one.act, Objection) or one.day.hi > day:
            continue
        reserving = name(one.act.to, one.day.lo)
        said = f"{author(one)} objected {days.on(one.day)} to the reservation of {reserving}"
        withdrawn = one.on("withdrawn")
        if not start.may_happen:
            late = "more than twelve months after its notification, when that kept nothing out of force"
            yield act_reason(f"{said} {late}", "VCLT 20(5)", one.act)
        elif withdrawn is not None and withdrawn.hi <= day:
            yield act_reason(f"{said} and withdrew that {days.on(withdrawn)}", "VCLT 22(2)", one.act)
        elif made.withdrawn.hi <= day and made.withdrawn.hi <= made.left.hi:
            yield act_reason(f"{said}, which was withdrawn {days.on(made.withdrawn)}", "VCLT 22(1)", one.act)
        elif end.hi <= day:
            ended = f"which ended {days.on(end)}"
            if made.left.hi <= made.withdrawn.lo:
                ended = f"which ended {days.on(made.left)}, when {reserving} ceased to be bound"
            yield act_reason(f"{said}, {ended}", "VCLT 2(1)(d)", one.act)


def _bars(history: History, a: str, b: str) -> Iterator[tuple[DatedAct, "_Made", Interval]]:
    for objector, reserving in ((a, b), (b, a)):
        made = tuple(_reservations(history, reserving))
        for one in history.acts.of(objector).other:
            act = one.act
            if isinstance(act, Objection) and act.precludes_entry and person(act.to) == reserving:
                for each, is_meant in _objected_to(one, made):
                    bar = _bar(history, one, each, objector, reserving)
                    yield one, each, bar if is_meant else Interval(Span(bar.start.lo, NEVER), bar.end)


@attrs.frozen
class _Made:
    """A reservation: when it was made, when the others were notified, and by what it is no more.

    It is withdrawn, or its author's consent ends.
    """

    on: Span
    notified: Span
    withdrawn: Span = NOT_EVER
    left: Span = NOT_EVER

    @property
    def dropped(self) -> Span:
        return earliest_of([self.left, self.withdrawn])


def _reservations(history: History, who: str) -> Iterator[_Made]:
    """Yield the reservations of a state; each lasts no longer than the consent with which it was made."""
    for spell, (_, out) in history.stays(who):
        one = spell.consent.dated
        for each in one.act.reservations if isinstance(one.act, Ratification) else ():
            if each.kind == "reservation":
                on = span_of(each.on) if each.on else spell.start
                withdrawn = span_of(each.withdrawn) if each.withdrawn else NOT_EVER
                notified = span_of(each.notified) if each.notified else on
                yield _Made(on, notified, withdrawn, out)


def _objected_to(one: DatedAct, made: Sequence[_Made]) -> Iterator[tuple[_Made, bool]]:
    """Yield the reservations that an objection may mean, and whether it surely does: the last before it."""
    before = [each for each in made if each.on.lo <= one.day.hi] or sorted(made, key=lambda each: each.on)[:1]
    if not before:
        yield _Made(ALWAYS, NOT_EVER), True  # none is recorded, so nothing says that it comes too late
    elif all(each.on.is_day for each in before):
        last = max(each.on for each in before)
        yield from ((each, one.day.is_day or len(before) == 1) for each in before if each.on == last)
    else:
        yield from ((each, len(before) == 1) for each in before)


def _bar(history: History, one: DatedAct, made: _Made, objector: str, reserving: str) -> Interval:
    """From the day both have consented until the objection or the reservation is withdrawn."""
    own = earliest_of(spell.start for spell in history.acts.of(objector).spells)
    last = latest_of([put_off(made.notified, Months(12)), own])
    theirs = earliest_of(spell.start for spell in history.acts.of(reserving).spells)
    start = latest_of([own, theirs, made.on])
    in_time = not_after(one.day, last)
    if in_time.is_no:
        start = NOT_EVER
    elif in_time.is_unknown or not one.day.must_happen:
        start = Span(start.lo, NEVER)
    return Interval(start, earliest_of([one.on("withdrawn") or NOT_EVER, made.dropped]))
