"""Range class, MTCR category, equivalent range, shape of a flight."""

import json
import math
import pickle

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geobrief.ballistics import (
    EARTH_RADIUS,
    HALF_CIRCUMFERENCE,
    SCHEMES,
    SchemeName,
    best_apogee,
    equivalent_range,
    flight,
    flight_issues,
    mtcr_category,
    range_class,
    trajectory,
)
from geobrief.ballistics.bounds import KILOMETRES, Bounds
from geobrief.ballistics.orbit import energy, farthest
from geobrief.errors import Undetermined
from geobrief.model.weapons_test import Measurement, Quantity, RangeClass, Vehicle, Weapon, WeaponsTest
from geobrief.truth import Truth
from geobrief.values.estimate import Bound, Estimate
from tests.shared_data import SHARED, needs_shared

RANGES = st.floats(1, 19_000)
APOGEES = st.floats(1, 40_000)


def km(
    low: float | None = None,
    best: float | None = None,
    high: float | None = None,
    bound: Bound | None = None,
) -> Estimate:
    """Make an estimate in km."""
    return Estimate(low=low, best=best, high=high, bound=bound, unit="km")


def measured(quantity: Quantity, best: float, bound: Bound | None = None) -> Measurement:
    """Make a measurement in km by Japan."""
    return Measurement(quantity=quantity, best=best, bound=bound, unit="km", by="JPN")


def missile_test(*measurements: Measurement, vehicle: Vehicle | None = "ballistic") -> WeaponsTest:
    """Make a test of a missile with some measurements."""
    return WeaponsTest(
        id="t", tester="PRK", kind="missile", weapon=Weapon(vehicle=vehicle), measurements=measurements
    )


# --- the ellipse ---------------------------------------------------------------------------


@given(st.floats(0.01, 0.99), st.floats(1, 89))
def test_energy_is_that_of_the_launch(q: float, degrees: float) -> None:
    """A flight computed forwards from speed and angle at launch gives its speed back."""
    angle = math.radians(degrees)
    half_range = math.atan2(q * math.sin(angle) * math.cos(angle), 1 - q * math.cos(angle) ** 2)
    eccentricity = math.sqrt(1 - q * (2 - q) * math.cos(angle) ** 2)
    apogee = EARTH_RADIUS / (2 - q) * (1 + eccentricity) - EARTH_RADIUS
    assume(apogee > 0.1)
    assert energy(apogee, 2 * EARTH_RADIUS * half_range) == pytest.approx(q, rel=1e-6)


def test_hwasong_12() -> None:
    """The flight of 14 May 2017 gives 4,355 km, as computed by hand."""
    half_angle = 787 / 2 / 6371
    eccentricity = 2111 / (6371 + 2111 - 6371 * math.cos(half_angle))
    semi_major_axis = (6371 + 2111) / (1 + eccentricity)
    q = 2 - 6371 / semi_major_axis
    by_hand = 2 * 6371 * math.asin(q / (2 - q))
    assert equivalent_range(2111, 787).value == pytest.approx(by_hand, rel=1e-12)
    assert round(by_hand) == 4355


@given(RANGES)
def test_the_cheapest_flight_gives_back_its_own_range(ground_range: float) -> None:
    """A minimum-energy flight has no more range to give, within 0.1 %."""
    assert equivalent_range(best_apogee(ground_range), ground_range).value == pytest.approx(
        ground_range, rel=1e-3
    )


@given(RANGES, st.floats(0.05, 20))
def test_no_flight_costs_less_than_the_cheapest(ground_range: float, factor: float) -> None:
    """A flight to some range could always have reached at least that range."""
    apogee = best_apogee(ground_range) * factor
    assert farthest(energy(apogee, ground_range)) >= ground_range * (1 - 1e-6)


@given(RANGES, st.floats(1, 30), st.floats(1, 30))
def test_higher_lofted_flights_reach_farther(ground_range: float, one: float, other: float) -> None:
    """On the lofted side, more apogee over the same range means more range."""
    lower, higher = sorted((one, other))
    apogee = best_apogee(ground_range)
    assert (
        equivalent_range(apogee * higher, ground_range).value
        >= equivalent_range(apogee * lower, ground_range).value - 1e-6
    )


