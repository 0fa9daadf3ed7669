"""Provisional application: a treaty applied before it is in force (VCLT 25).

It ends when the treaty enters into force for the state, or on its notice that it will not
become a party (25(2)).
"""

from collections.abc import Iterator

from geobrief.answer import Reason
from geobrief.law.course import Course
from geobrief.law.dated import Dated
from geobrief.law.inquiry import Explanation
from geobrief.law.interim import renounced
from geobrief.law.life import Life
from geobrief.law.span import NOT_EVER, Interval, Span, earliest_of, latest_of, span_of
from geobrief.law.why import days
from geobrief.law.why.names import name
from geobrief.law.why.reasons import act_reason
from geobrief.model.act import Act
from geobrief.model.provisional_application import ProvisionalApplication
from geobrief.model.renunciation import Renunciation
from geobrief.values.when import When

__all__ = ["course", "reasons_for"]


def course(life: Life, who: str) -> Course:
    """Tell on which days a state applies the treaty provisionally."""
    return Course.during(interval for interval, _ in _intervals(life, who))


def reasons_for(life: Life, who: str, day: int) -> Explanation:
    """Explain whether a state applies the treaty provisionally on a day, what runs first."""
    begun = [(interval, act) for interval, act in _intervals(life, who) if interval.start.lo <= day]
    begun.sort(key=lambda each: (0, each[0].start.lo) if each[0].end.hi > day else (1, -each[0].end.hi))
    found = [_spell(life, who, interval, act, day) for interval, act in begun]
    if not found:
        text = f"no provisional application by {name(who, day)} is recorded"
        found = [Reason(text=text, rule="VCLT 25")]
    return Explanation(tuple(found))


def _spell(life: Life, who: str, interval: Interval, act: Act, day: int) -> Reason:
    start, end = interval
    clause = life.treaty.provisional_application
    part = act.part if isinstance(act, ProvisionalApplication) else clause.part if clause else None
    what = f"it ({part.rstrip('.')})" if part else "it"
    if end.lo >= start.hi and end.hi <= day:
        text, ender = _ended(life, who, end)
        applied = f"{name(who, end.lo)} applied {what} provisionally from {days.named(start)}"
        return act_reason(f"{applied} {days.until(end)}{text}", "VCLT 25(2)", act, *ender)
    certain = start.hi <= day < end.lo
    has = "has applied" if certain else "may have applied"
    over = f", and that may have ended {days.on(end)}" if end.lo <= day else ""
    text = f"{name(who, day)} {has} {what} provisionally {days.since(start)}{over}"
    return act_reason(text, "VCLT 25(1)", act)


def _ended(life: Life, who: str, end: Span) -> tuple[str, tuple[Act, ...]]:
    """Say by what provisional application ended, and by which act."""
    if any(start == end for start, _ in life.party(who)):
        return ", when the treaty entered into force for it", ()
    for one in life.docket.of(who).other:
        if isinstance(one.act, Renunciation) and one.day == end:
            return ", when it made clear that it will not become a party", (one.act,)
    if life.end == end:
        return ", when the treaty ended", ()
    return "", ()


def _intervals(life: Life, who: str) -> Iterator[tuple[Interval, Act]]:
    dossier = life.docket.of(who)
    for one in _notified(life, who):
        over = _over(life, who, one.day)
        yield Interval(one.day, earliest_of([over, one.on("ended") or NOT_EVER])), one.act
    clause = life.treaty.provisional_application
    if clause is None or clause.since == "notification":
        return
    # A notice that it ends stops also what began by the clause (25(2)).
    ended = earliest_of(one.on("ended") or NOT_EVER for one in _notified(life, who))
    for one, (start, end) in zip(dossier.signatures, life.signed(who), strict=True):
        since = latest_of([start, _since(life, clause.since)])
        yield Interval(since, earliest_of([_over(life, who, since), end, ended])), one.act


def _over(life: Life, who: str, since: Span) -> Span:
    """Find when provisional application that began some day is over, if nobody ends it before (25)."""
    entered = (start for start, end in life.party(who) if end.hi > since.lo)
    return earliest_of([*entered, renounced(life, who, after=since), life.end])


def _notified(life: Life, who: str) -> Iterator[Dated]:
    return (one for one in life.docket.of(who).other if isinstance(one.act, ProvisionalApplication))


def _since(life: Life, since: str | When) -> Span:
    if isinstance(since, When):
        return span_of(since)
    if since == "adoption" and life.treaty.adopted is not None:
        return span_of(life.treaty.adopted)
    return Span(0, 0)
