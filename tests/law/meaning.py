"""The meaning of the records in one world: what the law makes of it, by brute force.

Every rule is written out day by day, as simply as possible and without regard to speed, from
the law and not from the engine.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cached_property, partial
from itertools import pairwise
from typing import cast

from tests.law.worlds import DAY, EXCHANGING, Event, Membership, Rule, Succession

__all__ = ["CLUB", "NATO", "Fate", "fates"]

CLUB = ("AUT", "BEL", "LTU")
NATO = {
    who: date.fromisoformat(since)
    for since, members in {
        "1949-08-24": "BEL CAN DNK FRA GBR ISL ITA LUX NLD NOR PRT USA",
        "1952-02-18": "GRC TUR",
        "1955-05-06": "DEU",
        "1982-05-30": "ESP",
        "1999-03-12": "CZE HUN POL",
        "2004-03-29": "BGR EST LTU LVA ROU SVK SVN",
        "2009-04-01": "ALB HRV",
    }.items()
    for who in members.split()
}
TO_A_DAY = {"date", "agreed", "treaty"}
World = tuple[Event, ...]
Plain = tuple[object, ...]
Joined = tuple[str, date]


@dataclass(frozen=True)
class Binding:
    """One consent of one state: from when it binds, and the first day on which it does not."""

    who: str
    consent: Event
    begins: date
    start: date
    withdrawn: date | None
    expired: date | None = None
    gone: date | None = None

    @property
    def end(self) -> date | None:
        """The first day on which it does not bind."""
        ends = (self.withdrawn, self.expired, self.gone)
        return min((day for day in ends if day is not None), default=None)

    def on(self, rule: Rule, day: date) -> bool:
        """Whether it binds on a day."""
        return self.start <= day and before(day, self.end) and may_join(rule, self.who, day)

    @property
    def is_notice(self) -> bool:
        """Whether it is that of a state that succeeded another."""
        return self.consent.means == "succession"


@dataclass(frozen=True)
class Fate:
    """What becomes of a treaty in one world, with what the law leaves open taken one way.

    ``works_back`` says whether an extension that came too late fills the gap before it, ``binds_joiners``
    whether an end that all agreed on is one for who joined before it took effect.
    """

    rule: Rule
    world: World
    trigger: date | None
    entry: date | None
    end: date | None
    bindings: tuple[Binding, ...]
    works_back: bool = True
    binds_joiners: bool = True

    def in_force(self, day: date) -> bool:
        """Whether the treaty is in force."""
        return self.is_not_over(day) and not self.lapsed(self.gaps, day)

    def is_not_over(self, day: date) -> bool:
        """Whether it has entered into force and not ended for good."""
        return self.entry is not None and self.entry <= day and (self.end is None or day < self.end)

    def lapsed(self, gaps: list[tuple[date, date]], day: date) -> bool:
        """Whether a term had run out by a day, and was prolonged later without working back."""
        return not self.works_back and any(over <= day < again for over, again in gaps)

    @cached_property
    def gaps(self) -> list[tuple[date, date]]:
        """From when to when the term had run out, before it was prolonged."""
        return [] if self.entry is None else gaps(self.rule, self.world, self.entry)

    def own_gaps(self, who: str) -> list[tuple[date, date]]:
        """The same for one state, which may not have taken part in each extension."""
        mine = [(who, one.consent.day) for one in self.bindings if one.who == who]
        found = [] if mine and not binds_without_consent(self.rule) else list(self.gaps)
        for joined in mine if self.entry else ():
            found += gaps(self.rule, self.world, cast("date", self.entry), joined)
        return found

    def is_party(self, who: str, day: date) -> bool:
        """Whether it is in force for a state."""
        is_out = self.lapsed(self.own_gaps(who), day)
        return self.is_not_over(day) and bound(self, who, day) and not is_out

    def between(self, a: str, b: str, day: date) -> bool:
        """Whether it is in force between two states."""
        both = self.is_party(a, day) and self.is_party(b, day)
        if not both or (is_member(self.rule.successor, a, day) and is_member(self.rule.successor, b, day)):
            return False
        ended = any(
            event.kind == "terminate" and {a, b} <= set(event.towards) and event.effect <= day
            for event in self.world
        )
        return not ended and not bars(self, a, b, day) and not bars(self, b, a, day)

    def operative(self, a: str, b: str, day: date) -> bool:
        """Whether it is in force between two states and not suspended between them."""
        waits = any(awaits_notice(self.rule, one, day) for one in self.bindings if one.who in {a, b})
        return (
            self.between(a, b, day)
            and not waits
            and not any(
                event.kind == "suspend"
                and event.effect <= day
                and before(day, event.on("ended"))
                and any(
                    event.by == one and (not event.towards or other in event.towards)
                    for one, other in ((a, b), (b, a))
                )
                for event in self.world
            )
        )

    def signatory(self, who: str, day: date) -> bool:
        """Whether a signature stands."""
        return exists(self.rule, who, day) and any(
            event.kind == "sign"
            and event.by == who
            and event.day <= day
            and before(day, event.on("withdrawn"))
            for event in self.world
        )

    def owes_interim(self, who: str, day: date) -> bool:
        """Whether a state must not defeat the treaty: it signed, or its consent does not bind it yet."""
        if self.is_party(who, day) or not before(day, self.end) or not exists(self.rule, who, day):
            return False
        pending = (one for one in self.bindings if one.who == who and one.begins <= day < one.start)
        return any(before(day, one.end) for one in pending) or any(
            event.kind == "sign"
            and event.by == who
            and event.day <= day
            and before(day, event.on("withdrawn"))
            and not self.is_released(who, event.day, day)
            for event in self.world
        )

    def applies(self, who: str, day: date) -> bool:
        """Whether a state applies the treaty provisionally (VCLT 25)."""
        return any(
            begun <= day and before(day, end) and not self.is_over(who, done, begun, day)
            for begun, end, done in applications(self, who)
        )

    def is_over(self, who: str, done: date, begun: date, day: date) -> bool:
        """Whether provisional application is over: it bound, was renounced, or there is nothing to apply."""
        meanwhile = [begun, day, *(each for each in self.stretches.get(who, []) if begun <= each <= day)]
        notice = self.rule.applied_notice * DAY
        renounced = any(
            event.kind == "renounce" and event.by == who and done < event.day and event.day + notice <= day
            for event in self.world
        )
        was_party = any(self.is_party(who, each) for each in meanwhile)
        return was_party or renounced or not before(day, self.end) or not exists(self.rule, who, day)

    def is_released(self, who: str, signed: date, day: date) -> bool:
        """Whether a signatory renounced the treaty, or was a party to it, between signing and a day."""
        renounced = (event.day for event in self.world if event.kind == "renounce" and event.by == who)
        parts = self.stretches.get(who, [])
        return any(signed < each <= day for each in renounced) or any(signed <= each <= day for each in parts)

    @cached_property
    def stretches(self) -> dict[str, list[date]]:
        """Which of the days on which anything may change find each a party."""
        days = sorted({*turns(self), *(event.day for event in self.world)})
        return {who: [day for day in days if self.is_party(who, day)] for who in everybody(self)}

    def contracting(self, who: str, day: date) -> bool:
        """Whether consent stands, in force or not."""
        is_out = self.lapsed(self.own_gaps(who), day)
        return before(day, self.end) and who in consented(self, day) and not is_out

    def days(self) -> Iterable[date]:
        """The days on which something changes."""
        ends = [day for one in self.bindings for day in (one.start, one.end)]
        found = (self.trigger, self.entry, self.end, *ends, *(day for gap in self.gaps for day in gap))
        return [day for day in found if day is not None]


def consented(found: Fate, day: date) -> set[str]:
    """Whose consent stands on a day, as far as its own acts go, or those of whom it succeeded."""
    own = {one.who for one in found.bindings if one.begins <= day and before(day, one.end)}
    inherited = {each.after for each in found.rule.successions if inherits(found, each, day)}
    later = set() if binds_without_consent(found.rule) or not found.rule.later else later_parties(found, day)
    return own | inherited | later


def everybody(found: Fate) -> set[str]:
    """Everybody who acts, may be bound through a parent, or may have succeeded."""
    through = {one for one, _, _ in found.rule.parent or ()}
    return {*people(found.world), *through, *(each.after for each in found.rule.successions)}


def exists(rule: Rule, who: str, day: date) -> bool:
    """Whether a state has not ceased to exist by a day."""
    return before(day, dict(rule.gone).get(who))


def has_begun(rule: Rule, world: World, who: str, day: date) -> bool:
    """Whether a state exists already: since it succeeded another, or since its first own act."""
    succeeded = [each.day for each in predecessors(rule, who)]
    acted = [event.day for event in world if event.by == who or event.binds(who)]
    return not succeeded or min([*succeeded, *acted]) <= day


def predecessors(rule: Rule, who: str) -> list[Succession]:
    """From whom a state took over."""
    return [each for each in rule.successions if each.after == who]


def eve(rule: Rule, each: Succession) -> date:
    """The last day before a succession on which the predecessor existed."""
    gone = dict(rule.gone).get(each.before, each.day)
    return min(gone, each.day) - DAY


def is_proven(rule: Rule, bindings: tuple[Binding, ...], who: str) -> bool:
    """Whether one who notifies its succession took over from one that had consented; else that is open."""
    earlier = predecessors(rule, who)
    had = any(
        one.who == each.before and one.begins <= eve(rule, each) and before(eve(rule, each), one.end)
        for each in earlier
        for one in bindings
    )
    return not earlier or had or who in rule.favoured


def inherits(found: Fate, each: Succession, day: date) -> bool:
    """Whether a state that says nothing has what another was party to (31, 34); a new one never (16)."""
    rule, entry = found.rule, found.entry
    if each.kind == "newly_independent" or binds_without_consent(rule) or entry is None or day < each.day:
        return False
    if any(one.who == each.after and one.is_notice for one in found.bindings):
        return False
    speaks = any(
        (event.binds(each.after) or (event.kind == "renounce" and event.by == each.after))
        and each.day <= event.day <= day
        for event in found.world
    )
    is_open = not each.whole and each.after not in rule.favoured
    return not is_open and not speaks and exists(rule, each.after, day) and passes_on(found, each, day)


def passes_on(found: Fate, each: Succession, day: date) -> bool:
    """Whether a predecessor was party, and would be still on a day: nobody takes over more than it had."""
    rule, last = found.rule, eve(found.rule, each)
    own = [one for one in found.bindings if one.who == each.before and one.on(rule, last)]
    lasting = any(before(day, one.withdrawn) and before(day, one.expired) for one in own)
    further = any(inherits(found, one, last) for one in predecessors(rule, each.before))
    return found.entry is not None and found.entry <= last and (lasting or further)


def awaits_notice(rule: Rule, one: Binding, day: date) -> bool:
    """Whether operation waits until a newly independent state has notified its succession (VCSS 23(2))."""
    is_new = any(each.kind == "newly_independent" for each in predecessors(rule, one.who))
    return one.is_notice and is_new and one.start <= day < one.consent.day


def before(day: date, end: date | None) -> bool:
    """Whether a day lies before an end, if there is one."""
    return end is None or day < end


def is_member(of: tuple[Membership, ...] | None, who: str, day: date) -> bool:
    """Whether a state is a party to another treaty on a day."""
    return any(one == who and start <= day and before(day, end) for one, start, end in of or ())


def people(world: World) -> list[str]:
    """Everybody who acts."""
    every = {event.by for event in world if event.by}
    return sorted(every | (set(EXCHANGING) if any(event.kind == "exchange" for event in world) else set()))


def notices(world: World, who: str, consent: Event) -> list[Event]:
    """A state's withdrawals after a consent; one of its own day where it had not consented before."""
    first = min(event.day for event in world if event.binds(who))
    own = [event for event in world if event.kind == "withdraw" and event.by == who]
    after = (event for event in own if event.day > consent.day or event.day == consent.day == first)
    return sorted(after, key=lambda event: event.day)


