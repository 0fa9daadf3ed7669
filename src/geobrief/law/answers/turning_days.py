"""Turns: the days on which the reasons of an answer may change, though the answer does not.

Every day that a reason may name is among them, so that reasons worked out for a stretch hold
on all of its days, whichever was asked of first.
"""

from collections.abc import Iterable, Iterator

from geobrief.law.answers.interpreted import InterpretedTreaty
from geobrief.law.reasons.names import renamed
from geobrief.law.rules.conditions import turning_days as clause_turns
from geobrief.law.rules.history import History
from geobrief.law.rules.ratification_stage import days_at_home
from geobrief.law.uncertain.span import DAWN, NEVER, Span, put_off
from geobrief.model.condition import TreatyInForce

__all__ = ["parts_of", "turning_days"]


def turning_days(interpreted: InterpretedTreaty, everybody: Iterable[str]) -> frozenset[int]:
    """Give the days on which what is said of a treaty may change."""
    spans = [span for one in interpreted.acts for span in (one.day, *one.further.values())]
    spans += [
        span
        for history in interpreted.histories
        for span in (history.trigger, history.entry, history.end, history.interval.end)
    ]
    spans += [span for _, history in interpreted.tellings for span in history.parties.days_of_notices()]
    if isinstance(bound := interpreted.history.clause.not_before, TreatyInForce):
        spans.append(interpreted.history.consents.entry_of(bound.treaty))
    if interpreted.treaty.duration is not None:
        spans += [
            put_off(history.entry, interpreted.treaty.duration.term) for history in interpreted.histories
        ]
        spans += [history.terms.unextended for history in interpreted.histories]
    if len(interpreted.tellings) > 1:
        told = [history for _, history in interpreted.tellings]
        spans += [span for history in told for who in history.persons for span in parts_of(history, who)]
    found = {day for span in spans for day in span}.union(*map(renamed, everybody))
    found |= {
        interpreted.coverage.last + 1,
        *clause_turns(interpreted.history.clause.upon, interpreted.history.consents),
    }
    found |= {day for one in interpreted.acts for day in days_at_home(one.act)}
    found.update(_elsewhere(interpreted, everybody))
    return frozenset(day for day in found if DAWN <= day < NEVER)


def parts_of(history: History, who: str) -> Iterator[Span]:
    """Yield the possible days on which a person becomes a party, and on which it ceases to be one."""
    for start, end in history.party(who):
        yield start
        yield end


def _elsewhere(interpreted: InterpretedTreaty, everybody: Iterable[str]) -> Iterator[int]:
    """Yield the days on which somebody's part changes in a treaty that bears on this one."""
    parent = interpreted.related.parent(interpreted.treaty)
    for other in (*interpreted.related.superseding, *((parent,) if parent else ())):
        for who in everybody:
            yield from other.party_by_day(who).starts
