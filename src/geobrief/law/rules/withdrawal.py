"""Notices of withdrawal and denunciation: whether they take effect, and when (VCLT 54, 56, 68).

A notice on the cut-off day is in time, a late one works at the next boundary.  A withdrawal
without a clause is without effect (56).  A notice can be revoked before it takes effect (68).
"""

from datetime import date

from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.rules.term import Terms
from geobrief.law.uncertain.span import NEVER, NOT_EVER, Span, moved, put_off
from geobrief.model.treaty import Treaty, WithdrawalClause
from geobrief.truth import Truth
from geobrief.values.calendar import first_of_following_month

__all__ = ["effect_of_notice", "revoked"]


def revoked(one: DatedAct, effect: Span) -> Truth:
    """Tell whether a notice was revoked before it took effect (68)."""
    day = one.on("revoked")
    if day is None:
        return Truth.NO
    if day.hi < effect.lo:
        return Truth.YES
    return Truth.NO if day.lo >= effect.hi else Truth.UNKNOWN


def effect_of_notice(one: DatedAct, noticed: Span, treaty: Treaty, terms: Terms, own: Span) -> Span:
    """Find the first day on which a notice of withdrawal takes its author out, or ends the treaty.

    A day of effect that the record states is taken as it is, unless withdrawal is not allowed.
    """
    clause = treaty.withdrawal
    if clause is not None and not clause.allowed:
        return NOT_EVER
    stated = one.on("effective")
    effect = _effect(noticed, clause, terms, own) if stated is None else stated
    taken_back = revoked(one, effect)
    if taken_back.is_yes:
        return NOT_EVER
    certain = taken_back.is_no and noticed.must_happen
    return effect if certain else Span(effect.lo, NEVER)


def _effect(noticed: Span, clause: WithdrawalClause | None, terms: Terms, own: Span) -> Span:
    duration = terms.duration
    if clause is None:
        renewal = duration.renewal if duration else None
        return NOT_EVER if renewal is None else terms.next_end(put_off(noticed, renewal.notice))
    premature = _premature(clause, noticed, own if clause.not_before_from == "party" else terms.entry)
    if premature.is_yes:
        return NOT_EVER
    effect = put_off(noticed, clause.notice)
    if clause.rounding == "first_of_following_month":
        effect = Span(*(moved(day, first_of_following_month) for day in effect))
    elif clause.rounding == "end_of_year":
        effect = Span(*(moved(day, _first_of_next_year) for day in effect))
    elif clause.rounding == "end_of_term" and duration is not None:
        effect = terms.next_end(effect)
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
