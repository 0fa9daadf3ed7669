from typing import Any

import attrs
import pytest
from hypothesis import given

from geobrief.errors import InvalidRecord
from geobrief.testing import strategies
from geobrief.values.place import Place

evolve: Any = attrs.evolve  # untyped, to give it what it must refuse
TEST_SITE = Place(name="Punggye-ri", lat=41.28, lon=129.09, precision="near", territory="PRK")


@pytest.mark.parametrize(
    "given_fields",
    [
        {"name": "Kursk"},
        {"raw": "waters off Sinpo"},
        {"territory": "RUS"},
        {"lat": 90, "lon": -180},
        {"lat": 0, "lon": 0.1},
    ],
)
def test_construct(given_fields: dict[str, Any]) -> None:
    """A name, the words of the source, coordinates or a territory are enough."""
    assert attrs.asdict(Place(**given_fields), filter=lambda _, value: value is not None) == given_fields


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"lat": 90.1}, "lat: expected a number from -90 to 90, got 90.1"),
        ({"lon": -181}, "lon: expected a number from -180 to 180, got -181"),
        ({"lat": "41N"}, "lat: expected a number, got '41N'"),
        ({"lon": None}, "latitude and longitude are given together"),
        ({"lat": 0, "lon": 0}, "0, 0 stand for a missing value"),
        ({"lat": -0.0, "lon": 0.0}, "0, 0 stand for a missing value"),
        ({"precision": "roughly"}, "precision: 'roughly' is not one of exact, near"),
        ({"territory": "Korea"}, "territory: expected an ISO 3166-1 alpha-3 code"),
        ({"name": "\t"}, "name: expected at least one"),
    ],
)
def test_reject(wrong: dict[str, object], message: str) -> None:
    """What a place cannot be is refused with what was expected."""
    with pytest.raises(InvalidRecord) as caught:
        evolve(TEST_SITE, **wrong)
    assert message in str(caught.value)


def test_reject_nowhere() -> None:
    """A precision or a controlling power alone is no place."""
    with pytest.raises(InvalidRecord, match="needs a name, coordinates or a territory"):
        Place(precision="exact", controlled_by="RUS")


def test_territory_and_control_differ() -> None:
    """The state to which a territory belongs and the one that controls it are two fields."""
    assert Place(name="Nevada Test Site", territory="USA", controlled_by="GBR") != Place(
        name="Nevada Test Site", territory="USA"
    )


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (TEST_SITE, "Punggye-ri"),
        (Place(raw="off Sinpo", territory="PRK"), "off Sinpo"),
        (Place(territory="PRK", lat=41, lon=129), "PRK"),
        (Place(lat=41.5, lon=-129), "41.5, -129"),
    ],
)
def test_text(place: Place, text: str) -> None:
    """A place prints as its name, else the words of the source, its territory or its coordinates."""
    assert str(place) == text


@given(strategies.of_type(Place))
def test_text_is_never_empty(place: Place) -> None:
    """Whatever is known of a place, something is printed."""
    assert str(place).strip()
    assert "None" not in str(place) or "None" in f"{place.name}{place.raw}"
