"""Memberships as a source reports them: assertions about dates, never acts.

They are used only where no act on the treaty is recorded, and the answer says whose word
it is (ATOP begins an alliance at signature).
"""

from collections.abc import Iterable

from geobrief.actors import person
from geobrief.answer import Reason
from geobrief.law.reasons import days
from geobrief.law.reasons.names import name
from geobrief.law.uncertain.span import DAWN, NEVER, Interval, Span, span_of
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.treaty import ReportedMembership, Treaty
from geobrief.values.period import Period

__all__ = ["interval_of", "reported_by_day", "reported_members", "reported_reasons"]

BEGINNINGS = {
    "signature": "counted from signature",
    "consent": "counted from its consent to be bound",
    "entry_into_force": "counted from entry into force",
    None: "without saying from which act",
}


def interval_of(period: Period) -> Interval:
    """Turn a period, its last day included, into a half-open interval."""
    start = span_of(period.start) if period.start else Span(DAWN, NEVER if period.start_unknown else DAWN)
    if period.end is not None:
        end = span_of(period.end)
        return Interval(start, Span(min(end.lo + 1, NEVER), min(end.hi + 1, NEVER)))
    return Interval(start, Span(start.lo, NEVER) if period.end_unknown else Span(NEVER, NEVER))


def reported_members(treaty: Treaty) -> tuple[str, ...]:
    """Name the persons of whom a source reports membership."""
    return tuple(dict.fromkeys(person(one.by) for one in treaty.reported_memberships))


def reported_by_day(treaty: Treaty, states: Iterable[str]) -> TruthByDay:
    """Tell on which days all of some states are reported as members; of none, any two."""
    wanted = tuple(states)
    truths = {who: _by_day(treaty, who) for who in wanted or reported_members(treaty)}
    if wanted:
        every = [truths[who] for who in wanted]
        together = every[0]
        for by_day in every[1:]:
            together &= by_day
        return together
    return TruthByDay.at_least(2, tuple(truths.values()))


def _by_day(treaty: Treaty, who: str) -> TruthByDay:
    return TruthByDay.during(interval_of(one.period) for one in _of(treaty, (who,)))


def _of(treaty: Treaty, states: Iterable[str]) -> tuple[ReportedMembership, ...]:
    wanted = frozenset(states)
    return tuple(one for one in treaty.reported_memberships if not wanted or person(one.by) in wanted)


def reported_reasons(treaty: Treaty, states: Iterable[str]) -> tuple[Reason, ...]:
    """Say who reports what."""
    found = []
    for one in _of(treaty, states):
        sources = ", ".join(
            dict.fromkeys(citation.source for citation in (*one.citations, *treaty.citations))
        )
        stretch = days.during(interval_of(one.period))
        says = f"{sources or 'a source'} reports {name(one.by)} as a member {stretch}"
        found.append(
            Reason(
                text=f"{says}, {BEGINNINGS[one.begins_with]}; no act is recorded",
                rule="as reported",
                records=(treaty.id,),
                citations=one.citations or treaty.citations,
            )
        )
    return tuple(found)
