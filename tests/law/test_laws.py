"""The laws of the law: properties that hold for every treaty, searched at random."""

from collections.abc import Iterable
from datetime import date, timedelta
from math import prod
from unittest.mock import patch

from hypothesis import assume, given
from hypothesis import strategies as st

from geobrief.law import TreatyStatus, readings, status
from geobrief.truth import Truth
from tests.law.generated import DISPUTER, STATES, acts_of, events, rules, treaty_of
from tests.law.worlds import LAST, Event, Fate, Rule, fate, worlds

MOST_WORLDS = 200


def few_worlds(drawn: tuple[Event, ...]) -> bool:
    """Whether brute force is feasible."""
    return prod(len(event.days) + event.contested for event in drawn) <= MOST_WORLDS


def computed(rule: Rule, drawn: tuple[Event, ...], **options: str) -> TreatyStatus:
    """Ask the engine."""
    return status(treaty_of(rule), acts_of(drawn), as_of=LAST, **options)  # type: ignore[arg-type]


def interesting(fates: Iterable[Fate], drawn: tuple[Event, ...]) -> list[date]:
    """List the days around which anything may change in any world."""
    found = {day for event in drawn for day in event.days}
    for each in fates:
        ends = [end for _, start, last in each.parties for end in (start, last)]
        found |= {day for day in (each.trigger, each.entry, each.end, *ends) if day is not None}
    around = {day + timedelta(shift) for day in found for shift in (-1, 0, 1)}
    return sorted(day for day in around if day <= LAST)


def compare(found: TreatyStatus, rule: Rule, drawn: tuple[Event, ...], *, exact: bool) -> None:
    """Compare the engine with brute force on every interesting day."""
    every = [fate(rule, world) for world in worlds(drawn)]
    assume(every)
    for day in interesting(every, drawn):
        agree(found.in_force(day).value, [each.in_force(day) for each in every], exact=exact)
        for who in STATES:
            agree(found.in_force_for(who, day).value, [each.is_party(who, day) for each in every], exact=exact)


def agree(answer: Truth, meaning: list[bool], *, exact: bool) -> None:
    """An answer is never wrong, and where it is said to be exact, it is the meaning."""
    truth = Truth.among(meaning)
    assert answer is truth or (not exact and answer.is_unknown), (answer, truth)


@given(rules(), events())
def test_law_3_the_meaning_is_what_holds_in_all_worlds(rule: Rule, drawn: tuple[Event, ...]) -> None:
    """Where few days are imprecise, every answer must be exactly what brute force gives."""
    assume(drawn)
    assume(few_worlds(drawn))
    compare(computed(rule, drawn), rule, drawn, exact=True)


@given(rules(), events())
def test_law_3_bounds_are_never_wrong(rule: Rule, drawn: tuple[Event, ...]) -> None:
    """Where the days are only bounded, no answer may be wrong; it may be unknown more often."""
    assume(drawn)
    assume(few_worlds(drawn))
    with patch.object(readings, "MOST_WORLDS", 1), patch.object(readings, "MOST_DISPUTES", 1):
        found = computed(rule, drawn)
    compare(found, rule, drawn, exact=False)
