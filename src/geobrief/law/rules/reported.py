"""Memberships as a source reports them: assertions about dates, never acts.

They are used only where no act on the treaty is recorded, and the answer says whose word
it is (ATOP begins an alliance at signature).
"""

from collections.abc import Iterable

from geobrief.actors import person
from geobrief.law.uncertain.span import DAWN, NEVER, NOT_EVER, Interval, Span
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.treaty import ReportedMembership, Treaty
from geobrief.values.period import Period

__all__ = ["interval_of", "reported_by_day", "reports"]


def interval_of(period: Period) -> Interval:
    """Turn a period, its last day included, into a half-open interval."""
    start = Span.of(period.start) if period.start else Span(DAWN, NEVER if period.start_unknown else DAWN)
    if period.end is not None:
        end = Span.of(period.end)
        return Interval(start, Span(min(end.lo + 1, NEVER), min(end.hi + 1, NEVER)))
    return Interval(start, start.or_never if period.end_unknown else NOT_EVER)


def reported_by_day(treaty: Treaty, states: Iterable[str]) -> TruthByDay:
    """Tell on which days all of some states are reported as members; of none, any two."""
    wanted = tuple(states)
    members = wanted or tuple(dict.fromkeys(person(one.by) for one in treaty.reported_memberships))
    truths = [
        TruthByDay.during(interval_of(one.period) for one in reports(treaty, (who,))) for who in members
    ]
    return TruthByDay.at_least(len(wanted) or 2, truths)


def reports(treaty: Treaty, states: Iterable[str]) -> tuple[ReportedMembership, ...]:
    """Give what is reported of some states; of none, all that is."""
    wanted = frozenset(states)
    return tuple(one for one in treaty.reported_memberships if not wanted or person(one.by) in wanted)
