"""One record by itself: written, read back by one call, and everything wrong with it said."""

from typing import Any

import pytest
from hypothesis import given

import geobrief as gb
from geobrief.codec.formats import NAMES
from geobrief.model.record import Record
from geobrief.testing import strategies

SIGNED = gb.Signature(treaty="ctbt", by="USA", on="1996-09-24")


@given(strategies.records())
def test_a_record_is_read_back_from_every_format(record: Record) -> None:
    """What `dumps` writes of one record, one call reads, in every format; and so with plain data."""
    for name in NAMES:
        assert gb.loads_record(gb.dumps(record, format=name), format=name) == record
    plain = gb.to_dict(record)
    assert gb.from_dict(plain) == record


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{type: signature, treaty: ctbt, by: USA, on: 1996-13-24}", "<text>:1:46: GB302"),
        ("{type: signatur, treaty: ctbt, by: USA}", "did you mean 'signature'"),
        ("{type: signature, treaty: ctbt, on: {USA: 1996, CHN: 1996}}", "expected one record"),
        ("{type: source, id: a, title: A}", "expected one record"),
        ("{treaty: ctbt, by: USA}", "'type' is missing"),
        ("[1]", "expected an object with a type"),
        ("", "GB1"),
        ("a: [", "GB003"),
    ],
)
def test_what_is_no_record_is_said_with_its_place(text: str, found: str) -> None:
    """Whatever is wrong with a text is in the report, and nothing else is raised."""
    with pytest.raises(gb.InvalidBrief) as failure:
        gb.loads_record(text)
    assert found in str(failure.value)


def test_lines_hold_one_record_or_none() -> None:
    """Two lines of JSONL are not one record."""
    line = gb.dumps(SIGNED, format="jsonl")
    assert gb.loads_record(line + "\n", format="jsonl") == SIGNED
    with pytest.raises(gb.InvalidBrief, match="expected one record, got 2"):
        gb.loads_record(line + line, format="jsonl")


@pytest.mark.parametrize(
    ("plain", "found"),
    [
        ({}, "type: required key 'type' is missing"),
        ({"type": "signature", "by": "USA", "on": "soon"}, "treaty: required"),
        ({"type": "signature", "by": "USA", "on": "soon"}, "on: expected"),
        ({"type": "signature", "treaty": "ctbt", "by": "USA", "day": "1996"}, "day: unknown key"),
    ],
)
def test_plain_data_that_are_no_record(plain: dict[str, Any], found: str) -> None:
    """Every fault of plain data is listed by its field."""
    with pytest.raises(gb.InvalidRecord) as failure:
        gb.from_dict(plain)
    assert found in str(failure.value)


@pytest.mark.parametrize("wrong", [None, "a text", [SIGNED], gb.Brief(title="-", as_of="2000")])
def test_other_types_are_type_errors(wrong: Any) -> None:
    """What is neither a record nor a mapping is a TypeError that shows it."""
    for call in (gb.to_dict, gb.from_dict):
        with pytest.raises(TypeError, match="expected a"):
            call(wrong)
    with pytest.raises(TypeError, match="expected a text"):
        gb.loads_record(b"{}")  # type: ignore[arg-type]
