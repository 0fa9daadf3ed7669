"""Worlds: what states may have done, every date one day, every disputed act done or without effect.

Nothing of the engine is used here but the truth values.  A world is plain data, a tuple of
events; `tests.law.meaning` writes out what the law makes of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product
from math import prod

__all__ = ["DAY", "EXCHANGING", "LAST", "Event", "Membership", "Rule", "number_of_worlds", "worlds"]

DAY = timedelta(1)
LAST = date(2013, 1, 1)
EXCHANGING = ("AUT", "BEL")


@dataclass(frozen=True)
class Event:
    """Something on one of several days; contested where its effect is disputed.

    The kinds are sign, consent, exchange, withdraw, terminate, extend, suspend, renounce, object and
    oppose (object to an amendment).  ``further`` are the possible days of ``what`` follows: the day
    declared for its effect, or on which it was revoked, ended or withdrawn, or until which it runs.
    """

    kind: str
    by: str
    days: tuple[date, ...]
    means: str = "ratification"
    contested: bool = False
    what: str = ""
    further: tuple[date, ...] = ()
    towards: tuple[str, ...] = ()
    reserved: bool = False

    def binds(self, who: str) -> bool:
        """Whether it is somebody's consent to be bound."""
        if self.kind == "exchange":
            return who in EXCHANGING
        return self.by == who and (
            self.kind == "consent" or (self.kind == "sign" and self.means == "signature")
        )

    @property
    def day(self) -> date:
        """The day, in a world."""
        [day] = self.days
        return day

    def on(self, what: str) -> date | None:
        """The day of what follows, in a world."""
        return self.further[0] if self.what == what else None


Membership = tuple[str, date, date | None]
"""Who is a party to another treaty, from when, and until before which day."""


@dataclass(frozen=True)
class Rule:
    """A clause and a life, in the simplest form that the generators need."""

    upon: tuple[object, ...]
    delay: int = 0
    months: int = 0
    month: str | None = None
    not_before: date | None = None
    met_by: date | None = None
    later_delay: int | None = None
    later_month: str | None = None
    later_to: str = "deposited_after_trigger"
    term: int | None = None
    renewal: int | None = None
    times: int | None = None
    renewal_notice: int = 0
    extendable_by: int | None = None
    notice: int | None = None
    allowed: bool = True
    premature: int | None = None
    premature_from: str = "treaty"
    leave_on: str | None = None
    against: str | None = None
    weights: tuple[tuple[str, int], ...] = ()
    bilateral: tuple[str, str] | None = None
    minimum: int | None = None
    organisations: str = "never"
    adopted: date | None = None
    parent: tuple[Membership, ...] | None = None
    eligibility: str | None = None
    binds: str = "acceptors"
    successor: tuple[Membership, ...] | None = None


def number_of_worlds(events: tuple[Event, ...]) -> int:
    """Count the worlds, consistent or not."""
    return prod(len(event.days) * max(len(event.further), 1) * (1 + event.contested) for event in events)


def worlds(events: tuple[Event, ...]) -> Iterator[tuple[Event, ...]]:
    """Yield every consistent world: one day for each event, each contested event in or out."""
    choices: list[list[Event | None]] = []
    for event in events:
        follows: list[tuple[date, ...]] = [(each,) for each in event.further] or [()]
        exact: list[Event | None] = [
            replace(event, days=(day,), further=further) for day in event.days for further in follows
        ]
        choices.append([*exact, None] if event.contested else exact)
    for world in product(*choices):
        kept = tuple(event for event in world if event is not None)
        if consistent(kept):
            yield kept


def consistent(world: tuple[Event, ...]) -> bool:
    """A state's consent lies before its own withdrawal, or on its day."""
    for event in world:
        if event.kind == "withdraw":
            own = [each.day for each in world if each.binds(event.by)]
            if own and min(own) > event.day:
                return False
    return True
