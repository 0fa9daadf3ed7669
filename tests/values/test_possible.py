"""A value of which several may be possible."""

import pytest

from geobrief.errors import Undetermined
from geobrief.truth import Truth
from geobrief.values.possible import Possible


def test_one_value_is_certain() -> None:
    """The only possible value is the value."""
    shape = Possible(frozenset({"lofted"}))
    assert shape.is_certain
    assert shape.value == "lofted"
    assert shape.holds("lofted") is Truth.YES
    assert shape.holds("depressed") is Truth.NO


def test_several_values_are_not_guessed() -> None:
    """Of several possible values none is picked, and the error lists them in a fixed order."""
    shape = Possible(frozenset({"lofted", "depressed"}))
    assert shape.holds("lofted") is Truth.UNKNOWN
    assert list(shape) == ["depressed", "lofted"]
    with pytest.raises(Undetermined, match="depressed or lofted"):
        _ = shape.value


def test_sets_and_none_are_written_in_words() -> None:
    """A set of words is joined by "and"; None is "none"."""
    assert str(Possible(frozenset({frozenset({"denied", "evaded"})}))) == "denied and evaded"
    assert str(Possible(frozenset({None, "ICBM"}))) == "ICBM or none"


def test_no_value_at_all_is_refused() -> None:
    """Something is always possible."""
    with pytest.raises(ValueError, match="no possible value"):
        Possible(frozenset[str]())
