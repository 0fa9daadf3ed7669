"""Memberships as a source reports them: assertions about dates, never acts.

They are used only where no act on the treaty is recorded, and the answer says whose word
it is (ATOP begins an alliance at signature).
"""

from collections.abc import Callable, Collection, Iterable

from geobrief.actors import person
from geobrief.law.uncertain.span import ALWAYS, DAWN, NEVER, NOT_EVER, Interval, Span
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.treaty import ReportedMembership, Treaty
from geobrief.values.period import Period

__all__ = ["consented_by_day", "interval_of", "members_by_day", "reports"]

CONSENTING = frozenset({"signature", "consent"})
"""The acts from which a source may count a member, before which it has not consented."""


def interval_of(period: Period) -> Interval:
    """Turn a period, its last day included, into a half-open interval."""
    start = Span.of(period.start) if period.start else Span(DAWN, NEVER if period.start_unknown else DAWN)
    if period.end is not None:
        end = Span.of(period.end)
        return Interval(start, Span(min(end.lo + 1, NEVER), min(end.hi + 1, NEVER)))
    return Interval(start, start.or_never if period.end_unknown else NOT_EVER)


def members_by_day(treaty: Treaty, states: Collection[str]) -> TruthByDay:
    """Tell on which days all of some states are reported as members; of none, any two."""
    return _all_or_two(treaty, states, lambda one: interval_of(one.period))


def consented_by_day(treaty: Treaty, states: Collection[str]) -> TruthByDay:
    """Tell on which days some states have consented, maybe before they are reported as members."""
    return _all_or_two(treaty, states, _consented)


def _consented(one: ReportedMembership) -> Interval:
    start, end = interval_of(one.period)
    return Interval(start if one.begins_with in CONSENTING else Span.hull(ALWAYS, start), end)


def _all_or_two(
    treaty: Treaty, states: Collection[str], held: Callable[[ReportedMembership], Interval]
) -> TruthByDay:
    members = states or tuple(dict.fromkeys(person(one.by) for one in treaty.reported_memberships))
    truths = [TruthByDay.during(map(held, reports(treaty, (who,)))) for who in members]
    return TruthByDay.at_least(len(states) or 2, truths)


def reports(treaty: Treaty, states: Iterable[str]) -> tuple[ReportedMembership, ...]:
    """Give what is reported of some states; of none, all that is."""
    wanted = frozenset(states)
    return tuple(one for one in treaty.reported_memberships if not wanted or person(one.by) in wanted)
