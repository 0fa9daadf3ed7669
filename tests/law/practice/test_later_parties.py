"""Who is a later party is measured against one day, also where entry waits for a party (VCLT 24(3))."""

import pytest

import geobrief as gb
from tests.law.given import ratified, treaty_of
from tests.law.practice.said import value

AFTER_ENTRY = gb.LaterParties(after=gb.Days(30), to="deposited_after_entry")


def test_a_fixed_day_on_which_nobody_had_consented() -> None:
    """The first consent after a fixed day brings the treaty in; who follows is later (24(3))."""
    acts = [ratified("AUT", "2000-06-01"), ratified("BEL", "2000-06-15")]
    found = treaty_of(gb.OnDate("2000-01-01"), *acts, then=AFTER_ENTRY)
    days = ("2000-07-02", "2000-07-14", "2000-07-15")
    assert [value(found.in_force_for("BEL", day)) for day in days] == ["no", "no", "yes"]


def test_another_treaty_on_whose_entry_nobody_had_consented() -> None:
    """A protocol that enters with another treaty waits for its first party (24(3))."""
    other = treaty_of(gb.Consents(1), ratified("AUT", "2000-01-01", treaty="o"), id="o")
    acts = [ratified("AUT", "2000-06-01"), ratified("BEL", "2000-06-15")]
    found = treaty_of(gb.TreatyInForce("o"), *acts, then=AFTER_ENTRY, told={"treaties": {"o": other}})
    assert [value(found.in_force_for("BEL", day)) for day in ("2000-07-02", "2000-07-15")] == ["no", "yes"]


def test_an_agreed_day_on_which_the_first_had_taken_its_consent_back() -> None:
    """A consent that was taken back before the day brings nothing in: the next one does (24(1), 24(3))."""
    taken_back = gb.Withdrawal(treaty="t", by="CHE", withdraws="ratification", received="1999-12-01")
    acts = [
        ratified("CHE", "1999-06-01"),
        taken_back,
        ratified("AUT", "2000-06-01"),
        ratified("BEL", "2000-06-15"),
    ]
    found = treaty_of(gb.Agreed("2000-01-01"), *acts, then=AFTER_ENTRY)
    assert [value(found.in_force_for("BEL", day)) for day in ("2000-07-02", "2000-07-15")] == ["no", "yes"]


def test_the_treaty_is_in_force_from_the_day_of_its_first_party() -> None:
    """The treaty is in force exactly from the day on which its first party is bound (2(1)(g), 24)."""
    acts = [ratified("AUT", "2000-06-01"), ratified("BEL", "2000-06-15")]
    found = treaty_of(gb.OnDate("2000-01-01"), *acts, then=AFTER_ENTRY)
    assert value(found.in_force("2000-05-31")) == "no"
    assert str(found.entered_into_force.since) == "2000-06-01"
    assert value(found.in_force_for("AUT", "2000-06-01")) == "yes"


@pytest.mark.parametrize(("done", "first"), [("1997-04-25", "1997-04-29"), ("1997-05-10", "1997-06-09")])
def test_the_chemical_weapons_convention(done: str, first: str) -> None:
    """Who deposits before the Convention enters gets its day; later ones wait thirty days (XXI)."""
    early = [ratified(who, "1996-10-31") for who in ("AUT", "BEL")]
    found = treaty_of(gb.Consents(2), *early, ratified("USA", done), after=gb.Days(180), then=AFTER_ENTRY)
    day = gb.When(first)
    assert value(found.in_force_for("USA", day.plus(days=-1))) == "no"
    assert value(found.in_force_for("USA", day)) == "yes"
