"""One estimate out of several; what each policy uses is tested with the strength of deployments."""

import pytest

from geobrief.values.estimate import Estimate, Policy
from geobrief.values.reconcile import contributors, reconcile
from geobrief.values.source import Citation, Source

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
