"""What must hold of every answer about every history, whatever its clause and its acts."""

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from geobrief.actors import person
from geobrief.answer import Answer
from geobrief.model.coverage import ActKind, Coverage
from geobrief.model.treaty import ReportedMembership
from geobrief.truth import Truth
from tests.law.generated import START, computed, events, rules, successions
from tests.law.meaning import binds_without_consent, exists, parts, people
from tests.law.worlds import EXCHANGING, Event, Rule

pytestmark = [pytest.mark.deep, pytest.mark.timeout(7200)]

searched = settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
histories = st.tuples(rules(), events() | events(widest=9)) | successions()
DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
"""A day as sentences write it."""
REPORTED = ("AUT", "SWE")
"""Of whom a data set says that they are members: one of those that act, and one that never does."""
EVERY_KIND = frozenset(get_args(ActKind))
KINDS = {
    "sign": "signature",
    "consent": "ratification",
    "exchange": "instrument_exchange",
    "terminate": "termination",
    "extend": "extension",
    "suspend": "suspension",
    "renounce": "renunciation",
    "withdraw": "withdrawal",
}
"""What the kinds of event of the laws are called where coverage speaks of them."""


def days_of(rule: Rule, drawn: tuple[Event, ...]) -> list[date]:
    """List some days of a history: around its acts and successions, months later, and the last."""
    found = {day for event in drawn for day in (*event.days[:1], *event.further[:1])}
    found |= {day for each in rule.successions for day in each.days[:1]}
    moved = {day + timedelta(shift) for day in found for shift in (0, 1, 40, 400)}
    return sorted(day for day in {*moved, rule.last} if day <= rule.last)


def everybody(rule: Rule, drawn: tuple[Event, ...]) -> set[str]:
    """Everybody who acted, was named, or may have been bound through a parent or a predecessor."""
    through = {who for who, _, _ in rule.parent or ()} | {each.after for each in rule.successions}
    return {*people(drawn), *rule.between, *through}


@searched
@given(histories)
def test_in_force_only_while_there_can_be_parties(history: tuple[Rule, tuple[Event, ...]]) -> None:
    """While it is in force somebody may be a party; of two, both or who succeeded them (VCLT 24)."""
    rule, drawn = history
    assume(drawn)
    found = computed(rule, drawn)
    for day in days_of(rule, drawn):
        if not found.in_force(day).value.is_yes:
            continue
        members = found.parties(day)
        parties = members.certain | members.possible
        assert parties
        if len(rule.between) == 2:
            after = {each.after for each in rule.successions if each.before in rule.between}
            assert len(parties & {*map(person, rule.between), *after}) >= 2


@searched
@given(histories)
def test_a_party_exists_and_is_bound_by_an_act(history: tuple[Rule, tuple[Event, ...]]) -> None:
    """Nobody is a party but by an act of its own or its predecessor's, or through its parent (VCLT 11)."""
    rule, drawn = history
    assume(drawn)
    found = computed(rule, drawn)
    by_the_parent = {who for who, _, _ in rule.parent or ()} if binds_without_consent(rule) else set[str]()
    for day in days_of(rule, drawn):
        consented = {who for event in drawn for who in binds(event) if may_bind(rule, event, day)}
        heirs = {each.after for each in rule.successions if each.before in consented and each.days[0] <= day}
        parties = found.parties(day)
        for who in everybody(rule, drawn):
            code = person(who)
            assert code in parties.certain or not found.in_force_for(who, day).value.is_yes
            if code in parties.certain:
                assert who in consented | heirs | by_the_parent
                assert exists(rule, who, day)
        assert parties.certain <= {person(who) for who in everybody(rule, drawn)}
        if not binds_without_consent(rule):
            contracting = found.contracting_states(day)
            assert parties.certain <= contracting.certain
            assert parties.possible <= contracting.possible | contracting.certain


def binds(event: Event) -> set[str]:
    """Whose consent an act is."""
    return {who for who in (event.by, *EXCHANGING) if event.binds(who)}


def may_bind(rule: Rule, event: Event, day: date) -> bool:
    """Whether a consent can have effect on a day: given by then, works back, or under a text that does."""
    return event.means == "succession" or bool(rule.between) or event.days[0] <= day


