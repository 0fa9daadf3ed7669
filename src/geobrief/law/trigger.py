"""The trigger: the first day on which the condition of a clause holds (VCLT 24(1)).

A condition is asked of a day and answers yes, no or unknown, from the consents that are
effective by then and not withdrawn by then.  The first day that is not a no and the first
that is a yes bound the trigger.  Dissolution of a state never un-counts its act.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import singledispatch

from geobrief.law.register import Register
from geobrief.law.span import NEVER, Span, exactly, not_after, span_of
from geobrief.law.standing import passes
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


def trigger(condition: Condition, register: Register) -> Span:
    """Find the first day on which the condition holds; afterwards it is final."""
    days = register.turning_days(condition)
    if register.is_monotone(condition):
        first = bisect_left(days, 1, key=lambda day: int(not holds(condition, register, day).is_no))
        certain = bisect_left(days, 1, lo=first, key=lambda day: int(holds(condition, register, day).is_yes))
        return Span(_day(days, first), _day(days, certain))
    truths = [(day, holds(condition, register, day)) for day in days]
    possible = next((day for day, truth in truths if not truth.is_no), NEVER)
    return Span(possible, next((day for day, truth in truths if truth.is_yes), NEVER))


def _day(days: Sequence[int], index: int) -> int:
    return days[index] if index < len(days) else NEVER


@singledispatch
def holds(condition: Condition, register: Register, day: int) -> Truth:  # noqa: ARG001 - see below
    """Tell whether a condition holds on a day."""
    raise TypeError(f"expected a condition, got {condition!r}")


@holds.register
def _(condition: AllOf, register: Register, day: int) -> Truth:
    truth = Truth.YES
    for part in condition.conditions:
        truth &= holds(part, register, day)
        if truth.is_no:
            break
    return truth


@holds.register
def _(condition: AnyOf, register: Register, day: int) -> Truth:
    truth = Truth.NO
    for part in condition.conditions:
        truth |= holds(part, register, day)
        if truth.is_yes:
            break
    return truth


@holds.register
def _(condition: Signed, register: Register, day: int) -> Truth:
    """Definitive signature by all; one marked subject to ratification counts once ratified (12, 14)."""
    states = register.negotiators if condition.by == "all" else register.group_named(condition.by)
    return _all_consent(states, register, day)


@holds.register
def _(_condition: Notifications, register: Register, day: int) -> Truth:
    return _all_consent(register.negotiators, register, day)


@holds.register
def _(condition: Named, register: Register, day: int) -> Truth:
    return _all_consent(register.group_named(condition.states), register, day)


@holds.register
def _(condition: Exchange, register: Register, day: int) -> Truth:
    """Instruments or notes are exchanged at once by all (13, 16(a))."""
    return _any(register.exchanges(condition.of), day)


@holds.register
def _(condition: Consents, register: Register, day: int) -> Truth:
    consenting = register.counted(day, condition.means)
    if condition.of is not None:
        consenting = consenting.among(register.group(condition.of, day))
    return consenting.number_at_least(condition.count)


@holds.register
def _(condition: MembersOf, register: Register, day: int) -> Truth:
    consenting = register.counted(day).among(register.group(condition.group, day))
    return consenting.number_at_least(condition.at_least)


@holds.register
def _(condition: FractionOf, register: Register, day: int) -> Truth:
    """Count the consents of a set of states against its size, taken at adoption or on the day."""
    of = register.measured(condition, day)
    return register.counted(day).makes_up(of, condition.at_least, condition.more_than)


@holds.register
def _(condition: Share, register: Register, day: int) -> Truth:
    table = register.weights(condition.of)
    if table is None:
        return Truth.UNKNOWN
    bounds = table.carried(register.counted(day))
    reaches = (passes(each, table.total, condition.at_least, condition.more_than) for each in bounds)
    return Truth.among(reaches)


@holds.register
def _(condition: OnDate, _register: Register, day: int) -> Truth:
    return _by(span_of(condition.on), day)


@holds.register
def _(condition: Agreed, _register: Register, day: int) -> Truth:
    return _by(span_of(condition.on), day) if isinstance(condition.on, When) else Truth.NO


@holds.register
def _(condition: TreatyInForce, register: Register, day: int) -> Truth:
    return register.setting.in_force(condition.treaty).at(day)


@holds.register
def _(condition: NoObjections, register: Register, day: int) -> Truth:
    """Tacit acceptance: met at the end of the time, unless too many objected within it."""
    over = _by(register.deadline(condition), day)
    return over if over.is_no else over & ~register.blocked(condition)


def _all_consent(states: Iterable[str] | None, register: Register, day: int) -> Truth:
    if states is None:
        return Truth.UNKNOWN
    truth = Truth.YES
    for state in states:
        truth &= register.has_consented(state, day)
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
