"""Coverage: how far the absence of a record means that nothing happened."""

import pytest

import geobrief as gb
from geobrief.brief import Part
from geobrief.brief.coverage import coverage_of, earlier

PACT = gb.Treaty(id="pact", title="Pact", between=["PRK", "RUS"])
UNTIL = gb.When("2024-11-12")
PART = Part(title="A brief", as_of="2024-11-12")


@pytest.mark.parametrize("has_acts", [True, False])
def test_a_treaty_is_covered_as_soon_as_it_has_an_act(has_acts: bool) -> None:
    """Without a word on coverage, a treaty with acts is covered, one without is not."""
    assert coverage_of(PACT, PART, UNTIL, has_acts=has_acts) == gb.Coverage(until=UNTIL, covered=has_acts)


def test_a_stated_coverage_stands_above() -> None:
    """What the treaty says of itself stands above what its file says of it, and that above its kind."""
    treaty = gb.Treaty(id="pact", title="Pact", coverage=gb.Coverage(until="2020"))
    by_treaty = Part(title="A", as_of="2024", coverage={"pact": gb.Coverage(until="2021")})
    by_kind = Part(title="A", as_of="2024", coverage={"treaty": gb.Coverage(until="2022")})
    assert coverage_of(treaty, by_treaty, UNTIL, has_acts=False).until == gb.When("2020")
    assert coverage_of(PACT, by_treaty, UNTIL, has_acts=False).until == gb.When("2021")
    assert coverage_of(PACT, by_kind, UNTIL, has_acts=False).until == gb.When("2022")


def test_it_never_reaches_beyond_the_file() -> None:
    """A coverage without a day, or with a later one, ends with the file."""
    part = Part(title="A", as_of="2024", coverage={"pact": gb.Coverage(acts=["signature"])})
    assert coverage_of(PACT, part, UNTIL, has_acts=False) == gb.Coverage(acts=["signature"], until=UNTIL)
    far = Part(title="A", as_of="2024", coverage={"pact": gb.Coverage(until="2030")})
    assert coverage_of(PACT, far, UNTIL, has_acts=False).until == UNTIL


def test_the_earlier_of_two_days_ends_first() -> None:
    """The earlier day is that whose last possible day comes first; an open one never does."""
    month, day, open_ = gb.When("2024-11"), gb.When("2024-11-12"), gb.When("2024/..")
    assert earlier(month, day) == earlier(day, month) == day
    assert earlier(open_, day) == earlier(day, open_) == day


def test_treaties_without_acts_are_unknown_and_with_acts_are_decided() -> None:
    """Whether a treaty of which nothing is recorded is in force is unknown, not no."""
    brief = gb.Brief(title="A brief", as_of="2024-11-12", records=[PACT])
    assert brief.in_force("pact").is_unknown
    assert brief.with_(gb.Signature(treaty="pact", by="PRK", on="2024-06-19")).in_force("pact").is_no
