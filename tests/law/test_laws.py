"""The laws of the law: properties that hold for every treaty, searched at random."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, pairwise
from random import Random
from unittest.mock import patch

import pytest
from attrs import evolve
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from geobrief.brief import Brief
from geobrief.law import TreatyStatus
from geobrief.law.acts import interpretations
from geobrief.law.answers.questions import (
    BETWEEN,
    CONTRACTING,
    IN_FORCE,
    IN_FORCE_FOR,
    INTERIM,
    OPERATIVE,
    PROVISIONAL,
    SIGNATORY,
    Persons,
    Question,
)
from geobrief.model.objection import Objection
from geobrief.model.record import Record
from geobrief.model.suspension import Suspension
from geobrief.truth import Truth
from geobrief.values.citation import Citation
from geobrief.values.source import Source
from tests.law.generated import (
    DISPUTER,
    START,
    STATES,
    act,
    acts_of,
    computed,
    conditions,
    entry,
    events,
    is_monotone,
    possible_days,
    rules,
    some_states,
    status_of,
    successions,
    treaty_of,
    when,
)
from tests.law.meaning import Fate, binds_without_consent, changes, fates
from tests.law.worlds import LAST, Event, Rule, number_of_worlds, readings, uncertain, worlds

SPAN = LAST - START + timedelta(30)
MOST_WORLDS = 200
MOST_DISPUTES = 6
MOST_ACTS = 16

pytestmark = [pytest.mark.deep, pytest.mark.timeout(7200)]  # the deep profile searches for long

searched = settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])


def few_worlds(drawn: tuple[Event, ...]) -> bool:
    """Whether brute force is feasible, and the docs say that the engine is exact."""
    disputes = sum(event.contested for event in drawn)
    return number_of_worlds(drawn) <= MOST_WORLDS and disputes <= MOST_DISPUTES and len(drawn) <= MOST_ACTS


def interesting(rule: Rule, fates: Iterable[Fate], drawn: tuple[Event, ...]) -> list[date]:
    """List the days around which anything may change in any world."""
    found = {day for event in drawn for day in (*event.days, *event.further)}
    found |= {day for each in readings(rule, drawn) for day in changes(each, drawn)}
    for each in fates:
        found |= set(each.days())
    around = {day + timedelta(shift) for day in found for shift in (-1, 0, 1) if day < rule.last}
    return sorted(day for day in {*around, rule.last} if rule.last - SPAN <= day <= rule.last)


def persons(rule: Rule) -> list[str]:
    """Name those of whom is asked: in a succession also who took over from whom."""
    if not rule.successions:
        return [*STATES]
    first, *others = rule.successions
    return [*STATES[:2], first.after, first.before, *(each.after for each in others)]


def pairs(told: list[str]) -> list[tuple[str, str]]:
    """Pair some of them."""
    return [(told[0], told[1]), (told[3], told[0]), (told[1], told[2]), (told[2], told[3])]


def compare(found: TreatyStatus, rule: Rule, drawn: tuple[Event, ...], *, exact: bool) -> None:
    """Compare the engine with brute force on every interesting day."""
    every = [
        each
        for read in readings(rule, drawn)
        for world in worlds(uncertain(rule, drawn), together=rule.all_deposits)
        for each in fates(read, world)
    ]
    assume(every)
    exact = exact and not rule.vague and not rule.successions
    days = interesting(rule, every, drawn)

    def compared(meaning: str, question: Question[*Persons], *states: *Persons) -> None:
        by_day = found._by_day.ask(question, *states).by_day
        for day in days:
            truths = [getattr(each, meaning)(*states, day) for each in every]
            agrees(by_day.at(day.toordinal()), truths, exact=exact)

    compared("in_force", IN_FORCE)
    told = persons(rule)
    for who in told:
        compared("is_party", IN_FORCE_FOR, who)
        compared("contracting", CONTRACTING, who)
        compared("signatory", SIGNATORY, who)
        compared("owes_interim", INTERIM, who)
        compared("applies", PROVISIONAL, who)
    for a, b in pairs(told):
        compared("between", BETWEEN, a, b)
        compared("operative", OPERATIVE, a, b)


def agrees(answer: Truth, meaning: list[bool], *, exact: bool) -> None:
    """An answer is never wrong, and where it is said to be exact, it is the meaning."""
    truth = Truth.among(meaning)
    assert answer is truth or (not exact and answer.is_unknown), (answer, truth)


@searched
@given(rules(), events(), possible_days())
def test_law_1_one_more_consent_never_makes_entry_later(
    rule: Rule, drawn: tuple[Event, ...], spread: tuple[date, ...]
) -> None:
    """With consents, names and shares over a fixed table, one more consent can only help."""
    assume(is_monotone(rule.upon))
    rule = replace(rule, successor=None)  # with few parties, all are sooner parties to it
    if rule.between:  # it waits for both, and a rule of its own may put off the second
        rule = replace(rule, later_delay=None, later_month=None)
    without = tuple(event for event in drawn if event.by != STATES[0])
    more = (*without, Event("consent", STATES[0], spread))
    before, after = entry(computed(rule, without)), entry(computed(rule, more))
    assert after[0] <= before[0]
    if few_worlds(more):  # else the last day is but a bound
        assert after[1] <= before[1]


@searched
@given(rules(), events(widest=20), st.data())
def test_law_2_narrowing_a_date_only_resolves_unknown(
    rule: Rule, drawn: tuple[Event, ...], data: st.DataObject
) -> None:
    """A date that is known better must never flip a yes or a no, nor make either unknown."""
    assume(drawn)
    assume(any(worlds(tuple(replace(event, days=event.days[:1]) for event in drawn))))
    narrow = []
    for event in drawn:
        start = data.draw(st.integers(0, len(event.days) - 1))
        stop = data.draw(st.integers(start, len(event.days) - 1))
        narrow.append(replace(event, days=event.days[start : stop + 1]))
    assume(few_worlds(tuple(narrow)) and any(worlds(tuple(narrow))))
    wide, sharp = computed(rule, drawn), computed(rule, tuple(narrow))
    for day in sorted({day for event in drawn for day in event.days}):
        for known, better in (
            (wide.in_force(day).value, sharp.in_force(day).value),
            (wide.in_force_for("AUT", day).value, sharp.in_force_for("AUT", day).value),
        ):
            assert known.is_unknown or better is known


@searched
@given(rules(), events())
def test_law_3_the_meaning_is_what_holds_in_all_worlds(rule: Rule, drawn: tuple[Event, ...]) -> None:
    """Where few days are imprecise, every answer must be exactly what brute force gives."""
    assume(drawn)
    assume(few_worlds(drawn))
    compare(computed(rule, drawn), rule, drawn, exact=True)


@searched
@given(rules(), events())
def test_law_3_bounds_are_never_wrong(rule: Rule, drawn: tuple[Event, ...]) -> None:
    """Where the days are only bounded, no answer may be wrong; it may be unknown more often."""
    assume(drawn)
    assume(few_worlds(drawn))
    with patch.object(interpretations, "MOST_WORLDS", 1), patch.object(interpretations, "MOST_DISPUTES", 1):
        found = computed(rule, drawn)
    compare(found, rule, drawn, exact=False)


@searched
@given(rules(), events(widest=2), some_states)
def test_law_3_holds_where_a_treaty_is_open_to_some(
    rule: Rule, drawn: tuple[Event, ...], open_to: tuple[str, ...]
) -> None:
    """Who joins what is not open to it may be let in or not: no answer may be wrong in either case."""
    assume(not rule.between)
    rule = replace(rule, open_to=open_to)
    either = uncertain(rule, drawn)
    assume(either != drawn)
    assume(few_worlds(either))
    compare(computed(rule, drawn), rule, drawn, exact=False)


@searched
@given(successions())
def test_law_3_holds_where_states_succeed_one_another(drawn: tuple[Rule, tuple[Event, ...]]) -> None:
    """States that separate, dissolve, unite or become independent: no answer may be wrong."""
    rule, acts = drawn
    assume(few_worlds(acts))
    compare(computed(rule, acts), rule, acts, exact=False)


@searched
@given(rules(), events(widest=9))
def test_law_4_the_timeline_agrees_with_in_force_on_every_day(rule: Rule, drawn: tuple[Event, ...]) -> None:
    """The stretches must have no gap and no overlap, and say of every day what in_force says."""
    found = computed(rule, drawn)
    stretches = found.timeline()
    assert stretches[0].start is None
    assert stretches[-1].end is None
    for before, after in pairwise(stretches):
        assert before.end == after.start
    for day in sorted({day for event in drawn for day in event.days} | {LAST}):
        for shift in (-1, 0, 1, 30, 366):
            asked = day + timedelta(shift)
            assert stretches.on(asked).value is found.in_force(asked).value


@searched
@given(rules(), events(), st.randoms(use_true_random=False))
def test_law_5_the_order_of_input_is_irrelevant(rule: Rule, drawn: tuple[Event, ...], random: Random) -> None:
    """Shuffling and doubling the acts must change nothing."""
    acts = acts_of(drawn)
    mixed = [*acts, *acts[:1]]
    random.shuffle(mixed)
    one, other = status_of(rule, acts), status_of(rule, mixed)
    assert one.timeline() == other.timeline()
    assert one.parties(LAST) == other.parties(LAST)


@searched
@given(rules(), events(widest=9))
def test_law_6_a_party_has_consented(rule: Rule, drawn: tuple[Event, ...]) -> None:
    """A party must be a contracting state unless bound by majority; without consents nothing is in force."""
    assume(not binds_without_consent(rule))
    found = computed(rule, drawn)
    for day in {day for event in drawn for day in event.days} | {LAST}:
        parties, contracting = found.parties(day), found.contracting_states(day)
        assert parties.certain <= contracting.certain
        assert parties.possible <= contracting.possible | contracting.certain
        if not contracting.certain | contracting.possible:
            assert found.in_force(day).is_no


@searched
@given(st.lists(conditions(), min_size=1, max_size=3), rules(), events())
def test_law_7_all_of_is_the_latest_and_any_of_the_earliest(
    parts: list[tuple[object, ...]], rule: Rule, drawn: tuple[Event, ...]
) -> None:
    """On trigger days, with never after all days: all_of is max, any_of is min."""
    assume(all(is_monotone(part) for part in parts))
    plain = tuple(replace(event, days=event.days[:1]) for event in drawn if event.kind == "consent")
    assume(not any(event.contested for event in plain))

    def day(upon: tuple[object, ...]) -> int:
        return computed(replace(rule, upon=upon), plain)._by_day.interpreted.history.trigger.lo

    days = [day(part) for part in parts]
    assert day(("all_of", *parts)) == max(days)
    assert day(("any_of", *parts)) == min(days)
    assert day(("all_of", *reversed(parts))) == max(days)
    assert day(("any_of", parts[0], parts[0])) == day(("all_of", parts[0], parts[0])) == days[0]


@searched
@given(rules(), events(), st.lists(st.integers(0, 60), min_size=20, max_size=20), st.integers(-5, 60))
def test_law_8_what_was_known_rests_on_nothing_published_later(
    rule: Rule, drawn: tuple[Event, ...], delays: list[int], known: int
) -> None:
    """The answers of a day must be those of a brief that never held what was published after it."""
    assume(len(drawn) <= len(delays))
    alone = replace(rule, parent=None, successor=None, eligibility=None, binds="acceptors")
    assume(not binds_without_consent(alone))
    day = START + timedelta(known)
    published = {"text": START - timedelta(10)}
    records: list[Record] = [evolve(treaty_of(alone), citations=[Citation(source="text")], coverage=None)]
    for number, (event, delay) in enumerate(zip(drawn, delays, strict=False)):
        published[f"s{number}"] = max((*event.days, *event.further)) + timedelta(delay)
        records.append(evolve(act(event, number), citations=[Citation(source=f"s{number}")]))
    sources = {name: Source(publisher=f"paper {name}", published=on) for name, on in published.items()}
    whole = Brief(title="all", as_of=LAST, sources=sources, records=records)
    held = [each for each in records if all(published[one.source] <= day for one in each.citations)]
    fewer = Brief(title="then", as_of=day, sources=sources, records=held)
    assume(len(held) > 0 and held[0].id == "t")
    one, other = whole.as_known(day).status("t"), fewer.status("t")
    assert [stretch[:3] for stretch in one.timeline()] == [stretch[:3] for stretch in other.timeline()]
    assert one.parties(day) == other.parties(day)
    assert one.awaiting(day) == other.awaiting(day)


@searched
@given(rules(), events(), st.integers(0, 99))
def test_law_9_a_contest_only_makes_unknown(rule: Rule, drawn: tuple[Event, ...], which: int) -> None:
    """Contesting an act must never flip an answer; each side gives one of the outcomes, none else decides."""
    assume(drawn)
    drawn = tuple(
        replace(event, contested=event.contested or number == which % len(drawn))
        for number, event in enumerate(drawn)
    )
    undisputed = computed(rule, tuple(replace(event, contested=False) for event in drawn))
    disputed = computed(rule, drawn)
    for_it = computed(rule, drawn, position_of="AUT")
    against = computed(rule, drawn, position_of=DISPUTER)
    by_none = computed(rule, drawn, position_of="BRA")
    did_all = all(event.by == "AUT" for event in drawn if event.contested)
    for day in sorted({day for event in drawn for day in event.days} | {LAST}):
        open_answer = disputed.in_force(day).value
        assert open_answer in {undisputed.in_force(day).value, Truth.UNKNOWN}
        for side in (for_it, against):
            assert open_answer.is_unknown or side.in_force(day).value is open_answer
        if did_all or not for_it.in_force(day).value.is_unknown:
            assert for_it.in_force(day).value is undisputed.in_force(day).value
        assert by_none.in_force(day).value is open_answer


@searched
@given(rules(), events(), st.randoms(use_true_random=False))
def test_law_10_either_code_of_a_continuing_state_gives_the_same(
    rule: Rule, drawn: tuple[Event, ...], random: Random
) -> None:
    """Acts of Russia and of the Soviet Union are acts of one person."""

    def under(code: str, event: Event) -> Event:
        return replace(event, by=code) if event.by == STATES[0] else event

    one = computed(rule, tuple(under("RUS", event) for event in drawn))
    other = computed(rule, tuple(under(random.choice(["RUS", "SUN"]), event) for event in drawn))
    assert [stretch[:3] for stretch in one.timeline()] == [stretch[:3] for stretch in other.timeline()]
    assert one.parties(LAST) == other.parties(LAST)
    assert one.in_force_for("SUN", LAST).value is other.in_force_for("RUS", LAST).value


@searched
@given(rules(), events(widest=2) | events(widest=9), possible_days(), st.booleans())
def test_pairs_are_symmetric_and_rest_on_both(
    rule: Rule, drawn: tuple[Event, ...], spread: tuple[date, ...], precludes: bool
) -> None:
    """In force between two must be so both ways and for both; operative must be in force."""
    on = when(spread)
    acts = [
        *acts_of(drawn),
        Suspension(treaty="t", by="AUT", towards=["BEL"], notified=on),
        Objection(treaty="t", by="BEL", to="DNK", on=on, precludes_entry=precludes),
    ]
    found = status_of(rule, acts)
    for day in sorted({day for event in drawn for day in event.days} | {*spread, LAST}):
        for a, b in combinations(STATES[:3], 2):
            between = found.in_force_between(a, b, day).value
            assert between is found.in_force_between(b, a, day).value
            operative = found.operative_between(a, b, day).value
            assert operative is found.operative_between(b, a, day).value
            if between.is_yes:
                assert found.in_force_for(a, day).is_yes
                assert found.in_force_for(b, day).is_yes
            if between.is_no:
                assert operative.is_no
            if operative.is_yes:
                assert between.is_yes
