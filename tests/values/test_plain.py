import copy
import json
import pickle
from typing import Any

import pytest
from hypothesis import given

from geobrief import Brief, Expectation, Statement, dumps, loads
from geobrief.codec.formats import NAMES
from geobrief.errors import InvalidRecord
from geobrief.testing.leaves import extras, plains
from geobrief.values.extra import NO_EXTRA, Extra, as_extra
from geobrief.values.plain import MAX_DEPTH, Plain, as_plain, canonical_json

NO_JSON = [
    {1: "a"},
    {None: "a"},
    {"a": {True: 1}},
    {"a": {1, 2}},
    b"a",
    object(),
    float("nan"),
    [float("inf")],
    2**63,
    [-(2**63) - 1],
    "\ud800",
    {"\udfff": 1},
    "\x00",
    ["\x1b"],
]


@given(plains())
def test_construct(plain: Plain) -> None:
    """A value comes back as it was given, in one canonical text."""
    assert json.loads(plain.text) == plain.value
    assert Plain(plain.value) == plain
    assert as_plain(plain) is plain
    assert as_plain(plain.value) == plain


@pytest.mark.parametrize("wrong", NO_JSON, ids=lambda wrong: ascii(wrong)[:20])
def test_reject(wrong: object) -> None:
    """What is not JSON, or what no file could hold, is refused rather than bent."""
    with pytest.raises(InvalidRecord):
        Plain(wrong)
    with pytest.raises(InvalidRecord):
        Extra({"x-a": wrong})


def test_reject_what_is_too_deep() -> None:
    """Endless nesting is refused without exhausting the stack."""
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    with pytest.raises(InvalidRecord, match="plain JSON"):
        canonical_json(deep)


def test_as_deep_as_a_file_goes() -> None:
    """A value as deep as may be is written and read in every format; one level more is refused."""
    deep: list[object] = []
    for _ in range(MAX_DEPTH - 1):
        deep = [deep]
    with pytest.raises(InvalidRecord, match="nested deeper than 90 levels"):
        Extra({"x-a": [deep]})
    expect = Expectation(ask="parties", of="a", on="2024", answer=deep)
    brief = Brief(
        title="-",
        as_of="2024",
        expect=[expect],
        extra={"x-a": deep},
        records=[Statement(id="a", speaker="RUS", quote="-", extra={"x-a": deep})],
    )
    for name in NAMES:
        assert loads(dumps(brief, format=name), format=name) == brief


@pytest.mark.parametrize(
    ("one", "other"), [(1, 1.0), (1, True), (0, False), ("1", 1), ([], {}), (None, "null")]
)
def test_equality_tells_kinds_of_values_apart(one: object, other: object) -> None:
    """Values that Python takes for equal, or that look alike, stay different."""
    assert Plain(one) != Plain(other)
    assert Extra({"x-a": one}) != Extra({"x-a": other})


def test_equality_ignores_the_order_of_keys() -> None:
    """Mappings with the same entries are equal, and so are their hashes."""
    one, other = Plain({"a": 1, "b": 2}), Plain({"b": 2, "a": 1})
    assert one == other
    assert hash(one) == hash(other)


def test_never_equal_to_what_it_holds() -> None:
    """A frozen value equals only its own kind."""
    assert Plain("a") != "a"
    assert Plain({}) != Extra({})
    assert Extra({}) != {}


@given(extras())
def test_extra_is_a_mapping(extra: Extra) -> None:
    """Extra keys are read like a dict, and the dict makes the same extra keys."""
    assert Extra(dict(extra)) == extra
    assert len(extra) == len(list(extra)) == len(extra.value)
    assert all(key.startswith("x-") for key in extra)


@pytest.mark.parametrize("key", ["", "x", "x-", "X-a", "desk", " x-a", 1])
def test_extra_keys_begin_with_x(key: Any) -> None:
    """A key that does not begin with ``x-`` and say something is refused by name."""
    with pytest.raises(InvalidRecord, match=f"got {key!r}"):
        Extra({key: 1})


def test_extra_defaults() -> None:
    """Nothing extra is one empty mapping."""
    assert Extra() == NO_EXTRA == as_extra({})
    assert len(NO_EXTRA) == 0


@given(extras() | plains())
def test_pickle_and_copy(value: Plain) -> None:
    """A frozen value comes back equal, and hashes equal, from pickle and copy."""
    for again in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):
        assert again == value
        assert hash(again) == hash(value)


def test_immutable() -> None:
    """Neither attributes nor the values handed out lead back into the frozen value."""
    extra = Extra({"x-a": [1]})
    extra["x-a"].append(2)
    assert extra["x-a"] == [1]
    with pytest.raises(AttributeError, match="immutable"):
        extra._text = "{}"
    with pytest.raises(AttributeError, match="immutable"):
        del extra._text
    assert repr(extra) == "Extra({'x-a': [1]})"
