"""Objections to reservations that keep a treaty out of force between two states (VCLT 20(4)(b)).

Only an objector that definitely says so does that, and only in time: within twelve months
of the reservation, or by the day of its own consent if that is later (20(5)).
"""

from collections.abc import Iterator

from geobrief.actors import person
from geobrief.answer import Reason
from geobrief.law import days
from geobrief.law.course import Course
from geobrief.law.dated import Dated
from geobrief.law.life import Life
from geobrief.law.names import name
from geobrief.law.reasons import act_reason, author
from geobrief.law.span import (
    ALWAYS,
    DAWN,
    NEVER,
    NOT_EVER,
    Interval,
    Span,
    earliest_of,
    latest_of,
    put_off,
    span_of,
)
from geobrief.model.objection import Objection
from geobrief.model.ratification import Ratification
from geobrief.values.delay import Months

__all__ = ["barring", "barring_reasons"]


def barring(life: Life, a: str, b: str) -> Course:
    """Tell on which days an objection keeps the treaty out of force between two states."""
    return Course.during(interval for _, interval in _bars(life, a, b))


def barring_reasons(life: Life, a: str, b: str, day: int) -> Iterator[Reason]:
    """Yield the objections that bar it on a day."""
    for one, interval in _bars(life, a, b):
        truth = Course.during([interval]).at(day)
        if isinstance(one.act, Objection) and not truth.is_no:
            to = f"the reservation of {name(one.act.to, one.day.lo)}"
            keeps = "keeps" if truth.is_yes else "may keep"
            text = f"{author(one)} objected {days.on(one.day)} to {to} and {keeps} the treaty out of force"
            yield act_reason(f"{text} between the two", "VCLT 20(4)(b)", one.act)


def _bars(life: Life, a: str, b: str) -> Iterator[tuple[Dated, Interval]]:
    for objector, reserving in ((a, b), (b, a)):
        for one in life.docket.of(objector).other:
            act = one.act
            if isinstance(act, Objection) and act.precludes_entry and person(act.to) == reserving:
                yield one, _bar(life, one, objector, reserving)


def _bar(life: Life, one: Dated, objector: str, reserving: str) -> Interval:
    """From the day both have consented until the objection or the reservation is withdrawn."""
    made, dropped = _reservation(life, reserving)
    own = earliest_of(spell.start for spell in life.docket.of(objector).spells)
    last = latest_of([put_off(made, Months(12)), own]) if made != ALWAYS else NOT_EVER
    theirs = earliest_of(spell.start for spell in life.docket.of(reserving).spells)
    start = latest_of([own, theirs, made])
    if one.day.lo > last.hi:
        start = NOT_EVER
    elif one.day.hi > last.lo:
        start = Span(start.lo, NEVER)
    return Interval(start, earliest_of([one.on("withdrawn") or NOT_EVER, dropped]))


def _reservation(life: Life, who: str) -> tuple[Span, Span]:
    """Find when a state made its reservation and when it dropped the last; any day where none is recorded."""
    made: list[Span] = []
    dropped: list[Span] = []
    for one in life.docket.of(who).other:
        if isinstance(one.act, Ratification):
            for each in one.act.reservations:
                if each.kind == "reservation":
                    made.append(span_of(each.on) if each.on else one.day)
                    dropped.append(span_of(each.withdrawn) if each.withdrawn else NOT_EVER)
    if not made:
        return Span(DAWN, DAWN), NOT_EVER
    return latest_of(made), latest_of(dropped)
