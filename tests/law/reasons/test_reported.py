"""Whose word it is that a state is a member."""

from geobrief.law import status
from geobrief.model.treaty import ReportedMembership, Treaty
from tests.law.given import told


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
