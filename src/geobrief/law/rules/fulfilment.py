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

__all__ = ["Change", "changes", "deciding", "entering", "first_bound", "has_whom_it_binds", "put_off_by"]
__all__ += ["unsettled"]


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
    counted = consents.counted(day)
    if not history.trigger.is_day:
        return ()
    found: dict[Change, None] = {}
    for part in simple_parts(history.clause.upon):
        for _, group in part.keys_of("groups"):
            before, after = consents.group(group, max(day - 1, 1)), consents.group(group, day)
            left = sorted(before.certain - after.possible - counted.certain)
            joined = sorted(counted.possible & after.certain - before.possible)
            found |= {Change(who, group, has_left=who in left): None for who in (*left, *joined)}
    for group in consents.by_members:  # whose leaving lets the organisation count, or who now counts by it
        before, after = consents.group(group, max(day - 1, 1)), consents.group(group, day)
        by_leaving = history.clause.organisations != "as_its_members"
        moved = before.certain - after.possible if by_leaving else after.certain - before.possible
        for who in sorted(counted.certain & moved):
            found[Change(who, group, has_left=by_leaving)] = None
    parent = history.related.parent(history.treaty)
    for who in sorted(counted.certain - consents.counted(max(day - 1, 1)).possible) if parent else ():
        eligible = history.related.eligible(history.treaty, who)
        if any(each.start == history.trigger for each in eligible):
            found[Change(who, "parties", has_left=False)] = None
    return tuple(found)


def entering(history: History) -> tuple[str, ...]:
    """Name the treaties that the condition asks for which entered into force on the day it was met."""
    named = (part.treaty for part in simple_parts(history.clause.upon) if isinstance(part, TreatyInForce))
    return tuple(each for each in named if history.related.in_force(each).first == history.trigger)


def put_off_by(history: History) -> str | None:
    """Name the treaty before whose entry into force this one could not enter, and with which it does."""
    bound = history.clause.not_before
    if not isinstance(bound, TreatyInForce) or not history.entry.must_happen:
        return None
    return bound.treaty if history.related.entry(bound.treaty) == history.entry else None


def unsettled(history: History) -> tuple[str, ...]:
    """Name the treaties that the clause names of which it is not known whether, or when, they entered."""
    asked = (*simple_parts(history.clause.upon), history.clause.not_before)
    named = dict.fromkeys(each.treaty for each in asked if isinstance(each, TreatyInForce))
    return tuple(each for each in named if not history.related.entry(each).must_happen)


def has_whom_it_binds(history: History, day: int) -> bool:
    """Whether those have consented by a day whom it binds first, so that its entry waits for a day alone."""
    if history.parties.binds_without_consent or not history.entry.must_happen:
        return True
    consents = [history.contracting(who) for who in history.acts.named or history.persons]
    given = [any(each.start.lo <= day for each in own) for own in consents]
    return all(given) if history.acts.named else any(given)


def first_bound(history: History) -> tuple[str, ...]:
    """Name those for want of whom it enters later than its clause gives: the first who are bound."""
    entry = history.entry
    if not entry.is_day or history.beginning.due.hi >= entry.lo:
        return ()
    return tuple(who for who in history.persons if any(start == entry for start, _ in history.party(who)))