def withdrawals(rule: Rule, world: World, who: str, consent: Event) -> list[Event]:
    """A state's notices that can take back a consent: one against the next term only does not."""
    return [] if rule.against == "renewal" else notices(world, who, consent)


def stands(rule: Rule, world: World, who: str, consent: Event, day: date) -> bool:
    """Whether a consent counts on a day: one taken back that day only if the treaty enters on it."""
    meets = clause_day(rule, day) == day
    leaving = [one for one in withdrawals(rule, world, who, consent) if takes_back(one) == day]
    left = unsigned(consent) == day or bool(leaving)
    if consent.day > day or is_taken_back(rule, world, who, consent, day):
        return False
    return not left or (meets and not any(at_once(rule, one) for one in leaving))


def is_taken_back(rule: Rule, world: World, who: str, consent: Event, day: date) -> bool:
    """Whether a consent was taken back before a day."""
    unsigned_on = unsigned(consent) or day
    return unsigned_on < day or any(takes_back(each) < day for each in withdrawals(rule, world, who, consent))


def takes_back(notice: Event) -> date:
    """The day on which a notice takes back a consent that does not bind yet: a later one where it says so."""
    return max(notice.day, notice.effect)


def unsigned(consent: Event) -> date | None:
    """The day on which a signature that is consent is taken back."""
    return consent.on("withdrawn") if consent.kind == "sign" else None


