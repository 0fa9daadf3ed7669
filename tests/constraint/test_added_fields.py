"""Objects that were pickled before their class gained a field."""

import pickle

import attrs
import pytest

from geobrief import Place, When
from geobrief.constraint import Problem


def _as_pickled_before(value: object, *gained: str) -> object:
    """Give the state in which an older release, which lacked some fields, left an object."""
    state = value.__getstate__()
    assert isinstance(state, dict)
    made = object.__new__(type(value))
    made.__setstate__({name: held for name, held in state.items() if name not in gained})  # type: ignore[attr-defined]
    return made


def test_a_field_that_a_pickle_lacks_holds_its_default() -> None:
    """Reading, comparing, hashing and printing must work as if the default had been pickled."""
    problem = Problem(("by",), "GB203", "no actor is called 'DRK'")
    old = _as_pickled_before(problem, "near", "hint")
    assert (old, hash(old), str(old)) == (problem, hash(problem), str(problem))
    place = Place(name="Pyongyang", territory="PRK")
    assert pickle.loads(pickle.dumps(_as_pickled_before(place, "precision"))) == place


def test_a_field_without_default_is_not_made_up() -> None:
    """What an object cannot do without must be missed loudly."""
    with pytest.raises(AttributeError, match="'Problem' object has no attribute 'code'"):
        str(attrs.asdict(_as_pickled_before(Problem((), "GB203", "text"), "code")))  # type: ignore[arg-type]


def test_a_name_that_is_no_field_is_missed_as_ever() -> None:
    """The message must be Python's own, with what it needs to suggest the right name."""
    with pytest.raises(AttributeError, match="'When' object has no attribute 'earlest'") as raised:
        When("2024").earlest  # type: ignore[attr-defined]  # noqa: B018
    assert raised.value.name == "earlest"
