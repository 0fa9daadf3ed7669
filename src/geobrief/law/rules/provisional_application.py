"""Provisional application: a treaty applied before it is in force (VCLT 25).

It ends when the treaty enters into force for the state, or on its notice that it will not
become a party (25(2)).
"""

from collections.abc import Iterator

from geobrief.answer import Reason
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.reasons import days
from geobrief.law.reasons.names import name
from geobrief.law.reasons.reason import Explanation, act_reason
from geobrief.law.rules.history import History
from geobrief.law.rules.interim_obligation import renounced
from geobrief.law.uncertain.span import NOT_EVER, Interval, Span, earliest_of, latest_of, span_of
from geobrief.law.uncertain.truth_by_day import TruthByDay
from geobrief.model.act import Act
from geobrief.model.provisional_application import ProvisionalApplication
from geobrief.model.renunciation import Renunciation
from geobrief.values.when import When

__all__ = ["by_day", "reasons_for"]


def by_day(history: History, who: str) -> TruthByDay:
    """Tell on which days a state applies the treaty provisionally."""
    return TruthByDay.during(interval for interval, _ in _intervals(history, who))


def reasons_for(history: History, who: str, day: int) -> Explanation:
    """Explain whether a state applies the treaty provisionally on a day, what runs first."""
    begun = [(interval, act) for interval, act in _intervals(history, who) if interval.start.lo <= day]
    begun.sort(key=lambda each: (0, each[0].start.lo) if each[0].end.hi > day else (1, -each[0].end.hi))
    found = [_spell(history, who, interval, act, day) for interval, act in begun]
    if not found:
        text = f"no provisional application by {name(who, day)} is recorded"
        found = [Reason(text=text, rule="VCLT 25")]
    return Explanation(tuple(found))


def _spell(history: History, who: str, interval: Interval, act: Act, day: int) -> Reason:
    start, end = interval
    clause = history.treaty.provisional_application
    part = act.part if isinstance(act, ProvisionalApplication) else clause.part if clause else None
    what = f"it ({part.rstrip('.')})" if part else "it"
    if end.lo >= start.hi and end.hi <= day:
        text, ender = _ended(history, who, end)
        applied = f"{name(who, end.lo)} applied {what} provisionally from {days.named(start)}"
        return act_reason(f"{applied} {days.until(end)}{text}", "VCLT 25(2)", act, *ender)
    certain = start.hi <= day < end.lo
    has = "has applied" if certain else "may have applied"
    over = f", and that may have ended {days.on(end)}" if end.lo <= day else ""
    text = f"{name(who, day)} {has} {what} provisionally {days.since(start)}{over}"
    return act_reason(text, "VCLT 25(1)", act)


def _ended(history: History, who: str, end: Span) -> tuple[str, tuple[Act, ...]]:
    """Say by what provisional application ended, and by which act."""
    if any(start == end for start, _ in history.party(who)):
        return ", when the treaty entered into force for it", ()
    for one in history.acts.of(who).other:
        if isinstance(one.act, Renunciation) and one.day == end:
            return ", when it made clear that it will not become a party", (one.act,)
    if history.end == end:
        return ", when the treaty ended", ()
    return "", ()


def _intervals(history: History, who: str) -> Iterator[tuple[Interval, Act]]:
    state_acts = history.acts.of(who)
    for one in _notified(history, who):
        over = _over(history, who, one.day)
        yield Interval(one.day, earliest_of([over, one.on("ended") or NOT_EVER])), one.act
    clause = history.treaty.provisional_application
    if clause is None or clause.since == "notification":
        return
    # A notice that it ends stops also what began by the clause (25(2)).
    ended = earliest_of(one.on("ended") or NOT_EVER for one in _notified(history, who))
    for one, (start, end) in zip(state_acts.signatures, history.signed(who), strict=True):
        since = latest_of([start, _since(history, clause.since)])
        yield Interval(since, earliest_of([_over(history, who, since), end, ended])), one.act


def _over(history: History, who: str, since: Span) -> Span:
    """Find when provisional application that began some day is over, if nobody ends it before (25)."""
    entered = (start for start, end in history.party(who) if end.hi > since.lo)
    return earliest_of([*entered, renounced(history, who, after=since), history.end])


def _notified(history: History, who: str) -> Iterator[DatedAct]:
    return (one for one in history.acts.of(who).other if isinstance(one.act, ProvisionalApplication))


def _since(history: History, since: str | When) -> Span:
    if isinstance(since, When):
        return span_of(since)
    if since == "adoption" and history.treaty.adopted is not None:
        return span_of(history.treaty.adopted)
    return Span(0, 0)
