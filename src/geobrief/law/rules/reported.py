"""Memberships as a source reports them: assertions about dates, never acts.

For each state and stretch the acts decide where they speak, and reports where they do not; where
both speak and differ it is unknown.  The answer says whose word it is (ATOP begins an alliance at
signature).
"""

from collections.abc import Callable, Collection, Iterable, Sequence

from geobrief.actors import person
from geobrief.law.acts.statehood import dissolution
from geobrief.law.rules.conditions import needs_consent
from geobrief.law.rules.history import History
from geobrief.law.rules.silence import is_final
from geobrief.law.uncertain.span import ALWAYS, DAWN, NEVER, NOT_EVER, Interval, Span, earliest_of, latest_of
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.treaty import ReportedMembership, Treaty
from geobrief.truth import Truth
from geobrief.values.period import Period

__all__ = ["acts_speak", "beside", "consent_of", "ended", "entry_reported", "interval_of", "left"]
__all__ += ["membership_of", "reported_alone", "reported_members", "reports", "together"]

CONSENTING = frozenset({"signature", "consent"})
"""The acts from which a source may count a member, before which it has not consented."""


def interval_of(period: Period) -> Interval:
    """Turn a period, its last day included, into a half-open interval."""
    start = Span.of(period.start) if period.start else Span(DAWN, NEVER if period.start_unknown else DAWN)
    if period.end is not None:
        end = Span.of(period.end)
        return Interval(start, Span(min(end.lo + 1, NEVER), min(end.hi + 1, NEVER)))
    return Interval(start, start.or_never if period.end_unknown else NOT_EVER)


def consent_of(one: ReportedMembership) -> Interval:
    """Tell from when to when a reported member has consented: maybe before it is counted."""
    start, end = interval_of(one.period)
    return Interval(start if one.begins_with in CONSENTING else Span.hull(ALWAYS, start), end)


def membership_of(one: ReportedMembership) -> Interval:
    """Tell from when to when a source counts a member."""
    return interval_of(one.period)


def together(members: Sequence[TruthByDay], states: Collection[str]) -> TruthByDay:
    """Tell on which days all of some states are members; of none, any two, and with one alone maybe."""
    if states:
        return TruthByDay.all_of(members)
    one, two = (TruthByDay.at_least(number, members) for number in (1, 2))
    return two.disputed(one, TruthByDay.constant(Truth.YES))


def reported_alone(
    treaty: Treaty, states: Collection[str], held: Callable[[ReportedMembership], Interval]
) -> TruthByDay:
    """Tell what reports say of some states, or of the treaty, where no act is recorded."""
    members = states or reported_members(treaty)
    truths = [TruthByDay.during(map(held, reports(treaty, (who,)))) for who in members]
    return together(truths, states)


def reported_members(treaty: Treaty) -> tuple[str, ...]:
    """List whom sources report as members, by person in law."""
    return tuple(dict.fromkeys(person(one.by) for one in treaty.reported_memberships))


def ended(treaty: Treaty, history: History) -> Span:
    """Find when the acts end what is reported; what ends it for some, or by its parties alone, only may."""
    members = frozenset(reported_members(treaty))
    days = (
        one.day if is_final(treaty, one, members) else one.day.or_never
        for one in history.endings
        if one.kind not in {"number", "departure"}
    )
    return earliest_of(days)


def left(history: History, who: str) -> Span:
    """Find from when on a notice may have taken a member out, of whom no consent is recorded."""
    leaving = map(person, history.treaty.between) if history.treaty.is_bilateral else (who,)
    notices = (one.day for each in leaving for one in history.acts.of(each).notices)
    return earliest_of([*notices, Span.on(dissolution(who))]).or_never


def entry_reported(treaty: Treaty, who: str | None) -> Interval | None:
    """Tell from when on a treaty may be in force, for somebody, because a source says that it entered."""
    named = {None, *((who,) if who else ())} if who is None or who in map(person, treaty.between) else {who}
    days = [
        Span.of(one.on) for one in treaty.reported_entries if (person(one.by) if one.by else None) in named
    ]
    return Interval(earliest_of(days).or_never) if days else None


def acts_speak(history: History, who: str) -> bool:
    """Whether acts decide about a person: they bind it, or it gave a consent where consents are asked."""
    decided = any(each.may_hold for each in history.party(who))
    return decided or (needs_consent(history.clause.upon) and bool(history.acts.of(who).spells))


def beside(
    one: ReportedMembership, held: Callable[[ReportedMembership], Interval], *, over: Span, since: Span
) -> Interval:
    """Take a report beside acts: without a last day it goes on until the acts end the treaty.

    A source that counts from signature or consent says nothing against an entry after it.
    """
    start, end = held(one)
    if one.begins_with in CONSENTING:
        start = latest_of([start, since])
    return Interval(start, end if one.period.end is not None else earliest_of([end, over]))


def reports(treaty: Treaty, states: Iterable[str]) -> tuple[ReportedMembership, ...]:
    """Give what is reported of some states; of none, all that is."""
    wanted = frozenset(states)
    return tuple(one for one in treaty.reported_memberships if not wanted or person(one.by) in wanted)
