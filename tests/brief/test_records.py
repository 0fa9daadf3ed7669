"""Records: typed collections that are looked up by id."""

import pickle
from collections.abc import Container

import pytest

import geobrief as gb
from geobrief.brief import Records

NATO = gb.Treaty(id="nato", title="North Atlantic Treaty")
CTBT = gb.Treaty(id="ctbt", title="Comprehensive Test Ban")


def test_records_are_found_by_id_and_iterated_in_order() -> None:
    """A collection gives records by id and iterates over the records themselves."""
    treaties = Records([CTBT, NATO])
    assert treaties["nato"] is NATO
    assert list(treaties) == [CTBT, NATO]
    assert treaties.ids == ("ctbt", "nato")
    assert len(treaties) == 2


def test_an_id_that_is_not_there_suggests_the_nearest() -> None:
    """A look-up that fails is NotFound, a LookupError, and names what is near."""
    with pytest.raises(gb.NotFound, match=r"'natto' here; did you mean 'nato'\?"):
        Records([CTBT, NATO])["natto"]
    with pytest.raises(LookupError):
        Records[gb.Treaty]([])["nato"]


def test_membership_is_asked_by_id_or_record() -> None:
    """An id or an equal record is a member; another record of the same id is not."""
    treaties: Container[object] = Records([NATO])
    assert "nato" in treaties
    assert NATO in treaties
    assert gb.Treaty(id="nato", title="Another") not in treaties
    assert 1 not in treaties


def test_equal_collections_are_equal_and_hash_alike() -> None:
    """Collections compare by what they hold, and with nothing else."""
    assert Records([NATO]) == Records([NATO])
    assert hash(Records([NATO])) == hash(Records([NATO]))
    assert Records([NATO]) != Records([CTBT])
    assert Records([NATO]) != [NATO]


def test_collections_are_immutable_and_shown() -> None:
    """Nothing can be set on a collection; it shows its records."""
    with pytest.raises(AttributeError, match="immutable"):
        Records([NATO]).ids = ()  # type: ignore[misc]
    assert repr(Records[gb.Treaty]([])) == "Records([])"


def test_pickles_come_back_equal() -> None:
    """A collection survives pickling."""
    assert pickle.loads(pickle.dumps(Records([CTBT, NATO]))) == Records([CTBT, NATO])


def test_a_place_in_the_order_is_no_id() -> None:
    """A number is not found, and the error can be read."""
    with pytest.raises(gb.NotFound) as error:
        Records([NATO])[0]  # type: ignore[index]
    assert str(error.value) == "no record is called 0 here"
