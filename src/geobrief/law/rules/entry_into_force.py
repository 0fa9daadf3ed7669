"""Entry into force: from the trigger to the day, for the treaty and for each later party (VCLT 24)."""

from geobrief.law.rules.counting import CountedConsents
from geobrief.law.uncertain.span import NEVER, Span, hull, latest_of, moved, put_off, span_of
from geobrief.model.condition import TreatyInForce
from geobrief.model.entry_into_force import EntryIntoForce, LaterParties, Rounding
from geobrief.values.calendar import first_of_following_month, first_of_that_month
from geobrief.values.delay import Delay

__all__ = ["delayed", "own_entry", "treaty_entry"]


def treaty_entry(clause: EntryIntoForce, trigger: Span, consents: CountedConsents) -> Span:
    """Count from the trigger to the entry into force of the treaty (24(1)).

    ``not_before`` is applied last.  A trigger by ``on_date_if_met_by`` gives exactly that day.
    """
    entry = delayed(trigger, clause.after, clause.rounding)
    if clause.on_date_if_met_by is not None:
        fixed = span_of(clause.on_date_if_met_by)
        met = trigger.hi <= fixed.lo
        missed = trigger.lo > fixed.hi
        if met:
            entry = fixed
        elif not missed:
            late = Span(max(trigger.lo, fixed.lo + 1), trigger.hi)
            entry = hull(fixed, delayed(late, clause.after, clause.rounding))
    return entry if not entry.may_happen else latest_of([entry, _not_before(clause, consents)])


def _not_before(clause: EntryIntoForce, consents: CountedConsents) -> Span:
    bound = clause.not_before
    if bound is None:
        return latest_of(())
    return consents.entry_of(bound.treaty) if isinstance(bound, TreatyInForce) else span_of(bound)


def own_entry(consent: Span, trigger: Span, entry: Span, rule: LaterParties) -> Span:
    """Find the day for one consenting state: the treaty's own day, or for a later one its own (24(3)).

    It is never before the treaty's, nor before its own consent.
    """
    mark = entry if rule.to == "deposited_after_entry" else trigger
    if not entry.may_happen or not consent.may_happen:
        return Span(NEVER, NEVER)
    original = latest_of([entry, consent])
    if consent.hi <= mark.lo:
        return original
    after = Span(max(consent.lo, mark.lo + 1), consent.hi)
    later = latest_of([delayed(after, rule.after, rule.rounding), entry])
    if consent.lo > mark.hi:
        return later
    return hull(Span(original.lo, max(entry.hi, min(consent.hi, mark.hi))), later)


def delayed(span: Span, after: Delay | None, rounding: Rounding | None) -> Span:
    """Count a delay and round the day that it gives, never back beyond where the count began.

    All of this keeps order, so the bounds move one by one.

    >>> from datetime import date
    >>> from geobrief.law.uncertain.span import exactly
    >>> from geobrief.values.delay import Days
    >>> days = delayed(exactly(date(2002, 4, 11).toordinal()), Days(60), "first_of_following_month")
    >>> print(date.fromordinal(days.lo))
    2002-07-01
    """
    counted = put_off(span, after)
    if rounding is None:
        return counted
    step = first_of_following_month if rounding == "first_of_following_month" else first_of_that_month
    return latest_of([span, Span(moved(counted.lo, step), moved(counted.hi, step))])
