"""Notice against renewal is not withdrawal: it ends a treaty, or one's part, with the term (VCLT 54(a))."""

import geobrief as gb
from tests.law.given import ratified, treaty_of, withdrew
from tests.law.practice.said import value

FIVE = gb.Duration(term=gb.Years(5), renewal=gb.Renewal(each=gb.Years(5), notice=gb.Months(6)))
ENTERED = gb.InstrumentExchange(treaty="t", on="2000-01-01")


def pact(*acts: gb.Record, **fields: object) -> gb.TreatyStatus:
    """Make a treaty between two that runs five years and is renewed tacitly."""
    return treaty_of(gb.Exchange(), ENTERED, *acts, between=["FRA", "ITA"], duration=FIVE, **fields)


def test_where_withdrawal_is_excluded() -> None:
    """Notice in time against renewal ends a treaty that excludes withdrawal, with its term (54(a))."""
    found = pact(withdrew("ITA", "2004-05-01"), withdrawal=gb.WithdrawalClause(allowed=False))
    days = ("2004-12-31", "2005-01-01", "2008-01-01")
    assert [value(found.in_force(day)) for day in days] == ["yes", "no", "no"]


def test_too_late_where_withdrawal_is_excluded() -> None:
    """Notice given too late against renewal works at the end of the next term (54(a))."""
    found = pact(withdrew("ITA", "2004-09-01"), withdrawal=gb.WithdrawalClause(allowed=False))
    days = ("2005-01-01", "2009-12-31", "2010-01-01")
    assert [value(found.in_force(day)) for day in days] == ["yes", "yes", "no"]


def test_which_of_the_two_is_not_said() -> None:
    """Where a treaty knows both and the notice does not say which, the days between are unknown (54(a))."""
    found = pact(withdrew("ITA", "2002-01-01"), withdrawal=gb.WithdrawalClause(notice="3 months"))
    days = ("2002-03-31", "2002-06-01", "2004-12-31", "2005-01-01")
    assert [value(found.in_force(day)) for day in days] == ["yes", "unknown", "unknown", "no"]


def test_only_renewal_can_be_meant() -> None:
    """Where the treaty has no clause on withdrawal but renews itself, notice is against renewal (54(a))."""
    found = pact(withdrew("ITA", "2004-07-01"))
    assert [value(found.in_force(day)) for day in ("2004-12-31", "2005-01-01")] == ["yes", "no"]


def test_only_withdrawal_can_be_meant() -> None:
    """Where the treaty has no term, notice is withdrawal (54(a))."""
    found = treaty_of(
        gb.Exchange(),
        ENTERED,
        withdrew("ITA", "2004-07-01"),
        between=["FRA", "ITA"],
        withdrawal=gb.WithdrawalClause(notice="3 months"),
    )
    assert [value(found.in_force(day)) for day in ("2004-09-30", "2004-10-01")] == ["yes", "no"]


SIX = ["ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"]
NINE = [*SIX, "AZE", "GEO", "UZB"]


def tashkent(*acts: gb.Record, **fields: object) -> gb.TreatyStatus:
    """Make the Treaty of Tashkent, in force for nine states from 1994-04-20 for five years."""
    consents = [ratified(who, "1994-04-20") for who in NINE]
    return treaty_of(gb.Named(NINE), *consents, *acts, between=NINE, **fields)


def test_tashkent_1999_by_extension() -> None:
    """Six of nine extended the Treaty of Tashkent in 1999; three were out with its term (41, 54)."""
    extension = gb.Extension(treaty="t", between=SIX, agreed="1999-04-02", lengthened="5 years")
    found = tashkent(extension, duration=gb.Duration(term=gb.Years(5)))
    assert sorted(found.parties("1999-04-19")) == sorted(NINE)
    assert sorted(found.parties("1999-04-20")) == SIX
    assert value(found.in_force("1999-04-20")) == "yes"


def test_tashkent_1999_by_notice() -> None:
    """In a treaty of nine, notice against renewal ends the part of its author alone (54, 55)."""
    notices = [withdrew(who, "1998-09-01") for who in ("AZE", "GEO", "UZB")]
    found = tashkent(*notices, duration=FIVE, withdrawal=gb.WithdrawalClause(allowed=False))
    assert sorted(found.parties("1999-04-19")) == sorted(NINE)
    assert sorted(found.parties("1999-04-20")) == SIX
    assert value(found.in_force("1999-04-20")) == "yes"