def consenting(rule: Rule, world: World, day: date, means: tuple[object, ...] = ()) -> set[str]:
    """Whose own consents count on a day."""
    return {
        who
        for who in people(world)
        for each in world
        if each.binds(who)
        and (each.means in means if means else counts_by_itself(rule, each))
        and may_join(rule, who, day)
        and stands(rule, world, who, each, day)
    }


def counts_by_itself(rule: Rule, consent: Event) -> bool:
    """Whether a consent counts where no means are named: a succession, where the clause says so."""
    return consent.means != "succession" or rule.successors_count


def counting(rule: Rule, world: World, day: date, means: tuple[object, ...] = ()) -> set[str]:
    """Whose consents count on a day, organisations by the clause's rule."""
    found = consenting(rule, world, day, means)
    states = found - {"nato"}
    members = {who for who, since in NATO.items() if since <= day}
    if rule.organisations == "never":
        return {who for who in found if who != "nato" or who in named(rule)}
    if "nato" not in found:
        return states
    if rule.organisations == "as_state":
        return found
    if rule.organisations == "as_its_members":
        return states | members
    return states if members & states else found


def named(rule: Rule) -> set[str]:
    """Whom the clause names: an organisation among them counts like a state."""
    return {str(who) for part in parts(rule.upon) if part[0] == "named" for who in part[1:]}


def may_join(rule: Rule, who: str, day: date) -> bool:
    """Whether a state may be bound on a day: where only parties to the parent may, it must be one."""
    return rule.eligibility != "parties_to_parent" or is_member(rule.parent, who, day)


def group(rule: Rule, world: World, name: str, day: date) -> set[str]:
    """The members of a set of states on a day."""
    if name in {"signatories", "others"}:
        signed = {
            event.by
            for event in world
            if event.kind == "sign" and event.day <= day and before(day, event.on("withdrawn"))
        }
        return signed - named(rule) if name == "others" else signed
    if name == "parties":
        return {one for one, _, _ in rule.parent or () if is_member(rule.parent, one, day)}
    if name == "nato":
        return {who for who, since in NATO.items() if since <= day}
    return set(CLUB)


