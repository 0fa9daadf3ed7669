"""Provisional application: a treaty applied before it is in force (VCLT 25).

It ends when the treaty enters into force for the state, or on its notice that it will not
become a party (25(2)).
"""

from collections.abc import Iterator

from geobrief.law.rules.history import History
from geobrief.law.rules.interim_obligation import renounced
from geobrief.law.uncertain.span import ALWAYS, NOT_EVER, Interval, Span, earliest_of, latest_of
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.act import Act
from geobrief.model.provisional_application import ProvisionalApplication
from geobrief.values.when import When

__all__ = ["applications", "by_day"]


def by_day(history: History, who: str) -> TruthByDay:
    """Tell on which days a state applies the treaty provisionally."""
    return TruthByDay.during(interval for interval, _ in applications(history, who))


def applications(history: History, who: str) -> Iterator[tuple[Interval, Act]]:
    """Yield from when to when a state applies it provisionally, by its notice or by its signature."""
    state_acts = history.acts.of(who)
    notified = [one for one, _ in state_acts.done(ProvisionalApplication)]
    for one in notified:
        over = _over(history, who, one.day)
        yield Interval(one.day, earliest_of([over, one.on("ended") or NOT_EVER])), one.act
    clause = history.treaty.provisional_application
    if clause is None or clause.since == "notification":
        return
    # A notice that it ends stops also what began by the clause (25(2)).
    ended = earliest_of(one.on("ended") or NOT_EVER for one in notified)
    named = history.treaty.adopted if clause.since == "adoption" else clause.since
    first = Span.of(named) if isinstance(named, When) else ALWAYS
    for one, (start, end) in zip(state_acts.signatures, history.signed(who), strict=True):
        since = latest_of([start, first])
        yield Interval(since, earliest_of([_over(history, who, since), end, ended])), one.act


def _over(history: History, who: str, since: Span) -> Span:
    """Find when provisional application that began some day is over, if nobody ends it before (25)."""
    entered = (start for start, end in history.party(who) if end.hi > since.lo)
    return earliest_of([*entered, renounced(history, who, after=since), history.end])
