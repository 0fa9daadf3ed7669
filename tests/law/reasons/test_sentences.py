"""The laws of sentences: what must hold of every reason, whatever the treaty and the acts."""

import re
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from geobrief.answer import Answer
from geobrief.law import TreatyStatus
from tests.law.generated import STATES, computed, events, rules
from tests.law.worlds import LAST, Event, Rule

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
