"""What callers get wrong is said, and never answered with nothing."""

from typing import Any

import pytest

import geobrief as gb


@pytest.mark.parametrize("kind", [gb.Place, "treaty", None])
def test_only_kinds_of_records_are_asked_for(kind: Any) -> None:
    """A class that is no record, or no class at all, is a TypeError and not an empty result."""
    brief = gb.example("dprk-russia-2024")
    for ask in (brief.select, brief.of_kind, lambda it: brief.get(it, "x")):
        with pytest.raises(TypeError, match="expected a class of records such as Treaty"):
            ask(kind)


def test_only_records_are_added() -> None:
    """What is no record is refused with its value."""
    wrong: Any = "treaty"
    with pytest.raises(TypeError, match="expected records, got 'treaty'"):
        gb.example("dprk-russia-2024").with_(wrong)


def test_a_brief_merges_with_others() -> None:
    """Merging gives what loading the two together gives."""
    names = "dprk-russia-2024", "dprk-russia-2025"
    first, second = map(gb.example, names)
    assert first.merge(second) == gb.example(*names)
    assert first.merge() is first
