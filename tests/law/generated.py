"""Small treaties for the laws: drawn at random, as plain data and as records."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

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
    Notifications,
    OnDate,
    Share,
    Signed,
    TreatyInForce,
)
from geobrief.model.entry_into_force import EntryIntoForce, LaterParties
from geobrief.model.exchange import InstrumentExchange
from geobrief.model.extension import Extension
from geobrief.model.ratification import Instrument, Ratification
from geobrief.model.signature import Signature, SignatureEffect
from geobrief.model.termination import Termination
from geobrief.model.treaty import Duration, Renewal, Treaty, WeightTable, WithdrawalClause
from geobrief.model.withdrawal import Withdrawal
from geobrief.values.delay import Days, Months, Years
from geobrief.values.when import When
from tests.law.worlds import CLUB, EXCHANGING, LAST, Event, Rule

STATES = ("AUT", "BEL", "DNK", "FIN")
START = date(2001, 1, 28)
DISPUTER = "ZAF"

days = st.integers(0, 12).map(lambda number: START + timedelta(number))
late_days = st.integers(200, 1500).map(lambda number: START + timedelta(number))


@st.composite
def possible_days(draw: st.DrawFn, first: Any = days, widest: int = 3) -> tuple[date, ...]:
    """Draw a few neighbouring days."""
    start = draw(first)
    return tuple(start + timedelta(number) for number in range(draw(st.integers(1, widest))))


KINDS = (
    "consents",
    "consents",
    "named",
    "share",
    "date",
    "consents_of_signatories",
    "fraction",
    "members",
    "agreed",
    "treaty",
    "exchange",
)
OF_TWO = ("signature", "notifications", "exchange")


@st.composite
def conditions(draw: st.DrawFn, depth: int = 1, *, two: bool = False) -> tuple[object, ...]:
    """Draw a condition as plain data; some only for a treaty between two."""
    kinds = [*KINDS, *(OF_TWO if two else ())]
    kind = draw(st.sampled_from([*kinds, "all_of", "any_of"] if depth else kinds))
    if kind in OF_TWO:
        return (kind,)
    if kind == "members":
        return (kind, draw(st.integers(1, 3)))
    if kind in {"consents", "consents_of_signatories"}:
        return (kind, draw(st.integers(1, 3)))
    if kind == "named":
        return (kind, *draw(st.lists(st.sampled_from(STATES), min_size=1, max_size=2, unique=True)))
    if kind == "share":
        return (kind, draw(st.sampled_from(["0.3", "1/2", "0.7"])))
    if kind == "fraction":
        return (kind, draw(st.sampled_from(["1/2", "2/3", "1"])))
    if kind in {"date", "agreed", "treaty"}:
        return (kind, draw(days))
    return (kind, *draw(st.lists(conditions(depth=0, two=two), min_size=1, max_size=3)))


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    """Draw a clause and a life."""
    later = draw(st.sampled_from(["omitted", "same", "own"]))
    bilateral = draw(st.sampled_from([None, None, EXCHANGING]))
    delay = draw(st.sampled_from([0, 0, 1, 5, 30]))
    months = draw(st.sampled_from([1, 3])) if delay == 0 and draw(st.booleans()) else 0
    month = draw(st.sampled_from([None, None, None, "first_of_following_month", "first_of_that_month"]))
    notice, minimum = draw(st.sampled_from([(None, None), (None, None), (0, None), (10, None), (5, 2)]))
    own = {"omitted": (None, None), "same": (delay, month), "own": (draw(st.integers(0, 6)), None)}[later]
    term = draw(st.sampled_from([None, None, 1, 2]))
    renewal = draw(st.sampled_from([None, 1])) if term else None
    return Rule(
        upon=draw(conditions(two=bilateral is not None)),
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
        notice=notice,
        weights=tuple(zip(STATES, draw(st.lists(st.integers(1, 3), min_size=4, max_size=4)), strict=True)),
        bilateral=bilateral,
        minimum=minimum,
    )


@st.composite
def events(draw: st.DrawFn, widest: int = 3) -> tuple[Event, ...]:
    """Draw what a few states do: sign, consent, withdraw; and what they do together."""
    found: list[Event] = []
    for who in draw(st.lists(st.sampled_from(STATES), min_size=1, max_size=4, unique=True)):
        found += draw(_of_one(who, widest))
    if draw(st.integers(0, 3)) == 0:
        contested = draw(st.integers(0, 7)) == 0
        found.append(Event("exchange", "", draw(possible_days(widest=widest)), contested=contested))
    if draw(st.integers(0, 5)) == 0:
        found.append(
            Event(
                "terminate", "", draw(possible_days(late_days | days, widest)), contested=draw(st.booleans())
            )
        )
    if draw(st.integers(0, 4)) == 0:
        found.append(Event("extend", "", draw(possible_days(late_days | days, widest))))
    return tuple(found)


@st.composite
def _of_one(draw: st.DrawFn, who: str, widest: int) -> list[Event]:
    found: list[Event] = []
    if draw(st.booleans()):
        means = draw(st.sampled_from(["simple", "simple", "definitive"]))
        found.append(Event("sign", who, draw(possible_days(widest=widest)), means))
    if draw(st.integers(0, 4)):
        alone = who not in EXCHANGING and not any(event.means == "definitive" for event in found)
        kinds = ["ratification", "ratification", "accession", *(["succession"] if alone else [])]
        means = draw(st.sampled_from(kinds))
        contested = draw(st.integers(0, 7)) == 0
        found.append(Event("consent", who, draw(possible_days(widest=widest)), means, contested))
        if draw(st.integers(0, 2)) == 0 and not contested:
            first = found[-1].days[0] + timedelta(1)
            after = st.integers(0, 20).map(lambda number: first + timedelta(number))
            spread = draw(possible_days(after | late_days, widest))
            found.append(Event("withdraw", who, spread, contested=draw(st.integers(0, 4)) == 0))
            if draw(st.integers(0, 2)) == 0:
                again = st.integers(0, 400).map(lambda number: spread[0] + timedelta(number))
                found.append(Event("consent", who, draw(possible_days(again, widest)), "acceptance"))
    return found


def when(possible: tuple[date, ...]) -> When:
    """Write possible days as a date."""
    return When.between(possible[0], possible[-1])


def condition(plain: tuple[object, ...]) -> Condition:
    """Turn plain data into a condition."""
    kind, *arguments = plain
    made: dict[str, Any] = {
        "consents": Consents,
        "consents_of_signatories": lambda count: Consents(count, of="signatories"),
        "named": lambda *states: Named(states),
        "share": lambda share: Share("weights", at_least=share),
        "fraction": lambda share: FractionOf(of="signatories", at_least=share),
        "date": OnDate,
        "agreed": Agreed,
        "treaty": lambda day: TreatyInForce(f"entered-{day}"),
        "members": lambda count: MembersOf(group="club", at_least=count),
        "signature": Signed,
        "notifications": Notifications,
        "exchange": Exchange,
        "all_of": lambda *parts: AllOf(map(condition, parts)),
        "any_of": lambda *parts: AnyOf(map(condition, parts)),
    }
    return made[str(kind)](*arguments)  # type: ignore[no-any-return]


def treaty_of(rule: Rule) -> Treaty:
    """Turn a rule into a treaty."""
    duration = None
    if rule.term is not None:
        renewal = None
        if rule.renewal is not None:
            renewal = Renewal(each=Years(rule.renewal), times=rule.times, notice=Days(rule.renewal_notice))
        duration = Duration(term=Years(rule.term), renewal=renewal)
    withdrawal = None
    if rule.notice is not None:
        withdrawal = WithdrawalClause(notice=Days(rule.notice), minimum_parties=rule.minimum)
    return Treaty(
        id="t",
        title="a treaty",
        between=rule.bilateral or (),
        duration=duration,
        withdrawal=withdrawal,
        groups={"club": CLUB},
        weights={"weights": WeightTable(weights=dict(rule.weights))},
        entry_into_force=EntryIntoForce(
            upon=condition(rule.upon),
            after=Months(rule.months) if rule.months else Days(rule.delay),
            rounding=rule.month,  # type: ignore[arg-type]  # drawn from its words
            not_before=rule.not_before,
            on_date_if_met_by=rule.met_by,
            then=LaterParties(
                after=None if rule.later_delay is None else Days(rule.later_delay),
                rounding=rule.later_month,  # type: ignore[arg-type]
                to=rule.later_to,  # type: ignore[arg-type]
            ),
        ),
    )


def entered_on(name: str) -> TreatyStatus:
    """Give the status of a treaty that entered into force on the day that its id names."""
    day = name.removeprefix("entered-")
    other = Treaty(id=name, title=name, entry_into_force=EntryIntoForce(upon=Consents(1)))
    consent = Ratification(treaty=name, by="ZAF", instrument=Instrument(deposited=day))
    return status(other, [consent], as_of=LAST)


def acts_of(drawn: tuple[Event, ...]) -> list[Act]:
    """Turn events into acts."""
    return [act(event, number) for number, event in enumerate(drawn)]


def act(event: Event, number: int = 0) -> Act:
    """Turn one event into an act."""
    shared: dict[str, Any] = {
        "id": f"{event.kind}-{number}",
        "treaty": "t",
        "contested": [Contest(by=DISPUTER)] if event.contested else [],
    }
    day = when(event.days)
    if event.kind == "sign":
        effect: SignatureEffect = "subject_to_ratification"
        if event.means == "definitive":
            effect = "definitive"
        return Signature(by=event.by, on=day, effect=effect, **shared)
    if event.kind == "exchange":
        return InstrumentExchange(between=EXCHANGING, on=day, **shared)
    if event.kind == "consent":
        return Ratification(by=event.by, means=event.means, instrument=Instrument(deposited=day), **shared)  # type: ignore[arg-type]
    if event.kind == "withdraw":
        return Withdrawal(by=event.by, received=day, **shared)
    if event.kind == "terminate":
        return Termination(on=day, **shared)
    return Extension(agreed=day, lengthened=Years(1), **shared)
