"""A successor takes over what was under notice: whether the notice runs on is open (VCSS 17, 31, 34)."""

import geobrief as gb
from tests.law.given import ratified, treaty_of, withdrew
from tests.law.practice.said import value

YEAR = gb.WithdrawalClause(notice="1 year")
CZECH = gb.Ratification(
    treaty="t", by="CZE", means="succession", instrument=gb.Instrument(deposited="1993-03-01")
)


def taken_over(*acts: gb.Record, **fields: object) -> gb.TreatyStatus:
    """Make a treaty that Czechoslovakia had with others, and to which Czechia succeeded."""
    had = [ratified(who, "1990-01-01") for who in ("AUT", "CSK")]
    return treaty_of(gb.Consents(1), *had, CZECH, *acts, **fields)


def test_a_withdrawal_that_ran_on_the_day_of_succession() -> None:
    """Czechoslovakia had given notice half a year before it ceased to exist: unknown once that is over."""
    found = taken_over(withdrew("CSK", "1992-06-01"), withdrawal=YEAR)
    days = ("1993-01-01", "1993-05-31", "1993-06-01", "2000-01-01")
    assert [value(found.in_force_for("CZE", day)) for day in days] == ["yes", "yes", "unknown", "unknown"]
    assert (
        "Czechoslovakia had given notice on 1992-06-01" in found.in_force_for("CZE", "1994-01-01").explain()
    )


def test_a_notice_against_renewal_that_ran_on_the_day_of_succession() -> None:
    """Czechoslovakia had given notice against renewal: unknown from the end of that term."""
    renewal = gb.Renewal(each="5 years", notice="6 months")
    found = taken_over(
        withdrew("CSK", "1992-06-01", withdraws="renewal"),
        duration=gb.Duration(term="5 years", renewal=renewal),
    )
    days = ("1994-12-31", "1995-01-01")
    assert [value(found.in_force_for("CZE", day)) for day in days] == ["yes", "unknown"]
    assert value(found.in_force_for("AUT", "1996-01-01")) == "yes"


def test_what_was_over_before_is_nothing_to_the_successor() -> None:
    """That Czechoslovakia had left and come back, or had revoked its notice, leaves nothing open."""
    back = [withdrew("CSK", "1990-06-01"), ratified("CSK", "1992-01-01", id="back")]
    assert value(taken_over(*back, withdrawal=YEAR).in_force_for("CZE", "1995-01-01")) == "yes"
    revoked = withdrew("CSK", "1992-06-01", revoked="1992-10-01")
    assert value(taken_over(revoked, withdrawal=YEAR).in_force_for("CZE", "1995-01-01")) == "yes"


def test_a_notice_after_independence_is_nothing_to_the_new_state() -> None:
    """What the United Kingdom did after Kenya's independence does not touch Kenya (17)."""
    kenya = gb.Ratification(
        treaty="t", by="KEN", means="succession", instrument=gb.Instrument(deposited="1970-01-01")
    )
    acts = [ratified(who, "1950-01-01") for who in ("FRA", "GBR")]
    for day, held in (("1963-06-01", "unknown"), ("1964-06-01", "yes")):
        found = treaty_of(gb.Consents(1), *acts, kenya, withdrew("GBR", day), withdrawal=YEAR)
        assert value(found.in_force_for("KEN", "1971-01-01")) == held


def test_states_that_united_under_notice() -> None:
    """What the South of Yemen had given notice of is open for Yemen once that is over (31)."""
    acts = [ratified("YMD", "1980-01-01"), withdrew("YMD", "1990-01-01")]
    found = treaty_of(gb.Consents(1), *acts, withdrawal=YEAR)
    days = ("1990-12-31", "1991-01-01")
    assert [value(found.in_force_for("YEM", day)) for day in days] == ["yes", "unknown"]
