"""Memberships as a source reports them: assertions about dates, never acts.

For each state and stretch the acts decide where they speak, and reports where they do not; where
both speak and differ it is unknown.  The answer says whose word it is (ATOP begins an alliance at
signature).
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from geobrief.actors import person
from geobrief.law.acts.statehood import gone
from geobrief.law.rules.conditions import needs_consent
from geobrief.law.rules.history import History
from geobrief.law.rules.silence import is_final
from geobrief.law.uncertain.span import (
    ALWAYS,
    DAWN,
    NEVER,
    NOT_EVER,
    SOME_DAY,
    Interval,
    Span,
    earliest_of,
    latest_of,
)
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.treaty import ReportedEnd, ReportedEntry, ReportedMembership, Treaty
from geobrief.truth import Truth
from geobrief.values.period import Period

__all__ = ["acts_speak", "applied_during", "beside", "consent_of", "days_of", "end_reported", "ended"]
__all__ += [
    "entry_reported",
    "interval_of",
    "left",
    "reported_alone",
    "reported_members",
    "reports",
    "together",
]

CONSENTING = frozenset({"signature", "consent"})
"""The acts from which a source may count a member, before which it has not consented."""


def interval_of(period: Period) -> Interval:
    """Turn a period, its last day included, into a half-open interval."""
    start = Span.of(period.start) if period.start else Span(DAWN, NEVER if period.start_unknown else DAWN)
    if period.end is not None:
        end = Span.of(period.end)
        return Interval(start, Span(min(end.lo + 1, NEVER), min(end.hi + 1, NEVER)))
    return Interval(start, start.or_never if period.end_unknown else NOT_EVER)


def days_of(treaty: Treaty, one: ReportedMembership) -> Interval:
    """Tell from when to when a source counts a member, at the latest until one reports the end.

    Without days, it may be one between the reported entry and end of the treaty.  A last day that is surely
    after the end contradicts that.  Without a last day it goes on no longer than the member exists (6).
    """
    over = end_reported(treaty, person(one.by))
    if one.period is None or one.period.end is None:
        over = earliest_of([over, gone(person(one.by))])
    if one.period is None:
        entered = _days(_entries(treaty), None, person(one.by))
        return Interval(earliest_of(entered or [SOME_DAY]).or_never, over)
    start, end = interval_of(one.period)
    contradicts = one.period.end is not None and over.hi < end.lo
    return Interval(start, Span.hull(end, over) if contradicts else earliest_of([end, over]))


def end_reported(treaty: Treaty, who: str | None = None) -> Span:
    """Find when a source reports that a treaty ended, for somebody or for all; between two days, it may."""
    both = tuple(map(person, treaty.between)) if treaty.is_bilateral else ()
    own = both if who in both else (who,)  # a treaty of two ends for both
    every = (_days(treaty.reported_ends, None), _days(treaty.reported_ends, *own))
    return earliest_of(Span.hull(*days) for days in every if days)


def applied_during(treaty: Treaty, who: str) -> Interval:
    """Tell from when to when a source reports that somebody applies a treaty provisionally (25)."""
    named = _named(treaty, who)
    starts = _days((one for one in treaty.reported_entries if one.provisional), *named)
    entered = _days(_entries(treaty), *named)
    return Interval(earliest_of(starts), earliest_of([*entered, end_reported(treaty, who)]))


def _named(treaty: Treaty, who: str | None) -> tuple[str | None, ...]:
    """Name of whom a report is about somebody: of the treaty too, for whom that was made."""
    made_for = map(person, (*treaty.between, *treaty.negotiating_states))
    return (None, who) if who is None or who in made_for else (who,)


def _entries(treaty: Treaty) -> Iterable[ReportedEntry]:
    """Yield the reports of entry into force, but not those of provisional application."""
    return (one for one in treaty.reported_entries if not one.provisional)


def _days(reported: Iterable[ReportedEntry | ReportedEnd], *who: str | None) -> list[Span]:
    """List the days that are reported of somebody, or of the treaty."""
    return [Span.of(one.on) for one in reported if (one.by if one.by is None else person(one.by)) in who]


def consent_of(treaty: Treaty, one: ReportedMembership) -> Interval:
    """Tell from when to when a reported member has consented: maybe before it is counted."""
    start, end = days_of(treaty, one)
    return Interval(start if one.begins_with in CONSENTING else Span.hull(ALWAYS, start), end)


def together(members: Sequence[TruthByDay], states: Collection[str]) -> TruthByDay:
    """Tell on which days all of some states are members; of none, any two, and with one alone maybe."""
    if states:
        return TruthByDay.all_of(members)
    one, two = (TruthByDay.at_least(number, members) for number in (1, 2))
    return two.disputed(one, TruthByDay.constant(Truth.YES))


def reported_alone(
    treaty: Treaty,
    states: Collection[str],
    held: Callable[[Treaty, ReportedMembership], Interval],
    over: Span = NOT_EVER,
) -> TruthByDay:
    """Tell what reports say of some states, or of the treaty, where no act is recorded, until it is over."""
    truths = [
        TruthByDay.during(
            beside(one, held(treaty, one), over=over, since=ALWAYS) for one in reports(treaty, (who,))
        )
        for who in states or reported_members(treaty)
    ]
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
    return earliest_of([*days, *_superseded(treaty, history, members)])


def _superseded(treaty: Treaty, history: History, members: Collection[str]) -> Iterator[Span]:
    """Yield when another treaty may have taken the place of this one for all reported members (59)."""
    told = [TruthByDay.during(days_of(treaty, one) for one in reports(treaty, (who,))) for who in members]
    for other in history.related.superseding if members else ():
        moved_on = [~old | other.party_by_day(who) for who, old in zip(members, told, strict=True)]
        yield (TruthByDay.all_of(moved_on) & TruthByDay.at_least(1, told)).first.or_never


def left(history: History, who: str) -> Span:
    """Find from when on a notice may have taken a member out, of whom no consent is recorded."""
    leaving = map(person, history.treaty.between) if history.treaty.is_bilateral else (who,)
    notices = (one.day for each in leaving for one in history.acts.of(each).notices)
    return earliest_of([*notices, gone(who)]).or_never


def entry_reported(treaty: Treaty, who: str | None, *, is_meant: bool = False) -> Interval | None:
    """Tell from when on a treaty may be in force, for somebody, because a source says that it entered."""
    named = (None, who) if is_meant or who is None or who in map(person, treaty.between) else (who,)
    days = _days(_entries(treaty), *named)
    return Interval(earliest_of(days).or_never) if days else None


def acts_speak(history: History, who: str) -> bool:
    """Whether acts decide about a person: they bind it, or it gave a consent where consents are asked."""
    decided = any(each.may_hold for each in history.party(who))
    return decided or (needs_consent(history.clause.upon) and bool(history.acts.of(who).spells))


def beside(one: ReportedMembership, held: Interval, *, over: Span, since: Span) -> Interval:
    """Take a report beside acts: without a last day it goes on until the acts end the treaty.

    A source that counts from signature or consent says nothing against an entry after it.
    """
    start, end = held
    if one.begins_with in CONSENTING:
        start = latest_of([start, since])
    has_last_day = one.period is not None and one.period.end is not None
    return Interval(start, end if has_last_day else earliest_of([end, over]))


def reports(treaty: Treaty, states: Iterable[str]) -> tuple[ReportedMembership, ...]:
    """Give what is reported of some states; of none, all that is."""
    wanted = frozenset(states)
    return tuple(one for one in treaty.reported_memberships if not wanted or person(one.by) in wanted)
