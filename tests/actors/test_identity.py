from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief import actors
from geobrief.errors import NotFound
from geobrief.truth import Truth

CODES = st.sampled_from([state.code for state in actors.states()])
DAYS = st.dates(date(1816, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("code", "on", "expected"),
    [
        ("SUN", date(1922, 12, 29), Truth.NO),
        ("SUN", date(1922, 12, 30), Truth.YES),
        ("SUN", date(1991, 12, 25), Truth.YES),
        ("SUN", date(1991, 12, 26), Truth.NO),
        ("RUS", date(1991, 12, 26), Truth.YES),
        ("UKR", date(1950, 1, 1), Truth.NO),
        ("CZE", date(1992, 12, 31), Truth.NO),
        ("DDR", date(1990, 10, 2), Truth.YES),
        ("DDR", date(1990, 10, 3), Truth.NO),
        ("POL", date(1942, 1, 1), Truth.YES),
        ("EST", date(1970, 1, 1), Truth.UNKNOWN),
        ("XKX", date(2020, 1, 1), Truth.UNKNOWN),
        ("XKX", date(2000, 1, 1), Truth.NO),
        ("YUG", date(1995, 1, 1), Truth.UNKNOWN),
        ("YUG", date(2001, 1, 1), Truth.NO),
        ("COK", date(2020, 1, 1), Truth.YES),
        ("HKG", date(2020, 1, 1), Truth.UNKNOWN),
        ("nato", date(1949, 4, 4), Truth.NO),
        ("league-of-nations", date(1939, 12, 14), Truth.YES),
        ("osce", date(1990, 1, 1), Truth.UNKNOWN),
    ],
)
def test_existence_on_a_day(code: str, on: date, expected: Truth) -> None:
    """Existence is yes or no by the spells, and unknown where it is disputed or not recorded."""
    assert actors.exists(code, on) is expected


def test_existence_of_nobody_is_an_error() -> None:
    """An unknown code does not pass for a state that never existed."""
    with pytest.raises(NotFound):
        actors.exists("wagner", date(2023, 6, 24))


def test_continuing_states_are_one_person() -> None:
    """Continuity collapses codes; succession and disputed continuity do not."""
    assert actors.person("SUN") == actors.person("RUS")
    assert actors.person("SCG") == actors.person("SRB")
    assert actors.person("cow-340") == actors.person("YUG")
    assert len({actors.person(code) for code in ("YUG", "SCG", "CSK", "CZE", "SVK", "DDR", "DEU")}) == 7
    assert actors.person("nato") == "nato"


@pytest.mark.parametrize(
    ("code", "on", "expected"),
    [
        ("RUS", date(1987, 12, 8), "SUN"),
        ("SUN", date(2024, 6, 19), "RUS"),
        ("SUN", date(1914, 8, 1), "RUS"),
        ("SUN", date(1810, 1, 1), "RUS"),
        ("SRB", date(2003, 1, 1), "SCG"),
        ("YUG", date(1900, 1, 1), "cow-340"),
        ("YUG", date(1995, 1, 1), "YUG"),
        ("YUG", date(2010, 1, 1), "YUG"),
        ("SCG", date(1980, 1, 1), "SCG"),
        ("CSK", date(2020, 1, 1), "CSK"),
        ("UKR", date(1950, 1, 1), "UKR"),
        ("eu", date(1950, 1, 1), "eu"),
        ("wagner", date(2023, 6, 24), "wagner"),
    ],
)
def test_the_code_of_the_day(code: str, on: date, expected: str) -> None:
    """A person is shown under the code that was valid, or the nearest in time."""
    assert actors.code_valid_on(code, on) == expected


@given(CODES, DAYS)
def test_the_code_of_the_day_is_of_the_same_person(code: str, on: date) -> None:
    """Whatever the day, the code shown means the same person, and asking again changes nothing."""
    shown = actors.code_valid_on(code, on)
    assert actors.person(shown) == actors.person(code)
    assert actors.code_valid_on(shown, on) == shown
    assert actors.person(actors.person(code)) == actors.person(code)


@given(CODES, DAYS)
def test_a_code_that_is_valid_is_the_code_of_the_day(code: str, on: date) -> None:
    """Where a state certainly existed under a code, that code is shown."""
    if actors.exists(code, on).is_yes:
        assert actors.code_valid_on(code, on) == code


def test_successors_are_other_persons() -> None:
    """Successors are listed once each; the state that continues is not among them."""
    assert actors.successors_of("YUG") == ("BIH", "HRV", "MKD", "SCG", "SVN")
    assert len(actors.successors_of("SUN")) == 11
    assert actors.successors_of("cow-245") == ("DEU",)
    assert actors.successors_of("cow-817") == ("VNM",)
    assert actors.successors_of("oau") == ("au",)
    assert actors.successors_of("cow-563") == actors.successors_of("cow-564") == ("GBR",)
    assert actors.successors_of("FRA") == ()


def test_the_end_of_a_personal_union_makes_no_successor() -> None:
    """Norway and Iceland were states of their own under a common king: they succeeded nobody."""
    assert actors.successors_of("SWE") == actors.successors_of("DNK") == ()


def test_continuity_is_told_per_state() -> None:
    """A state names the one code that it continues; organisations continue nothing."""
    assert (actors.continues("RUS"), actors.continues("CZE"), actors.continues("au")) == ("SUN", None, None)
    fry = actors.get("SCG")
    assert isinstance(fry, actors.State)
    assert (fry.continues, fry.claims_to_continue) == (None, "YUG")