def holds(condition: Plain, rule: Rule, world: World, day: date) -> bool:
    """Whether a condition holds on a day."""
    kind, *arguments = condition
    if kind == "all_of":
        return all(holds(cast("Plain", part), rule, world, day) for part in arguments)
    if kind == "any_of":
        return any(holds(cast("Plain", part), rule, world, day) for part in arguments)
    if kind in TO_A_DAY:
        return day >= cast("date", arguments[0])
    if kind == "exchange":
        concerns_all = set(EXCHANGING) >= set(rule.between)
        return concerns_all and any(event.kind == "exchange" and event.day <= day for event in world)
    if kind == "no_objections":
        return accepted(rule, world, *cast("tuple[int, str | None]", tuple(arguments)), day)
    return of_consents(str(kind), arguments, rule, world, day)


def deadline(rule: Rule) -> date:
    """The last day on which an amendment can be opposed."""
    [within] = [cast("int", part[1]) for part in parts(rule.upon) if part[0] == "no_objections"]
    assert rule.adopted is not None
    return rule.adopted + within * DAY


def opposed(rule: Rule, world: World, who: str) -> bool:
    """Whether a state opposes an amendment in time."""
    last = deadline(rule)
    return any(
        event.kind in {"oppose", "object"}
        and event.by == who
        and event.day <= last
        and before(last, event.on("withdrawn"))
        for event in world
    )


def accepted(rule: Rule, world: World, _within: int, fraction: str | None, day: date) -> bool:
    """Whether an amendment is accepted tacitly by a day."""
    assert rule.adopted is not None
    concerned = group(rule, world, "parties", rule.adopted)
    against = [who for who in concerned if opposed(rule, world, who)]
    stops = len(against) >= (Fraction(fraction) * len(concerned) if fraction else 1)
    return day >= deadline(rule) and not stops


def parts(condition: Plain) -> list[Plain]:
    """A condition and all that it combines."""
    kind, *arguments = condition
    below = arguments if kind in {"all_of", "any_of"} else []
    return [condition, *(each for part in below for each in parts(cast("Plain", part)))]


def of_consents(kind: str, arguments: list[object], rule: Rule, world: World, day: date) -> bool:
    """Whether a condition on consents holds on a day."""
    counted = counting(rule, world, day)
    if kind == "consents":
        return len(counted) >= cast("int", arguments[0])
    if kind == "consents_of":
        count, of = cast("tuple[int, str]", tuple(arguments))
        return len(counted & group(rule, world, of, day)) >= count
    if kind == "consents_by":
        return len(counting(rule, world, day, tuple(arguments[1:]))) >= cast("int", arguments[0])
    if kind in {"signature", "notifications", "named"}:
        wanted = set(rule.between) if kind != "named" else set(cast("list[str]", arguments))
        return consenting(rule, world, day) >= wanted
    if kind == "fraction":
        return enough_of_a_set(rule, world, day, *cast("tuple[str, str, str, str]", tuple(arguments)))
    assert kind == "share"
    table = dict(rule.weights)
    carried, total = sum(table.get(who, 0) for who in counted), sum(table.values())
    return carried >= Fraction(str(arguments[0])) * total


def enough_of_a_set(rule: Rule, world: World, day: date, of: str, how: str, share: str, as_at: str) -> bool:
    """Whether a fraction of a set has consented."""
    at = rule.adopted if as_at == "adoption" else day
    assert at is not None
    whole = group(rule, world, of, at)
    number, needed = len(counting(rule, world, day) & whole), Fraction(share) * len(whole)
    return number > needed if how == "more_than" else bool(whole) and number >= needed


def rounded(day: date, month: str | None) -> date:
    """Move a day to the first of a month."""
    if month is None:
        return day
    first = day.replace(day=1)
    return first if month == "first_of_that_month" else (first + 32 * DAY).replace(day=1)


def fates(rule: Rule, world: World) -> Iterator[Fate]:
    """Work out what becomes of the treaty, by every way to take what the law leaves open."""
    is_longer = any(event.kind == "extend" for event in world)
    is_put_off = any(event.kind == "terminate" and event.day < event.effect for event in world)
    for works_back in (True, False)[: 1 + is_longer]:
        for binds_joiners in (True, False)[: 1 + is_put_off]:
            yield fate(rule, world, works_back=works_back, binds_joiners=binds_joiners)


def fate(rule: Rule, world: World, **taken: bool) -> Fate:
    """Work out what becomes of the treaty, by one way to take what the law leaves open."""
    world = tuple(event for each in world for event in admitted(rule, each))
    trigger = find(lambda day: holds(rule.upon, rule, world, day), changes(rule, world))
    _, consents = beginning(rule, tuple(each for each in world if each.means != "succession"), trigger)
    unproven = tuple(who for who in people(world) if not is_proven(rule, consents, who))
    entry, bindings = beginning(replace(rule, unproven=unproven), world, trigger)
    found = Fate(rule, world, trigger, entry, None, bindings, **taken)
    return replace(found, end=ending(found))


def beginning(rule: Rule, world: World, trigger: date | None) -> tuple[date | None, tuple[Binding, ...]]:
    """The day of entry, and what every consent binds to."""
    entry = None if trigger is None else first_of_entry(rule, world, trigger)
    return entry, tuple(
        binding(rule, world, who, each, trigger, entry)
        for who in people(world)
        for each in world
        if each.binds(who)
    )


