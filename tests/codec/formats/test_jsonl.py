"""JSON Lines: whole files, and line by line."""

import json

from hypothesis import given
from hypothesis import strategies as st

from geobrief.codec.formats.jsonl import iter_lines, parse, render
from tests.codec.trees import anything


@given(st.lists(anything, max_size=4))
def test_what_is_written_is_read_back_equal(rows: list[object]) -> None:
    """Every list survives writing and reading, whole or line by line."""
    text = render(rows)
    document = parse(text, file="a.jsonl")
    assert (document.data, document.issues) == (rows, ())
    assert [line.content for line in iter_lines(text.encode().splitlines(keepends=True))] == rows


def test_bad_lines_do_not_stop_the_good_ones() -> None:
    """Each bad line has its issues at its own place, and all other lines are read."""
    text = '\ufeff{"a": 1}\r\n\n{"a": 1, "a": 2}\n[NaN]\n' + "[" * 100_000 + '\nx\n{"b": [1, 2]}'
    document = parse(text, file="a.jsonl")
    assert document.data == [{"a": 1}, {"a": 1}, [None], None, None, {"b": [1, 2]}]
    places = [f"{i.code} {i.path} {i.location}" for i in document.issues]
    assert places[:2] == ["GB004 [1].a a.jsonl:3:10", "GB013 [2][0] a.jsonl:4:2"]
    assert [place.split()[0] for place in places[2:]] == ["GB006", "GB003"]
    assert document.spoiled == {(2, 0), (3,), (4,)}
    assert str(document.locate((5, "b", 1))) == "a.jsonl:7:11"


def test_bytes_that_are_no_utf8_spoil_one_line() -> None:
    """A line that is not UTF-8 is an issue, and the next line is read."""
    lines = list(iter_lines([b'{"a": "\xff"}\n', b'{"a": 1}\n'], file="a.jsonl"))
    assert [[issue.code for issue in line.issues] for line in lines] == [["GB002"], []]
    assert lines[1].content == {"a": 1}


def test_a_line_knows_its_positions() -> None:
    """A good line finds the places of its values when asked, in its own file."""
    line = next(iter_lines(["\n", json.dumps({"by": "PRK"})]))
    assert str(line.document("a.jsonl").locate(("by",))) == "a.jsonl:2:8"
