"""Files that look wrong to a careless reader and are right."""

from pathlib import Path

import pytest

import geobrief as gb
from geobrief.codec.formats import NAMES

GOOD = sorted((Path(__file__).parent / "good").iterdir())


def _named(name: str) -> gb.Brief:
    return gb.load(next(path for path in GOOD if path.name == name))


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_a_good_file_brings_no_issue(path: Path) -> None:
    """Nothing is reported, not even a warning."""
    assert not list(gb.check(path))


@pytest.mark.parametrize("source", NAMES)
@pytest.mark.parametrize("target", NAMES)
@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_a_good_file_survives_every_format(path: Path, source: str, target: str) -> None:
    """Written in one format, read and written in another, it is the same brief."""
    brief = gb.load(path)
    once = gb.loads(gb.dumps(brief, format=source), format=source)
    assert gb.loads(gb.dumps(once, format=target), format=target) == brief
    assert gb.dumps(once, format=target) == gb.dumps(brief, format=target)


def test_words_stay_text() -> None:
    """No word becomes a switch, a number or nothing, also where it is a key."""
    brief = _named("words-like-switches.yaml")
    assert (brief.id, brief.title, brief.note) == ("no", "NO", "on")
    assert brief.sources["yes"].note == "~"
    assert brief.actors["y"].aliases == ("n", "off", "NO", "null", "12:30:45", "010", "1e3")
    assert brief.treaties["on"].subjects == ("y", "n", "true", "2024", "=", "<<")


def test_years_are_dates() -> None:
    """A bare year is a When or a Period, in every place where a date may stand."""
    brief = _named("bare-years.yaml")
    assert brief.as_of == gb.When("2024")
    assert brief.treaties["pact"].adopted == gb.When("1949")
    assert brief.deployments["garrison"].period == gb.Period("1951")


def test_a_day_of_toml_is_a_date() -> None:
    """A day without quotes is the same as its text."""
    brief = _named("days.toml")
    assert brief.as_of == gb.When("2024-11-12")
    assert brief.treaties["pact"].adopted == gb.When("2024-06-19")


def test_a_group_of_acts_is_one_act_for_each_state() -> None:
    """Each state of a group has its own act with its own days and all that they share."""
    brief = _named("grouped-acts.yaml")
    norway = brief.ratifications["ratification-ban-nor"].instrument
    russia = brief.ratifications["ratification-ban-rus"].instrument
    assert norway == gb.Instrument(executed="1999-06", deposited="1999-07-15", by="secretary")
    assert russia == gb.Instrument(deposited="2000-06-30", by="secretary")
    assert [act.by for act in brief.signatures] == ["NAM", "NOR", "RUS"]
    assert brief.withdrawals["withdrawal-ban-nam"].notified == gb.When("2000-06-01")


def test_keys_of_ones_own_keep_their_types() -> None:
    """1, 1.0, true and "1" stay four different values."""
    desk = _named("keys-of-ones-own.json").extra["x-desk"]
    assert [type(desk[key]) for key in ("int", "float", "true", "text")] == [int, float, bool, str]
