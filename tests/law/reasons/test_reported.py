"""Whose word it is that a state is a member."""

from geobrief.law import status
from geobrief.model.treaty import ReportedEntry, ReportedMembership, Treaty
from tests.law.given import signed, told


def test_a_reported_membership_is_told_in_words() -> None:
    """From when to when a source counts a member must be said without notation."""
    members = [
        ReportedMembership(by="USA", period="1949-04-04/..", begins_with="signature"),
        ReportedMembership(by="FRA", period="1949-04-04/1966-06-30"),
    ]
    treaty = Treaty(id="t", title="the treaty", reported_memberships=members)
    assert told(status(treaty, (), as_of="2000-01-01").in_force_between("USA", "FRA", "1950-01-01")) == [
        (
            "a source reports the United States as a member since 1949-04-04, counted from signature; "
            "no act is recorded"
        ),
        (
            "a source reports France as a member from 1949-04-04 to 1966-06-30, "
            "without saying from which act; no act is recorded"
        ),
    ]


def test_reported_entries_are_told_up_to_the_day() -> None:
    """Beside acts, an entry that a source reports is told with its state, and only once its day has come."""
    treaty = Treaty(
        id="t",
        title="the treaty",
        between=["AUT", "BEL"],
        reported_memberships=[ReportedMembership(by="AUT", period="1990-01-01/..")],
        reported_entries=[ReportedEntry(on="1990-01-01", by="AUT"), ReportedEntry(on="1995-01-01")],
    )
    found = status(treaty, [signed("AUT", "1989-01-01")], as_of="2000-01-01")
    assert told(found.in_force_for("AUT", "1992-01-01")) == [
        "a source reports Austria as a member since 1990-01-01, without saying from which act",
        "a source reports entry into force for Austria on 1990-01-01",
    ]
