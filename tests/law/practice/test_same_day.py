"""Notice on the very day of entry runs as any other, in bilateral and in open treaties (VCLT 54(a))."""

import pytest

import geobrief as gb
from tests.law.given import notified, ratified, treaty_of, withdrew
from tests.law.practice.said import value

YEAR = gb.WithdrawalClause(notice="1 year")
BOUNDS = ("2000-01-01", "2000-12-31", "2001-01-01")
IN_FORCE = ["yes", "yes", "no"]


def test_on_the_day_of_an_exchange() -> None:
    """A denunciation on the day of the exchange ends a bilateral treaty after its notice (54(a))."""
    exchange = gb.InstrumentExchange(treaty="t", on="2000-01-01")
    found = treaty_of(
        gb.Exchange(), exchange, withdrew("ITA", "2000-01-01"), between=["FRA", "ITA"], withdrawal=YEAR
    )
    assert [value(found.in_force(day)) for day in BOUNDS] == IN_FORCE
    assert [value(found.in_force_for("ITA", day)) for day in BOUNDS] == IN_FORCE


def test_on_the_day_of_entry_some_time_after_the_last_notification() -> None:
    """A denunciation on the day of entry, long after both had notified, runs its notice (54(a))."""
    acts = [notified("FRA", "1999-06-01"), notified("ITA", "1999-12-01"), withdrew("ITA", "2000-01-01")]
    found = treaty_of(gb.Notifications(), *acts, between=["FRA", "ITA"], withdrawal=YEAR, after=gb.Months(1))
    assert [value(found.in_force(day)) for day in BOUNDS] == IN_FORCE
    assert [value(found.in_force_for("ITA", day)) for day in BOUNDS] == IN_FORCE


def test_by_the_other_side_on_the_day_of_entry() -> None:
    """Notice of the side that consented long before, on the day of entry, runs its time (54(a))."""
    acts = [notified("FRA", "1999-06-01"), notified("ITA", "2000-01-01"), withdrew("FRA", "2000-01-01")]
    found = treaty_of(gb.Notifications(), *acts, between=["FRA", "ITA"], withdrawal=YEAR)
    assert [value(found.in_force(day)) for day in BOUNDS] == IN_FORCE


@pytest.mark.parametrize("own", ["1998-06-01", "1999-12-01"])
def test_in_an_open_treaty(own: str) -> None:
    """A denunciation on the day of entry into force of an open treaty runs its notice (54(a))."""
    acts = [ratified("AUT", "1999-12-01"), ratified("BEL", own), withdrew("BEL", "2000-01-01")]
    found = treaty_of(gb.Consents(2), *acts, withdrawal=YEAR, after=gb.Months(1), then=gb.SAME)
    assert [value(found.in_force_for("BEL", day)) for day in BOUNDS] == IN_FORCE


def test_the_day_before_is_before_entry() -> None:
    """A denunciation on the day before entry takes its author's consent back (68, practice)."""
    acts = [notified("FRA", "1999-06-01"), notified("ITA", "2000-01-01"), withdrew("FRA", "1999-12-31")]
    found = treaty_of(gb.Notifications(), *acts, between=["FRA", "ITA"], withdrawal=YEAR)
    assert value(found.in_force("2000-01-01")) == "no"


def test_on_the_day_on_which_the_condition_alone_would_be_met() -> None:
    """Where entry is put off, a notice on the day of the last consent comes before entry (68, practice)."""
    acts = [notified("FRA", "1999-06-01"), notified("ITA", "2000-01-01"), withdrew("FRA", "2000-01-01")]
    found = treaty_of(gb.Notifications(), *acts, between=["FRA", "ITA"], withdrawal=YEAR, after=gb.Days(30))
    assert [value(found.in_force(day)) for day in ("2000-01-31", "2001-06-01")] == ["no", "no"]


def test_at_once_on_the_day_of_entry() -> None:
    """Who is out on the very day of entry was never in, so that nothing enters into force (54(a))."""
    acts = [ratified("AUT", "2000-01-01"), withdrew("AUT", "2000-01-31")]
    found = treaty_of(gb.Consents(1), *acts, withdrawal=gb.WithdrawalClause(), after=gb.Days(30))
    assert [value(found.in_force(day)) for day in ("2000-01-31", "2000-02-01", "2001-01-31")] == ["no"] * 3


def test_of_a_later_party_on_the_day_of_its_consent() -> None:
    """A later party that gives notice on the day of its accession leaves after its time (24(3), 54(a))."""
    acts = [ratified("AUT", "1999-01-01"), ratified("BEL", "2000-01-01"), withdrew("BEL", "2000-01-01")]
    found = treaty_of(gb.Consents(1), *acts, withdrawal=YEAR)
    assert [value(found.in_force_for("BEL", day)) for day in BOUNDS] == IN_FORCE