def applications(found: Fate, who: str) -> list[tuple[date, date | None, date]]:
    """By what a state applies a treaty provisionally: since when, until when, and when it did that.

    It does by its own notice, or as the text says: with its signature, its consent, or the adoption.
    """
    rule, until = found.rule, found.rule.applied_until
    own = [event for event in found.world if event.by == who or event.binds(who)]
    notices = [event for event in own if event.kind == "apply"]
    notified = [
        (each.day, earliest(each.on("ended"), until if until and each.day < until else None), each.day)
        for each in notices
    ]
    if rule.applied_since in {None, "notification"}:
        return notified
    first = rule.applied_since if isinstance(rule.applied_since, date) else date.min
    if rule.applied_since == "adoption":
        first = rule.adopted or first
    done: list[tuple[date, date | None]] = []
    for event in own:
        if event.kind == "sign":
            unsigned = event.on("withdrawn")
            done.append((event.day, None if unsigned is None else unsigned + rule.applied_notice * DAY))
    if rule.applied_since != "signature":
        done += [(one.begins, one.end) for one in found.bindings if one.who == who]
    if rule.applied_since == "adoption" and who in rule.between:
        done.append((first, None))
    stops = [each.on("ended") for each in notices]
    return notified + [
        (
            max(first, day),
            earliest(end, until, *(stop for stop in stops if stop is not None and max(first, day) <= stop)),
            day,
        )
        for day, end in done
    ]


def earliest(*days: date | None) -> date | None:
    """The first of some days, of which some may never come."""
    return min((day for day in days if day is not None), default=None)


def admitted(rule: Rule, event: Event) -> list[Event]:
    """An act as it counts: of those to whom a closed treaty is not open, only a succession is consent."""
    if not rule.between or event.by in rule.between or event.means == "succession":
        return [event]
    if event.kind == "sign":
        return [replace(event, means="simple")]
    return [] if event.kind == "consent" else [event]


def changes(rule: Rule, world: World) -> list[date]:
    """The days on which anything that a condition or an entry asks for may begin or end."""
    found = {day for event in world for day in (*event.days, *event.further)}
    found |= {cast("date", part[1]) for part in parts(rule.upon) if part[0] in TO_A_DAY}
    found |= {start for _, start, _ in (*(rule.parent or ()), *(rule.successor or ()))}
    found |= {end for _, _, end in (*(rule.parent or ()), *(rule.successor or ())) if end}
    found |= {deadline(rule)} if any(part[0] == "no_objections" for part in parts(rule.upon)) else set()
    found |= set(NATO.values())
    found |= {day + DAY for event in world if event.kind in {"withdraw", "sign"} for day in event.days}
    found |= {day + DAY for event in world for day in event.further}
    found |= {each for each in (rule.applied_since, rule.applied_until) if isinstance(each, date)}
    found |= {day + rule.applied_notice * DAY for event in world for day in (*event.days, *event.further)}
    found |= {day for each in rule.successions for day in each.days} | {day for _, day in rule.gone}
    return sorted(found | ({rule.adopted} if rule.adopted else set()))


def find(asked: Callable[[date], bool], days: Iterable[date]) -> date | None:
    """Find the first of some days on which something holds."""
    return next((day for day in days if asked(day)), None)


def clause_day(rule: Rule, trigger: date) -> date:
    """The day that the clause counts from a trigger."""
    if rule.met_by is not None and trigger <= rule.met_by:
        entry = rule.met_by
    else:
        entry = max(trigger, rounded(months_after(trigger, rule.months) + rule.delay * DAY, rule.month))
    return max(entry, rule.not_before or entry)


def first_of_entry(rule: Rule, world: World, trigger: date) -> date | None:
    """The day of entry: the first from the clause's on that binds somebody, or at once binds one."""
    entry = clause_day(rule, trigger)
    later = [entry, *(day for day in changes(rule, world) if day > entry)]
    if binds_without_consent(rule):
        return find(lambda day: bool(bound_through_parent(rule, world, day)), later)
    pending = replace(rule, later_to="") if rule.later_to == "deposited_after_entry" else rule
    day_of = partial(first_day, pending, trigger=trigger, entry=trigger)
    later = bindings_begin(world, later, day_of)
    asks_only_for_a_day = all(part[0] in TO_A_DAY for part in simple_parts(rule))
    if not rule.between or (len(rule.between) > 2 and not asks_only_for_a_day):
        early = bindings_begin(world, [trigger, *(day for day in later if day > trigger)], day_of)
        return find(lambda day: bool(standing(rule, world, day, day_of)), early)
    both = set(rule.between)
    if is_retroactive(rule, trigger):
        days = sorted({entry, *(day for day in changes(rule, world) if day >= entry)})
        able = find(lambda day: all(can_be_bound(rule, world, who, day) for who in both), days)
        return able if any(both <= standing(rule, world, day, consent_day) for day in days) else None
    return find(lambda day: both <= standing(rule, world, day, day_of), later)


def can_be_bound(rule: Rule, world: World, who: str, day: date) -> bool:
    """Whether a state exists and may join on a day (VCLT 6, 15)."""
    return exists(rule, who, day) and has_begun(rule, world, who, day) and may_join(rule, who, day)


def bindings_begin(world: World, days: list[date], day_of: Callable[[str, Event], date]) -> list[date]:
    """Some days, and those after the first of them on which a consent could begin to bind."""
    begin = {day_of(event.by or who, event) for event in world for who in EXCHANGING if binding_act(event)}
    return sorted({*days, *(day for day in begin if days[0] < day < date.max)})


def binding_act(event: Event) -> bool:
    """Whether an act is somebody's consent."""
    return any(event.binds(who) for who in (event.by, *EXCHANGING))


