"""Parts: how far each file reaches, alone and continued by a sequel."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geobrief.brief import Part
from geobrief.brief.parts import raised, with_extended

FIRST = Part(id="first", title="First", as_of="2024-11-12")
SECOND = Part(id="second", title="Second", as_of="2025-05-01", extends=["first"])
THIRD = Part(id="third", title="Third", as_of="2026-01-01", extends=["second"])
APART = Part(id="apart", title="Apart", as_of="2020-01-01")


def test_parts_alone_keep_their_own_day() -> None:
    """Files that are merely loaded together do not reach further than each by itself."""
    assert raised([FIRST, APART]) == {FIRST: FIRST.as_of, APART: APART.as_of}


def test_a_sequel_raises_what_it_extends() -> None:
    """What a sequel extends, directly or through others, reaches as far as the sequel."""
    assert set(raised([FIRST, SECOND, THIRD, APART]).values()) == {THIRD.as_of, APART.as_of}
    assert raised([FIRST, THIRD])[FIRST] == FIRST.as_of


def test_a_sequel_never_lowers() -> None:
    """A sequel with an earlier day leaves what it extends as it was."""
    early = Part(id="early", title="Early", as_of="2023", extends=["first"])
    assert raised([FIRST, early])[FIRST] == FIRST.as_of


def test_circles_end() -> None:
    """Parts that extend each other reach as far as the furthest of them."""
    one = Part(id="one", title="One", as_of="2024", extends=["two"])
    two = Part(id="two", title="Two", as_of="2025", extends=["one"])
    assert set(raised([one, two]).values()) == {two.as_of}


@given(st.permutations([FIRST, SECOND, THIRD, APART]))
def test_order_does_not_matter(parts: list[Part]) -> None:
    """How far parts reach does not depend on their order."""
    assert raised(parts) == raised([FIRST, SECOND, THIRD, APART])


@pytest.mark.parametrize(
    ("part", "expected"),
    [(FIRST, {FIRST}), (SECOND, {FIRST, SECOND}), (THIRD, {FIRST, SECOND, THIRD}), (APART, {APART})],
)
def test_a_part_goes_with_all_that_it_extends(part: Part, expected: set[Part]) -> None:
    """The files against which a part is checked are those that it continues, and none of its sequels."""
    assert set(with_extended(part, [FIRST, SECOND, THIRD, APART])) == expected
