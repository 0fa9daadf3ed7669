"""A recorded consent to a treaty that is only reported in force, and reports that go on for too long."""

import pytest

import geobrief as gb
from tests.law.given import ratified, treaty_of
from tests.law.practice.said import brief_of, value


def member(by: str, period: str = "1990-01-01/..") -> gb.ReportedMembership:
    """Make a report of membership."""
    return gb.ReportedMembership(by=by, period=period)


TWO = [member("FRA"), member("AUT")]


def test_who_consents_to_what_is_reported_in_force() -> None:
    """Who ratifies what others are reported to be party to may be bound, never flatly not (24(3))."""
    found = treaty_of(gb.Consents(2), ratified("CHE", "2000-01-01"), reported_memberships=TWO)
    days = ("1999-12-31", "2005-01-01")
    assert [value(found.in_force_for("CHE", day)) for day in days] == ["no", "unknown"]
    assert value(found.in_force_between("CHE", "AUT", "2005-01-01")) == "unknown"
    assert value(found.in_force_for("FIN", "2005-01-01")) == "no"
    assert "reports" in found.in_force_for("CHE", "2005-01-01").explain()


def test_who_comes_back_to_what_is_reported_in_force() -> None:
    """A reported end before a recorded accession says nothing against what the accession did (24(3))."""
    reports = [member("AUT", "1990-01-01/1995-12-31"), member("FRA")]
    found = treaty_of(gb.Consents(2), ratified("AUT", "2000-01-01"), reported_memberships=reports)
    days = ("1999-12-31", "2005-01-01")
    assert [value(found.in_force_for("AUT", day)) for day in days] == ["no", "unknown"]


@pytest.mark.parametrize(
    "entry", [gb.ReportedEntry(on="1990-01-01"), gb.ReportedEntry(on="2000-03-01", by="CHE")]
)
def test_who_consents_to_what_is_reported_to_have_entered(entry: gb.ReportedEntry) -> None:
    """Where an entry is reported that the acts never give, who consented may be bound (24)."""
    found = treaty_of(gb.Consents(2), ratified("CHE", "2000-01-01"), reported_entries=[entry])
    assert value(found.in_force_for("CHE", "2005-01-01")) == "unknown"


def test_what_is_reported_to_have_entered() -> None:
    """An open treaty of which an entry is reported that the acts never give is no flat no (24)."""
    entry = gb.ReportedEntry(on="1990-01-01")
    found = treaty_of(gb.Consents(2), ratified("CHE", "1989-01-01"), reported_entries=[entry])
    assert [value(found.in_force(day)) for day in ("1989-06-01", "2005-01-01")] == ["no", "unknown"]


@pytest.mark.parametrize("acts", [[], [ratified("ITA", "1990-01-01")]])
def test_a_reported_member_that_is_gone(acts: list[gb.Record]) -> None:
    """A report without a last day goes on no longer than its member exists (6)."""
    found = treaty_of(gb.Consents(1), *acts, reported_memberships=[member("CSK"), member("AUT")])
    days = ("1992-12-31", "1993-01-01")
    assert [value(found.in_force_for("CSK", day)) for day in days] == ["yes", "no"]
    assert value(found.in_force_for("AUT", "1999-01-01")) == "yes"


def test_a_report_beyond_the_last_day_of_the_text() -> None:
    """A report without a last day does not prolong a treaty that names its own (54(a))."""
    found = treaty_of(
        gb.Agreed(),
        between=["AUT", "FRA"],
        reported_memberships=TWO,
        duration=gb.Duration(until="2000-01-01"),
    )
    assert value(found.in_force("1999-12-31")) == "yes"
    assert not found.in_force("2005-01-01").is_yes


def test_a_report_of_what_was_superseded() -> None:
    """Once all reported members are parties to what takes its place, it is no flat yes (59)."""
    old, new = (
        gb.Treaty(
            id=name,
            title=name,
            between=["AUT", "FRA"],
            entry_into_force=gb.EntryIntoForce(upon=upon),
            supersedes=before,
            reported_memberships=reports,
        )
        for name, upon, before, reports in (
            ("old", gb.Agreed(), (), TWO),
            ("new", gb.Exchange(), ("old",), ()),
        )
    )
    brief = brief_of(old, new, gb.InstrumentExchange(treaty="new", on="2000-01-01"))
    assert value(brief.in_force("old", "1999-12-31")) == "yes"
    assert not brief.in_force("old", "2005-01-01").is_yes
