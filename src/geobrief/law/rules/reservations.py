"""Objections to reservations that keep a treaty out of force between two states (VCLT 20(4)(b)).

Only an objector that definitely says so does that, and only in time: within twelve months
of being notified of the reservation, or by the day of its own consent if that is later
(20(5)): of the reservation by itself, or of the act in which it was made (78(c)).  Where nobody records
that, the day of the reservation stands for it.
A successor keeps the reservations of its predecessor (VCSS 20), and the objections to them.
"""

from collections.abc import Iterator, Sequence

import attrs

from geobrief.actors import person
from geobrief.law.acts.consents import ConsentSpell
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.acts.succession import succeeded
from geobrief.law.rules.entry_into_force import begins_for
from geobrief.law.rules.history import History
from geobrief.law.uncertain.span import ALWAYS, NOT_EVER, Interval, Span, earliest_of, latest_of
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.objection import Objection
from geobrief.model.ratification import Ratification
from geobrief.values.delay import Months

__all__ = ["Bar", "MadeReservation", "barring", "bars"]


@attrs.frozen
class MadeReservation:
    """A reservation: when it was made, when the others were notified, and by what it is no more.

    It is withdrawn, or its author's consent ends.
    """

    on: Span
    notified: Span
    withdrawn: Span = NOT_EVER
    left: Span = NOT_EVER


@attrs.frozen
class Bar:
    """An objection that is meant to keep the treaty out of force, to which reservation, and while it does."""

    objection: DatedAct
    to: str
    made: MadeReservation
    interval: Interval


def barring(history: History, a: str, b: str) -> TruthByDay:
    """Tell on which days an objection keeps the treaty out of force between two states."""
    return TruthByDay.during(bar.interval for bar in bars(history, a, b))


def bars(history: History, a: str, b: str) -> Iterator[Bar]:
    """Yield the objections of either to reservations of the other."""
    for objector, reserving in ((a, b), (b, a)):
        objections = history.acts.of(objector).done(Objection)
        for author, made, is_kept in _kept(history, reserving) if objections else ():
            for one, act in objections:
                if act.precludes_entry and person(act.to) == author:
                    for each, is_meant in _objected_to(one, made):
                        start, end = _barred(history, one, each, objector, reserving)
                        is_sure = is_meant and is_kept
                        yield Bar(one, act.to, each, Interval(start if is_sure else start.or_never, end))


def _kept(history: History, who: str) -> Iterator[tuple[str, Sequence[MadeReservation], bool]]:
    """Yield the reservations of a state, and those of its predecessors that it kept, or may have, by author.

    It keeps what stood when it took over; if it makes reservations itself, they may take the place of it.
    """
    yield who, tuple(_reservations(history, who)), True
    for stay in history.parties.stays(who):
        consent = stay.spell.consent
        if consent.is_succession:
            is_kept = not (isinstance(consent.dated.act, Ratification) and consent.dated.act.reservations)
            for before in succeeded(consent, who, history.acts):
                taken = [each for each in _reservations(history, before.who) if each.left.hi > before.day.lo]
                kept = tuple(attrs.evolve(each, left=stay.end) for each in taken)
                if kept:
                    yield before.who, kept, is_kept


def _reservations(history: History, who: str) -> Iterator[MadeReservation]:
    """Yield the reservations of a state; each lasts no longer than the consent with which it was made."""
    for _, spell, _, out in history.parties.stays(who):
        act = spell.consent.dated.act
        if not isinstance(act, Ratification):
            continue
        for each in act.reservations:
            if each.kind == "reservation":
                on = Span.of(each.on) if each.on else spell.start
                withdrawn = Span.of(each.withdrawn) if each.withdrawn else NOT_EVER
                passed_on = latest_of([on, Span.of(act.circulated)]) if act.circulated else on
                notified = Span.of(each.notified) if each.notified else passed_on
                yield MadeReservation(on, notified, withdrawn, out)


def _objected_to(one: DatedAct, made: Sequence[MadeReservation]) -> Iterator[tuple[MadeReservation, bool]]:
    """Yield the reservations that an objection may mean, and whether it surely does: the last before it."""
    before = [each for each in made if each.on.lo <= one.day.hi] or sorted(made, key=lambda each: each.on)[:1]
    is_only = len(before) == 1
    if not before:
        yield MadeReservation(ALWAYS, NOT_EVER), True  # none is recorded: nothing says that it is too late
    elif all(each.on.is_day for each in before):
        last = max(each.on for each in before)
        yield from ((each, one.day.is_day or is_only) for each in before if each.on == last)
    else:
        yield from ((each, is_only) for each in before)


def _barred(
    history: History, one: DatedAct, made: MadeReservation, objector: str, reserving: str
) -> Interval:
    """From the day both have consented until the objection or the reservation is withdrawn."""
    own, theirs = (
        earliest_of(_given(history, who, spell) for spell in history.acts.of(who).spells)
        for who in (objector, reserving)
    )
    in_time = one.day.not_after(latest_of([made.notified.put_off(Months(12)), own]))
    start = latest_of([own, theirs, made.on]).given(in_time)
    end = earliest_of([one.on("withdrawn") or NOT_EVER, made.left, made.withdrawn])
    return Interval(start if one.day.must_happen else start.or_never, end)


def _given(history: History, who: str, spell: ConsentSpell) -> Span:
    """Give the day of a consent; a succession works back."""
    return begins_for(who, spell, history.acts) if spell.consent.is_succession else spell.start
