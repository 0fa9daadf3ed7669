"""Whom an amendment binds that joins its parent afterwards (VCLT 40(4), 40(5), 30(4))."""

import pytest

import geobrief as gb
from geobrief.model.means import Means
from tests.law.given import ratified
from tests.law.practice.said import brief_of, value

PARENT = gb.Treaty(
    id="p",
    title="Convention",
    entry_into_force=gb.EntryIntoForce(upon=gb.Consents(1)),
    provisions=[gb.Provision(article="1", kind="cooperation")],
)
AMENDMENT = gb.Treaty(
    id="a",
    title="Amendment",
    kind="amendment",
    amends="p",
    eligibility="parties_to_parent",
    entry_into_force=gb.EntryIntoForce(upon=gb.Consents(1)),
)
EARLY = [
    ratified("AUT", "2000-01-01", treaty="p"),
    ratified("BEL", "2000-01-01", treaty="p"),
    ratified("AUT", "2005-01-01", treaty="a"),
]
"""Both are parties to the parent; Austria alone is bound by the amendment, in force from 2005."""


def amended(*acts: gb.Record) -> gb.Brief:
    """Make a brief of a convention that was amended in 2005."""
    return brief_of(PARENT, AMENDMENT, *EARLY, *acts)


@pytest.mark.parametrize("means", ["ratification", "accession", "acceptance"])
def test_a_later_party_is_bound_by_the_amended_text(means: Means) -> None:
    """Who becomes a party after the amendment entered is a party to the text as amended (40(5)(a))."""
    late = ratified("CHE", "2010-01-01", treaty="p", means=means)
    found = amended(late).status("a")
    days = ("2009-12-31", "2010-01-01", "2020-01-01")
    answers = [value(found.in_force_for("CHE", day)) for day in days]
    assert answers[0] == "no"
    assert "no" not in answers[1:]
    assert found.in_force_between("AUT", "CHE", "2010-01-01").is_no is False


def test_an_earlier_party_is_not_bound() -> None:
    """Who was a party before and did not accept the amendment is not bound by it (40(4), 30(4)(b))."""
    found = amended(ratified("CHE", "2010-01-01", treaty="p")).status("a")
    assert value(found.in_force_for("BEL", "2010-01-01")) == "no"


def test_towards_who_is_not_bound_by_the_amendment() -> None:
    """Towards a party that is not bound by the amendment a later one has the text as it stood (40(5)(b))."""
    brief = amended(ratified("CHE", "2010-01-01", treaty="p"))
    assert value(brief.status("p").in_force_between("CHE", "BEL", "2010-01-01")) == "yes"
    assert value(brief.status("a").in_force_between("CHE", "BEL", "2010-01-01")) == "no"


def test_a_party_that_left_and_came_back() -> None:
    """Who left before the amendment and comes back after it is a later party (40(5))."""
    notice = gb.Withdrawal(treaty="p", by="BEL", received="2003-01-01", effective="2004-01-01")
    back = ratified("BEL", "2010-01-01", treaty="p", id="belgium-returns")
    found = amended(notice, back).status("a")
    assert value(found.in_force_for("BEL", "2009-12-31")) == "no"
    assert not found.in_force_for("BEL", "2010-01-01").is_no


def test_it_is_not_left_out_of_the_parties() -> None:
    """A later party to the parent is at least a possible one to the amendment (40(5))."""
    parties = amended(ratified("CHE", "2010-01-01", treaty="p")).status("a").parties("2015-01-01")
    assert not parties.holds("CHE").is_no


def test_before_the_amendment_is_in_force() -> None:
    """Who joins the parent before the amendment is in force is no later party (40(5))."""
    early = ratified("CHE", "2004-01-01", treaty="p")
    assert value(amended(early).status("a").in_force_for("CHE", "2010-01-01")) == "no"
