"""Turns: the days on which the reasons of an answer may change, though the answer does not.

Every day that a reason may name is among them, so that reasons worked out for a stretch hold
on all of its days, whichever was asked of first.
"""

from collections.abc import Iterable, Iterator

from geobrief.law.case import Case
from geobrief.law.life import Life
from geobrief.law.span import DAWN, NEVER, Span, put_off
from geobrief.law.stage import days_at_home
from geobrief.law.why.leaving import spans_of_notices
from geobrief.law.why.names import renamed
from geobrief.model.condition import TreatyInForce

__all__ = ["parts_of", "turning_days"]


def turning_days(case: Case, everybody: Iterable[str]) -> frozenset[int]:
    """Give the days on which what is said of a treaty may change."""
    spans = [span for one in case.acts for span in (one.day, *one.further.values())]
    spans += [span for life in case.lives for span in (life.trigger, life.entry, life.end, life.interval.end)]
    spans += [span for _, life in case.tellings for span in spans_of_notices(life)]
    if isinstance(bound := case.life.clause.not_before, TreatyInForce):
        spans.append(case.life.register.entry_of(bound.treaty))
    if case.treaty.duration is not None:
        spans += [put_off(life.entry, case.treaty.duration.term) for life in case.lives]
        spans += [life.unextended for life in case.lives]
    if len(case.tellings) > 1:
        told = [life for _, life in case.tellings]
        spans += [span for life in told for who in life.persons for span in parts_of(life, who)]
    found = {day for span in spans for day in span}.union(*map(renamed, everybody))
    found |= {case.horizon.last + 1, *case.life.register.turning_days(case.life.clause.upon)}
    found |= {day for one in case.acts for day in days_at_home(one.act)}
    found.update(_elsewhere(case, everybody))
    return frozenset(day for day in found if DAWN <= day < NEVER)


def parts_of(life: Life, who: str) -> Iterator[Span]:
    """Yield the possible days on which a person becomes a party, and on which it ceases to be one."""
    for start, end in life.party(who):
        yield start
        yield end


def _elsewhere(case: Case, everybody: Iterable[str]) -> Iterator[int]:
    """Yield the days on which somebody's part changes in a treaty that bears on this one."""
    parent = case.setting.parent(case.treaty)
    for other in (*case.setting.superseding, *((parent,) if parent else ())):
        for who in everybody:
            yield from other.party_course(who).starts
