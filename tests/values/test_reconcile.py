"""One estimate out of several; what each policy uses is tested with the strength of deployments."""

from typing import get_args

import pytest

from geobrief.values.citation import Citation
from geobrief.values.estimate import Estimate, Policy
from geobrief.values.reconcile import POLICIES, contributors, reconcile
from geobrief.values.source import Source

FEW, MANY = (
    Estimate(best=3000, unit="persons", on="2024-10"),
    Estimate(best=10_000, unit="persons", on="2024-11"),
)


@pytest.mark.parametrize(
    ("policy", "expected"),
    [("envelope", "3,000–10,000 persons"), ("latest", "10,000 persons"), ("median", "6,500 persons")],
)
def test_policies(policy: Policy, expected: str) -> None:
    """Each policy that needs no sources gives its own figure."""
    assert str(reconcile([MANY, FEW], policy)) == expected


def test_every_policy_says_what_it_does() -> None:
    """The vocabulary and its meanings must be one list."""
    assert tuple(POLICIES) == get_args(Policy)


def test_most_reliable_needs_the_sources() -> None:
    """The ratings are those of the sources; without them the error says what to pass."""
    rated = Estimate(best=5000, unit="persons", citations=[Citation(source="good", credibility=2)])
    sources = {"good": Source(publisher="Good", reliability="A")}
    assert reconcile([FEW, rated, MANY], "most_reliable", sources=sources) == rated
    with pytest.raises(ValueError, match="pass sources="):
        reconcile([FEW, rated], "most_reliable")


def test_one_estimate_stays_as_it_is() -> None:
    """A single voice is not reworded, whatever the policy."""
    for policy in ("envelope", "latest"):
        assert reconcile([FEW], policy) is FEW


def test_nothing_is_converted_or_made_up() -> None:
    """Several units, no estimate at all, no best figure, and an unknown policy are errors."""
    with pytest.raises(ValueError, match="one unit, got persons, tanks"):
        reconcile([FEW, Estimate(best=1, unit="tanks")], "envelope")
    with pytest.raises(ValueError, match="none at all"):
        reconcile([], "envelope")
    with pytest.raises(ValueError, match="no median"):
        reconcile([Estimate(low=1, unit="persons")], "median")
    with pytest.raises(
        ValueError, match="expected one of envelope, latest, most_reliable, median, got 'mean'"
    ):
        contributors([FEW], "mean")  # type: ignore[arg-type]  # a wrong name, on purpose


@pytest.mark.parametrize(
    ("pool", "expected"),
    [
        ([Estimate(low=5, unit="t"), Estimate(low=6, unit="t")], "at least 5 t"),
        ([Estimate(high=5, unit="t"), Estimate(high=6, unit="t")], "at most 6 t"),
        ([Estimate(low=5, unit="t"), Estimate(best=5, unit="t")], "at least 5 t"),
        (
            [Estimate(best=5, unit="t", bound="at_most"), Estimate(best=3, unit="t", bound="at_least")],
            "3–5 t",
        ),
        (
            [Estimate(best=5, unit="t", bound="at_least"), Estimate(best=3, unit="t", bound="at_most")],
            "about 3–5 t",
        ),
        ([Estimate(best=5, unit="t", bound="approximate"), Estimate(best=5, unit="t")], "about 5 t"),
    ],
)
def test_what_one_voice_leaves_open_stays_open(pool: list[Estimate], expected: str) -> None:
    """A side is bounded only by a voice that bounds it; where nobody bounds any, the span is about right."""
    assert str(reconcile(pool, "envelope")) == expected
    assert str(reconcile(pool[::-1], "envelope")) == expected


def test_without_a_day_or_a_rating_nobody_is_preferred() -> None:
    """A policy that finds nothing to choose by uses every estimate."""
    pool = [Estimate(best=5, unit="t"), Estimate(best=7, unit="t")]
    assert str(reconcile(pool, "latest")) == "5–7 t"
    assert str(reconcile(pool, "most_reliable", sources={})) == "5–7 t"


def test_a_median_of_hedged_figures_is_hedged() -> None:
    """One figure that is only about right makes the median about right."""
    pool = [Estimate(best=5, unit="t", bound="approximate"), Estimate(best=6, unit="t")]
    assert str(reconcile(pool, "median")) == "about 5.5 t"