def consent_day(_who: str, event: Event) -> date:
    """The day of a consent."""
    return event.day


def is_retroactive(rule: Rule, trigger: date | None) -> bool:
    """Whether a closed text names a day before its own adoption."""
    only_days = all(part[0] in {"date", "agreed"} for part in simple_parts(rule))
    return bool(rule.between and only_days and trigger and rule.adopted and trigger < rule.adopted)


def simple_parts(rule: Rule) -> list[Plain]:
    """The conditions that a clause combines."""
    return [part for part in parts(rule.upon) if part[0] not in {"all_of", "any_of"}]


def standing(rule: Rule, world: World, day: date, day_of: Callable[[str, Event], date]) -> set[str]:
    """Whose consent could bind on a day on which the treaty is not in force."""
    return {
        who
        for who in people(world)
        for each in world
        if each.binds(who)
        and day_of(who, each) <= day
        and exists(rule, who, day)
        and not is_taken_back(rule, world, who, each, day)
        and not any(
            takes_back(one) == day and at_once(rule, one) for one in withdrawals(rule, world, who, each)
        )
        and may_join(rule, who, day)
    }


def has_effect(rule: Rule, who: str, consent: Event) -> date:
    """The day from which a consent has effect for its author; a succession works back to its day."""
    declared = consent.on("effective")
    if consent.means == "succession":
        days = [each.day for each in predecessors(rule, who)]
        return declared or min([consent.day, *days])
    return max(consent.day, declared or consent.day)


def bound_through_parent(rule: Rule, world: World, day: date) -> set[str]:
    """Whom an amendment binds on a day though they have not consented."""
    tacit = any(part[0] == "no_objections" for part in parts(rule.upon))
    members = group(rule, world, "parties", day)
    may_refuse = tacit and rule.binds == "acceptors"
    return {who for who in members if not may_refuse or accepts(rule, world, who, day)}


def accepts(rule: Rule, world: World, who: str, day: date) -> bool:
    """Whether a party to the parent did not oppose an amendment, or has dropped its opposition."""
    own = [event for event in world if event.kind in {"oppose", "object"} and event.by == who]
    return not opposed(rule, world, who) or all(not before(day, event.on("withdrawn")) for event in own)


def binds_without_consent(rule: Rule) -> bool:
    """Whether an amendment binds the parties to its parent that have not consented."""
    tacit = any(part[0] == "no_objections" for part in parts(rule.upon))
    return tacit or (rule.parent is not None and rule.binds == "all_parties")


def bound(found: Fate, who: str, day: date) -> bool:
    """Whether a state is bound on a day, as far as its own acts go."""
    rule = found.rule
    if not binds_without_consent(rule):
        inherited = any(inherits(found, each, day) for each in predecessors(rule, who))
        later = bool(rule.later) and who in later_parties(found, day)
        return inherited or later or by_own_consent(found, who, day)
    may_refuse = rule.binds == "acceptors"
    accepted = may_refuse and opposed(rule, found.world, who) and by_own_consent(found, who, day)
    if may_refuse and rule.later is False and who in later_parties(found, day):
        return accepted
    return accepted or who in bound_through_parent(rule, found.world, day)


def by_own_consent(found: Fate, who: str, day: date) -> bool:
    """Whether a consent of its own binds a state on a day."""
    return any(one.who == who and one.on(found.rule, day) for one in found.bindings)


def later_parties(found: Fate, day: date) -> set[str]:
    """Who became a party to the parent after the amendment entered: its text binds them or not."""
    entry, rule = found.entry, found.rule

    def stays(entry: date, who: str, since: date, end: date | None) -> bool:
        over = expiry(rule, found.world, entry, (who, since))
        return entry < since <= day and before(day, end) and before(day, over)

    return set() if entry is None else {each[0] for each in rule.parent or () if stays(entry, *each)}


def binding(
    rule: Rule, world: World, who: str, consent: Event, trigger: date | None, entry: date | None
) -> Binding:
    """From when to when one consent binds."""
    begins = given(rule, consent)
    start = date.max
    if trigger is not None and entry is not None:
        start = first_day(rule, who, consent, trigger, entry)
    ends = [effect(rule, world, each, entry, start) for each in notices(world, who, consent)]
    taken_back = unsigned(consent)
    if taken_back is not None and taken_back < start:
        ends.append(taken_back)
    if consent.means == "succession" and who not in rule.favoured and entry is not None:
        ends += (each.withdrawn for each in taken_over_under_notice(rule, world, who, trigger, entry))
    withdrawn = min((end for end in ends if end is not None), default=None)
    expired = None if entry is None else expiry(rule, world, entry, (who, consent.day))
    return Binding(who, consent, min(begins, start), start, withdrawn, expired, dict(rule.gone).get(who))


def taken_over_under_notice(
    rule: Rule, world: World, who: str, trigger: date | None, entry: date
) -> Iterator[Binding]:
    """What predecessors had, under a notice given before another took over: whether that runs on is open."""
    for each in predecessors(rule, who):
        for consent in (event for event in world if event.binds(each.before)):
            given = tuple(event for event in world if event.kind != "withdraw" or event.day <= each.day)
            had = binding(rule, given, each.before, consent, trigger, entry)
            if had.withdrawn is not None and had.withdrawn >= each.day:
                yield had