@given(APOGEES, APOGEES, RANGES, RANGES, st.floats(0, 1), st.floats(0, 1))
def test_bounds_hold_every_flight_within_them(
    a: float, b: float, c: float, d: float, s: float, t: float
) -> None:
    """An imprecise flight gives at least what the least favourable precise flight gives."""
    (low, high), (near, far) = sorted((a, b)), sorted((c, d))
    imprecise = equivalent_range(km(low=low, high=high), km(low=near, high=far))
    precise = equivalent_range(low + s * (high - low), near + t * (far - near))
    assert imprecise.value <= precise.value + 1e-6
    assert precise.value <= imprecise.most + 1e-6
    assert not (imprecise.any_point_on_earth.is_yes and precise.any_point_on_earth.is_no)
    assert not (imprecise.any_point_on_earth.is_no and precise.any_point_on_earth.is_yes)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (5, 5, "5"),
        (1, 2, "1–2"),
        (5, math.inf, "at least 5"),
        (-math.inf, 5, "at most 5"),
        (-math.inf, math.inf, "unknown"),
    ],
)
def test_open_sides_are_named(low: float, high: float, expected: str) -> None:
    """Bounds say which side is open."""
    assert str(Bounds(low, high)) == expected


def test_an_open_side_is_as_wide_as_a_flight_can_be() -> None:
    """What is given as "at least" is a lower bound alone: what it gives at most is any point on Earth."""
    result = equivalent_range(km(low=2000, bound="at_least"), 787)
    assert result.value == equivalent_range(2000, 787).value
    assert result.most == HALF_CIRCUMFERENCE
    assert result.any_point_on_earth is Truth.UNKNOWN


def test_about_is_kept() -> None:
    """A figure given as "about" makes the result approximate."""
    assert str(equivalent_range(km(best=2111, bound="approximate"), 787)).startswith(
        "at least about 4,355 km"
    )


def test_units_are_read() -> None:
    """Metres and kilometres of the same length give the same result; other units are refused."""
    metres = Estimate(best=2_111_000, unit="m")
    assert equivalent_range(metres, 787).value == equivalent_range(2111, 787).value
    with pytest.raises(ValueError, match="expected one of km, m"):
        equivalent_range(Estimate(best=2111, unit="persons"), 787)
    with pytest.raises(ValueError, match="finite"):
        equivalent_range(math.nan, 787)


@pytest.mark.parametrize(
    ("apogee", "ground_range", "message"),
    [
        (-1, 100, "apogee from 0 km"),
        (100, -1, "ground range from 0 km"),
        (100, 20_016, "up to 20,015 km"),
        (0, 100, "above 0 km"),
    ],
)
def test_flights_that_no_trajectory_has(apogee: float, ground_range: float, message: str) -> None:
    """Impossible figures are refused with what would be possible."""
    with pytest.raises(ValueError, match=message):
        equivalent_range(apogee, ground_range)
    with pytest.raises(ValueError, match=message):
        trajectory(apogee, ground_range)


def test_a_missile_that_went_nowhere() -> None:
    """A failure on the pad, with no height and no range, could reach nothing as far as it shows."""
    assert equivalent_range(0, 0).value == 0


def test_straight_up() -> None:
    """A vertical flight of 1,000 km costs the speed that falls out of its height."""
    q = 2 * 1000 / (EARTH_RADIUS + 1000)
    assert energy(1000, 0) == pytest.approx(q)


# --- bounds ---------------------------------------------------------------------------------


def test_voices_are_spanned() -> None:
    """A voice that names no upper figure leaves that of another one standing, unless it goes past it."""
    seven = Bounds.of(km(low=7000, bound="at_least"), KILOMETRES)
    assert Bounds.around([seven, Bounds(7687, 7687)]) == Bounds(7000, 7687)
    assert Bounds.around([seven, Bounds(6000, 6500)]) == Bounds(6000, math.inf)


