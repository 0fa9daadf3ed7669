"""Why a treaty is operative between two states, or is not: who has suspended it (VCLT 57–62, 72; VCSS 23)."""

from collections.abc import Iterator
from typing import get_args

from geobrief.answer import Reason
from geobrief.closed import for_every
from geobrief.law.reasons import days
from geobrief.law.reasons.between_two import between
from geobrief.law.reasons.names import author, name
from geobrief.law.reasons.reason import Explanation, grounds, reason
from geobrief.law.rules import between_two
from geobrief.law.rules.history import History
from geobrief.law.rules.suspension import suspensions, suspensions_for, until_notice
from geobrief.model.termination import Basis
from geobrief.truth import Truth

__all__ = ["operative", "suspended"]

RULES = for_every(
    get_args(Basis),
    "RULES of geobrief.law.reasons.suspension",
    {
        "breach": "VCLT 60, 72",
        "impossibility": "VCLT 61, 72",
        "changed_circumstances": "VCLT 62, 72",
        "treaty_provision": "VCLT 57(a), 72",
        "consent_of_all": "VCLT 57(b), 72",
        "later_treaty": "VCLT 59(2), 72",
        "other": "VCLT 72",
    },
)


def operative(history: History, a: str, b: str, day: int, value: Truth) -> Explanation:
    """Explain whether the treaty is in force between two states on a day, and not suspended."""
    found = between(history, a, b, day, value)
    if between_two.by_day(history, a, b).at(day).is_no:
        return found
    return Explanation(tuple(_suspended(history, a, b, day, value))) + found


def suspended(history: History, day: int, *persons: str) -> Iterator[Reason]:
    """Yield the suspensions that stand on a day, of some towards each other, or of a treaty between two."""
    for one, act, interval in suspensions_for(history, persons):
        if interval.may_hold_on(day):
            has = "has" if interval.surely_holds_on(day) else "may have"
            since = f"since {days.named(one.effect)}{grounds(act.ground)}"
            text = f"{author(one)} {has} suspended its operation {since}"
            yield reason(text, RULES[act.basis or "other"], act)


def _suspended(history: History, a: str, b: str, day: int, value: Truth) -> Iterator[Reason]:
    """Yield the suspensions that stand on a day; where it is operative, the last that has ended by then."""
    yield from suspended(history, day, a, b)
    for who in (a, b):
        for one, interval in until_notice(history, who):
            if interval.may_hold_on(day):
                is_ = "is" if interval.surely_holds_on(day) else "may be"
                until = f"until {name(who, day)} gives notice of its succession, {days.on(one.day)}"
                yield reason(f"its operation {is_} suspended {until}", "VCSS 23(2)", one)
    ended = [(end, one) for one, _, (_, end) in suspensions(history, a, b) if end.hi <= day]
    for end, one in sorted(ended, key=lambda each: each[0])[-1:] if value.is_yes else ():
        text = f"{author(one)} ended {days.on(end)} the suspension that began {days.on(one.effect)}"
        yield reason(text, "VCLT 72", one)
