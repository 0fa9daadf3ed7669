"""Nobody is bound while it cannot be a party, whatever day the text names (VCLT 2(1)(g), 24, 28)."""

import pytest

import geobrief as gb
from tests.law.given import parent, ratified, treaty_of
from tests.law.practice.said import value


def working_back(*states: str, named: str, done: str, **fields: object) -> gb.TreatyStatus:
    """Make a closed treaty that names a day before its own adoption, to which all consented on one day."""
    return treaty_of(
        gb.OnDate(named), *(ratified(who, done) for who in states), between=states, adopted=done, **fields
    )


@pytest.mark.parametrize("day", ["1992-01-01", "1992-07-17", "1992-12-31"])
def test_two_states_that_did_not_exist(day: str) -> None:
    """Czechia and Slovakia exist from 1993-01-01: what they agree upon binds nobody in 1992 (6, 28)."""
    found = working_back("CZE", "SVK", named="1992-01-01", done="1993-06-01")
    assert value(found.in_force(day)) == "no"
    assert value(found.in_force_for("CZE", day)) == "no"
    assert len(found.parties(day)) == 0


def test_it_works_back_to_the_day_on_which_both_exist() -> None:
    """A text that works back does so from the first day on which its parties can be bound (28)."""
    found = working_back("CZE", "SVK", named="1992-01-01", done="1993-06-01")
    assert [value(found.in_force(day)) for day in ("1992-12-31", "1993-01-01")] == ["no", "yes"]
    assert str(found.entered_into_force.since) == "1993-01-01"


def test_one_of_two_states_did_not_exist() -> None:
    """Ethiopia cannot be bound towards an Eritrea that is no state before 1993-05-24 (2(1)(g), 6)."""
    found = working_back("ERI", "ETH", named="1993-01-01", done="1993-09-23")
    for who in ("ERI", "ETH"):
        assert value(found.in_force_for(who, "1993-02-01")) == "no"
        assert value(found.in_force_for(who, "1993-09-23")) == "yes"
    assert value(found.in_force("1993-02-01")) == "no"


def test_a_state_that_had_existed_before() -> None:
    """Montenegro of 2006 is not that of 1868–1915: a text of 2006 binds it from its independence (6)."""
    found = working_back("MNE", "SRB", named="2006-01-01", done="2006-09-01")
    assert value(found.in_force("2006-03-01")) == "no"
    assert value(found.in_force_for("MNE", "2006-03-01")) == "no"
    assert value(found.in_force("2006-09-01")) == "yes"


def test_three_states_of_which_one_did_not_exist() -> None:
    """A closed treaty that asks only for a day waits for all whom it names (24(2))."""
    found = working_back("KEN", "SSD", "UGA", named="2011-01-01", done="2012-01-10")
    assert value(found.in_force("2011-03-01")) == "no"
    assert value(found.in_force_for("SSD", "2011-03-01")) == "no"
    assert value(found.in_force("2012-01-10")) == "yes"


PROTOCOL = {"protocol_to": "p", "eligibility": "parties_to_parent"}


def test_a_parent_joined_later() -> None:
    """A protocol for parties to the parent binds nobody before it is one (15, 24)."""
    told = parent(ratified("AUT", "2000-02-01", treaty="p"), ratified("CHE", "2000-02-01", treaty="p"))
    found = working_back("AUT", "CHE", named="1999-01-01", done="2000-06-01", told=told, **PROTOCOL)
    assert value(found.in_force("1999-06-01")) == "no"
    assert value(found.in_force_for("AUT", "1999-06-01")) == "no"
    assert value(found.in_force("2000-06-01")) == "yes"


def test_one_of_two_is_not_eligible() -> None:
    """A protocol between two is not in force while one of them is no party to the parent (15, 24)."""
    told = parent(ratified("AUT", "1998-02-01", treaty="p"))
    found = working_back("AUT", "CHE", named="1999-01-01", done="2000-06-01", told=told, **PROTOCOL)
    for day in ("1999-06-01", "2000-06-01", "2005-01-01"):
        assert value(found.in_force(day)) == "no"
        assert value(found.in_force_for("AUT", day)) == "no"


def test_one_of_two_becomes_eligible_later() -> None:
    """A protocol between two begins on the day on which the second becomes a party to the parent (15, 24)."""
    told = parent(ratified("AUT", "1998-02-01", treaty="p"), ratified("CHE", "1999-09-01", treaty="p"))
    found = working_back("AUT", "CHE", named="1999-01-01", done="2000-06-01", told=told, **PROTOCOL)
    assert value(found.in_force("1999-06-01")) == "no"
    assert value(found.in_force_for("AUT", "1999-06-01")) == "no"
    assert value(found.in_force("2000-06-01")) == "yes"


def test_a_succession_does_not_work_back_beyond_the_state() -> None:
    """A date of succession before the state existed binds nobody on the days before it did (VCSS 2(1)(d))."""
    act = gb.Ratification(
        treaty="t",
        by="SSD",
        means="succession",
        instrument=gb.Instrument(deposited="2013-01-25", effective="2005-07-09"),
    )
    found = treaty_of(gb.Consents(1), ratified("SDN", "1990-01-01"), act)
    assert not found.in_force_for("SSD", "2006-01-01").is_yes
    assert value(found.in_force_for("SSD", "2013-01-25")) == "yes"


@pytest.mark.parametrize(
    ("state", "done"),
    [
        ("UKR", "1954-11-15"),  # the Genocide Convention
        ("BLR", "1954-08-11"),  # the Genocide Convention
        ("IND", "1945-10-30"),  # the Charter of the United Nations
        ("PHL", "1945-10-11"),  # the Charter of the United Nations
        ("NAM", "1982-11-11"),  # CERD, by the Council for Namibia
    ],
)
def test_a_recorded_act_proves_capacity(state: str, done: str) -> None:
    """A state whose act the depositary took before the tables let it begin is a party by that act (6)."""
    found = treaty_of(gb.Consents(1), ratified(state, done))
    assert value(found.in_force_for(state, done)) == "yes"
    assert value(found.in_force(done)) == "yes"
