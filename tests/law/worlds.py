"""Worlds: what states may have done, every date one day, every disputed act done or without effect.

Nothing of the engine is used here.  A world is plain data, a tuple of events; `tests.law.meaning` writes
out what the law makes of it.  What the text, other treaties and the law itself leave open is a world as well:
on which day a party to the parent left it, or whether a state that says nothing succeeded.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain, combinations, product
from math import prod

__all__ = ["DAY", "EXCHANGING", "LAST", "Event", "Membership", "Rule", "Succession"]
__all__ += ["number_of_worlds", "readings", "uncertain", "worlds"]

DAY = timedelta(1)
LAST = date(2013, 1, 1)
EXCHANGING = ("AUT", "BEL")


@dataclass(frozen=True)
class Event:
    """Something on one of several days; contested where its effect is disputed.

    The kinds are sign, consent, exchange, withdraw, terminate, extend, suspend, renounce, apply
    (provisionally), object and oppose (object to an amendment).  ``further`` are the possible days of
    ``what`` follows: the day declared for its effect, or on which it was revoked, ended or withdrawn, or
    until which it runs.
    ``deposits`` are the possible days of deposit with further depositaries.
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
    deposits: tuple[tuple[date, ...], ...] = ()

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

    @property
    def effect(self) -> date:
        """The day on which it takes effect, in a world: the one declared, else that on which it is done."""
        return self.on("effective") or self.day

    def on(self, what: str) -> date | None:
        """The day of what follows, in a world."""
        return self.further[0] if self.what == what else None


Membership = tuple[str, date, date | None]
"""Who is a party to another treaty, from when, and until before which day."""


@dataclass(frozen=True)
class Succession:
    """That a state took over from another, on one of several days; ``whole`` if it said that it kept all."""

    before: str
    after: str
    kind: str
    days: tuple[date, ...]
    whole: bool = False

    @property
    def day(self) -> date:
        """The day, in a world."""
        [day] = self.days
        return day


@dataclass(frozen=True)
class Rule:
    """A clause and a life, in the simplest form that the generators need.

    ``vague`` are days of memberships of the parent that may be others: which membership, its start (1) or
    end (2), and the possible days.  ``gone`` are states that no longer exist, from which day.  The records
    end on ``last``.  ``open_to`` are those to whom alone an open treaty is open, if it says so.

    In a world, ``favoured`` are the successors for whom that holds which the law leaves open (VCSS 31, 34),
    ``unproven`` those whose notice of succession makes them no party, and ``may_leave`` says that nature or
    intention let parties leave where the text is silent (VCLT 56).
    """

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
    barred: str | None = None
    conflict: tuple[date, date] | None = None
    weights: tuple[tuple[str, int], ...] = ()
    between: tuple[str, ...] = ()
    all_deposits: bool = False
    minimum: int | None = None
    organisations: str = "never"
    applied_since: str | date | None = None
    applied_notice: int = 0
    applied_until: date | None = None
    successors_count: bool = False
    immediate: bool = False
    adopted: date | None = None
    open_to: tuple[str, ...] = ()
    parent: tuple[Membership, ...] | None = None
    eligibility: str | None = None
    binds: str = "acceptors"
    later: bool | None = None
    successor: tuple[Membership, ...] | None = None
    vague: tuple[tuple[int, int, tuple[date, ...]], ...] = ()
    successions: tuple[Succession, ...] = ()
    gone: tuple[tuple[str, date], ...] = ()
    favoured: tuple[str, ...] = ()
    unproven: tuple[str, ...] = ()
    may_leave: bool = False
    last: date = LAST


def number_of_worlds(events: tuple[Event, ...]) -> int:
    """Count the worlds, consistent or not."""
    return prod(
        prod(map(len, (event.days, *event.deposits, event.further or (1,)))) * (1 + event.contested)
        for event in events
    )


def worlds(events: tuple[Event, ...], *, together: bool = False) -> Iterator[tuple[Event, ...]]:
    """Yield every consistent world: one day for each event, each contested event in or out.

    Of several deposits the first is the day, or the last where all are needed ``together``.
    """
    choices: list[list[Event | None]] = []
    for event in events:
        follows: list[tuple[date, ...]] = [(each,) for each in event.further] or [()]
        exact: list[Event | None] = [
            replace(
                event, days=(max(deposits),) if together else (min(deposits),), further=further, deposits=()
            )
            for deposits in product(event.days, *event.deposits)
            for further in follows
        ]
        choices.append([*exact, None] if event.contested else exact)
    for world in product(*choices):
        kept = tuple(event for event in world if event is not None)
        if consistent(kept):
            yield kept


def uncertain(rule: Rule, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The acts, and as disputed those to which the treaty is not open: who did them may be let in (15(c))."""
    return tuple(
        replace(event, contested=True)
        if rule.open_to
        and event.kind in {"sign", "consent"}
        and event.means != "succession"
        and event.by not in rule.open_to
        else event
        for event in events
    )


def readings(rule: Rule, events: tuple[Event, ...]) -> Iterator[Rule]:
    """Yield every way to take what the rule and the law leave open."""
    leaves_open = (
        rule.notice is None and rule.term is None and any(each.kind == "withdraw" for each in events)
    )
    after = tuple(dict.fromkeys(each.after for each in rule.successions))
    chosen = chain.from_iterable(combinations(after, number) for number in range(len(after) + 1))
    days = product(*(each.days for each in rule.successions))
    vague = product(*(possible for _, _, possible in rule.vague))
    for favoured, on, members, may_leave in product(chosen, days, vague, (False, True)[: 1 + leaves_open]):
        taken = (replace(each, days=(day,)) for each, day in zip(rule.successions, on, strict=True))
        yield replace(
            rule,
            parent=known(rule, members),
            vague=(),
            successions=tuple(taken),
            favoured=favoured,
            may_leave=may_leave,
        )


def known(rule: Rule, days: tuple[date, ...]) -> tuple[Membership, ...] | None:
    """The memberships of the parent where those days that are vague are known."""
    found = list(rule.parent or ())
    for (number, which, _), day in zip(rule.vague, days, strict=True):
        who, start, end = found[number]
        found[number] = (who, day, end) if which == 1 else (who, start, day)
    return None if rule.parent is None else tuple(found)


def consistent(world: tuple[Event, ...]) -> bool:
    """A state's consent lies before its own withdrawal, or on its day."""
    for event in world:
        if event.kind == "withdraw":
            own = [each.day for each in world if each.binds(event.by)]
            if own and min(own) > event.day:
                return False
    return True
