"""To whom a treaty is open, and what a consent is of a state to which it is not (VCLT 15, 83)."""

import geobrief as gb
from geobrief.checks import problems
from tests.law.given import ratified, treaty_of
from tests.law.practice.said import brief_of, value


def test_a_state_that_is_not_named() -> None:
    """Who is not among those to whom it is open may have been let in by the parties: unknown (15(c))."""
    acts = [ratified("AUT", "2000-01-01"), ratified("BRA", "2001-01-01", means="accession")]
    found = treaty_of(gb.Consents(1), *acts, open_to=["AUT", "BEL", "CHE"])
    assert value(found.in_force_for("AUT", "2002-01-01")) == "yes"
    assert value(found.in_force_for("BRA", "2002-01-01")) == "unknown"


def test_a_state_outside_a_group() -> None:
    """A treaty open to a group of its own is not open to others (15(a))."""
    acts = [ratified("AUT", "2000-01-01"), ratified("BRA", "2001-01-01", means="accession")]
    found = treaty_of(gb.Consents(1), *acts, open_to=["riparians"], groups={"riparians": ["AUT", "DEU"]})
    assert value(found.in_force_for("BRA", "2002-01-01")) == "unknown"


def test_a_state_that_is_no_member_of_an_organisation() -> None:
    """A treaty open to members of the UN is not open to Switzerland before 2002-09-10 (15(a))."""
    acts = [ratified("AUT", "2000-01-01"), ratified("CHE", "2001-01-01", means="accession")]
    found = treaty_of(gb.Consents(1), *acts, open_to=["un"])
    assert value(found.in_force_for("CHE", "2001-06-01")) == "unknown"
    assert value(found.in_force_for("AUT", "2001-06-01")) == "yes"


def test_a_consent_that_may_not_count() -> None:
    """A number that is reached only with a consent of a state to which it is not open may not be (15, 24)."""
    acts = [ratified("AUT", "2000-01-01"), ratified("BRA", "2001-01-01", means="accession")]
    found = treaty_of(gb.Consents(2), *acts, open_to=["AUT", "BEL", "CHE"])
    assert value(found.in_force("2002-01-01")) == "unknown"


def test_it_is_an_issue() -> None:
    """A consent of a state to which the treaty is not open is an issue at that act (15)."""
    treaty = gb.Treaty(
        id="t",
        title="Convention",
        open_to=["AUT", "BEL"],
        entry_into_force=gb.EntryIntoForce(upon=gb.Consents(1)),
    )
    act = ratified("BRA", "2001-01-01")
    found = [each for each in problems(brief_of(treaty, act)) if each.path[:2] == ("ratifications", act.id)]
    assert any(each.code.startswith("GB6") for each in found)
    fine = ratified("AUT", "2001-01-01")
    assert not any(each.code.startswith("GB6") for each in problems(brief_of(treaty, fine)))


def test_all_states() -> None:
    """A treaty open to all states is open to each of them (15(a))."""
    found = treaty_of(gb.Consents(1), ratified("BRA", "2001-01-01"), open_to=["all_states"])
    assert value(found.in_force_for("BRA", "2001-01-01")) == "yes"
