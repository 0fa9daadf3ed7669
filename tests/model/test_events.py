"""Deployments and weapons tests: what was seen or reported to have happened."""

from typing import Any

import attrs
import pytest

from geobrief.errors import InvalidRecord
from geobrief.model.declared_actor import DeclaredActor
from geobrief.model.deployment import Attribute, Component, Deployment, LegalBasis
from geobrief.model.weapons_test import Measurement, Outcome, Weapon, WeaponsTest
from geobrief.values.estimate import Estimate
from geobrief.values.period import Period
from geobrief.values.place import Place
from geobrief.values.when import When

LAUNCH = WeaponsTest(
    id="launch",
    tester="PRK",
    kind="missile",
    on="2024-10-31",
    weapon=Weapon(name="Hwasong-19", range_class="ICBM", vehicle="ballistic", platform="road_mobile"),
    measurements=[
        Measurement(quantity="apogee", best=7_687.5, unit="km", by="PRK"),
        Measurement(quantity="apogee", best=7_000, unit="km", by="KOR"),
        Measurement(quantity="range", best=1_001.2, unit="km", by="PRK"),
    ],
)
TROOPS = Deployment(
    id="kursk",
    senders=["PRK"],
    host="RUS",
    place=Place(name="Kursk"),
    period="2024-10/..",
    strength=[Estimate(best=10_000, unit="persons", by="USA")],
    components=[Component(branch="special_forces", strength=[Estimate(best=1_500, unit="persons")])],
    attributes=[Attribute(name="uniforms", text="Russian uniforms", alleged=True)],
    legal_basis=[LegalBasis(treaty="pact", by=["PRK", "RUS"])],
)
evolve: Any = attrs.evolve  # untyped, to give it what it must refuse


def test_construct() -> None:
    """Periods, days and lists are converted."""
    assert (TROOPS.period, LAUNCH.on) == (Period("2024-10/.."), When("2024-10-31"))
    assert TROOPS.legal_basis[0].claimed
    assert (TROOPS.attributes[0].alleged, TROOPS.alleged) == (True, False)


def test_measurements_are_found_by_quantity() -> None:
    """Every voice on one quantity is returned, in order."""
    assert [measurement.by for measurement in LAUNCH.measured("apogee")] == ["PRK", "KOR"]
    assert LAUNCH.measured("bearing") == ()


def test_a_measurement_is_an_estimate_of_its_own_kind() -> None:
    """A measurement holds all that an estimate does and is not equal to one."""
    assert isinstance(LAUNCH.measurements[0], Estimate)
    assert len({Measurement(quantity="range", best=3, unit="km"), Estimate(best=3, unit="km")}) == 2
    with pytest.raises(InvalidRecord, match=r"^Measurement: low: low 4 is above high 3"):
        Measurement(quantity="range", low=4, high=3, unit="km")


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"kind": "rocket"}, "kind: 'rocket' is not one of missile"),
        ({"time": "7:10", "time_basis": "UTC"}, "time: expected a time of day such as 22:10"),
        ({"time": "24:00", "time_basis": "UTC"}, "time: expected a time of day"),
        ({"time": "07:10"}, "time: a time needs its basis"),
        ({"time": "07:10", "time_basis": "KST"}, "time_basis: expected UTC, or an offset such as +09:00"),
        ({"index": 3, "count": 2}, "index: index 3 is above count 2"),
        ({"index": 0}, "index: expected a number from 1"),
        ({"mb": 0}, "mb: expected a number from 0.1 to 10"),
        ({"height": "-600"}, "height: expected a number"),
        ({"purposes": "test"}, "purposes: expected a set"),
        ({"weapon": "Hwasong-19"}, "weapon: expected a Weapon"),
        ({"measurements": [Estimate(best=3, unit="km")]}, "measurements[0]: expected a Measurement"),
        ({"outcomes": [Outcome(result="success"), "failure"]}, "outcomes[1]: expected an Outcome"),
    ],
)
def test_reject_tests(wrong: dict[str, object], message: str) -> None:
    """What a test of a weapon cannot be is refused with the field and what was expected."""
    with pytest.raises(InvalidRecord) as caught:
        evolve(LAUNCH, **wrong)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"senders": "PRK"}, "senders: expected a list, got 'PRK'"),
        ({"missions": ["war"]}, "'war' is not one of warfighting"),
        ({"action": "attack"}, "action: 'attack' is not one of deploy"),
        ({"phase": "winning"}, "phase: 'winning' is not one of reported"),
        ({"period": "since autumn"}, "period: expected a date such as"),
        ({"period": When("2024-10")}, "period: expected a stretch, got When('2024-10')"),
        ({"strength": [10_000]}, "strength[0]: expected an Estimate, got 10000"),
        ({"alleged": "yes"}, "alleged: expected true or false"),
    ],
)
def test_reject_deployments(wrong: dict[str, object], message: str) -> None:
    """What a deployment cannot be is refused with the field and what was expected."""
    with pytest.raises(InvalidRecord) as caught:
        evolve(TROOPS, **wrong)
    assert message in str(caught.value)


@pytest.mark.parametrize("stages", [0, 10, True, 2.0])
def test_stages(stages: Any) -> None:
    """A weapon has one to nine stages."""
    assert Weapon(stages=3).stages == 3
    with pytest.raises(InvalidRecord, match="stages: expected a"):
        Weapon(stages=stages)


def test_declared_actors() -> None:
    """A person, agency or group that no table has is declared with its kind and name."""
    minister = DeclaredActor(
        kind="person", name="Choe Son Hui", of="PRK", period="2022-06/..", aliases=["최선희"]
    )
    assert (minister.period, minister.aliases) == (Period("2022-06/.."), ("최선희",))
    with pytest.raises(InvalidRecord, match="kind: 'minister' is not one of person"):
        evolve(minister, kind="minister")
