"""JSON: what is read, what is refused, and where."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.codec.formats.json import parse, read_carefully, render
from geobrief.codec.places import Lines
from tests.codec.trees import anything, leaves


@given(anything)
def test_what_is_written_is_read_back_equal(data: object) -> None:
    """Every tree survives writing and reading."""
    document = parse(render(data), file="a.json")
    assert (document.data, document.issues) == (data, ())


@given(anything, st.sampled_from([None, 2]), st.booleans())
def test_positions_lead_to_the_values(data: object, indent: int | None, ascii_only: bool) -> None:
    """At the position of every scalar stands that scalar."""
    text = json.dumps(data, indent=indent, ensure_ascii=ascii_only)
    document = parse(text, file="a.json")
    lines = text.split("\n")
    for path, value in leaves(data):
        place = document.locate(path)
        rest = lines[place.line - 1][place.column - 1 :]
        assert json.JSONDecoder().raw_decode(rest)[0] == value
        if path and isinstance(path[-1], str):
            place = document.locate_key(path)
            assert json.JSONDecoder().raw_decode(lines[place.line - 1][place.column - 1 :])[0] == path[-1]


@given(st.text('{}[]":, 0123-.eEtrufalsn\\\n', max_size=12) | anything.map(json.dumps))
def test_both_readers_accept_the_same_texts(text: str) -> None:
    """The careful scanner accepts exactly what the fast parser accepts, with equal data."""
    fast = parse(text, file="a.json")
    careful = read_carefully(text, Lines(text, "a.json"))
    try:
        json.loads(text)
        is_json = "NaN" not in text
    except ValueError:
        is_json = False
    assert bool(fast.issues) is bool(careful.issues) or fast.data == careful.data
    assert is_json or fast.issues
    assert fast.data == careful.data


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ('{"é": 1, "é": 2, "b": {"c": 1, "c": 1}}', ["GB004 1:10", "GB004 1:32"]),
        ("[NaN, -Infinity, 1e999, 9223372036854775808]", [f"GB013 1:{c}" for c in (2, 7, 18, 25)]),
        ('["\\ud800"]', ["GB003 1:2"]),
        ("[1,\n]", ["GB003 2:1"]),
        ('"a\x01b"', ["GB009 1:3"]),
        ("[" * 100_000, ["GB006 1:101"]),
        ('{"a":' * 100_000, ["GB006 1:501"]),
        ("[" * 101 + "]" * 101, ["GB006 1:101"]),
        ("9" * 10**7, ["GB013 1:1"]),
        ("", ["GB003 1:1"]),
        ("// only a comment", ["GB003 1:1"]),
    ],
    ids=range(11),
)
def test_refused_with_its_place(text: str, places: list[str]) -> None:
    """Every problem is an issue with its code and place, all of them at once."""
    issues = parse(text, file="a.json").issues
    assert [f"{i.code} {i.location}".replace("a.json:", "") for i in issues] == places


def test_a_hundred_levels_are_read() -> None:
    """The deepest nesting allowed is read without an issue."""
    assert parse("[" * 100 + "]" * 100, file="a.json").issues == ()


def test_what_is_missing_is_shown_at_the_key_of_its_record() -> None:
    """A path to nothing leads to the key of its nearest ancestor."""
    document = parse('\ufeff{"nato":\r\n {"title": "x"}}', file="a.json")
    assert str(document.locate_key(("nato", "between", 3))) == "a.json:1:2"
    assert str(document.locate(("nato", "title"))) == "a.json:2:12"
