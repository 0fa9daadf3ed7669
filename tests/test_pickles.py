"""Pickles of old releases load: a file for each, written by its own ``tests/corpus/write_pickle.py``."""

import pickle
import warnings
from pathlib import Path
from typing import Any

import pytest

import geobrief as gb
from tests.corpus.write_pickle import EVERY_KIND, FOLDER

WRITTEN = sorted(FOLDER.glob("*.pickle"))


@pytest.fixture(scope="module", params=WRITTEN, ids=lambda path: path.stem)
def held(request: pytest.FixtureRequest) -> dict[str, Any]:
    """What one release pickled."""
    path: Path = request.param
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # a class may have moved since
        found: dict[str, Any] = pickle.loads(path.read_bytes())
    return found


def test_there_is_a_pickle() -> None:
    """The first release has its file."""
    assert WRITTEN[0].stem == "26.1.0"


def test_a_brief_is_what_its_file_says(held: dict[str, Any]) -> None:
    """A brief that had been asked comes back equal to its text, and is written as the same bytes."""
    brief = gb.load(EVERY_KIND)
    assert held["every kind"] == brief
    assert hash(held["every kind"]) == hash(brief)
    assert gb.dumps(held["every kind"]) == gb.dumps(brief)


def test_a_record_of_every_kind_is_equal(held: dict[str, Any]) -> None:
    """Each record comes back equal, of its own class, and hashes equal."""
    expected = {record.kind_name: record for record in gb.load(EVERY_KIND).records}
    assert held["records"].keys() == expected.keys()
    for kind, record in expected.items():
        assert held["records"][kind] == record
        assert hash(held["records"][kind]) == hash(record)
        assert type(held["records"][kind]) is type(record)


def test_a_brief_that_ships_answers_as_it_did(held: dict[str, Any]) -> None:
    """A brief that comes back can be asked again, and answers as it did; reasons may be told better since."""
    status = held["shipped"].status("new-start")
    answer = status.operative_between("USA", "RUS", "2024-01-01")
    assert (answer.value, answer.on, answer.as_of) == tuple(
        getattr(held["answer"], name) for name in ("value", "on", "as_of")
    )
    assert status.parties("2024-01-01") == held["parties"]
    assert status.timeline() == held["stretches"]
    assert held["every kind"].strength("troops") == held["strength"]
    assert held["every kind"].standing("accused") == held["standing"]


def test_answers_explain_themselves(held: dict[str, Any]) -> None:
    """What was answered comes back with its reasons, and turns into plain data."""
    assert held["answer"].value is gb.Truth.UNKNOWN
    assert held["answer"].explain().startswith("is New START operative")
    assert held["answer"].to_dict()["missing"][0]["kind"] == "legal_effect"
    assert sorted(held["parties"]) == ["RUS", "USA"]


def test_issues_and_errors_come_back(held: dict[str, Any]) -> None:
    """Reports and exceptions keep their parts."""
    now = set(gb.check(gb.load(EVERY_KIND)).codes)
    no_longer = {"GB304"}  # a day that an act states as its effect may be to come
    assert set(held["issues"].codes) - no_longer == now
    assert isinstance(held["refused"], gb.InvalidRecord)
    assert held["refused"].kind == "Signature"
    assert len(held["refused"].problems) == 1
