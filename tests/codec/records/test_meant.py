"""Hints: a file that is wrong in a usual way says what was probably meant."""

from pathlib import Path

import pytest

import geobrief as gb
from geobrief.codec.records.meant import homes_of, written_as_list, written_as_mapping
from geobrief.constraint.shape import AnyText, ObjectOf
from geobrief.model.duration import Duration
from geobrief.model.ratification import Instrument
from geobrief.model.treaty import Treaty
from geobrief.model.weapons_test import WeaponsTest
from geobrief.values.citation import Citation

BAD = Path(__file__).parents[2] / "corpus" / "bad"


@pytest.mark.parametrize(
    ("file", "hints"),
    [
        (
            "shape/key-of-a-nested-value.yaml",
            [
                (
                    "put it under 'provisional_application' or 'withdrawal': "
                    "{provisional_application: {notice: …}}"
                ),
                "correct the key, or begin it with x- to keep it as your own",
                "put it under 'instrument': {instrument: {deposited: …}}",
                "put it under 'citations': {citations: [{credibility: …}]}",
            ],
        ),
        (
            "shape/condition-without-upon.yaml",
            [
                "a condition stands under 'upon': {upon: {exchange: …}}",
                "a condition stands under 'upon': {upon: {consents: …}}",
                "put it under 'upon', beside its condition",
            ],
        ),
        (
            "shape/text-for-mapping.yaml",
            [
                "write {term: 10 years}",
                "write {notice: 6 months}",
                "write {since: signature}",
                "write {name: Geneva}",
                "write {after: 30 days}",
                "write {source: untc}",
                "write {until: 2030-01-01}",
            ],
        ),
        ("shape/text-for-list.yaml", ["write [all_states]", "write [annex-2]", "write [{source: untc}]"]),
        (
            "shape/actor-code-of-another-system.yaml",
            [f"did you mean {code!r}?" for code in ("SUN", "eu", "GBR", "GBR", "SUN", "SUN")],
        ),
        ("shape/delay-in-other-units.yaml", ["did you mean '18 months'?", "did you mean '14 days'?"]),
        ("references/actor-by-another-code.yaml", ["did you mean 'DDR'?", "did you mean 'DEU'?"]),
    ],
)
def test_a_usual_mistake_brings_what_was_meant(file: str, hints: list[str]) -> None:
    """Each issue of these files tells how the same thing is written rightly."""
    assert [issue.hint for issue in gb.check(BAD / file)] == hints


def test_a_key_has_a_home_where_it_tells_one() -> None:
    """A key of everything, or of many fields of a record, has none."""
    assert homes_of("name", Treaty) == homes_of("on", Treaty) == ()
    assert homes_of("not_before", Treaty) == ("entry_into_force", "withdrawal")
    assert homes_of("range_class", WeaponsTest) == ("weapon",)
    assert homes_of("bound", WeaponsTest) == ("measurements", "explosive_yield")
    assert homes_of("locator", Instrument) == ("citations",)


@pytest.mark.parametrize("plain", [None, True, 10, "", "a" * 100, "ten\x00years", "ten years"])
def test_where_nothing_can_be_guessed_nothing_is_said(plain: object) -> None:
    """A value that no field of the mapping takes alone brings no hint, nor does one too long to repeat."""
    assert written_as_mapping(plain, Duration) == ""
    assert written_as_list(plain, ObjectOf(Duration)) == ""


def test_a_mapping_is_put_into_a_list_of_mappings_only() -> None:
    """Where a list of texts is expected, a mapping cannot become one of its members."""
    assert written_as_list({"source": "untc"}, ObjectOf(Citation)) == "put it into a list: [{…}]"
    assert written_as_list({"source": "untc"}, AnyText(str)) == ""
