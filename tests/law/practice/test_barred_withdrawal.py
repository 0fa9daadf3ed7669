"""Withdrawal that is put off while an armed conflict lasts; whether there is one is a stated fact."""

import pytest

import geobrief as gb
from tests.law.given import ratified, treaty_of, withdrew
from tests.law.practice.said import value

PARTIES = [ratified(who, "2004-01-01") for who in ("AUT", "BEL", "FIN")]


def left(clause: gb.WithdrawalClause, notice: gb.Withdrawal, *days: str) -> list[str]:
    """Tell for some days whether Finland is a party to a treaty that it left."""
    found = treaty_of(gb.Consents(1), *PARTIES, notice, withdrawal=clause)
    assert value(found.in_force_for("AUT", days[-1])) == "yes"
    return [value(found.in_force_for("FIN", day)) for day in days]


OTTAWA = gb.WithdrawalClause(notice="6 months", barred_during_conflict="at_effect")
GENEVA = gb.WithdrawalClause(notice="1 year", barred_during_conflict="at_notice")


def test_in_no_conflict() -> None:
    """Who is engaged in no armed conflict is out six months after receipt (Ottawa 20(3))."""
    notice = withdrew("FIN", "2010-07-10", conflict="none")
    assert left(OTTAWA, notice, "2011-01-09", "2011-01-10") == ["yes", "no"]


def test_a_conflict_that_lasts() -> None:
    """Engaged in a conflict when the six months are over, it stays a party (Ottawa 20(3))."""
    notice = withdrew("FIN", "2010-07-10", conflict="2010-09-01/..")
    assert left(OTTAWA, notice, "2011-01-10", "2020-01-01") == ["yes", "yes"]


def test_the_end_of_a_conflict() -> None:
    """The withdrawal takes effect once the conflict is over (Ottawa 20(3); CCW 9(2); Protocol I 99)."""
    notice = withdrew("FIN", "2010-07-10", conflict="2010-09-01/2012-03-31")
    assert left(OTTAWA, notice, "2011-01-10", "2012-03-31", "2012-04-01") == ["yes", "yes", "no"]


@pytest.mark.parametrize("conflict", ["2010-08-01/2010-12-31", "2011-02-01/.."])
def test_a_conflict_at_another_time(conflict: str) -> None:
    """A conflict that is over by then, or begins after, does not put the effect off (Ottawa 20(3))."""
    notice = withdrew("FIN", "2010-07-10", conflict=conflict)
    assert left(OTTAWA, notice, "2011-01-09", "2011-01-10") == ["yes", "no"]


@pytest.mark.parametrize("clause", [OTTAWA, GENEVA])
def test_whether_there_is_a_conflict_is_not_stated(clause: gb.WithdrawalClause) -> None:
    """Where nobody says whether there was a conflict, it is unknown from the day of effect on."""
    assert left(clause, withdrew("FIN", "2010-07-10"), "2010-12-31", "2011-07-10") == ["yes", "unknown"]


def test_a_conflict_at_the_day_of_notice() -> None:
    """Notice given in a conflict has no effect until peace is concluded (Geneva 63, 62, 142, 158)."""
    notice = withdrew("FIN", "2010-07-10", conflict="2010-01-01/2013-05-31")
    assert left(GENEVA, notice, "2011-07-10", "2013-05-31", "2013-06-01") == ["yes", "yes", "no"]


def test_a_conflict_that_begins_after_the_notice() -> None:
    """A conflict that begins after the notice does not put its effect off (Geneva 63, 62, 142, 158)."""
    notice = withdrew("FIN", "2010-07-10", conflict="2010-09-01/..")
    assert left(GENEVA, notice, "2011-07-09", "2011-07-10") == ["yes", "no"]


def test_a_conflict_that_ends_before_the_year_is_over() -> None:
    """The year of notice is the least, also where the conflict is over sooner (Geneva 63)."""
    notice = withdrew("FIN", "2010-07-10", conflict="2010-01-01/2010-12-31")
    assert left(GENEVA, notice, "2011-01-01", "2011-07-09", "2011-07-10") == ["yes", "yes", "no"]


def test_a_conflict_where_the_text_does_not_ask() -> None:
    """Without such a clause a conflict changes nothing (54(a))."""
    notice = withdrew("FIN", "2010-07-10", conflict="2010-09-01/..")
    assert left(gb.WithdrawalClause(notice="6 months"), notice, "2011-01-09", "2011-01-10") == ["yes", "no"]