def first_day(rule: Rule, who: str, consent: Event, trigger: date, entry: date) -> date:
    """The first day on which a consent binds; the last of all where it never does."""
    if consent.means == "succession" and who in rule.unproven:
        return date.max
    if is_immediate(rule, consent):
        start = max(entry, has_effect(rule, who, consent))
        return first_eligible(rule, who, start)
    entry = max(entry, clause_day(rule, trigger))
    mark = {"deposited_after_entry": entry, "deposited_after_trigger": trigger}.get(rule.later_to, date.max)
    start = max(entry, has_effect(rule, who, consent))
    if is_retroactive(rule, trigger) and who in rule.between:
        start = entry
    elif consent.means != "succession" and consent.day > mark:
        start = max(start, rounded(consent.day + (rule.later_delay or 0) * DAY, rule.later_month))
    return first_eligible(rule, who, start)


def is_immediate(rule: Rule, consent: Event) -> bool:
    """Whether a consent has effect on the day that it states, because the text says so."""
    return rule.immediate and consent.on("effective") is not None and consent.means != "succession"


def first_eligible(rule: Rule, who: str, start: date) -> date:
    """The first day from one on on which a state may be bound; the last of all where there is none."""
    days = [start, *(since for one, since, _ in rule.parent or () if one == who and since > start)]
    return find(lambda day: may_join(rule, who, day), days) or date.max


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


def effect(rule: Rule, world: World, notice: Event, entry: date | None, own: date) -> date | None:
    """The first day on which a notice takes its author out; before entry for the author, when it says.

    One against the next term waits for the end of the one before it.
    """
    waits = rule.against == "renewal"
    if entry is None or (takes_back(notice) < own and not waits):
        return None if waits else takes_back(notice)
    out = intended(rule, world, notice, entry, own)
    if waits and out is not None:
        out = max(out, own)
    revoked = notice.on("revoked")
    return None if out is None or (revoked is not None and revoked < out) else out


def at_once(rule: Rule, notice: Event) -> bool:
    """Whether a notice takes its author out though the treaty enters on the day on which it works."""
    stated = notice.on("effective")
    if rule.notice is None or not rule.allowed or stated is not None:
        return stated is not None and (rule.notice is None or rule.allowed)
    rounds = rule.leave_on is not None and (rule.leave_on != "end_of_term" or rule.term is not None)
    return not rule.notice and not rule.premature and not rounds


def intended(rule: Rule, world: World, notice: Event, entry: date, own: date) -> date | None:
    """The day on which a notice is to take effect, if nobody revokes it."""
    has_clause = rule.notice is not None
    if has_clause and not rule.allowed:
        return None
    stated = notice.on("effective")
    if stated is not None:
        return stated
    if not has_clause or rule.against == "renewal":
        if rule.term is None:
            return months_after(notice.day, 12) if rule.may_leave else None
        if rule.renewal is None:
            return None
        return end_of_term(rule, world, notice.day + rule.renewal_notice * DAY, entry)
    since = own if rule.premature_from == "party" else entry
    if rule.premature is not None and notice.day < since + rule.premature * DAY:
        return None
    return after_conflict(rule, notice, by_clause(rule, world, notice, entry))


def after_conflict(rule: Rule, notice: Event, out: date | None) -> date | None:
    """The day of effect, put off to the end of an armed conflict where the text says so."""
    if out is None or rule.barred is None or rule.conflict is None:
        return out
    first, last = rule.conflict
    is_engaged = first <= (out if rule.barred == "at_effect" else notice.day) <= last
    return max(out, last + DAY) if is_engaged else out


def by_clause(rule: Rule, world: World, notice: Event, entry: date) -> date | None:
    """The day of effect that the clause on withdrawal counts from a notice."""
    out = notice.day + (rule.notice or 0) * DAY
    if rule.leave_on == "first_of_following_month":
        return rounded(out, rule.leave_on)
    if rule.leave_on == "end_of_year":
        return date(out.year + 1, 1, 1)
    if rule.leave_on == "end_of_term" and rule.term is not None:
        return end_of_term(rule, world, out, entry)
    return out


def end_of_term(rule: Rule, world: World, ready: date, entry: date) -> date | None:
    """The first end of a term by which a notice has run."""
    return next((end for _, end in terms(rule, world, entry) if ready <= end), None)


def gaps(rule: Rule, world: World, entry: date, joined: Joined | None = None) -> list[tuple[date, date]]:
    """From when to when a term had run out, before it was prolonged."""
    if expiry(rule, world, entry, joined) is None:
        return []
    both = pairwise(terms(rule, world, entry, joined))
    return [(end, start) for (_, end), (start, _) in both if end < start]


def terms(rule: Rule, world: World, entry: date, joined: Joined | None = None) -> Iterator[tuple[date, date]]:
    """The terms in order, from when to when: each as extended by what worked by then, for all or for one.

    What works only after the last has run out prolongs that from then on.
    """
    assert rule.term is not None
    agreed = sorted((each for each in world if each.kind == "extend"), key=lambda each: each.day)
    waiting = [each for each in agreed if joined is None or extends_for(each, *joined)]
    base, years, number, longest, start = entry, rule.term, 0, None, entry
    while True:
        end = years_after(base, years)
        if rule.extendable_by is not None and longest is None:
            longest = years_after(end, rule.extendable_by)
        for event in list(waiting):
            if event.effect <= end:
                waiting.remove(event)
                longer = prolonged(event, end)
                end = max(end, min(longer, longest or longer))
        if end != years_after(base, years):
            base, years = end, 0
        yield start, end
        start, number = end, number + 1
        if rule.renewal is not None and (rule.times is None or number <= rule.times):
            years += rule.renewal
            continue
        if not waiting:
            return
        late = min(waiting, key=lambda each: each.effect)
        waiting.remove(late)
        start, base, years, longest = late.effect, prolonged(late, end), 0, None
        if base <= start:  # it would be over before it begins
            start = base = prolonged(late, start)


