import itertools
import pickle
from typing import Any

import pytest

from geobrief.errors import GeobriefError, Undetermined
from geobrief.truth import Truth

YES, NO, UNKNOWN = Truth
PAIRS = list(itertools.product(Truth, repeat=2))
TRIPLES = list(itertools.product(Truth, repeat=3))
WORLDS = {YES: {True}, NO: {False}, UNKNOWN: {True, False}}
"""Which facts each value leaves possible: an oracle for the algebra."""


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_algebra_is_that_of_possible_worlds(one: Truth, other: Truth) -> None:
    """And, or and not say what holds in every pair of worlds, taken as independent."""
    pairs = list(itertools.product(WORLDS[one], WORLDS[other]))
    assert (one & other) is Truth.among(a and b for a, b in pairs)
    assert (one | other) is Truth.among(a or b for a, b in pairs)
    assert ~one is Truth.among(not a for a in WORLDS[one])


@pytest.mark.parametrize(("one", "other", "third"), TRIPLES)
def test_laws(one: Truth, other: Truth, third: Truth) -> None:
    """And and or commute, associate, distribute and obey De Morgan; double negation says nothing."""
    assert one & other is other & one
    assert one | other is other | one
    assert (one & other) & third is one & (other & third)
    assert one & (other | third) is (one & other) | (one & third)
    assert ~(one & other) is ~one | ~other
    assert ~~one is one
    assert one & one is one | one is one


@pytest.mark.parametrize(("value", "truth"), [(True, YES), (False, NO), (None, UNKNOWN)])
def test_of(value: bool | None, truth: Truth) -> None:
    """A bool or None becomes a Truth."""
    assert Truth.of(value) is truth


def test_bool() -> None:
    """Yes and no are true and false; unknown raises, so that it never passes for no."""
    assert bool(YES)
    assert not bool(NO)
    with pytest.raises(Undetermined, match=r"ask \.is_yes, \.is_no or \.is_unknown"):
        bool(UNKNOWN)
    with pytest.raises(Undetermined):
        _ = not UNKNOWN
    assert issubclass(Undetermined, GeobriefError)
    assert issubclass(Undetermined, ValueError)


@pytest.mark.parametrize("truth", Truth)
def test_exactly_one_question_is_answered_yes(truth: Truth) -> None:
    """A Truth is yes, no or unknown, and only one of them."""
    assert [truth.is_yes, truth.is_no, truth.is_unknown].count(True) == 1
    assert str(truth) == truth.value
    assert pickle.loads(pickle.dumps(truth)) is truth


@pytest.mark.parametrize("other", [True, None, "yes"])
def test_nothing_else_joins(other: Any) -> None:
    """A bool, None or text beside a Truth is a TypeError, not a guess."""
    with pytest.raises(TypeError):
        _ = YES & other
    with pytest.raises(TypeError):
        _ = YES | other


def test_among_no_worlds() -> None:
    """Where no world is possible there is nothing to tell."""
    with pytest.raises(ValueError, match="no possible world"):
        Truth.among([])
