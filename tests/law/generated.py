"""Small treaties for the laws: drawn at random, as plain data and as records."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from geobrief import actors
from geobrief.law import TreatyStatus, status
from geobrief.model.act import Act, Contest
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
from geobrief.model.coverage import Coverage
from geobrief.model.entry_into_force import EntryIntoForce, LaterParties
from geobrief.model.exchange import InstrumentExchange
from geobrief.model.extension import Extension
from geobrief.model.objection import Objection
from geobrief.model.provisional_application import ProvisionalApplication
from geobrief.model.ratification import Deposit, Instrument, Ratification, Reservation
from geobrief.model.renunciation import Renunciation
from geobrief.model.signature import Signature
from geobrief.model.suspension import Suspension
from geobrief.model.termination import Termination
from geobrief.model.treaty import Duration, ProvisionalClause, Renewal, Treaty, WeightTable, WithdrawalClause
from geobrief.model.withdrawal import Withdrawal
from geobrief.values.delay import Days, Months, Years
from geobrief.values.when import When
from tests.law.meaning import CLUB
from tests.law.worlds import EXCHANGING, LAST, Event, Membership, Rule, Succession

STATES = ("AUT", "BEL", "LTU", "FIN")
START = date(2004, 3, 24)
"""Five days before Lithuania joined NATO, and close to the end of a month that is longer than the next."""
DISPUTER = "ZAF"
DEPOSITARIES = ("CHE", "NOR")

Dates = st.SearchStrategy[date]
days: Dates = st.integers(0, 12).map(lambda number: START + timedelta(number))
late_days: Dates = st.integers(200, 1500).map(lambda number: START + timedelta(number))


def rarely(draw: st.DrawFn, times: int) -> bool:
    """Draw true once in so many times."""
    return draw(st.integers(1, times)) == times


def offset(day: date, first: int, last: int) -> Dates:
    """Draw a day at a distance from another."""
    return st.integers(first, last).map(lambda number: day + timedelta(number))


@st.composite
def possible_days(draw: st.DrawFn, first: Dates = days, widest: int = 3) -> tuple[date, ...]:
    """Draw a few neighbouring days."""
    start = draw(first)
    return tuple(start + timedelta(number) for number in range(draw(st.integers(1, widest))))


some_states = st.lists(st.sampled_from(STATES), min_size=1, max_size=3, unique=True).map(tuple)
SHARES = st.sampled_from(["0.3", "1/2", "2/3", "1"])
SIMPLE = (
    "consents",
    "consents",
    "consents_of",
    "consents_by",
    "named",
    "share",
    "fraction",
    "date",
    "agreed",
    "treaty",
    "exchange",
)
OF_TWO = ("signature", "notifications", "exchange")


@st.composite
def conditions(
    draw: st.DrawFn,
    depth: int = 1,
    *,
    two: bool = False,
    sets: tuple[str, ...] = ("signatories", "others", "club", "nato"),
) -> tuple[object, ...]:
    """Draw a condition as plain data; some only for a treaty between two."""
    kinds = [*SIMPLE, *(OF_TWO if two else ())]
    kind = draw(st.sampled_from([*kinds, "all_of", "any_of"] if depth else kinds))
    if kind in OF_TWO:
        return (kind,)
    if kind == "consents":
        return (kind, draw(st.integers(1, 3)))
    if kind == "consents_of":
        return (kind, draw(st.integers(1, 3)), draw(st.sampled_from(sets)))
    if kind == "consents_by":
        means = draw(st.sampled_from([("ratification",), ("ratification", "acceptance"), ("accession",)]))
        return (kind, draw(st.integers(1, 2)), *means)
    if kind == "named":
        who = (*STATES, "nato")
        return (kind, *draw(st.lists(st.sampled_from(who), min_size=1, max_size=2, unique=True)))
    if kind == "share":
        return (kind, draw(SHARES))
    if kind == "fraction":
        how = draw(st.sampled_from(["at_least", "more_than"]))
        share = draw(SHARES.filter(lambda each: how == "at_least" or each != "1"))
        as_at = draw(st.sampled_from(["trigger_day", "trigger_day", "adoption"]))
        small = [each for each in sets if each != "nato"]  # of its members we act but two
        return (kind, draw(st.sampled_from(small)), how, share, as_at)
    if kind in {"date", "agreed", "treaty"}:
        return (kind, draw(days))
    return (kind, *draw(st.lists(conditions(depth=0, two=two, sets=sets), min_size=1, max_size=3)))


@st.composite
def tacit(draw: st.DrawFn) -> tuple[object, ...]:
    """Draw the condition of an amendment that is accepted tacitly."""
    alone = ("no_objections", draw(st.integers(0, 9)), draw(st.none() | st.sampled_from(["1/3", "1/2", "1"])))
    return ("all_of", alone, ("date", draw(days))) if rarely(draw, 3) else alone


@st.composite
def memberships(draw: st.DrawFn) -> tuple[Membership, ...]:
    """Draw who is a party to another treaty, and from when to when; the first always is."""
    found: list[Membership] = []
    for who in draw(st.lists(st.sampled_from(STATES), min_size=1, max_size=4, unique=True)):
        since = draw(st.just(date(1990, 1, 1)) | days)
        end = draw(st.none() | st.none() | offset(since, 1, 400).filter(lambda day: day < LAST))
        found.append((who, since, end) if found else (who, date(1990, 1, 1), None))
    return tuple(found)


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    """Draw a clause and a life."""
    later = draw(st.sampled_from(["omitted", "same", "own"]))
    between = draw(st.sampled_from([(), (), (), EXCHANGING, EXCHANGING, STATES[:3]]))
    parent = draw(memberships()) if not between and rarely(draw, 3) else None
    delay = draw(st.sampled_from([0, 0, 1, 5, 30]))
    months = draw(st.sampled_from([1, 3])) if delay == 0 and draw(st.booleans()) else 0
    month = draw(st.sampled_from([None, None, None, "first_of_following_month", "first_of_that_month"]))
    own = {"omitted": (None, None), "same": (delay, month), "own": (draw(st.integers(0, 6)), None)}[later]
    term = draw(st.sampled_from([None, None, 1, 2]))
    renewal = draw(st.sampled_from([None, 1])) if term else None
    sets = ("signatories", "others", "club", "nato", *(("parties",) if parent else ()))
    usual = conditions(two=bool(between), sets=sets)
    leaving = draw(_leaving(term))
    against = ["treaty", "treaty", "renewal"] if renewal and leaving.get("allowed", True) else ["treaty"]
    return Rule(
        upon=draw(usual | tacit()) if parent else draw(usual),
        delay=delay,
        months=months,
        month=month,
        not_before=draw(st.none() | days),
        met_by=draw(st.none() | st.none() | days),
        later_delay=own[0],
        later_month=own[1],
        later_to=draw(st.sampled_from(["deposited_after_trigger", "deposited_after_entry"]))
        if later == "own"
        else "deposited_after_trigger",
        term=term,
        renewal=renewal,
        times=draw(st.sampled_from([None, 1, 2])) if renewal else None,
        renewal_notice=draw(st.sampled_from([0, 30])) if renewal else 0,
        extendable_by=draw(st.sampled_from([None, 1])) if term else None,
        weights=tuple(zip(STATES, draw(st.lists(st.integers(1, 3), min_size=4, max_size=4)), strict=True)),
        between=between,
        all_deposits=rarely(draw, 4),
        organisations=draw(
            st.sampled_from(["never", "as_state", "unless_a_member_counts", "as_its_members"])
        ),
        successors_count=rarely(draw, 3),
        immediate=rarely(draw, 4),
        adopted=draw(days),
        parent=parent,
        eligibility=draw(st.sampled_from(["anyone", "parties_to_parent"])) if parent else None,
        binds=draw(st.sampled_from(["acceptors", "acceptors", "all_parties"])) if parent else "acceptors",
        later=draw(st.sampled_from([None, True, False])) if parent else None,
        successor=draw(memberships()) if rarely(draw, 6) else None,
        vague=draw(_vague(parent)) if parent and rarely(draw, 3) else (),
        conflict=(since := draw(late_days), draw(offset(since, 0, 400))) if rarely(draw, 3) else None,
        against=draw(st.sampled_from(against if renewal else [None, "treaty"])),
        **leaving,
        **(draw(_applied()) if rarely(draw, 2) else {}),
    )


@st.composite
def _applied(draw: st.DrawFn) -> dict[str, Any]:
    """Draw from when, with what notice and until when a text lets states apply it provisionally."""
    return {
        "applied_since": draw(st.sampled_from(["notification", "signature", "adoption"]) | days),
        "applied_notice": draw(st.sampled_from([0, 7])),
        "applied_until": draw(st.none() | st.none() | offset(START, 5, 60)),
    }


@st.composite
def _vague(draw: st.DrawFn, parent: tuple[Membership, ...]) -> tuple[tuple[int, int, tuple[date, ...]], ...]:
    """Draw which day of which membership of the parent is imprecise, if it can be."""
    number = draw(st.integers(0, len(parent) - 1))
    _, since, end = parent[number]
    if end is None and since < START:
        return ()
    day = end or since
    return (
        (number, 2 if end else 1, tuple(day + timedelta(each) for each in range(draw(st.integers(2, 3))))),
    )


@st.composite
def _leaving(draw: st.DrawFn, term: int | None) -> dict[str, Any]:
    """Draw how a party may leave, if the text says so."""
    if draw(st.booleans()):
        return {}
    roundings = [None, None, "first_of_following_month", "end_of_year", *(["end_of_term"] if term else [])]
    return {
        "notice": draw(st.sampled_from([0, 5, 10, 90])),
        "allowed": not rarely(draw, 8),
        "premature": draw(st.sampled_from([None, None, 4, 300])),
        "premature_from": draw(st.sampled_from(["treaty", "party"])),
        "leave_on": draw(st.sampled_from(roundings)),
        "minimum": draw(st.sampled_from([None, None, 2])),
        "barred": draw(st.sampled_from([None, None, "at_effect", "at_notice"])),
    }


@st.composite
def events(draw: st.DrawFn, widest: int = 3) -> tuple[Event, ...]:
    """Draw what a few states do: sign, consent, withdraw; and what they do together."""
    found: list[Event] = []
    for who in draw(st.lists(st.sampled_from(STATES), min_size=1, max_size=4, unique=True)):
        found += draw(_of_one(who, widest))
    if rarely(draw, 5):
        found.append(Event("consent", "nato", draw(possible_days(widest=widest)), "formal_confirmation"))
    if rarely(draw, 4):
        spread = draw(possible_days(widest=widest))
        found.append(Event("exchange", "", spread, "exchange", contested=rarely(draw, 8)))
    if rarely(draw, 6):
        spread = draw(possible_days(late_days | days, widest))
        among = draw(st.sampled_from([(), (), EXCHANGING, CLUB]))
        end = Event("terminate", "", spread, contested=draw(st.booleans()), towards=among)
        found.append(draw(_taking_effect(end, widest)) if rarely(draw, 2) else end)
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 2]))):
        spread = draw(possible_days(late_days | days, widest))
        until = draw(possible_days(offset(spread[-1], 1, 900), widest)) if rarely(draw, 3) else ()
        among = draw(st.sampled_from([(), (), EXCHANGING, CLUB]))
        longer = Event("extend", "", spread, what="until" if until else "", further=until, towards=among)
        found.append(longer if until or rarely(draw, 2) else draw(_taking_effect(longer, widest)))
    return tuple(found)


@st.composite
def _of_one(draw: st.DrawFn, who: str, widest: int) -> list[Event]:
    """Draw what one state does."""
    found: list[Event] = []
    if draw(st.booleans()):
        found.append(draw(_signature(who, widest)))
    if draw(st.integers(0, 4)):
        may_succeed = who not in EXCHANGING and not any(event.means == "signature" for event in found)
        found += draw(_consent(who, widest, may_succeed=may_succeed))
    others = tuple(other for other in STATES if other != who)
    if rarely(draw, 6):
        spread = draw(possible_days(late_days | days, widest))
        stop = Event("suspend", who, spread, contested=rarely(draw, 4))
        kept = draw(_taking_effect(stop, widest)) if rarely(draw, 3) else stop
        found.append(draw(_followed(stop, "ended", widest, others)) if kept is stop else kept)
    if rarely(draw, 6):
        spread = draw(possible_days(offset(START, 380, 400) | days, widest))
        objection = Event("object", who, spread, towards=(draw(st.sampled_from(others)),))
        found.append(draw(_followed(objection, "withdrawn", widest)))
    if rarely(draw, 6):
        application = Event("apply", who, draw(possible_days(widest=widest)))
        found.append(draw(_followed(application, "ended", widest)))
    if rarely(draw, 6):
        found.append(Event("oppose", who, draw(possible_days(widest=widest))))
    if rarely(draw, 6):
        found.append(Event("renounce", who, draw(possible_days(widest=widest))))
    return found


@st.composite
def _followed(draw: st.DrawFn, event: Event, what: str, widest: int, towards: tuple[str, ...] = ()) -> Event:
    """Draw whether something follows an act, and towards whom it is, where that is open."""
    further = draw(possible_days(offset(event.days[-1], 1, 60), widest)) if draw(st.booleans()) else ()
    among = event.towards or draw(st.sampled_from([(), *((one,) for one in towards)]))
    return replace(event, what=what if further else "", further=further, towards=among)


@st.composite
def _taking_effect(draw: st.DrawFn, event: Event, widest: int) -> Event:
    """Draw on which day an act takes effect, before it is done or after."""
    around = offset(event.days[0], -60, 60) | offset(event.days[0], -400, 400)
    return replace(event, what="effective", further=draw(possible_days(around, widest)))


@st.composite
def _signature(draw: st.DrawFn, who: str, widest: int) -> Event:
    means = draw(st.sampled_from(["simple", "simple", "signature"]))
    spread = draw(possible_days(widest=widest))
    if rarely(draw, 5):
        unsigned = draw(possible_days(offset(spread[-1], 1, 10), widest))
        return Event("sign", who, spread, means, what="withdrawn", further=unsigned)
    return Event("sign", who, spread, means)


@st.composite
def _consent(draw: st.DrawFn, who: str, widest: int, *, may_succeed: bool) -> list[Event]:
    """Draw a consent, and sometimes notices that end it and a second consent."""
    means = draw(
        st.sampled_from(["ratification", "ratification", "accession", *["succession"] * may_succeed])
    )
    contested = rarely(draw, 8)
    spread = draw(possible_days(widest=widest))
    first = Event("consent", who, spread, means, contested, reserved=rarely(draw, 4))
    if means == "succession" or rarely(draw, 5):  # without a stated day, the tables of actors give it
        span = (-8, 0) if means == "succession" else (0, 40)
        declared = draw(possible_days(offset(spread[0 if means == "succession" else -1], *span), widest))
        first = replace(first, what="effective", further=declared)
    elif rarely(draw, 5):
        first = replace(first, deposits=(draw(possible_days(widest=widest)),))
    found = [first]
    if rarely(draw, 3) and not contested:
        after = offset(spread[0], 1, 21)
        for _ in range(draw(st.sampled_from([1, 1, 2]))):
            notice = Event(
                "withdraw", who, draw(possible_days(after | late_days, widest)), contested=rarely(draw, 5)
            )
            what = draw(st.sampled_from(["", "", "revoked", "effective"]))
            further = draw(possible_days(offset(notice.days[-1], 1, 120), widest)) if what else ()
            found.append(replace(notice, what=what, further=further))
        if rarely(draw, 3):
            again = offset(found[1].days[0], 0, 400)
            found.append(Event("consent", who, draw(possible_days(again, widest)), "acceptance"))
    return found


CASTS = (
    ("SCG", "MNE"),
    ("ETH", "ERI"),
    ("SDN", "SSD"),
    ("MYS", "SGP"),
    ("CSK", "CZE"),
    ("YMD", "YEM"),
    ("cow-511", "TZA"),
    ("GBR", "KEN"),
    ("PRT", "AGO"),
    ("ZAF", "NAM"),
)
"""Who took over from whom, by separation, dissolution, uniting or independence: the facts know the day."""


@st.composite
def successions(draw: st.DrawFn, widest: int = 3) -> tuple[Rule, tuple[Event, ...]]:
    """Draw a treaty and a history in which one state took over from another, in their time."""
    before, after = draw(st.sampled_from(CASTS))
    rule, drawn = draw(rules().filter(lambda rule: not (rule.parent or rule.successor))), draw(events(widest))
    fact = actors.succession(before, after)
    assert fact is not None
    assert fact.day is not None
    assert fact.day.earliest is not None
    since = START + timedelta(draw(st.integers(-5, 30) | st.integers(200, 1500)))
    told = {"LTU": after, "FIN": before}
    shift = fact.day.earliest - since
    rule, drawn = _told(rule, told, shift), _told(drawn, told, shift)
    state = actors.known(actors.person(before))
    ended = state.spells[-1].end if isinstance(state, actors.State) else None
    rule = replace(
        rule,
        successions=tuple(
            Succession(before, each.successor, each.kind, _days(each.day), whole=each.successor == "YEM")
            for each in actors.successions_from(before)
            if each.successor == after or each.kind != "newly_independent"
        ),
        gone=() if ended is None else ((before, ended + timedelta(1)),),
    )
    return rule, tuple(draw(_of_heir(event, before)) for event in drawn)


def _days(day: When | None) -> tuple[date, ...]:
    assert day is not None
    assert day.earliest is not None
    assert day.latest is not None
    return tuple(day.earliest + timedelta(number) for number in range((day.latest - day.earliest).days + 1))


def _told(value: Any, names: dict[str, str], shift: timedelta) -> Any:
    """Tell the same of others, in another time."""
    if isinstance(value, date):
        return value + shift
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, tuple):
        return tuple(_told(each, names, shift) for each in value)
    if isinstance(value, Event | Rule):
        return replace(value, **{name: _told(each, names, shift) for name, each in vars(value).items()})
    return value


@st.composite
def _of_heir(draw: st.DrawFn, event: Event, before: str) -> Event:
    """Draw whether a notice of succession leaves its day to the facts; the predecessor succeeds nobody."""
    if event.means != "succession" or (event.by != before and draw(st.booleans())):
        return event
    means = "accession" if event.by == before else "succession"
    return replace(event, means=means, what="", further=())


def when(possible: tuple[date, ...]) -> When:
    """Write possible days as a date."""
    return When.between(possible[0], possible[-1])


def _fraction(of: str, how: str, share: str, as_at: str) -> FractionOf:
    return FractionOf(of=of, as_at=as_at, **{how: share})  # type: ignore[arg-type]  # drawn from its words


def condition(plain: tuple[object, ...]) -> Condition:
    """Turn plain data into a condition."""
    kind, *arguments = plain
    made: dict[str, Callable[..., Condition]] = {
        "consents": Consents,
        "consents_of": lambda count, of: Consents(count, of=of),
        "consents_by": lambda count, *means: Consents(count, means=means),
        "named": lambda *states: Named(states),
        "share": lambda share: Share("weights", at_least=share),
        "fraction": _fraction,
        "date": OnDate,
        "agreed": Agreed,
        "treaty": lambda day: TreatyInForce(f"entered-{day}"),
        "signature": Signed,
        "notifications": Notifications,
        "exchange": Exchange,
        "no_objections": lambda within, share: NoObjections(within=Days(within), fraction=share),
        "all_of": lambda *parts: AllOf(map(condition, parts)),
        "any_of": lambda *parts: AnyOf(map(condition, parts)),
    }
    if kind == "consents_of" and arguments[1] in {"club", "nato"}:
        return MembersOf(group=str(arguments[1]), at_least=arguments[0])  # type: ignore[arg-type]  # a number
    return made[str(kind)](*arguments)


def treaty_of(rule: Rule) -> Treaty:
    """Turn a rule into a treaty."""
    duration = None
    if rule.term is not None:
        renewal = None
        if rule.renewal is not None:
            renewal = Renewal(each=Years(rule.renewal), times=rule.times, notice=Days(rule.renewal_notice))
        longest = None if rule.extendable_by is None else Years(rule.extendable_by)
        duration = Duration(term=Years(rule.term), renewal=renewal, extendable_by=longest)
    withdrawal = None
    if rule.notice is not None:
        withdrawal = WithdrawalClause(
            allowed=rule.allowed,
            notice=Days(rule.notice),
            not_before=None if rule.premature is None else Days(rule.premature),
            not_before_from=rule.premature_from,  # type: ignore[arg-type]  # drawn from its words
            rounding=rule.leave_on,  # type: ignore[arg-type]
            minimum_parties=rule.minimum,
            barred_during_conflict=rule.barred,  # type: ignore[arg-type]
        )
    return Treaty(
        id="t",
        title="a treaty",
        between=rule.between,
        open_to=rule.open_to,
        depositaries=DEPOSITARIES,
        adopted=rule.adopted,
        amends="parent" if rule.parent else None,
        binds=rule.binds,  # type: ignore[arg-type]
        binds_later_parties=rule.later,
        eligibility=rule.eligibility,  # type: ignore[arg-type]
        provisional_application=_provisional_clause(rule),
        coverage=Coverage(),
        duration=duration,
        withdrawal=withdrawal,
        groups={"club": CLUB},
        weights={"weights": WeightTable(weights=dict(rule.weights))},
        entry_into_force=EntryIntoForce(
            upon=condition(rule.upon),
            after=Months(rule.months) if rule.months else Days(rule.delay),
            rounding=rule.month,  # type: ignore[arg-type]
            not_before=rule.not_before,
            on_date_if_met_by=rule.met_by,
            then=LaterParties(
                after=None if rule.later_delay is None else Days(rule.later_delay),
                rounding=rule.later_month,  # type: ignore[arg-type]
                to=rule.later_to,  # type: ignore[arg-type]
            ),
            organisations=rule.organisations,  # type: ignore[arg-type]
            deposits="all" if rule.all_deposits else "earliest",
            successions="count" if rule.successors_count else "never",
            immediate_effect=rule.immediate,
        ),
    )


def _provisional_clause(rule: Rule) -> ProvisionalClause | None:
    if rule.applied_since is None:
        return None
    return ProvisionalClause(
        since=rule.applied_since,
        notice=Days(rule.applied_notice),
        until=rule.applied_until,
    )


def computed(rule: Rule, drawn: tuple[Event, ...], **options: Any) -> TreatyStatus:
    """Ask the engine."""
    return status_of(rule, acts_of(drawn), **options)


def status_of(rule: Rule, acts: list[Act], **options: Any) -> TreatyStatus:
    """Ask the engine about acts that are made already."""
    others = ("successor",) if rule.successor else ()
    known = partial(_other, rule)
    of_all: dict[str, Any] = {
        "withdraws": rule.against,
        "conflict": f"{rule.conflict[0]}/{rule.conflict[1]}" if rule.conflict else "none",
    }
    acts = [evolve(each, **of_all) if isinstance(each, Withdrawal) else each for each in acts]
    treaty = evolve(treaty_of(rule), reported_memberships=options.pop("reported", ()))
    return status(treaty, acts, as_of=rule.last, treaties=known, others=others, **options)


def _other(rule: Rule, name: str) -> TreatyStatus:
    """Give the status of another treaty: parent, successor, or one whose day of entry its id names."""
    members: tuple[Membership, ...]
    supersedes: tuple[str, ...]
    if name == "parent":
        members, supersedes = rule.parent or (), ()
    elif name == "successor":
        members, supersedes = rule.successor or (), ("t",)
    else:
        members, supersedes = (("BRA", date.fromisoformat(name.removeprefix("entered-")), None),), ()
    other = Treaty(
        id=name,
        title=name,
        supersedes=supersedes,
        entry_into_force=EntryIntoForce(upon=Consents(1)),
        withdrawal=WithdrawalClause(),
    )
    vague = {(number, which): when(days) for number, which, days in rule.vague if name == "parent"}
    acts: list[Act] = []
    for number, (who, since, end) in enumerate(members):
        joined, left = vague.get((number, 1), since), vague.get((number, 2), end)
        acts.append(Ratification(treaty=name, by=who, instrument=Instrument(deposited=joined)))
        acts += [Withdrawal(treaty=name, by=who, received=left)] if left else []
    return status(other, acts, as_of=rule.last)


def acts_of(drawn: tuple[Event, ...]) -> list[Act]:
    """Turn events into acts."""
    return [act(event, number) for number, event in enumerate(drawn)]


def act(event: Event, number: int = 0) -> Act:
    """Turn one event into an act."""
    shared: dict[str, Any] = {
        "id": f"{event.kind}-{number:02}",
        "treaty": "t",
        "contested": [Contest(by=DISPUTER)] if event.contested else [],
    }
    follows: dict[str, Any] = {event.what: when(event.further)} if event.further else {}
    day = when(event.days)
    made: dict[str, Callable[[], Act]] = {
        "sign": lambda: Signature(
            by=event.by,
            on=day,
            effect="definitive" if event.means == "signature" else "subject_to_ratification",
            **follows,
            **shared,
        ),
        "exchange": lambda: InstrumentExchange(between=EXCHANGING, on=day, **shared),
        "consent": lambda: Ratification(
            by=event.by,
            means=event.means,  # type: ignore[arg-type]
            instrument=Instrument(**_deposited(event), **follows),
            reservations=[Reservation()] if event.reserved else [],
            **shared,
        ),
        "withdraw": lambda: Withdrawal(by=event.by, received=day, **follows, **shared),
        "terminate": lambda: Termination(on=day, between=event.towards, **follows, **shared),
        "extend": lambda: Extension(
            agreed=day,
            between=event.towards,
            lengthened=None if "until" in follows else Years(1),
            **follows,
            **shared,
        ),
        "suspend": lambda: Suspension(by=event.by, notified=day, towards=event.towards, **follows, **shared),
        "object": lambda: Objection(
            by=event.by, on=day, to=event.towards[0], precludes_entry=True, **follows, **shared
        ),
        "apply": lambda: ProvisionalApplication(by=event.by, since=day, **follows, **shared),
        "renounce": lambda: Renunciation(by=event.by, on=day, **shared),
        "oppose": lambda: Objection(by=event.by, on=day, to="un", **shared),
    }
    return made[event.kind]()


def _deposited(event: Event) -> dict[str, Any]:
    if not event.deposits:
        return {"deposited": when(event.days)}
    every = zip(DEPOSITARIES, (event.days, *event.deposits), strict=True)
    return {"deposits": [Deposit(depositary=who, on=when(days)) for who, days in every]}


def entry(found: TreatyStatus) -> tuple[int, int]:
    """The bounds of the day of entry into force."""
    return tuple(found._by_day.computed_entry())  # type: ignore[return-value]


MONOTONE = ("consents", "named", "share")


def is_monotone(upon: tuple[object, ...]) -> bool:
    """Whether a condition asks only for consents, names and shares over a fixed table."""
    kind, *parts = upon
    if kind in {"all_of", "any_of"}:
        return all(is_monotone(part) for part in parts)  # type: ignore[arg-type]
    return kind in MONOTONE
