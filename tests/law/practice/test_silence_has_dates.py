"""An act that is not recorded opens only the days on which it could have an effect."""

import pytest

import geobrief as gb
from tests.law.given import ratified, treaty_of
from tests.law.practice.said import brief_of, value

NO_CONSENTS = gb.Coverage(acts=["signature", "termination"])
"""Signatures and terminations are recorded; consents are not."""

ENDED = gb.Termination(treaty="t", on="1950-06-01", effective="1951-01-01")


@pytest.mark.xfail(
    strict=True,
    raises=AssertionError,
    reason="no act that is missing revives a treaty that all have ended (VCLT 54(b), 70)",
)
@pytest.mark.parametrize("day", ["1951-01-01", "1960-01-01", "2020-01-01"])
def test_after_a_termination_by_all(day: str) -> None:
    """Once all have ended a treaty, no consent that is not recorded brings it back (54(b), 70)."""
    found = treaty_of(gb.Exchange(), ENDED, between=["FRA", "GBR"], coverage=NO_CONSENTS)
    assert value(found.in_force(day)) == "no"
    assert value(found.in_force_for("FRA", day)) == "no"
    assert value(found.in_force_between("FRA", "GBR", day)) == "no"
    assert value(found.in_force("1940-01-01")) == "unknown"


@pytest.mark.xfail(
    strict=True,
    raises=AssertionError,
    reason="no act that is missing brings a treaty in before its day (VCLT 24(1))",
)
@pytest.mark.parametrize(
    "clause",
    [
        gb.EntryIntoForce(upon=gb.OnDate("1994-11-16")),
        gb.EntryIntoForce(upon=gb.Agreed("1995-01-01")),
        gb.EntryIntoForce(upon=gb.Consents(5), not_before="1995-01-13"),
    ],
)
def test_before_an_agreed_day(clause: gb.EntryIntoForce) -> None:
    """Before the day that its text names a treaty is not in force, whatever is missing (24(1))."""
    treaty = gb.Treaty(id="t", title="Convention", entry_into_force=clause, coverage=NO_CONSENTS)
    signature = gb.Signature(treaty="t", by="AUT", on="1990-01-01")
    found = gb.status(treaty, [signature], as_of="2000-01-01")
    assert value(found.in_force("1994-11-15")) == "no"
    assert value(found.in_force("1996-01-01")) == "unknown"


@pytest.mark.xfail(
    strict=True,
    raises=AssertionError,
    reason="no act that is missing brings a treaty in before it was adopted (VCLT 9, 24)",
)
def test_before_its_adoption() -> None:
    """No open treaty is in force before it was adopted, whatever is missing (9, 24(4))."""
    found = treaty_of(
        gb.Consents(2), ratified("AUT", "1990-06-01"), adopted="1990-05-01", coverage=NO_CONSENTS
    )
    assert value(found.in_force("1980-01-01")) == "no"
    assert value(found.in_force("1995-01-01")) == "unknown"


@pytest.mark.xfail(
    strict=True,
    raises=AssertionError,
    reason="no act that is missing revives a treaty whose term is over (VCLT 54(a))",
)
def test_after_a_term_that_only_an_extension_could_have_prolonged() -> None:
    """Where extensions are recorded, a term that is over is over, whatever consents are missing (54(a))."""
    found = treaty_of(
        gb.Exchange(),
        gb.InstrumentExchange(treaty="t", on="1990-01-01"),
        between=["FRA", "GBR"],
        duration=gb.Duration(until="2000-01-01"),
        coverage=gb.Coverage(acts=["signature", "termination", "extension", "withdrawal"]),
    )
    assert value(found.in_force("2000-01-01")) == "no"
    assert value(found.in_force("2010-01-01")) == "no"


@pytest.mark.xfail(
    strict=True,
    raises=AssertionError,
    reason="no act that is missing makes a party of a state that is gone (VCLT 6)",
)
def test_a_state_that_is_gone() -> None:
    """No consent that is missing makes a party of a state that is gone (6)."""
    acts = [ratified("AUT", "1990-01-01"), ratified("BEL", "1990-01-01")]
    found = treaty_of(gb.Consents(2), *acts, coverage=NO_CONSENTS)
    assert value(found.in_force_for("CSK", "2000-01-01")) == "no"
    assert value(found.in_force_for("CHE", "2000-01-01")) == "unknown"


def test_silence_on_endings_opens_what_is_in_force() -> None:
    """Where terminations and withdrawals are not recorded, what entered may have ended (54)."""
    found = treaty_of(
        gb.Consents(2),
        ratified("AUT", "1990-01-01"),
        ratified("BEL", "1990-01-01"),
        coverage=gb.Coverage(acts=["signature", "ratification"]),
    )
    assert value(found.in_force("2000-01-01")) == "unknown"


def test_full_coverage_keeps_every_no() -> None:
    """Where everything is covered, a treaty that lacks consents is not in force (24)."""
    brief = brief_of(
        gb.Treaty(id="t", title="Pact", entry_into_force=gb.EntryIntoForce(upon=gb.Consents(2))),
        ratified("AUT", "1990-01-01"),
    )
    assert value(brief.in_force("t", "2000-01-01")) == "no"
