"""An act that is not recorded opens only the days on which it could have an effect."""

import pytest

import geobrief as gb
from geobrief.model.signature import SignatureEffect
from tests.law.given import ratified, treaty_of
from tests.law.practice.said import brief_of, value

NO_CONSENTS = gb.Coverage(acts=["signature", "termination"])
"""Signatures and terminations are recorded; consents are not."""

ENDED = gb.Termination(treaty="t", on="1950-06-01", effective="1951-01-01")


@pytest.mark.parametrize("day", ["1951-01-01", "1960-01-01", "2020-01-01"])
def test_after_a_termination_by_all(day: str) -> None:
    """Once all have ended a treaty, no consent that is not recorded brings it back (54(b), 70)."""
    found = treaty_of(gb.Exchange(), ENDED, between=["FRA", "GBR"], coverage=NO_CONSENTS)
    assert value(found.in_force(day)) == "no"
    assert value(found.in_force_for("FRA", day)) == "no"
    assert value(found.in_force_between("FRA", "GBR", day)) == "no"
    assert value(found.in_force("1940-01-01")) == "unknown"


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


def test_before_its_adoption() -> None:
    """No open treaty is in force before it was adopted, whatever is missing (9, 24(4))."""
    found = treaty_of(
        gb.Consents(2), ratified("AUT", "1990-06-01"), adopted="1990-05-01", coverage=NO_CONSENTS
    )
    assert value(found.in_force("1980-01-01")) == "no"
    assert value(found.in_force("1995-01-01")) == "unknown"


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


def test_the_reason_names_the_end() -> None:
    """Where no consent is recorded, what all did to end it is why it is not in force (54(b))."""
    found = treaty_of(gb.Exchange(), ENDED, between=["FRA", "GBR"], coverage=NO_CONSENTS)
    answer = found.in_force("1960-01-01")
    assert str(answer) == "no: out of force since 1951-01-01: it was terminated by all parties on 1950-06-01"
    assert answer.missing == ()
    assert found.entered_into_force.is_unknown


def test_the_reason_names_the_first_day() -> None:
    """Before the day that the text names, the text is why it is not in force (24(1))."""
    found = treaty_of(gb.Consents(5), not_before="1995-01-13", coverage=NO_CONSENTS)
    assert str(found.in_force("1994-01-01")) == "no: whatever is not recorded had no effect before 1995-01-13"


def test_what_some_ended_among_themselves() -> None:
    """A termination among some ends nothing for others whose consent may be missing (54(b), 58)."""
    among = gb.Termination(treaty="t", on="1950-06-01", effective="1951-01-01", between=["FRA", "GBR"])
    found = treaty_of(gb.Consents(2), among, coverage=NO_CONSENTS)
    assert value(found.in_force("1960-01-01")) == "unknown"


def test_a_disputed_end() -> None:
    """A termination of which the effect is disputed leaves open what is missing."""
    disputed = gb.Termination(
        treaty="t", on="1950-06-01", effective="1951-01-01", contested=[gb.Contest(by="FRA")]
    )
    found = treaty_of(gb.Exchange(), disputed, between=["FRA", "GBR"], coverage=NO_CONSENTS)
    assert value(found.in_force("1960-01-01")) == "unknown"


@pytest.mark.parametrize(
    ("effect", "between", "answer"),
    [
        (None, (), "unknown"),
        (None, ("AUT", "BEL"), "yes"),
        ("definitive", (), "yes"),
        ("subject_to_ratification", (), "no"),
    ],
)
def test_a_signature_of_what_only_names_a_day(
    effect: SignatureEffect | None, between: tuple[str, ...], answer: str
) -> None:
    """A signature that says nothing of itself binds to a closed text that asks for nothing else (12, 14)."""
    acts = [gb.Signature(treaty="t", by=who, on="1990-01-01", effect=effect) for who in ("AUT", "BEL")]
    found = treaty_of(gb.OnDate("1994-11-16"), *acts, between=between)
    assert value(found.in_force("1994-11-15")) == "no"
    assert [value(found.in_force_for("AUT", day)) for day in ("1994-11-15", "1995-01-01")] == ["no", answer]
    assert value(found.in_force("1995-01-01")) == answer
    assert value(found.bound_by_interim_obligation("AUT", "1992-01-01")) == "yes"  # 18(a) or (b)
