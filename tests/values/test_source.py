"""Ratings of the Admiralty system."""

import json

import pytest

from geobrief.values.citation import CREDIBILITY, Citation
from geobrief.values.source import RELIABILITY, Reliability, Source, admiralty, parse_admiralty
from tests.shared_data import SHARED, needs_shared


def test_every_rating_is_read() -> None:
    """Each letter with each digit reads as the two axes that it stands for."""
    for letter in RELIABILITY:
        for digit in CREDIBILITY:
            assert parse_admiralty(f"{letter}{digit}") == (letter, digit)


@pytest.mark.parametrize("text", ["", "B", "2", "b2", "B-2", "B 2", "G1", "A0", "A7", "2B", "B2 ", "B22"])
def test_nothing_looser_is_read(text: str) -> None:
    """What is not written as published is refused."""
    with pytest.raises(ValueError, match="expected an Admiralty rating"):
        parse_admiralty(text)


@pytest.mark.parametrize(
    ("reliability", "credibility", "expected"),
    [
        ("B", 2, ("B", 2)),
        ("E", 5, ("E", 5)),
        ("F", 2, None),
        ("B", 6, None),
        (None, 2, None),
        ("B", None, None),
    ],
)
def test_a_rating_needs_both_axes(
    reliability: Reliability | None, credibility: int | None, expected: tuple[str, int] | None
) -> None:
    """Where an axis is not judged there is no rating: F and 6 are not the worst of a scale."""
    sources = {"s": Source(publisher="P", reliability=reliability)}
    assert admiralty(Citation(source="s", credibility=credibility), sources) == expected


def test_a_source_that_is_not_listed_has_no_rating() -> None:
    """Of a source that nobody lists, nothing is known."""
    assert admiralty(Citation(source="s", credibility=1), {}) is None


@needs_shared
def test_terms_are_those_published() -> None:
    """The words for each code are those of the published taxonomy."""
    taxonomy = json.loads((SHARED / "data" / "taxonomies" / "admiralty-scale.json").read_text("utf-8"))
    published = {
        entry["value"].upper(): entry["expanded"].lower()
        for values in taxonomy["values"]
        for entry in values["entry"]
    }
    ours: dict[str, str] = {str(digit): text for digit, text in CREDIBILITY.items()}
    ours.update(RELIABILITY.items())
    assert {code: published[code] for code in ours} == ours
