"""The meaning of every answer, by brute force: all worlds, every date one day, no dispute.

Nothing of the engine is used here but the records.  A world is plain data; what the law
makes of it is written out day by day, as simply as possible and without regard to speed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import product

from geobrief.truth import Truth

DAY = timedelta(1)
LAST = date(2010, 1, 1)
EXCHANGING = ("AUT", "BEL")
CLUB = ("AUT", "BEL", "DNK")


@dataclass(frozen=True)
class Event:
    """Something on one of several days; contested where its effect is disputed."""

    kind: str  # sign, consent, exchange, withdraw, terminate, extend
    by: str
    days: tuple[date, ...]
    means: str = "ratification"
    contested: bool = False

    def binds(self, who: str) -> bool:
        """Whether it is a state's consent to be bound."""
        if self.kind == "exchange":
            return who in EXCHANGING
        return self.by == who and (
            self.kind == "consent" or (self.kind == "sign" and self.means == "definitive")
        )

    @property
    def day(self) -> date:
        """The day, in a world."""
        assert len(self.days) == 1
        return self.days[0]


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
    notice: int | None = None
    weights: tuple[tuple[str, int], ...] = ()
    bilateral: tuple[str, str] | None = None
    minimum: int | None = None


def worlds(events: tuple[Event, ...]) -> Iterator[tuple[Event, ...]]:
    """Yield every consistent world: one day for each event, each contested event in or out."""
    choices: list[list[Event | None]] = []
    for event in events:
        exact: list[Event | None] = [replace(event, days=(day,)) for day in event.days]
        choices.append([*exact, None] if event.contested else exact)
    for world in product(*choices):
        kept = tuple(event for event in world if event is not None)
        if consistent(kept):
            yield kept


def consistent(world: tuple[Event, ...]) -> bool:
    """A state's consent lies before its own withdrawal."""
    for event in world:
        if event.kind == "withdraw":
            own = [each.day for each in world if each.binds(event.by)]
            if own and not min(own) < event.day:
                return False
    return True


def history(world: tuple[Event, ...], who: str) -> list[tuple[Event, Event | None]]:
    """Pair each consent with the withdrawal after it; on one day, endings come first."""
    own = [each for each in world if each.binds(who) or (each.kind == "withdraw" and each.by == who)]
    own.sort(key=lambda each: (each.day, each.kind != "withdraw"))
    spells: list[tuple[Event, Event | None]] = []
    for event in own:
        bound = bool(spells) and spells[-1][1] is None
        if event.kind != "withdraw" and not bound:
            spells.append((event, None))
        elif event.kind == "withdraw" and bound:
            spells[-1] = (spells[-1][0], event)
    return spells


def people(world: tuple[Event, ...]) -> list[str]:
    """Everybody who acts."""
    every = {event.by for event in world if event.by}
    if any(event.kind == "exchange" for event in world):
        every |= set(EXCHANGING)
    return sorted(every)


def consents(world: tuple[Event, ...], who: str, day: date) -> bool:
    """Whether a consent other than succession stands on a day, before the treaty is in force."""
    for first, withdrawal in history(world, who):
        if first.day <= day and (withdrawal is None or day < withdrawal.day):
            return any(
                event.binds(who) and event.means != "succession" and first.day <= event.day <= day
                for event in world
            )
    return False


def holds(condition: tuple[object, ...], rule: Rule, world: tuple[Event, ...], day: date) -> bool:
    """Whether a condition holds on a day."""
    kind, *arguments = condition
    if kind == "all_of":
        return all(holds(part, rule, world, day) for part in arguments)  # type: ignore[arg-type]
    if kind == "any_of":
        return any(holds(part, rule, world, day) for part in arguments)  # type: ignore[arg-type]
    if kind in {"date", "agreed", "treaty"}:
        return day >= arguments[0]  # type: ignore[operator]
    if kind == "exchange":
        return any(event.kind == "exchange" and event.day <= day for event in world)
    return of_consents(str(kind), arguments, rule, world, day)


def of_consents(kind: str, arguments: list[object], rule: Rule, world: tuple[Event, ...], day: date) -> bool:
    """Whether a condition on consents holds on a day."""
    consenting = {who for who in people(world) if consents(world, who, day)}
    signed = {event.by for event in world if event.kind == "sign" and event.day <= day}
    if kind == "consents":
        return len(consenting) >= arguments[0]  # type: ignore[operator]
    if kind == "consents_of_signatories":
        return len(consenting & signed) >= arguments[0]  # type: ignore[operator]
    if kind == "members":
        return len(consenting & set(CLUB)) >= arguments[0]  # type: ignore[operator]
    if kind in {"signature", "notifications"}:
        assert rule.bilateral
        return consenting >= set(rule.bilateral)
    if kind == "named":
        return consenting >= set(arguments)
    if kind == "fraction":
        share = Fraction(str(arguments[0]))
        return bool(signed) and len(consenting & signed) >= share * len(signed)
    if kind == "share":
        table = dict(rule.weights)
        carried = sum(table.get(who, 0) for who in consenting)
        return carried >= Fraction(str(arguments[0])) * sum(table.values())
    raise AssertionError(kind)


