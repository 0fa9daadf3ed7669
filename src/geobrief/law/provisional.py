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
from geobrief.law.names import name
from geobrief.law.reasons import act_reason, when_text
from geobrief.law.span import NOT_EVER, Interval, Span, earliest_of, latest_of, span_of
from geobrief.model.act import Act
from geobrief.model.provisional_application import ProvisionalApplication
from geobrief.values.when import When

__all__ = ["course", "reasons_for"]


def course(life: Life, who: str) -> Course:
    """Tell on which days a state applies the treaty provisionally."""
    return Course.during(interval for interval, _ in _intervals(life, who))


def reasons_for(life: Life, who: str, day: int) -> Explanation:
    """Explain whether a state applies the treaty provisionally on a day."""
    found: list[Reason] = []
    for interval, act in _intervals(life, who):
        if interval.start.lo <= day:
            text = f"{name(who)} applies it provisionally since {when_text(interval.start)}"
            if interval.end.lo <= day:
                text = f"provisional application by {name(who)} ended on {when_text(interval.end)}"
            found.append(act_reason(text, "VCLT 25", act))
    if not found:
        found.append(Reason(text=f"no provisional application by {name(who)} is recorded", rule="VCLT 25"))
    return Explanation(tuple(found))


def _intervals(life: Life, who: str) -> Iterator[tuple[Interval, Act]]:
    dossier = life.docket.of(who)
    own = earliest_of(start for start, _ in life.party(who))
    over = earliest_of([own, renounced(life, who), life.end])
    for one in _notified(life, who):
        yield Interval(one.day, earliest_of([over, one.on("ended") or NOT_EVER])), one.act
    clause = life.treaty.provisional_application
    if clause is None or clause.since == "notification":
        return
    # A notice that it ends stops also what began by the clause (25(2)).
    ended = earliest_of(one.on("ended") or NOT_EVER for one in _notified(life, who))
    for one, (start, end) in zip(dossier.signatures, life.signed(who), strict=True):
        since = latest_of([start, _since(life, clause.since)])
        yield Interval(since, earliest_of([over, end, ended])), one.act


def _notified(life: Life, who: str) -> Iterator[Dated]:
    return (one for one in life.docket.of(who).other if isinstance(one.act, ProvisionalApplication))


def _since(life: Life, since: str | When) -> Span:
    if isinstance(since, When):
        return span_of(since)
    if since == "adoption" and life.treaty.adopted is not None:
        return span_of(life.treaty.adopted)
    return Span(0, 0)
