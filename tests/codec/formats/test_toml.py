"""TOML: what is read, what is refused, and where."""

import time
import tomllib

import pytest
from hypothesis import given

from geobrief.codec.formats.toml import holds_comments, parse, render
from tests.codec.trees import leaves, mappings, mappings_with_null


@given(mappings_with_null)
def test_what_is_written_is_read_back_equal(data: dict[str, object]) -> None:
    """Every mapping survives writing and reading, with the nulls that TOML does not have."""
    document = parse(render(data), file="a.toml")
    assert (document.data, document.issues) == (data, ())


@given(mappings)
def test_positions_lead_to_the_values(data: dict[str, object]) -> None:
    """At the position of every scalar stands that scalar."""
    text = render(data)
    document = parse(text, file="a.toml")
    lines = text.split("\n")
    for path, value in leaves(data):
        if path[-1] == "null":  # such a key may be written as a list, whose place is that of the value
            continue
        place = document.locate(path)
        rest = lines[place.line - 1][place.column - 1 :]
        ends = [end for end in range(1, len(rest) + 1) if _reads_as(rest[:end], value)]
        assert ends, (path, rest)


def _reads_as(written: str, value: object) -> bool:
    try:
        return bool(tomllib.loads(f"x = {written}")["x"] == value)
    except ValueError:
        return False


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a = 1\na = 2\n[b]\n[b]\nc = {d = 1, d = 2}", ["GB004 2:1", "GB004 4:2", "GB004 5:13"]),
        (
            "a = nan\r\n[[b]]\nc = [1, inf]\n[[b]]\nd = 99999999999999999999",
            ["GB013 1:5", "GB013 3:9", "GB013 5:5"],
        ),
        ("a = 1979-05-27T07:32:00Z\nb = 07:32:00", ["GB008 1:5", "GB008 2:5"]),
        ("é = 1", ["GB003 1:1"]),
        ('a = "\x00"', ["GB009 1:6"]),
        ('a = """', ["GB003 1:8"]),
        ("a = " + "[" * 100_000, ["GB006 1:104"]),
        ("a = " + "{b = " * 100_000, ["GB006 1:500"]),
        (".".join("a" * 100_000) + " = 1", ["GB006 1:200"]),
        ("a = " + "9" * 10**7, ["GB013 1:5"]),
        ("[" + ".".join("a" * 60) + "]\n" + ".".join("a" * 60) + " = 1", ["GB006 2:79"]),
    ],
    ids=range(11),
)
def test_refused_with_its_place(text: str, places: list[str]) -> None:
    """Every problem, hostile text included, is an issue with its code and place, and quickly so."""
    start = time.perf_counter()
    issues = parse(text, file="a.toml").issues
    assert [f"{i.code} {i.location}".replace("a.toml:", "") for i in issues] == places
    assert time.perf_counter() - start < 10


def test_days_are_text_and_an_empty_file_is_an_empty_mapping() -> None:
    """A day is read as its text; nothing, or a mere comment, is an empty mapping."""
    assert parse("a = 2024-06-19", file="a.toml").data == {"a": "2024-06-19"}
    assert parse("# only a comment", file="a.toml").data == parse("", file="a.toml").data == {}


@pytest.mark.parametrize(("text", "has"), [('a = "#"', False), ("a = 1 # b", True), ("a = [ # b", True)])
def test_comments_are_told_from_text(text: str, has: bool) -> None:
    """A # counts only where it begins a comment."""
    assert holds_comments(text) is has
