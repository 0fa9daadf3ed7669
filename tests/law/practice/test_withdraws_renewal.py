"""A withdrawal says whether it leaves the treaty or only its next term (VCLT 54(a), 55)."""

import pytest

import geobrief as gb
from tests.law.given import ratified, treaty_of, withdrew
from tests.law.practice.said import value

FIVE = gb.Duration(term=gb.Years(5), renewal=gb.Renewal(each=gb.Years(5), notice=gb.Months(6)))
ENTERED = gb.InstrumentExchange(treaty="t", on="2000-01-01")
SHORT = gb.WithdrawalClause(notice="3 months")


def pact(notice: gb.Withdrawal, **fields: object) -> gb.TreatyStatus:
    """Make a treaty between two that runs five years, is renewed, and was given notice of."""
    return treaty_of(gb.Exchange(), ENTERED, notice, between=["FRA", "ITA"], duration=FIVE, **fields)


def test_of_renewal_where_leaving_is_shorter() -> None:
    """Notice against renewal ends it with the term, although leaving would take three months (54(a))."""
    found = pact(withdrew("ITA", "2002-01-01", withdraws="renewal"), withdrawal=SHORT)
    assert [value(found.in_force(day)) for day in ("2004-12-31", "2005-01-01")] == ["yes", "no"]


def test_of_the_treaty_where_it_is_also_renewed() -> None:
    """A withdrawal from the treaty takes effect after its notice, whatever the term (54(a))."""
    found = pact(withdrew("ITA", "2002-01-01", withdraws="treaty"), withdrawal=SHORT)
    assert [value(found.in_force(day)) for day in ("2002-03-31", "2002-04-01")] == ["yes", "no"]


def test_of_the_treaty_where_that_is_excluded() -> None:
    """A withdrawal from a treaty that excludes it is without effect; it is no notice against renewal (56)."""
    found = pact(
        withdrew("ITA", "2002-01-01", withdraws="treaty"), withdrawal=gb.WithdrawalClause(allowed=False)
    )
    assert value(found.in_force("2010-06-01")) == "yes"


@pytest.mark.parametrize(("done", "out"), [("2004-07-01", "2005-01-01"), ("2004-07-02", "2010-01-01")])
def test_on_the_last_day_and_one_later(done: str, out: str) -> None:
    """Notice on the last possible day is in time; a late one works at the next end (54(a))."""
    found = pact(withdrew("ITA", done, withdraws="renewal"), withdrawal=SHORT)
    day = gb.When(out)
    assert [value(found.in_force(each)) for each in (day.plus(days=-1), day)] == ["yes", "no"]


def test_in_a_treaty_of_three() -> None:
    """Among three, notice against renewal ends its author's part alone (54, 55)."""
    acts = [ratified(who, "2000-01-01") for who in ("AUT", "BEL", "CHE")]
    notice = withdrew("CHE", "2004-05-01", withdraws="renewal")
    found = treaty_of(gb.Consents(3), *acts, notice, duration=FIVE)
    assert sorted(found.parties("2005-01-01")) == ["AUT", "BEL"]
    assert value(found.in_force("2005-01-01")) == "yes"


def test_two_of_three_leave_no_treaty() -> None:
    """A treaty that all but one refuse to renew has one party left: not in force between any two (55)."""
    acts = [ratified(who, "2000-01-01") for who in ("AUT", "BEL", "CHE")]
    notices = [withdrew(who, "2004-05-01", withdraws="renewal") for who in ("BEL", "CHE")]
    found = treaty_of(gb.Consents(3), *acts, *notices, between=["AUT", "BEL", "CHE"], duration=FIVE)
    assert value(found.in_force_between("AUT", "BEL", "2006-01-01")) == "no"


def test_the_default_is_unset() -> None:
    """What is withdrawn is not supposed; written out it comes back."""
    assert gb.Withdrawal(treaty="t", by="ITA").withdraws is None
    act = gb.Withdrawal(treaty="t", by="ITA", notified="2004-05-01", withdraws="renewal")
    assert "withdraws: renewal" in gb.dumps(act)
