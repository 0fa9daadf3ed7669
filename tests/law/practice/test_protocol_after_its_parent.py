"""A protocol ends with its parent only where its text says so (VCLT 30, 44, 54)."""

import pytest

import geobrief as gb
from tests.law.given import ratified, withdrew
from tests.law.practice.said import brief_of, value

WHO = ("AUT", "BEL", "CHE")
ELIGIBLE = ("anyone", "parties_to_parent", "signatories_of_parent")


def protocol(*acts: gb.Record, **fields: object) -> gb.TreatyStatus:
    """Make a protocol to a parent, both in force for three states since 2000."""
    clause = gb.EntryIntoForce(upon=gb.Consents(1))
    parent = gb.Treaty(
        id="p", title="Parent", entry_into_force=clause, withdrawal=gb.WithdrawalClause(notice="1 year")
    )
    text = {"protocol_to": "p", "entry_into_force": clause, **fields}
    child = gb.Treaty(id="c", title="Protocol", **text)  # type: ignore[arg-type]  # only fields of a treaty
    consents = [ratified(who, "2000-01-01", treaty=name) for name in ("p", "c") for who in WHO]
    return brief_of(parent, child, *consents, *acts).status("c")


@pytest.mark.parametrize("eligibility", ELIGIBLE)
def test_a_parent_that_was_terminated(eligibility: str) -> None:
    """The end of the parent alone does not end a protocol whose text does not say so (54)."""
    found = protocol(gb.Termination(treaty="p", on="2010-01-01"), eligibility=eligibility)
    assert value(found.in_force("2009-12-31")) == "yes"
    assert not found.in_force("2011-01-01").is_no


@pytest.mark.parametrize("eligibility", ELIGIBLE)
def test_a_party_that_left_the_parent(eligibility: str) -> None:
    """Who leaves the parent is not by that alone out of a protocol whose text does not say so (54)."""
    found = protocol(withdrew("CHE", "2010-01-01", treaty="p"), eligibility=eligibility)
    assert value(found.in_force_for("CHE", "2010-12-31")) == "yes"
    assert not found.in_force_for("CHE", "2012-01-01").is_no
    assert value(found.in_force_for("AUT", "2012-01-01")) == "yes"


def test_a_parent_whose_term_is_over() -> None:
    """The lapse of the parent's term does not by itself end what was agreed beside it (54)."""
    clause = gb.EntryIntoForce(upon=gb.Consents(1))
    parent = gb.Treaty(
        id="p", title="Parent", entry_into_force=clause, duration=gb.Duration(until="2010-01-01")
    )
    child = gb.Treaty(
        id="c", title="Protocol", protocol_to="p", entry_into_force=clause, eligibility="parties_to_parent"
    )
    consents = [ratified(who, "2000-01-01", treaty=name) for name in ("p", "c") for who in WHO]
    brief = brief_of(parent, child, *consents)
    assert value(brief.in_force("p", "2011-01-01")) == "no"
    assert not brief.in_force("c", "2011-01-01").is_no
