"""Delays: from the trigger to the day that the clause gives (VCLT 24(1))."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, get_args

from geobrief.closed import for_every
from geobrief.law.acts.related_treaties import RelatedTreaties
from geobrief.law.uncertain.span import Span, latest_of
from geobrief.model.condition import TreatyInForce
from geobrief.model.entry_into_force import EntryIntoForce, Rounding
from geobrief.values.calendar import first_of_following_month, first_of_that_month
from geobrief.values.delay import Delay

__all__ = ["delayed", "treaty_entry"]

_ROUNDED: Final[Mapping[Rounding, Callable[[date], date]]] = for_every(
    get_args(Rounding),
    "_ROUNDED of geobrief.law.rules.delays",
    {"first_of_following_month": first_of_following_month, "first_of_that_month": first_of_that_month},
)


def treaty_entry(clause: EntryIntoForce, trigger: Span, related: RelatedTreaties) -> Span:
    """Count from the trigger to the entry into force of the treaty (24(1)).

    ``not_before`` is applied last.  A trigger by ``on_date_if_met_by`` gives exactly that day.
    """
    entry = delayed(trigger, clause.after, clause.rounding)
    if clause.on_date_if_met_by is not None:
        fixed = Span.of(clause.on_date_if_met_by)
        if trigger.hi <= fixed.lo:
            entry = fixed
        elif trigger.lo <= fixed.hi:
            late = Span(max(trigger.lo, fixed.lo + 1), trigger.hi)
            entry = Span.hull(fixed, delayed(late, clause.after, clause.rounding))
    bound = clause.not_before
    if bound is None or not entry.may_happen:
        return entry
    first = related.entry(bound.treaty) if isinstance(bound, TreatyInForce) else Span.of(bound)
    return latest_of([entry, first])


def delayed(span: Span, after: Delay | None, rounding: Rounding | None) -> Span:
    """Count a delay and round the day that it gives, never back beyond where the count began.

    >>> from datetime import date
    >>> from geobrief.values.delay import Days
    >>> days = delayed(Span.on(date(2002, 4, 11).toordinal()), Days(60), "first_of_following_month")
    >>> print(date.fromordinal(days.lo))
    2002-07-01
    """
    counted = span.put_off(after)
    if rounding is None:
        return counted
    return latest_of([span, counted.moved(_ROUNDED[rounding])])
