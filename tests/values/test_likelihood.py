"""Terms of likelihood and confidence."""

import json
import re
from typing import get_args

import pytest

from geobrief.values.likelihood import CONFIDENCE, LIKELIHOOD_RANGES, Confidence, Likelihood, parse_likelihood
from tests.shared_data import SHARED, needs_shared


def test_every_term_is_defined() -> None:
    """Each term has its range, each level of confidence its meaning, and the ranges follow each other."""
    assert tuple(LIKELIHOOD_RANGES) == get_args(Likelihood)
    assert tuple(CONFIDENCE) == get_args(Confidence)
    ranges = list(LIKELIHOOD_RANGES.values())
    assert [high for _, high in ranges[:-1]] == [low for low, _ in ranges[1:]]
    assert (ranges[0][0], ranges[-1][1]) == (1, 99)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("almost no chance", "almost_no_chance"),
        ("Remote", "almost_no_chance"),
        ("highly improbable", "very_unlikely"),
        ("improbably", "unlikely"),
        ("roughly even odds", "roughly_even_chance"),
        ("probably", "likely"),
        ("very_likely", "very_likely"),
        ("almost certainly", "almost_certain"),
        ("nearly certain", "almost_certain"),
    ],
)
def test_published_terms_are_read(text: str, expected: str) -> None:
    """Both wordings of the directive are read, however they are spaced or capitalised."""
    assert parse_likelihood(text) == expected


@pytest.mark.parametrize(
    "text", ["", "maybe", "possibly", "may", "quite likely", "not likely", "70 %", "certain"]
)
def test_nothing_looser_is_read(text: str) -> None:
    """A hedge that is no term of the directive is refused instead of being placed on its scale."""
    with pytest.raises(ValueError, match="expected an ICD 203 term"):
        parse_likelihood(text)


@needs_shared
def test_ranges_are_those_published() -> None:
    """The ranges are those of the published taxonomy."""
    path = SHARED / "data" / "taxonomies" / "estimative-language.json"
    likelihood = json.loads(path.read_text("utf-8"))["values"][0]["entry"]
    published = {
        parse_likelihood(entry["value"]): tuple(map(int, re.findall(r"(\d+)-(\d+)%", entry["expanded"])[0]))
        for entry in likelihood
    }
    assert published == LIKELIHOOD_RANGES