# --- shape ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("apogee", "ground_range", "expected"),
    [
        (7687, 1001, "lofted"),
        (2111, 787, "lofted"),
        (550, 2700, "minimum_energy"),
        (770, 3700, "minimum_energy"),
        (100, 400, "minimum_energy"),
        (50, 600, "depressed"),
    ],
)
def test_shape_of_known_flights(apogee: float, ground_range: float, expected: str) -> None:
    """Flights reported with their shape are told so."""
    assert trajectory(apogee, ground_range).value == expected


@given(APOGEES, APOGEES, RANGES, RANGES, st.floats(0, 1), st.floats(0, 1))
def test_the_shape_of_an_imprecise_flight_is_possible(
    a: float, b: float, c: float, d: float, s: float, t: float
) -> None:
    """What a precise flight within the bounds is, the imprecise one may be."""
    (low, high), (near, far) = sorted((a, b)), sorted((c, d))
    possible = trajectory(km(low=low, high=high), km(low=near, high=far))
    precise = trajectory(low + s * (high - low), near + t * (far - near))
    assert precise.options <= possible.options


@given(APOGEES, RANGES)
def test_a_precise_flight_has_one_shape(apogee: float, ground_range: float) -> None:
    """Exact figures leave nothing open."""
    assert trajectory(apogee, ground_range).is_certain


def test_an_undecided_shape_is_not_picked() -> None:
    """Several possible shapes raise instead of giving one of them."""
    shape = trajectory(km(low=200, high=2000), 787)
    assert str(shape) == "lofted or minimum_energy"
    with pytest.raises(Undetermined):
        _ = shape.value


# --- classes ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scheme", "limits"),
    [
        (
            "britannica",
            [(480, "SRBM"), (481, "MRBM"), (965, "MRBM"), (966, "IRBM"), (5310, "IRBM"), (5311, "ICBM")],
        ),
        (
            "dod",
            [(1111, "SRBM"), (1112, "MRBM"), (2778, "MRBM"), (2779, "IRBM"), (5556, "IRBM"), (5557, "ICBM")],
        ),
        ("inf", [(499, None), (500, "SRBM"), (1000, "SRBM"), (1001, "IRBM"), (5500, "IRBM"), (5501, "ICBM")]),
        (
            "mda",
            [(0, "SRBM"), (1000, "SRBM"), (1001, "MRBM"), (3001, "IRBM"), (5500, "IRBM"), (5501, "ICBM")],
        ),
        ("nasic", [(300, "CRBM"), (301, "SRBM"), (1001, "MRBM"), (3001, "IRBM"), (5501, "ICBM")]),
    ],
)
def test_limits_are_those_published(scheme: SchemeName, limits: list[tuple[int, RangeClass | None]]) -> None:
    """Each scheme changes class exactly where its source says so."""
    assert [(limit, range_class(limit, scheme).value) for limit, _ in limits] == limits


def test_schemes_differ() -> None:
    """One range has different classes under different schemes, so the answer names its scheme."""
    assert {name: range_class(1050, name).value for name in SCHEMES} == {
        "britannica": "IRBM",
        "dod": "SRBM",
        "inf": "IRBM",
        "mda": "MRBM",
        "nasic": "MRBM",
    }
    assert str(range_class(1050, "inf")) == "intermediate-range missile (INF Treaty)"


@given(st.sampled_from(sorted(SCHEMES)), st.floats(0, 20_000), st.floats(0, 20_000), st.floats(0, 1))
def test_an_imprecise_range_keeps_every_class(scheme: SchemeName, a: float, b: float, s: float) -> None:
    """The class of each range within the bounds is possible."""
    low, high = sorted((a, b))
    whole = range_class(km(low=low, high=high), scheme).classes
    assert range_class(min(low + s * (high - low), high), scheme).value in whole.options


