"""Numbers agree: estimates with themselves, parts with their total, flights with gravity."""

import pytest

import geobrief as gb
from tests.checks.found import brief_of, found


def estimate(**figures: object) -> gb.Estimate:
    """An estimate of persons."""
    return gb.Estimate(**{"unit": "persons", **figures})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ({"low": 1, "best": 2, "high": 3}, False),
        ({"low": 2, "best": 2, "high": 2}, False),
        ({"best": 2}, False),
        ({"low": 3, "best": 2}, True),
        ({"best": 4, "high": 3}, True),
    ],
)
def test_a_best_figure_outside_its_range_is_found(figures: dict[str, int], expected: bool) -> None:
    """The best figure lies between the others, its ends included."""
    troops = gb.Deployment(id="d", strength=[estimate(best=1), estimate(**figures)])
    assert found(brief_of(troops), "GB501") == [("GB501", "deployments.d.strength.1.best")] * expected


def test_estimates_are_found_wherever_they_are() -> None:
    """Components, measurements, yields and capabilities are looked at as well."""
    wrong = estimate(low=3, best=2)
    troops = gb.Deployment(id="d", components=[gb.Component(branch="army", strength=[wrong])])
    weapon = gb.Weapon(max_range=gb.Estimate(low=3, best=2, unit="km"))
    measured = gb.Measurement(quantity="flight_time", low=3, best=2, unit="s")
    test = gb.WeaponsTest(
        id="w", tester="PRK", kind="missile", weapon=weapon, measurements=[measured], explosive_yield=[wrong]
    )
    assert found(brief_of(troops, test), "GB501") == [
        ("GB501", "deployments.d.components.0.strength.0.best"),
        ("GB501", "weapons_tests.w.weapon.max_range.best"),
        ("GB501", "weapons_tests.w.measurements.0.best"),
        ("GB501", "weapons_tests.w.explosive_yield.0.best"),
    ]


def parts(total: list[gb.Estimate], *components: gb.Estimate) -> gb.Deployment:
    """A deployment with a total and components."""
    return gb.Deployment(
        id="d", strength=total, components=[gb.Component(branch="b", strength=[each]) for each in components]
    )


@pytest.mark.parametrize(
    ("troops", "expected"),
    [
        (parts([estimate(best=10)], estimate(best=4), estimate(best=6)), False),
        (parts([estimate(best=10)], estimate(best=4), estimate(best=7)), True),
        (parts([estimate(best=10), estimate(high=20)], estimate(best=4), estimate(best=7)), False),
        (parts([estimate(best=10, bound="at_least")], estimate(best=4), estimate(best=7)), False),
        (parts([estimate(best=10, bound="approximate")], estimate(best=4), estimate(best=7)), False),
        (parts([estimate(best=10)], estimate(best=4), estimate(best=7, bound="at_most")), False),
        (parts([], estimate(best=4)), False),
        (parts([estimate(best=10)]), False),
        (parts([gb.Estimate(best=2, unit="battalions")], estimate(best=400), estimate(best=600)), False),
    ],
    ids=[
        "equal",
        "above",
        "another total",
        "at least",
        "about",
        "at most",
        "no total",
        "no parts",
        "another unit",
    ],
)
def test_parts_that_are_certainly_more_than_the_total_are_found(
    troops: gb.Deployment, expected: bool
) -> None:
    """Only what is certain counts: the least of the parts against the most of the total, in one unit."""
    assert found(brief_of(troops), "GB505") == [("GB505", "deployments.d.components")] * expected


def flown(**kilometres: float) -> gb.WeaponsTest:
    """A missile test with an apogee or a range."""
    measured = [
        gb.Measurement(quantity=name, best=value, unit="km", bound="exact")  # type: ignore[arg-type]
        for name, value in kilometres.items()
    ]
    return gb.WeaponsTest(id="w", tester="PRK", kind="missile", measurements=measured)


def test_a_flight_that_no_trajectory_has_is_found() -> None:
    """A range without any height, or beyond the far side of the Earth, cannot have been measured."""
    assert found(brief_of(flown(apogee=7687.5, range=1001.2)), "GB506") == []
    assert found(brief_of(flown(range=25_000)), "GB506") == [("GB506", "weapons_tests.w.measurements.0")]
    assert [code for code, _ in found(brief_of(flown(apogee=0, range=1000)), "GB506")] == ["GB506"]
