"""By what the condition of a treaty came to be met: the acts of the day, or who came or went (VCLT 24(1)).

Where a condition counts the members of an organisation, or the parties to a parent, one that leaves
may complete the number as well as one that consents.
"""

from collections.abc import Iterator
from typing import NamedTuple

from geobrief.law.acts.consents import Consent
from geobrief.law.acts.day_that_counts import DatedAct
from geobrief.law.acts.statehood import is_organisation
from geobrief.law.rules.history import History
from geobrief.model.algebra import simple_parts
from geobrief.model.condition import TreatyInForce
from geobrief.model.exchange import InstrumentExchange, NoteExchange

__all__ = ["Change", "awaited", "changes", "deciding", "first_bound"]


class Change(NamedTuple):
    """Somebody came to a group that a condition counts, or left it."""

    who: str
    group: str
    has_left: bool


def deciding(history: History) -> tuple[DatedAct, ...]:
    """Find the acts by which the condition may have come to be met."""
    first, last = history.trigger
    last = last if history.trigger.must_happen else first
    exchanges = [one for one in history.acts.joint if isinstance(one.act, InstrumentExchange | NoteExchange)]
    every = dict.fromkeys([*exchanges, *(one.dated for one in _counting(history, last))])
    return tuple(one for one in every if one.day.lo <= last and one.day.hi >= first and one.day.may_happen)


def _counting(history: History, day: int) -> Iterator[Consent]:
    """Yield the consents by acts that may count on a day; of successions where the clause counts them."""
    means = frozenset().union(*(getattr(part, "means", ()) for part in simple_parts(history.clause.upon)))
    counted = history.consents.counted(day).possible
    succeeding = counted if history.clause.successions == "count" else frozenset[str]()
    if "succession" in means:
        succeeding |= history.consents.counted(day, means).possible
    every = history.clause.organisations != "never"
    listed = history.consents.listed
    for who, state_acts in history.acts.by_state.items():
        for consent in state_acts.consents:
            among = succeeding if consent.is_succession else counted
            may_count = is_organisation(who) and (every or who in listed)
            if consent.means != "implied" and (who in among or may_count):
                yield consent


def changes(history: History) -> tuple[Change, ...]:
    """Find who came to, or left, a group that the condition counts, on the day on which it was met."""
    day, consents = history.trigger.lo, history.consents
    if not history.trigger.is_day:
        return ()
    found: dict[Change, None] = {}
    for part in simple_parts(history.clause.upon):
        for _, group in part.keys_of("groups"):
            before, after = consents.group(group, max(day - 1, 1)), consents.group(group, day)
            moved = sorted((before.certain - after.possible) | (after.certain - before.possible))
            found |= {Change(who, group, has_left=who in before.certain): None for who in moved}
    return tuple(found)


def awaited(history: History) -> str | None:
    """Name the treaty on whose entry into force the day depends on which this one enters, if it does."""
    bound = history.clause.not_before
    if not isinstance(bound, TreatyInForce) or not history.trigger.may_happen:
        return None
    other = history.related.entry(bound.treaty)
    return bound.treaty if other == history.entry or not other.must_happen else None


def first_bound(history: History) -> tuple[str, ...]:
    """Name those for want of whom it enters later than its clause gives: the first who are bound."""
    entry = history.entry
    if not entry.is_day or history.beginning.due.hi >= entry.lo:
        return ()
    return tuple(who for who in history.persons if any(start == entry for start, _ in history.party(who)))
