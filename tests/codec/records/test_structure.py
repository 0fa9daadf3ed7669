"""Structuring: plain data become records without any coercion."""

from typing import Any

import pytest

from geobrief.codec.records.converter import structure
from geobrief.codec.records.faults import Fault
from geobrief.model.deployment import Deployment
from geobrief.model.ratification import Ratification
from geobrief.model.treaty import Treaty
from geobrief.model.weapons_test import WeaponsTest
from geobrief.values.citation import Citation
from geobrief.values.place import Place


@pytest.mark.parametrize(
    ("cls", "plain", "path"),
    [
        (Citation, {"source": 5}, ("source",)),
        (Citation, {"source": "kcna", "credibility": "2"}, ("credibility",)),
        (Citation, {"source": "kcna", "credibility": 2.0}, ("credibility",)),
        (Citation, {"source": "kcna", "credibility": True}, ("credibility",)),
        (Place, {"name": "Sunan", "lat": "39.2", "lon": 125.7}, ("lat",)),
        (Treaty, {"id": "pact", "title": "Pact", "binding": "false"}, ("binding",)),
        (Treaty, {"id": "pact", "title": "Pact", "binding": 0}, ("binding",)),
        (Treaty, {"id": "pact", "title": "Pact", "kind": 1}, ("kind",)),
        (Treaty, {"id": "pact", "title": "Pact", "languages": [5]}, ("languages", 0)),
        (Treaty, {"id": "pact", "title": "Pact", "languages": "en"}, ("languages",)),
        (Treaty, {"id": "pact", "title": "Pact", "languages": {"en": 1}}, ("languages",)),
        (Treaty, {"id": "pact", "title": "Pact", "groups": [["x", ["PRK"]]]}, ("groups",)),
        (Treaty, {"id": "pact", "title": "Pact", "provisions": [["kind", "defense"]]}, ("provisions", 0)),
        (Treaty, {"id": "pact", "title": None}, ("title",)),
        (Deployment, {"id": "troops", "strength": {"best": 1, "unit": "persons"}}, ("strength",)),
        (WeaponsTest, {"id": "test", "tester": "PRK", "kind": "missile", "on": 2024.0}, ("on",)),
        (WeaponsTest, {"id": "test", "tester": "PRK", "kind": "missile", "index": 1.0}, ("index",)),
    ],
)
def test_nothing_is_coerced(cls: type[Any], plain: dict[str, Any], path: tuple[str | int, ...]) -> None:
    """A value of another type is a problem at its place, however easily it could be converted."""
    with pytest.raises(Fault) as caught:
        structure(plain, cls)
    assert [(problem.path, problem.code) for problem in caught.value.problems] == [(path, "GB101")]


def test_yes_and_no() -> None:
    """Yes and no, which are texts in YAML, are read like true and false; no other text is."""
    plain = {"id": "a", "title": "A", "amends": "p"}
    read = [structure({**plain, "binds_later_parties": word}, Treaty) for word in ("yes", "no", True)]
    assert [treaty.binds_later_parties for treaty in read] == [True, False, True]
    with pytest.raises(Fault) as caught:
        structure({**plain, "binds_later_parties": "No"}, Treaty)
    assert [problem.message for problem in caught.value.problems] == ["expected true or false, got 'No'"]


def test_an_empty_id_is_no_id() -> None:
    """An act may leave its id out of a file, but not leave it empty."""
    plain = {"treaty": "pact", "by": "PRK"}
    assert structure(plain, Ratification).id == "ratification-pact-prk"
    with pytest.raises(Fault) as caught:
        structure({**plain, "id": ""}, Ratification)
    assert [(problem.path, problem.code) for problem in caught.value.problems] == [(("id",), "GB105")]
