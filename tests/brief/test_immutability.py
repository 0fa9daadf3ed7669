"""What a brief hands out cannot be used to change it."""

from typing import Any

import pytest

import geobrief as gb


@pytest.mark.parametrize("index", ["by_id", "reached"])
def test_indexes_are_read_only(index: str) -> None:
    """Whoever holds an index of a brief can read it and nothing else."""
    brief = gb.example("dprk-russia-2024")
    table: Any = getattr(brief, index)
    with pytest.raises(TypeError):
        table["treaty"] = None
    assert not hasattr(table, "clear")
