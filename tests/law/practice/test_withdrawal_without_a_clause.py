"""Notice of withdrawal from a treaty that is silent about it (VCLT 56)."""

import pytest

import geobrief as gb
from tests.law.given import ratified, treaty_of, withdrew
from tests.law.practice.said import value


def silent(*acts: gb.Record, **fields: object) -> gb.TreatyStatus:
    """Make a treaty of three that says nothing of withdrawal."""
    parties = [ratified(who, "1990-01-01") for who in ("AUT", "BEL", "PRK")]
    return treaty_of(gb.Consents(1), *parties, *acts, **fields)


@pytest.mark.parametrize("day", ["1998-08-23", "2000-01-01", "2007-08-23"])
def test_after_twelve_months(day: str) -> None:
    """Whether the parties meant to admit it, or its nature does, is not recorded: unknown (56(1), 56(2))."""
    assert value(silent(withdrew("PRK", "1997-08-23")).in_force_for("PRK", day)) == "unknown"


def test_before_twelve_months_are_over() -> None:
    """Even where it may denounce, a party gives not less than twelve months' notice (56(2))."""
    found = silent(withdrew("PRK", "1997-08-23"))
    for day in ("1997-08-24", "1998-08-22"):
        assert value(found.in_force_for("PRK", day)) == "yes"


def test_where_intention_and_nature_exclude_it() -> None:
    """Where it is recorded that no right to leave is meant or implied, notice has no effect (56(1))."""
    found = silent(withdrew("PRK", "1997-08-23"), withdrawal=gb.WithdrawalClause(allowed=False))
    assert value(found.in_force_for("PRK", "2007-08-23")) == "yes"


def test_where_its_nature_allows_it() -> None:
    """Where a right to leave is recorded as implied, twelve months' notice ends one's part (56)."""
    found = silent(withdrew("PRK", "1997-08-23"), withdrawal=gb.WithdrawalClause(notice="1 year"))
    assert [value(found.in_force_for("PRK", day)) for day in ("1998-08-22", "1998-08-23")] == ["yes", "no"]


def test_a_bilateral_treaty_without_a_clause() -> None:
    """A bilateral treaty without a clause that one side denounced is unknown after twelve months (56)."""
    exchange = gb.InstrumentExchange(treaty="t", on="1990-01-01")
    found = treaty_of(gb.Exchange(), exchange, withdrew("ITA", "2000-01-01"), between=["FRA", "ITA"])
    days = ("2000-12-31", "2001-01-01", "2010-01-01")
    assert [value(found.in_force(day)) for day in days] == ["yes", "unknown", "unknown"]


def test_others_stay_parties() -> None:
    """A notice concerns its author alone; the set of parties says who is open (56, 55)."""
    parties = silent(withdrew("PRK", "1997-08-23")).parties("2000-01-01")
    assert sorted(parties) == ["AUT", "BEL"]
    assert sorted(parties.possible) == ["PRK"]


def test_a_revoked_notice() -> None:
    """A notice that was revoked within the twelve months leaves nothing open (68)."""
    found = silent(withdrew("PRK", "1997-08-23", revoked="1998-01-01"))
    assert value(found.in_force_for("PRK", "2000-01-01")) == "yes"
