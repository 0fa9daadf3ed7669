"""What some end or supersede with one successor leaves open what others took over (VCSS 34; VCLT 54, 59)."""

import pytest

import geobrief as gb
from tests.law.given import treaty_of
from tests.law.practice.said import brief_of, value

ENTERED = gb.InstrumentExchange(treaty="t", on="1970-01-01")


def with_czechoslovakia(*acts: gb.Record) -> gb.TreatyStatus:
    """Make a treaty between Austria and Czechoslovakia."""
    return treaty_of(gb.Exchange(), ENTERED, *acts, between=["AUT", "CSK"])


def test_terminated_with_one_successor() -> None:
    """What Austria and Czechia end says nothing of Slovakia, which may have kept it (34, 54(b))."""
    end = gb.Termination(treaty="t", on="1996-01-01", between=["AUT", "CZE"])
    found = with_czechoslovakia(end)
    assert value(found.in_force_between("AUT", "CZE", "1997-01-01")) == "no"
    assert value(found.in_force_between("AUT", "SVK", "1997-01-01")) == "unknown"
    assert value(found.in_force_for("SVK", "1997-01-01")) == "unknown"
    assert value(found.in_force("1997-01-01")) == "unknown"


@pytest.mark.parametrize(("agreed", "effective"), [("1990-01-01", None), ("1992-06-01", "1993-06-01")])
def test_terminated_before_the_succession(agreed: str, effective: str | None) -> None:
    """What all had agreed to end before the succession passes to nobody once it has ended (54(b))."""
    end = gb.Termination(treaty="t", on=agreed, effective=effective, between=["AUT", "CSK"])
    found = with_czechoslovakia(end)
    assert [value(found.in_force_for(who, "1997-01-01")) for who in ("AUT", "CZE", "SVK")] == ["no"] * 3


def test_superseded_with_one_successor() -> None:
    """A new treaty of Austria and Czechia takes the place of the old one between these alone (59, 30(4))."""
    old, new = (
        gb.Treaty(
            id=name,
            title=name,
            between=["AUT", other],
            supersedes=before,
            entry_into_force=gb.EntryIntoForce(upon=gb.Exchange()),
        )
        for name, other, before in (("t", "CSK", ()), ("new", "CZE", ("t",)))
    )
    found = brief_of(old, new, ENTERED, gb.InstrumentExchange(treaty="new", on="2000-01-01")).status("t")
    assert value(found.in_force_between("AUT", "CZE", "2005-01-01")) == "no"
    assert value(found.in_force_for("SVK", "2005-01-01")) == "unknown"
    assert value(found.in_force("2005-01-01")) == "unknown"
