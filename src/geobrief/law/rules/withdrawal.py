"""Notices of withdrawal and denunciation: whether they take effect, and when (VCLT 54, 56, 68).

A notice on the cut-off day is in time, a late one works at the next boundary.  A notice can be
revoked before it takes effect (68).  Where the text speaks neither of withdrawal nor of an end,
nobody knows whether a notice works, but that it takes twelve months (56).
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, get_args

import attrs

from geobrief.closed import for_every
from geobrief.law.acts.consents import Notice
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.rules.term import Terms
from geobrief.law.uncertain.span import NOT_EVER, Span
from geobrief.model.treaty import Treaty, WithdrawalClause, WithdrawalRounding
from geobrief.truth import Truth
from geobrief.values.calendar import first_of_following_month
from geobrief.values.delay import Months

__all__ = ["effect_of_notice", "end_on_entry", "unrevoked"]

_ROUNDED: Final[Mapping[WithdrawalRounding, Callable[[Span, Terms], Span]]] = for_every(
    get_args(WithdrawalRounding),
    "_ROUNDED of geobrief.law.rules.withdrawal",
    {
        "first_of_following_month": lambda effect, _: effect.moved(first_of_following_month),
        "end_of_year": lambda effect, _: effect.moved(lambda day: date(day.year + 1, 1, 1)),
        "end_of_term": lambda effect, terms: terms.next_end(effect) if terms.duration else effect,
    },
)


def effect_of_notice(notice: Notice, own: Span, treaty: Treaty, terms: Terms) -> Span:
    """Find the first day on which a notice takes its author out, which is bound from ``own`` on.

    Before entry into force for the author it works on receipt: the state is out of the parties.
    """
    out, noticed = notice.day, notice.day
    if noticed.hi >= own.lo and own.may_happen:
        out = NOT_EVER
        if not notice.is_of_signature:  # a signature can be taken back only before
            after = Span(max(noticed.lo, own.lo), noticed.hi)
            out = _effect_in_force(notice.dated, after, treaty, terms, own)
        if noticed.lo < own.hi:
            out = Span(min(noticed.lo, out.lo), max(min(noticed.hi, own.hi - 1), out.hi))
    return out if notice.is_after else out.or_never


def end_on_entry(notice: Notice, treaty: Treaty) -> Span:
    """Find the first day on which a consent cannot begin to bind because of a notice.

    One of the day of entry runs its time like any other (54(a)): only who is out that same day was never in.
    """
    clause, stated = treaty.withdrawal, notice.dated.on("effective")
    at_once = Truth.NO
    if notice.is_of_signature or (clause is not None and not clause.allowed):
        pass
    elif stated is not None:
        at_once = stated.not_after(notice.day)
    elif clause is not None and clause.not_before is None:
        rounding = clause.rounding if treaty.duration or clause.rounding != "end_of_term" else None
        at_once = Truth.of(rounding is None and notice.day.put_off(clause.notice) == notice.day)
    on, after = notice.possibly, notice.possibly.day_after
    return on if at_once.is_yes else after if at_once.is_no else Span.hull(on, after)


def unrevoked(notice: Notice) -> Notice:
    """Take a notice as if it had not been revoked."""
    further = {name: span for name, span in notice.dated.further.items() if name != "revoked"}
    return attrs.evolve(notice, dated=attrs.evolve(notice.dated, further=further))


def _effect_in_force(one: DatedAct, noticed: Span, treaty: Treaty, terms: Terms, own: Span) -> Span:
    """Find the day of effect of a notice given in force.

    A day of effect that the record states is taken as it is, unless withdrawal is not allowed.
    """
    clause = treaty.withdrawal
    if clause is not None and not clause.allowed:
        return NOT_EVER
    stated = one.on("effective")
    effect = _effect_by_clause(noticed, clause, terms, own) if stated is None else stated
    effect = effect.given(effect.not_after(one.on("revoked") or NOT_EVER))  # else revoked in time (68)
    return effect if noticed.must_happen else effect.or_never


def _effect_by_clause(noticed: Span, clause: WithdrawalClause | None, terms: Terms, own: Span) -> Span:
    duration = terms.duration
    if clause is None and duration is None:
        return noticed.put_off(Months(12)).or_never
    if clause is None:
        renewal = duration.renewal if duration else None
        return NOT_EVER if renewal is None else terms.next_end(noticed.put_off(renewal.notice))
    since = own if clause.not_before_from == "party" else terms.entry
    allowed = Truth.YES if clause.not_before is None else since.put_off(clause.not_before).not_after(noticed)
    if allowed.is_no:
        return NOT_EVER
    effect = noticed.put_off(clause.notice)
    if clause.rounding is not None:
        effect = _ROUNDED[clause.rounding](effect, terms)
    return effect.given(allowed)
