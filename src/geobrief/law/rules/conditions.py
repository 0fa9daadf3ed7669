"""Conditions: when each kind of condition holds, and the trigger: the first day on which one does (VCLT 24).

A condition is asked of a day and answers yes, no or unknown, from the consents that are
effective by then and not withdrawn by then.  The first day that is not a no and the first
that is a yes bound the trigger.  Dissolution of a state never un-counts its act.
"""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import partial
from typing import Any, Final

import attrs

from geobrief.closed import for_every
from geobrief.law.acts.coverage import CONSENTING
from geobrief.law.rules.counting import CountedConsents, kinds_that_change
from geobrief.law.uncertain.span import NEVER, Span
from geobrief.law.uncertain.truth_by_day import all_hold, any_holds
from geobrief.model.algebra import simple_parts
from geobrief.model.condition import (
    CONDITIONS,
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
from geobrief.model.treaty import Treaty
from geobrief.truth import Truth
from geobrief.values.when import When

__all__ = ["bringing", "holds", "needs_consent", "opposing", "trigger", "turning_days"]

Kinds = frozenset[str]
Days = Callable[[Any, CountedConsents], Iterable[Span]]
States = Callable[[Any, CountedConsents], Iterable[str] | None]


def trigger(condition: Condition, consents: CountedConsents) -> Span:
    """Find the first day on which the condition holds; afterwards it is final."""
    days = [*turning_days(condition, consents), NEVER]
    if consents.only_grow and all(
        _RULES[type(part)].is_steady(part, consents) for part in simple_parts(condition)
    ):
        last = len(days) - 1
        first = bisect_left(days, 1, hi=last, key=lambda day: not holds(condition, consents, day).is_no)
        certain = bisect_left(days, 1, first, last, key=lambda day: holds(condition, consents, day).is_yes)
        return Span(days[first], days[certain])
    truths = [(day, holds(condition, consents, day)) for day in days[:-1]]
    possible = next((day for day, truth in truths if not truth.is_no), NEVER)
    return Span(possible, next((day for day, truth in truths if truth.is_yes), NEVER))


def turning_days(condition: Condition, consents: CountedConsents) -> list[int]:
    """List the days on which the condition may begin or cease to hold."""
    days = set(consents.turning_days())
    for part in simple_parts(condition):
        days.update(day for span in _RULES[type(part)].turns(part, consents) for day in span)
        days.update(day for _, name in part.keys_of("groups") for day in consents.days_of_group(name))
    return sorted(day for day in days if day < NEVER)


def holds(condition: Condition, consents: CountedConsents, day: int) -> Truth:
    """Tell whether a condition holds on a day."""
    return _RULES[type(condition)].holds(condition, consents, day)


def needs_consent(condition: Condition) -> bool:
    """Whether a condition cannot be met before somebody consents."""
    return _RULES[type(condition)].needs_consent(condition)


def bringing(treaty: Treaty) -> Kinds:
    """Give the kinds of act by which a state could come to be bound."""
    clause = treaty.entry_into_force
    if clause is None:
        return CONSENTING | {"signature"}
    asked = clause.upon.asked
    if "silence" in asked:
        return frozenset()
    only_a_day = treaty.between and asked <= {"day", "another_treaty"}
    kinds = (_RULES[type(part)].brought_by(part) for part in simple_parts(clause.upon))
    return frozenset(CONSENTING if only_a_day else ()).union(*kinds)


def opposing(treaty: Treaty) -> Kinds:
    """Give the kinds of act that keep a treaty from entering into force though its condition seems met."""
    clause = treaty.entry_into_force
    if clause is None:
        return frozenset(() if treaty.negotiating_states or treaty.between else {"signature"})
    kinds = (_RULES[type(part)].opposed_by(part) for part in simple_parts(clause.upon))
    return frozenset[str]().union(*kinds)


@attrs.frozen(kw_only=True)
class _Rule:
    """What the law has to know of one kind of condition.

    Attributes:
        holds: tells whether it holds on a day.
        turns: gives the days on which it may turn by itself, not by a consent or a change of a group.
        is_steady: tells whether, once met, it stays met as long as no consent is taken back.
        needs_consent: tells whether it cannot be met before somebody consents.
        brought_by: gives the kinds of act by which it comes to be met.
        opposed_by: gives the kinds of act that keep it from being met though it seems to be.
    """

    holds: Callable[[Any, CountedConsents, int], Truth]
    turns: Days
    is_steady: Callable[[Any, CountedConsents], bool]
    needs_consent: Callable[[Any], bool]
    brought_by: Callable[[Any], Collection[str]]
    opposed_by: Callable[[Any], Collection[str]]


def _by_all(states: States, **further: Callable[..., Any]) -> _Rule:
    """Make the rule of what is met once all of some states have consented."""

    def consented(condition: Condition, consents: CountedConsents, day: int) -> Truth:
        every = states(condition, consents)
        if every is None:
            return Truth.UNKNOWN
        return all_hold(consents.has_consented(state, day) for state in every)

    return _of_consents(holds=consented, **further)


def _signing(condition: Signed, consents: CountedConsents) -> Iterable[str] | None:
    """Definitive signature by all; one marked subject to ratification counts once ratified (12, 14)."""
    return consents.negotiators if condition.by == "all" else consents.group_named(condition.by)


def _enough(condition: Consents, consents: CountedConsents, day: int) -> Truth:
    consenting = consents.counted(day, condition.means, of=condition.of)
    if condition.of is not None:
        consenting = consenting.among(consents.group(condition.of, day))
    return consenting.number_at_least(condition.count)


def _members(condition: MembersOf, consents: CountedConsents, day: int) -> Truth:
    consenting = consents.counted(day, of=condition.group).among(consents.group(condition.group, day))
    return consenting.number_at_least(condition.at_least)


def _fraction(condition: FractionOf, consents: CountedConsents, day: int) -> Truth:
    """Count the consents of a set of states against its size, taken at adoption or on the day."""
    of = consents.measured(condition, day)
    return consents.counted(day, of=condition.of).makes_up(of, condition.at_least, condition.more_than)


def _share(condition: Share, consents: CountedConsents, day: int) -> Truth:
    table = consents.weights(condition.of)
    if table is None:
        return Truth.UNKNOWN
    return table.reached(consents.counted(day, of=condition.of), condition.at_least, condition.more_than)


def _on_one_of(
    turns: Callable[[Any, CountedConsents], Iterable[Span]], **further: Callable[..., Any]
) -> _Rule:
    """Make the rule of what is met, once and for all, by the first of some events."""

    def happened(condition: Condition, consents: CountedConsents, day: int) -> Truth:
        return any_holds(event.not_after(Span.on(day)) for event in turns(condition, consents))

    return _event(holds=happened, turns=turns, **further)


def _its_day(condition: OnDate | Agreed, _consents: CountedConsents) -> Iterable[Span]:
    return (Span.of(condition.on),) if isinstance(condition.on, When) else ()


def _accepted(condition: NoObjections, consents: CountedConsents, day: int) -> Truth:
    """Tacit acceptance: met at the end of the time, unless too many objected within it."""
    over = consents.deadline(condition).not_after(Span.on(day))
    return over if over.is_no else over & ~consents.blocked(condition)


_event = partial(
    _Rule,
    is_steady=lambda it, consents: all(consents.is_fixed(name) for _, name in it.keys_of("groups")),
    needs_consent=lambda _: False,
    brought_by=lambda _: {"ratification", "signature"},
    opposed_by=lambda _: (),
)
"""What something else than a consent brings about, once and for all."""
_of_consents = partial(_event, turns=lambda *_: (), needs_consent=lambda _: True)
"""What consents bring about, and the groups of which they are counted."""

_RULES: Final[Mapping[type[Condition], _Rule]] = for_every(
    CONDITIONS,
    "_RULES of geobrief.law.rules.conditions",
    {
        Signed: _by_all(_signing, needs_consent=lambda _: False),
        Exchange: _on_one_of(
            lambda it, consents: consents.exchanges(it.of),
            brought_by=lambda it: {"instrument_exchange" if it.of == "instruments" else "note_exchange"},
        ),
        Notifications: _by_all(lambda _, consents: consents.negotiators, needs_consent=lambda _: False),
        Consents: _of_consents(holds=_enough),
        Named: _by_all(lambda it, consents: consents.group_named(it.states)),
        FractionOf: _of_consents(
            holds=_fraction,
            is_steady=lambda it, consents: it.as_at == "adoption" or consents.is_fixed(it.of),
            needs_consent=lambda it: it.at_least != 0,
            opposed_by=lambda it: kinds_that_change(it.of),
        ),
        MembersOf: _of_consents(holds=_members),
        Share: _of_consents(holds=_share, needs_consent=lambda it: it.at_least != 0),
        OnDate: _on_one_of(_its_day),
        TreatyInForce: _event(
            holds=lambda it, consents, day: consents.related.in_force(it.treaty).at(day),
            turns=lambda it, consents: map(Span.on, consents.related.in_force(it.treaty).starts),
            is_steady=lambda it, consents: len(consents.related.in_force(it.treaty).starts) <= 2,
        ),
        Agreed: _on_one_of(_its_day),
        NoObjections: _event(
            holds=_accepted,
            turns=lambda it, consents: (consents.deadline(it),),
            brought_by=lambda _: (),
            opposed_by=lambda _: {"objection"},
        ),
        AllOf: _of_consents(
            holds=lambda it, consents, day: all_hold(holds(part, consents, day) for part in it.conditions),
            needs_consent=lambda it: any(map(needs_consent, it.parts)),
        ),
        AnyOf: _of_consents(
            holds=lambda it, consents, day: any_holds(holds(part, consents, day) for part in it.conditions),
            needs_consent=lambda it: all(map(needs_consent, it.parts)),
        ),
    },
)
