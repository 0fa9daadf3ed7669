"""The laws of sentences: what must hold of every reason, whatever the treaty and the acts."""

import re
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from geobrief.answer import Answer
from geobrief.law import TreatyStatus
from geobrief.law.uncertain.span import NEVER, Span
from tests.law.generated import STATES, computed, events, rules
from tests.law.worlds import LAST, Event, Rule

DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")
NOTATION = re.compile(r"\d{4}(-\d\d)*/|\.\.|/\d{4}|\bNone\b|\.$|  | ,|9999|0001")
"""Dates as files have them, full stops, and what is left of what was not known."""

pytestmark = [pytest.mark.deep, pytest.mark.timeout(7200)]

searched = settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])


def answers(found: TreatyStatus, drawn: tuple[Event, ...]) -> list[Answer]:
    """Ask much on the days around the acts."""
    asked = [found.entered_into_force]
    for day in sorted({day for event in drawn for day in event.days} | {LAST})[:4]:
        for on in (day - timedelta(1), day, day + timedelta(40)):
            asked += [found.in_force(on), found.operative_between(STATES[0], STATES[1], on)]
            for who in STATES[:2]:
                asked += [found.in_force_for(who, on), found.bound_by_interim_obligation(who, on)]
                asked.append(found.provisionally_applied(who, on))
    return asked


@searched
@given(rules(), events(widest=9))
def test_every_answer_gives_its_reasons_once_and_in_words(rule: Rule, drawn: tuple[Event, ...]) -> None:
    """An answer must have a reason, none twice, and none in the notation of files."""
    for answer in answers(computed(rule, drawn), drawn):
        texts = [reason.text for reason in answer.reasons]
        assert texts
        assert len(set(texts)) == len(texts), texts
        for text in (*texts, *map(str, answer.missing)):
            assert not NOTATION.search(text), text


@searched
@given(rules(), events())
def test_no_sentence_tells_the_opposite_of_its_answer(rule: Rule, drawn: tuple[Event, ...]) -> None:
    """What is open or over must not be told as in force."""
    found = computed(rule, drawn)
    for day in sorted({day for event in drawn for day in event.days} | {LAST}):
        for on in (day, day + timedelta(40)):
            answer = found.in_force(on)
            if not answer.is_yes:
                assert not answer.reasons[0].text.startswith("in force since"), answer
            if not answer.is_no:
                assert not answer.reasons[0].text.startswith("out of force since"), answer


@searched
@given(rules(), events())
def test_each_yes_names_a_day_that_bears_on_it(rule: Rule, drawn: tuple[Event, ...]) -> None:
    """The headline of a yes must name a day by which something was so, or it would not say what decides."""
    for answer in answers(computed(rule, drawn), drawn):
        if answer.is_yes and answer.on is not None:
            named = DAY.findall(str(answer).removeprefix("yes"))
            assert named, answer
            assert min(named) <= str(answer.on), answer


@searched
@given(rules(), events())
def test_nothing_is_told_that_was_done_later(rule: Rule, drawn: tuple[Event, ...]) -> None:
    """What was done after a day must not be told of it, unless it works back or leaves the day open."""
    found = computed(rule, drawn)
    acts = {one.act.id: one for one in found._by_day.interpreted.acts}
    for answer in answers(found, drawn):
        day = Span.of(answer.on).hi if answer.on else NEVER
        told = {name for each in answer.reasons for reason in each.walk() for name in reason.records}
        for one in (acts[name] for name in told if name in acts):
            works_back = one.act.kind_name == "objection" or one.effect.lo <= day
            is_open = one.act.contested or one.day.lo >= NEVER or answer.is_unknown
            assert one.day.lo <= day or works_back or is_open, answer.explain()
