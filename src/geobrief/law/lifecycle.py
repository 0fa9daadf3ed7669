"""How a treaty, or one state's part in it, comes to an end (VCLT 54–59).

A term of N years from day D ends on D + N years, the first day out.  Renewals are counted
from the original entry.  A notice on the cut-off day is in time, a late one works at the
next boundary.  A withdrawal without a clause is without effect (56).
"""

from datetime import date

import attrs

from geobrief.law.dated import Dated
from geobrief.law.span import DAWN, NEVER, NOT_EVER, Span, earliest_of, hull, moved, put_off, span_of
from geobrief.model.extension import Extension
from geobrief.model.treaty import Duration, Renewal, Treaty, WithdrawalClause
from geobrief.truth import Truth
from geobrief.values.calendar import first_of_following_month
from geobrief.values.delay import Delay

__all__ = ["Ending", "boundary", "effect_of_notice", "expiry", "revoked"]

SLACK = 4
"""Days by which clipping to the end of a month can make a term longer than another."""

MOST_DAYS = 800
"""Up to how many possible days of entry the end of a renewed term is worked out for each."""


@attrs.frozen
class Ending:
    """One way in which a treaty ends: on which day, why, and by which act."""

    day: Span
    rule: str
    text: str
    dated: Dated | None = None


def boundary(entry: int, term: Delay, each: Delay, number: int) -> int:
    """Give the end of the term after so many renewals, counted from the original entry."""
    if term.unit == each.unit:
        return moved(entry, type(term)(min(term.count + number * each.count, 99_999)).after)
    day = moved(entry, term.after)
    for _ in range(number):
        day = moved(day, each.after)
    return day


def expiry(duration: Duration | None, entry: Span, extensions: tuple[Dated, ...]) -> Span:
    """Find the first day out by lapse of time, tacit renewals and extensions included."""
    if duration is None:
        return NOT_EVER
    end = _end_of_term(duration, entry)
    longest = put_off(end, duration.extendable_by) if duration.extendable_by else NOT_EVER
    for one in extensions:
        end = _extended(end, one, duration, longest)
    return end


def _end_of_term(duration: Duration, entry: Span) -> Span:
    if duration.term is None:
        return span_of(duration.until) if duration.until is not None else NOT_EVER
    renewal = duration.renewal
    if renewal is None:
        return put_off(entry, duration.term)
    if renewal.times is None:
        return NOT_EVER
    each = renewal.each or duration.term
    return Span(*(boundary(day, duration.term, each, renewal.times) for day in entry))


def _extended(end: Span, one: Dated, duration: Duration, longest: Span) -> Span:
    """Move the end by an extension that takes effect by the day of expiry; a later one is a new agreement.

    All extensions together move it no further than to the longest term that the text allows.
    """
    act = one.act
    if not isinstance(act, Extension) or one.day.lo > end.hi:
        return end
    until = one.on("until")
    if until is not None:
        new = Span(max(until.lo, end.lo), max(until.hi, end.hi))
    elif act.lengthened is not None or duration.extendable_by is not None:
        new = put_off(end, act.lengthened or duration.extendable_by)
    else:
        new = Span(end.lo, NEVER)
    new = earliest_of([new, longest])
    return new if one.day.hi <= end.lo else hull(end, new)


def revoked(one: Dated, effect: Span) -> Truth:
    """Tell whether a notice was revoked before it took effect (68)."""
    day = one.on("revoked")
    if day is None:
        return Truth.NO
    if day.hi < effect.lo:
        return Truth.YES
    return Truth.NO if day.lo >= effect.hi else Truth.UNKNOWN


def effect_of_notice(one: Dated, noticed: Span, treaty: Treaty, entry: Span, own: Span) -> Span:
    """Find the first day on which a notice of withdrawal takes its author out, or ends the treaty.

    A day of effect that the record states is taken as it is, unless withdrawal is not allowed.
    """
    clause, duration = treaty.withdrawal, treaty.duration
    if clause is not None and not clause.allowed:
        return NOT_EVER
    effect = _effect(one, noticed, clause, duration, entry, own)
    taken_back = revoked(one, effect)
    if taken_back.is_yes:
        return NOT_EVER
    certain = taken_back.is_no and noticed.must_happen
    return effect if certain else Span(effect.lo, NEVER)


def _effect(
    one: Dated,
    noticed: Span,
    clause: WithdrawalClause | None,
    duration: Duration | None,
    entry: Span,
    own: Span,
) -> Span:
    stated = one.on("effective")
    renewal = duration.renewal if duration else None
    if stated is not None:
        return stated
    if clause is None:
        if renewal is None or duration is None or duration.term is None:
            return NOT_EVER
        return _next_boundary(put_off(noticed, renewal.notice), entry, duration.term, renewal)
    premature = _premature(clause, noticed, own if clause.not_before_from == "party" else entry)
    if premature.is_yes:
        return NOT_EVER
    effect = put_off(noticed, clause.notice)
    if clause.rounding == "first_of_following_month":
        effect = Span(*(moved(day, first_of_following_month) for day in effect))
    elif clause.rounding == "end_of_year":
        effect = Span(*(moved(day, _first_of_next_year) for day in effect))
    elif clause.rounding == "end_of_term" and duration and duration.term:
        effect = _next_boundary(effect, entry, duration.term, renewal)
    return effect if premature.is_no else Span(effect.lo, NEVER)


def _premature(clause: WithdrawalClause, noticed: Span, since: Span) -> Truth:
    """Tell whether notice was given before the first day on which the text allows it."""
    if clause.not_before is None:
        return Truth.NO
    first = put_off(since, clause.not_before)
    if noticed.lo >= first.hi:
        return Truth.NO
    return Truth.YES if noticed.hi < first.lo else Truth.UNKNOWN


def _first_of_next_year(day: date) -> date:
    return date(day.year + 1, 1, 1)


def _next_boundary(ready: Span, entry: Span, term: Delay, renewal: Renewal | None) -> Span:
    """Find the first end of a term by which notice has run; with the entry unknown, within bounds."""
    if not entry.may_happen:
        return NOT_EVER
    if entry.hi - entry.lo <= MOST_DAYS:  # the end is not monotone in the entry: ask for every day
        ends = [[_boundary_from(day, start, term, renewal) for day in ready] for start in _days(entry)]
        return Span(min(first for first, _ in ends), max(last for _, last in ends))
    first = put_off(entry, term)
    each = (renewal.each if renewal else None) or term
    after = moved(ready.hi, each.after)
    latest = NEVER if NEVER in (entry.hi, after) else max(first.hi, after + SLACK)
    return Span(max(first.lo, ready.lo), latest)


def _days(span: Span) -> range:
    return range(span.lo, span.hi + 1)


def _boundary_from(ready: int, entry: int, term: Delay, renewal: Renewal | None) -> int:
    if ready >= NEVER:
        return NEVER
    each = (renewal.each if renewal else None) or term
    if each.count == 0:
        return max(ready, moved(entry, term.after))
    number = 0
    while (end := boundary(entry, term, each, number)) < ready:
        number += 1
        if renewal is None or (renewal.times is not None and number > renewal.times):
            return NEVER
    return max(end, DAWN)