def test_an_unknown_scheme_is_refused() -> None:
    """A scheme that nobody published is an error that lists those that are known."""
    with pytest.raises(ValueError, match="expected one of britannica, dod, inf, mda, nasic, got 'soon'"):
        range_class(1000, "soon")  # type: ignore[arg-type]  # a wrong name, on purpose


@pytest.mark.parametrize(
    ("max_range", "payload", "expected"),
    [
        (300, 500, "I"),
        (300, 499, "II"),
        (299, 5000, "none"),
        (km(low=250, high=350), 500, "I or none"),
        (300, Estimate(low=400, high=600, unit="kg"), "I or II"),
        (300, Estimate(best=1, unit="t"), "I"),
        (km(low=250, high=350), Estimate(low=400, high=600, unit="kg"), "I or II or none"),
        (600, None, "I or II"),
        (200, None, "none"),
    ],
)
def test_mtcr(max_range: float | Estimate, payload: float | Estimate | None, expected: str) -> None:
    """Category I needs 500 kg over 300 km, II any payload over 300 km; bounds keep what is possible."""
    assert str(mtcr_category(max_range, payload)) == expected


# --- whole flights ------------------------------------------------------------------------------


def test_hwasong_19() -> None:
    """The test of 31 October 2024 is lofted, reaches any point on Earth, and is an ICBM under each scheme."""
    result = flight(missile_test(measured("apogee", 7687), measured("range", 1001)))
    assert result.trajectory is not None
    assert result.trajectory.value == "lofted"
    assert result.equivalent_range is not None
    assert result.equivalent_range.any_point_on_earth is Truth.YES
    assert {each.value for each in result.classes.values()} == {"ICBM"}
    assert str(result) == "t: lofted; could reach any point on Earth (apogee 7,687 km, ground range 1,001 km)"
    assert "Japan" in result.explain()
    assert "New START" in result.explain()


def test_a_flight_can_be_kept() -> None:
    """The result survives JSON (as plain data) and pickle."""
    result = flight(missile_test(measured("apogee", 2111), measured("range", 787)))
    plain = json.loads(json.dumps(result.to_dict()))
    assert plain["equivalent_range"]["value"] == 4355.0
    assert plain["classes"]["mda"] == ["IRBM"]
    assert pickle.loads(pickle.dumps(result)) == result


def test_a_flight_without_figures_shows_nothing() -> None:
    """Where nothing was measured, plain data holds no field that would have to be made up."""
    result = flight(missile_test())
    assert result.to_dict().keys() == {"version", "test", "sentence", "classes", "reasons"}
    assert result.range_class("mda") is None
    assert result.explain().startswith("t: no apogee and no ground range is recorded")


def test_alleged_flights_say_so() -> None:
    """The hedge of a measurement reaches the sentence."""
    alleged = Measurement(quantity="range", best=787, unit="km", alleged=True)
    result = flight(missile_test(measured("apogee", 2111), alleged))
    assert result.alleged
    assert "allegedly" in str(result)
    assert result.to_dict()["alleged"] is True


@pytest.mark.parametrize("vehicle", ["cruise", "hgv", "quasi_ballistic"])
def test_what_does_not_fall_freely_is_not_computed(vehicle: Vehicle) -> None:
    """The formulas are not applied to what flies in the air for most of its way."""
    result = flight(missile_test(measured("apogee", 50), measured("range", 600), vehicle=vehicle))
    assert result.equivalent_range is None
    assert result.trajectory is None
    assert not result.classes
    assert str(result) == f"t: the formulas of free flight do not hold for a vehicle of the kind {vehicle}"


def test_what_was_not_measured_is_not_computed() -> None:
    """Without an apogee, nothing is concluded, and the range stays what it is."""
    result = flight(missile_test(measured("range", 600)))
    assert str(result) == "t: no apogee is recorded"
    assert result.ground_range == Bounds(600, 600)
    assert result.equivalent_range is None


