"""What sources report of ends, of provisional application, and of members without a day."""

import geobrief as gb
from tests.law.given import ratified, treaty_of
from tests.law.practice.said import brief_of, value


def member(by: str, period: str | None = "1904-05-01/..") -> gb.ReportedMembership:
    """Make a report of membership."""
    return gb.ReportedMembership(by=by, period=period)


TWO = [member("FRA"), member("GBR")]


def test_a_reported_end() -> None:
    """From a reported end of the treaty on, the reports say no."""
    found = treaty_of(gb.Agreed(), reported_memberships=TWO, reported_ends=[gb.ReportedEnd(on="1951-01-01")])
    assert [value(found.in_force(day)) for day in ("1904-05-01", "1950-12-31", "1951-01-01")] == [
        "yes",
        "yes",
        "no",
    ]
    assert value(found.in_force_for("FRA", "1960-01-01")) == "no"


def test_a_reported_end_for_one() -> None:
    """A report of one member's end leaves the others."""
    three = [*TWO, member("ITA")]
    ends = [gb.ReportedEnd(on="1951-01-01", by="ITA")]
    found = treaty_of(gb.Agreed(), reported_memberships=three, reported_ends=ends)
    assert [value(found.in_force_for(who, "1960-01-01")) for who in ("FRA", "ITA")] == ["yes", "no"]


def test_acts_that_contradict_a_reported_end() -> None:
    """Acts that bind on and a reported end contradict each other: unknown, and an issue."""
    clause = gb.EntryIntoForce(upon=gb.Consents(2))
    treaty = gb.Treaty(
        id="t", title="T", entry_into_force=clause, reported_ends=[gb.ReportedEnd(on="2001-01-01")]
    )
    brief = brief_of(treaty, ratified("AUT", "1990-01-01"), ratified("BEL", "1990-01-01"))
    assert [value(brief.in_force("t", day)) for day in ("2000-12-31", "2001-01-01")] == ["yes", "unknown"]
    assert "GB603" in [issue.code for issue in gb.check(brief)]


def test_a_reported_provisional_entry() -> None:
    """A reported provisional entry is provisional application and no entry into force (25)."""
    reports = [gb.ReportedEntry(on="1995-03-01", by=who, provisional=True) for who in ("FRA", "GBR")]
    found = treaty_of(gb.Exchange(), between=["FRA", "GBR"], reported_entries=reports)
    assert value(found.provisionally_applied("FRA", "1996-01-01")) == "yes"
    assert not found.in_force("1996-01-01").is_yes


def test_a_member_without_a_day() -> None:
    """A member of which the source gives no day may be one between the reported entry and end."""
    found = treaty_of(
        gb.Agreed(),
        reported_memberships=[*TWO, member("ITA", None)],
        reported_entries=[gb.ReportedEntry(on="1904-05-01")],
        reported_ends=[gb.ReportedEnd(on="1951-01-01")],
    )
    days = ("1904-04-30", "1920-01-01", "1951-01-01")
    assert [value(found.in_force_for("ITA", day)) for day in days] == ["no", "unknown", "no"]


def test_members_without_any_day() -> None:
    """Of members without any day it is unknown whether the treaty is in force, never no."""
    found = treaty_of(gb.Agreed(), reported_memberships=[member("FRA", None), member("GBR", None)])
    assert value(found.in_force("1920-01-01")) == "unknown"
