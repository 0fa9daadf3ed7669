"""YAML: what is read, what is refused, and what is written."""

import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from geobrief.codec.formats.yaml import holds_comments, parse, render
from tests.codec.trees import anything, leaves, texts


def _codes(text: str) -> list[str]:
    return [issue.code for issue in parse(text, file="a.yaml").issues]


@given(anything)
def test_what_is_written_is_read_back_equal(data: object) -> None:
    """Every tree survives writing and reading, and gives the same text again."""
    document = parse(render(data), file="a.yaml")
    assert document.issues == ()
    assert document.data == data
    assert render(document.data) == render(data)


@given(texts | st.text("0123456789_.:+-eExoabfTZ", max_size=10))
def test_no_older_reader_misreads_a_text(text: str) -> None:
    """A YAML 1.1 reader takes every text and key for text, but calendar days for dates."""
    value = yaml.safe_load(render([text, {text: 1}]))
    assert [str(value[0]), [str(key) for key in value[1]]] == [text, [text]]
    assert isinstance(value[0], str) or value[0].isoformat() == text


@given(anything)
def test_positions_lead_to_the_values(data: object) -> None:
    """At the position of every scalar, the text that stands there reads as that scalar."""
    text = render(data)
    document = parse(text, file="a.yaml")
    lines = text.split("\n")
    for path, value in leaves(data):
        place = document.locate(path)
        rest = lines[place.line - 1][place.column - 1 :]
        if isinstance(value, dict | list) or rest.startswith("|"):
            continue
        events = yaml.parse(f"[{rest}" if rest.startswith('"') else rest)
        first = next(event for event in events if isinstance(event, yaml.ScalarEvent))
        assert first.value.startswith(str(value) if isinstance(value, str) else "")


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: NO", {"a": "NO"}),
        ("a: 010", {"a": "010"}),
        ("a: 0x1F", {"a": 31}),
        ("a: 0o17", {"a": 15}),
        ("2024: 1_000", {"2024": "1_000"}),
        ("a: 2024-06-19", {"a": "2024-06-19"}),
        ("a: '12'", {"a": "12"}),
        ("\ufeffa: ~\r\nb: TRUE\r\n", {"a": None, "b": True}),
        ("a: &x [1]\nb: *x", {"a": [1], "b": [1]}),
        ("", None),
        ("# only a comment\n", None),
    ],
)
def test_core_scalars(text: str, data: object) -> None:
    """Plain scalars mean what YAML 1.2's core schema says, and numbers with zeros ahead are text."""
    document = parse(text, file="a.yaml")
    assert (document.data, document.issues) == (data, ())


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: 1\nb: {c: 1, c: 2}\na: 3", ["GB004 2:11", "GB004 3:1"]),
        ("<<: {a: 1}", ["GB008 1:1"]),
        ("? [a]\n: 1", ["GB008 1:3"]),
        ("~: 1\na: !!str b", ["GB008 1:1", "GB008 2:4"]),
        ("a: 1\n---\nb: 2", ["GB008 2:1"]),
        ("%YAML 1.1\n---\na: no", ["GB008 1:1"]),
        ("a: .nan\nb: -.inf\nc: 9223372036854775808", ["GB013 1:4", "GB013 2:4", "GB013 3:4"]),
        ("é: [1", ["GB003 1:6"]),
        ("é: \x00", ["GB009 1:4"]),
        ("&a [*a]", ["GB008 1:5"]),
        ("a: *nowhere", ["GB003 1:4"]),
    ],
)
def test_refused_with_its_place(text: str, places: list[str]) -> None:
    """Every problem is an issue with its code and place, all of them at once."""
    issues = parse(text, file="a.yaml").issues
    assert [f"{i.code} {i.location}".replace("a.yaml:", "") for i in issues] == places


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 100_000, "GB006"),
        ("- " * 100_000 + "a", "GB006"),
        ("".join(" " * level + "a:\n" for level in range(2_000)), "GB006"),
        ("a: " + "9" * 10**7, "GB013"),
        ("a: &a [1,1,1,1,1,1,1,1,1,1]\n" + "".join(
            f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 10)}]\n" for n in range(9)
        ), "GB007"),
        ("%TAG !a! x\n" * 100_000, "GB008"),
        ("\x00\x01a" * 10**5, "GB009"),
    ],
    ids=["flow", "dashes", "block", "digits", "laughs", "directives", "controls"],
)  # fmt: skip
def test_hostile_text_is_refused_quickly(text: str, code: str) -> None:
    """Text made to crash, hang or fill the memory is an issue within seconds."""
    start = time.perf_counter()
    assert code in _codes(text)
    assert time.perf_counter() - start < 10


@pytest.mark.parametrize(
    ("text", "has"),
    [
        ("a: '# no'", False),
        ("a: x#y", False),
        ("a: |\n  # text\nb: 1\n", False),
        ("a: 1 # yes", True),
        ("a: | # yes\n  b\n", True),
        ("a: 1\n# at the end", True),
        ("a: [1 # broken", True),
    ],
)
def test_comments_are_told_from_text(text: str, has: bool) -> None:
    """A # counts only where it begins a comment."""
    assert holds_comments(text) is has