def prolonged(event: Event, end: date) -> date:
    """The end that an extension gives a term."""
    until = event.on("until")
    return years_after(end, 1) if until is None else max(end, until)


def ending(found: Fate) -> date | None:
    """The first day on which the treaty is out of force."""
    rule, entry = found.rule, found.entry
    ends: list[date | None] = [
        event.effect for event in found.world if event.kind == "terminate" and all_agree(found, event)
    ]
    if entry is None:
        return min((end for end in ends if end is not None), default=None)
    ends.append(expiry(rule, found.world, entry))
    ends.append(find(lambda day: not parties(found, day), [day for day in turns(found) if day >= entry]))
    if len(rule.between) == 2:
        ends += [orphaned(found, who) for who in rule.between]
        ends += [
            effect(rule, found.world, each, entry, entry)
            for who in rule.between
            for each in found.world
            if each.kind == "withdraw"
            and each.by == who
            and (takes_back(each) >= entry or rule.against == "renewal")
            and any(one.binds(who) and one.day <= each.day for one in found.world)
        ]
    falls = [day for day in turns(found) if day > entry and parties(found, day - DAY) - parties(found, day)]
    if rule.minimum is not None:
        least = rule.minimum
        ends.append(find(lambda day: len(parties(found, day)) < least, falls))
    if rule.successor is not None:
        ends.append(find(lambda day: superseded(found, day), [day for day in turns(found) if day >= entry]))
    return min((end for end in ends if end is not None), default=None)


def orphaned(found: Fate, who: str) -> date | None:
    """The first day on which one of two no longer exists, and nobody who succeeded it is bound."""
    after = [each.after for each in found.rule.successions if each.before == who]
    days = [day for day in turns(found) if not exists(found.rule, who, day)]
    return find(lambda day: not any(bound(found, each, day) for each in after), days)


def turns(found: Fate) -> list[date]:
    """The days on which somebody may begin or cease to be bound."""
    days = {day for one in found.bindings for day in (one.start, one.end) if day is not None}
    return sorted({*days, *changes(found.rule, found.world), *([found.entry] if found.entry else [])})


def parties(found: Fate, day: date) -> set[str]:
    """Who is bound on a day, as far as its own acts go."""
    return {who for who in everybody(found) if bound(found, who, day)}


def all_agree(found: Fate, event: Event) -> bool:
    """Whether all terminate the treaty whose consent stands when it is agreed and works, or only some."""
    left = concerned(found, max(event.day, event.effect)) <= set(event.towards)
    agreed = concerned(found, event.day) <= set(event.towards)
    return not event.towards or left or (agreed and found.binds_joiners)


def concerned(found: Fate, day: date) -> set[str]:
    """Who has a say in ending it: it is bound, its consent stands, or a parent binds it."""
    through = binds_without_consent(found.rule) and group(found.rule, found.world, "parties", day)
    return consented(found, day) | (through or set()) | (parties(found, day) if found.entry else set())


def superseded(found: Fate, day: date) -> bool:
    """Whether all parties are parties to a later treaty that takes its place."""
    new = found.rule.successor
    own = parties(found, day)
    return bool(own) and all(is_member(new, who, day) for who in own)


def extends_for(event: Event, who: str, joined: date) -> bool:
    """Whether an extension is for a state: it agreed, or joined the treaty as it had been extended."""
    return not event.towards or who in event.towards or event.day < joined


def expiry(rule: Rule, world: World, entry: date, joined: Joined | None = None) -> date | None:
    """The first day out by lapse of time, for all or for one; some may extend it among themselves."""
    if rule.term is None or (rule.renewal is not None and rule.times is None):
        return None
    *_, (_, last) = terms(rule, world, entry, joined)
    return last


def given(rule: Rule, consent: Event) -> date:
    """The day of a consent; a notice of succession works back."""
    return has_effect(rule, consent.by, consent) if consent.means == "succession" else consent.day


def bars(found: Fate, objector: str, reserving: str, day: date) -> bool:
    """Whether an objection to a reservation keeps a treaty out of force between two states."""
    own = [given(found.rule, event) for event in found.world if event.binds(objector)]
    theirs = [given(found.rule, event) for event in found.world if event.binds(reserving)]
    reserved = [one for one in found.bindings if one.who == reserving and one.consent.reserved]
    if not own or not theirs:
        return False
    for event in found.world:
        if event.kind != "object" or event.by != objector or reserving not in event.towards:
            continue
        made = reserved[0].consent.day if reserved else date.min
        in_time = not reserved or event.day <= max(years_after(made, 1), min(own))
        stands = before(day, event.on("withdrawn")) and (not reserved or before(day, reserved[0].withdrawn))
        if in_time and stands and max(min(own), min(theirs), made) <= day:
            return True
    return False
