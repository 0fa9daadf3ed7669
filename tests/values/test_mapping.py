import pickle
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.values.mapping import EMPTY, FrozenMapping, frozen_lists, frozen_mapping

ENTRIES = st.dictionaries(st.text(max_size=3), st.integers())


@given(ENTRIES)
def test_construct(entries: dict[str, int]) -> None:
    """It holds the entries of any mapping or of pairs, in the order of the keys."""
    frozen = FrozenMapping(entries)
    assert dict(frozen) == entries
    assert list(frozen) == sorted(entries)
    assert FrozenMapping(list(entries.items())) == frozen
    assert FrozenMapping(MappingProxyType(entries)) == frozen
    assert len(frozen) == len(entries)


@given(ENTRIES, ENTRIES)
def test_equality_and_hash(one: dict[str, int], other: dict[str, int]) -> None:
    """It equals a mapping with the same entries in whatever order; equals have equal hashes."""
    assert (FrozenMapping(one) == FrozenMapping(other)) is (one == other)
    assert FrozenMapping(one) == one
    assert hash(FrozenMapping(one)) == hash(FrozenMapping(dict(reversed(one.items()))))


@given(ENTRIES)
def test_pickle(entries: dict[str, int]) -> None:
    """It comes back equal from pickle."""
    assert pickle.loads(pickle.dumps(FrozenMapping(entries))) == FrozenMapping(entries)


def test_immutable() -> None:
    """There is no way to set or delete an entry or an attribute."""
    frozen: Any = FrozenMapping({"a": 1})
    with pytest.raises(TypeError, match="item assignment"):
        frozen["a"] = 2
    with pytest.raises(TypeError, match="item deletion"):
        del frozen["a"]
    with pytest.raises(AttributeError, match="immutable"):
        frozen._entries = {}
    with pytest.raises(AttributeError, match="immutable"):
        del frozen._entries
    assert repr(frozen) == "FrozenMapping({'a': 1})"


def test_missing_keys() -> None:
    """A key that is not there is a KeyError, as in a dict."""
    with pytest.raises(KeyError):
        FrozenMapping({"a": 1})["b"]
    assert "b" not in FrozenMapping({"a": 1})
    assert not EMPTY


def test_converters() -> None:
    """A frozen mapping stays itself, lists become tuples, and anything else is left to be refused."""
    frozen = FrozenMapping({"a": ("PRK",)})
    assert frozen_mapping(frozen) is frozen_lists(frozen) is frozen
    assert frozen_lists({"a": ["PRK"], "b": iter(["RUS"])}) == {"a": ("PRK",), "b": ("RUS",)}
    wrong: Any = {"a": "PRK", "b": None, 1: []}
    assert frozen_lists(wrong) == {"a": "PRK", "b": None, 1: ()}
    others: list[Any] = ["PRK", 3, None, ["a"]]
    for neither in others:
        assert frozen_mapping(neither) is frozen_lists(neither) is neither
