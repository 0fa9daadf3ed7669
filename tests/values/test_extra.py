"""What must hold for the keys that authors keep beside the fields of geobrief."""

from typing import Any

import pytest

from geobrief import Brief, Statement, dumps, loads
from geobrief.codec.formats import NAMES
from geobrief.errors import InvalidRecord
from geobrief.values.extra import Extra
from geobrief.values.plain import Plain


@pytest.mark.parametrize("layout", NAMES)
@pytest.mark.parametrize(
    "value", [1, 1.0, True, -0.0, 1e16, 1e300, 2**63 - 1, "1", [1.0, [1]], {"a": {"b": 1.0}}]
)
def test_extra_values_keep_their_type(value: Any, layout: str) -> None:
    """What was read is written back equal: 1, 1.0 and true stay apart in every format."""
    record = Statement(id="said", speaker="RUS", quote="yes", extra={"x-own": value})
    brief = Brief(title="Extra", as_of="2024-11-12", records=[record])
    assert loads(dumps(brief, format=layout), format=layout) == brief


@pytest.mark.parametrize(
    "value",
    [2**63, -(2**63) - 1, [10**30], {1: "one"}, [{True: 1}], "\ud800", float("nan"), [float("inf")], {1, 2}],
)
def test_what_no_file_can_hold_is_refused_when_it_is_made(value: Any) -> None:
    """A value that could never be written is refused by the constructor, not by the dump."""
    with pytest.raises(InvalidRecord):
        Extra({"x-own": value})
    with pytest.raises(InvalidRecord):
        Plain(value)


def test_extra_hands_out_copies() -> None:
    """Changing what an Extra gives back changes nothing in it."""
    extra = Extra({"x-own": {"list": [1]}})
    extra["x-own"]["list"].append(2)
    assert extra["x-own"] == {"list": [1]}