def rounded(day: date, month: str | None) -> date:
    """Move a day to the first of a month."""
    if month is None:
        return day
    first = day.replace(day=1)
    return first if month == "first_of_that_month" else (first + 32 * DAY).replace(day=1)


@dataclass(frozen=True)
class Fate:
    """What becomes of a treaty in one world."""

    trigger: date | None
    entry: date | None
    end: date | None
    parties: tuple[tuple[str, date, date | None], ...]

    def in_force(self, day: date) -> bool:
        """Whether the treaty is in force."""
        return self.entry is not None and self.entry <= day and (self.end is None or day < self.end)

    def is_party(self, who: str, day: date) -> bool:
        """Whether it is in force for a state."""
        return self.in_force(day) and any(
            start <= day and (end is None or day < end) for one, start, end in self.parties if one == who
        )


def fate(rule: Rule, world: tuple[Event, ...]) -> Fate:
    """Work out what becomes of the treaty."""
    trigger = find_trigger(rule, world)
    first = min(
        (event.day for event in world if any(event.binds(who) for who in people(world))), default=None
    )
    if trigger is None or first is None:
        return Fate(trigger, None, None, ())
    if rule.met_by is not None and trigger <= rule.met_by:
        entry = rule.met_by
    else:
        entry = max(trigger, rounded(months_after(trigger, rule.months) + rule.delay * DAY, rule.month))
    entry = max(entry, rule.not_before or entry, first)
    if rule.bilateral and only_days(rule.upon):
        both = [[each.day for each in world if each.binds(who)] for who in rule.bilateral]
        if not all(both):
            return Fate(trigger, None, None, ())
        entry = max(entry, *(min(days) for days in both))
    parties = tuple(party(rule, world, who, trigger, entry) for who in people(world))
    flat = tuple(one for each in parties for one in each)
    return Fate(trigger, entry, ending(rule, world, entry, flat), flat)


def only_days(condition: tuple[object, ...]) -> bool:
    """Whether a condition asks for nothing but days."""
    kind, *arguments = condition
    if kind in {"all_of", "any_of"}:
        return all(only_days(part) for part in arguments)  # type: ignore[arg-type]
    return kind in {"date", "agreed", "treaty"}


def find_trigger(rule: Rule, world: tuple[Event, ...]) -> date | None:
    """Search day by day for the first on which the condition holds."""
    first = min(event.day for event in world) - 20 * DAY if world else LAST
    last = max(event.day for event in world) + 20 * DAY if world else first
    day = first
    while day <= last:
        if holds(rule.upon, rule, world, day):
            return day
        day += DAY
    return None


def party(
    rule: Rule, world: tuple[Event, ...], who: str, trigger: date, entry: date
) -> list[tuple[str, date, date | None]]:
    """When a state is bound."""
    found = []
    for consent, withdrawal in history(world, who):
        mark = entry if rule.later_to == "deposited_after_entry" else trigger
        start = max(entry, consent.day)
        if consent.means == "succession":
            start = max(entry, consent.day)
        elif consent.day > mark:
            start = max(start, rounded(consent.day + (rule.later_delay or 0) * DAY, rule.later_month))
        end = None
        if withdrawal is not None:
            end = withdrawal.day if withdrawal.day < entry else effect(rule, withdrawal.day, entry)
        found.append((who, start, end))
    return found


def months_after(day: date, months: int) -> date:
    """Count months, clipped to the end of the month."""
    year, month = divmod(day.month - 1 + months, 12)
    for number in range(day.day, 27, -1):
        try:
            return date(day.year + year, month + 1, number)
        except ValueError:
            continue
    return date(day.year + year, month + 1, min(day.day, 28))


def years_after(day: date, years: int) -> date:
    """Count years; 29 February becomes the 28th."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def effect(rule: Rule, notice: date, entry: date) -> date | None:
    """The first day on which a notice takes its author out."""
    if rule.notice is not None:
        return notice + rule.notice * DAY
    if rule.renewal is None or rule.term is None:
        return None
    number = 0
    while True:
        end = years_after(entry, rule.term + number * rule.renewal)
        if notice + rule.renewal_notice * DAY <= end:
            return end
        number += 1
        if rule.times is not None and number > rule.times:
            return None


def ending(
    rule: Rule, world: tuple[Event, ...], entry: date, parties: tuple[tuple[str, date, date | None], ...]
) -> date | None:
    """The first day on which the treaty is out of force."""
    ends = [event.day for event in world if event.kind == "terminate"]
    if rule.term is not None and (rule.renewal is None or rule.times is not None):
        end = years_after(entry, rule.term + (rule.times or 0) * (rule.renewal or 0))
        for event in sorted((each for each in world if each.kind == "extend"), key=lambda each: each.day):
            if event.day <= end:
                end = years_after(end, 1)
        ends.append(end)
    if rule.bilateral:
        ends += [end for who, _, end in parties if end is not None and who in rule.bilateral]
    if rule.minimum is not None:
        leaving = sorted({end for _, _, end in parties if end is not None and end > entry})
        for day in leaving:
            left = [one for one, start, end in parties if start <= day and (end is None or day < end)]
            if len(left) < rule.minimum:
                ends.append(day)
                break
    return min(ends, default=None)


def truth(values: list[bool]) -> Truth:
    """What holds in all worlds."""
    return Truth.among(values)