@searched
@given(histories)
def test_a_yes_names_what_bears_on_its_day(history: tuple[Rule, tuple[Event, ...]]) -> None:
    """A yes names an act, or a day, that had come by the day of the question."""
    rule, drawn = history
    assume(drawn)
    found = computed(rule, drawn)
    done = {f"{event.kind}-{number:02}": event.days[0] for number, event in enumerate(drawn)}
    for day in days_of(rule, drawn)[::4]:
        asked = [found.in_force(day), *(found.in_force_for(who, day) for who in sorted(people(drawn)))]
        for answer in asked:
            if answer.is_yes:
                assert bears(answer, done, day), (str(answer), day)


def bears(answer: Answer, done: dict[str, date], day: date) -> bool:
    """Whether one of the reasons names an act that was done, or a day that had come."""
    steps = [step for reason in answer.reasons for step in reason.walk()]
    acts = [done[name] for step in steps for name in step.records if name in done]
    told = [date.fromisoformat(each) for step in steps for each in DAY.findall(step.text)]
    return any(each <= day for each in (*acts, *told))


@searched
@given(
    st.tuples(rules(), events()) | successions(),
    st.sets(st.sampled_from(sorted(KINDS)), min_size=1, max_size=2),
)
def test_what_is_not_recorded_makes_no_answer_wrong(
    history: tuple[Rule, tuple[Event, ...]], hidden: set[str]
) -> None:
    """Where some kinds of act are left out, and said to be, every yes and no is that of the whole history.

    Not supposed is what docs/law.md lists: that all withdrew, or one between two consents, an exchange for
    which the text does not ask, an act before adoption, or that one succeeded of whom no fact says so.
    """
    rule, drawn = history
    assume(rule.adopted is None or all(rule.adopted <= event.days[0] for event in drawn) or rule.between)
    after = {each.after for each in rule.successions}
    assume(not any(event.means == "succession" and event.by not in after for event in drawn))
    kept = tuple(event for event in drawn if event.kind not in hidden)
    assume(len(kept) < len(drawn))
    assume("exchange" not in hidden or any(part[0] == "exchange" for part in parts(rule.upon)))
    assume("withdraw" not in hidden or not any(is_renewed(event, drawn) for event in drawn))
    whole = computed(rule, drawn)
    told = computed(rule, kept, covered=Coverage(acts=EVERY_KIND - {KINDS[kind] for kind in hidden}))
    persons = sorted(everybody(rule, drawn))
    for day in days_of(rule, drawn):
        all_may_have_left = "withdraw" in hidden and told.in_force(day).value.is_yes  # which is not supposed
        asked = [] if all_may_have_left else [(told.in_force(day), whole.in_force(day))]
        asked += [(told.in_force_for(who, day), whole.in_force_for(who, day)) for who in persons]
        asked += [
            (told.operative_between(a, b, day), whole.operative_between(a, b, day))
            for a, b in pairwise(persons)
        ]
        for partial, full in asked:
            assert partial.value.is_unknown or full.value.is_unknown or partial.value is full.value


def is_renewed(event: Event, drawn: tuple[Event, ...]) -> bool:
    """Whether its author consented more than once, so that it may have left in between."""
    return sum(each.binds(who) for each in drawn for who in binds(event)) > 1


@searched
@given(rules(), events(), st.integers(-30, 60), st.integers(0, 900))
def test_reports_answer_where_acts_do_not_and_never_turn_what_acts_say(
    rule: Rule, drawn: tuple[Event, ...], shift: int, length: int
) -> None:
    """Who did nothing is a member as reported; of who is bound by its acts a report can only raise doubt."""
    assume(drawn and not (rule.parent or rule.successor or rule.between))
    first = START + timedelta(shift)
    last = first + timedelta(length)
    reported = [
        ReportedMembership(by=who, period=f"{first}/{last}", begins_with="entry_into_force")
        for who in REPORTED
    ]
    acts = computed(rule, drawn)
    both = computed(rule, drawn, reported=reported)
    days = [*days_of(rule, drawn), first - timedelta(1), first, last, last + timedelta(1)]
    bound = [who for who in REPORTED if any(acts.in_force_for(who, day).value.is_yes for day in days)]
    endings = (event for event in drawn if event.kind == "terminate")
    ended = min((day for event in endings for day in (*event.days, *event.further)), default=date.max)
    for day in days:
        for who in bound:
            said = acts.in_force_for(who, day).value
            assert said.is_unknown or both.in_force_for(who, day).value in {said, Truth.UNKNOWN}
        if day < ended and rule.term is None and rule.minimum is None:
            assert both.in_force_for("SWE", day).value is Truth.of(first <= day <= last)
            assert not both.in_force(day).value.is_no or not first <= day <= last