def test_mtcr_category_comes_from_the_capability() -> None:
    """The category is that of the weapon, not of this flight."""
    weapon = Weapon(max_range=Estimate(best=1300, unit="km"), payload=Estimate(best=700, unit="kg"))
    test = WeaponsTest(id="t", tester="PRK", kind="missile", weapon=weapon)
    mtcr = flight(test).mtcr
    assert mtcr is not None
    assert mtcr.value == "I"


@pytest.mark.parametrize(
    ("measurements", "paths"),
    [
        ([measured("apogee", 2111), measured("range", 787)], []),
        ([measured("apogee", 100), measured("range", 25_000)], ["measurements[1]"]),
        ([measured("apogee", -5)], ["measurements[0]"]),
        ([measured("apogee", 0), measured("range", 600)], ["measurements"]),
        ([measured("flight_time", -5)], []),
    ],
)
def test_impossible_flights_are_issues(measurements: list[Measurement], paths: list[str]) -> None:
    """Figures that no flight has are reported where they stand, and never raise."""
    found = flight_issues(missile_test(*measurements))
    assert [issue.path for issue in found] == paths
    assert {issue.code for issue in found} <= {"GB506"}
    if paths:
        assert flight(missile_test(*measurements)).equivalent_range is None


def test_a_unit_that_is_no_length_is_told_and_never_raised() -> None:
    """A figure in a unit that nobody can read is left out, with a reason, and is an issue where it stands."""
    leagues = Measurement(quantity="apogee", best=20_000, unit="leagues", by="KOR")
    alone = missile_test(leagues, measured("range", 787))
    assert str(flight(alone)) == "t: no apogee is recorded"
    said = "left out, for its unit is no known length: apogee 20,000 leagues, according to South Korea"
    assert said in [reason.text for reason in flight(alone).reasons]
    assert [(issue.path, issue.code) for issue in flight_issues(alone)] == [("measurements[0]", "GB506")]
    others = missile_test(leagues, measured("apogee", 2111), measured("range", 787))
    assert flight(others).equivalent_range == equivalent_range(2111, 787)


@pytest.mark.parametrize(
    ("max_range", "payload", "category"), [("leagues", "kg", None), ("km", "stone", "I or II")]
)
def test_a_capability_in_an_unknown_unit_tells_nothing(
    max_range: str, payload: str, category: str | None
) -> None:
    """The MTCR category is left open as far as the units cannot be read."""
    weapon = Weapon(max_range=Estimate(best=900, unit=max_range), payload=Estimate(best=900, unit=payload))
    found = flight(WeaponsTest(id="t", tester="PRK", kind="missile", weapon=weapon)).mtcr
    assert (None if found is None else str(found)) == category


def test_what_did_not_leave_the_ground_has_no_shape() -> None:
    """A failure on the pad is possible, and shows nothing."""
    test = missile_test(measured("apogee", 0), measured("range", 0))
    assert not flight_issues(test)
    assert str(flight(test)) == "t: it did not leave the ground"


def test_a_cruise_missile_may_fly_low_and_far() -> None:
    """What holds for free fall is not asked of a vehicle that flies."""
    assert not flight_issues(missile_test(measured("apogee", 0), measured("range", 2000), vehicle="cruise"))


@needs_shared
def test_published_flights() -> None:
    """Every flight of the collection is possible; intercontinental missiles that were flown high show it."""
    folder = SHARED / "data" / "nk-missile-tests"
    missiles = json.loads((folder / "missile.en.json").read_text("utf-8"))
    bins = json.loads((folder / "test.en.json").read_text("utf-8"))["timeBins"]
    seen = 0
    for each in (row for time_bin in bins for row in time_bin["data"]):
        try:
            apogee, ground_range = float(each["apogee"]), float(each["distance"])
        except ValueError:
            continue
        result = flight(missile_test(measured("apogee", apogee), measured("range", ground_range)))
        kind = missiles.get(each["missile"], {}).get("type")
        assert not flight_issues(missile_test(measured("apogee", apogee), measured("range", ground_range)))
        if kind == "ICBM" and each["outcome"] == "success":
            seen += 1
            assert {found.value for found in result.classes.values()} == {"ICBM"}, each
    assert seen > 5
