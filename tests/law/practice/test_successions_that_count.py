"""Successions count towards a number where the clause says so (VCSS 18, and practice)."""

import pytest

import geobrief as gb
from tests.law.given import ratified, treaty_of
from tests.law.practice.said import value

OLD = [ratified("CSK", "1961-01-01"), ratified("AUT", "1962-01-01")]
NEW = gb.Ratification(
    treaty="t",
    by="CZE",
    means="succession",
    instrument=gb.Instrument(deposited="1993-02-22", effective="1993-01-01"),
)


def test_it_counts() -> None:
    """A succession completes a number where the clause lets it count."""
    clause = gb.EntryIntoForce(upon=gb.Consents(3), successions="count")
    treaty = gb.Treaty(id="t", title="T", entry_into_force=clause)
    found = gb.status(treaty, [*OLD, NEW], as_of="2000-01-01")
    assert [value(found.in_force(day)) for day in ("1993-02-21", "1993-02-22")] == ["no", "yes"]


def test_it_does_not_by_default() -> None:
    """Left out, it does not count (practice of depositaries)."""
    assert value(treaty_of(gb.Consents(3), *OLD, NEW).in_force("1995-01-01")) == "no"


@pytest.mark.parametrize("condition", [gb.Named(["AUT", "CZE"]), gb.FractionOf(of="wanted", at_least=1)])
def test_in_every_condition(condition: gb.Named) -> None:
    """It counts in every condition on consents, not only in a number."""
    clause = gb.EntryIntoForce(upon=condition, successions="count")
    treaty = gb.Treaty(id="t", title="T", entry_into_force=clause, groups={"wanted": ["AUT", "CZE"]})
    assert value(gb.status(treaty, [*OLD, NEW], as_of="2000-01-01").in_force("1995-01-01")) == "yes"


def test_no_earlier_than_its_notification() -> None:
    """A number is complete when the succession is notified, not on the day back to which it works (24)."""
    clause = gb.EntryIntoForce(upon=gb.Consents(3), successions="count")
    treaty = gb.Treaty(id="t", title="T", entry_into_force=clause)
    found = gb.status(treaty, [*OLD, NEW], as_of="2000-01-01")
    assert value(found.in_force("1993-01-15")) == "no"
