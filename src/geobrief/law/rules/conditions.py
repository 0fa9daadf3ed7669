"""The trigger: the first day on which the condition of a clause holds (VCLT 24(1)).

A condition is asked of a day and answers yes, no or unknown, from the consents that are
effective by then and not withdrawn by then.  The first day that is not a no and the first
that is a yes bound the trigger.  Dissolution of a state never un-counts its act.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import singledispatch

from geobrief.law.rules.counting import CountedConsents
from geobrief.law.uncertain.partial_set import passes
from geobrief.law.uncertain.span import NEVER, Span, exactly, not_after, span_of
from geobrief.model.condition import (
    Agreed,
    AllOf,
    AnyOf,
    Condition,
    Consents,
    Exchange,
    FractionOf,
    MembersOf,
    Named,
    NoObjections,
    Notifications,
    OnDate,
    Share,
    Signed,
    TreatyInForce,
)
from geobrief.truth import Truth
from geobrief.values.when import When

__all__ = ["holds", "trigger"]


def trigger(condition: Condition, consents: CountedConsents) -> Span:
    """Find the first day on which the condition holds; afterwards it is final."""
    days = consents.turning_days(condition)
    if consents.is_monotone(condition):
        first = bisect_left(days, 1, key=lambda day: int(not holds(condition, consents, day).is_no))
        certain = bisect_left(days, 1, lo=first, key=lambda day: int(holds(condition, consents, day).is_yes))
        return Span(_day(days, first), _day(days, certain))
    truths = [(day, holds(condition, consents, day)) for day in days]
    possible = next((day for day, truth in truths if not truth.is_no), NEVER)
    return Span(possible, next((day for day, truth in truths if truth.is_yes), NEVER))


def _day(days: Sequence[int], index: int) -> int:
    return days[index] if index < len(days) else NEVER


@singledispatch
def holds(condition: Condition, consents: CountedConsents, day: int) -> Truth:  # noqa: ARG001 - see below
    """Tell whether a condition holds on a day."""
    raise TypeError(f"expected a condition, got {condition!r}")


@holds.register
def _(condition: AllOf, consents: CountedConsents, day: int) -> Truth:
    truth = Truth.YES
    for part in condition.conditions:
        truth &= holds(part, consents, day)
        if truth.is_no:
            break
    return truth


@holds.register
def _(condition: AnyOf, consents: CountedConsents, day: int) -> Truth:
    truth = Truth.NO
    for part in condition.conditions:
        truth |= holds(part, consents, day)
        if truth.is_yes:
            break
    return truth


@holds.register
def _(condition: Signed, consents: CountedConsents, day: int) -> Truth:
    """Definitive signature by all; one marked subject to ratification counts once ratified (12, 14)."""
    states = consents.negotiators if condition.by == "all" else consents.group_named(condition.by)
    return _all_consent(states, consents, day)


@holds.register
def _(_condition: Notifications, consents: CountedConsents, day: int) -> Truth:
    return _all_consent(consents.negotiators, consents, day)


@holds.register
def _(condition: Named, consents: CountedConsents, day: int) -> Truth:
    return _all_consent(consents.group_named(condition.states), consents, day)


@holds.register
def _(condition: Exchange, consents: CountedConsents, day: int) -> Truth:
    """Instruments or notes are exchanged at once by all (13, 16(a))."""
    return _any(consents.exchanges(condition.of), day)


@holds.register
def _(condition: Consents, consents: CountedConsents, day: int) -> Truth:
    consenting = consents.counted(day, condition.means)
    if condition.of is not None:
        consenting = consenting.among(consents.group(condition.of, day))
    return consenting.number_at_least(condition.count)


@holds.register
def _(condition: MembersOf, consents: CountedConsents, day: int) -> Truth:
    consenting = consents.counted(day).among(consents.group(condition.group, day))
    return consenting.number_at_least(condition.at_least)


@holds.register
def _(condition: FractionOf, consents: CountedConsents, day: int) -> Truth:
    """Count the consents of a set of states against its size, taken at adoption or on the day."""
    of = consents.measured(condition, day)
    return consents.counted(day).makes_up(of, condition.at_least, condition.more_than)


@holds.register
def _(condition: Share, consents: CountedConsents, day: int) -> Truth:
    table = consents.weights(condition.of)
    if table is None:
        return Truth.UNKNOWN
    bounds = table.carried(consents.counted(day))
    reaches = (passes(each, table.total, condition.at_least, condition.more_than) for each in bounds)
    return Truth.among(reaches)


@holds.register
def _(condition: OnDate, _register: CountedConsents, day: int) -> Truth:
    return _by(span_of(condition.on), day)


@holds.register
def _(condition: Agreed, _register: CountedConsents, day: int) -> Truth:
    return _by(span_of(condition.on), day) if isinstance(condition.on, When) else Truth.NO


@holds.register
def _(condition: TreatyInForce, consents: CountedConsents, day: int) -> Truth:
    return consents.related.in_force(condition.treaty).at(day)


@holds.register
def _(condition: NoObjections, consents: CountedConsents, day: int) -> Truth:
    """Tacit acceptance: met at the end of the time, unless too many objected within it."""
    over = _by(consents.deadline(condition), day)
    return over if over.is_no else over & ~consents.blocked(condition)


def _all_consent(states: Iterable[str] | None, consents: CountedConsents, day: int) -> Truth:
    if states is None:
        return Truth.UNKNOWN
    truth = Truth.YES
    for state in states:
        truth &= consents.has_consented(state, day)
        if truth.is_no:
            break
    return truth


def _any(spans: Iterable[Span], day: int) -> Truth:
    truth = Truth.NO
    for span in spans:
        truth |= _by(span, day)
    return truth


def _by(span: Span, day: int) -> Truth:
    """Whether an event has happened by a day."""
    return not_after(span, exactly(day))
