from typing import Any

import attrs
import pytest
from hypothesis import given

from geobrief.errors import InvalidRecord
from geobrief.testing import strategies
from geobrief.values.citation import Citation
from geobrief.values.estimate import Estimate, as_estimates
from geobrief.values.when import When

evolve: Any = attrs.evolve  # untyped, to give it what it must refuse
TROOPS = Estimate(low=8_000, best=10_000, high=12_000, unit="persons")


def test_construct() -> None:
    """One of the three figures and a unit are enough; days and lists are converted."""
    estimate = Estimate(best=0, unit="persons", on="2024-10", citations=[Citation(source="nis")])
    assert (estimate.low, estimate.best, estimate.high) == (None, 0, None)
    assert (estimate.on, estimate.citations) == (When("2024-10"), (Citation(source="nis"),))


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"low": None, "best": None, "high": None}, "at least one of low, best, high"),
        ({"low": 13_000}, "low: low 13000 is above high 12000"),
        ({"best": True}, "best: expected a number, got True"),
        ({"best": "10000"}, "best: expected a number, got '10000'"),
        ({"best": float("nan")}, "best: expected a finite number, got nan"),
        ({"high": float("inf")}, "high: expected a finite number, got inf"),
        ({"best": 2**63}, "best: number beyond"),
        ({"unit": ""}, "unit: expected at least one"),
        ({"unit": None}, "unit: expected text, got None"),
        ({"bound": "about"}, "bound: 'about' is not one of exact, range, at_least, at_most, approximate"),
        ({"method": "guessed"}, "method: 'guessed' is not one of counted"),
        ({"by": "South Korea"}, "by: expected an ISO 3166-1 alpha-3 code"),
        ({"alleged": "yes"}, "alleged: expected true or false"),
        ({"alleged": 1}, "alleged: expected true or false"),
    ],
)
def test_reject(wrong: dict[str, object], message: str) -> None:
    """What a figure cannot be is refused with what was expected."""
    with pytest.raises(InvalidRecord) as caught:
        evolve(TROOPS, **wrong)
    assert message in str(caught.value)


@pytest.mark.parametrize("best", [7_999, 12_001])
def test_a_best_figure_outside_its_range_is_kept(best: int) -> None:
    """Data sets have such rows; a check reports them, the class does not refuse them."""
    assert attrs.evolve(TROOPS, best=best).best == best


def test_equality_of_numbers() -> None:
    """A whole number and the same float are one figure."""
    assert Estimate(best=3, unit="kt") == Estimate(best=3.0, unit="kt")
    assert hash(Estimate(best=3, unit="kt")) == hash(Estimate(best=3.0, unit="kt"))
    assert Estimate(best=3, unit="kt") != Estimate(best=3, unit="t")


@pytest.mark.parametrize(
    ("given_fields", "least", "most"),
    [
        ({"best": 5}, 5, 5),
        ({"best": 5, "bound": "exact"}, 5, 5),
        ({"best": 5, "bound": "at_least"}, 5, None),
        ({"best": 5, "bound": "at_most"}, None, 5),
        ({"best": 5, "bound": "approximate"}, None, None),
        ({"low": 3, "best": 5, "high": 9}, 3, 9),
        ({"low": 3}, 3, None),
        ({"high": 9}, None, 9),
        ({"low": 0, "high": 0}, 0, 0),
    ],
)
def test_bounds(given_fields: dict[str, Any], least: float | None, most: float | None) -> None:
    """The bounds are those given, else what the best figure is said to bound; zero is a number."""
    estimate = Estimate(unit="missiles", **given_fields)
    assert (estimate.least, estimate.most) == (least, most)


@pytest.mark.parametrize(
    ("given_fields", "text"),
    [
        ({"best": 10_000}, "10,000 km"),
        ({"best": 10_000, "bound": "approximate"}, "about 10,000 km"),
        ({"best": 5, "bound": "at_least"}, "at least 5 km"),
        ({"best": 5, "bound": "at_most"}, "at most 5 km"),
        ({"low": 100, "high": 200}, "100–200 km"),
        ({"low": 100, "high": 100}, "100 km"),
        ({"low": 100, "high": 200, "bound": "approximate"}, "about 100–200 km"),
        ({"low": 3}, "at least 3 km"),
        ({"high": 9.5}, "at most 9.5 km"),
        ({"low": 3, "best": 5, "high": 9}, "5 (3–9) km"),
        ({"low": 3, "best": 5}, "5 (3–…) km"),
        ({"best": 0}, "0 km"),
    ],
)
def test_text(given_fields: dict[str, Any], text: str) -> None:
    """An estimate prints with its bounds and unit."""
    assert str(Estimate(unit="km", **given_fields)) == text


@given(strategies.of_type(Estimate))
def test_bounds_hold_their_order(estimate: Estimate) -> None:
    """No generated estimate has its lower bound above its upper, nor prints without its unit."""
    assert estimate.low is None or estimate.high is None or estimate.low <= estimate.high
    assert str(estimate).endswith(estimate.unit)


def test_converter() -> None:
    """Estimates may be given as any iterable."""
    assert as_estimates(iter([TROOPS])) == (TROOPS,)
