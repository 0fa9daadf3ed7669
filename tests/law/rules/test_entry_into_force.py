"""The day of entry into force where the days of consent are only bounded."""

from dataclasses import replace
from datetime import date
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from geobrief.law.acts import interpretations
from geobrief.model.condition import Condition, Consents, OnDate
from geobrief.model.entry_into_force import LaterParties
from geobrief.values.delay import Days
from tests.law.generated import STATES, computed, entry, is_monotone, possible_days, rules
from tests.law.given import ratified, treaty_of
from tests.law.worlds import Event, Rule


@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(rules(), st.lists(possible_days(widest=9), min_size=2, max_size=4), st.integers(0, 6))
def test_without_withdrawals_both_bounds_are_worlds_of_their_own(
    rule: Rule, spreads: list[tuple[date, ...]], later: int
) -> None:
    """Entry must be no wider than from all acts at their earliest to all at their latest."""
    assume(is_monotone(rule.upon))
    assume(not (rule.between or rule.parent or rule.successor))
    rule = replace(rule, later_delay=later, later_month=None)
    wide = tuple(Event("consent", who, days) for who, days in zip(STATES, spreads, strict=False))
    first, last = (tuple(replace(event, days=(event.days[at],)) for event in wide) for at in (0, -1))
    with patch.object(interpretations, "MOST_WORLDS", 1):
        found = entry(computed(rule, wide))
    assert found == (entry(computed(rule, first))[0], entry(computed(rule, last))[1])


@pytest.mark.parametrize(
    ("upon", "since"),
    [
        (Consents(1), "2004-03-24/2004-03-26"),
        (Consents(1) & OnDate("2004-03-25"), "2004-03-25/2004-03-26"),
        (Consents(1) | OnDate("2004-03-25"), "2004-03-24/2004-03-27"),
    ],
)
def test_who_meets_the_condition_is_an_original_party(upon: Condition, since: str) -> None:
    """Of many consents nobody knows which was first, but the first must not be put off as a later party."""
    acts = [ratified(who, "2004-03-24/2004-03-26") for who in ("AUT", "BEL", "FIN", "DNK", "SWE", "NOR")]
    found = treaty_of(upon, *acts, then=LaterParties(after=Days(1)))
    assert str(found.entered_into_force.since) == since


def test_who_joins_an_organisation_later_is_counted_then() -> None:
    """Where an organisation counts as its members, the day on which it grows meets the condition (24)."""
    act = ratified("nato", "2004-01-01", means="formal_confirmation")
    found = treaty_of(Consents(26), act, ratified("AUT", "2004-01-01"), organisations="as_its_members")
    assert str(found.entered_into_force.since) == "2004-03-29"
    assert found.in_force("2004-03-28").is_no


def test_a_day_is_named_if_the_condition_is_met_by_it() -> None:
    """Met by that day, it enters on it; met later, no day before the next is possible."""
    found = treaty_of(Consents(1), ratified("AUT", "2000-05/2000-08"), on_date_if_met_by="2000-06-30")
    days = ("2000-06-29", "2000-06-30", "2000-08-31")
    assert [str(found.in_force(day).value) for day in days] == ["no", "unknown", "yes"]
    with patch.object(interpretations, "MOST_WORLDS", 1):
        bounded = treaty_of(Consents(1), ratified("AUT", "2000-05/2000-08"), on_date_if_met_by="2000-06-30")
        assert str(bounded.entered_into_force.since) == "2000-06-30/2000-08-31"
